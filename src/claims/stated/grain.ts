import { exact, type Rational } from "../../language/index.ts";

/**
 * How round a whole number is: the largest of 1, 5, 10, 50, 100, 500 and so on that it is a multiple of. 1 of 46, 5 of 45,
 * 100 of 4,400; of zero, 1.
 */
export function grainOf(value: Rational): Rational {
  let grain = exact(1);
  if (value.n === 0n) return grain;
  let factor = 5n;
  for (let next = 5n; value.n % next === 0n; next *= factor) {
    grain = exact(next);
    factor = factor === 2n ? 5n : 2n;
  }
  return grain;
}
