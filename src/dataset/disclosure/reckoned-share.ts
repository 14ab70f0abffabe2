import type { Dataset } from "../dataset.ts";
import type { DatasetSpec } from "../definition.ts";
import type { MeasureSpec } from "../measure-spec.ts";
import { disclosureRule, treatmentOf } from "./disclosure-spec.ts";

/** A measure of a dataset. */
interface CountOf {
  readonly dataset: Dataset;
  readonly measure: string;
}

/** Whether a figure of two measures says of them that what one counts is no more than what the other does. */
export const isOfPart = ({ statType }: Pick<MeasureSpec, "statType">): boolean =>
  statType === "share" || statType === "rate";

/** Whether small counts of a measure are hidden. */
function isSecret({ dataset, measure }: CountOf): boolean {
  const { disclosure, measures } = dataset.definition.spec;
  const own = measures[measure];
  if (!disclosure || !own || !disclosureRule(disclosure)) return false;
  return treatmentOf(disclosure, measure, own) === "protect";
}

/**
 * Whether counts were protected against readers who know that one is a part of the other, as a share that is printed tells them.
 * @returns what the definition has to say, where they were not.
 */
export function unreckonedShare(part: CountOf, whole: CountOf): string | undefined {
  const isOfOne = part.dataset.id === whole.dataset.id;
  if ((isOfOne && part.measure === whole.measure) || (!isSecret(part) && !isSecret(whole))) return undefined;
  if (!isOfOne)
    return "Read both into one dataset, whose definition can tell. Of a population say rate(…, { population, per: 100 }): it leaves open whether each case is one of its people.";
  if (isToldPart(part.dataset.definition.spec, part.measure, whole.measure)) return undefined;
  return isSecret(part) && isSecret(whole)
    ? `Add to the definition: sums: [{ whole: ${JSON.stringify(whole.measure)}, parts: [${JSON.stringify(part.measure)}] }].`
    : "Give the data a column with the share, and the definition a measure of it with both as numerator and denominator.";
}

/** Whether a definition tells that what one measure counts is a part of what another one does. */
export function isToldPart({ measures, sums = [] }: DatasetSpec, part: string, whole: string): boolean {
  const holders = new Set([part]);
  for (const held of holders)
    for (const { whole: holder, parts } of sums) if (parts.includes(held)) holders.add(holder);
  return (
    holders.has(whole) ||
    Object.values(measures).some((own) => isOfPart(own) && own.numerator === part && own.denominator === whole)
  );
}
