import type { Category, Dataset, MeasureSpec, Period } from "../../dataset/index.ts";
import type { Amount } from "../result/amount.ts";
import type { Evidence } from "../result/claim.ts";
import type { NotedIssue } from "../result/noted-issue.ts";
import type { Said } from "../result/said.ts";

/** What a selector picked: one amount, summed where it is several cells, and all there is to say about it. */
export interface Selection {
  readonly dataset: Dataset;
  readonly measure: string;
  readonly measureSpec: MeasureSpec;
  readonly amount: Amount;
  readonly periods: readonly Period[];
  /** The words that chose the periods, such as `latest`; none where they are named outright. */
  readonly periodWords: readonly string[];
  readonly areas: readonly Category[];
  /** What was chosen in each dimension, as running text has it. */
  readonly labels: Readonly<Record<string, string>>;
  /** All of that in one, in the words of whatever language. */
  readonly name: Said;
  readonly evidence: readonly Evidence[];
  readonly issues: readonly NotedIssue[];
  /** The publisher says "at least". */
  readonly lowerBound: boolean;
  /** A cell covers less than its period. */
  readonly partialPeriod: boolean;
  /** A cell is what was expected. */
  readonly forecast: boolean;
}
