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
const contrastOf = { end: 7, middle: 2 };

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

/**
 * Both hues over a grey between. Each is made of the colour of its side that is nearest to what a dark page needs, and darkened with black: what is mixed with
 * white or grey loses the hue that tells the sides apart.
 */
function divergingOn(paper: Color, colors: readonly string[]): readonly string[] {
  const half = Math.floor(colors.length / 2);
  const end = (side: readonly string[]): Color => {
    const far = (color: Color) => Math.abs(Math.log(contrast(color, paper) / contrastOf.end));
    const [own = white] = side.flatMap((color) => readColor(color) ?? []).toSorted((a, b) => far(a) - far(b));
    return readableColor(own, [paper], contrastOf.end) ?? white;
  };
  const middle = readableColor(mixColors(paper, white, 0.05), [paper], contrastOf.middle) ?? white;
  const [left, right] = [end(colors.slice(0, half)), end(colors.slice(-half))];
  const between = (from: Color) => mixColors(from, black, 0.25);
  return [left, between(left), middle, between(right), right].map(formatHex);
}
