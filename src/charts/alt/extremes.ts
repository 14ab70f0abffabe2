import { type Figure, listOf, type Reading } from "./reading.ts";

/** `highest London, 274; lowest Kent and Wiltshire, 12 each`, a clause; the figure itself where there is only one. */
export function describeExtremes(figures: readonly Figure[], { format }: Reading): string {
  const values = figures.map(({ value }) => value);
  const highest = Math.max(...values);
  const lowest = Math.min(...values);
  const held = (value: number) => {
    const names = figures.filter((figure) => format(figure.value) === format(value)).map(({ name }) => name);
    return `${[listOf(names), format(value)].filter(Boolean).join(", ")}${names.length > 1 ? " each" : ""}`;
  };
  if (figures.length === 1) return held(highest);
  // What reads the same is the same: no highest and lowest that differ by less than is shown.
  if (format(highest) === format(lowest)) return `all ${figures.length} are ${format(highest)}`;
  return `highest ${held(highest)}; lowest ${held(lowest)}`;
}
