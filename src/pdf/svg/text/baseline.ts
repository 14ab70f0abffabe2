import { xHeightOf } from "../../../fonts/index.ts";
import type { Styled } from "../../css/style-engine.ts";
import type { SvgBaseline } from "../../css/svg-style.ts";
import type { TextFont, WordShaper } from "../../text/word-shaper.ts";
import { ptPerPx } from "../lengths.ts";

/** How far `baseline-shift` lifts the text of an element, px; up and down by half of the font's height. */
export function baselineShift({ style }: Styled, shaper: WordShaper): number {
  if (typeof style.baselineShift === "number") return style.baselineShift / ptPerPx;
  const { ascent, descent } = shaper.fontOf(style);
  const half = ((ascent + descent) / 2) * (style.fontSize / ptPerPx);
  return style.baselineShift === "super" ? half : -half;
}

/** How far below the point where text is placed its alphabetic baseline lies, em (SVG 2, 11.10.2). */
export function baselineOffset({ style }: Styled, font: TextFont): number {
  const own = style.alignmentBaseline === "auto" ? style.dominantBaseline : style.alignmentBaseline;
  return offsetOf[own](font);
}

const offsetOf: Readonly<Record<SvgBaseline, (font: TextFont) => number>> = {
  auto: () => 0,
  alphabetic: () => 0,
  middle: (font) => xHeight(font) / 2,
  central: (font) => (font.ascent - font.descent) / 2,
  mathematical: (font) => font.ascent * 0.5,
  hanging: (font) => font.ascent * 0.8,
  top: (font) => font.ascent,
  bottom: (font) => -font.descent,
};

/** Of the face that draws an x, em; half an em where it does not say (CSS Values 4, 6.1.1). */
function xHeight(font: TextFont): number {
  const face = font.word("x").runs[0]?.face.font;
  return (face && xHeightOf(face)) ?? 0.5;
}
