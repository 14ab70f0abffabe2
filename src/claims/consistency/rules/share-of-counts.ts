import { defined } from "../../../diagnostics/index.ts";
import { overlaps } from "../../result/interval.ts";
import { possibleBases } from "../../stated/back-solve.ts";
import type { ConsistencyFinding } from "../finding.ts";
import { quotient, wholeNumbersOf } from "../interval-math.ts";
import type { Rule } from "../rule.ts";
import { countsOf, ofKind, type StatedCount, type StatedShare } from "../stated-claim.ts";
import type { Telling } from "../telling.ts";

/** A share beside the count that it is of, and its base where that is stated too. */
export const shareOfCounts: Rule = ({ claims, telling }) =>
  ofKind(claims, "share").flatMap((share) => {
    const parts = countsOf(claims, share.part, share.period);
    const wholes = countsOf(claims, share.whole, share.period);
    if (wholes.length === 0) return parts.flatMap((part) => baseOf(share, part, telling));
    return parts.flatMap((part) => wholes.map((whole) => compare(share, [part, whole], telling)));
  });

function compare(
  share: StatedShare,
  [part, whole]: readonly [StatedCount, StatedCount],
  { together, named }: Telling,
): ConsistencyFinding {
  const found = quotient(wholeNumbersOf(part.interval), wholeNumbersOf(whole.interval));
  const common = { rule: "share-of-counts", claims: [part.id, whole.id, share.id] } as const;
  const counts = {
    share: named(share),
    part: named(part),
    whole: named(whole),
    found: together.interval(found, "percent"),
  };
  if (overlaps(found, share.interval)) {
    const reason = together.shareOfCounts({ ...counts, agrees: true });
    return { ...common, verdict: "consistent", facet: "value", reason };
  }
  const bases = basesOf(share, part);
  return defined({
    ...common,
    verdict: "inconsistent",
    facet: "denominator",
    reason: together.shareOfCounts({ ...counts, agrees: false, needed: bases?.needed }),
    required: bases?.required,
  });
}

/** The base is not stated: which whole numbers would do? */
function baseOf(share: StatedShare, part: StatedCount, { together, named }: Telling): readonly ConsistencyFinding[] {
  const { low, high } = wholeNumbersOf(part.interval);
  if (!low || !high || !low.equals(high)) return [];
  const common = { rule: "share-of-counts", claims: [part.id, share.id], facet: "denominator" } as const;
  const bases = basesOf(share, part);
  const names = { part: named(part), share: named(share) };
  if (!bases) return [{ ...common, verdict: "inconsistent", reason: together.noBase(names) }];
  const reason = together.baseNeeded({ ...names, needed: bases.needed });
  return [{ ...common, verdict: "consistent", reason, required: bases.required }];
}

function basesOf({ interval }: StatedShare, part: StatedCount) {
  const { low } = wholeNumbersOf(part.interval);
  const range = low && possibleBases(low, interval);
  if (!range) return undefined;
  const { first, last } = range;
  const needed = { first, last: Number.isFinite(last) ? last : undefined };
  return { needed, required: { of: "base", first, last: Number.isFinite(last) ? last : null } as const };
}
