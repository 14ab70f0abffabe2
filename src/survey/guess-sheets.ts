import { periodReadings } from "../dataset/index.ts";
import { periodIn } from "./periods/period-in-text.ts";
import type { TableSurvey } from "./table/column-survey.ts";

/** Sheets that hold the same table, a period each. */
export interface SheetsGuess {
  readonly names: readonly string[];
  /** What their names look like, with a pair of braces for the period. */
  readonly pattern: string;
  /** What the labels of a column are on each of them. */
  textsOf(index: number): readonly (readonly string[])[];
}

/** Finds the sheets of a workbook that have the headings of one of them, and are called after periods. */
export function guessSheets(surveys: readonly TableSurvey[], one: TableSurvey): SheetsGuess | undefined {
  const headings = headingsOf(one);
  const alike = surveys.flatMap((survey) => {
    const name = survey.sheet.name ?? "";
    const found = periodReadings(name).length > 0 ? name : periodIn.exec(name)?.[0];
    const isAlike = headingsOf(survey) === headings && found !== undefined && periodReadings(found).length === 1;
    return isAlike ? [{ name, pattern: name.replace(found, "{}"), period: periodReadings(found)[0]?.id, survey }] : [];
  });
  const own = alike.find(({ survey }) => survey === one);
  const same = alike.filter(({ pattern }) => pattern === own?.pattern);
  const isEach = new Set(same.map(({ period }) => period)).size === same.length;
  return own && same.length > 1 && isEach
    ? {
        names: same.map(({ name }) => name).sort(),
        pattern: own.pattern,
        textsOf: (index) => same.map(({ survey }) => survey.columns[index]?.texts ?? []),
      }
    : undefined;
}

const headingsOf = ({ columns, headerRow }: TableSurvey): string =>
  JSON.stringify([headerRow, columns.map(({ name }) => name)]);
