import type { Diagnostics } from "../../diagnostics/index.ts";
import type { ChartRow } from "../chart-row.ts";
import type { RecipeNotes } from "../recipes/recipe-notes.ts";
import type { MeaningOf } from "../scene-reading/field-meaning.ts";

export interface CheckIntervalsOptions {
  readonly rows: readonly ChartRow[];
  readonly recipe: RecipeNotes;
  /** Field of the figures that the intervals are of. */
  readonly value: string;
  readonly meaningOf: MeaningOf;
  readonly diagnostics: Diagnostics;
}

/** What a whole is, by the unit of the shares of it. */
const wholes: Readonly<Record<string, number>> = { percent: 1, percentage: 100 };

/**
 * Warns of intervals of shares that reach below none or above all of a whole (`chart-interval-impossible`), as those do that are worked out as if shares had no ends.
 * Figures of a measure that is below zero somewhere are changes, and have none.
 */
export function checkIntervals({
  rows,
  recipe: { recipe, interval },
  value,
  meaningOf,
  diagnostics,
}: CheckIntervalsOptions): void {
  if (interval === undefined) return;
  const { low, high } = interval;
  const { unit = "", isSigned } = meaningOf(value) ?? {};
  const whole = wholes[unit];
  if (whole === undefined || isSigned || [low, high].some((field) => meaningOf(field)?.unit !== unit)) return;
  const isWithin = (figure: unknown) => typeof figure !== "number" || (figure >= 0 && figure <= whole);
  if (!rows.every((row) => isWithin(row[value]))) return;
  const found = rows.findIndex((row) => !isWithin(row[low]) || !isWithin(row[high]));
  if (found < 0) return;
  const field = isWithin(rows[found]?.[low]) ? high : low;
  diagnostics.warn({
    code: "chart-interval-impossible",
    message: `Row ${found + 1} of the chart has ${rows[found]?.[field]} in "${field}", the end of an interval of a share: ${recipe} draws it, and no share is below 0% or above 100%.`,
    hint: "Give intervals that end where shares do, such as Wilson's or Clopper and Pearson's; or say in `interval` how those of the publisher were worked out.",
    source: { field },
  });
}
