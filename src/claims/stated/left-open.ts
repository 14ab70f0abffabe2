import { exact, type Rational } from "../../language/index.ts";
import { type Amount, valuesOf } from "../result/amount.ts";
import type { Evaluation, LeftOpen } from "../result/evaluation.ts";
import { type Interval, isWithin, overlaps } from "../result/interval.ts";
import { because, type Said } from "../result/said.ts";
import type { Span } from "../select/select-span.ts";
import type { Selection } from "../select/selection.ts";
import type { ClaimSpec } from "../spec/claim-spec.ts";

/**
 * What is unknown refutes nothing, and supports nothing: a facet that all that the figure can be does not decide alike is
 * left undecided.
 */
export function settleLeftOpen({ stated }: ClaimSpec, evaluation: Evaluation): Evaluation {
  const { leftOpen, allowed, facets } = evaluation;
  if (!stated || !leftOpen) return evaluation;
  const { possible, direction, reason } = leftOpen;
  return {
    ...evaluation,
    facets: facets.map((facet) => {
      if (facet.verdict === "not-enough-evidence" || facet.verdict === "not-checkable") return facet;
      const words = facet.id === "direction" ? direction : allowed;
      const isDecided = words && (isWithin(possible, words) || !overlaps(possible, words));
      if (isDecided) return facet;
      return { ...facet, verdict: "not-enough-evidence", reason: (words) => `${facet.reason(words)} ${reason(words)}` };
    }),
  };
}

const between = (low: Rational | null, high: Rational | null): Interval => ({
  low,
  high,
  lowIncluded: true,
  highIncluded: true,
});

const above = (value: Rational): Interval => ({ ...between(value, null), lowIncluded: false });
const below = (value: Rational): Interval => ({ ...between(null, value), highIncluded: false });

/** What "higher" and the like allow of a ratio, and "rose" of a difference; `unchanged` is 1 and 0. */
export function allowedDirection(said: "up" | "down" | "flat" | undefined, unchanged: 0 | 1): Interval | undefined {
  const none = exact(unchanged);
  return said === undefined
    ? undefined
    : said === "up"
      ? above(none)
      : said === "down"
        ? below(none)
        : between(none, none);
}

/** Which way the true figure may lie from the one that the data gives. */
type Side = "higher" | "lower" | "either";

function leftOpenOn(amount: Amount, side: Side, reason: Said): LeftOpen | undefined {
  const [first, ...others] = valuesOf(amount);
  if (!first) return undefined;
  const least = others.reduce((low, value) => (value.compare(low) < 0 ? value : low), first);
  const greatest = others.reduce((high, value) => (value.compare(high) > 0 ? value : high), first);
  return { possible: between(side === "higher" ? least : null, side === "lower" ? greatest : null), reason };
}

/** Which way a quotient or a difference lies where one of its sides, or both, are "at least" so much. */
function sideOf(first: boolean, second: boolean): Side | undefined {
  if (first && second) return "either";
  return first ? "higher" : second ? "lower" : undefined;
}

const atLeast =
  (selections: readonly Selection[]): Said =>
  (words) =>
    words.reasons.lowerBounds(selections.map(({ name }) => name(words)));

const ofPart = because("part-of-period");

/** A count of a part of its period is no more than that of the whole of it; a rate of a part says nothing of the whole. */
export function partOfPeriod({ amount, partialPeriod, measureSpec }: Selection): LeftOpen | undefined {
  if (!partialPeriod) return undefined;
  return leftOpenOn(amount, measureSpec.statType === "count" ? "higher" : "either", ofPart);
}

/** A figure that is computed from two of which "at least" is said: a share, a ratio. */
export function lowerBoundOf(amount: Amount, numerator: Selection, denominator: Selection): LeftOpen | undefined {
  if (numerator.partialPeriod || denominator.partialPeriod) return leftOpenOn(amount, "either", ofPart);
  const side = sideOf(numerator.lowerBound, denominator.lowerBound);
  return side && leftOpenOn(amount, side, atLeast([numerator, denominator].filter(({ lowerBound }) => lowerBound)));
}

/** A change over areas of which some lack a figure is known of the others only; one from "at least" so much is at most so. */
export function spanLeftOpen({ from, to, isIncomplete }: Span, amount: Amount): LeftOpen | undefined {
  if (isIncomplete) {
    return leftOpenOn(amount, "either", because("areas-incomplete"));
  }
  // To "at least" so much is a change of at least so much, which the kind judges.
  return from.lowerBound || from.partialPeriod || to.partialPeriod ? lowerBoundOf(amount, to, from) : undefined;
}

/** A category without a figure may lie anywhere; one to which the measure does not apply is not among them. */
const isUnknown = ({ amount, evidence }: Selection): boolean =>
  amount.state === "missing" &&
  !evidence.some(({ observation: { cell } }) => cell.state === "missing" && cell.reason === "not-applicable");

/** A count that is at least so much: as the publisher says, or as it is of a part of its period. */
const isLoose = ({ lowerBound, partialPeriod }: Selection): boolean => lowerBound || partialPeriod;

const isRanked = (selection: Selection): boolean => selection.amount.state !== "missing" || isUnknown(selection);

const withoutFigures =
  (count: number): Said =>
  ({ reasons }) =>
    reasons.othersWithoutFigure(count);

/** The least and the greatest that a figure can be; null is no limit. */
function endsOf(selection: Selection): { readonly low: Rational | null; readonly high: Rational | null } {
  if (isUnknown(selection)) return { low: null, high: null };
  const values = [...valuesOf(selection.amount)].sort((a, b) => a.compare(b));
  return { low: values[0] ?? null, high: isLoose(selection) ? null : (values.at(-1) ?? null) };
}

/** The ranks that are possible where some of those ranked have no figure, or "at least" so much. */
export function rankLeftOpen(
  amount: Amount,
  selections: ReadonlyMap<string, Selection>,
  { own, order }: { readonly own: Selection; readonly order: "highest" | "lowest" },
): LeftOpen | undefined {
  const others = [...selections.values()].filter((other) => other.amount !== own.amount && isRanked(other));
  const unknown = others.filter(isUnknown).length;
  const bounded = [own, ...others].filter(isLoose);
  if (valuesOf(amount).length === 0 || (unknown === 0 && bounded.length === 0)) return undefined;
  // From the lowest up, more is less: each end is the other one, below zero.
  const ends = (selection: Selection) => {
    const { low, high } = endsOf(selection);
    return order === "highest" ? { low, high } : { low: high?.neg() ?? null, high: low?.neg() ?? null };
  };
  const mine = ends(own);
  const surely = others.map(ends).filter(({ low }) => low && mine.high && low.compare(mine.high) > 0).length;
  const perhaps = others.map(ends).filter(({ high }) => !high || !mine.low || high.compare(mine.low) > 0).length;
  const reason = unknown > 0 ? withoutFigures(unknown) : atLeast(bounded);
  return { possible: between(exact(surely + 1), exact(perhaps + 1)), reason };
}

/** The middles that are possible where some have no figure: those between the middles with all of them lowest, and highest. */
export function middleLeftOpen(selections: ReadonlyMap<string, Selection>): LeftOpen | undefined {
  const all = [...selections.values()];
  const unknown = all.filter(isUnknown).length;
  const bounded = all.filter(isLoose);
  if (unknown === 0 && bounded.length === 0) return undefined;
  const values = all.map(({ amount }) => valuesOf(amount)).filter(({ length }) => length > 0);
  const ends = (pick: (a: Rational, b: Rational) => boolean) =>
    values.map((some) => some.reduce((end, value) => (pick(value, end) ? value : end))).sort((a, b) => a.compare(b));
  const lows = [...Array<null>(unknown).fill(null), ...ends((a, b) => a.compare(b) < 0)];
  const highs = [...ends((a, b) => a.compare(b) > 0), ...Array<null>(unknown).fill(null)];
  const reason = unknown > 0 ? withoutFigures(unknown) : atLeast(bounded);
  return { possible: between(middle(lows), bounded.length > 0 ? null : middle(highs)), reason };
}

/** Null where one of the two in the middle is not known. */
function middle(sorted: readonly (Rational | null)[]): Rational | null {
  const upper = sorted[Math.floor(sorted.length / 2)] ?? null;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? null;
  return upper && lower && upper.add(lower).div(2);
}

/** A figure beside a median of which some have no figure, or "at least" so much; or that is at least so much itself. */
export function comparisonLeftOpen(amount: Amount, own: Selection, group: readonly Selection[]): LeftOpen | undefined {
  const unknown = group.filter(isUnknown).length;
  const bounded = [own, ...group].filter(isLoose);
  if (unknown === 0 && bounded.length === 0) return undefined;
  return leftOpenOn(amount, "either", unknown > 0 ? withoutFigures(unknown) : atLeast(bounded));
}
