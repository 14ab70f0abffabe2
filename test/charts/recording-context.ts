export interface DrawnText {
  readonly text: string;
  readonly font: string;
  readonly align: string;
  /** In px of the surface, transforms applied. */
  readonly x: number;
  readonly y: number;
  readonly isTurned: boolean;
}

/** An image is its bytes. */
const shown = (argument: unknown) => (argument instanceof Uint8Array ? `${argument.length} bytes` : argument);

/** A 2D context that draws nothing and writes down what it is asked. It knows translations, and that it was turned. */
export function recordingContext() {
  const calls: string[] = [];
  const texts: DrawnText[] = [];
  const stack: { x: number; y: number; isTurned: boolean }[] = [];
  let at = { x: 0, y: 0, isTurned: false };
  const state: Record<string, unknown> = { font: "", textAlign: "start" };
  const gradient = { addColorStop: (offset: number, color: string) => void calls.push(`stop(${offset},${color})`) };
  const methods: Record<string, (...args: never[]) => unknown> = {
    createLinearGradient: () => gradient,
    createRadialGradient: () => gradient,
    save: () => void stack.push(at),
    restore: () => {
      const before = stack.pop();
      if (!before) throw new Error("restore without save");
      at = before;
    },
    translate: (x: number, y: number) => {
      at = at.isTurned ? at : { ...at, x: at.x + x, y: at.y + y };
    },
    rotate: () => {
      at = { ...at, isTurned: true };
    },
    fillText: (text: string, x: number, y: number) => {
      const { font, textAlign } = state;
      const place = at.isTurned ? at : { x: at.x + x, y: at.y + y, isTurned: false };
      texts.push({ text, font: String(font), align: String(textAlign), ...place });
    },
  };
  const context = new Proxy(state, {
    get: (_, name: string) => {
      if (name in state) return state[name];
      return (...args: unknown[]) => {
        calls.push(`${name}(${args.map(shown).join()})`);
        return methods[name]?.(...(args as never[]));
      };
    },
    set: (_, name: string, value) => {
      state[name] = value;
      calls.push(`${name}=${String(value)}`);
      return true;
    },
  });
  return { context, calls, texts, depth: () => stack.length };
}
