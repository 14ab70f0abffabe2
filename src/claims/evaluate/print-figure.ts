import { defined } from "../../diagnostics/index.ts";
import {
  type Bounds,
  type ClaimPhrases,
  ceiling,
  exact,
  type FigureWords,
  floor,
  type Rational,
  roundHalfUp,
} from "../../language/index.ts";
import type { ClaimFigure } from "../result/claim.ts";
import type { Evaluation } from "../result/evaluation.ts";

/** What is said of a claim, and the figure in it; null where the words do without. */
interface PrintedClaim {
  readonly words: FigureWords;
  readonly figure: ClaimFigure | null;
}

/**
 * How a figure is printed that comes from rounded ones. One that was rounded itself is printed as it was published. One
 * that is worked out from such is printed where all that rounding leaves possible prints alike; else as the range of it,
 * its ends rounded outwards, so that the true figure is in it; and not at all where nothing limits it.
 * @returns undefined where there is nothing to print.
 */
export function printFigure(evaluation: Evaluation, phrases: ClaimPhrases): PrintedClaim | undefined {
  const { amount, decimals, wordsWithout, words: wordsFor } = evaluation;
  if (amount.state !== "value") return wordsWithout && { words: wordsWithout(phrases), figure: null };
  const { value, bounds, base } = amount;
  const print = { evaluation, phrases };
  if (bounds === undefined) return printValue(value, print);
  if (wordsWithout) return printRange(wordsWithout(phrases), { evaluation, bounds });
  if (base !== undefined) {
    return printValue(value, {
      ...print,
      about: base > 10 ** -decimals,
      bounds: bounds === "unlimited" ? undefined : bounds,
    });
  }
  if (bounds === "unlimited") return undefined;
  const [atLow, atHigh] = [bounds.low, bounds.high].map((end) => wordsFor({ value: end, about: false }, phrases));
  if (JSON.stringify(atLow) === JSON.stringify(atHigh)) return printValue(within(value, bounds), print);
  return printRange(wordsFor({ value: outwards(bounds, decimals), about: false }, phrases), { evaluation, bounds });
}

const outwards = ({ low, high }: Bounds, decimals: number): Bounds => ({
  low: floor(low, decimals),
  high: ceiling(high, decimals),
});

interface RangeInput {
  readonly evaluation: Evaluation;
  readonly bounds: Bounds | "unlimited";
}

function printRange(words: FigureWords, { evaluation, bounds }: RangeInput): PrintedClaim {
  if (bounds === "unlimited") return { words, figure: null };
  const ends = outwards(bounds, evaluation.decimals);
  return { words, figure: figureOf(evaluation, { value: null, text: words.value, bounds: ends }) };
}

interface PrintInput {
  readonly evaluation: Evaluation;
  readonly phrases: ClaimPhrases;
  readonly about?: boolean;
  readonly bounds?: Bounds | undefined;
}

function printValue(value: Rational, { evaluation, phrases, about = false, bounds }: PrintInput): PrintedClaim {
  const words = evaluation.words({ value, about }, phrases);
  return { words, figure: figureOf(evaluation, { value, text: words.value, bounds }) };
}

interface FigureParts {
  readonly value: Rational | null;
  readonly text: string;
  readonly bounds: Bounds | undefined;
}

function figureOf({ unit, decimals, interval, limits }: Evaluation, { value, text, bounds }: FigureParts): ClaimFigure {
  const rounded = (end: Rational) => roundHalfUp(end, decimals).valueOf();
  return defined({
    value: value?.valueOf() ?? null,
    rounded: value && rounded(value),
    unit,
    text,
    bounds: bounds && { low: bounds.low.valueOf(), high: bounds.high.valueOf() },
    interval: interval && { low: rounded(interval.low), high: rounded(interval.high) },
    limits: limits && {
      low: limitBeside(limits.inner.low, { value, decimals }),
      high: limitBeside(limits.inner.high, { value, decimals }),
      outerLow: limitBeside(limits.outer.low, { value, decimals }),
      outerHigh: limitBeside(limits.outer.high, { value, decimals }),
    },
  });
}

/** Limits have so many decimals more than the figure: rounded as it is, they would be lines in steps. */
const limitDecimals = 2;

/** A limit that is on the side of the printed figure that it is on of the figure itself: a rate of 2.575 is printed as 2.6, and is above a limit of 2.599. */
function limitBeside(
  limit: Rational,
  { value, decimals }: { readonly value: Rational | null; readonly decimals: number },
) {
  const places = decimals + limitDecimals;
  const rounded = roundHalfUp(limit, places);
  const printed = value && roundHalfUp(value, decimals);
  const side = Math.sign(limit.compare(value ?? limit));
  if (!printed || Math.sign(rounded.compare(printed)) === side) return rounded.valueOf();
  return printed.add(exact(side).div(10 ** places)).valueOf();
}

/** A hidden count may leave a multiple itself impossible. */
const within = (value: Rational, { low, high }: Bounds): Rational =>
  value.compare(low) < 0 ? low : value.compare(high) > 0 ? high : value;
