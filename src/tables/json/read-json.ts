import { columnLetters, createProblems, type Diagnostics, type Problems } from "../../diagnostics/index.ts";
import type { Sheet, SheetCell } from "../sheet.ts";
import { createSheetBuilder, type SheetBuilder } from "../sheet-builder.ts";
import { isJsonStat, readJsonStat } from "./read-json-stat.ts";

interface JsonOptions {
  readonly file: string;
  readonly diagnostics: Diagnostics;
}

/** JSON that has a row in each line; undefined where a line is no object and no list. */
export function parseJsonLines(text: string): readonly unknown[] | undefined {
  const rows: unknown[] = [];
  try {
    for (const line of text.split("\n")) if (line.trim() !== "") rows.push(JSON.parse(line));
  } catch {
    return undefined;
  }
  return rows.length > 1 && rows.every((row) => typeof row === "object" && row !== null) ? rows : undefined;
}

/**
 * The rows of what programs put around them: the one list of objects in `{ "data": [ … ], "count": 2 }`, or lists of one length, which are
 * columns: `{ "area": [ … ], "year": [ … ] }`. Anything else as it is.
 */
function rowsIn(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  const lists = entries.filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]) && entry[1].length > 0);
  const isObject = (one: unknown) => typeof one === "object" && one !== null && !Array.isArray(one);
  const [first, second] = lists.filter(([, list]) => list.every(isObject));
  if (first && !second) return first[1];
  const [[, column] = ["", []]] = lists;
  const areColumns =
    lists.length > 1 &&
    lists.length === entries.length &&
    lists.every(
      ([, list]) => list.length === column.length && !list.some((one) => typeof one === "object" && one !== null),
    );
  return areColumns
    ? [lists.map(([name]) => name), ...column.map((_, row) => lists.map(([, list]) => list[row]))]
    : value;
}

/**
 * Rows as objects (the first row of the sheet has their keys, in the order met), rows as lists, or a JSON-stat 2 dataset.
 */
export function readJson(given: unknown, options: JsonOptions): Sheet | undefined {
  if (isJsonStat(given)) return readJsonStat(given, options);
  const value = rowsIn(given);
  const { file, diagnostics } = options;
  if (!Array.isArray(value) || value.length === 0) {
    diagnostics.error({
      code: "empty-file",
      message: "The data is not a list of rows.",
      hint: "Expected a JSON array of objects, one a row, an object in a line, or a JSON-stat dataset.",
      source: { file },
    });
    return undefined;
  }
  const builder = createSheetBuilder();
  const problems = createProblems(diagnostics);
  const setCell = (row: number, column: number, given: unknown) => {
    const cell = cellOf(given);
    if (cell !== undefined) builder.set(row, column, cell);
    else {
      const what = given instanceof Date ? "a date that is none" : "what cannot be written as JSON";
      problems.error(what, {
        code: "invalid-row",
        message: `Cell ${columnLetters(column + 1)}${row + 1} holds ${what}.`,
        source: { file, row: row + 1, column: column + 1 },
      });
    }
  };
  if (value.every(Array.isArray)) {
    for (const [row, cells] of value.entries())
      for (const [column, cell] of (cells as unknown[]).entries()) setCell(row, column, cell);
  } else setObjects(value, { builder, setCell, file, problems });
  problems.report();
  return { file, name: undefined, ...builder.finish(), merges: [], notes: [], markedTables: [] };
}

interface SettingObjects {
  readonly file: string;
  readonly problems: Problems;
  readonly builder: SheetBuilder;
  readonly setCell: (row: number, column: number, given: unknown) => void;
}

function setObjects(rows: readonly unknown[], { builder, setCell, file, problems }: SettingObjects): void {
  const positions = new Map<string, number>();
  for (const [index, object] of rows.entries()) {
    if (typeof object !== "object" || object === null || Array.isArray(object)) {
      problems.error("no object", {
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
      setCell(index + 1, column, cell);
    }
  }
}

/** What JSON nests deeper is kept as its text. Undefined for what JSON cannot write. */
function cellOf(value: unknown): SheetCell | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "bigint") return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10);
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
