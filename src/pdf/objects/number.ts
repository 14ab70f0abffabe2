/** Farther than any page: PDF has no exponents (ISO 32000-1, 7.3.3), and readers no use for more. */
const farthest = 1e9;

/** A number that PDF can hold. */
export const within = (value: number) => Math.min(farthest, Math.max(-farthest, value)) || 0;

/** A number as PDF writes it: at most three decimals, a thousandth of a point being far below what any device shows. */
export function num(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Math.abs(rounded) < farthest ? (rounded === 0 ? "0" : String(rounded)) : String(within(value));
}

/** Five decimals, for matrices and colours. */
export function fine(value: number): string {
  const rounded = Math.round(value * 100_000) / 100_000;
  if (!(Math.abs(rounded) < farthest)) return String(within(value));
  // A smaller one would have an exponent.
  return Math.abs(rounded) < 0.000_01 ? "0" : String(rounded);
}
