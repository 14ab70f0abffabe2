import type { Bounds } from "./bounds.ts";
import { type Rational, roundHalfUp } from "./rational.ts";

/** Direction of a change once it is rounded, so that nothing ever "rose by 0%". */
export function directionOf(change: Rational, decimals: number): Direction {
  const rounded = roundHalfUp(change, decimals).compare(0);
  return rounded > 0 ? "up" : rounded < 0 ? "down" : "flat";
}

/** Direction of a change that lies between bounds: that of both ends, or that of zero from all of it; else it is open. */
export function directionBetween({ low, high }: Bounds, decimals: number): FoundDirection {
  const [atLow, atHigh] = [directionOf(low, decimals), directionOf(high, decimals)];
  if (atLow === atHigh) return atLow;
  return low.compare(0) > 0 ? "up" : high.compare(0) < 0 ? "down" : "open";
}

export type Direction = "up" | "down" | "flat";

/** `open`: figures were rounded, and are too near to each other to tell. */
export type FoundDirection = Direction | "open";
