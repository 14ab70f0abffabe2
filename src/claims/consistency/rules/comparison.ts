import { type Interval, overlaps, shifted } from "../../result/interval.ts";
import type { ConsistencyFinding } from "../finding.ts";
import { difference, magnitude, quotient, signOf, wholeNumbersOf } from "../interval-math.ts";
import type { Rule } from "../rule.ts";
import {
  countsOf,
  ofKind,
  type StatedComparison,
  type StatedCount,
  type StatedShare,
  sharesOf,
} from "../stated-claim.ts";
import type { Telling } from "../telling.ts";

/** "Twice as many as in Essex" beside the two counts, "7.6 percentage points higher" beside the two shares. */
export const comparison: Rule = ({ claims, telling }) =>
  ofKind(claims, "comparison").flatMap((claim) => {
    const sides = [claim.left, claim.right] as const;
    const [leftCounts, rightCounts] = sides.map((side) => countsOf(claims, side, side.period));
    const [leftShares, rightShares] = sides.map((side) => sharesOf(claims, side, side.period));
    return [
      ...pairsOf(leftCounts, rightCounts).flatMap((both) => compareCounts(claim, both, telling)),
      ...pairsOf(leftShares, rightShares).flatMap((both) => compareShares(claim, both, telling)),
    ];
  });

const pairsOf = <T>(left: readonly T[] = [], right: readonly T[] = []): readonly (readonly [T, T])[] =>
  left.flatMap((one) => right.map((other) => [one, other] as const));

type Side = StatedCount | StatedShare;

const commonOf = (claim: StatedComparison, left: Side, right: Side) =>
  ({ rule: "comparison", claims: [left.id, right.id, claim.id] }) as const;

function compareCounts(
  claim: StatedComparison,
  [left, right]: readonly [StatedCount, StatedCount],
  telling: Telling,
): readonly ConsistencyFinding[] {
  const [a, b] = [wholeNumbersOf(left.interval), wholeNumbersOf(right.interval)];
  if (!claim.interval) return compareOrder(claim, [left, right], { found: difference(a, b), telling });
  if (claim.of === "points") {
    const reason = telling.together.comparisonOfCounts(namesOf(claim, [left, right], telling));
    return [{ ...commonOf(claim, left, right), verdict: "inconsistent", facet: "unit", reason }];
  }
  const found = claim.of === "ratio" ? quotient(a, b) : apart(claim, difference(a, b));
  return [compareNumber(claim, [left, right], { found, unit: claim.of === "ratio" ? "times" : "number", telling })];
}

function compareShares(
  claim: StatedComparison,
  [left, right]: readonly [StatedShare, StatedShare],
  telling: Telling,
): readonly ConsistencyFinding[] {
  const points = difference(left.interval, right.interval);
  if (!claim.interval) return compareOrder(claim, [left, right], { found: points, telling });
  if (claim.of === "absolute") return [];
  const ratio = quotient(left.interval, right.interval);
  const isRatio = claim.of === "ratio";
  const found = isRatio ? ratio : apart(claim, points);
  const other = isRatio ? shifted(points, 1) : apart(claim, shifted(ratio, -1));
  if (!overlaps(found, claim.interval) && overlaps(other, claim.interval)) {
    const { together } = telling;
    const reason = together.comparisonSwapped({
      ...namesOf(claim, [left, right], telling),
      points: together.interval(points, "percentage-points"),
      times: together.interval(ratio, "times"),
    });
    return [{ ...commonOf(claim, left, right), verdict: "inconsistent", facet: "unit", reason }];
  }
  return [compareNumber(claim, [left, right], { found, unit: isRatio ? "times" : "percentage-points", telling })];
}

/** A difference as the claim says it: with its sign where it says which is higher. */
const apart = ({ isUnsigned }: StatedComparison, signed: Interval): Interval =>
  isUnsigned ? magnitude(signed) : signed;

interface Found {
  readonly found: Interval;
  readonly unit: "times" | "number" | "percentage-points";
  readonly telling: Telling;
}

const namesOf = (claim: StatedComparison, [left, right]: readonly [Side, Side], { named }: Telling) => ({
  claim: named(claim),
  left: named(left),
  right: named(right),
});

function compareNumber(
  claim: StatedComparison,
  [left, right]: readonly [Side, Side],
  { found, unit, telling }: Found,
): ConsistencyFinding {
  const { together } = telling;
  const agrees = claim.interval !== undefined && overlaps(found, claim.interval);
  const names = namesOf(claim, [left, right], telling);
  const reason = together.comparison({ ...names, found: together.interval(found, unit), agrees });
  return {
    ...commonOf(claim, left, right),
    verdict: agrees ? "consistent" : "inconsistent",
    facet: "value",
    reason,
  };
}

function compareOrder(
  claim: StatedComparison,
  [left, right]: readonly [Side, Side],
  { found, telling }: Pick<Found, "found" | "telling">,
): readonly ConsistencyFinding[] {
  const sign = signOf(found);
  if (!sign || !claim.relation) return [];
  const relation = sign === "up" ? "higher" : "lower";
  const agrees = relation === claim.relation;
  const reason = telling.together.order({
    name: telling.name(claim.id),
    left: telling.named(left),
    right: telling.named(right),
    found: relation,
    said: claim.relation,
  });
  return [
    { ...commonOf(claim, left, right), verdict: agrees ? "consistent" : "inconsistent", facet: "direction", reason },
  ];
}
