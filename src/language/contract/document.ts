/** Words that the document makes itself. */
export interface DocumentWords {
  readonly contents: string;
  readonly notes: string;
  noteReference(note: number): string;
  backToText(note: number): string;
  /** The first link of a page, which leads past its head. */
  readonly skip: string;
  /** Over the descriptions and figures of charts, where a PDF has them in an appendix. */
  readonly chartAppendix: string;
  /** What the file of claims that a PDF carries is, for a list of attachments. */
  readonly record: string;
  /** What describes the file that `briefwright verify` reads. */
  readonly verification: string;
  readonly trail: TrailWords;
  readonly index: IndexWords;
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

/** The page that leads to the briefings of a set. */
export interface IndexWords {
  /** `43 briefings`. */
  briefings(count: number): string;
  /** Headings of its table. */
  readonly columns: {
    readonly briefing: string;
    readonly files: string;
    readonly keyFigures: string;
    readonly gaps: string;
    readonly remarks: string;
  };
  /** Where a cell of the table has nothing to say. */
  readonly none: string;
  /** `3 hidden`, of figures. */
  hidden(count: number): string;
  /** `2 not available`, of figures. */
  missing(count: number): string;
  /** `PDF, 4 pages`. */
  pdf(pages: number): string;
  readonly html: string;
  /** In place of the files. */
  readonly notMade: string;
  /** Beside files that an earlier run made. */
  readonly earlier: string;
  /** `2 warnings`. */
  warnings(count: number): string;
}
