import { exact, type Rational } from "../../language/index.ts";
import { type Interval, mirrored } from "../result/interval.ts";

/**
 * Arithmetic on what stated numbers can stand for. Ends count as included throughout: at most too much is allowed, so
 * nothing that could be true is called inconsistent.
 */

const closed = (low: Rational | null, high: Rational | null): Interval => ({
  low,
  high,
  lowIncluded: true,
  highIncluded: true,
});

/** The whole numbers of an interval of counts: `274` is 274, and not 273.5 to 274.5. */
export function wholeNumbersOf({ low, high, lowIncluded, highIncluded }: Interval): Interval {
  const first = low && (lowIncluded ? low.ceil() : low.floor().add(1));
  const last = high && (highIncluded ? high.floor() : high.ceil().sub(1));
  return closed(first && first.compare(0) > 0 ? first : exact(0), last);
}

/** `a / b`, of numbers that are not negative. */
export function quotient(a: Interval, b: Interval): Interval {
  const low = a.low && b.high && b.high.compare(0) > 0 ? a.low.div(b.high) : exact(0);
  const high = a.high && b.low && b.low.compare(0) > 0 ? a.high.div(b.low) : null;
  return closed(low, high);
}

/** `a - b`. */
export function difference(a: Interval, b: Interval): Interval {
  return closed(a.low && b.high ? a.low.sub(b.high) : null, a.high && b.low ? a.high.sub(b.low) : null);
}

/** How far from zero, without the sign. */
export function magnitude(interval: Interval): Interval {
  const { low, high } = interval;
  if (low && low.compare(0) >= 0) return interval;
  if (high && high.compare(0) <= 0) return mirrored(interval);
  const far = low && high && (low.neg().compare(high) > 0 ? low.neg() : high);
  return closed(exact(0), far);
}

/** All of it lies above zero (`up`), below (`down`), or neither. */
export function signOf({ low, high, lowIncluded, highIncluded }: Interval): "up" | "down" | undefined {
  if (low && (low.compare(0) > 0 || (low.equals(0) && !lowIncluded))) return "up";
  if (high && (high.compare(0) < 0 || (high.equals(0) && !highIncluded))) return "down";
  return undefined;
}
