import { decimalsShown } from "../../charts/index.ts";
import { exact, type Words } from "../../language/index.ts";

/**
 * How numbers of one column are printed where the chart does not say: with thousands separators, and all with as many
 * decimals as the one that needs most, which is three unless they are small.
 */
export function formatColumn(values: readonly unknown[], { numbers }: Words): (value: number) => string {
  const decimals = Math.max(0, ...values.map((value) => (typeof value === "number" ? decimalsShown(value) : 0)));
  return (value) => numbers.decimal(exact(value), decimals);
}
