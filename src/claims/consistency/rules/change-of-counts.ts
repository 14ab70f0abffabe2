import { type Interval, overlaps, shifted } from "../../result/interval.ts";
import { possiblePrevious } from "../../stated/back-solve.ts";
import type { ConsistencyFinding } from "../finding.ts";
import { difference, quotient, wholeNumbersOf } from "../interval-math.ts";
import type { Rule } from "../rule.ts";
import { countsOf, ofKind, type StatedChange, type StatedCount } from "../stated-claim.ts";
import type { Telling } from "../telling.ts";

/** A change beside the count that it led to, and the one that it started from where that is stated too. */
export const changeOfCounts: Rule = ({ claims, telling }) =>
  ofKind(claims, "change")
    .filter(({ whole }) => !whole)
    .flatMap((change) => {
      const before = countsOf(claims, change.subject, change.from);
      const after = countsOf(claims, change.subject, change.to);
      if (before.length === 0) return after.flatMap((to) => countBefore(change, to, telling));
      return before.flatMap((from) => after.map((to) => compare(change, [from, to], telling)));
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

function compare(
  change: StatedChange,
  [from, to]: readonly [StatedCount, StatedCount],
  { together, named }: Telling,
): ConsistencyFinding {
  const rule = "change-of-counts";
  const claims = [from.id, to.id, change.id];
  const found = computed(change.mode, from, to);
  const names = { change: named(change), from: named(from), to: named(to) };
  if (!found) {
    return { rule, claims, verdict: "inconsistent", facet: "unit", reason: together.changeOfShare(names) };
  }
  const unit = change.mode === "relative" ? "percent" : change.mode === "ratio" ? "times" : "number";
  const agrees = overlaps(found, change.interval);
  const reason = together.changeOfCounts({ ...names, found: together.interval(found, unit), agrees });
  return { rule, claims, verdict: agrees ? "consistent" : "inconsistent", facet: "value", reason };
}

/** The count before is not stated: which whole numbers would do? */
function countBefore(
  change: StatedChange,
  to: StatedCount,
  { together, named, words }: Telling,
): readonly ConsistencyFinding[] {
  const { low, high } = wholeNumbersOf(to.interval);
  if (!low || !high || !low.equals(high) || change.mode === "points" || change.mode === "absolute") return [];
  const relative = change.mode === "ratio" ? shifted(change.interval, -1) : change.interval;
  const range = possiblePrevious(low, relative);
  const common = { rule: "count-before", claims: [to.id, change.id], facet: "value" } as const;
  const names = { change: named(change), to: named(to) };
  if (!range) return [{ ...common, verdict: "inconsistent", reason: together.noCountBefore(names) }];
  if (!Number.isFinite(range.last)) return [];
  const { first, last } = range;
  const reason = together.countBefore({ ...names, first, last, period: change.from.name(words) });
  return [{ ...common, verdict: "consistent", reason, required: { of: "previous", first, last } }];
}
