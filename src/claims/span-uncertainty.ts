import { exact } from "./rational.ts";
import { SelectorError } from "./select.ts";
import type { Span } from "./select-span.ts";
import { compareCounts } from "./uncertainty/index.ts";
import type { Uncertainty } from "./words/language.ts";

/**
 * How sure a change between two counts is. Undefined where one of them is hidden, missing or disputed.
 * @throws SelectorError for figures that are no counts: the chance in a rate cannot be told without the counts behind it.
 */
export function spanUncertainty({ from, to, instead }: Span): Uncertainty | undefined {
  if (to.measureSpec.statType !== "count") {
    throw new SelectorError({
      code: "uncertainty-needs-counts",
      message: `The uncertainty of a change is that of counts, and ${to.measure} is a ${to.measureSpec.statType}.`,
      hint: "Leave `uncertainty` out.",
    });
  }
  if (instead || from.amount.state !== "value" || to.amount.state !== "value") return undefined;
  const [before, after] = [from.amount.value, to.amount.value];
  if (before.d !== 1n || after.d !== 1n) return undefined;
  const { low, high, significant } = compareCounts(before.valueOf(), after.valueOf());
  return { significant, ...(high !== null && { ratio: { low: exact(low), high: exact(high) } }) };
}
