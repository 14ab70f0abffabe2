import Fraction from "fraction.js";

/** An exact number. Figures stay exact from the cell to the rounded digit; a double never decides a verdict. */
export type Rational = InstanceType<typeof Fraction>;

/** The decimal that a double prints as: 20.4 is 102/5, as the cell said. */
export function exact(value: number | bigint): Rational {
  if (Number.isSafeInteger(value)) return new Fraction(BigInt(value));
  const { digits, places } = writtenOf(value);
  return places > 0 ? new Fraction(digits, 10n ** BigInt(places)) : new Fraction(digits * 10n ** BigInt(-places));
}

export function sum(values: readonly Rational[]): Rational {
  // Whole numbers need no common denominator.
  if (values.every(({ d }) => d === 1n)) return new Fraction(values.reduce((total, { s, n }) => total + s * n, 0n));
  return values.reduce((total, value) => total.add(value), exact(0));
}

/**
 * Rounds half up in magnitude: 2.5 to 3, -2.5 to -3, and 1.005 to 1.01 at two places (as the Department for Education's
 * `round_five_up` does, and `toFixed` does not).
 */
export function roundHalfUp(value: Rational, decimals: number): Rational {
  const units = unitsOf(value, decimals) * value.s;
  return decimals < 0 ? new Fraction(units * 10n ** BigInt(-decimals)) : new Fraction(units, 10n ** BigInt(decimals));
}

/** How many units of the last of so many decimal places a value has, rounded half up in magnitude, without its sign. */
function unitsOf({ n, d }: Rational, decimals: number): bigint {
  const [above, below] = decimals < 0 ? [n, d * 10n ** BigInt(-decimals)] : [n * 10n ** BigInt(decimals), d];
  return (2n * above + below) / (2n * below);
}

/** The next number of so many decimal places that is not greater. */
export function floor(value: Rational, decimals: number): Rational {
  const scale = new Fraction(10).pow(decimals) ?? exact(1);
  return value.mul(scale).floor().div(scale);
}

/** The next number of so many decimal places that is not less. */
export const ceiling = (value: Rational, decimals: number): Rational => floor(value.neg(), decimals).neg();

/** Plain decimal digits of a value, rounded half up: `-1234.50`. */
export function decimalDigits(value: Rational, decimals: number): string {
  const units = unitsOf(value, decimals);
  const digits = units.toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const text = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
  return value.s < 0n && units > 0n ? `-${text}` : text;
}

/** Decimal digits as English has them: thousands with commas, a true minus sign. Words for readers use `Formats`. */
export function formatDecimal(value: Rational, decimals: number): string {
  return decimalDigits(value, decimals)
    .replace("-", "−")
    .replace(/\d+/, (whole) => whole.replaceAll(/\B(?=(\d{3})+$)/g, ","));
}

/** A small whole number, as the reasons of verdicts print it. */
export const plain = (value: number): string => formatDecimal(exact(value), 0);

/**
 * A number as claims print it: rounded half up on the decimal that it is, thousands with commas.
 * @param decimals those that the number has, three at most, where absent.
 */
export function formatNumber(value: number, decimals = Math.min(decimalsOf(value), 3)): string {
  return formatDecimal(exact(value), decimals);
}

/** Decimal places that a double prints with: 0 for 140, 1 for 20.4. */
export const decimalsOf = (value: number): number => Math.max(0, writtenOf(value).places);

/** A number as it prints: its digits, and how many of them are decimal places; below zero, zeros are left out. */
function writtenOf(value: number | bigint): { readonly digits: bigint; readonly places: number } {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  const [whole = "", part = ""] = mantissa.split(".");
  return { digits: BigInt(whole + part), places: part.length - Number(exponent) };
}
