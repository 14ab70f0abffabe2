import { isObject } from "../json.ts";
import type { SceneItem } from "./read-scene.ts";
import { rowTag } from "./row-tags.ts";
import type { DatumTracer } from "./traced-datum.ts";

/** Of a square: what is drawn less exactly than this is not seen. */
const tolerance = 0.05;

/**
 * Whether squares are to be counted, and are as many as the figures say: squares of one size, of which the last of each row may be cut; of every
 * row as many as its figure has units. What a unit is stands in the data of all squares, from where a legend has it. No other place is read.
 */
export function areCounted(items: readonly SceneItem[], tracer: DatumTracer): boolean {
  // They are cut across, and so all as high as they would be wide.
  const full = Math.max(0, ...items.map(({ height = 0 }) => height));
  const isSquare = ({ width = 0, height = 0 }: SceneItem) =>
    Math.abs(height - full) <= tolerance * full && width <= full * (1 + tolerance);
  if (full === 0 || !items.every(isSquare)) return false;
  const widths = new Map<unknown, SceneItem[]>();
  for (const item of items) {
    const row = isObject(item.datum) ? item.datum[rowTag] : undefined;
    if (typeof row !== "number") return false;
    widths.set(row, [...(widths.get(row) ?? []), item]);
  }
  const isWhole = ({ width = 0 }: SceneItem) => Math.abs(width - full) <= tolerance * full;
  const counts = [...widths.values()].map((squares) => ({
    // Of two that are cut nobody knows how much they are together.
    isCountable: squares.filter((square) => !isWhole(square)).length <= 1,
    count: squares.reduce((sum, { width = 0 }) => sum + width / full, 0),
    figures: [...(tracer.trace(squares[0]?.datum)?.own.keys() ?? [])],
  }));
  return unitsOf(items).some((unit) =>
    counts.every(
      ({ isCountable, count, figures }) =>
        isCountable && figures.some((figure) => Math.abs(figure / unit - count) <= tolerance),
    ),
  );
}

/** Numbers that all squares have in common. */
function unitsOf(items: readonly SceneItem[]): readonly number[] {
  return Object.entries(items[0]?.datum ?? {}).flatMap(([field, value]) =>
    typeof value === "number" &&
    field !== rowTag &&
    items.every(({ datum }) => isObject(datum) && datum[field] === value)
      ? [value]
      : [],
  );
}
