import { namedColors } from "@csstools/color-helpers";
import { color as readCssColor, serializeRGB } from "@csstools/css-color-parser";
import { parseComponentValue } from "@csstools/css-parser-algorithms";
import { tokenize } from "@csstools/css-tokenizer";
import { type CssNode, type FunctionNode, generate } from "css-tree";
import { systemColors } from "./system-colors.ts";
import { parseValue, splitAtCommas } from "./value-nodes.ts";

/** sRGB, each channel 0 to 1. */
export interface Color {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

export const white: Color = { red: 1, green: 1, blue: 1, alpha: 1 };
export const black: Color = { red: 0, green: 0, blue: 0, alpha: 1 };
export const transparent: Color = { red: 0, green: 0, blue: 0, alpha: 0 };

/**
 * A colour of CSS Color 5, in sRGB: wider ones are brought into it. System colours, and `light-dark()`, are those of the light scheme.
 * @param current what `currentcolor` is within a function. By itself it is for the caller to know; it gives undefined.
 */
export function parseColor(node: CssNode | undefined, current?: Color): Color | undefined {
  if (!node) return undefined;
  if (node.type === "Hash") return parseHex(node.value);
  if (node.type === "Identifier") {
    const name = node.name.toLowerCase();
    if (name === "transparent") return transparent;
    const named = Object.hasOwn(namedColors, name) ? namedColors[name] : undefined;
    if (!named) return parseHex(systemColors[name] ?? "");
    const [red, green, blue] = named;
    return { red: red / 255, green: green / 255, blue: blue / 255, alpha: 1 };
  }
  if (node.type !== "Function") return undefined;
  return parseSimple(node) ?? parseFunction(node, current);
}

/** As nearly all colours are written that programs write: without this, a page of them would take as long as the rest of it. */
function parseSimple({ name, children }: FunctionNode): Color | undefined {
  const parts = children.toArray().filter((part) => part.type !== "Operator");
  if (/^rgba?$/i.test(name)) return parseRgb(parts);
  return /^hsla?$/i.test(name) ? parseHsl(parts) : undefined;
}

function parseFunction(node: FunctionNode, current: Color | undefined): Color | undefined {
  if (node.name.toLowerCase() === "light-dark") {
    const [light, dark, ...rest] = splitAtCommas(node.children.toArray());
    return light?.length === 1 && dark?.length === 1 && rest.length === 0 ? parseColor(light[0], current) : undefined;
  }
  const css = generate(node);
  const known = current ? css.replaceAll(/\bcurrentcolor\b/gi, formatHex(current)) : css;
  const value = parseComponentValue(tokenize({ css: known }));
  const read = value && readCssColor(value);
  return read ? readColor(serializeRGB(read).toString()) : undefined;
}

/** A colour by itself; undefined where the text is none. */
export function readColor(text: string): Color | undefined {
  const nodes = parseValue(text);
  return nodes.length === 1 ? parseColor(nodes[0]) : undefined;
}

/** As `#rrggbb`, with two digits more where it is not opaque. */
export function formatHex({ red, green, blue, alpha }: Color): string {
  const channels = alpha < 1 ? [red, green, blue, alpha] : [red, green, blue];
  return `#${channels
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

function parseHex(digits: string): Color | undefined {
  if (!/^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(digits)) return undefined;
  const full = digits.length < 6 ? [...digits].map((digit) => digit + digit).join("") : digits;
  const channel = (index: number) => Number.parseInt(full.slice(index * 2, index * 2 + 2), 16) / 255;
  return { red: channel(0), green: channel(1), blue: channel(2), alpha: full.length === 8 ? channel(3) : 1 };
}

function parseRgb(parts: readonly CssNode[]): Color | undefined {
  const [red, green, blue] = parts.slice(0, 3).map((part) => numberOf(part, 255));
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return withAlpha({ red: clamp(red), green: clamp(green), blue: clamp(blue) }, parts[3]);
}

/** CSS Color 4, 7: the conversion formula of the specification. */
function parseHsl(parts: readonly CssNode[]): Color | undefined {
  const [hueNode, ...rest] = parts;
  const hue = hueNode?.type === "Dimension" && hueNode.unit === "deg" ? Number(hueNode.value) : numberOf(hueNode, 1);
  const [saturation, lightness] = rest.slice(0, 2).map((part) => numberOf(part, 100));
  if (hue === undefined || saturation === undefined || lightness === undefined) return undefined;
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12;
    return clamp(lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return withAlpha({ red: channel(0), green: channel(8), blue: channel(4) }, rest[2]);
}

function withAlpha(color: Omit<Color, "alpha">, node: CssNode | undefined): Color | undefined {
  if (!node) return { ...color, alpha: 1 };
  const alpha = numberOf(node, 1);
  return alpha === undefined ? undefined : { ...color, alpha: clamp(alpha) };
}

function numberOf(node: CssNode | undefined, scale: number): number | undefined {
  if (node?.type === "Number") return Number(node.value) / scale;
  if (node?.type === "Percentage") return Number(node.value) / 100;
  return undefined;
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));
