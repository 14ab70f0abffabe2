import type { Rational } from "./rational.ts";

/** The ends of an interval, both included. */
export interface Bounds {
  readonly low: Rational;
  readonly high: Rational;
}

/** Whether a figure is known as an interval only. */
export const isBounds = (value: Rational | Bounds): value is Bounds => "low" in value;

/** The interval that holds all of some values; undefined of none. */
export function hull(values: readonly Rational[]): Bounds | undefined {
  const [first, ...others] = values;
  if (!first) return undefined;
  return others.reduce<Bounds>(
    ({ low, high }, value) => ({
      low: value.compare(low) < 0 ? value : low,
      high: value.compare(high) > 0 ? value : high,
    }),
    { low: first, high: first },
  );
}

/** Both ends multiplied by a number above zero; a value likewise. */
export const scale = (value: Rational | Bounds, factor: number): Rational | Bounds =>
  isBounds(value) ? { low: value.low.mul(factor), high: value.high.mul(factor) } : value.mul(factor);

/** How far from zero: of an interval that lies on one side of it, the least first. */
export function magnitude(value: Rational | Bounds): Rational | Bounds {
  if (!isBounds(value)) return value.abs();
  return value.high.compare(0) <= 0 ? { low: value.high.abs(), high: value.low.abs() } : value;
}

/** A figure as it is written: of an interval both ends, or the one as which both are written. */
export function writeBounds(
  value: Rational | Bounds,
  write: (end: Rational) => string,
  join: (low: string, high: string) => string,
): string {
  if (!isBounds(value)) return write(value);
  const [low, high] = [write(value.low), write(value.high)];
  return low === high ? low : join(low, high);
}
