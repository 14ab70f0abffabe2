import { isOfCounts } from "../measures/measure-kind.ts";
import { lastHeading } from "../naming.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { wordsOf } from "../words.ts";

/** So many different numbers of one length, one for each name, are hardly figures. */
const fewestOfLength = 30;

/** So many single letters, each of another name, are codes as the numbers below them are, and no markers. */
const fewestLetters = 3;

/**
 * Whether a column of whole numbers numbers the names in a column beside it, one for each: `LA` beside `LA Name`, as their headings say; or numbers of as many
 * digits each, in row after row, beside whatever they number; or numbers of areas, with letters for those of their regions.
 */
export const numbersNames = (column: ColumnSurvey, survey: TableSurvey): boolean =>
  column.kind === "figure" &&
  column.figures?.isWhole === true &&
  !column.figures.hasNegative &&
  column.figures.sign === undefined &&
  !isOfCounts(lastHeading(column.name)) &&
  survey.columns.some(
    (name) =>
      name.kind === "label" &&
      (name.texts.length === column.texts.length || (haveLetters(column) && isAllButOne(column, name))) &&
      (isCalledAs(name, column) ||
        codeOfArea.test(stemOf(column)) ||
        haveLetters(column) ||
        (areOfOneLength(column) && column.filled > column.texts.length)) &&
      isOneForEach(column, name, survey),
  );

/** `geog_c` beside `geog_n`. */
const codeOfArea = /^(?:geo|geog|geography|area|lad?|lea|region) (?:c|cd|nr|no\.?)$/u;

/** Whether the names of larger areas have a letter each, and the others a number each: A to K for regions, 301 for a council. */
const haveLetters = ({ texts }: ColumnSurvey): boolean => {
  const letters = texts.filter((text) => /^[A-Z]$/u.test(text));
  return letters.length >= fewestLetters && texts.every((text) => letters.includes(text) || /^\d+$/u.test(text));
};

/** The whole country may have neither. */
const isAllButOne = (number: ColumnSurvey, name: ColumnSurvey): boolean =>
  name.texts.length === number.texts.length + 1;

const isCalledAs = (name: ColumnSurvey, number: ColumnSurvey): boolean => {
  const stem = stemOf(name).replace(/ (?:names?|titles?|labels?|descriptions?|desc)$/u, "");
  return stem !== stemOf(name) && stem === stemOf(number).replace(/ (?:numbers?|nos?\.?|codes?)$/u, "");
};
const stemOf = ({ name }: ColumnSurvey): string => wordsOf(lastHeading(name)).toLowerCase();

const areOfOneLength = ({ texts }: ColumnSurvey): boolean =>
  texts.length >= fewestOfLength &&
  (texts[0]?.length ?? 0) > 1 &&
  texts.every((text) => /^[1-9]\d*$/u.test(text) && text.length === texts[0]?.length);

/** Whether each number stands beside one name, and each name beside one number. */
function isOneForEach(number: ColumnSurvey, name: ColumnSurvey, { sheet, rows }: TableSurvey): boolean {
  const [numbers, names] = [number, name].map(({ index }) => sheet.columns[index]?.codes);
  const pairs = new Set(Array.from(rows, (row) => `${numbers?.[row] ?? 0} ${names?.[row] ?? 0}`));
  return pairs.size <= name.texts.length + 1;
}
