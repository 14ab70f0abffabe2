import { black, contrast, formatHex, mixColors, readColor, white } from "../../stylesheet/index.ts";

/** The most answers that a chart of two sides has: three on each, and one between. */
const mostSides = 7;

/** The name of a range of so many colours, from one end of the theme's diverging scale to the other. */
export const sidesRange = (count: number) => `sides${count}`;

const knownRanges = new WeakMap<readonly string[], Readonly<Record<string, readonly string[]>>>();

/** Ranges of two to `mostSides` colours, by their names: the same for each chart of a theme. */
export function sideRanges(diverging: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const ranges =
    knownRanges.get(diverging) ??
    Object.fromEntries(
      Array.from({ length: mostSides - 1 }, (_, index) => [sidesRange(index + 2), evenly(diverging, index + 2)]),
    );
  knownRanges.set(diverging, ranges);
  return ranges;
}

const leastContrast = 1.5;

function evenly(given: readonly string[], count: number): readonly string[] {
  const colors = given.map((color) => readColor(color) ?? black);
  return Array.from({ length: count }, (_, index) => {
    const at = (index / (count - 1)) * (colors.length - 1);
    const left = Math.min(Math.floor(at), Math.max(0, colors.length - 2));
    const [from = black, to = from] = colors.slice(left, left + 2);
    const color = mixColors(from, to, at - left);
    // What is between two sides is pale, and has to be seen on paper all the same.
    return formatHex(contrast(color, white) < leastContrast ? mixColors(color, black, 0.2) : color);
  });
}
