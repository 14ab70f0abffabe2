import { SelectorError } from "../select/select.ts";
import type { ComparisonSpec, StatedSpec } from "../spec/claim-spec.ts";

/** What a comparison states of how far one figure is from another. */
export interface StatedDifference {
  /** Signed as `left` less `right` is. */
  readonly stated: StatedSpec;
  readonly mode: "absolute" | "points";
}

/**
 * "7.6 percentage points higher", "4,000 fewer": a number in the unit `percentage-points` or `number`. Without a relation,
 * as in "a gap of 7.6 points", it is said of the distance, whichever of the two is higher.
 * @returns undefined for a number in any other unit, which is one of a ratio, and for none
 * @throws SelectorError for a distance that is said of so many times, or of equal figures
 */
export function statedDifference({
  stated,
  relation,
}: Pick<ComparisonSpec, "stated" | "relation">): ((isLower: boolean) => StatedDifference) | undefined {
  if (stated?.value === undefined || (stated.unit !== "percentage-points" && stated.unit !== "number"))
    return undefined;
  if (relation === "times" || relation === "equal") {
    throw new SelectorError({
      code: "unit-not-of-kind",
      message: `The claim is stated in ${stated.unit}, and its relation is "${relation}".`,
      hint: 'Use relation: "higher" or "lower", or none for a gap; "twice as many" is stated in times.',
    });
  }
  const size = Math.abs(stated.value);
  const mode = stated.unit === "number" ? "absolute" : "points";
  return (isLower) => {
    const isNegative = relation === undefined ? isLower : relation === "lower";
    return { stated: { ...stated, value: isNegative ? -size : size }, mode };
  };
}
