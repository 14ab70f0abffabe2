import type { Diagnostics } from "../../diagnostics/index.ts";
import { type ChartRow, isFigure } from "../chart-row.ts";
import type { RecipeNotes } from "../recipes/recipe-notes.ts";
import type { TimeAxis } from "../recipes/time-axis.ts";
import type { PeriodTimes } from "../recipes/time-steps.ts";

interface CheckPeriodsOptions extends Pick<TimeAxis, "holds">, Pick<PeriodTimes, "unlike"> {
  readonly recipe: string;
  readonly diagnostics: Diagnostics;
}

/** Refuses a line from a month to a year, whose counts are of other lengths of time; columns of both are warned of, and cells are read one by one. */
export function checkPeriods({ holds, unlike, recipe, diagnostics }: CheckPeriodsOptions): void {
  if (!unlike || holds === "cells") return;
  const [short, long] = unlike;
  const isOfLines = holds === "lines";
  (isOfLines ? diagnostics.error : diagnostics.warn)({
    code: "chart-mixed-periods",
    message: `${recipe} is given periods of unlike lengths: ${short} is shorter than ${long}.`,
    hint: isOfLines
      ? "Give it those of one length: a line between them would show a rise or a fall that is one of the calendar."
      : "Give it those of one length, or say beside the chart that they are not: what is counted in a longer time is more.",
  });
}

interface CheckEndsOptions {
  readonly rows: readonly ChartRow[];
  readonly recipe: Pick<RecipeNotes, "recipe" | "ends">;
  readonly diagnostics: Diagnostics;
}

/** Refuses more periods than two where lines go from a first to a last: they would stand at even steps, and those between would have no figures (`chart-many-periods`). */
export function checkEnds({ rows, recipe: { recipe, ends }, diagnostics }: CheckEndsOptions): void {
  if (ends === undefined) return;
  const periods = [...new Set(rows.flatMap((row) => row[ends] ?? []))];
  if (periods.length <= 2) return;
  diagnostics.error({
    code: "chart-many-periods",
    message: `Rows of the chart have ${periods.length} periods in "${ends}" (${periods.slice(0, 3).join(", ")}${periods.length > 3 ? ", …" : ""}): ${recipe} draws lines from one to another.`,
    hint: "Give it the rows of two periods; or use trendSpec for up to 15 lines, and smallMultiplesSpec or sparklinesSpec for more, which have room for all periods.",
    source: { field: ends },
  });
}

interface CheckLinesOptions {
  readonly rows: readonly ChartRow[];
  readonly recipe: Pick<RecipeNotes, "recipe" | "timeAxis" | "gaps">;
  readonly diagnostics: Diagnostics;
}

/** Refuses a line of several figures at one period: it would join those of other things, and be told as the way of one (`chart-several-figures`). */
export function checkLines({ rows, recipe: { recipe, timeAxis, gaps }, diagnostics }: CheckLinesOptions): void {
  if (timeAxis?.holds !== "lines" || !gaps) return;
  const { field } = timeAxis;
  const { line = "" } = gaps;
  const met = new Set<string>();
  const again = rows.find(
    (row) => isFigure(row[gaps.field]) && met.size === met.add(JSON.stringify([row[field], row[line]])).size,
  );
  if (!again) return;
  diagnostics.error({
    code: "chart-several-figures",
    message: `${recipe} has several figures for "${again[field]}"${line ? ` of "${again[line]}"` : ""} on one line.`,
    hint: 'Select one of each dimension, or tell lines apart by "series".',
    source: { field },
  });
}
