import type { Diagnostics } from "../../diagnostics/index.ts";
import type { Sheet, SheetCell } from "../sheet.ts";
import { createSheetBuilder } from "../sheet-builder.ts";

/** What is read of a dataset of JSON-stat 2.0 (https://json-stat.org/full/). */
interface JsonStat {
  readonly class: "dataset";
  readonly id: readonly string[];
  readonly size: readonly number[];
  readonly dimension: Readonly<Record<string, JsonStatDimension>>;
  readonly value: readonly unknown[] | Readonly<Record<string, unknown>>;
  readonly status?: string | readonly unknown[] | Readonly<Record<string, unknown>>;
}

interface JsonStatDimension {
  readonly label?: string;
  readonly category: {
    readonly index?: readonly string[] | Readonly<Record<string, number>>;
    readonly label?: Readonly<Record<string, string>>;
  };
}

export const isJsonStat = (value: unknown): value is { readonly class: string } =>
  isObject(value) && (value.class === "dataset" || ("dimension" in value && "value" in value && "size" in value));

/** More than any statistics office gives at once. */
const maxValues = 20_000_000;

/**
 * One row a cell: the labels of its categories, its value, and its status where the dataset has any. A first row has the labels of
 * the dimensions, then `value` and `status`. Cells without a value and without a status are left out.
 */
export function readJsonStat(
  input: { readonly class: string },
  { file, diagnostics }: { readonly file: string; readonly diagnostics: Diagnostics },
): Sheet | undefined {
  const problem = problemOf(input);
  if (problem !== undefined) {
    diagnostics.error({
      code: "invalid-json-stat",
      message: `The JSON-stat dataset ${problem}.`,
      hint: "Datasets of JSON-stat 2.0 are read.",
      source: { file },
    });
    return undefined;
  }
  const { id, size, dimension, value, status } = input as JsonStat;
  const builder = createSheetBuilder();
  const labels = id.map((name, index) => labelsOf(dimension[name] as JsonStatDimension, size[index] ?? 0));
  for (const [column, name] of id.entries()) builder.set(0, column, dimension[name]?.label ?? name);
  builder.set(0, id.length, "value");
  if (status !== undefined) builder.set(0, id.length + 1, "status");
  const count = size.reduce((product, one) => product * one, 1);
  const at = size.map(() => 0);
  let row = 1;
  for (let index = 0; index < count; index += 1) {
    const cell = cellOf(itemOf(value, index));
    const mark = typeof status === "string" ? status : cellOf(itemOf(status, index));
    if (cell !== null || mark !== null) {
      for (const [column, category] of at.entries()) builder.set(row, column, labels[column]?.[category] ?? null);
      builder.set(row, id.length, cell);
      builder.set(row, id.length + 1, mark);
      row += 1;
    }
    for (let position = at.length - 1; position >= 0; position -= 1) {
      at[position] = ((at[position] as number) + 1) % (size[position] as number);
      if (at[position] !== 0) break;
    }
  }
  return { file, name: undefined, ...builder.finish(), merges: [], notes: [], markedTables: [] };
}

function problemOf(input: unknown): string | undefined {
  const { id, size, dimension, value } = input as Partial<JsonStat>;
  if (!Array.isArray(id) || !id.every((name) => typeof name === "string")) return "has no list of ids of dimensions";
  if (!Array.isArray(size) || size.length !== id.length) return "has not one size for each dimension";
  if (!size.every((one) => Number.isInteger(one) && one > 0)) return "has a size that is no whole number above zero";
  if (!isObject(dimension)) return "has no dimensions";
  for (const name of id) {
    if (!isObject((dimension[name] as JsonStatDimension | undefined)?.category))
      return `has no categories of "${name}"`;
  }
  if (!Array.isArray(value) && !isObject(value)) return "has no values";
  if (size.reduce((product, one) => product * one, 1) > maxValues) return `has more than ${maxValues} cells`;
  return undefined;
}

/** The labels of a dimension's categories, in the order of its values. */
function labelsOf({ category: { index, label = {} } }: JsonStatDimension, size: number): readonly string[] {
  const ids: string[] = [];
  if (Array.isArray(index)) ids.push(...index);
  else if (isObject(index)) for (const [name, position] of Object.entries(index)) ids[Number(position)] = name;
  else ids.push(...Object.keys(label));
  return Array.from({ length: size }, (_, position) => label[ids[position] ?? ""] ?? ids[position] ?? "");
}

const itemOf = (items: JsonStat["value"] | string | undefined, index: number): unknown =>
  Array.isArray(items) ? items[index] : (items as Readonly<Record<string, unknown>> | undefined)?.[String(index)];

const cellOf = (value: unknown): SheetCell => (typeof value === "number" || typeof value === "string" ? value : null);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
