import type { Diagnostics } from "../diagnostics/index.ts";
import type { RawTable } from "./raw-table.ts";

/** Takes rows given as objects; columns are their keys, in the order met. Row 2 is the first, as if there were a header. */
export function readJsonRows(input: unknown, file: string, diagnostics: Diagnostics): RawTable {
  if (!Array.isArray(input) || input.length === 0) {
    diagnostics.error({
      code: "empty-file",
      message: "The data is not a list of rows.",
      hint: "Expected a JSON array of objects, one a row.",
      source: { file },
    });
    return { columns: [], rows: [] };
  }
  const columns: string[] = [];
  const positions = new Map<string, number>();
  const objects: { row: number; object: Readonly<Record<string, unknown>> }[] = [];
  for (const [index, object] of input.entries()) {
    if (typeof object !== "object" || object === null || Array.isArray(object)) {
      diagnostics.error({
        code: "invalid-row",
        message: "The row is not an object.",
        source: { file, row: index + 2 },
      });
      continue;
    }
    for (const name of Object.keys(object)) {
      if (positions.has(name)) continue;
      positions.set(name, columns.length);
      columns.push(name);
    }
    objects.push({ row: index + 2, object: object as Readonly<Record<string, unknown>> });
  }
  return { columns, rows: objects.map(({ row, object }) => ({ row, values: columns.map((name) => object[name]) })) };
}
