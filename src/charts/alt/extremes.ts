import { type Figure, listOf, type Reading } from "./reading.ts";

/** `Highest: London, 274. Lowest: Wales and Kent, 12 each.` One sentence where all are the same; none for one figure. */
export function describeExtremes(figures: readonly Figure[], { format }: Reading): string[] {
  if (figures.length < 2) return figures.map((figure) => `${figure.name}: ${format(figure.value)}.`);
  const values = figures.map(({ value }) => value);
  const highest = Math.max(...values);
  const lowest = Math.min(...values);
  // What reads the same is the same: no highest and lowest that differ by less than is shown.
  if (format(highest) === format(lowest)) return [`All ${figures.length} are ${format(highest)}.`];
  return [`Highest: ${holders(figures, highest, format)}.`, `Lowest: ${holders(figures, lowest, format)}.`];
}

function holders(figures: readonly Figure[], value: number, format: Reading["format"]): string {
  const names = figures.filter((figure) => format(figure.value) === format(value)).map(({ name }) => name);
  return `${listOf(names)}, ${format(value)}${names.length > 1 ? " each" : ""}`;
}
