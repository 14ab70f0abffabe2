import type { CssNode } from "css-tree";
import {
  type Color,
  keywordOf,
  parseColor,
  parseLength,
  splitAtCommas,
  type ValueNodes,
} from "../../stylesheet/index.ts";
import type { Shadow } from "./computed-style.ts";
import type { Compute } from "./property.ts";

/** `none`, or shadows from the topmost down: two or three lengths, a colour before or after them (CSS Text Decoration 3, 4). */
export function parseShadows(nodes: ValueNodes): Compute<readonly Shadow[]> | undefined {
  if (keywordOf(nodes) === "none") return () => [];
  const shadows = splitAtCommas(nodes).map(parseShadow);
  if (shadows.includes(undefined)) return undefined;
  return (context) => (shadows as Compute<Shadow>[]).map((shadow) => shadow(context));
}

function parseShadow(nodes: readonly CssNode[]): Compute<Shadow> | undefined {
  const colors: (Color | "currentcolor")[] = [];
  const lengths: NonNullable<ReturnType<typeof parseLength>>[] = [];
  for (const node of nodes) {
    const length = parseLength(node);
    const color = keywordOf([node]) === "currentcolor" ? "currentcolor" : parseColor(node);
    if (length) lengths.push(length);
    else if (color) colors.push(color);
    else return undefined;
  }
  const [x, y, blur, ...others] = lengths;
  if (!x || !y || others.length > 0 || colors.length > 1) return undefined;
  const [color = "currentcolor"] = colors;
  return (context) => ({
    x: x(context),
    y: y(context),
    blur: Math.max(0, blur?.(context) ?? 0),
    color: color === "currentcolor" ? context.color : color,
  });
}
