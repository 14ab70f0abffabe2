import { upperTail } from "./binomial-tail.ts";
import { requireCount, requireExposure } from "./require-count.ts";
import { solveIncreasing } from "./solve-increasing.ts";

/** Two counts set against each other. */
export interface CountComparison {
  /** The second by the first, per exposure; null where the first is zero. */
  readonly ratio: number | null;
  /** The 95% interval of the ratio. `high` is null where nothing limits it: the first count is zero. */
  readonly low: number;
  readonly high: number | null;
  /** Two-sided: how often chance alone would set two equal rates so far apart, 0 to 1. */
  readonly p: number;
  /** `p` is below 0.05. */
  readonly significant: boolean;
}

/** What two counts are out of, in one unit. */
export interface Exposures {
  /** What the first count is out of: people, days. Default 1: both counts are out of as much. */
  readonly first?: number;
  readonly second?: number;
}

const tail = 0.025;
const significanceLevel = 0.05;

/**
 * Whether two counts differ by more than chance. Given their sum, the second is binomial: with probability one half where
 * nothing changed and both are out of as much (the exact conditional test; Przyborowski and Wilenski, 1940). The interval
 * of the ratio is that of the binomial probability (Clopper and Pearson, 1934), as odds. The p-value is twice the
 * smaller tail. Indicative only: recorded offences cluster, which makes chance larger than this.
 * @throws RangeError for what is no count, and for an exposure that is not above zero.
 */
export function compareCounts(
  first: number,
  second: number,
  { first: firstExposure = 1, second: secondExposure = 1 }: Exposures = {},
): CountComparison {
  requireCount(first);
  requireCount(second);
  requireExposure(firstExposure);
  requireExposure(secondExposure);
  const total = first + second;
  if (total === 0) return { ratio: null, low: 0, high: null, p: 1, significant: false };
  const share = secondExposure / (firstExposure + secondExposure);
  const orMore = upperTail(total, second);
  const more = upperTail(total, second + 1);
  const p = Math.min(1, 2 * Math.min(orMore(share), upperTail(total, first)(1 - share)));
  const unit = { low: 0, high: 1 };
  const perExposure = firstExposure / secondExposure;
  const oddsAt = (probability: number) => (probability / (1 - probability)) * perExposure;
  return {
    ratio: first === 0 ? null : (second / first) * perExposure,
    low: second === 0 ? 0 : oddsAt(solveIncreasing(orMore, tail, unit)),
    high: first === 0 ? null : oddsAt(solveIncreasing(more, 1 - tail, unit)),
    p,
    significant: p < significanceLevel,
  };
}
