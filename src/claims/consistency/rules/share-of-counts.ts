import { defined } from "../../../diagnostics/index.ts";
import { exact, formatDecimal } from "../../../language/index.ts";
import { overlaps } from "../../result/interval.ts";
import { possibleBases } from "../../stated/back-solve.ts";
import { describeInterval } from "../describe-interval.ts";
import type { ConsistencyFinding } from "../finding.ts";
import { quotient, wholeNumbersOf } from "../interval-math.ts";
import type { Rule } from "../rule.ts";
import { countsOf, named, ofKind, type StatedCount, type StatedShare } from "../stated-claim.ts";

/** A share beside the count that it is of, and its base where that is stated too. */
export const shareOfCounts: Rule = ({ claims }) =>
  ofKind(claims, "share").flatMap((share) => {
    const parts = countsOf(claims, share.part, share.period);
    const wholes = countsOf(claims, share.whole, share.period);
    if (wholes.length === 0) return parts.flatMap((part) => baseOf(share, part));
    return parts.flatMap((part) => wholes.map((whole) => compare(share, part, whole)));
  });

function compare(share: StatedShare, part: StatedCount, whole: StatedCount): ConsistencyFinding {
  const found = quotient(wholeNumbersOf(part.interval), wholeNumbersOf(whole.interval));
  const counts = `${named(part)} of ${named(whole)} is ${describeInterval(found, "percent")}`;
  const common = { rule: "share-of-counts", claims: [part.id, whole.id, share.id] } as const;
  if (overlaps(found, share.interval)) {
    return {
      ...common,
      verdict: "consistent",
      facet: "value",
      reason: `${counts}, which agrees with ${named(share)}.`,
    };
  }
  const bases = basesOf(share, part);
  const needed = bases ? ` For that, the base would have to be ${bases.text}.` : "";
  return defined({
    ...common,
    verdict: "inconsistent",
    facet: "denominator",
    reason: `${counts}, not ${named(share)}.${needed}`,
    required: bases?.required,
  });
}

/** The base is not stated: which whole numbers would do? */
function baseOf(share: StatedShare, part: StatedCount): readonly ConsistencyFinding[] {
  const { low, high } = wholeNumbersOf(part.interval);
  if (!low || !high || !low.equals(high)) return [];
  const common = { rule: "share-of-counts", claims: [part.id, share.id], facet: "denominator" } as const;
  const bases = basesOf(share, part);
  if (!bases) {
    const reason = `${named(part)} cannot be ${named(share)} of any whole number.`;
    return [{ ...common, verdict: "inconsistent", reason }];
  }
  const reason = `For ${named(part)} to be ${named(share)}, the base has to be ${bases.text}.`;
  return [{ ...common, verdict: "consistent", reason, required: bases.required }];
}

function basesOf({ interval }: StatedShare, part: StatedCount) {
  const { low } = wholeNumbersOf(part.interval);
  const range = low && possibleBases(low, interval);
  if (!range) return undefined;
  const { first, last } = range;
  const [from, to] = [first, last].map((value) => (Number.isFinite(value) ? formatDecimal(exact(value), 0) : ""));
  const text = first === last ? `${from}` : to ? `${from} to ${to}` : `${from} or more`;
  return { text, required: { of: "base", first, last: Number.isFinite(last) ? last : null } as const };
}
