import { defined } from "../../diagnostics/index.ts";
import type { ControlLevel, Words } from "../../language/index.ts";
import { isFigure } from "../chart-row.ts";
import type { ChartShape } from "../shape/chart-shape.ts";
import type { EncodedField } from "../spec/encoded-field.ts";
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
  const held = figures.flatMap((figure) => {
    const side = sideOf(figure, reading);
    return side ? [{ figure, ...side }] : [];
  });
  const isOuter = reading.outer !== undefined;
  const on = (wanted: "above" | "below", level: ControlLevel) =>
    held.filter((each) => each.side === wanted && each.level === level).map(({ figure }) => figure);
  const furthest = isOuter ? "outer" : "inner";
  const [above, below] = [on("above", furthest), on("below", furthest)];
  const namesOf = (some: readonly Figure[]) =>
    some.toSorted((a, b) => b.value - a.value).map(({ name, series }) => labelled(reading.panel, series || name));
  const center = commonOther(reading);
  const items = describeSubjects(reading);
  const lead = (mostNamed?: number) => [
    charts.points(figures.length),
    ...(other && center !== undefined ? [`${other.title}: ${reading.format(center, other)}.`] : []),
    ...(low && high && held.length > 0
      ? [
          charts.outside({
            above: namesOf(above),
            below: namesOf(below).toReversed(),
            within: held.filter(({ side }) => side === "within").length,
            innerAlone: isOuter
              ? { above: on("above", "inner").length, below: on("below", "inner").length }
              : undefined,
            ...defined({ mostNamed }),
          }),
        ]
      : []),
  ];
  return {
    lead: lead(),
    leadInShort: [4, 3, 2, 1, 0].map(lead),
    items,
    marked: items.length,
    more: charts.more,
  };
};

/** What limits are called, for their table, that have no title of their own: under that of the rates, the rate would be told from none of them. */
export function limitHeadings(
  { kind, value, low, high, outer }: ChartShape,
  { charts }: Words,
): readonly (readonly [field: string, heading: string])[] {
  if (kind !== "funnel") return [];
  const headed = (limit: EncodedField | undefined, level: ControlLevel, side: "low" | "high") =>
    limit && (limit.title === value?.title || limit.title === limit.field)
      ? [[limit.field, charts.annotations.end(charts.controlLimits[level], side)] as const]
      : [];
  return [
    ...headed(low, "inner", "low"),
    ...headed(high, "inner", "high"),
    ...headed(outer?.low, "outer", "low"),
    ...headed(outer?.high, "outer", "high"),
  ];
}

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
    const side = low && high ? sideOf(figure, reading) : undefined;
    const said = side ? words.charts.limits({ figure: text, ...besideLimits(figure, side, reading) }) : text;
    return words.charts.highlighted(labelled(panel, figure.name), said);
  });
  return [...points, ...gaps];
}

/** Digits behind a figure's decimal sign that tell a limit from it. */
const mostDecimals = 6;

/** Where a figure is among its limits: beyond the furthest that it is beyond, else within the inner ones. */
interface Side {
  readonly side: "above" | "below" | "within";
  readonly level: ControlLevel;
  readonly ends: readonly [low: number, high: number];
}

/** Undefined of a row that lacks limits. */
function sideOf(figure: Figure, { low, high, outer }: Reading): Side | undefined {
  const { value } = figure;
  const inner = endsOf(figure, low, high);
  if (!inner) return undefined;
  const beyond = ([from, to]: Side["ends"]) => (value > to ? "above" : value < from ? "below" : undefined);
  const outerEnds = outer && endsOf(figure, outer.low, outer.high);
  const beyondOuter = outerEnds && beyond(outerEnds);
  if (beyondOuter) return { side: beyondOuter, level: "outer", ends: outerEnds };
  return { side: beyond(inner) ?? "within", level: "inner", ends: inner };
}

/** Limits with as many decimals as their figure is written with, and more only where they would read the same as that. */
function besideLimits({ value }: Figure, { side, level, ends: [from, to] }: Side, reading: Reading) {
  const { format, outer } = reading;
  const [low, high] = level === "outer" ? [outer?.low, outer?.high] : [reading.low, reading.high];
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
  const isWithinOuter = outer !== undefined && level === "inner" && side !== "within";
  return { side, level, isWithinOuter, low: format(rounded(from), low), high: format(rounded(to), high) };
}

/** Of a row that has both, as they are written. */
function endsOf(
  { row }: Figure,
  low: EncodedField | undefined,
  high: EncodedField | undefined,
): Side["ends"] | undefined {
  const [from, to] = [row[low?.field ?? ""], row[high?.field ?? ""]];
  return isFigure(from) && isFigure(to) ? [from, to] : undefined;
}
