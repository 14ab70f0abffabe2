import { type Interval, overlaps, shifted } from "../../result/interval.ts";
import { describeInterval } from "../describe-interval.ts";
import type { ConsistencyFinding } from "../finding.ts";
import { difference, magnitude, quotient, signOf, wholeNumbersOf } from "../interval-math.ts";
import type { Rule } from "../rule.ts";
import {
  countsOf,
  named,
  ofKind,
  type StatedComparison,
  type StatedCount,
  type StatedShare,
  sharesOf,
} from "../stated-claim.ts";

/** "Twice as many as in Essex" beside the two counts, "7.6 percentage points higher" beside the two shares. */
export const comparison: Rule = ({ claims }) =>
  ofKind(claims, "comparison").flatMap((claim) => {
    const sides = [claim.left, claim.right] as const;
    const [leftCounts, rightCounts] = sides.map((side) => countsOf(claims, side, side.period));
    const [leftShares, rightShares] = sides.map((side) => sharesOf(claims, side, side.period));
    return [
      ...pairsOf(leftCounts, rightCounts).flatMap(([left, right]) => compareCounts(claim, left, right)),
      ...pairsOf(leftShares, rightShares).flatMap(([left, right]) => compareShares(claim, left, right)),
    ];
  });

const pairsOf = <T>(left: readonly T[] = [], right: readonly T[] = []): readonly (readonly [T, T])[] =>
  left.flatMap((one) => right.map((other) => [one, other] as const));

type Side = StatedCount | StatedShare;

const commonOf = (claim: StatedComparison, left: Side, right: Side) =>
  ({ rule: "comparison", claims: [left.id, right.id, claim.id] }) as const;

function compareCounts(claim: StatedComparison, left: StatedCount, right: StatedCount): readonly ConsistencyFinding[] {
  const [a, b] = [wholeNumbersOf(left.interval), wholeNumbersOf(right.interval)];
  if (!claim.interval) return compareOrder(claim, [left, right], difference(a, b));
  if (claim.of === "points") {
    const reason = `${named(claim)} is of shares; ${named(left)} and ${named(right)} are counts, which differ in numbers or in per cent.`;
    return [{ ...commonOf(claim, left, right), verdict: "inconsistent", facet: "unit", reason }];
  }
  const found = claim.of === "ratio" ? quotient(a, b) : apart(claim, difference(a, b));
  return [compareNumber(claim, [left, right], { found, unit: claim.of === "ratio" ? "times" : "number" })];
}

function compareShares(claim: StatedComparison, left: StatedShare, right: StatedShare): readonly ConsistencyFinding[] {
  const points = difference(left.interval, right.interval);
  if (!claim.interval) return compareOrder(claim, [left, right], points);
  if (claim.of === "absolute") return [];
  const ratio = quotient(left.interval, right.interval);
  const isRatio = claim.of === "ratio";
  const found = isRatio ? ratio : apart(claim, points);
  const other = isRatio ? shifted(points, 1) : apart(claim, shifted(ratio, -1));
  if (!overlaps(found, claim.interval) && overlaps(other, claim.interval)) {
    const reason = `${named(left)} beside ${named(right)} is ${describeInterval(points, "percentage-points")}, or ${describeInterval(ratio, "times")}: ${named(claim)} takes per cent and percentage points for each other.`;
    return [{ ...commonOf(claim, left, right), verdict: "inconsistent", facet: "unit", reason }];
  }
  return [compareNumber(claim, [left, right], { found, unit: isRatio ? "times" : "percentage-points" })];
}

/** A difference as the claim says it: with its sign where it says which is higher. */
const apart = ({ isUnsigned }: StatedComparison, signed: Interval): Interval =>
  isUnsigned ? magnitude(signed) : signed;

interface Found {
  readonly found: Interval;
  readonly unit: "times" | "number" | "percentage-points";
}

function compareNumber(
  claim: StatedComparison,
  [left, right]: readonly [Side, Side],
  { found, unit }: Found,
): ConsistencyFinding {
  const pair = `${named(left)} beside ${named(right)} is ${describeInterval(found, unit)}`;
  const agrees = claim.interval !== undefined && overlaps(found, claim.interval);
  const reason = agrees ? `${pair}, which agrees with ${named(claim)}.` : `${pair}, not ${named(claim)}.`;
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
  found: Interval,
): readonly ConsistencyFinding[] {
  const sign = signOf(found);
  if (!sign || !claim.relation) return [];
  const relation = sign === "up" ? "higher" : "lower";
  const agrees = relation === claim.relation;
  const reason = `${named(left)} beside ${named(right)} is ${relation}; ${claim.id} says ${claim.relation}.`;
  return [
    { ...commonOf(claim, left, right), verdict: agrees ? "consistent" : "inconsistent", facet: "direction", reason },
  ];
}
