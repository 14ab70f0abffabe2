import type { Words } from "../../claims/index.ts";
import type { EncodedField } from "../chart-shape.ts";
import { type ChartRow, isFigure } from "../compiled-chart.ts";

/** A chart's data, as a description reads it: figures by category, in the order of the rows. */
export interface Reading {
  readonly category: EncodedField | undefined;
  readonly value: EncodedField;
  readonly series: EncodedField | undefined;
  readonly rows: readonly ChartRow[];
  readonly format: (value: number) => string;
  readonly words: Words;
}

/** One row that has a figure. */
export interface Figure {
  readonly name: string;
  readonly series: string;
  readonly value: number;
  readonly isHighlighted: boolean;
}

/** Writes what one kind of chart shows, as sentences. Figures come from the rows, written by `format`. */
export type Describe = (reading: Reading) => readonly string[];

/** Rows with a figure; gaps are told apart, by `describeGaps`. */
export function figuresOf({ rows, category, value, series }: Reading): Figure[] {
  return rows.flatMap((row) => {
    const figure = row[value.field];
    if (!isFigure(figure)) return [];
    return {
      name: category ? nameOf(row, category) : "",
      series: series ? nameOf(row, series) : "",
      value: figure,
      isHighlighted: row.highlight === true,
    };
  });
}

/** Figures by series, each in the order first seen. */
export function bySeries(figures: readonly Figure[]): Map<string, Figure[]> {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const group = groups.get(figure.series);
    if (group) group.push(figure);
    else groups.set(figure.series, [figure]);
  }
  return groups;
}

const nameOf = (row: ChartRow, { field }: EncodedField) => String(row[field] ?? "");
