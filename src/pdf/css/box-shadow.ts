import type { CssNode } from "css-tree";
import {
  type Color,
  keywordOf,
  parseColor,
  parseLength,
  splitAtCommas,
  type ValueNodes,
} from "../../stylesheet/index.ts";
import type { BoxShadow } from "./computed-style.ts";
import type { Compute } from "./property.ts";

/** `none`, or shadows from the topmost down (CSS Backgrounds 3, 7.1.1). */
export function parseBoxShadows(nodes: ValueNodes): Compute<readonly BoxShadow[]> | undefined {
  if (keywordOf(nodes) === "none") return () => [];
  const shadows = splitAtCommas(nodes).map(parseShadow);
  if (shadows.includes(undefined)) return undefined;
  return (context) => (shadows as Compute<BoxShadow>[]).map((shadow) => shadow(context));
}

function parseShadow(nodes: readonly CssNode[]): Compute<BoxShadow> | undefined {
  const isInset = nodes.some((node) => keywordOf([node]) === "inset");
  const colors: (Color | "currentcolor")[] = [];
  const lengths: NonNullable<ReturnType<typeof parseLength>>[] = [];
  for (const node of nodes) {
    const length = parseLength(node);
    const keyword = keywordOf([node]);
    const color = keyword === "currentcolor" ? keyword : parseColor(node);
    if (length) lengths.push(length);
    else if (color) colors.push(color);
    else if (keyword !== "inset") return undefined;
  }
  const [x, y, blur, spread, ...others] = lengths;
  if (!x || !y || others.length > 0 || colors.length > 1) return undefined;
  const [color = "currentcolor"] = colors;
  return (context) => ({
    x: x(context),
    y: y(context),
    blur: Math.max(0, blur?.(context) ?? 0),
    spread: spread?.(context) ?? 0,
    color: color === "currentcolor" ? context.color : color,
    isInset,
  });
}
