/**
 * tables/: the bytes of a file become sheets, grids of cells as the file holds them.
 *
 * In: a text (CSV and the like), JSON rows, JSON-stat, a workbook, a Parquet file, a query.
 * Out: `Sheet`s, column by column: each different cell of a column once, and a number a row that says which.
 * Guarantees
 * - A cell is what the file says, neither trimmed nor turned into something else: a text that looks like a number stays one.
 * - Rows and columns keep the numbers that a spreadsheet gives them.
 * - What cannot be read is an error with its place, in bounded memory and time; nothing is thrown.
 * Not its job: where a table begins, what its columns mean, what is a figure and what a marker (dataset/).
 */

export { findTableSheets, type SheetPurpose } from "./find-table-sheets.ts";
export { createGlob, escapeRegExp } from "./glob.ts";
export {
  bareName,
  isTableFile,
  type ReadSheetsOptions,
  readableFiles,
  readRows,
  readSheets,
  type SheetChoice,
} from "./read-sheets.ts";
export { readSql } from "./read-sql.ts";
export {
  cellAt,
  cellText,
  type DateCell,
  type ErrorCell,
  type MarkedTable,
  rowCells,
  type Sheet,
  type SheetCell,
  type SheetColumn,
  type SheetNote,
  type SheetRange,
  type ShownCell,
} from "./sheet.ts";
export type { SqlInput } from "./sql/sql-input.ts";
export { decodeText } from "./text/decode-text.ts";
