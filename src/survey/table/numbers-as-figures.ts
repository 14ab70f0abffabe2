import type { Sheet } from "../../tables/index.ts";
import { largestOf } from "../extremes.ts";
import { isNumberBeside } from "../naming.ts";
import { textIn } from "../text-in.ts";
import { wordsOf } from "../words.ts";
import type { ColumnSurvey } from "./column-survey.ts";
import { isOfRanks, isRankedByNone } from "./ranked-by.ts";
import { figuresOfRows, isCensored, surveyColumn } from "./survey-column.ts";

/** Takes columns for figures that would be codes or names of rows elsewhere, where nothing else in the table is what it counts. */
export function takeFigures(sheet: Sheet, columns: ColumnSurvey[], rows: Uint32Array): void {
  takeOnlyNumbers(sheet, columns, rows);
  takeCountsOfTraits(sheet, columns, rows);
  takePlacesOfNames(sheet, columns, rows);
  takeSistersOfFigures(sheet, columns, rows);
  takeRanks(sheet, columns, rows);
  takeFiguresAmongMarks(sheet, columns, rows);
}

/**
 * Takes decimals for figures among however many marks, where figures beside them have the same marks, or these say that others lie below a bound: six of 51
 * shares, and `<.01` and `NR` in the place of all others.
 */
function takeFiguresAmongMarks(sheet: Sheet, columns: ColumnSurvey[], rows: Uint32Array): void {
  const marks = new Set(columns.flatMap(({ figures }) => [...(figures?.unknown.keys() ?? [])]));
  for (const [at, column] of columns.entries()) {
    const { index, kind, name, texts } = column;
    const numbers = new Set(texts.filter((text) => /^-?\d*[.,]?\d+ ?%?$/u.test(text)));
    const others = texts.filter((text) => !numbers.has(text));
    if (kind !== "label" || others.length === 0 || !texts.some((text) => /^-?\d*[.,]\d|%$/u.test(text))) continue;
    if (!others.every((text) => marks.has(text) || isCensored(text))) continue;
    const filled = rows.filter((row) => numbers.has(textIn(sheet, row, index)));
    const own = surveyColumn({ sheet, index, name, rows: filled, isTwin: false });
    if (own.kind === "figure") columns[at] = { ...column, kind: own.kind, figures: figuresOfRows(sheet, index, rows) };
  }
}

/** Takes ranks for figures where no figures of the table show by what they are: of one country among those of a file of its own, nothing else tells them. */
function takeRanks(sheet: Sheet, columns: ColumnSurvey[], rows: Uint32Array): void {
  for (const [at, column] of columns.entries()) {
    const { index, kind, name, texts } = column;
    if (kind !== "label" || !isOfRanks(name) || !texts.every((text) => /^\d+$/u.test(text))) continue;
    if (!isRankedByNone(column, { sheet, rows, columns })) continue;
    columns[at] = { ...column, kind: "figure", figures: figuresOfRows(sheet, index, rows) };
  }
}

/** A number that an office gave to a thing grows from row to row, or has as many digits as the others. */
const areGivenInTurn = (texts: readonly string[]): boolean =>
  texts.every((text, at) => at === 0 || Number(text) > Number(texts[at - 1])) ||
  texts.every((text) => text.length === texts[0]?.length);

/**
 * Takes whole numbers for figures whose headings end as those of other figures do, behind the names of the rows: `No | no.` beside `Yes | no.`, answers that were
 * counted; `Gross tax no.` beside `Gross tax $`. What numbers rows has no such sister, or is given in turn.
 */
function takeSistersOfFigures(sheet: Sheet, columns: ColumnSurvey[], rows: Uint32Array): void {
  const lowestOf = ({ heading, name }: Pick<ColumnSurvey, "heading" | "name">) => {
    const parts = (heading ?? name).split(" | ");
    return parts.length > 1 ? parts.at(-1)?.toLowerCase() : undefined;
  };
  const names = columns.findIndex(({ kind }) => kind === "label");
  for (const [at, column] of columns.entries()) {
    if (column.kind !== "code" || names < 0 || at < names) continue;
    const lowest = areGivenInTurn(column.texts) ? undefined : lowestOf(column);
    const isSister = (other: ColumnSurvey) =>
      (lowest !== undefined && other.figures?.isWhole === true && lowestOf(other) === lowest) ||
      (other.kind === "figure" && isNumberBeside(column.name, [other]));
    if (!columns.some(isSister)) continue;
    const own = surveyColumn({ sheet, index: column.index, name: "Value", rows, isTwin: false });
    if (own.figures?.isWhole) columns[at] = { ...column, kind: own.kind, figures: own.figures };
  }
}

/** Takes the one column of numbers beside names for figures where nothing else is one, whatever its heading may be of elsewhere: `x`. */
function takeOnlyNumbers(sheet: Sheet, columns: ColumnSurvey[], rows: Uint32Array): void {
  const [only, ...others] = columns.filter(({ kind }) => kind === "code");
  const [first] = columns;
  if (!only || others.length > 0 || first?.kind !== "label" || !onlyCoordinate.test(only.name)) return;
  if (columns.some(({ kind }) => kind === "figure")) return;
  const { index, name, ref } = only;
  const own = surveyColumn({ sheet, index, name: "Value", rows, isTwin: false });
  if (own.kind === "figure") columns[index] = { ...own, name, ref };
}

/** What groups of people are of, each of which may be counted in a column. */
const traitName = /\b(?:sex|gender|ethnic(?:ity)?|marital(?: ?status)?|religion|severity|type)\b/iu;

/** So many different numbers are no codes of groups, whose largest is so many times as large as there are: codes are given in turn. */
const [fewestCounts, timesAsLarge] = [5, 2];

/**
 * Takes numbers below what groups are of for figures, where these are what was counted for it: `Gender` beside `Disability`, in a table of motives
 * across the top. Codes begin with one, and hardly leave any out; here each row has a name of its own, and figures stand beside it.
 */
function takeCountsOfTraits(sheet: Sheet, columns: ColumnSurvey[], rows: Uint32Array): void {
  const isNamed = columns.some(
    ({ kind, texts, filled }) =>
      kind === "label" &&
      texts.length === filled &&
      filled === rows.length &&
      texts.some((text) => /\p{L}{3}/u.test(text)),
  );
  for (const [at, { index, kind, name, ref, texts, filled }] of isNamed ? columns.entries() : []) {
    const areNumbers = kind === "label" && filled === rows.length && texts.every((text) => /^\d+$/u.test(text));
    const largest = largestOf(texts.map(Number));
    const areCounts = texts.includes("0") && texts.length >= fewestCounts && largest >= texts.length * timesAsLarge;
    const isBeside = [columns[at - 1], columns[at + 1]].some((other) => other?.figures?.isWhole);
    if (!areNumbers || !areCounts || !isBeside || !traitName.test(wordsOf(name))) continue;
    const own = surveyColumn({ sheet, index, name: "Value", rows, isTwin: false });
    if (own.kind === "figure") columns[at] = { ...own, name, ref };
  }
}

/**
 * Takes numbers of fifths and tenths for figures, where each row has a name of its own and nothing else is told of it: `Vulnerability quintile` of each
 * authority. Beside figures they are what rows are grouped by.
 */
function takePlacesOfNames(sheet: Sheet, columns: ColumnSurvey[], rows: Uint32Array): void {
  const isNamed = columns.some(
    ({ kind, texts, filled }) => kind === "label" && texts.length === rows.length && filled === rows.length,
  );
  if (!isNamed || columns.some(({ kind }) => kind === "figure")) return;
  for (const [at, { index, kind, name, ref, texts }] of columns.entries()) {
    if (kind !== "label" || !placeName.test(wordsOf(name)) || !texts.every((text) => /^\d{1,2}$/u.test(text))) continue;
    const own = surveyColumn({ sheet, index, name: "Value", rows, isTwin: false });
    if (own.kind === "figure") columns[at] = { ...own, name, ref };
  }
}
const placeName = /\b(?:deciles?|quintiles?|quartiles?|vigintiles?)$/iu;

/** What programs call a column that nobody named, and maps a coordinate. */
const onlyCoordinate = /^[xyz]$/iu;
