import { overlaps } from "../../stated/interval.ts";
import { describeInterval } from "../describe-interval.ts";
import type { ConsistencyFinding } from "../finding.ts";
import { difference, quotient, signOf, wholeNumbersOf } from "../interval-math.ts";
import type { Rule } from "../rule.ts";
import { countsOf, named, ofKind, type StatedComparison, type StatedCount } from "../stated-claim.ts";

/** "Twice as many as in Essex" beside the two counts. */
export const comparison: Rule = ({ claims }) =>
  ofKind(claims, "comparison").flatMap((claim) =>
    countsOf(claims, claim.left, claim.left.period).flatMap((left) =>
      countsOf(claims, claim.right, claim.right.period).flatMap((right) => compare(claim, left, right)),
    ),
  );

function compare(claim: StatedComparison, left: StatedCount, right: StatedCount): readonly ConsistencyFinding[] {
  const [a, b] = [wholeNumbersOf(left.interval), wholeNumbersOf(right.interval)];
  const common = { rule: "comparison", claims: [left.id, right.id, claim.id] } as const;
  const pair = `${named(left)} beside ${named(right)}`;
  if (claim.interval) {
    const ratio = quotient(a, b);
    const found = `${pair} is ${describeInterval(ratio, "times")}`;
    return overlaps(ratio, claim.interval)
      ? [{ ...common, verdict: "consistent", facet: "value", reason: `${found}, which agrees with ${named(claim)}.` }]
      : [{ ...common, verdict: "inconsistent", facet: "value", reason: `${found}, not ${named(claim)}.` }];
  }
  const sign = signOf(difference(a, b));
  if (!sign || !claim.relation) return [];
  const relation = sign === "up" ? "higher" : "lower";
  const agrees = relation === claim.relation;
  const reason = `${pair} is ${relation}; ${claim.id} says ${claim.relation}.`;
  return [{ ...common, verdict: agrees ? "consistent" : "inconsistent", facet: "direction", reason }];
}
