import { periodReadings } from "../../dataset/index.ts";
import { cellText, type SheetCell } from "../../tables/index.ts";
import { isAreaName } from "../areas/find-area.ts";
import { unitInHeading } from "../measures/guess-unit.ts";
import { isOfCounts, isOfMoney, saysPercent } from "../measures/measure-kind.ts";
import { isSampleSize } from "../measures/sample-sizes.ts";
import { isNumberBeside, lastHeading, numberOfName } from "../naming.ts";
import { guessPeriod } from "../periods/guess-period.ts";
import { periodIn } from "../periods/period-in-text.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { wordsOf } from "../words.ts";
import { numbersNames } from "./numbers-of-names.ts";

/** From how many rows on it is no chance what tells them apart. */
const fewestRows = 12;

/**
 * So many pairs of rows would be alike by chance, if the columns that tell rows apart had nothing to do with it: none of them is, once in some
 * hundred tables.
 */
const fewestExpected = 5;

/** The part of the pairs that chance would make which may be there all the same: rows that were copied, or corrected. */
const mostFound = 0.1;

/** The part of rows that may be copies or corrections of others. */
const mostAlike = 0.02;

/**
 * A table in which numbers tell rows apart that nothing else does: `Spatial unit` 1 to 5, each with every age and sex; articles of a law; the
 * levels of quantiles. They number groups, and are no figures. What decides is what their cells do, wherever they stand and whatever they
 * are called: no two rows are alike by them, where chance would have made several pairs alike.
 */
export const withNumberedGroups = (given: TableSurvey): TableSurvey =>
  given.rows.length < fewestRows ? given : withoutNumbers(withGroups(given));

/** A table whose other numbers of things, `Contest number` above a few numbers again and again, are codes. */
const withoutNumbers = (survey: TableSurvey): TableSurvey => ({
  ...survey,
  columns: survey.columns.map((own) =>
    numbersThings(own, survey) || numbersNames(own, survey) ? { ...own, kind: "code", figures: undefined } : own,
  ),
});

/** In so many rows each number of a thing stands, on average. */
const mostOften = 5;

/** Whether a heading is of the numbers of things, of which another figure is told. People are called by a plural: `Deaths number`. */
const numbersThings = (column: ColumnSurvey, { columns, rows }: TableSurvey): boolean =>
  column.kind === "figure" &&
  column.figures?.isWhole === true &&
  numberOfName.test(wordsOf(column.name)) &&
  !isNumberBeside(column.name, columns) &&
  !/s (?:number|no\.?)$/iu.test(wordsOf(column.name)) &&
  column.texts.length * mostOften <= rows.length &&
  columns.some((other) => other.kind === "figure" && !numberOfName.test(wordsOf(other.name)));

function withGroups(given: TableSurvey): TableSurvey {
  const survey = withoutConstants(given);
  const axis = axisOf(survey);
  if (axis) return withKeys(survey, [axis]);
  const { columns, rows } = survey;
  const isFull = ({ filled }: ColumnSurvey) => filled === rows.length;
  const period = guessPeriod(survey, { figures: columns.filter(({ kind }) => kind === "figure"), downwards: [] });
  const told = columns.filter(
    (column) =>
      column.texts.length > 1 &&
      (column.kind === "label" || column.kind === "section" || (period?.columns ?? []).includes(column)),
  );
  const numbers = columns.filter(
    (column) => column.kind === "figure" && isFull(column) && mayNumber(column) && isLeft(column, columns),
  );
  if (numbers.length === 0) return survey;
  const table = compare(survey);
  const enough = (own: readonly ColumnSurvey[]) => table.alike(own) <= rows.length * mostAlike;
  if (table.alike(told) === 0 || enough(told)) return survey;
  const codes = columns.filter(
    (column) =>
      column.kind === "code" && isFull(column) && column.texts.length > 1 && column.texts.length < rows.length,
  );
  if (enough([...told, ...codes]) || !enough([...told, ...codes, ...numbers])) return survey;
  // What stands before other figures is what these are of: the last are left out first.
  const needed = [...codes, ...numbers.sort((a, b) => a.index - b.index)];
  for (const column of [...needed].reverse()) {
    const without = needed.filter((own) => own !== column);
    if (enough([...told, ...without])) needed.splice(needed.indexOf(column), 1);
  }
  const keys = needed.filter((column) => numbers.includes(column));
  const expected = table.pairs(told) * needed.reduce((part, column) => part * table.sameness(column), 1);
  const found = table.pairs([...told, ...needed]);
  const areNamed = keys.every(({ name }) => groupNumber.test(wordsOf(name)) || isAreaName(name));
  if (!areNamed && (expected < fewestExpected || found > expected * mostFound)) return survey;
  return withKeys(survey, needed);
}

/** A table whose columns of numbers are labels. */
const withKeys = (survey: TableSurvey, keys: readonly ColumnSurvey[]): TableSurvey => ({
  ...survey,
  columns: survey.columns.map((own) =>
    keys.includes(own) ? { ...own, kind: "label", figures: undefined, isKey: own.kind === "figure" } : own,
  ),
});

/** Whether something is left to be counted or measured that has more different values. */
const isLeft = (column: ColumnSurvey, columns: readonly ColumnSurvey[]): boolean =>
  columns.some((other) => other !== column && other.kind === "figure" && other.texts.length > column.texts.length);

/**
 * What all other figures are of, where no row has a name: numbers that only grow, in the first column in which anything differs. Years before
 * any that is read as one; percentiles; distances.
 */
function axisOf({ columns, rows }: TableSurvey): ColumnSurvey | undefined {
  const varying = columns.filter(({ texts, kind }) => texts.length > 1 && kind !== "blank" && kind !== "note");
  const [first] = varying;
  if (first?.kind !== "figure" || first.filled !== rows.length || first.texts.length !== rows.length) return undefined;
  const isTold = varying.some(
    ({ kind, filled }) => (kind === "label" || kind === "period" || kind === "code") && filled === rows.length,
  );
  if (
    isTold ||
    first.figures?.hasPercent ||
    isOfCounts(first.name) ||
    isOfMoney(first.name) ||
    varying.every((own) => own === first || own.kind !== "figure")
  )
    return undefined;
  const numbers = first.texts.map(Number);
  return numbers.every((number, at) => at === 0 || number > (numbers[at - 1] as number)) ? first : undefined;
}

/** How rows are alike by some columns. */
interface Comparison {
  /** How many rows are the same as one before them. */
  alike(columns: readonly ColumnSurvey[]): number;
  /** How many pairs of rows are the same. */
  pairs(columns: readonly ColumnSurvey[]): number;
  /** The part of all pairs of rows that is the same by one column. */
  sameness(column: ColumnSurvey): number;
}

function compare({ sheet, rows }: TableSurvey): Comparison {
  const known = new Map<ColumnSurvey, Uint32Array>();
  const codesOf = (column: ColumnSurvey): Uint32Array => {
    const before = known.get(column);
    if (before) return before;
    const { codes = new Uint32Array(), values = [] } = sheet.columns[column.index] ?? {};
    const same = firstOfSame(values);
    const own = rows.map((row) => same[codes[row] ?? 0] ?? 0);
    known.set(column, own);
    return own;
  };
  const sizes = (columns: readonly ColumnSurvey[]): readonly number[] => {
    let ids = new Float64Array(rows.length);
    let counts = [rows.length];
    for (const column of columns) {
      const codes = codesOf(column);
      const width = (sheet.columns[column.index]?.values.length ?? 0) + 1;
      const classes = new Map<number, number>();
      counts = [];
      ids = ids.map((id, at) => {
        const key = id * width + (codes[at] as number);
        const class_ = classes.get(key) ?? classes.size;
        classes.set(key, class_);
        counts[class_] = (counts[class_] ?? 0) + 1;
        return class_;
      });
    }
    return counts;
  };
  const pairs = (columns: readonly ColumnSurvey[]) =>
    sizes(columns).reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  return {
    alike: (columns) => rows.length - sizes(columns).length,
    pairs,
    sameness: (column) => pairs([column]) / Math.max(1, pairs([])),
  };
}

/** Of each value, the first that is the same text. */
function firstOfSame(values: readonly SheetCell[]): readonly number[] {
  const known = new Map<string, number>();
  return values.map((cell, code) => {
    const text = cellText(cell).trim();
    const first = known.get(text) ?? code;
    known.set(text, first);
    return first;
  });
}

/** `Grade`, `idgrade`, `quintile`: what is called so has numbers and no figures. */
const groupNumber =
  /^id|(?:\b(?:id|unit)|grade|level|decile|quintile|quartile|group|class|zone|district|ward|type|category|band|round|wave|sex|gender)$/iu;

/** A larger number may be a figure, also where it is the same in a few rows: the pay of members. */
const [largestConstant, mostRows] = [100, 50];

/** Whether a number is a year, as programs write it too: `2018.0000`. */
const isYear = (text: string): boolean => /^(?:1[89]|20)\d{2}(?:\.0+)?$/u.test(text);

/** A table whose columns of one whole number, the same in all rows, are labels: the `party` 9 of a file about it. */
function withoutConstants(survey: TableSurvey): TableSurvey {
  const { columns, rows } = survey;
  const isConstant = ({ name, kind, texts, filled, figures }: ColumnSurvey) =>
    kind === "figure" &&
    texts.length === 1 &&
    (isYear(texts[0] ?? "") ||
      ((Number(texts[0]) < largestConstant || filled > mostRows) && figures?.isWhole === true)) &&
    filled === rows.length &&
    figures !== undefined &&
    // A day on which nothing happened anywhere is one of a series.
    periodReadings(periodIn.exec(name)?.[0] ?? name.trim()).length === 0 &&
    !figures.hasPercent &&
    !isOfCounts(name) &&
    !isOfMoney(name);
  const isOther = (column: ColumnSurvey) => column.kind === "figure" && !isConstant(column);
  return columns.some(isConstant) && columns.some(isOther)
    ? {
        ...survey,
        columns: columns.map((own) => (isConstant(own) ? { ...own, kind: "label", figures: undefined } : own)),
      }
    : survey;
}

/** Whether a heading says of numbers that they count or measure something. */
const isSaidToBeFigure = ({ name, figures }: ColumnSurvey): boolean =>
  figures === undefined ||
  figures.hasPercent ||
  figures.sign !== undefined ||
  figures.unknown.size > 0 ||
  (isOfCounts(name) && !numberOfName.test(wordsOf(name))) ||
  isOfMoney(name) ||
  isSampleSize(lastHeading(name)) ||
  saysPercent(wordsOf(name), []) ||
  unitInHeading(lastHeading(name)).kind !== "none";

/** Whether numbers, a few of them again and again, may number groups. */
const mayNumber = (column: ColumnSurvey): boolean =>
  column.texts.length > 1 &&
  column.texts.length <= column.filled / (column.figures?.isWhole === true ? 2 : 4) &&
  (column.figures?.hasNegative === false || numberOfName.test(wordsOf(column.name))) &&
  !isSaidToBeFigure(column);
