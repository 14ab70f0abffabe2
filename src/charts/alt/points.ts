import { describeBars } from "./bars.ts";
import { describeHighlighted } from "./extremes.ts";
import { leastAndMost } from "./least-and-most.ts";
import { type Describe, figuresOf, labelled, type Reading } from "./reading.ts";

/** Points over a scale of numbers: both ranges, and both figures of each that is highlighted. */
export const describePoints: Describe = (reading) => {
  const { category, value, series } = reading;
  if (!category && !series) return describeSpread(reading);
  if (category?.type !== "quantitative") return describeBars(reading);
  const figures = figuresOf(reading).filter(({ row }) => typeof row[category.field] === "number");
  const across = figures.map(({ row }) => Number(row[category.field]));
  const { charts } = reading.words;
  if (figures.length === 0) return { lead: [charts.noData] };
  const values = figures.map((figure) => figure.value);
  const { panel } = reading;
  return {
    lead: [
      panel ? `${panel}: ${charts.points(figures.length)}` : charts.points(figures.length),
      charts.span(category.title, ...ends(across, (own) => reading.format(own, category))),
      charts.span(value.title, ...ends(values, reading.format)),
    ],
    items: figures
      .filter(({ isHighlighted }) => isHighlighted)
      .map(({ series: name, value: own, row }) => {
        const along = reading.format(Number(row[category.field]), category);
        return charts.highlighted(
          labelled(reading.panel, series ? name : ""),
          charts.comparison(reading.format(own), category.title, along),
        );
      }),
    more: charts.more,
  };
};

/** Marks along one scale, which nothing names. */
const describeSpread: Describe = (reading) => {
  const figures = figuresOf(reading);
  const { charts } = reading.words;
  const title = labelled(reading.panel, reading.value.title);
  const [only] = figures;
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
    items: describeHighlighted(reading, false),
    more: charts.more,
  };
};

const ends = (values: readonly number[], format: Reading["format"]): [low: string, high: string] => {
  const [least, most] = leastAndMost(values);
  return [format(least), format(most)];
};
