import { largestOf } from "../extremes.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { textIn } from "../text-in.ts";
import { surveyAgain } from "./levels-of-codes.ts";

/** So many rows at least are wholes, and so large a part of all rows at most; a whole stands above so many rows on average. */
const [fewestWholes, mostWholes, fewestBelow] = [3, 0.3, 2];

/**
 * A table without the rows that are the wholes of those below them, by where their names stand: `YDF21 | East Midlands` before all columns that name the
 * others, `| | Derby Hospitals | RTG`. In one column of names they would be another of these, of which nothing is known. Other tables are as they were.
 */
export function withoutWholesAbove(survey: TableSurvey): TableSurvey {
  const { sheet, rows, columns } = survey;
  if (survey.coarser || columns.some(({ kind }) => kind === "level" || kind === "section")) return survey;
  const end = columns.findIndex(({ kind }) => kind === "figure");
  const named = columns.slice(0, Math.max(0, end)).filter(({ kind }) => kind === "label" || kind === "code");
  const isFilled = (row: number, { index }: ColumnSurvey) => sheet.columns[index]?.codes[row] !== 0;
  const inner = named.toSorted((a, b) => b.filled - a.filled).find(({ kind }) => kind === "label");
  if (!inner || named.length < 2) return survey;
  const outer = named.filter((column) => rows.every((row) => !isFilled(row, column) || !isFilled(row, inner)));
  const wholes = rows.filter((row) => !isFilled(row, inner));
  const isBefore = outer.every(({ index }) => index < inner.index);
  const areNamed = outer.length > 0 && wholes.every((row) => outer.some((column) => isFilled(row, column)));
  const areFew = wholes.length >= fewestWholes && wholes.length <= rows.length * mostWholes;
  // The last whole stands above others, and few stand right above each other.
  const heads = wholes.filter((row) => isBelow(rows, row, (next) => isFilled(next, inner)));
  const areHeads = heads.includes(wholes.at(-1) ?? -1) && heads.length * fewestBelow >= wholes.length;
  if (!isBefore || !areNamed || !areFew || !areHeads || wholes.length * fewestBelow > rows.length - wholes.length)
    return survey;
  const own = rows.filter((row) => isFilled(row, inner));
  const areBare = wholes.every((row) => !columns.some((column) => column.kind === "figure" && isFilled(row, column)));
  const names = outer.toSorted((a, b) => longest(b) - longest(a));
  const nameAt = (row: number) => names.map(({ index }) => textIn(sheet, row, index)).find((text) => text !== "") ?? "";
  return {
    ...survey,
    rows: own,
    columns: columns.map((column) => surveyAgain(column, { survey, rows: own })),
    coarser: [
      { column: inner.ref, codes: [""], names: [...new Set(Array.from(wholes, nameAt))], areApart: true, areBare },
    ],
  };
}

/** Whether the row after one is such. */
const isBelow = (rows: Uint32Array, row: number, is: (next: number) => boolean): boolean => {
  const next = rows[rows.indexOf(row) + 1];
  return next !== undefined && is(next);
};

const longest = ({ texts }: ColumnSurvey): number =>
  largestOf(
    texts.map((text) => text.length),
    0,
  );
