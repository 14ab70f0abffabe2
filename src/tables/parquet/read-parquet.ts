import type { Sheet, SheetCell, SheetColumn } from "../sheet.ts";
import { rowsFrom1 } from "../sheet-builder.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { createParquetCellReader } from "./parquet-cell.ts";
import { type ParquetColumn, runHyparquet, unreadableColumns } from "./run-hyparquet.ts";

/** The table of a Parquet file: the names of its columns are the first row. Throws an `UnreadableFile`. */
export async function readParquet(bytes: Uint8Array, file: string): Promise<Sheet> {
  const { rows, columns } = await runHyparquet(bytes, file);
  const unread = columns.filter(({ element }) => createParquetCellReader(element) === undefined);
  if (unread.length > 0) {
    const names = unread.map(({ element }) => element.name);
    throw unreadableColumns(file, names, "hold bytes, intervals or shapes");
  }
  return {
    file,
    name: undefined,
    columns: columns.map((column, index) => toSheetColumn(column, { column: index + 1, file })),
    rowNumbers: rowsFrom1(rows + 1),
    merges: [],
    notes: [],
    markedTables: [],
  };
}

function toSheetColumn(
  { element, values, codes }: ParquetColumn,
  { column, file }: { readonly column: number; readonly file: string },
): SheetColumn {
  const read = createParquetCellReader(element);
  const cells = values.map((value): SheetCell => {
    const found = value === null ? { cell: null } : (read?.(value) ?? "");
    if (typeof found !== "string") return found.cell;
    throw new UnreadableFile({
      code: "unreadable-columns",
      message: `The column "${element.name}" cannot be read: ${found}.`,
      hint: `Leave it out, or turn it into another type: { sql: "select … from '${file}'" }, which needs @duckdb/node-api.`,
      source: { file, field: element.name },
    });
  });
  return withHeading(element.name, { column, cells, codes });
}

/** A column with its name above its cells. Blank texts are blank cells. */
export function withHeading(
  name: string,
  {
    column,
    cells,
    codes,
  }: { readonly column: number; readonly cells: readonly SheetCell[]; readonly codes: Uint32Array },
): SheetColumn {
  const isBlank = cells.map((cell) => cell === null || (typeof cell === "string" && cell.trim() === ""));
  const all = Uint32Array.from({ length: codes.length + 1 }, (_, row) => {
    if (row === 0) return name.trim() === "" ? 0 : cells.length;
    const code = codes[row - 1] as number;
    return isBlank[code] ? 0 : code;
  });
  return { column, values: [...cells, name], codes: all };
}
