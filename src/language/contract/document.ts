/** Words that the document makes itself. */
export interface DocumentWords {
  readonly contents: string;
  readonly notes: string;
  noteReference(note: number): string;
  /** `use` counts from 1 where a note is referred to more than once. */
  backToText(note: number, use: number, uses: number): string;
  /** What the file of claims that a PDF carries is, for a list of attachments. */
  readonly record: string;
  /** What describes the file that `briefwright verify` reads. */
  readonly verification: string;
  readonly trail: TrailWords;
  /** At the foot of a page: `Page 1 of 2`, as what stands before each number. */
  readonly page: { readonly before: string; readonly between: string };
}

/** The part of a page that says where its figures come from, which each block of figures has a link to. */
export interface TrailWords {
  readonly heading: string;
  readonly introduction: string;
  /** The link beside figures: one word, lower case. */
  readonly source: string;
  /** The link by itself: it begins with the same word. */
  reference(entry: number): string;
  /** The link from an entry to the figures. */
  readonly back: string;
  /** The same by itself, beginning with these words; `use` counts from 1 where several blocks lead to one entry. */
  backToText(entry: number, use: number, uses: number): string;
  /** Over the sets of cells that several figures are worked out from. */
  readonly sets: string;
  /** Beside a figure: `cells of set 2`. */
  inSet(set: number): string;
  /** `Set 2, 43 cells`, of a dataset. */
  set(set: number, cells: number): string;
  /** `before rounding: 140.35%`. */
  unrounded(figure: string): string;
}
