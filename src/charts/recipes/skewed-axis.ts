import type { ChartRow } from "../chart-row.ts";
import { isObject, type JsonObject } from "../json.ts";
import { fieldReference } from "../spec/encoded-field.ts";
import { extentOf } from "./room-for-names.ts";

/** An axis along the bottom, of figures above zero of which one may be many times most others. */
export interface SkewedAxis {
  /** Field of the figures. */
  readonly field: string;
  /** Half of them on less than this share of an even scale are a stripe; an eighth where absent. */
  readonly stripe?: number;
}

/** Of so many areas at least most have a usual size. */
const leastCount = 8;
/** Half of the areas in a stripe are most. */
const most = 0.5;
const usualStripe = 1 / 8;

/** Whether on an even scale most of the rows would stand in a stripe, since one figure or a few are many times theirs. */
export function isSkewed(axis: SkewedAxis | undefined, rows: readonly ChartRow[]): boolean {
  // A logarithm is of figures above zero.
  return axis !== undefined && isPiled(axis, rows) && figuresOf(axis, rows).every((figure) => figure > 0);
}

/** Whether most of the figures stand in a stripe of an even scale from zero. */
export function isPiled(axis: SkewedAxis, rows: readonly ChartRow[]): boolean {
  const sorted = figuresOf(axis, rows).toSorted((a, b) => a - b);
  const usual = sorted[Math.ceil(most * sorted.length) - 1] ?? 0;
  const largest = sorted.at(-1) ?? 0;
  return sorted.length >= leastCount && usual < (axis.stripe ?? usualStripe) * largest;
}

const figuresOf = ({ field }: SkewedAxis, rows: readonly ChartRow[]): readonly number[] =>
  rows.map((row) => row[field]).filter((figure) => typeof figure === "number");

/** The axis of a scale that is read from the figures beside its dots, where it is logarithmic. */
const tickedAxis = {
  labels: true,
  ticks: true,
  tickCount: 4,
  grid: true,
  gridWidth: 1,
  gridColor: { expr: "gridLineColor" },
};

/** Of labels of a scale: 1, 10, 100; and 1, 2, 5, 10 where fewer of those are on it than this. */
const fewestPowers = 3;
const powers = Array.from({ length: 19 }, (_, index) => index - 6);
const labelled = {
  powers: powers.map((power) => Number(`1e${power}`)),
  between: powers.flatMap((power) => [1, 2, 5].map((lead) => Number(`${lead}e${power}`))),
};

/** A Vega expression: the figures that labels may stand at on a logarithmic scale between two ends; of those beyond them Vega draws none. */
function labelledBetween(least: string, largest: string): string {
  const powersBetween = `floor(log(${largest}) / LN10) - ceil(log(${least}) / LN10) + 1`;
  return `${powersBetween} >= ${fewestPowers} ? ${JSON.stringify(labelled.powers)} : ${JSON.stringify(labelled.between)}`;
}

/** From the outermost areas to the ends of the scale: so many times their figures. */
const beyond = 1.15;

/** A spec whose axis along the bottom is logarithmic, as its title says. */
export function withLogAxis(spec: JsonObject, { field }: SkewedAxis, says: string): JsonObject {
  const [least, largest] = [0, 1].map((end) => `${extentOf(field)}[${end}]`);
  const [from, to] = [`(${least} / ${beyond})`, `(${largest} * ${beyond})`];
  const scaleOf = (own: JsonObject) => ({
    type: "log",
    nice: false,
    domain: [{ expr: from }, { expr: to }],
    ...("padding" in own ? { padding: own.padding } : {}),
  });
  const alone = `${says.charAt(0).toUpperCase()}${says.slice(1)}`;
  // An axis without labels has none to say that its scale is even.
  const axisLogged = ({ title, axis }: JsonObject) => {
    const { labels, ticks, values: _, ...own } = axis as JsonObject;
    if (labels === false) return { ...own, title: alone, ...tickedAxis };
    const values = { expr: labelledBetween(from, to) };
    // Every second one of 1, 2, 5 would leave figures at no regular steps, and of few the ends.
    return {
      ...(axis as JsonObject),
      values,
      tickCount: labelled.between.length,
      labelOverlap: "greedy",
      labelSeparation: 8,
      title: typeof title === "string" ? `${title} (${says})` : alone,
    };
  };
  // What its axis says of its scale is no name of its figures.
  const titled = (x: JsonObject) =>
    typeof x.title !== "string" && x.field === fieldReference(field) ? { ...x, title: field } : x;
  const logged = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(logged);
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, key === "x" ? axisOf(part) : logged(part)]),
    );
  };
  // Positions that are worked out have no scale.
  const axisOf = (x: unknown): unknown =>
    isObject(x) && isObject(x.scale) && isObject(x.axis)
      ? { ...titled(x), scale: scaleOf(x.scale), axis: axisLogged(x) }
      : x;
  return { ...spec, layer: logged(spec.layer) };
}
