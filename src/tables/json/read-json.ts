import type { Diagnostics } from "../../diagnostics/index.ts";
import type { Sheet, SheetCell } from "../sheet.ts";
import { createSheetBuilder, type SheetBuilder } from "../sheet-builder.ts";
import { isJsonStat, readJsonStat } from "./read-json-stat.ts";

interface JsonOptions {
  readonly file: string;
  readonly diagnostics: Diagnostics;
}

/**
 * Rows as objects (the first row of the sheet has their keys, in the order met), rows as lists, or a JSON-stat 2 dataset.
 */
export function readJson(value: unknown, options: JsonOptions): Sheet | undefined {
  if (isJsonStat(value)) return readJsonStat(value, options);
  const { file, diagnostics } = options;
  if (!Array.isArray(value) || value.length === 0) {
    diagnostics.error({
      code: "empty-file",
      message: "The data is not a list of rows.",
      hint: "Expected a JSON array of objects, one a row, or a JSON-stat dataset.",
      source: { file },
    });
    return undefined;
  }
  const builder = createSheetBuilder();
  if (value.every(Array.isArray)) {
    for (const [row, cells] of value.entries()) {
      for (const [column, cell] of (cells as unknown[]).entries()) builder.set(row, column, cellOf(cell));
    }
  } else setObjects(value, builder, options);
  return { file, name: undefined, ...builder.finish(), merges: [], notes: [], markedTables: [] };
}

function setObjects(rows: readonly unknown[], builder: SheetBuilder, { file, diagnostics }: JsonOptions): void {
  const positions = new Map<string, number>();
  for (const [index, object] of rows.entries()) {
    if (typeof object !== "object" || object === null || Array.isArray(object)) {
      diagnostics.error({
        code: "invalid-row",
        message: "The row is not an object.",
        source: { file, row: index + 2 },
      });
      continue;
    }
    for (const [name, cell] of Object.entries(object)) {
      let column = positions.get(name);
      if (column === undefined) {
        column = positions.size;
        positions.set(name, column);
        builder.set(0, column, name);
      }
      builder.set(index + 1, column, cellOf(cell));
    }
  }
}

/** What JSON nests deeper is kept as its text. */
function cellOf(value: unknown): SheetCell {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString().slice(0, 10);
  if (typeof value === "bigint") return String(value);
  return JSON.stringify(value) ?? null;
}
