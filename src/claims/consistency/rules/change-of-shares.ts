import { type Interval, overlaps, shifted } from "../../result/interval.ts";
import { describeInterval } from "../describe-interval.ts";
import type { ConsistencyFinding } from "../finding.ts";
import { difference, quotient } from "../interval-math.ts";
import type { Rule } from "../rule.ts";
import { named, ofKind, type StatedChange, type StatedShare } from "../stated-claim.ts";

/** A change of a share beside the two shares: 34% against a fifth is 14 percentage points, not 14%. */
export const changeOfShares: Rule = ({ claims }) =>
  ofKind(claims, "change").flatMap((change) => {
    const sharesIn = (period: { readonly id: string }) =>
      ofKind(claims, "share").filter(
        ({ part, whole, period: own }) =>
          part.key === change.subject.key && whole.key === change.whole?.key && own.id === period.id,
      );
    return sharesIn(change.from).flatMap((from) => sharesIn(change.to).map((to) => compare(change, from, to)));
  });

function compare(change: StatedChange, from: StatedShare, to: StatedShare): ConsistencyFinding {
  const points = difference(to.interval, from.interval);
  const ratio = quotient(to.interval, from.interval);
  const relative = shifted(ratio, -1);
  const found: Interval = change.mode === "ratio" ? ratio : change.mode === "relative" ? relative : points;
  const shares = `From ${named(from)} to ${named(to)} is ${describeInterval(points, "percentage-points")}, or ${describeInterval(relative, "percent")}`;
  const common = { rule: "change-of-shares", claims: [from.id, to.id, change.id] } as const;
  if (overlaps(found, change.interval)) {
    return {
      ...common,
      verdict: "consistent",
      facet: "value",
      reason: `${shares}, which agrees with ${named(change)}.`,
    };
  }
  const swapped =
    (change.mode === "relative" && overlaps(points, change.interval)) ||
    (change.mode === "points" && overlaps(relative, change.interval));
  return swapped
    ? {
        ...common,
        verdict: "inconsistent",
        facet: "unit",
        reason: `${shares}: ${named(change)} takes per cent and percentage points for each other.`,
      }
    : { ...common, verdict: "inconsistent", facet: "value", reason: `${shares}, not ${named(change)}.` };
}
