import { exact, type Rational } from "../../language/index.ts";
import { type Interval, mirrored } from "../result/interval.ts";
import type { StatedSpec } from "../spec/claim-spec.ts";
import { grainOf } from "./grain.ts";
import { indexOfSpoken, spokenFractions } from "./spoken-fractions.ts";
import { writtenDecimals } from "./written-decimals.ts";

/**
 * What a number is said of: an amount, or a change, which has a direction that a hedge keeps. "Fell by less than 50%" is
 * said of falls only, "less than doubled" of rises.
 */
export type StatedOf = "amount" | "change";

/**
 * The numbers that a stated number can stand for, in the figure's own unit (0.34 for 34%). Undefined where the claim
 * states no number. The one home of what hedges mean:
 *
 * | hedge       | of 46%              | of 4,400              | the rule                                                         |
 * | ----------- | ------------------- | --------------------- | ---------------------------------------------------------------- |
 * | none        | 45.5 to under 46.5  | 4,399.5 to under …    | half a step to either side; of fractions, half-way to the next   |
 * | `about`     | 45 to 47            | 4,350 to 4,450        | as far as the number is round, see below                         |
 * | `nearly`    | 45 to under 46      | 4,300 to under 4,400  | a whole grain below it, and no more than a tenth                 |
 * | `just-over` | above 46 to 47      | above 4,400 to 4,500  | the same above it                                                |
 * | `more-than` | above 46            | above 4,400           | the number itself is not more than it                            |
 * | `well-over` | above 46.5          | above 4,450           | beyond half of what is just over it                              |
 * | `at-least`  | from 46             | from 4,400            |                                                                  |
 * | `less-than` | below 46            | below 4,400           |                                                                  |
 * | `well-under`| below 45.5          | below 4,350           | beyond half of what is nearly so much                            |
 * | `at-most`   | up to 46            | up to 4,400           |                                                                  |
 *
 * The width of `about` follows the precision of the number as it is said. The grain of a whole number is the largest of
 * 5, 10, 50, 100 and so on that it is a multiple of. About a round number is what lies within half its grain, which is
 * nearer to it than to the next number as round: 45% to 55% for 50%. About any other number is one unit of its last digit
 * to either side. Either is limited to a tenth of the number (about 1,000 is 900 to 1,100); of a round number below 100
 * that is no percentage, to 5 and to a quarter (about 20 is 15 to 25). No hedge allows less on its side than what rounds
 * to the number.
 *
 * Of a change, the hedge is of its size, and its direction stays: "a fall of less than 50%" is above −50% and below none,
 * "less than doubled" is above once and below twice. Of an amount, the bounds are those of the number line.
 */
export function statedInterval(stated: StatedSpec, of: StatedOf = "amount"): Interval | undefined {
  if (stated.value === undefined) return undefined;
  const value = numberOf(stated);
  if (of === "amount") {
    return value.compare(0) < 0 && !isBound(stated) ? mirrored(hedged(negated(stated))) : hedged(stated);
  }
  if (stated.unit === "times") return onSideOf(exact(1), value, hedged(stated));
  const isFall = value.compare(0) < 0;
  const size = onSideOf(exact(0), value.abs(), hedged(isFall ? negated(stated) : stated));
  return isFall ? mirrored(size) : size;
}

/** The stated number in the figure's own unit: 0.34 for 34%. */
export const numberOf = (stated: StatedSpec): Rational => exact(stated.value ?? 0).div(scaleOf(stated));

const scaleOf = ({ unit }: StatedSpec): Rational => exact(isPercent(unit) ? 100 : 1);

const isPercent = (unit: StatedSpec["unit"]): boolean => unit === "percent" || unit === "percentage-points";

const negated = (stated: StatedSpec): StatedSpec => ({ ...stated, value: -(stated.value ?? 0) });

const isBound = ({ hedge = "none" }: StatedSpec): boolean =>
  ["more-than", "well-over", "at-least", "less-than", "well-under", "at-most"].includes(hedge);

/** What a hedge allows on the side of no change where the number itself is. A number that is no change has no side. */
function onSideOf(unchanged: Rational, value: Rational, interval: Interval): Interval {
  const { low, high } = interval;
  const side = value.compare(unchanged);
  if (side > 0 && (low === null || low.compare(unchanged) <= 0)) {
    return { ...interval, low: unchanged, lowIncluded: false };
  }
  if (side < 0 && (high === null || high.compare(unchanged) >= 0)) {
    return { ...interval, high: unchanged, highIncluded: false };
  }
  return interval;
}

function hedged(stated: StatedSpec): Interval {
  const scale = scaleOf(stated);
  const value = numberOf(stated);
  switch (stated.hedge ?? "none") {
    case "none":
      return roundedTo(stated, value, scale);
    case "about": {
      const rounded = roundedTo(stated, value, scale);
      const half = aboutHalf(stated).div(scale);
      return {
        low: lower(rounded.low, value.sub(half)),
        high: higher(rounded.high, value.add(half)),
        lowIncluded: true,
        highIncluded: true,
      };
    }
    case "nearly":
      return { low: value.sub(slackOf(stated).below), high: value, lowIncluded: true, highIncluded: false };
    case "just-over":
      return { low: value, high: value.add(slackOf(stated).above), lowIncluded: false, highIncluded: true };
    case "well-over":
      return { low: value.add(slackOf(stated).above.div(2)), high: null, lowIncluded: false, highIncluded: false };
    case "well-under":
      return { low: null, high: value.sub(slackOf(stated).below.div(2)), lowIncluded: false, highIncluded: false };
    case "more-than":
      return { low: value, high: null, lowIncluded: false, highIncluded: false };
    case "at-least":
      return { low: value, high: null, lowIncluded: true, highIncluded: false };
    case "less-than":
      return { low: null, high: value, lowIncluded: false, highIncluded: false };
    case "at-most":
      return { low: null, high: value, lowIncluded: false, highIncluded: true };
  }
}

/** How far what is nearly a number lies below it, and what is just over it above, at most; in the figure's own unit. */
function slackOf(stated: StatedSpec): { readonly below: Rational; readonly above: Rational } {
  const scale = scaleOf(stated);
  const value = numberOf(stated);
  const { low, high } = roundedTo(stated, value, scale);
  const grain = lower(grainIn(stated).div(scale), value.abs().div(10));
  return { below: higher(value.sub(low), grain), above: higher(high.sub(value), grain) };
}

/** An interval with both ends. */
interface Bounded extends Interval {
  readonly low: Rational;
  readonly high: Rational;
}

/** What rounds to a value, whose number in the stated unit is `value × scale`. */
function roundedTo(stated: StatedSpec, value: Rational, scale: Rational): Bounded {
  if (stated.unit === "fraction" && stated.step === undefined) return fractionInterval(value);
  const half = exact(stated.step ?? 10 ** -writtenDecimals(stated))
    .div(scale)
    .div(2);
  return { low: value.sub(half), high: value.add(half), lowIncluded: true, highIncluded: false };
}

/** In the stated unit. */
function grainIn(stated: StatedSpec): Rational {
  if (stated.unit === "fraction") return exact(0);
  const decimals = writtenDecimals(stated);
  return decimals > 0 ? exact(10 ** -decimals) : grainOf(exact(stated.value ?? 0));
}

/** In the stated unit. Of fractions, what they are half-way to their neighbours of is enough. */
function aboutHalf(stated: StatedSpec): Rational {
  const size = exact(stated.value ?? 0);
  if (stated.unit === "fraction") return indexOfSpoken(size) < 0 ? size.div(10) : exact(0);
  const grain = grainIn(stated);
  const isRound = grain.compare(1) > 0;
  const half = isRound ? grain.div(2) : grain;
  const isSmallCount = isRound && (stated.unit ?? "number") === "number" && size.compare(100) < 0;
  return isSmallCount ? lower(lower(half, exact(5)), size.div(4)) : lower(half, size.div(10));
}

const lower = (a: Rational, b: Rational): Rational => (a.compare(b) < 0 ? a : b);
const higher = (a: Rational, b: Rational): Rational => (a.compare(b) > 0 ? a : b);

/** Half-way to the neighbours among the fractions that people say; the outermost reach as far out as in. */
function fractionInterval(value: Rational): Bounded {
  const index = indexOfSpoken(value);
  const spoken = spokenFractions[index]?.value;
  if (!spoken) return unspokenFraction(value);
  const below = spokenFractions[index - 1]?.value;
  const above = spokenFractions[index + 1]?.value;
  const down = (below ? spoken.sub(below) : (above as Rational).sub(spoken)).div(2);
  const up = (above ? above.sub(spoken) : (below as Rational).sub(spoken).abs()).div(2);
  return { low: spoken.sub(down), high: spoken.add(up), lowIncluded: true, highIncluded: false };
}

/** One in seven is what is nearer to it than to one in six and one in eight; three sevenths is to the per cent. */
function unspokenFraction(value: Rational): Bounded {
  const parts = value.compare(0) > 0 ? value.inverse() : exact(0);
  const whole = parts.round();
  const isOneIn = parts.compare(5) > 0 && parts.sub(whole).abs().compare(whole.div(100)) < 0;
  if (!isOneIn) return { low: value.sub("0.005"), high: value.add("0.005"), lowIncluded: true, highIncluded: false };
  const half = higher(exact(1).div(2), lower(grainOf(whole).div(2), whole.div(10)));
  return {
    low: whole.add(half).inverse(),
    high: whole.sub(half).inverse(),
    lowIncluded: true,
    highIncluded: false,
  };
}
