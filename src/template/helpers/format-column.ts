import { decimalsShown } from "../../charts/alt/format-figure.ts";
import { exact, formatDecimal } from "../../claims/rational.ts";

/**
 * How numbers of one column are printed where the chart does not say: with thousands separators, and all with as many
 * decimals as the one that needs most, which is three unless they are small.
 */
export function formatColumn(values: readonly unknown[]): (value: number) => string {
  const decimals = Math.max(0, ...values.map((value) => (typeof value === "number" ? decimalsShown(value) : 0)));
  return (value) => formatDecimal(exact(value), decimals);
}
