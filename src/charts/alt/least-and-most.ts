/** The least and the most of some figures, however many: a call takes no more than some 100,000 of them at once. */
export const leastAndMost = (figures: readonly number[]): readonly [least: number, most: number] =>
  figures.reduce<readonly [number, number]>(
    ([least, most], figure) => [Math.min(least, figure), Math.max(most, figure)],
    [Infinity, -Infinity],
  );
