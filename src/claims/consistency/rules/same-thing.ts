import { overlaps } from "../../result/interval.ts";
import type { ClaimSpec, StatedUnit } from "../../spec/claim-spec.ts";
import { pairs } from "../pairs.ts";
import { statedNumber } from "../read-stated.ts";
import type { Rule } from "../rule.ts";

/** Two numbers for one thing: no rounding brings 274 and 247 together. */
export const sameThing: Rule = ({ specs, telling: { together, named } }) => {
  const stated = Object.entries(specs).filter(([, spec]) => spec.stated);
  const subjects = new Map<string, (typeof stated)[number][]>();
  for (const claim of stated) {
    const key = subjectKey(claim[1]);
    subjects.set(key, [...(subjects.get(key) ?? []), claim]);
  }
  return [...subjects.values()].flatMap(pairs).flatMap(([[firstId, first], [secondId, second]]) => {
    const [a, b] = [first, second].map(statedNumber);
    // A rise of 140% and 2.4 times as many are compared with the counts, not with each other.
    if (!a || !b || unitKey(first) !== unitKey(second) || overlaps(a.interval, b.interval)) return [];
    const reason = together.sameThing(named({ id: firstId, said: a.said }), named({ id: secondId, said: b.said }));
    return [{ rule: "same-thing", claims: [firstId, secondId], verdict: "inconsistent", facet: "value", reason }];
  });
};

/** All that says what a claim is about. */
function subjectKey(spec: ClaimSpec): string {
  const { text, attribution, caveats, stated, ...about } = spec;
  return JSON.stringify(about);
}

const unitKey = ({ kind, stated }: ClaimSpec): StatedUnit => {
  const unit = stated?.unit ?? usualUnit(kind);
  return unit === "fraction" ? "percent" : unit;
};

const usualUnit = (kind: ClaimSpec["kind"]): StatedUnit =>
  kind === "change" || kind === "share" ? "percent" : kind === "comparison" ? "times" : "number";
