import type { SheetCell } from "../tables/index.ts";
import type { CodedColumn } from "./columns/coded-column.ts";

/** A table as read: what its columns are called, before anything is known of what they mean. Column by column. */
export interface RawTable {
  readonly file: string;
  /** Of a workbook. */
  readonly sheet: string | undefined;
  /** The row of the headings, as a spreadsheet numbers rows. */
  readonly headerRow: number;
  readonly columns: readonly string[];
  /** The last row of the table as it was found, before rows are left out; 0 where it has none. */
  readonly lastRow: number;
  /** The cells below each heading; then those of dimensions that no column of its own tells. */
  readonly cells: readonly TableColumn[];
  /** Of each row, its number as a spreadsheet has it. */
  readonly rowNumbers: Uint32Array;
  /** What the table as a whole tells of dimensions: the name of its sheet or file, a cell above it. */
  readonly given: Readonly<Record<string, string>>;
  /** The name of the measure that all its figures are of, where the table as a whole tells it. */
  readonly measure: string | undefined;
  /**
   * Dimensions, and the measure, told by headings between the rows, by several columns or by the row's number, and which of the `cells`
   * have them.
   */
  readonly headings: Readonly<Record<string, number>>;
}

/** The cells of a column; code 0 is null, a blank one. */
export type TableColumn = CodedColumn<SheetCell>;
