import type { Diagnostics } from "../../diagnostics/index.ts";
import type { ChartRow } from "../chart-row.ts";
import { mostOfWhole } from "../most-of-whole.ts";
import type { RecipeNotes } from "../recipes/recipe-notes.ts";

export interface CheckAmountsOptions {
  readonly rows: readonly ChartRow[];
  readonly recipe: RecipeNotes;
  readonly diagnostics: Diagnostics;
}

/**
 * Reports figures that a recipe of amounts would draw wrongly, or not at all (`chart-bad-value`): one below zero, and parts that are more than their
 * whole, which have no room in its bar.
 */
export function checkAmounts({ rows, recipe: { recipe, amounts, timeAxis }, diagnostics }: CheckAmountsOptions): void {
  if (!amounts) return;
  const { field, wholeOf } = amounts;
  const below = rows.findIndex((row) => Number(row[field] ?? 0) < 0);
  if (below >= 0)
    diagnostics.error({
      code: "chart-bad-value",
      message: `Row ${below + 1} of the chart has ${rows[below]?.[field]} in "${field}": ${recipe} draws amounts, of which none is below zero.`,
      hint: `Use ${timeAxis?.holds === "lines" ? "trendSpec" : "barSpec or rankingSpec"} for figures below zero.`,
      source: { field },
    });
  if (wholeOf === undefined) return;
  const sums = new Map<unknown, number>();
  for (const row of rows) sums.set(row[wholeOf], (sums.get(row[wholeOf]) ?? 0) + Number(row[field] ?? 0));
  const over = [...sums].find(([, sum]) => sum > mostOfWhole);
  if (over)
    diagnostics.error({
      code: "chart-bad-value",
      message: `The shares of ${JSON.stringify(over[0])} in "${field}" add up to ${Number(over[1].toPrecision(3))}, and a whole is 1.`,
      hint: "Give shares from 0 to 1 of parts that do not overlap; those that do are drawn beside one another.",
      source: { field },
    });
}
