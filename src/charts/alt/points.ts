import { type ChartRow, isFigure } from "../chart-row.ts";
import { describeBars } from "./bars.ts";
import { describeHighlighted } from "./extremes.ts";
import { leastAndMost } from "./least-and-most.ts";
import { type Describe, figuresOf, labelled, labelsOf, type Reading } from "./reading.ts";

/** Points over a scale of numbers: both ranges, and both figures of each that is highlighted. */
export const describePoints: Describe = (reading) => {
  const { category, value, series } = reading;
  if (!category && !series) return describeSpread(reading);
  if (category?.type !== "quantitative") return describeBars(reading);
  const points = reading.rows.filter((row) => isFigure(row[value.field]) && typeof row[category.field] === "number");
  const along = (row: ChartRow) => Number(row[category.field]);
  const up = (row: ChartRow) => Number(row[value.field]);
  const { charts } = reading.words;
  if (points.length === 0) return { lead: [charts.noData] };
  const { panel } = reading;
  const isOfYears = /\b(?:year|blwyddyn)/i.test(category.title) && points.every((row) => isYear(along(row)));
  const writeAlong = (own: number) => (isOfYears ? String(own) : reading.format(own, category));
  const items = points
    .filter(({ highlight }) => highlight === true)
    .map((row) =>
      charts.highlighted(
        labelled(reading.panel, labelsOf(row, reading).series),
        charts.comparison(reading.format(up(row)), category.title, writeAlong(along(row))),
      ),
    );
  return {
    lead: [
      panel ? `${panel}: ${charts.points(points.length)}` : charts.points(points.length),
      charts.span(category.title, ...ends(points.map(along), writeAlong)),
      charts.span(value.title, ...ends(points.map(up), reading.format)),
    ],
    items,
    marked: items.length,
    more: charts.more,
  };
};

/** A year is no figure. */
const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1500 && value < 2200;

/** Marks along one scale, which nothing names. */
const describeSpread: Describe = (reading) => {
  const figures = figuresOf(reading);
  const { charts } = reading.words;
  const title = labelled(reading.panel, reading.value.title);
  const [only] = figures;
  const items = describeHighlighted(reading, false);
  if (only && figures.length === 1)
    return { lead: [`${charts.only({ names: [title].filter(Boolean), figure: reading.format(only.value) })}.`] };
  return {
    lead: [
      charts.points(figures.length),
      charts.span(
        title,
        ...ends(
          figures.map(({ value }) => value),
          reading.format,
        ),
      ),
    ],
    items,
    marked: items.length,
    more: charts.more,
  };
};

const ends = (values: readonly number[], format: Reading["format"]): [low: string, high: string] => {
  const [least, most] = leastAndMost(values);
  return [format(least), format(most)];
};
