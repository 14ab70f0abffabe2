import type { ComputedStyle } from "../css/computed-style.ts";
import type { FontMetrics } from "./word-shaper.ts";

/** pt. What `normal` comes to is the font's to say; browsers take each part of it in whole px. */
export function lineHeightOf({ lineHeight, fontSize }: ComputedStyle, font: FontMetrics): number {
  if (lineHeight.kind === "factor") return lineHeight.value * fontSize;
  if (lineHeight.kind === "length") return lineHeight.value;
  const inPx = (em: number) => Math.round((em * fontSize) / ptPerPx);
  return (inPx(font.ascent) + inPx(font.descent) + inPx(font.lineGap)) * ptPerPx;
}

const ptPerPx = 0.75;
