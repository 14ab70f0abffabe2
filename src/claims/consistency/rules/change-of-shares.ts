import { type Interval, overlaps, shifted } from "../../result/interval.ts";
import type { ConsistencyFinding } from "../finding.ts";
import { difference, quotient } from "../interval-math.ts";
import type { Rule } from "../rule.ts";
import { ofKind, type StatedChange, type StatedShare } from "../stated-claim.ts";
import type { Telling } from "../telling.ts";

/** A change of a share beside the two shares: 34% against a fifth is 14 percentage points, not 14%. */
export const changeOfShares: Rule = ({ claims, telling }) =>
  ofKind(claims, "change").flatMap((change) => {
    const sharesIn = (period: { readonly id: string }) =>
      ofKind(claims, "share").filter(
        ({ part, whole, period: own }) =>
          part.key === change.subject.key && whole.key === change.whole?.key && own.id === period.id,
      );
    return sharesIn(change.from).flatMap((from) =>
      sharesIn(change.to).map((to) => compare(change, [from, to], telling)),
    );
  });

function compare(
  change: StatedChange,
  [from, to]: readonly [StatedShare, StatedShare],
  { together, named }: Telling,
): ConsistencyFinding {
  const points = difference(to.interval, from.interval);
  const ratio = quotient(to.interval, from.interval);
  const relative = shifted(ratio, -1);
  const found: Interval = change.mode === "ratio" ? ratio : change.mode === "relative" ? relative : points;
  const swapped =
    (change.mode === "relative" && overlaps(points, change.interval)) ||
    (change.mode === "points" && overlaps(relative, change.interval));
  const verdict = overlaps(found, change.interval) ? "agrees" : swapped ? "swapped" : "differs";
  return {
    rule: "change-of-shares",
    claims: [from.id, to.id, change.id],
    verdict: verdict === "agrees" ? "consistent" : "inconsistent",
    facet: verdict === "swapped" ? "unit" : "value",
    reason: together.changeOfShares({
      change: named(change),
      from: named(from),
      to: named(to),
      points: together.interval(points, "percentage-points"),
      relative: together.interval(relative, "percent"),
      verdict,
    }),
  };
}
