import { isFigure } from "../chart-row.ts";
import { commonOther, describeHighlighted } from "./extremes.ts";
import { type Describe, type Figure, figuresOf, labelled, type Reading } from "./reading.ts";

/**
 * Rates among control limits: how many points, the rate of all, which are outside of the limits, and those highlighted with both of their
 * limits. A point is outside by its figure and its limits as they are written.
 */
export const describeFunnel: Describe = (reading) => {
  const { words, other, low, high } = reading;
  const { charts } = words;
  const figures = figuresOf(reading);
  const held = figures.filter((figure) => limitsOf(figure, reading) !== undefined);
  const above = held.filter((figure) => figure.value > (limitsOf(figure, reading)?.[1] ?? Infinity));
  const below = held.filter((figure) => figure.value < (limitsOf(figure, reading)?.[0] ?? -Infinity));
  const namesOf = (some: readonly Figure[]) =>
    some.toSorted((a, b) => b.value - a.value).map(({ name, series }) => labelled(reading.panel, series || name));
  const center = commonOther(reading);
  return {
    lead: [
      charts.points(figures.length),
      ...(other && center !== undefined ? [`${other.title}: ${reading.format(center, other)}.`] : []),
      ...(low && high && held.length > 0
        ? [
            charts.outside({
              above: namesOf(above),
              below: namesOf(below).toReversed(),
              between: held.length - above.length - below.length,
            }),
          ]
        : []),
    ],
    items: describeHighlighted({ ...reading, category: reading.series, series: undefined }, false),
    isMarked: figures.some(({ isHighlighted }) => isHighlighted),
    more: charts.more,
  };
};

/** Of a row that has both, as they are written. */
function limitsOf({ row }: Figure, { low, high }: Reading): readonly [low: number, high: number] | undefined {
  const [from, to] = [row[low?.field ?? ""], row[high?.field ?? ""]];
  return isFigure(from) && isFigure(to) ? [from, to] : undefined;
}
