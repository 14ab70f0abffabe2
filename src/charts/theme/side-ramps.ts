import { black, contrast, formatHex, readColor, white } from "../../stylesheet/index.ts";
import type { ChartTheme } from "./chart-theme.ts";
import { classesOf, rampThrough } from "./mix-colors.ts";
import { sideRanges, sidesRange } from "./side-ranges.ts";

/** Colours of classes on both sides of a midpoint: by how many classes the longer side has, less one, each from the midpoint outwards. */
export interface SideRamps {
  readonly below: readonly (readonly string[])[];
  readonly above: readonly (readonly string[])[];
  /** Of a class that the midpoint is in. */
  readonly middle: string;
}

type SidedColors = Pick<ChartTheme, "diverging" | "background" | "paperColor">;

/**
 * Ramps of one hue each, as of a scale with one side: from the colour of the page to the ends of the theme's scale of two sides, so that the same
 * distance from the midpoint is as dark on either side.
 */
export function sideRamps({ diverging, background, paperColor }: SidedColors, mostClasses: number): SideRamps {
  const paper = readColor(background ?? paperColor) ?? white;
  const isDark = contrast(paper, white) > contrast(paper, black);
  const ramps = (hue: readonly string[]) => {
    const ramp = rampThrough(hue).map((color) => readColor(color) ?? black);
    const outwards = isDark ? ramp.toReversed() : ramp;
    return Array.from({ length: mostClasses }, (_, index) => classesOf(outwards, index + 1).map(formatHex));
  };
  return {
    below: ramps(diverging.slice(0, Math.floor(diverging.length / 2))),
    above: ramps(diverging.slice(-Math.floor(diverging.length / 2))),
    middle: sideRanges(diverging)[sidesRange(3)]?.[1] ?? "#bbbbbb",
  };
}
