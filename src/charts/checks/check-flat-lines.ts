import type { Diagnostics } from "../../diagnostics/index.ts";
import type { ChartRow } from "../chart-row.ts";
import type { RecipeNotes } from "../recipes/recipe-notes.ts";

export interface CheckFlatLinesOptions {
  readonly rows: readonly ChartRow[];
  readonly recipe: RecipeNotes;
  readonly diagnostics: Diagnostics;
}

/** A line that keeps below this share of the scale hardly leaves its axis. */
const flat = 0.2;
/** So many of the lines have to, at least, and this share of them. */
const least = { count: 3, share: 0.5 };

/** Warns of small charts on one scale of which many are flat, since others have figures that are many times theirs (`chart-flat-lines`). */
export function checkFlatLines({ rows, recipe: { recipe, gaps }, diagnostics }: CheckFlatLinesOptions): void {
  if (recipe !== "smallMultiplesSpec" || gaps?.line === undefined) return;
  const { field, line } = gaps;
  const highest = new Map<unknown, number>();
  for (const row of rows) {
    const figure = row[field];
    if (typeof figure === "number") highest.set(row[line], Math.max(highest.get(row[line]) ?? 0, Math.abs(figure)));
  }
  const all = [...highest.values()];
  const top = all.reduce((most, each) => Math.max(most, each), 0);
  const flatCount = all.filter((each) => each < flat * top).length;
  if (flatCount < least.count || flatCount < least.share * all.length) return;
  diagnostics.warn({
    code: "chart-flat-lines",
    message: `${flatCount} of the ${all.length} lines that smallMultiplesSpec draws on one scale keep below a fifth of it: readers hardly see how they go.`,
    hint: "Use sparklinesSpec, in which each line has a scale of its own, as it says; or draw those of large figures in a chart of their own.",
    source: { field },
  });
}
