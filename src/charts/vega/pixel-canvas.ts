import type { FontSet } from "../../fonts/index.ts";
import { type JsonObject, visitObjects } from "../json.ts";

/** Transforms of Vega that draw on a canvas and read its pixels. Vega-Lite has none of them. */
const readingPixels = ["heatmap", "label", "wordcloud"];

/** The transforms of a compiled (Vega) spec that need a canvas. */
export function transformsOfPixels(spec: JsonObject): readonly string[] {
  const found = new Set<string>();
  visitObjects(spec, ({ type, transform }) => {
    if (transform === undefined && typeof type === "string" && readingPixels.includes(type)) found.add(type);
  });
  return [...found];
}

/**
 * Makes canvases with Skia, whose letters are those of the font set. Undefined where `@napi-rs/canvas`, which few need, is
 * not installed.
 */
export async function loadPixelCanvas(fonts: FontSet): Promise<(() => object) | undefined> {
  const module = await import("@napi-rs/canvas").catch(() => undefined);
  if (!module) return undefined;
  const { createCanvas, GlobalFonts } = module;
  const fresh = fonts.faces.filter(({ family }) => !GlobalFonts.has(family));
  for (const { data, family } of fresh) GlobalFonts.register(Buffer.from(data), family);
  return () => withoutUndefined(createCanvas(1, 1));
}

/** Vega sets the size of a canvas to `undefined` where it does not know it yet; a browser's is then empty. */
function withoutUndefined(canvas: object): object {
  return new Proxy(canvas, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
    set: (target, name, value) => Reflect.set(target, name, value ?? 1, target),
  });
}
