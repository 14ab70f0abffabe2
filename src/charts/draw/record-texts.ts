/**
 * A 2D context that draws nothing and remembers the texts that it is asked to draw: what a reader will see, known before
 * anything is written, and cheaper than writing an SVG for it.
 */
export function createTextRecorder(): { readonly context: object; readonly texts: readonly string[] } {
  const texts: string[] = [];
  const state: Record<string | symbol, unknown> = {
    fillText: (text: string) => void texts.push(text),
    strokeText: () => undefined,
    createLinearGradient: () => gradient,
    createRadialGradient: () => gradient,
    measureText: () => ({ width: 0 }),
    isPointInPath: () => false,
  };
  const context = new Proxy(state, {
    get: (target, name) => (name in target ? target[name] : ignore),
    set: () => true,
  });
  return { context, texts };
}

const ignore = () => undefined;
const gradient = { addColorStop: ignore };
