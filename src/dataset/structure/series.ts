/** Figures of one thing: a category's, a measure's; one a column, NaN where nobody knows it. */
export interface Series {
  readonly id: string;
  readonly label: string;
  readonly values: Float64Array;
}

/** The sum of what is known of a series. */
export function sizeOf({ values }: Series): number {
  let sum = 0;
  for (let column = 0; column < values.length; column += 1) {
    const value = values[column] as number;
    if (!Number.isNaN(value)) sum += value;
  }
  return sum;
}

/** Whether a series is anything anywhere. */
export function isAnything({ values }: Series): boolean {
  for (let column = 0; column < values.length; column += 1) if ((values[column] as number) > 0) return true;
  return false;
}

/** Those with the smallest sums first; each is added up once. */
export const smallestFirst = <T extends Series>(series: readonly T[]): readonly T[] =>
  series
    .map((own) => ({ own, size: sizeOf(own) }))
    .sort((a, b) => a.size - b.size)
    .map(({ own }) => own);

/** What may yet be spent on one dataset. It is counted and not timed, so that a slow machine finds the same. */
export interface SearchBudget {
  /** Sets searched. */
  steps: number;
  /** Products of an elimination. */
  products: number;
  /** Products of those of excerpts, and figures that these are chosen from. */
  excerpts: number;
}
