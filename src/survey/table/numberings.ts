import { cellText, type Sheet } from "../../tables/index.ts";
import { wordsOf } from "../words.ts";
import type { ColumnSurvey } from "./column-survey.ts";
import type { RowOfNone } from "./headings-again.ts";

/** So few numbers that are all there are no chance; so many are looked at. */
const [fewestNumbered, mostNumbered] = [8, 100_000];

/** Whether the numbers from 1 on stand in the rows, each once and in any order: places in a list, numbers of constituencies. */
export function isNumbering({ kind, figures, texts, filled }: ColumnSurvey): boolean {
  if (kind !== "figure" || !figures?.isWhole || texts.length !== filled || filled < fewestNumbered) return false;
  const numbers = texts.map(Number);
  const first = Math.min(...numbers.slice(0, mostNumbered));
  const last = Math.max(...numbers.slice(0, mostNumbered));
  return filled <= mostNumbered && (first === 0 || first === 1) && last - first === filled - 1;
}

/** Whether each of several columns has every number once: places among all rows, as no list is numbered more than once. */
export const isRanking = (column: ColumnSurvey, columns: readonly ColumnSurvey[]): boolean =>
  isNumbering(column) && columns.filter(isNumbering).length > 1;

/** Whether a column numbers the rows of a form from 1 on, by its heading; of several tables, in each anew. */
export const isRowNumber = ({ kind, name, texts, figures }: ColumnSurvey): boolean =>
  kind === "figure" &&
  figures?.isWhole === true &&
  texts.length > 1 &&
  isOfRowNumbers(name) &&
  texts.every((text, at) => Number(text) === 1 + at);

/** `№`, `Row`, `Lp.`, `Nr.` */
export const isOfRowNumbers = (name: string): boolean => ofRows.test(wordsOf(name));
const ofRows =
  /^(?:(?:row|line|serial|s|sl|sr)\.? ?(?:no|number|nr|num)\.?|(?:no|nr)\.?|rows?|#|№(?: ?(?:[зп]\/п|рядка|строки))?|n[°º]\.?|l\.?p\.?|рядок|строка|zeile|lfd\.? ?nr\.?|ligne|fila|riga|wiersz|řádek|sor|r[âa]nd|序号|序號)$/iu;

/** Rows that have a number each and nothing else, in a list of which some lines were left blank: they are told by another column, which all others have filled. */
export function rowsOfNumbersAlone(sheet: Sheet, rows: Uint32Array): readonly RowOfNone[] {
  const numbers = sheet.columns.findIndex(({ codes }) => rows.every((row) => codes[row] !== 0));
  const cells = sheet.columns[numbers];
  if (!cells || !areInTurn(rows, cells)) return [];
  const others = sheet.columns.filter((_, index) => index !== numbers);
  const isBlank = (row: number) => others.every(({ codes }) => codes[row] === 0);
  const named = sheet.columns.findIndex(
    ({ codes }, index) => index !== numbers && rows.every((row) => codes[row] !== 0 || isBlank(row)),
  );
  return named < 0 ? [] : Array.from(rows.filter(isBlank), (row) => ({ row, index: named, text: "" }));
}

/** Whether the numbers of rows are whole, and each larger than the one before, by one mostly: figures that grow are no numbers of rows. */
function areInTurn(rows: Uint32Array, { values, codes }: Sheet["columns"][number]): boolean {
  const texts = Array.from(rows, (row) => cellText(values[codes[row] ?? 0] ?? null).trim());
  const numbers = texts.map(Number);
  const [first = 0, last = 0] = [numbers[0], numbers.at(-1)];
  return (
    texts.every((text, at) => /^\d+$/u.test(text) && (at === 0 || Number(text) > (numbers[at - 1] as number))) &&
    last - first < texts.length * mostOfStep
  );
}
/** Numbers of rows skip so many of those that they could have. */
const mostOfStep = 2;
