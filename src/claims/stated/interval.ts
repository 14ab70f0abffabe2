import type { Bounds } from "../claim.ts";
import type { StatedSpec } from "../claim-spec.ts";
import { decimalsOf, exact, type Rational } from "../rational.ts";

/** The numbers that a stated number can stand for. A null bound is none. */
export interface Interval {
  readonly low: Rational | null;
  readonly high: Rational | null;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
}

/** Fractions that people say; a stated one reaches half-way to its neighbours. */
const spokenFractions: readonly (readonly [number, number])[] = [
  [1, 10],
  [1, 5],
  [1, 4],
  [1, 3],
  [2, 5],
  [1, 2],
  [3, 5],
  [2, 3],
  [3, 4],
  [4, 5],
  [9, 10],
];

/**
 * The interval of a stated number, in the figure's own unit (0.34 for 34%): half a step to either side, the lower end
 * included; what the hedge says instead, where there is one. A hedge never narrows: "about 3" and "nearly 3" allow
 * whatever rounds to 3 on their side, where a tenth of it is less. Undefined where the claim states no number.
 */
export function statedInterval(stated: StatedSpec): Interval | undefined {
  if (stated.value === undefined) return undefined;
  const scale = scaleOf(stated.unit);
  const value = exact(stated.value).div(scale);
  if (value.compare(0) < 0) {
    // A fall: "more than 25%" is of its size.
    const size = statedInterval({ ...stated, value: -stated.value });
    return size && mirrored(size);
  }
  switch (stated.hedge ?? "none") {
    case "about": {
      const rounded = roundedInterval(stated, value, scale);
      return closed(lower(value.mul("0.9"), rounded.low), higher(value.mul("1.1"), rounded.high));
    }
    case "nearly": {
      const { low } = roundedInterval(stated, value, scale);
      return { low: lower(value.mul("0.9"), low), high: value, lowIncluded: true, highIncluded: false };
    }
    case "more-than":
      return { low: value, high: null, lowIncluded: false, highIncluded: false };
    case "at-least":
      return { low: value, high: null, lowIncluded: true, highIncluded: false };
    case "less-than":
      return { low: null, high: value, lowIncluded: false, highIncluded: false };
    case "at-most":
      return { low: null, high: value, lowIncluded: false, highIncluded: true };
    case "none":
      return roundedInterval(stated, value, scale);
  }
}

const scaleOf = (unit: StatedSpec["unit"]): Rational =>
  unit === "percent" || unit === "percentage-points" ? exact(100) : exact(1);

/** An interval with both ends. */
interface Bounded extends Interval {
  readonly low: Rational;
  readonly high: Rational;
}

/** What rounds to a value, whose number in the stated unit is `value × scale`. */
function roundedInterval(stated: StatedSpec, value: Rational, scale: Rational): Bounded {
  if (stated.unit === "fraction" && stated.step === undefined) return fractionInterval(value);
  const step = exact(stated.step ?? 10 ** -decimalsOf(stated.value ?? 0));
  const half = step.div(scale).div(2);
  return { low: value.sub(half), high: value.add(half), lowIncluded: true, highIncluded: false };
}

const lower = (a: Rational, b: Rational): Rational => (a.compare(b) < 0 ? a : b);
const higher = (a: Rational, b: Rational): Rational => (a.compare(b) > 0 ? a : b);

const mirrored = ({ low, high, lowIncluded, highIncluded }: Interval): Interval => ({
  low: high?.neg() ?? null,
  high: low?.neg() ?? null,
  lowIncluded: highIncluded,
  highIncluded: lowIncluded,
});

export function contains(interval: Interval, value: Rational): boolean {
  const { low, high, lowIncluded, highIncluded } = interval;
  const aboveLow = low === null || (lowIncluded ? value.compare(low) >= 0 : value.compare(low) > 0);
  const belowHigh = high === null || (highIncluded ? value.compare(high) <= 0 : value.compare(high) < 0);
  return aboveLow && belowHigh;
}

const closed = (low: Rational, high: Rational): Interval => ({ low, high, lowIncluded: true, highIncluded: true });

/** Two intervals have a number in common. */
export function overlaps(a: Interval, b: Interval): boolean {
  return !isBelow(a, b) && !isBelow(b, a);
}

/** All of `a` lies below all of `b`. */
function isBelow(a: Interval, b: Interval): boolean {
  if (a.high === null || b.low === null) return false;
  const order = a.high.compare(b.low);
  return order < 0 || (order === 0 && !(a.highIncluded && b.lowIncluded));
}

/** As plain numbers, for `Finding`. */
export function toBounds({ low, high, lowIncluded, highIncluded }: Interval): Bounds {
  return { low: low?.valueOf() ?? null, high: high?.valueOf() ?? null, lowIncluded, highIncluded };
}

function fractionInterval(value: Rational): Bounded {
  const all = spokenFractions.map(([n, d]) => exact(n).div(d));
  const index = all.findIndex((fraction) => fraction.sub(value).abs().compare("0.005") < 0);
  const spoken = all[index];
  // A fraction that is not in the list (three sevenths) is as exact as a percentage.
  if (!spoken) return { low: value.sub("0.005"), high: value.add("0.005"), lowIncluded: true, highIncluded: false };
  const below = all[index - 1];
  const above = all[index + 1];
  return {
    low: below ? below.add(spoken).div(2) : exact(0),
    high: above ? above.add(spoken).div(2) : exact(1),
    lowIncluded: true,
    highIncluded: !above,
  };
}
