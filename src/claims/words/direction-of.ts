import { type Rational, roundHalfUp } from "../rational.ts";
import type { Direction } from "./language.ts";

/** Direction of a change once it is rounded, so that nothing ever "rose by 0%". */
export function directionOf(change: Rational, decimals: number): Direction {
  const rounded = roundHalfUp(change, decimals).compare(0);
  return rounded > 0 ? "up" : rounded < 0 ? "down" : "flat";
}
