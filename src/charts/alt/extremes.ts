import type { Figure, Reading } from "./reading.ts";

/** `highest London, 274; lowest Kent and Wiltshire, 12 each`, a clause; the figure itself where there is only one. */
export function describeExtremes(figures: readonly Figure[], { format, words }: Reading): string {
  const values = figures.map(({ value }) => value);
  const highest = Math.max(...values);
  const lowest = Math.min(...values);
  const held = (value: number) => ({
    names: figures.filter((figure) => format(figure.value) === format(value)).map(({ name }) => name),
    figure: format(value),
  });
  if (figures.length === 1) return words.charts.only(held(highest));
  // What reads the same is the same: no highest and lowest that differ by less than is shown.
  if (format(highest) === format(lowest)) return words.charts.same(figures.length, format(highest));
  return words.charts.extremes({ highest: held(highest), lowest: held(lowest) });
}
