import { cellAt, cellText } from "../../tables/index.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { textIn } from "../text-in.ts";
import { surveyAgain } from "./levels-of-codes.ts";

/** So many rows stand above a block of sums at least, which is so small a part of the table. */
const [fewestAbove, largestTail] = [8, 0.4];
/** So many columns of whole numbers add up, and so many of all of them. */
const [fewestSums, mostlySums] = [2, 0.7];
/** Sums are so much less than their parts at most, which are rounded; and so much more, where a few parts are not told. */
const [less, more] = [0.001, 0.03];

/**
 * A table without the rows at its end that are the sums of those above, where some of them have the names of these: the district Harburg, below
 * its quarters, one of which is called so too. By their names nothing tells them apart. Other tables are as they were.
 */
export function withoutTailOfWholes(survey: TableSurvey): TableSurvey {
  const { sheet, rows, columns } = survey;
  const [names, other] = columns.filter(({ kind }) => kind === "label");
  const isPlain = columns.every(({ kind }) => !["period", "section", "block", "code", "vintage"].includes(kind));
  if (!names || other || !isPlain || names.filled < rows.length || names.texts.length === rows.length) return survey;
  const texts = Array.from(rows, (row) => textIn(sheet, row, names.index));
  const again = texts.findIndex((text, at) => texts.indexOf(text) < at);
  const first = Math.max(fewestAbove, Math.ceil(rows.length * (1 - largestTail)));
  const counts = columns.filter(({ kind, figures }) => kind === "figure" && figures?.isWhole);
  for (let at = again; at >= first; at -= 1) {
    const below = texts.slice(at);
    if (new Set(below).size < below.length) return survey;
    if (areSums(survey, at, counts)) return withoutRowsFrom(survey, at, below);
  }
  return survey;
}

/** Whether the rows from one on are the sums of those above them: once, or twice where one of them is the sum of all. */
function areSums({ sheet, rows }: TableSurvey, at: number, counts: readonly ColumnSurvey[]): boolean {
  const sumOf = (own: Uint32Array, { index }: ColumnSurvey) =>
    own.reduce((sum, row) => sum + (Number(cellText(cellAt(sheet, row, index)).replaceAll(",", "")) || 0), 0);
  const levels = counts.flatMap((column) => {
    const parts = sumOf(rows.subarray(0, at), column);
    return parts > 0 ? [sumOf(rows.subarray(at), column) / parts] : [];
  });
  return [1, 2].some((level) => {
    const sums = levels.filter((own) => own >= level * (1 - less) && own <= level * (1 + more));
    return sums.length >= fewestSums && sums.length >= levels.length * mostlySums;
  });
}

function withoutRowsFrom(survey: TableSurvey, at: number, tail: readonly string[]): TableSurvey {
  const rows = survey.rows.slice(0, at);
  return {
    ...survey,
    rows,
    lastRow: survey.sheet.rowNumbers[rows.at(-1) as number],
    tail,
    columns: survey.columns.map((column) => surveyAgain(column, { survey, rows })),
  };
}
