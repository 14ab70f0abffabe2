import type { EncodedField } from "../chart-shape.ts";
import { type ChartRow, isFigure } from "../compiled-chart.ts";

/** A chart's data, as a description reads it: figures by category, in the order of the rows. */
export interface Reading {
  readonly category: EncodedField | undefined;
  readonly value: EncodedField;
  readonly series: EncodedField | undefined;
  readonly rows: readonly ChartRow[];
  readonly format: (value: number) => string;
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

/** An English list: `A, B and C`; past `most`, the number of the rest. */
export function listOf(names: readonly string[], most = 3): string {
  const shown = names.slice(0, names.length === most + 1 ? most + 1 : most);
  const rest = names.length - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown;
  return parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

export const counted = (n: number, noun: string) => `${n} ${noun}${n === 1 ? "" : "s"}`;
