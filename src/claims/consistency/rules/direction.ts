import { shifted } from "../../result/interval.ts";
import type { ConsistencyFinding } from "../finding.ts";
import { difference, signOf, wholeNumbersOf } from "../interval-math.ts";
import type { Rule } from "../rule.ts";
import { countsOf, ofKind, type StatedClaim } from "../stated-claim.ts";
import type { Telling } from "../telling.ts";

type Direction = Extract<StatedClaim, { kind: "direction" }>;

/** "Rose" beside a fall, or beside two counts that go down. */
export const direction: Rule = ({ claims, telling }) =>
  ofKind(claims, "direction").flatMap((claim) => {
    const changes = ofKind(claims, "change")
      .filter(({ subject, from, to, whole }) => !whole && isOfSameSpan(claim, { subject, from, to }))
      .map((change) => ({
        others: [change],
        found: signOf(change.mode === "ratio" ? shifted(change.interval, -1) : change.interval),
      }));
    const counts = countsOf(claims, claim.subject, claim.from).flatMap((from) =>
      countsOf(claims, claim.subject, claim.to).map((to) => ({
        others: [from, to],
        found: signOf(difference(wholeNumbersOf(to.interval), wholeNumbersOf(from.interval))),
      })),
    );
    return [...changes, ...counts].flatMap(({ others, found }) => compare(claim, { others, found }, telling));
  });

const isOfSameSpan = (claim: Direction, { subject, from, to }: Pick<Direction, "subject" | "from" | "to">): boolean =>
  claim.subject.key === subject.key && claim.from.id === from.id && claim.to.id === to.id;

function compare(
  claim: Direction,
  { others, found }: { readonly others: readonly StatedClaim[]; readonly found: "up" | "down" | undefined },
  { together, name, named }: Telling,
): readonly ConsistencyFinding[] {
  if (found === undefined) return [];
  const agrees = found === claim.direction;
  const reason = together.direction({ name: name(claim.id), others: others.map(named), found, said: claim.direction });
  return [
    {
      rule: "direction",
      claims: [claim.id, ...others.map(({ id }) => id)],
      verdict: agrees ? "consistent" : "inconsistent",
      facet: "direction",
      reason,
    },
  ];
}
