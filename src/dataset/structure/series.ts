/** Figures of one thing: a category's, a measure's; one a column, undefined where nobody knows it. */
export interface Series {
  readonly id: string;
  readonly label: string;
  readonly values: readonly (number | undefined)[];
}

/** What may yet be spent on one dataset. It is counted and not timed, so that a slow machine finds the same. */
export interface Effort {
  /** Sets searched. */
  steps: number;
  /** Products of an elimination. */
  products: number;
}
