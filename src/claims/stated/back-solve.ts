import { exact, type Rational } from "../../language/index.ts";
import { contains, type Interval } from "../result/interval.ts";

/** Whole numbers from `first` to `last`, both included; null where there is none. */
export interface WholeRange {
  readonly first: number;
  /** Infinity where nothing limits it. */
  readonly last: number;
}

/**
 * The whole numbers that a count can have risen or fallen from, given the count now and the stated change.
 * `previous ∈ (current / (1 + high), current / (1 + low)]` for a change in `[low, high)`.
 */
export function possiblePrevious(current: Rational, change: Interval): WholeRange | null {
  return wholeNumbers({
    low: change.high && inverse(current, change.high.add(1)),
    high: change.low && inverse(current, change.low.add(1)),
    lowIncluded: change.highIncluded,
    highIncluded: change.lowIncluded,
  });
}

/** The whole numbers that can be the base of a share, given the part and the stated share. */
export function possibleBases(part: Rational, share: Interval): WholeRange | null {
  return wholeNumbers({
    low: share.high && inverse(part, share.high),
    high: share.low && inverse(part, share.low),
    lowIncluded: share.highIncluded,
    highIncluded: share.lowIncluded,
  });
}

/** How many of the bases 1 to `limit` some whole part brings to the stated share, and the smallest of them. */
export function basesAllowing(
  share: Interval,
  limit: number,
): { readonly count: number; readonly smallest: number | null } {
  let count = 0;
  let smallest: number | null = null;
  for (let base = 1; base <= limit; base += 1) {
    const lowest = share.low ? share.low.mul(base).ceil() : exact(0);
    // The lowest whole part may sit on an excluded end; then only the next one can be inside.
    const possible = [lowest, lowest.add(1)].some((part) => part.compare(base) <= 0 && contains(share, part.div(base)));
    if (!possible) continue;
    count += 1;
    smallest ??= base;
  }
  return { count, smallest };
}

const inverse = (numerator: Rational, denominator: Rational): Rational | null =>
  denominator.compare(0) > 0 ? numerator.div(denominator) : null;

function wholeNumbers({ low, high, lowIncluded, highIncluded }: Interval): WholeRange | null {
  const first = low === null ? 1 : lowIncluded ? low.ceil() : low.floor().add(1);
  const last = high === null ? Number.POSITIVE_INFINITY : highIncluded ? high.floor() : high.ceil().sub(1);
  const range = { first: Math.max(1, Number(first.valueOf())), last: Number(last.valueOf()) };
  return range.first <= range.last ? range : null;
}
