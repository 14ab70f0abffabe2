import { sum } from "../../../language/index.ts";
import type { Rule } from "../rule.ts";
import { ofKind, type StatedShare } from "../stated-claim.ts";

/** Shares of one whole that come to more than all of it: only where one case can fall into several of the parts. */
export const sharesOfOneWhole: Rule = ({ claims, telling: { together, named } }) => {
  const groups = new Map<string, StatedShare[]>();
  for (const share of ofKind(claims, "share")) {
    const key = `${share.whole.key} ${share.period.id}`;
    const group = groups.get(key) ?? [];
    // One part may be claimed twice; that is another rule's business.
    if (!group.some(({ part }) => part.key === share.part.key)) groups.set(key, [...group, share]);
  }
  return [...groups.values()].flatMap((shares) => {
    const least = sum(shares.flatMap(({ interval: { low } }) => low ?? []));
    if (shares.length < 2 || least.compare(1) <= 0) return [];
    const reason = together.moreThanAll(shares.map(named));
    return [
      {
        rule: "shares-of-one-whole",
        claims: shares.map(({ id }) => id),
        verdict: "doubtful",
        facet: "denominator",
        reason,
      },
    ];
  });
};
