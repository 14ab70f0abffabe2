/** A number as PDF writes it: at most three decimals, a thousandth of a point being far below what any device shows. */
export function num(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? "0" : String(rounded);
}

/** Five decimals, for matrices and colours. */
export function fine(value: number): string {
  const rounded = Math.round(value * 100_000) / 100_000;
  // Exponents are not PDF (ISO 32000-1, 7.3.3).
  return Math.abs(rounded) < 0.000_01 ? "0" : String(rounded);
}
