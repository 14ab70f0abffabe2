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
  const items = describeSubjects(reading);
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
    items,
    marked: items.length,
    more: charts.more,
  };
};

/** Each highlighted point: its figure, and on which side of its limits that is. */
function describeSubjects(reading: Reading): readonly string[] {
  const { words, low, high, panel } = reading;
  const own = { ...reading, category: reading.series, series: undefined, other: undefined };
  const gaps = describeHighlighted(
    { ...own, rows: own.rows.filter((row) => row.highlight !== true || !isFigure(row[own.value.field])) },
    false,
  );
  const known = figuresOf(own).filter(({ isHighlighted }) => isHighlighted);
  if (known.length === reading.rows.length) return [];
  const points = known.map((figure) => {
    const text = reading.format(figure.value);
    const limits = limitsOf(figure, reading);
    const said =
      limits && low && high ? words.charts.limits({ figure: text, ...besideLimits(figure, limits, reading) }) : text;
    return words.charts.highlighted(labelled(panel, figure.name), said);
  });
  return [...points, ...gaps];
}

/** Digits behind a figure's decimal sign that tell a limit from it. */
const mostDecimals = 6;

/** Limits with as many decimals as their figure is written with, and more only where they would read the same as that. */
function besideLimits({ value }: Figure, [from, to]: readonly [low: number, high: number], reading: Reading) {
  const { format, low, high } = reading;
  const side = value > to ? ("above" as const) : value < from ? ("below" as const) : ("between" as const);
  const written = format(value);
  const inPercent = /[%٪]/.test(written) ? 2 : 0;
  const [, digits = ""] = /[.,٫](\d+)\D*$/.exec(written) ?? [];
  const isApart = (decimals: number) => {
    const [lower, upper] = [from, to].map((limit) => Number(limit.toFixed(decimals))) as [number, number];
    return side === "above" ? value > upper : side === "below" ? value < lower : lower <= value && value <= upper;
  };
  let decimals = digits.length + inPercent;
  while (decimals < mostDecimals && !isApart(decimals)) decimals += 1;
  const rounded = (limit: number) => Number(limit.toFixed(decimals));
  return { side, low: format(rounded(from), low), high: format(rounded(to), high) };
}

/** Of a row that has both, as they are written. */
function limitsOf({ row }: Figure, { low, high }: Reading): readonly [low: number, high: number] | undefined {
  const [from, to] = [row[low?.field ?? ""], row[high?.field ?? ""]];
  return isFigure(from) && isFigure(to) ? [from, to] : undefined;
}
