/** What publishers round counts to, the coarsest first, and so many different figures show that it is no chance. */
const [bases, fewestFigures] = [[1000, 100, 50, 10, 5], 6] as const;

/**
 * What all figures are multiples of, as far as they tell: 5 where counts are rounded to 5; 1 where they are not rounded.
 * @param fewest so many different ones tell it, more where a wrong answer would show what is hidden.
 */
export function roundingBase(figures: Iterable<number>, fewest: number = fewestFigures): number {
  const different = new Set(figures);
  different.delete(0);
  const own =
    different.size < fewest ? undefined : bases.find((base) => [...different].every((one) => one % base === 0));
  return own ?? 1;
}

/** How far the sum of some rounded figures may be from the rounded sum. */
export const roundingSlack = (base: number, parts: number): number => (base === 1 ? 0 : (base / 2) * (parts + 1));
