import type { Rational } from "../../language/index.ts";
import type { StatedRange } from "./claim.ts";

/** The numbers that a stated number can stand for. A null bound is none. */
export interface Interval {
  readonly low: Rational | null;
  readonly high: Rational | null;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
}

export function contains(interval: Interval, value: Rational): boolean {
  const { low, high, lowIncluded, highIncluded } = interval;
  const aboveLow = low === null || (lowIncluded ? value.compare(low) >= 0 : value.compare(low) > 0);
  const belowHigh = high === null || (highIncluded ? value.compare(high) <= 0 : value.compare(high) < 0);
  return aboveLow && belowHigh;
}

/** All of `inner` lies in `outer`. */
export function isWithin(inner: Interval, outer: Interval): boolean {
  const reachesBelow =
    outer.low !== null &&
    (inner.low === null || isBeyond(inner.low.compare(outer.low), inner.lowIncluded && !outer.lowIncluded));
  const reachesAbove =
    outer.high !== null &&
    (inner.high === null || isBeyond(outer.high.compare(inner.high), inner.highIncluded && !outer.highIncluded));
  return !reachesBelow && !reachesAbove;
}

const isBeyond = (order: number, endCounts: boolean): boolean => order < 0 || (order === 0 && endCounts);

/** Two intervals have a number in common. */
export function overlaps(a: Interval, b: Interval): boolean {
  return !isBelow(a, b) && !isBelow(b, a);
}

/** All of `a` lies below all of `b`. */
function isBelow(a: Interval, b: Interval): boolean {
  if (a.high === null || b.low === null) return false;
  const order = a.high.compare(b.low);
  return order < 0 || (order === 0 && !(a.highIncluded && b.lowIncluded));
}

/** The same distance on the other side of zero. */
export const mirrored = ({ low, high, lowIncluded, highIncluded }: Interval): Interval => ({
  low: high?.neg() ?? null,
  high: low?.neg() ?? null,
  lowIncluded: highIncluded,
  highIncluded: lowIncluded,
});

/** Adds a number to both ends. */
export function shifted({ low, high, ...ends }: Interval, by: number): Interval {
  return { low: low?.add(by) ?? null, high: high?.add(by) ?? null, ...ends };
}

/** As plain numbers, for `Finding`. */
export function toStatedRange({ low, high, lowIncluded, highIncluded }: Interval): StatedRange {
  return { low: low?.valueOf() ?? null, high: high?.valueOf() ?? null, lowIncluded, highIncluded };
}
