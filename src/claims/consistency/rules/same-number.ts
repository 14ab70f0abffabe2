import type { Dataset } from "../../../dataset/index.ts";
import { pairs } from "../pairs.ts";
import type { Rule } from "../rule.ts";
import { ofKind, type StatedChange, type StatedCount, type Subject } from "../stated-claim.ts";

/** Smaller counts are alike in many an area. */
const tellingCount = 100;

/**
 * One number for two areas: the headline's 140% for Milton Keynes and the body's for the Thames Valley. It can be, and
 * hardly ever is. Times and fractions are too coarse to tell.
 */
export const sameNumber: Rule = ({ claims, datasets, telling: { together, words, name } }) => {
  const counts = ofKind(claims, "count").filter(({ interval: { low } }) => low && low.compare(tellingCount - 1) >= 0);
  const changes = ofKind(claims, "change").filter(
    ({ mode, spec }) => mode !== "ratio" && spec.stated?.unit !== "fraction",
  );
  return [...pairs(counts), ...pairs(changes)].flatMap(([first, second]) => {
    const [a, b] = [first.subject, second.subject];
    const said = first.said?.(words) ?? "";
    if (said !== second.said?.(words) || timeOf(first) !== timeOf(second) || !differInArea(a, b, datasets)) return [];
    const areas = [
      { area: a.label, name: name(first.id) },
      { area: b.label, name: name(second.id) },
    ] as const;
    const reason = together.sameNumber({ said, areas });
    return [{ rule: "same-number", claims: [first.id, second.id], verdict: "doubtful", facet: "area", reason }];
  });
};

/** What has to be the same for two numbers to be of one time and kind. */
const timeOf = (claim: StatedCount | StatedChange): string =>
  claim.kind === "count" ? claim.period.id : JSON.stringify([claim.from.id, claim.to.id, claim.mode, claim.whole?.key]);

/**
 * Two subjects of one dataset and measure that differ in one dimension, which is one of areas as far as that is known:
 * without the dataset, any may be.
 */
function differInArea(a: Subject, b: Subject, datasets: ReadonlyMap<string, Dataset>): boolean {
  if (a.dataset !== b.dataset || a.measure !== b.measure || a.choices.length !== b.choices.length) return false;
  if (a.choices.some(([dimension], index) => dimension !== b.choices[index]?.[0])) return false;
  const [differing, ...more] = a.choices.filter(
    ([, choice], index) => JSON.stringify(choice) !== JSON.stringify(b.choices[index]?.[1]),
  );
  const dimensions = datasets.get(a.dataset)?.definition.spec.dimensions;
  return differing !== undefined && more.length === 0 && (dimensions?.[differing[0]]?.role ?? "area") === "area";
}
