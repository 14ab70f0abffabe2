import type { CssNode } from "css-tree";
import { black, type Color, keywordOf, parseColor } from "../../stylesheet/index.ts";

/** From the colour of the text to the colour. */
type ColorValue = (context: { readonly color: Color }) => Color;

/** One colour, `currentcolor` among them and in it (`color-mix(in oklab, currentcolor 60%, white)`). */
export function colorValue(node: CssNode | undefined): ColorValue | undefined {
  if (!node) return undefined;
  if (isCurrentColor(node)) return ({ color }) => color;
  const fixed = parseColor(node);
  if (fixed) return () => fixed;
  // Whether it is a colour does not depend on what the current one is.
  return parseColor(node, black) && (({ color }) => parseColor(node, color) ?? color);
}

const isCurrentColor = (node: CssNode): boolean => keywordOf([node]) === "currentcolor";
