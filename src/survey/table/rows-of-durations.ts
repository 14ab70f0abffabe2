import { type DurationForm, readDuration } from "../../dataset/index.ts";
import type { Sheet } from "../../tables/index.ts";
import { textIn } from "../text-in.ts";
import type { ColumnSurvey } from "./column-survey.ts";

/**
 * Rows of plain numbers between rows of durations, which a name of theirs tells apart: `1,660` children, where the others have `02:03`. They are in another
 * unit. Undefined where there are none, or where no column tells all of them.
 * @param written the sheet as it was before its durations were read.
 */
export function findOtherThanDurations(
  written: Sheet,
  columns: readonly ColumnSurvey[],
  { rows, durations }: { readonly rows: Uint32Array; readonly durations: ReadonlyMap<number, DurationForm> },
) {
  const textAt = (row: number, index: number) => textIn(written, row, index);
  const cellsOf = (row: number) => [...durations].map(([index, form]) => ({ form, text: textAt(row, index) }));
  const hasDuration = (row: number) => cellsOf(row).some(({ form, text }) => readDuration(text, form) !== undefined);
  const hasNumber = (row: number) =>
    cellsOf(row).some(({ form, text }) => /\d/u.test(text) && readDuration(text, form) === undefined);
  const numbers = rows.filter((row) => hasNumber(row));
  if (numbers.length === 0 || numbers.length === rows.length) return undefined;
  for (const { ref, index } of columns.filter(({ kind }) => kind === "label")) {
    const texts = new Set(Array.from(numbers, (row) => textAt(row, index)));
    const own = rows.filter((row) => texts.has(textAt(row, index)));
    if (own.length < rows.length && !own.some(hasDuration))
      return { column: ref, texts: [...texts], rows: new Set(own), areNoDurations: true };
  }
  return undefined;
}
