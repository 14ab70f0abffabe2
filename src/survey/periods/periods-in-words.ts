import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { textIn } from "../text-in.ts";

/** So many periods that are said twice are no chance. */
const fewestPeriods = 3;

/** Whether a column says the period of each row once more: in words, `2016 Enero` beside `2016-M01`, or by another era. It tells nothing apart. */
export function saysPeriodAgain(
  column: ColumnSurvey,
  periods: readonly ColumnSurvey[],
  survey: Pick<TableSurvey, "sheet" | "rows">,
): boolean {
  const pairs = pairsOf(column, periods, survey);
  return (
    pairs !== undefined &&
    (pairs.every(([own, said]) => yearIn(own) !== undefined && yearIn(own) === yearIn(said)) || areOfEra(pairs))
  );
}

/** Whether a column says the year of each row by another era: `民國63年` beside `1974`, `昭和49年`, `2517`. */
export function saysYearOfEra(
  column: ColumnSurvey,
  periods: readonly ColumnSurvey[],
  survey: Pick<TableSurvey, "sheet" | "rows">,
): boolean {
  const pairs = pairsOf(column, periods, survey);
  return pairs !== undefined && areOfEra(pairs);
}

/** What a column says beside each period, where it is one thing beside each. */
function pairsOf(
  column: ColumnSurvey,
  [period, other]: readonly ColumnSurvey[],
  { sheet, rows }: Pick<TableSurvey, "sheet" | "rows">,
): readonly (readonly [own: string, said: string])[] | undefined {
  if (!period || other || column.texts.length < fewestPeriods || column.texts.length !== period.texts.length)
    return undefined;
  const known = new Map<string, string>();
  for (const row of rows) {
    const [own, said] = [textIn(sheet, row, column.index), textIn(sheet, row, period.index)];
    if ((known.get(own) ?? said) !== said) return undefined;
    known.set(own, said);
  }
  return [...known];
}

/** Whether texts count years that are each so many before or after those beside them: one number for each era, which several years have. */
function areOfEra(pairs: readonly (readonly [own: string, said: string])[]): boolean {
  const offsets = new Map<string, number>();
  for (const [own, said] of pairs) {
    const { era = "", year = "" } = yearOfEra.exec(own.normalize("NFKC"))?.groups ?? {};
    const offset = Number(/^\d{4}(?=\D|$)/u.exec(said)?.[0]) - (year === "元" ? 1 : Number(year || Number.NaN));
    if (Number.isNaN(offset) || (offsets.get(era) ?? offset) !== offset) return false;
    // A number alone that differs by one year is that of the year before, or counts something.
    if (/^\d+$/u.test(own) ? !erasWithoutName.has(offset) : offset === 0) return false;
    offsets.set(era, offset);
  }
  return offsets.size * fewestOfEra <= pairs.length;
}
const yearOfEra = /^(?<era>\D*?)\s*(?<year>\d{1,4}|元)\D*$/u;
/** How far years of the Republic of China, Śaka, the Persian, the Buddhist, the Hebrew and the Korean era are from common ones. */
const erasWithoutName: ReadonlySet<number> = new Set([1911, 78, 79, 621, 622, -543, -3760, -3761, -2333]);
/** So many years, on average, has an era of a table. */
const fewestOfEra = 3;

const yearIn = (text: string): string | undefined => /(?<!\d)(?:19|20)\d{2}(?!\d)/u.exec(text)?.[0];
