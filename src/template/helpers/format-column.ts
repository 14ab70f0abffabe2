/**
 * How numbers of one column are printed: in full, with thousands separators, and all with as many decimals as the one
 * that has most. Nothing is rounded, so nothing is said that the data does not hold.
 */
export function formatColumn(values: readonly unknown[]): (value: number) => string {
  const decimals = Math.max(0, ...values.map((value) => fractionOf(value).length));
  return (value) => {
    const text = String(value).replace("-", "−");
    if (text.includes("e")) return text;
    const [whole = ""] = text.split(".");
    const units = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ",");
    return decimals > 0 ? `${units}.${fractionOf(value).padEnd(decimals, "0")}` : units;
  };
}

const fractionOf = (value: unknown): string =>
  typeof value === "number" ? (/^-?\d+\.(\d+)$/u.exec(String(value))?.[1] ?? "") : "";
