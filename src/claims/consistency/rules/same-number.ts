import { pairs } from "../pairs.ts";
import type { Rule } from "../rule.ts";
import type { StatedClaim, Subject } from "../stated-claim.ts";

/**
 * One number for two areas: the headline's 140% for Milton Keynes and the body's for the Thames Valley. It can be, and
 * hardly ever is.
 */
export const sameNumber: Rule = ({ claims }) =>
  pairs(claims).flatMap(([first, second]) => {
    const [a, b] = [subjectOf(first), subjectOf(second)];
    if (!a || !b || a.key === b.key || first.said === "" || first.said !== second.said) return [];
    if (first.kind !== second.kind || elsewhere(first) !== elsewhere(second) || !differOnce(a, b)) return [];
    const reason = `${first.said} is said of ${a.label} (${first.id}) and of ${b.label} (${second.id}): it is probably the figure of one of them only.`;
    return [{ rule: "same-number", claims: [first.id, second.id], verdict: "doubtful", facet: "area", reason }];
  });

const subjectOf = (claim: StatedClaim): Subject | undefined =>
  claim.kind === "count" || claim.kind === "change" ? claim.subject : undefined;

/** What has to be the same for two numbers to be of one kind and time. */
const elsewhere = (claim: StatedClaim): string =>
  claim.kind === "count"
    ? claim.period.id
    : claim.kind === "change"
      ? JSON.stringify([claim.from.id, claim.to.id, claim.mode, claim.whole?.key])
      : "";

/** Both name the same dataset, measure and dimensions, and differ in one of these. */
function differOnce(a: Subject, b: Subject): boolean {
  const [datasetA, measureA, placesA] = JSON.parse(a.key) as [string, string, [string, unknown][]];
  const [datasetB, measureB, placesB] = JSON.parse(b.key) as [string, string, [string, unknown][]];
  if (datasetA !== datasetB || measureA !== measureB || placesA.length !== placesB.length) return false;
  if (placesA.some(([dimension], index) => dimension !== placesB[index]?.[0])) return false;
  const differing = placesA.filter(
    ([, choice], index) => JSON.stringify(choice) !== JSON.stringify(placesB[index]?.[1]),
  );
  return differing.length === 1;
}
