/** How numbers of one column are printed: with thousands separators, and as many decimals as the column needs, at most two. */
export function formatColumn(values: readonly unknown[]): (value: unknown) => string {
  const decimals = Math.min(2, Math.max(0, ...values.map(decimalPlaces)));
  return (value) => (typeof value === "number" ? formatNumber(value, decimals) : String(value));
}

function decimalPlaces(value: unknown): number {
  return typeof value === "number" ? (/\.(\d+)$/u.exec(plainDecimal(value))?.[1]?.length ?? 0) : 0;
}

/** Rounds half away from zero on the shortest decimal that means the number, so that 1.005 gives 1.01. */
function formatNumber(value: number, decimals: number): string {
  const [whole = "0", fraction = ""] = plainDecimal(Math.abs(value)).split(".");
  const kept = BigInt(whole + fraction.padEnd(decimals, "0").slice(0, decimals));
  const rounded = (kept + (Number(fraction[decimals] ?? "0") >= 5 ? 1n : 0n)).toString().padStart(decimals + 1, "0");
  const units = rounded.slice(0, rounded.length - decimals).replaceAll(/\B(?=(?:\d{3})+$)/gu, ",");
  const sign = value < 0 && /[1-9]/u.test(rounded) ? "−" : "";
  return `${sign}${units}${decimals > 0 ? `.${rounded.slice(-decimals)}` : ""}`;
}

/** Without an exponent: figures too small or too large for plain digits get ten decimals. */
const plainDecimal = (value: number) =>
  /e/u.test(String(value)) ? value.toFixed(10).replace(/\.?0+$/u, "") : String(value);
