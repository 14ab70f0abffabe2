/** Figures of one thing: a category's, a measure's; one a column, NaN where nobody knows it. */
export interface Series {
  readonly id: string;
  readonly label: string;
  readonly values: Float64Array;
}

/** The sum of what is known of a series. */
export function sizeOf({ values }: Series): number {
  let sum = 0;
  for (const value of values) if (!Number.isNaN(value)) sum += value;
  return sum;
}

/** What may yet be spent on one dataset. It is counted and not timed, so that a slow machine finds the same. */
export interface SearchBudget {
  /** Sets searched. */
  steps: number;
  /** Products of an elimination. */
  products: number;
  /** Products of those of excerpts, and figures that these are chosen from. */
  excerpts: number;
}
