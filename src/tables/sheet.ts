/**
 * One cell as the file holds it: a text, a number, a boolean, or null where it is blank (nothing, or spaces alone). Cells of texts
 * (CSV and the like) are texts throughout. A workbook's number comes as an object where what it shows is more than its digits.
 */
export type SheetCell = string | number | boolean | null | DateCell | ShownCell | ErrorCell;

/** A day or a time, by the format of its cell. */
export interface DateCell {
  readonly kind: "date";
  /** ISO 8601: `2024-03-31`, with a time of day `2024-03-31T12:30:00`, or a time of day alone `12:30:00`. */
  readonly date: string;
  /** As the cell shows it: `Mar-24`. */
  readonly shown: string;
}

/** A number that is shown with more than digits, separators and signs: a percentage, money, or a text that stands for it. */
export interface ShownCell {
  readonly kind: "number";
  /** As stored: 0.12 where the cell shows `12%`. */
  readonly value: number;
  readonly shown: string;
}

/** A cell without a value. */
export interface ErrorCell {
  readonly kind: "error";
  /** `#REF!`, `#N/A` and the like; `formula` where a formula was never worked out. */
  readonly error: string;
}

/** All cells of a column: each different one once, and which of them stands in each row. */
export interface SheetColumn {
  /** As a spreadsheet numbers it: 1 is A. */
  readonly column: number;
  /** The first is null, a blank cell. */
  readonly values: readonly SheetCell[];
  /** Of each row, the index into `values`. */
  readonly codes: Uint32Array;
}

/** Cells from one corner to the other, both inside; indices of rows and columns of the sheet as read, from 0. */
export interface SheetRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * A grid, as a file or one sheet of a workbook holds it, column by column. It begins at A1 and ends with the last row and the last
 * column that hold anything; blank ones before those are kept, hidden ones are left out.
 */
export interface Sheet {
  readonly file: string;
  /** Of a workbook's sheet. */
  readonly name: string | undefined;
  readonly columns: readonly SheetColumn[];
  /** Of each row, its number as a spreadsheet counts, from 1. */
  readonly rowNumbers: Uint32Array;
  /** Of each row of a text, how many fields it has; absent for others. */
  readonly fieldCounts?: Uint32Array;
  /** Of a text that is not UTF-8, and of which nobody said it: the encoding that it was read in, as the Encoding Standard labels it. */
  readonly guessedEncoding?: string;
  /** Merged cells. Their value stands in the first; the others are blank. */
  readonly merges: readonly SheetRange[];
  /** What is noted beside cells. */
  readonly notes: readonly SheetNote[];
  /** Tables that the workbook itself marks as such, with their headings. */
  readonly markedTables: readonly MarkedTable[];
}

export interface SheetNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface MarkedTable extends SheetRange {
  readonly name: string;
}

/** The cell of a row and a column, both indices from 0; null outside of the sheet. */
export function cellAt({ columns }: Sheet, row: number, column: number): SheetCell {
  const found = columns[column];
  return found?.values[found.codes[row] ?? 0] ?? null;
}

/** The cells of a row, by its index from 0. */
export const rowCells = (sheet: Sheet, row: number): readonly SheetCell[] =>
  sheet.columns.map((_, column) => cellAt(sheet, row, column));

/** A cell as a person sees it in the file. */
export function cellText(cell: SheetCell): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell !== "object") return String(cell);
  return cell.kind === "error" ? cell.error : cell.shown;
}
