import { black, readColor } from "../../stylesheet/index.ts";
import type { ChartTheme } from "./chart-theme.ts";
import { leastDistance } from "./color-vision.ts";
import { companions } from "./house-colors.ts";

/** CIELAB: twice what is told apart at a glance where the two lie far from each other, as in a legend. */
export const paletteDistance = 20;

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
