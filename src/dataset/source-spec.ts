/** What kind of source a figure comes from. */
export const sourceKinds = ["foi", "official-statistics", "survey", "press", "other"] as const;

/** Who published the figures, when and under which licence. It is printed where figures are traced. */
export interface SourceSpec {
  readonly title: string;
  readonly publisher: string;
  readonly kind: (typeof sourceKinds)[number];
  readonly url?: string;
  /** ISO date, or its first part: 2019-09-11, 2019-09, 2019. */
  readonly published?: string;
  readonly licence?: string;
  readonly coverage?: { readonly responded: number; readonly asked: number; readonly note?: string };
  readonly note?: string;
}
