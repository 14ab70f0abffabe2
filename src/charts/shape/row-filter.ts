import type { ChartRow } from "../chart-row.ts";
import { isObject } from "../json.ts";
import { plainFieldName } from "../spec/encoded-field.ts";

/** Whether a mark draws a row. */
export type RowFilter = (row: ChartRow) => boolean;

const validField = String.raw`\s*isValid\(\s*datum(?:\.[\w$]+|\[[^\]]*\])\s*\)\s*`;
/** `isValid(datum.n)`, or several of them, leaves out gaps, which descriptions count: no row is taken out by it. */
const gapsOnly = new RegExp(`^${validField}(?:&&${validField})*$`);

/** Reads the filter of a Vega-Lite transform; `unknown` for one that only Vega can tell, such as an expression. */
export function readFilter(filter: unknown): RowFilter | "unknown" {
  if (typeof filter === "string") return gapsOnly.test(filter) ? all : "unknown";
  if (!isObject(filter) || typeof filter.field !== "string" || "timeUnit" in filter) return "unknown";
  const field = plainFieldName(filter.field);
  const { equal, oneOf, valid } = filter;
  if (valid === true) return all;
  if (isPlain(equal)) return (row) => row[field] === equal;
  if (Array.isArray(oneOf) && oneOf.every(isPlain)) return (row) => oneOf.includes(row[field] ?? null);
  return "unknown";
}

const all: RowFilter = () => true;
const isPlain = (value: unknown): value is ChartRow[string] =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";
