import { exact, type Rational, type SpokenFractionName } from "../../language/index.ts";

/** A fraction that people say, in the order of size. */
export interface SpokenFraction {
  readonly value: Rational;
  readonly name: SpokenFractionName;
}

export const spokenFractions: readonly SpokenFraction[] = (
  [
    [1, 10, "tenth"],
    [1, 5, "fifth"],
    [1, 4, "quarter"],
    [1, 3, "third"],
    [2, 5, "two-fifths"],
    [1, 2, "half"],
    [3, 5, "three-fifths"],
    [2, 3, "two-thirds"],
    [3, 4, "three-quarters"],
    [4, 5, "four-fifths"],
    [9, 10, "nine-tenths"],
  ] as const
).map(([part, parts, name]) => ({ value: exact(part).div(parts), name }));

/** Where a fraction, as a double, stands in the list; −1 for three sevenths. */
export const indexOfSpoken = (value: Rational): number =>
  spokenFractions.findIndex((fraction) => fraction.value.sub(value).abs().compare("0.005") < 0);
