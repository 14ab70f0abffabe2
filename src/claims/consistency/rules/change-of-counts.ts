import { exact, formatDecimal } from "../../../language/index.ts";
import { type Interval, overlaps, shifted } from "../../result/interval.ts";
import { possiblePrevious } from "../../stated/back-solve.ts";
import { describeInterval } from "../describe-interval.ts";
import type { ConsistencyFinding } from "../finding.ts";
import { difference, quotient, wholeNumbersOf } from "../interval-math.ts";
import type { Rule } from "../rule.ts";
import { countsOf, named, ofKind, type StatedChange, type StatedCount } from "../stated-claim.ts";

/** A change beside the count that it led to, and the one that it started from where that is stated too. */
export const changeOfCounts: Rule = ({ claims }) =>
  ofKind(claims, "change")
    .filter(({ whole }) => !whole)
    .flatMap((change) => {
      const before = countsOf(claims, change.subject, change.from);
      const after = countsOf(claims, change.subject, change.to);
      if (before.length === 0) return after.flatMap((to) => countBefore(change, to));
      return before.flatMap((from) => after.map((to) => compare(change, from, to)));
    });

/** What the counts make of the change, in its own mode. */
function computed(mode: StatedChange["mode"], from: StatedCount, to: StatedCount): Interval | undefined {
  const [a, b] = [wholeNumbersOf(from.interval), wholeNumbersOf(to.interval)];
  switch (mode) {
    case "relative":
      return shifted(quotient(b, a), -1);
    case "ratio":
      return quotient(b, a);
    case "absolute":
      return difference(b, a);
    case "points":
      return undefined;
  }
}

function compare(change: StatedChange, from: StatedCount, to: StatedCount): ConsistencyFinding {
  const rule = "change-of-counts";
  const claims = [from.id, to.id, change.id];
  const found = computed(change.mode, from, to);
  if (!found) {
    const reason = `${named(change)} is of a share; ${named(from)} and ${named(to)} are counts, which differ in per cent.`;
    return { rule, claims, verdict: "inconsistent", facet: "unit", reason };
  }
  const unit = change.mode === "relative" ? "percent" : change.mode === "ratio" ? "times" : "number";
  const counts = `From ${named(from)} to ${named(to)} is ${describeInterval(found, unit)}`;
  return overlaps(found, change.interval)
    ? { rule, claims, verdict: "consistent", facet: "value", reason: `${counts}, which agrees with ${named(change)}.` }
    : { rule, claims, verdict: "inconsistent", facet: "value", reason: `${counts}, not ${named(change)}.` };
}

/** The count before is not stated: which whole numbers would do? */
function countBefore(change: StatedChange, to: StatedCount): readonly ConsistencyFinding[] {
  const { low, high } = wholeNumbersOf(to.interval);
  if (!low || !high || !low.equals(high) || change.mode === "points" || change.mode === "absolute") return [];
  const relative = change.mode === "ratio" ? shifted(change.interval, -1) : change.interval;
  const range = possiblePrevious(low, relative);
  const common = { rule: "count-before", claims: [to.id, change.id], facet: "value" } as const;
  const pair = `${named(to)} after a change of ${named(change)}`;
  if (!range) {
    const reason = `No whole number can have been there before ${pair}.`;
    return [{ ...common, verdict: "inconsistent", reason }];
  }
  if (!Number.isFinite(range.last)) return [];
  const { first, last } = range;
  const numbers = [first, last].map((value) => formatDecimal(exact(value), 0));
  const allowed = first === last ? `only ${numbers[0]}` : `${numbers[0]} to ${numbers[1]}`;
  const reason = `${pair} leaves ${allowed} for ${change.from.label}.`;
  return [{ ...common, verdict: "consistent", reason, required: { of: "previous", first, last } }];
}
