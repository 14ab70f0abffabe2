import type { Claim } from "../claims/index.ts";
import { decimalsOf, exact, type Words } from "../language/index.ts";

/** Of a figure that goes on for ever. */
const mostDecimals = 4;

/** `before rounding: 140.3509%`, of a figure that is printed rounded; empty of any other. */
export function unroundedText(claim: Claim | undefined, { numbers, document }: Words): string {
  const { value = null, rounded = null, unit } = claim?.figure ?? {};
  if (value === null || rounded === null || value === rounded) return "";
  const isShare = unit === "percent";
  const decimals = Math.min(decimalsOf(isShare ? value * 100 : value), mostDecimals);
  return document.trail.unrounded(
    isShare ? numbers.percentSign(exact(value), decimals) : numbers.decimal(exact(value), decimals),
  );
}
