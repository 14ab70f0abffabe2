import { describeBars } from "./bars.ts";
import { type Describe, figuresOf, type Reading } from "./reading.ts";

/** Points: over a scale of numbers, both ranges; over categories, as bars. */
export const describePoints: Describe = (reading) => {
  const { category, value } = reading;
  if (category?.type !== "quantitative") return describeBars(reading);
  const figures = figuresOf(reading);
  const across = figures.map(({ name }) => Number(name));
  const { points, span } = reading.words.charts;
  const values = figures.map((figure) => figure.value);
  return [
    points(figures.length),
    span(category.title, ...ends(across, reading)),
    span(value.title, ...ends(values, reading)),
  ];
};

const ends = (values: readonly number[], { format }: Reading): [low: string, high: string] => [
  format(Math.min(...values)),
  format(Math.max(...values)),
];
