import type { Sheet, SheetCell } from "../../tables/index.ts";

/** A sheet in which each different value of a column is what it is changed to. */
export const withValues = (sheet: Sheet, change: (value: SheetCell) => SheetCell): Sheet => ({
  ...sheet,
  columns: sheet.columns.map((column) => ({ ...column, values: column.values.map(change) })),
});
