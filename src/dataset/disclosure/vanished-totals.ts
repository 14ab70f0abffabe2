import { compareText } from "../compare-labels.ts";
import type { DatasetEdition } from "../editions/edition.ts";
import { type CountTable, categoryIn, type Grid, keyWith, lastValue } from "./count-table.ts";

/**
 * Puts totals into a table that earlier editions had and this one has not, as counts that nobody publishes by now: what they came
 * to still ties their parts together. So it does with all cells of periods that are gone, whatever they come to (NaN).
 * @param isPast tells periods that are gone.
 */
export function addVanishedTotals(
  table: CountTable,
  { cells }: Pick<DatasetEdition, "cells">,
  isPast: (dimension: string, id: string) => boolean,
): void {
  for (const { measure, at } of cells) {
    const grid = table.gridFor(measure);
    if (!grid?.additive || grid.axes.some(({ dimension, indexOf }) => !indexOf.has(at[dimension] ?? ""))) continue;
    const key = grid.keys.numberOf(
      grid.axes.map(({ dimension, indexOf }) => indexOf.get(at[dimension] ?? "") as number),
    );
    if (grid.cells.has(key)) continue;
    const isOfPast = Object.entries(at).some(([dimension, id]) => isPast(dimension, id));
    const value = isOfPast
      ? Number.NaN
      : (sumOf(table, grid, key) ?? (grid.overTime === "flow" ? sumOverTime(table, grid, key) : undefined));
    if (value !== undefined) table.addLatent(grid, key, value);
  }
}

/** What the parts of a category come to in the first dimension in which there are any. */
function sumOf(table: CountTable, grid: Grid, key: number): number | undefined {
  const own = grid.cells.get(key);
  if (own !== undefined) return lastValue(table, own);
  for (const [axis, { children, overlapping }] of grid.axes.entries()) {
    if (overlapping) continue;
    const parts = (children[categoryIn(grid, key, axis)] ?? []).flatMap(
      (child) => sumOf(table, grid, keyWith(grid, key, axis, child)) ?? [],
    );
    if (parts.length > 0) return parts.reduce((sum, part) => sum + part, 0);
  }
  return undefined;
}

/** What the shortest periods within a longer one come to, those that do not overlap. */
function sumOverTime(table: CountTable, grid: Grid, key: number): number | undefined {
  const axis = grid.axes.findIndex(({ periods }) => periods !== undefined);
  const periods = grid.axes[axis]?.periods ?? [];
  const outer = periods[axis < 0 ? -1 : categoryIn(grid, key, axis)];
  if (!outer) return undefined;
  const within = periods
    .flatMap((period, index) => {
      const cell = grid.cells.get(keyWith(grid, key, axis, index));
      const isWithin = period.start >= outer.start && period.endExclusive <= outer.endExclusive;
      return cell !== undefined && isWithin ? [{ period, value: lastValue(table, cell) }] : [];
    })
    .sort(
      (a, b) =>
        compareText(a.period.endExclusive, b.period.endExclusive) || compareText(b.period.start, a.period.start),
    );
  let end = "";
  let sum: number | undefined;
  for (const { period, value } of within) {
    if (period.start < end) continue;
    sum = (sum ?? 0) + value;
    end = period.endExclusive;
  }
  return sum;
}
