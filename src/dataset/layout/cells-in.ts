import type { Sheet } from "../../tables/index.ts";
import { columnIndex } from "./names.ts";

/** First and last cell of a table: `A4:E20`. */
export const cellRange = /^(?<left>[A-Za-z]{1,3})(?<top>[1-9]\d*):(?<right>[A-Za-z]{1,3})(?<bottom>[1-9]\d*)$/u;

/** The rows of a sheet within a range, as a sheet of their own; columns beside it are blank, and keep their letters. */
export function cellsIn(sheet: Sheet, range: string): Sheet {
  const { left = "A", top = "1", right = "A", bottom = "1" } = cellRange.exec(range)?.groups ?? {};
  const columns = [columnIndex(left) + 1, columnIndex(right) + 1] as const;
  const rows = [Number(top), Number(bottom)] as const;
  const isIn = (value: number, [first, last]: readonly [number, number]) => value >= first && value <= last;
  const kept = [...sheet.rowNumbers.keys()].filter((row) => isIn(sheet.rowNumbers[row] as number, rows));
  const [first = 0] = kept;
  const last = first + kept.length - 1;
  return {
    file: sheet.file,
    name: sheet.name,
    rowNumbers: sheet.rowNumbers.slice(first, last + 1),
    columns: sheet.columns.map(({ column, values, codes }) => ({
      column,
      values,
      codes: isIn(column, columns) ? codes.slice(first, last + 1) : new Uint32Array(kept.length),
    })),
    ...(sheet.fieldCounts ? { fieldCounts: sheet.fieldCounts.slice(first, last + 1) } : {}),
    merges: sheet.merges
      .filter(({ top: from, bottom: to }) => from >= first && to <= last)
      .map((merge) => ({ ...merge, top: merge.top - first, bottom: merge.bottom - first })),
    notes: [],
    markedTables: [],
  };
}
