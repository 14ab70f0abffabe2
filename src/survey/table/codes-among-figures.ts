import { cellAt, cellText, type Sheet } from "../../tables/index.ts";
import { isOfCounts, isOfMoney, kindOfMeasure } from "../measures/measure-kind.ts";
import { isOfValues } from "../rows/column-roles.ts";
import { textIn } from "../text-in.ts";
import { wordsOf } from "../words.ts";
import type { ColumnKind, ColumnSurvey, TableSurvey } from "./column-survey.ts";
import {
  followsNames,
  isCodeAmongPairs,
  isCodeBesideLabel,
  isCrossedWithLabel,
  isEndOfPair,
  isKeyOfRows,
  isNestedCode,
  isNumberOfLabel,
  isNumberOfNamed,
  isOrderOfNames,
  isOutsideTotal,
  isPathOfSeries,
} from "./keys-of-rows.ts";
import { fewestNumbered } from "./names-of-rows.ts";
import { isNumbering, isRanking, isRowNumber } from "./numberings.ts";
import { isPlainTotal, surveyColumn } from "./survey-column.ts";

/** Takes numbers for keys and codes, as the rows that hold figures tell: what stands in others may come again, or be in no order. */
export function takeKeys(sheet: Sheet, columns: ColumnSurvey[], rows: Uint32Array): void {
  const names = columns.findIndex(({ kind }) => kind === "label");
  const behind = columns.filter(({ kind, index }) => kind === "figure" && index > names);
  const counted = rows.filter((row) => behind.some(({ index }) => sheet.columns[index]?.codes[row] !== 0));
  const areAll = behind.length === 0 || counted.length === rows.length;
  const own = areAll ? columns : columns.map((column) => surveyIn(sheet, column, counted));
  const table = { sheet, rows: areAll ? rows : counted };
  for (const [index, column] of own.entries()) {
    const kind = kindAmong(column, own, table);
    if (kind === column.kind) continue;
    own[index] = { ...column, kind, figures: undefined };
    columns[index] = { ...(columns[index] as ColumnSurvey), kind, figures: undefined };
  }
}

/** What a column of names or numbers holds in some rows; it is of the same kind. */
function surveyIn(sheet: Sheet, column: ColumnSurvey, rows: Uint32Array): ColumnSurvey {
  const { index, name, ref, kind } = column;
  if (kind !== "label" && kind !== "figure") return column;
  const own = surveyColumn({ sheet, index, name, rows, isTwin: ref !== name });
  return own.kind === kind ? { ...column, texts: own.texts, filled: own.filled, figures: own.figures } : column;
}

/** What a column holds, as the others tell: whole numbers may be those of labels, of rows, or of two ends. */
function kindAmong(
  column: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  table: Pick<TableSurvey, "sheet" | "rows">,
): ColumnKind {
  const isCode =
    isNumberOfLabel(column, columns, table) ||
    isKeyOfRows(column, columns, table) ||
    isNestedCode(column, columns, table) ||
    isPathOfSeries(column, columns, table) ||
    isCodeBesideLabel(column, columns, table) ||
    isCodeAmongPairs(column, columns, table) ||
    isNumberOfNamed(column, columns, table) ||
    isOutsideTotal(column, columns, table) ||
    isOrderOfNames(column, columns, table) ||
    followsNames(column, columns, table) ||
    isSameOfAll(column, columns) ||
    isSameBesideKeys(column, columns) ||
    isSumOfAnother(column, columns, table) ||
    isCodeAgain(column, columns, table) ||
    ofOrder.test(wordsOf(column.name)) ||
    isOfQuality(column) ||
    isInTurn(column, columns, table) ||
    isWrittenAsText(column, columns, table) ||
    isCrossedWithLabel(column, columns) ||
    isRowNumber(column) ||
    (isNumbering(column) && !isRanking(column, columns));
  if (areSwitches(column) || marksRows(column, table)) return "flag";
  if (isCode) return "code";
  // What programs write before each row, also where they begin again.
  const isIndex = column.index === 0 && column.name === "" && column.kind === "figure" && column.figures?.isWhole;
  if (isIndex && columns.filter(({ kind }) => kind === "figure").length > 1) return "code";
  return isEndOfPair(column, columns) || areNamesWithTotal(column) ? "label" : column.kind;
}

/** Whether whole numbers follow one another, each once, and a row below them says `Total` in their place: ages, and no figures of these. */
const areNamesWithTotal = ({ kind, figures, texts, filled }: ColumnSurvey): boolean => {
  const numbers = texts.filter((text) => /^\d+$/u.test(text));
  const others = texts.filter((text) => !numbers.includes(text));
  return (
    kind === "figure" &&
    figures?.isWhole === true &&
    texts.length === filled &&
    numbers.length >= fewestNumbered &&
    // `100 and over`
    others.length <= mostOthers &&
    others.some(isPlainTotal) &&
    numbers.every((text, at) => at === 0 || Number(text) === Number(numbers[at - 1]) + 1)
  );
};
/** So few names are no numbers, among those that are. */
const mostOthers = 3;

/** Whether the digits of each number are marks of their own, 0, 1 or 2, and as many in all: `11112010`, which of the elements a station has. */
const areSwitches = ({ kind, texts }: ColumnSurvey): boolean =>
  kind === "figure" &&
  texts.length > 1 &&
  texts.every((text) => /^[012]{6,}$/u.test(text)) &&
  // More than half of them are marks of as many things: what leads with nothing has lost a zero.
  texts.filter((text) => text.length === texts[0]?.length).length > texts.length / 2;

/** Whether digits before the names of rows are texts in their cells, where the figures behind these are numbers: codes, which lose no zero so. */
function isWrittenAsText(
  { index, kind, name, texts, filled }: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  { sheet, rows }: Pick<TableSurvey, "sheet" | "rows">,
): boolean {
  const names = columns.find((other) => other.kind === "label" && other.texts.some((text) => /\p{L}/u.test(text)));
  const isBefore = kind === "figure" && names !== undefined && index < names.index;
  if (!isBefore || filled < fewestSame || isOfCounts(name) || !texts.every((text) => /^\d+$/u.test(text))) return false;
  const cellsIn = (column: number) =>
    Array.from(rows, (row) => cellAt(sheet, row, column)).filter((cell) => cell !== null);
  const figures = columns.filter((other) => other.kind === "figure" && other.index > names.index);
  const areNumbers = figures.every((other) => cellsIn(other.index).some((cell) => typeof cell === "number"));
  return areNumbers && figures.length > 0 && cellsIn(index).every((cell) => typeof cell === "string");
}

/** So few marks say how good a figure is. */
const mostMarks = 6;

/** Whether a few whole numbers are marks for how good a figure beside them is: `share_in_debt_quality`, 1 to 3. */
const isOfQuality = ({ kind, name, figures, texts, filled }: ColumnSurvey): boolean =>
  kind === "figure" &&
  figures?.isWhole === true &&
  texts.length <= mostMarks &&
  filled >= texts.length * 2 &&
  figures.largest <= 10 &&
  /\p{L} (?:data )?(?:quality|reliability)(?: (?:flag|code|grade|indicator|mark|rating))?$/iu.test(wordsOf(name));

/** In so many rows a code stands once more; in the others, with those of what was put together with it. */
const mostlyAgain = 0.8;

/** Whether the numbers of a column are codes that stand before them once more, in a few rows more of them: `10001, 10118` beside `10001`. */
function isCodeAgain(
  { index, kind, texts, filled }: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  { sheet, rows }: Pick<TableSurvey, "sheet" | "rows">,
): boolean {
  if (kind !== "figure" || texts.length < fewestSame) return false;
  return columns.some((code) => {
    if (code.kind !== "code" || code.index >= index || code.texts.length < fewestSame) return false;
    let same = 0;
    for (const row of rows) {
      const own = textIn(sheet, row, index);
      if (own !== "" && own === textIn(sheet, row, code.index)) same += 1;
    }
    return same >= filled * mostlyAgain;
  });
}

/** So many parts of a year are numbered; so many of the numbers follow one another. */
const [mostInTurn, mostlyInTurn] = [53, 0.9];

/** Whether whole numbers say which part of its year each row is of, where a column of periods does: `Reporting Period`, 1 to 13, and 1 again. */
function isInTurn(
  { index, kind, name, figures, texts }: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  { sheet, rows }: Pick<TableSurvey, "sheet" | "rows">,
): boolean {
  const isNumbered = kind === "figure" && figures?.isWhole === true && !figures.hasNegative;
  if (!isNumbered || figures.largest > mostInTurn || texts.length < 4 || !ofParts.test(wordsOf(name))) return false;
  if (!columns.some((other) => other.kind === "period" && other.index !== index)) return false;
  const numbers = Array.from(rows, (row) => textIn(sheet, row, index))
    .filter((text) => text !== "")
    .map(Number);
  const steps = numbers.slice(1).map((number, at) => number - (numbers[at] as number));
  const follow = steps.filter((step, at) => step === 0 || step === 1 || (numbers[at + 1] as number) === 1);
  return follow.length >= steps.length * mostlyInTurn;
}
const ofParts =
  /^(?:(?:reporting|accounting|fiscal|financial|calendar|iso|epi|school) )?(?:periods?|weeks?|quarters?|months?|terms?)(?: (?:no|nr|num|number|id|in year|of year))?$/iu;

/** What rows are put in order by. */
const ofOrder = /\bsort(?:able)?(?: (?:order|key|by))?$/iu;

/** So many rows of one number are no chance. */
const fewestSame = 12;

/** Whether a column has a one in each row, and counts nothing by its heading: it marks rows that somebody filtered. */
const marksRows = ({ kind, name, texts, filled }: ColumnSurvey, { rows }: Pick<TableSurvey, "rows">): boolean =>
  kind === "figure" &&
  filled >= fewestSame &&
  filled === rows.length &&
  texts.length === 1 &&
  texts[0] === "1" &&
  !isOfCounts(name) &&
  !isOfValues(name);

/** Whether a number is the same in all rows, beside others that are called the value: it says which target of a list these are of. */
const isSameOfAll = ({ kind, name, texts, filled }: ColumnSurvey, columns: readonly ColumnSurvey[]): boolean =>
  kind === "figure" &&
  filled >= fewestSame &&
  texts.length === 1 &&
  Number(texts[0]) !== 0 &&
  !isOfValues(name) &&
  !isOfCounts(name) &&
  columns.some((other) => other.kind === "figure" && isOfValues(other.name) && other.texts.length > 1);

/**
 * Whether a whole number is the same in all rows, and stands among what names these, before each row's own code: `Board` 17, before the number and the name of
 * each school.
 */
const isSameBesideKeys = (
  { index, kind, name, figures, texts, filled }: ColumnSurvey,
  columns: readonly ColumnSurvey[],
): boolean =>
  kind === "figure" &&
  figures?.isWhole === true &&
  filled >= fewestSame &&
  texts.length === 1 &&
  Number(texts[0]) !== 0 &&
  !isOfValues(name) &&
  !isOfCounts(name) &&
  !isOfMoney(name) &&
  kindOfMeasure(name, []).statType !== "share" &&
  columns.some((key) => key.index > index && (key.kind === "code" || key.kind === "label") && isOfEach(key, filled)) &&
  columns.every(
    (other) =>
      other.index >= index || other.kind !== "figure" || other.texts.length <= fewTypes || isOfEach(other, filled),
  ) &&
  columns.some((other) => other.kind === "figure" && other.index > index && other.texts.length > 1);

/** Whether nearly each row has a text or a number of its own. */
const isOfEach = ({ texts }: ColumnSurvey, filled: number): boolean => texts.length >= filled * mostlyOwn;
const mostlyOwn = 0.9;
/** So few numbers may say of which type rows are. */
const fewTypes = 5;

/** Whether a number is the same in all rows, and the sum of what another column has in them: the population of a city, beside those of its parts. */
function isSumOfAnother(
  { kind, texts: [text, other], filled, index }: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  { sheet, rows }: Pick<TableSurvey, "sheet" | "rows">,
): boolean {
  if (kind !== "figure" || text === undefined || other !== undefined || filled < fewestSame || filled < rows.length)
    return false;
  const whole = Number(text);
  return columns.some((column) => {
    if (column.kind !== "figure" || column.index === index || column.texts.length < 2) return false;
    const sum = rows.reduce((all, row) => all + Number(cellText(cellAt(sheet, row, column.index))), 0);
    return whole > 0 && Math.abs(sum - whole) < 1;
  });
}
