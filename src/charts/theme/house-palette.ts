import { black, readColor } from "../../stylesheet/index.ts";
import type { ChartTheme } from "./chart-theme.ts";
import { leastDistance } from "./color-vision.ts";

/** CIELAB: twice what is told apart at a glance where the two lie far from each other, as in a legend. */
export const paletteDistance = 20;

/** The house's colours of categories beside the highlight, each for light and for dark paper. */
export const companions: readonly (readonly [light: string, dark: string])[] = [
  ["#c2570c", "#ee8133"],
  ["#2a9d8f", "#2a9d8f"],
  ["#4f321f", "#8a6540"],
  ["#8e7bcf", "#b78bf7"],
  ["#a46c4c", "#f0e490"],
  ["#5b1a94", "#3df0cc"],
  ["#4d62e6", "#62629e"],
  // The house's own highlight, for those who have another.
  ["#12436d", "#a9cdf0"],
];

/** What stands in a theme's palette until both schemes are read. */
export const autoPalette: readonly string[] = ["auto"];

/**
 * Themes with `auto` palettes filled in: the highlight, then the house's colours that all readers tell from it, in either
 * scheme, so that a category keeps its place.
 */
export function fillPalettes<T extends ChartTheme | undefined>(light: ChartTheme, dark: T): readonly [ChartTheme, T] {
  const kept = companions.filter(
    ([onLight, onDark]) =>
      isApart(onLight, light.highlightColor) && (dark === undefined || isApart(onDark, dark.highlightColor)),
  );
  const fill = <U extends ChartTheme>(theme: U, scheme: 0 | 1): U =>
    theme.palette === autoPalette
      ? { ...theme, palette: [theme.highlightColor, ...kept.map((colors) => colors[scheme])] }
      : theme;
  return [fill(light, 0), dark === undefined ? dark : fill(dark, 1)];
}

const isApart = (a: string, b: string) =>
  leastDistance(readColor(a) ?? black, readColor(b) ?? black).distance >= paletteDistance;
