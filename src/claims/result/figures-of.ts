import type { FoundFigures } from "../../language/index.ts";
import { type Amount, endsOf, valuesOf } from "./amount.ts";

/**
 * An amount as reasons take it: the value, as it was counted or published; bounds, where rounding leaves it open; values, where
 * publications disagree. None of them where there is none.
 */
export function figuresOf(amount: Amount): FoundFigures {
  if (amount.state !== "value" || amount.bounds === undefined || amount.base !== undefined) return valuesOf(amount);
  return endsOf(amount) ?? "uncertain";
}
