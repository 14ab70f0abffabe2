import type { Sheet } from "../../tables/index.ts";
import { isNameOfAverage, isNameOfMeasuredAverage } from "../areas/average-names.ts";
import { isOfUnits } from "../rows/column-roles.ts";
import { textIn } from "../text-in.ts";
import type { ColumnSurvey } from "./column-survey.ts";

const [ofCounts, ofRates] = [
  /\b(?:numbers?|counts?|offen[cs]es|cases|deaths|incidents|victims|crimes|arrests)\b/iu,
  /\brates?\b|\bper (?:\d|cent|capita|head|thousand|million)|%|\bpercent/iu,
];

/** Rows of rates between rows of counts, some of which are small: together they would be means, so that nobody hid a count; and would say it. */
export function findRates(
  sheet: Sheet,
  columns: readonly ColumnSurvey[],
  { rows, isSectioned }: { readonly rows: Uint32Array; readonly isSectioned: boolean },
) {
  const figures = columns.filter(({ kind }) => kind === "figure");
  const textAt = (row: number, { index }: ColumnSurvey) => textIn(sheet, row, index);
  for (const column of columns.filter(({ kind }) => kind === "label")) {
    const texts = column.texts.filter((text) => ofRates.test(text));
    // By units, and by what each row is called a measure of, counts and rates are told apart as measures.
    if (isOfUnits(column.name)) continue;
    if (texts.length === 0 || !column.texts.some((text) => ofCounts.test(text) && !ofRates.test(text))) continue;
    const own = new Set(rows.filter((row) => texts.includes(textAt(row, column))));
    const others = rows.filter((row) => !own.has(row));
    const haveSmall = figures.some(
      (figure) =>
        others.every((row) => !/\d\.0*[1-9]/u.test(textAt(row, figure))) &&
        others.some((row) => /^[1-4](?:\.0*)?$/u.test(textAt(row, figure))),
    );
    // What is left has to be told apart by another column, or by headings between the rows.
    const isTold =
      isSectioned || columns.some((other) => other !== column && (other.kind === "label" || other.kind === "code"));
    if (isTold && others.length > 0 && haveSmall) return { column: column.ref, texts, rows: own, areRates: true };
  }
  return undefined;
}

/** So few of the rows are means. */
const mostAverages = 0.25;
/** How far a mean in whole numbers may be from that of the others. */
const ofWholeMean = 0.51;

/** Rows of means below counts, which would make these no counts, so that nobody hid small ones; and would say them. */
export function findAverages(sheet: Sheet, columns: readonly ColumnSurvey[], rows: Uint32Array) {
  const figures = columns.filter(({ kind }) => kind === "figure");
  const textAt = (row: number, { index }: ColumnSurvey) => textIn(sheet, row, index);
  const isWhole = (row: number, column: ColumnSurvey) => !/\d\.0*[1-9]/u.test(textAt(row, column));
  const periods = columns.filter(({ kind }) => kind === "period");
  const isMean = (row: number, figure: ColumnSurvey, others: Uint32Array) => {
    const beside = others.filter((other) => periods.every((period) => textAt(other, period) === textAt(row, period)));
    const values = Array.from(beside, (other) => Number(textAt(other, figure).replaceAll(",", "")));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    // Of figures that are not there, or zero in all rows, each row would be the mean.
    return (
      values.some((value) => value !== 0) &&
      Math.abs(Number(textAt(row, figure).replaceAll(",", "")) - mean) <= ofWholeMean
    );
  };
  for (const column of columns.filter(({ kind }) => kind === "label")) {
    const texts = column.texts.filter((text) => isNameOfAverage(text) || isNameOfMeasuredAverage(text));
    if (texts.length === 0 || texts.length === column.texts.length) continue;
    const own = new Set(rows.filter((row) => texts.includes(textAt(row, column))));
    const others = rows.filter((row) => !own.has(row));
    const areCounts = figures.some(
      (figure) =>
        others.every((row) => isWhole(row, figure)) &&
        ([...own].some((row) => !isWhole(row, figure)) || [...own].every((row) => isMean(row, figure, others))),
    );
    if (own.size > 0 && own.size <= rows.length * mostAverages && areCounts)
      return { column: column.ref, texts, rows: own, areMeans: true };
  }
  return undefined;
}
