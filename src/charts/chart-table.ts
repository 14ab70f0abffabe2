import type { ChartShape } from "./chart-shape.ts";
import type { ChartRow } from "./compiled-chart.ts";

export interface ChartColumn {
  /** The field of the rows. */
  readonly id: string;
  /** As the chart titles it. */
  readonly label: string;
  readonly numeric: boolean;
}

/** The data behind a chart: a column for each field shown, the rows as they were given. Figures are the caller's to format. */
export interface ChartTable {
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly ChartRow[];
}

/** Columns in reading order: category, series, then figures. */
export function chartTable({ category, series, fields }: ChartShape, rows: readonly ChartRow[]): ChartTable {
  const columns = new Map<string, ChartColumn>();
  for (const encoded of [category, series, ...fields]) {
    // Fields that transforms make are not in the rows.
    if (!encoded || columns.has(encoded.field) || !rows.some((row) => encoded.field in row)) continue;
    columns.set(encoded.field, { id: encoded.field, label: encoded.title, numeric: encoded.type === "quantitative" });
  }
  return { columns: [...columns.values()], rows };
}
