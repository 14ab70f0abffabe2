import type { ChartShape } from "./chart-shape.ts";
import { type ChartRow, isFigure } from "./compiled-chart.ts";

export interface ChartColumn {
  /** The field of the rows. */
  readonly id: string;
  /** As the chart titles it. */
  readonly label: string;
  readonly numeric: boolean;
}

/**
 * The data behind a chart: a column for each field shown, the rows as they were given. Where the chart computes its
 * figures, the rows' other fields are columns too: what it was computed from. Figures are the caller's to format.
 */
export interface ChartTable {
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly ChartRow[];
}

/** Fields that say something of a row, and are no data. */
const internal: readonly string[] = ["state", "highlight", "periodStart"];

/** Columns in reading order: category, series, then figures. */
export function chartTable({ category, value, series, fields }: ChartShape, rows: readonly ChartRow[]): ChartTable {
  const columns = new Map<string, ChartColumn>();
  for (const encoded of [category, series, ...fields]) {
    // Fields that transforms make are not in the rows.
    if (!encoded || columns.has(encoded.field) || !rows.some((row) => encoded.field in row)) continue;
    columns.set(encoded.field, { id: encoded.field, label: encoded.title, numeric: encoded.type === "quantitative" });
  }
  const others = value ? [] : rows.flatMap((row) => Object.keys(row));
  for (const id of others) {
    if (!columns.has(id) && !internal.includes(id)) columns.set(id, { id, label: id, numeric: isOfFigures(rows, id) });
  }
  return { columns: [...columns.values()], rows };
}

const isOfFigures = (rows: readonly ChartRow[], field: string) =>
  rows.every((row) => isFigure(row[field]) || (row[field] ?? null) === null);
