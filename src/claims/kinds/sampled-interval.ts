import { type Bounds, type ConfidenceInterval, exact, type Rational } from "../../language/index.ts";
import { countInterval } from "../../uncertainty/index.ts";
import { endsOf, isRounded } from "../result/amount.ts";
import type { Selection } from "../select/selection.ts";

/**
 * The 95% interval of a count; of one that was rounded, from the low end for the least that it can be to the high end for
 * the greatest. Undefined of all but whole numbers, and of "at least 274", of which chance moves the part that is known only.
 * @param perCase what one case is worth, at least and at most: of a rate, so many by the population.
 */
export function sampledInterval(
  { amount, lowerBound }: Selection,
  perCase: Bounds = { low: exact(1), high: exact(1) },
): ConfidenceInterval | undefined {
  const ends = amount.state === "value" ? endsOf(amount) : undefined;
  if (!ends || lowerBound || !isCount(ends.low) || !isCount(ends.high)) return undefined;
  const { low } = countInterval(ends.low.valueOf());
  const { high } = countInterval(ends.high.valueOf());
  return {
    low: exact(low).mul(perCase.low),
    high: exact(high).mul(perCase.high),
    withRounding: isRounded(amount) || !perCase.low.equals(perCase.high),
  };
}

const isCount = (value: Rational): boolean => value.d === 1n && value.compare(0) >= 0;
