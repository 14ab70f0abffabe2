import { type Codes, createCodes } from "./grow-codes.ts";
import type { Sheet, SheetCell, SheetColumn } from "./sheet.ts";

/** Takes cells one by one, in any order. */
export interface SheetBuilder {
  /** Indices from 0. A blank cell need not be said. */
  set(row: number, column: number, cell: SheetCell): void;
  finish(): Pick<Sheet, "columns" | "rowNumbers">;
}

export function createSheetBuilder(): SheetBuilder {
  const columns: ColumnBuilder[] = [];
  let height = 0;
  return {
    set(row, column, cell) {
      if (isBlank(cell)) return;
      for (let index = columns.length; index <= column; index += 1) columns.push(createColumn());
      (columns[column] as ColumnBuilder).set(row, cell);
      if (row >= height) height = row + 1;
    },
    finish: () => ({
      columns: columns.map((column, index) => column.finish(index + 1, height)),
      rowNumbers: rowsFrom1(height),
    }),
  };
}

/** The numbers of rows none of which is hidden. */
export function rowsFrom1(count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  for (let index = 0; index < count; index += 1) numbers[index] = index + 1;
  return numbers;
}

const isBlank = (cell: SheetCell): boolean => cell === null || (typeof cell === "string" && cell.trim() === "");

interface ColumnBuilder {
  set(row: number, cell: SheetCell): void;
  finish(column: number, height: number): SheetColumn;
}

function createColumn(): ColumnBuilder {
  const values: SheetCell[] = [null];
  const known = new Map<string | number | boolean | null, number>();
  const codes: Codes = createCodes();
  return {
    set(row, cell) {
      // No text of a cell begins with this character, which XML does not allow.
      const key = typeof cell === "object" ? `\u0000${JSON.stringify(cell)}` : cell;
      let code = known.get(key);
      if (code === undefined) {
        code = values.push(cell) - 1;
        known.set(key, code);
      }
      codes.set(row, code);
    },
    finish: (column, height) => ({ column, values, codes: codes.take(height) }),
  };
}
