import type { Rational } from "../../language/index.ts";
import { type Amount, endsOf, valuesOf } from "./amount.ts";

/**
 * An amount as the reasons of verdicts print it: `80`, as it was counted or published; `1.9 to 3.2`, where rounding leaves
 * it open; `64 or 175`, where publications disagree. Empty where there is none.
 */
export function describeAmount(amount: Amount, format: (value: Rational) => string): string {
  if (amount.state !== "value" || amount.bounds === undefined || amount.base !== undefined) {
    return valuesOf(amount).map(format).join(" or ");
  }
  const ends = endsOf(amount);
  if (!ends) return "no certain figure";
  const [low, high] = [format(ends.low), format(ends.high)];
  return low === high ? low : `${low} to ${high}`;
}
