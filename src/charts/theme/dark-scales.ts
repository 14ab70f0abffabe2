import {
  black,
  type Color,
  contrast,
  formatHex,
  mixColors,
  readableColor,
  readColor,
  white,
} from "../../stylesheet/index.ts";
import type { ChartTheme } from "./chart-theme.ts";

/** Of the ends of a scale of two sides with a dark page, and of its middle: the ends are to be seen first. */
const contrastOf = { end: 7, middle: 1.6 };

/**
 * A theme whose scales of figures begin at its page: on a dark one a ramp that grows dark is turned round, and a scale of two sides has a
 * dark middle, unless the stylesheets say one of their own for dark pages.
 */
export function withScalesOfPaper(dark: ChartTheme, light: ChartTheme): ChartTheme {
  const paper = readColor(dark.background ?? dark.paperColor) ?? white;
  if (contrast(paper, white) < contrast(paper, black)) return dark;
  const [first, last] = [dark.ramp.at(0), dark.ramp.at(-1)].map((color) => readColor(color ?? "") ?? paper);
  const isTurned = first && last && contrast(first, paper) > contrast(last, paper);
  const isOfLight = JSON.stringify(dark.diverging) === JSON.stringify(light.diverging);
  return {
    ...dark,
    ramp: isTurned ? dark.ramp.toReversed() : dark.ramp,
    diverging: isOfLight ? divergingOn(paper, dark.diverging) : dark.diverging,
  };
}

/** The hues of the ends, as light as a dark page needs them, over a grey between. */
function divergingOn(paper: Color, colors: readonly string[]): readonly string[] {
  const end = (color: string | undefined): Color => {
    const own = readColor(color ?? "") ?? white;
    return readableColor(own, [paper], contrastOf.end) ?? white;
  };
  const middle = readableColor(mixColors(paper, white, 0.05), [paper], contrastOf.middle) ?? white;
  const [left, right] = [end(colors.at(0)), end(colors.at(-1))];
  const between = (from: Color) => mixColors(from, middle, 0.35);
  return [left, between(left), middle, between(right), right].map(formatHex);
}
