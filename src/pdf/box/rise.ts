import { resolveLength } from "../../stylesheet/index.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import { lineHeightOf } from "../text/line-height.ts";
import type { WordShaper } from "../text/word-shaper.ts";
import type { Surroundings } from "./build-context.ts";

/** Raised and lowered by parts of the parent's size, as fonts' own metrics tend to say. */
const superRise = 0.34;
const subDrop = 0.16;

/** Where `vertical-align` puts text of this style in what is around it (CSS 2.2, 10.8.1). */
export function riseIn(
  style: ComputedStyle,
  around: Surroundings,
  shaper: WordShaper,
): Pick<Surroundings, "rise" | "edge"> {
  const { verticalAlign } = style;
  if (verticalAlign === "top" || verticalAlign === "bottom") return { rise: 0, edge: { side: verticalAlign } };
  return { rise: around.rise + riseOf(style, around.styled.style, shaper), edge: around.edge };
}

/** How far `vertical-align` lifts text over the baseline of its parent; that of the edges of a line is for the line to know. */
export function riseOf(style: ComputedStyle, parent: ComputedStyle, shaper: WordShaper): number {
  const { verticalAlign, fontSize } = style;
  if (verticalAlign === "baseline") return 0;
  if (typeof verticalAlign === "number") return verticalAlign;
  if (verticalAlign === "super") return parent.fontSize * superRise;
  if (verticalAlign === "sub") return -parent.fontSize * subDrop;
  const own = shaper.fontOf(style);
  if (typeof verticalAlign === "object") return resolveLength(verticalAlign, lineHeightOf(style, own));
  const around = shaper.fontOf(parent);
  // Half of the leading above the text, half below.
  const half = lineHeightOf(style, own) / 2;
  const middle = ((own.ascent - own.descent) * fontSize) / 2;
  if (verticalAlign === "middle") return (around.xHeight * parent.fontSize) / 2 - middle;
  if (verticalAlign === "text-top") return around.ascent * parent.fontSize - half - middle;
  if (verticalAlign === "text-bottom") return half - middle - around.descent * parent.fontSize;
  return 0;
}
