import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { textIn } from "../text-in.ts";

/** So many periods that are said twice are no chance. */
const fewestPeriods = 3;

/** Whether a column says the period of each row once more, in words: `2016 Enero` beside `2016-M01`. It tells nothing apart. */
export function saysPeriodAgain(
  column: ColumnSurvey,
  periods: readonly ColumnSurvey[],
  { sheet, rows }: Pick<TableSurvey, "sheet" | "rows">,
): boolean {
  const [period, other] = periods;
  if (!period || other || column.texts.length < fewestPeriods || column.texts.length !== period.texts.length)
    return false;
  const textAt = (row: number, { index }: ColumnSurvey) => textIn(sheet, row, index);
  const known = new Map<string, string>();
  return rows.every((row) => {
    const [own, said] = [textAt(row, column), textAt(row, period)];
    const isFirst = !known.has(own);
    if (isFirst) known.set(own, said);
    return known.get(own) === said && (!isFirst || (yearIn(own) !== undefined && yearIn(own) === yearIn(said)));
  });
}

const yearIn = (text: string): string | undefined => /(?<!\d)(?:19|20)\d{2}(?!\d)/u.exec(text)?.[0];
