import { black, type Color, parseValue, readColor } from "../../stylesheet/index.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import { initialStyle, properties } from "../css/properties/index.ts";
import type { ComputeContext } from "../css/property.ts";
import { font as fontShorthand } from "../css/shorthands/text.ts";

const context: ComputeContext = { parent: initialStyle, fontSize: 12, rootFontSize: 12, mediumSize: 12, color: black };
const ptPerPx = 0.75;

/** What a canvas's `font` says: a style for the shaper, and the size in px. */
export interface CanvasFont {
  readonly style: ComputedStyle;
  readonly sizePx: number;
}

/** The texts that drawings use for fonts and colours, parsed once. */
export interface CanvasValues {
  /** The CSS `font` shorthand; undefined if it is none, which leaves the canvas's font as it was. */
  font(text: string): CanvasFont | undefined;
  color(text: string): Color | undefined;
}

const memoryLimit = 2_000;

export function createCanvasValues(): CanvasValues {
  const fonts = new Map<string, CanvasFont | undefined>();
  const colors = new Map<string, Color | undefined>();
  return { font: remember(fonts, parseFont), color: remember(colors, readColor) };
}

function remember<T>(known: Map<string, T>, parse: (text: string) => T): (text: string) => T {
  return (text) => {
    if (known.has(text)) return known.get(text) as T;
    if (known.size >= memoryLimit) known.clear();
    const value = parse(text);
    known.set(text, value);
    return value;
  };
}

function parseFont(text: string): CanvasFont | undefined {
  const parts = fontShorthand.expand(parseValue(text));
  if (!parts) return undefined;
  const part = (name: string) => parts[name] ?? [];
  const fontFamily = properties.fontFamily.parse(part("font-family"))?.(context);
  const fontSize = properties.fontSize.parse(part("font-size"))?.(context);
  if (!fontFamily || fontSize === undefined) return undefined;
  const fontWeight = properties.fontWeight.parse(part("font-weight"))?.(context) ?? 400;
  const fontStyle = properties.fontStyle.parse(part("font-style"))?.(context) ?? "normal";
  return { style: { ...initialStyle, fontFamily, fontSize, fontWeight, fontStyle }, sizePx: fontSize / ptPerPx };
}
