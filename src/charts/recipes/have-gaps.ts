import type { ChartRow } from "../chart-row.ts";
import type { RecipeNotes } from "./recipe-notes.ts";

/** Whether rows have a gap, or a line of one figure: what the layers for gaps draw, which stand without a line beside them. */
export function haveGaps({ field, line }: NonNullable<RecipeNotes["gaps"]>, rows: readonly ChartRow[]): boolean {
  if (!rows.every((row) => Number.isFinite(row[field]))) return true;
  const counts = new Map<unknown, number>();
  for (const row of rows) {
    const name = line === undefined ? undefined : row[line];
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts.values()].includes(1);
}
