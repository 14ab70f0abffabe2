import { type ChartShape, readShape } from "../chart-shape.ts";
import { type ChartRow, type FormatValue, isFigure } from "../compiled-chart.ts";
import { isObject } from "../json.ts";
import { formatFigure } from "./format-figure.ts";
import { describeGaps } from "./gaps.ts";
import { counted, type Reading } from "./reading.ts";
import { altKinds } from "./registry.ts";

export interface DescribeOptions {
  /** What the chart shows, e.g. its caption: comes first. */
  readonly title?: string;
  /** How a figure is written. Where absent: three decimals at most, thousands separated by commas. */
  readonly formatValue?: FormatValue;
}

/**
 * Writes the alt text of a chart from its Vega-Lite spec and its rows, in English.
 *
 * Names the kind of chart and what it shows, then the figures that a reader takes from it: first, last and turns of a
 * line; highest, lowest and highlighted bar; how many values are suppressed or missing. Every figure in it is one of
 * the rows', rounded, or a number of rows. Figures that the chart computes (aggregates, bins) are left to the chart.
 */
export function describeChart(spec: object, rows: readonly ChartRow[], options: DescribeOptions = {}): string {
  return describeShape(isObject(spec) ? readShape(spec) : readShape({}), rows, options);
}

export function describeShape(shape: ChartShape, rows: readonly ChartRow[], options: DescribeOptions = {}): string {
  const kind = altKinds.get(shape.mark);
  const sentences = [asSentence(options.title ?? ""), `${kind?.name ?? "Chart"}${subjectOf(shape)}.`];
  const { value } = shape;
  if (rows.length === 0) sentences.push("No data.");
  else if (!value || !kind || !rows.some((row) => value.field in row))
    sentences.push(`${counted(rows.length, "row")} of data.`);
  else sentences.push(...describeData(shape, rows, { ...options, value, describe: kind.describe }));
  return sentences.filter(Boolean).join(" ");
}

/** With a full stop, unless it ends already; nothing stays nothing. */
export const asSentence = (text: string) => (text === "" || /[.!?…]$/.test(text) ? text : `${text}.`);

/** `: Offences by Police force`, from the titles. */
function subjectOf({ category, value, series }: ChartShape): string {
  const by = [category, series].flatMap((field) => (field ? [field.title] : []));
  const of = value?.title ?? "";
  if (!of && by.length === 0) return "";
  return `: ${of}${of && by.length > 0 ? " by " : ""}${by.join(" and ")}`;
}

interface DataOptions extends DescribeOptions {
  readonly value: NonNullable<ChartShape["value"]>;
  readonly describe: (reading: Reading) => readonly string[];
}

function describeData(shape: ChartShape, rows: readonly ChartRow[], options: DataOptions): readonly string[] {
  const { value, describe, formatValue } = options;
  const reading: Reading = {
    category: shape.category,
    value,
    series: shape.series,
    rows,
    format: (figure) => formatValue?.(figure, value.field) ?? formatFigure(figure),
  };
  const hasFigures = rows.some((row) => isFigure(row[value.field]));
  return [...(hasFigures ? describe(reading) : ["No data."]), ...describeGaps(reading)];
}
