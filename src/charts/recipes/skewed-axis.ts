import type { ChartRow } from "../chart-row.ts";
import { isObject, type JsonObject } from "../json.ts";
import { extentOf } from "./room-for-names.ts";

/** An axis along the bottom, of figures above zero of which one may be many times most others. */
export interface SkewedAxis {
  /** Field of the figures. */
  readonly field: string;
}

/** Of so many areas at least most have a usual size. */
const leastCount = 8;
/** Half of the areas on less than this share of an even scale are a stripe. */
const most = 0.5;
const stripe = 1 / 8;

/** Whether on an even scale most of the rows would stand in a stripe, since one figure or a few are many times theirs. */
export function isSkewed(axis: SkewedAxis | undefined, rows: readonly ChartRow[]): boolean {
  if (axis === undefined) return false;
  const figures = rows.map((row) => row[axis.field]).filter((figure) => typeof figure === "number");
  const sorted = figures.toSorted((a, b) => a - b);
  const [least, usual, largest] = [0, Math.ceil(most * sorted.length) - 1, sorted.length - 1].map(
    (at) => sorted[at] ?? 0,
  );
  // A logarithm is of figures above zero.
  if (sorted.length < leastCount || least === undefined || least <= 0) return false;
  return (usual as number) < stripe * (largest as number);
}

/** From the outermost areas to the ends of the scale: so many times their figures. */
const beyond = 1.15;

/** A spec whose axis along the bottom is logarithmic, as its title says. */
export function withLogAxis(spec: JsonObject, { field }: SkewedAxis, says: string): JsonObject {
  const [least, largest] = [0, 1].map((end) => `${extentOf(field)}[${end}]`);
  const scale = {
    type: "log",
    nice: false,
    domain: [{ expr: `${least} / ${beyond}` }, { expr: `${largest} * ${beyond}` }],
  };
  const titled = (title: unknown) =>
    typeof title === "string" ? `${title} (${says})` : `${says.charAt(0).toUpperCase()}${says.slice(1)}`;
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
      ? { ...x, scale, axis: { ...x.axis, title: titled(x.title) } }
      : x;
  return { ...spec, layer: logged(spec.layer) };
}
