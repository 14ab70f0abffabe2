/** Makes the briefings that are shown. Its promises reject with a `BenchError` for what its author can mend. */
export interface Bench {
  plan(): Promise<PreviewPlan>;
  /** @param onEarly is told the page as soon as it is made, and its PDF is not. */
  page(name: string, onEarly: (early: EarlyPage) => void): Promise<PreviewPage>;
  data(): Promise<readonly PreviewData[]>;
}

/** What is wrong, for whoever writes the briefing. */
export interface PreviewProblem {
  readonly severity: "error" | "warning";
  /** With its place and what to do, as a terminal shows it. */
  readonly text: string;
}

export class BenchError extends Error {
  constructor(readonly problems: readonly PreviewProblem[]) {
    super(problems.map(({ text }) => text).join("\n"));
    this.name = "BenchError";
  }
}

/** Which briefings there are, in the order of the data. */
export type PreviewPlan = readonly {
  /** What its files are called. */
  readonly name: string;
  readonly label: string;
}[];

/** A briefing whose PDF is not made yet. */
export type EarlyPage = Pick<PreviewPage, "title" | "html" | "figures">;

/** One briefing, and what it rests on. */
export interface PreviewPage {
  readonly title: string;
  readonly html: string;
  readonly pdf: Uint8Array;
  readonly pageCount: number;
  readonly figures: readonly PreviewFigure[];
  readonly warnings: readonly PreviewProblem[];
}

/** A claim, or a cell of a table. */
export interface PreviewFigure {
  /** As `data-claim` in the page. */
  readonly id: string;
  /** As it is printed, or the marker of a gap. */
  readonly value: string;
  readonly phrase: string;
  readonly verdict: string;
  readonly isPrinted: boolean;
  readonly reasons: readonly string[];
  readonly cells: readonly {
    readonly role: string;
    readonly label: string;
    readonly value: string;
    readonly source: string;
  }[];
}

/** A dataset as it is protected. */
export interface PreviewData {
  readonly title: string;
  readonly headings: readonly string[];
  /** The first of them. */
  readonly rows: readonly (readonly string[])[];
  /** How many there are. */
  readonly total: number;
}
