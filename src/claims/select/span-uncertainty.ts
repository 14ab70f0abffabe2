import { type Bounds, type ConfidenceInterval, exact, type Uncertainty } from "../../language/index.ts";
import { compareCounts } from "../../uncertainty/index.ts";
import { type Amount, endsOf, isRounded } from "../result/amount.ts";
import { SelectorError } from "./select.ts";
import type { Span } from "./select-span.ts";

/**
 * How sure a change between two counts is. Undefined where one of them is hidden, missing or disputed.
 * @throws SelectorError for figures that are no counts: the chance in a rate cannot be told without the counts behind it.
 */
export function spanUncertainty({ from, to, instead }: Span): Uncertainty | undefined {
  if (to.measureSpec.statType !== "count") {
    throw new SelectorError({
      code: "uncertainty-needs-counts",
      message: `The uncertainty of a change is that of counts, and ${to.measure} is a ${to.measureSpec.statType}.`,
      hint: "Leave `uncertainty` out.",
    });
  }
  const tested = instead ? undefined : testSpan({ from, to });
  return tested && { significant: tested.significant, ratio: tested.ratio };
}

interface SpanTest {
  /** Whatever rounding leaves possible, the difference is significant. */
  readonly significant: boolean;
  /** For something that rounding leaves possible, it is. */
  readonly possible: boolean;
  /** The least that is possible. */
  readonly p: number;
  /** Of how many times the earlier count the later one is; from the least that is possible to the greatest. */
  readonly ratio: ConfidenceInterval | undefined;
}

/**
 * Tests two counts, or all pairs that rounding leaves possible: the two-sided p-value falls the further the two lie apart,
 * and both ends of the interval of their ratio rise with the later count and fall with the earlier one.
 * @returns undefined where one of them is no whole number, hidden, missing or disputed.
 */
export function testSpan({ from, to }: Pick<Span, "from" | "to">): SpanTest | undefined {
  const [before, after] = [countsOf(from.amount), countsOf(to.amount)];
  if (!before || !after) return undefined;
  const test = (first: Bounds["low"], second: Bounds["low"]) => compareCounts(first.valueOf(), second.valueOf());
  const [least, greatest] = [test(before.high, after.low), test(before.low, after.high)];
  const rises = after.low.compare(before.high) > 0;
  const falls = after.high.compare(before.low) < 0;
  const withRounding = isRounded(from.amount) || isRounded(to.amount);
  return {
    // A rise is the least sure at its least, a fall at its greatest ratio.
    significant: (rises && least.significant) || (falls && greatest.significant),
    possible: least.significant || greatest.significant,
    p: Math.min(least.p, greatest.p),
    ratio: greatest.high === null ? undefined : { low: exact(least.low), high: exact(greatest.high), withRounding },
  };
}

function countsOf(amount: Amount): Bounds | undefined {
  const ends = amount.state === "value" ? endsOf(amount) : undefined;
  return ends && ends.low.d === 1n && ends.high.d === 1n && ends.low.compare(0) >= 0 ? ends : undefined;
}
