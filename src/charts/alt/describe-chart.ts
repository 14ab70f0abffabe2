import { englishWords, type Words } from "../../claims/index.ts";
import { type ChartShape, type EncodedField, readShape } from "../chart-shape.ts";
import { type ChartRow, type FormatValue, isFigure } from "../compiled-chart.ts";
import { isObject } from "../json.ts";
import { formatFigure } from "./format-figure.ts";
import { describeGaps } from "./gaps.ts";
import type { Reading } from "./reading.ts";
import { altKinds } from "./registry.ts";

export interface DescribeOptions {
  /** What the chart shows, e.g. its caption: comes first. */
  readonly title?: string;
  /** How a figure is written. Where absent: three decimals at most, thousands separated by commas. */
  readonly formatValue?: FormatValue;
  /** What readers call the fields that the chart gives no title; the field's name where absent. */
  readonly fieldLabels?: Readonly<Record<string, string>>;
  /** What it is written with; British English where absent. */
  readonly words?: Words;
}

/**
 * Writes the alt text of a chart from its Vega-Lite spec and its rows, in the language of `words`.
 *
 * Names the kind of chart and what it shows, then the figures that a reader takes from it: first, last and turns of a
 * line; highest, lowest and highlighted bar; how many values are suppressed or missing. Every figure in it is one of
 * the rows', rounded, or a number of rows. Figures that the chart computes (aggregates, bins) are left to the chart.
 */
export function describeChart(spec: object, rows: readonly ChartRow[], options: DescribeOptions = {}): string {
  return describeShape(isObject(spec) ? readShape(spec) : readShape({}), rows, options);
}

export function describeShape(shape: ChartShape, rows: readonly ChartRow[], options: DescribeOptions = {}): string {
  const { title = "", words = englishWords(), fieldLabels = {} } = options;
  const { charts } = words;
  const kind = altKinds.get(shape.mark);
  const named = (field: EncodedField | undefined): EncodedField | undefined =>
    field && { ...field, title: field.title === field.field ? (fieldLabels[field.field] ?? field.field) : field.title };
  const [category, series] = [named(shape.category), named(shape.series)];
  const value = named(shape.value);
  const by = [category, series].flatMap((field) => (field ? [field.title] : []));
  const sentences = [
    asSentence(title),
    charts.opening({ kind: kind?.name ?? "chart", values: value?.title ?? "", by }),
  ];
  if (rows.length === 0) sentences.push(charts.noData);
  else if (!value || !kind || !rows.some((row) => value.field in row)) sentences.push(charts.rows(rows.length));
  else
    sentences.push(
      ...describeData({ ...shape, category, series }, rows, { ...options, words, value, describe: kind.describe }),
    );
  return sentences.filter(Boolean).join(" ");
}

/** With a full stop, unless it ends already; nothing stays nothing. */
export const asSentence = (text: string) => (text === "" || /[.!?…]$/.test(text) ? text : `${text}.`);

interface DataOptions extends DescribeOptions {
  readonly words: Words;
  readonly value: NonNullable<ChartShape["value"]>;
  readonly describe: (reading: Reading) => readonly string[];
}

function describeData(shape: ChartShape, rows: readonly ChartRow[], options: DataOptions): readonly string[] {
  const { value, describe, formatValue, words } = options;
  const reading: Reading = {
    category: shape.category,
    value,
    series: shape.series,
    rows,
    format: (figure) => formatValue?.(figure, value.field) ?? formatFigure(figure, words),
    words,
  };
  const hasFigures = rows.some((row) => isFigure(row[value.field]));
  return [...(hasFigures ? describe(reading) : [words.charts.noData]), ...describeGaps(reading)];
}
