/** How much one chart may take. What passes a limit is an error that names it; `Infinity` lifts it. */
export interface ChartLimits {
  /** Rows of data, given or loaded, or made by a `sequence`. */
  readonly rows: number;
  /** Marks drawn: bars, points, letters' worth of labels and the like; a line is one. */
  readonly marks: number;
  /** For compiling, and for each run, in milliseconds. A spec that is your own has none unless you give one. */
  readonly milliseconds: number;
}

/** Far above what anybody can read in a chart; below what a page can hold or a nightly job wait for. */
export const defaultLimits: ChartLimits = { rows: 200_000, marks: 50_000, milliseconds: 30_000 };
