import type { ObservationStatus } from "../observation-status.ts";

/**
 * How the cells of a table become observations. A column is named by its heading, without regard to case, line breaks and
 * references to notes (`Offences [note 2]` is `Offences`, `2012(1,2)` is `2012`); where headings stand in several rows, by all of them with a bar
 * between (`2019 | Offences`) or by a part that only one column has; by what only one is called where `*` stands for anything (`Offences*`); or by its
 * letter, as `#C`.
 */
export interface LayoutSpec {
  /** The sheets of a workbook to read, by name (`*` stands for anything) or number from 1. Absent: those that hold the table. */
  readonly sheets?: SheetChoice | readonly SheetChoice[];
  /**
   * The row of the headings, or the first and the last of several, as a spreadsheet numbers rows. `none`: there is none, and columns are
   * called `Column A`, `Column B`, … Absent: the first row that has all headings that the layout asks for.
   */
  readonly headerRow?: number | readonly [first: number, last: number] | "none";
  /** The first row of a table without headings (`headerRow: "none"`), below its titles. Absent: the first that holds anything. */
  readonly firstRow?: number;
  /** The last row of the table. Absent: the last before the notes below it. */
  readonly lastRow?: number;
  /** Where each dimension is told. Absent ones: in a column named after the dimension's id, or its label. */
  readonly dimensions?: Readonly<Record<string, DimensionLayout>>;
  /**
   * What tells, of each row, the category that holds its own, by dimension: `{ area: "Region" }`; of several levels a list, the nearest first:
   * `{ country: ["Subregion", "Region"] }`. The holder needs no figures of its own. Where nothing stands there, the next level holds the
   * category, and where its own name does, nothing.
   */
  readonly parents?: Readonly<Record<string, ParentLayout | readonly ParentLayout[]>>;
  /**
   * Tables of one form that stand below or beside each other in a sheet, each by its cells, headings and all; or below the headings of all of
   * them, which `headerRow` says then. Absent: a sheet holds one table.
   */
  readonly tables?: readonly TableRange[];
  /**
   * Column of each measure, likewise; its name, or all names that stand for it (`*` is anything), where a `long` table or the headings of
   * a `wide` one tell measures apart. Of several names with `*` that fit, the longest says which: `*` alone is all that no other is.
   */
  readonly measures?: Readonly<Record<string, string | readonly string[]>>;
  /**
   * The id of a count that no column has: each row is one of what it counts, an incident say, and those that name the same categories are added
   * up.
   */
  readonly counted?: string;
  /**
   * What the cells of a measure look like that hold several figures, the ids of measures in braces: `{ prevalence: "{prevalence}
   * [{lower}-{upper}]" }` for `36.5 [34.0-39.1]`. The others have no column of their own. A cell with one number, or a marker, is of
   * the first; it tells nothing of the others.
   */
  readonly cells?: Readonly<Record<string, string>>;
  /** Figures stand in columns whose headings tell a period, a category or a measure. */
  readonly wide?: WideLayout;
  /**
   * Each row is of one measure, told as a dimension is (a column, a heading between the rows, …), each by one of the names in `measures`.
   * Its figures stand in the column `value`, or in those of `wide`. Rows of other measures are left out, which is a warning.
   */
  readonly long?: { readonly measure: DimensionLayout; readonly value?: string };
  /** Where the source of a row is named: one source for all rows, or a column with source ids or URLs. */
  readonly source?: { readonly id: string } | { readonly column: string };
  /** Where the vintage (date of publication) of a row is named. Absent: its source's `published`. */
  readonly vintage?: { readonly column: string };
  /** A column of remarks, kept with each observation. */
  readonly note?: { readonly column: string };
  /** Statuses given to a row where its note contains a text. */
  readonly statuses?: readonly { readonly noteContains: string; readonly status: ObservationStatus }[];
  /** Columns whose label stands in the first of its rows only. */
  readonly fillDown?: readonly string[];
  /** Rows to read and to leave out, by what stands in a column; `*` stands for anything. */
  readonly rows?: { readonly only?: RowFilter; readonly except?: RowFilter };
  /**
   * What is done with rows that name the same category in all dimensions. `sum`: counts in them are added up, also where they are equal.
   * `leave-out`: a figure of which they say different things is not read, which is a warning, and not available; of data that hides
   * small counts, a count is hidden, as is what would give it away. Absent: rows that say the same are one, and others are an error.
   */
  readonly repeatedRows?: "sum" | "leave-out";
  /**
   * Rows of a text with more or fewer fields than there are headings. `read`: the fields that one lacks at its end are blank, and
   * what it has beyond the headings is not read. `leave-out`: such rows are not read, which is a warning. Absent: an error.
   */
  readonly raggedRows?: "read" | "leave-out";
  /**
   * Cells of measures that are neither numbers nor markers. `leave-out`: they are not available, which is a warning that says where they stand;
   * a count that may have been hidden there, as `1 to 4` says, or where small ones are hidden, is a hidden one. Absent: an error.
   */
  readonly unreadableCells?: "leave-out";
  /** Columns that are known and left out, by heading or letter (`#D`); `*` stands for anything. Any other unknown column is a warning. */
  readonly ignore?: readonly string[];
  /** The sign before decimals; the other one stands between thousands. Default `.`. */
  readonly decimal?: "." | ",";
  /** A number in parentheses, `(1,234)`, is one below zero, as accountants write it. Absent: it is no number. */
  readonly parentheses?: "negative";
  /**
   * Signs that stand behind a number and refer to a note, as in `1,204*`: the number is read without them. Alone in a cell, a sign is what it is
   * elsewhere: a marker. Absent: a number with a sign behind it is none.
   */
  readonly noteMarks?: readonly string[];
}

export type SheetChoice = string | number;

/**
 * What tells a dimension. `pattern` says what part of the text does, by a pair of braces: `Year {}`, `* ({})`; with a number in them, by so many
 * characters: `{2}*` is the first two digits of a code, `*-{4}` a year at the end.
 * - `column`: each row, in a column; a plain text says the same. `blank` is what an empty cell there stands for.
 * - `joined`: each row, in several columns, their headings in braces: `{Year} {Month}`, `{Year} Q{Quarter}`. The dimension's own id in
 *   braces is the part that headings of a `wide` table tell: years down the side, months across the top.
 * - `firstOf`: each row, in the first of several columns that has anything there: `la_name`, `region_name`, `country_name`, where rows are
 *   of areas of several levels.
 * - `inTurn`: by turns, the rows that have the same in the column `within`, or nothing: a line of numbers, one of percentages. A line that is
 *   `""` is not read.
 * - `rowNumber`: each row is a category of its own, called by its number in the file, beside columns in braces: `Case {}`,
 *   `{Name} (row {})`. For rows that nothing else tells apart.
 * - `heading`: rows with nothing but a label in this column, for the rows below them; without a pattern, those right below each other
 *   are one, with a colon between. `blank` is what rows above the first are of. With `ends: "blank-row"` a heading holds up to the next empty
 *   row: rows below that which have none of their own are of `blank` too. A row that `rows.except` names there is no heading.
 *   With `names` only rows called so are headings; they may have figures, which are of the heading too: `Men`, and below it its ages.
 * - `sheetName`, `fileName`: the pattern of the sheet's or the file's name, without its extension.
 * - `cell`: one cell of the sheet, such as `B2`.
 * - `value`: always the same.
 */
export type DimensionLayout =
  | string
  | { readonly column: string; readonly pattern?: string; readonly blank?: string }
  | { readonly joined: string }
  | { readonly firstOf: readonly string[] }
  | { readonly inTurn: readonly string[]; readonly within: string }
  | { readonly rowNumber: string }
  | {
      readonly heading: string;
      readonly pattern?: string;
      readonly blank?: string;
      readonly ends?: "blank-row";
      readonly names?: readonly string[];
    }
  | { readonly sheetName: string }
  | { readonly fileName: string }
  | { readonly cell: string; readonly pattern?: string }
  | { readonly value: string };

/** What tells the category that holds that of a row, as a dimension is told by rows. */
export type ParentLayout = Extract<
  DimensionLayout,
  string | { readonly column: string } | { readonly joined: string } | { readonly heading: string }
>;

export interface WideLayout {
  /**
   * What the headings look like, the ids of dimensions in braces: `{period}`, `Book issues {period}`; `{measure}` where they
   * tell the measure too: `{period} | {measure}`, twice where it stands on both sides, `{measure} {period} {measure}`: its name has a space
   * between. Of several patterns, the first that fits and leaves a period where one should stand.
   */
  readonly columns: string | readonly (string | WideColumns)[];
  /** The measure that these columns hold, where headings do not tell it. Absent: the only one of the dataset. */
  readonly measure?: string;
}

/** Columns of one look: those of a table whose headings tell several things side by side, men and women and then ages. */
export interface WideColumns {
  /** What their headings look like; without a hole, the heading of one column. */
  readonly heading: string;
  /** What these headings do not tell, a category by dimension: `{ age: "All ages" }` for the columns of men and of women. */
  readonly at?: Readonly<Record<string, string>>;
  /** The measure that they hold. */
  readonly measure?: string;
}

/** One of several tables in a sheet. */
export interface TableRange {
  /** Its first and last cell, headings and all, unless these are those of `headerRow`: `A4:E20`. */
  readonly range: string;
  /** What is above or beside it, a category by dimension; with `measure`, the name of the measure that it holds. */
  readonly at?: Readonly<Record<string, string>>;
}

/** By column: what stands there. */
export type RowFilter = Readonly<Record<string, string | readonly string[]>>;
