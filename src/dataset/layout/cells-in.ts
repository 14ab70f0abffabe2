import type { Sheet } from "../../tables/index.ts";
import type { LayoutSpec } from "./layout-spec.ts";
import { columnIndex } from "./names.ts";

/** First and last cell of a table: `A4:E20`. */
export const cellRange = /^(?<left>[A-Za-z]{1,3})(?<top>[1-9]\d*):(?<right>[A-Za-z]{1,3})(?<bottom>[1-9]\d*)$/u;

/** Rows as a spreadsheet numbers them, the first and the last. */
type RowRange = readonly [first: number, last: number];

/**
 * The rows of a sheet within a range, as a sheet of their own, below those of the headings that it shares with others; columns beside it are blank, and
 * keep their letters.
 */
export function cellsIn(sheet: Sheet, range: string, headings?: RowRange): Sheet {
  const { left = "A", top = "1", right = "A", bottom = "1" } = cellRange.exec(range)?.groups ?? {};
  const columns = [columnIndex(left) + 1, columnIndex(right) + 1] as const;
  const isIn = (value: number, [first, last]: RowRange) => value >= first && value <= last;
  const rowsIn = (rows: RowRange) =>
    [...sheet.rowNumbers.keys()].filter((row) => isIn(sheet.rowNumbers[row] as number, rows));
  const kept = [...(headings ? rowsIn(headings) : []), ...rowsIn([Number(top), Number(bottom)])];
  const taken = new Map(kept.map((row, at) => [row, at] as const));
  const take = (values: Uint32Array) => Uint32Array.from(kept, (row) => values[row] as number);
  return {
    file: sheet.file,
    name: sheet.name,
    rowNumbers: take(sheet.rowNumbers),
    columns: sheet.columns.map(({ column, values, codes }) => ({
      column,
      values,
      codes: isIn(column, columns) ? take(codes) : new Uint32Array(kept.length),
    })),
    ...(sheet.fieldCounts ? { fieldCounts: take(sheet.fieldCounts) } : {}),
    merges: sheet.merges.flatMap((merge) => {
      const [from, to] = [taken.get(merge.top), taken.get(merge.bottom)];
      return from !== undefined && to !== undefined && to - from === merge.bottom - merge.top
        ? [{ ...merge, top: from, bottom: to }]
        : [];
    }),
    notes: [],
    markedTables: [],
  };
}

/** The rows of headings that several tables share, where a layout says them. */
export const sharedHeadings = (headerRow: LayoutSpec["headerRow"]): RowRange | undefined =>
  typeof headerRow === "number" ? [headerRow, headerRow] : headerRow === "none" ? undefined : headerRow;

/** Whether rows of headings stand above all of a range. */
export const areAbove = ([, last]: RowRange, range: string): boolean =>
  last < Number(cellRange.exec(range)?.groups?.top);
