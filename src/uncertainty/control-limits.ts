import { incompleteGamma } from "./incomplete-gamma.ts";
import { requireExposure } from "./require-count.ts";
import { solveIncreasing } from "./solve-increasing.ts";

/** Counts between which an area lies that differs from all others by chance alone; no whole numbers, so that limits run smoothly. */
export interface ControlLimits {
  readonly low: number;
  readonly high: number;
}

/** How much lies between the limits. */
export type ControlLevel = 0.95 | 0.998;

/**
 * The control limits of a funnel plot, for an area in which so many cases are expected: the least and the greatest count whose exact Poisson
 * interval (Garwood, 1936) still holds what is expected. They are those of the Office for Health Improvement and Disparities
 * (Fingertips, technical guidance on funnel plots); Spiegelhalter, Statistics in Medicine 24 (2005), 1185. Indicative only:
 * recorded cases cluster, so that more areas than one in twenty lie outside without a reason of their own.
 * @throws RangeError for an expectation that is not above zero.
 */
export function controlLimits(expected: number, level: ControlLevel = 0.95): ControlLimits {
  requireExposure(expected);
  const tail = (1 - level) / 2;
  const most = expected + 12 * Math.sqrt(expected) + 30;
  /** So many or fewer cases are as rare as the tail: Q(count + 1, expected). */
  const atMost = (count: number) => 1 - incompleteGamma(count + 1, expected);
  const orMore = (count: number) => incompleteGamma(count, expected);
  return {
    // No cases at all are no surprise.
    low: atMost(0) >= tail ? 0 : solveIncreasing(atMost, tail, { low: 0, high: most }),
    high: solveIncreasing((count) => -orMore(count), -tail, { low: Number.EPSILON, high: most }),
  };
}
