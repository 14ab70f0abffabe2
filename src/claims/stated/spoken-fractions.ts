import { exact, type Rational } from "../../language/index.ts";

/** A fraction that people say, in the order of size. */
export interface SpokenFraction {
  readonly value: Rational;
  readonly words: string;
}

export const spokenFractions: readonly SpokenFraction[] = (
  [
    [1, 10, "a tenth"],
    [1, 5, "a fifth"],
    [1, 4, "a quarter"],
    [1, 3, "a third"],
    [2, 5, "two fifths"],
    [1, 2, "half"],
    [3, 5, "three fifths"],
    [2, 3, "two thirds"],
    [3, 4, "three quarters"],
    [4, 5, "four fifths"],
    [9, 10, "nine tenths"],
  ] as const
).map(([part, parts, words]) => ({ value: exact(part).div(parts), words }));

/** Where a fraction, as a double, stands in the list; −1 for three sevenths. */
export const indexOfSpoken = (value: Rational): number =>
  spokenFractions.findIndex((fraction) => fraction.value.sub(value).abs().compare("0.005") < 0);
