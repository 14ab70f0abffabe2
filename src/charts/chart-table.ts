import { defined } from "../diagnostics/index.ts";
import { type RoundingOf, roundedTo, withRows } from "./alt/rounding.ts";
import { type ChartRow, isFigure, saysOfRow } from "./chart-row.ts";
import type { ChartShape } from "./shape/chart-shape.ts";
import type { EncodedField } from "./spec/encoded-field.ts";

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
  /** The multiple that counts among the figures, or behind them, were rounded to, at most; absent where none was. */
  readonly base?: number;
}

/**
 * Columns in reading order: names, then periods, then figures: the first heads its row, which is of a name rather than of a year or a population.
 * @param labels of fields that the chart gives no title.
 * @param roundingOf where it knows more than the rows say.
 * @param annotated what fields are called that stand beside the data: lines to compare with, the ends of a band.
 * @param periods the field of the periods, where a recipe knows it.
 */
export function chartTable(
  { category, value, series, panels, fields, also }: ChartShape,
  rows: readonly ChartRow[],
  labels: Readonly<Record<string, string>> = {},
  roundingOf?: RoundingOf,
  annotated: ReadonlyMap<string, string> = new Map(),
  periods?: string,
): ChartTable {
  const labelOf = (field: string, title = field) => (title === field ? (labels[field] ?? field) : title);
  const shown = new Map<string, EncodedField>();
  for (const encoded of [...panels, category, series, ...fields, ...also.flatMap((plot) => plot.fields)]) {
    // Fields that transforms make are not in the rows.
    if (encoded && !shown.has(encoded.field) && rows.some((row) => encoded.field in row))
      shown.set(encoded.field, encoded);
  }
  const place = ({ field, type }: EncodedField) =>
    type === "quantitative" ? 2 : type === "temporal" || field === periods ? 1 : 0;
  const columns = new Map<string, ChartColumn>();
  for (const { field, title, type } of [...shown.values()].toSorted((a, b) => place(a) - place(b))) {
    const label = annotated.get(field) ?? labelOf(field, title);
    columns.set(field, { id: field, label, numeric: type === "quantitative" });
  }
  for (const [id, label] of annotated)
    if (!columns.has(id) && rows.some((row) => id in row)) columns.set(id, { id, label, numeric: true });
  const others = value ? [] : rows.flatMap((row) => Object.keys(row));
  for (const id of others) {
    if (!columns.has(id) && !rows.every((row) => saysOfRow(id, row[id])))
      columns.set(id, { id, label: labelOf(id), numeric: isOfFigures(rows, id) });
  }
  const base = roundedTo(rows, [...columns.keys()], withRows(roundingOf));
  return defined({ columns: [...columns.values()], rows, base: base > 1 ? base : undefined });
}

const isOfFigures = (rows: readonly ChartRow[], field: string) =>
  rows.every((row) => isFigure(row[field]) || (row[field] ?? null) === null);
