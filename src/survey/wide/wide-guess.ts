import type { PeriodFormat } from "../periods/period-format.ts";
import type { ColumnSurvey } from "../table/column-survey.ts";

/** The holes of headings that tell a category, or an area; the dimension has the same id. */
export const categoryHole = "group";
export const areaHole = "area";
/** The hole of a second category, where headings stand below others: `Male | 0 Years`. */
export const secondHole = "subgroup";

/** Columns of figures whose headings tell a period, or a category. */
export interface WideGuess {
  readonly tells: readonly ("period" | "category" | "area")[];
  /** The names of the categories that they tell. */
  readonly categories: readonly string[];
  /** Columns of areas that hold others of them, which no rank has: `Euro area` beside countries. */
  readonly coarser?: readonly number[];
  /** Columns with other figures of periods that earlier ones are of. */
  readonly again?: readonly number[];
  /** The area that holds all others, by their figures. */
  readonly whole?: string | undefined;
  /** The names of a second category that they tell. */
  readonly subgroups?: readonly string[];
  /** Patterns of `layout.wide.columns`. */
  readonly columns: string | readonly string[];
  readonly indices: readonly number[];
  /** What stands beside the periods, where it tells measures apart. */
  readonly measures: readonly string[];
  /** Which of them each column is of, where its heading has it in parts. */
  readonly measureOf?: ReadonlyMap<number, string>;
  /** Those of the columns whose headings are a period and nothing else, where other headings tell measures. */
  readonly bare: readonly number[];
  /** What stands above the names of categories. */
  readonly label?: string | undefined;
  /** The column of labels whose heading says what the headings of figures are. */
  readonly labelled?: ColumnSurvey | undefined;
  /** How the periods are read, where nobody else writes so. */
  readonly format?: PeriodFormat | undefined;
  /** Whether it takes days for the months, quarters or years that they stand for. */
  readonly areDates?: boolean;
  /** What all headings say of the unit. */
  readonly unit?: string | undefined;
  /** The column that tells a part of the period, the year of months, and how both are put together; or a year that is said elsewhere. */
  readonly joined?: { readonly column: ColumnSurvey | undefined; readonly text: string } | undefined;
  /** Rows of that column that are of the whole year, or of nothing in it. */
  readonly others?: readonly string[];
  /** A year that is said above the table alone. */
  readonly yearSaid?: string | undefined;
  /** Whether they are the names of the rows once more, so that each figure is of two of these. */
  readonly areRowsAgain?: boolean;
  /** Whether rows say what is measured, so that headings are categories. */
  readonly isCrossed?: boolean;
  /** The language of the months in the headings, where it is not English. */
  readonly lang?: string | undefined;
}

/** Headings that are all categories of one measure. */
export const allCategories = (figures: readonly ColumnSurvey[]) =>
  ({
    tells: ["category"],
    columns: `{${categoryHole}}`,
    indices: figures.map(({ index }) => index),
    measures: [],
    bare: [],
    categories: figures.map(({ name }) => name),
  }) satisfies WideGuess;

/** Whether a column of a series holds no figure yet: `..` in all its rows. */
export const isWithoutFigures = ({ kind, name, texts }: ColumnSurvey): boolean =>
  name !== "" &&
  (kind === "blank" ||
    (kind === "label" && texts.every((text) => /^(?:\.{1,3}|…|:|[-–—*]+|n\/?a\.?|null)$/iu.test(text.trim()))));

/** So many headings that differ by their periods are a series, whatever other columns there are. */
export const fewestOfSeries = 3;

/** Headings that all tell a period of one measure; `{}` in the pattern is where it stands. */
export const ofPeriods = (pattern: string, dimension: string, indices: readonly number[]): WideGuess => ({
  tells: ["period"],
  columns: pattern.replace("{}", `{${dimension}}`),
  indices,
  measures: [],
  bare: [],
  categories: [],
});
