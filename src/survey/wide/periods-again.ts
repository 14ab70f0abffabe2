import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { textIn } from "../text-in.ts";
import type { WideGuess } from "./wide-guess.ts";

/**
 * Headings that tell a period without the later of two series of it, `2017 (40)` and `2017`, whose figures differ: read as one, they would contradict
 * each other. Where most stand twice, they are several tables.
 */
export function withoutPeriodsAgain(wide: WideGuess | undefined, survey: TableSurvey): WideGuess | undefined {
  if (!wide?.tells.includes("period") || wide.joined) return wide;
  const firsts = new Map<string, ColumnSurvey>();
  const again: number[] = [];
  for (const column of survey.columns) {
    if (!wide.indices.includes(column.index)) continue;
    const heading = (column.heading ?? column.name).replace(markBehind, "").toLowerCase();
    const first = firsts.get(heading);
    if (!first) firsts.set(heading, column);
    else if (contradict(first, column, survey)) again.push(column.index);
  }
  if (again.length === 0 || again.length * 2 >= firsts.size) return wide;
  const isKept = (index: number) => !again.includes(index);
  return { ...wide, again, indices: wide.indices.filter(isKept), bare: wide.bare.filter(isKept) };
}

/** What refers to a note behind a period, above or before a measure as well. */
const markBehind = /(?<=\d)\s?(?:[*†‡#]{1,3}|\d{1,2}\)|\(\d{1,2}\)|\[\d{1,2}\])(?=$| \| )/gu;

/** Whether some row has another figure in each of two columns. */
const contradict = (one: ColumnSurvey, other: ColumnSurvey, { sheet, rows }: TableSurvey): boolean =>
  rows.some((row) => {
    const [own, further] = [textIn(sheet, row, one.index), textIn(sheet, row, other.index)];
    return own !== "" && further !== "" && own !== further;
  });
