import type { ConsistencyFinding } from "../finding.ts";
import { difference, signOf, wholeNumbersOf } from "../interval-math.ts";
import type { Rule } from "../rule.ts";
import { countsOf, ofKind, type StatedPeriod } from "../stated-claim.ts";

/** A record that an earlier count of the same article beats. */
export const record: Rule = ({ claims, telling: { together, words, name, named } }) =>
  ofKind(claims, "record").flatMap((claim) => {
    const own = countsOf(claims, claim.subject, claim.period);
    const earlier = ofKind(claims, "count").filter(
      ({ subject, period }) => subject.key === claim.subject.key && isBefore(period, claim.period),
    );
    return own.flatMap((now) =>
      earlier.flatMap((before): readonly ConsistencyFinding[] => {
        const change = signOf(difference(wholeNumbersOf(now.interval), wholeNumbersOf(before.interval)));
        if (change !== (claim.extreme === "highest" ? "down" : "up")) return [];
        const reason = together.record({
          name: name(claim.id),
          now: named(now),
          before: named(before),
          period: before.period.name(words),
        });
        const ids = [claim.id, now.id, before.id];
        return [{ rule: "record", claims: ids, verdict: "inconsistent", facet: "value", reason }];
      }),
    );
  });

const isBefore = (earlier: StatedPeriod, later: StatedPeriod): boolean =>
  earlier.endExclusive !== undefined && later.start !== undefined && earlier.endExclusive <= later.start;
