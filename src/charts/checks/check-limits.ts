import type { Diagnostics } from "../../diagnostics/index.ts";
import type { ChartRow } from "../chart-row.ts";
import type { RecipeNotes } from "../recipes/recipe-notes.ts";

export interface CheckLimitsOptions {
  readonly rows: readonly ChartRow[];
  readonly recipe: Pick<RecipeNotes, "recipe" | "limits">;
  readonly diagnostics: Diagnostics;
}

/** Of fewer areas half may be outside for reasons of their own. */
const fewest = 10;

/** Warns of 95% control limits that more than half of the areas lie outside of: they differ by more than the limits allow for (`chart-overdispersed`). */
export function checkLimits({ rows, recipe: { recipe, limits }, diagnostics }: CheckLimitsOptions): void {
  if (limits === undefined) return;
  const within = rows.flatMap((row) => {
    const [value, low, high] = [row[limits.value], row[limits.low], row[limits.high]];
    if (typeof value !== "number" || typeof low !== "number" || typeof high !== "number") return [];
    return [low <= value && value <= high];
  });
  const outside = within.filter((isWithin) => !isWithin).length;
  if (within.length < fewest || outside * 2 <= within.length) return;
  diagnostics.warn({
    code: "chart-overdispersed",
    message: `${outside} of the ${within.length} areas that ${recipe} draws lie outside of their 95% limits: chance alone is not all that they differ by, and the limits single none of them out.`,
    hint: "Give limits that allow for what areas differ by besides chance (for overdispersion), or use stripSpec or rankingSpec, which have none.",
    source: { field: limits.value },
  });
}
