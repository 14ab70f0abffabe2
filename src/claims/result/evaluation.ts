import type { Category, MeasureSpec, Period } from "../../dataset/index.ts";
import type { Bounds, ClaimPhrases, ConfidenceInterval, FigureWords, Rational } from "../../language/index.ts";
import type { Amount } from "./amount.ts";
import type { ClaimFigure, Evidence, JudgedFacet } from "./claim.ts";
import type { Interval } from "./interval.ts";
import type { NotedIssue } from "./noted-issue.ts";
import type { Said } from "./said.ts";

/** What a kind makes of its spec, before the verdict is put together. */
export interface Evaluation {
  /** In the figure's own unit: 0.34 for 34%. */
  readonly amount: Amount;
  readonly unit: ClaimFigure["unit"];
  /** Decimal places to which the figure is printed, in its own unit: 2 for a share printed as 34%. */
  readonly decimals: number;
  /** The 95% interval of the figure, in its own unit, where the claim asks for one and there is one. */
  readonly interval?: ConfidenceInterval | undefined;
  /** The control limits of the figure, in its own unit, where the claim asks for them and there are any. */
  readonly limits?: FigureLimits | undefined;
  /** Words for a figure, in the phrases of whatever language; called where there is one. */
  readonly words: (figure: ShownFigure, phrases: ClaimPhrases) => FigureWords;
  /** Words where there is something to say without an amount: the two counts of a change from zero. */
  readonly wordsWithout?: ((phrases: ClaimPhrases) => FigureWords) | undefined;
  /** What a stated number allows, in the figure's own unit; undefined where none is stated. */
  readonly allowed?: Interval | undefined;
  /** Where the data gives a figure, and not all that it takes to know it. */
  readonly leftOpen?: LeftOpen | undefined;
  readonly facets: readonly JudgedFacet[];
  readonly issues: readonly NotedIssue[];
  readonly evidence: readonly Evidence[];
  /** The measures read, the main one first. */
  readonly measures: readonly MeasureSpec[];
  /** What it is about: earliest first, and each once. */
  readonly periods: readonly Period[];
  readonly areas: readonly Category[];
  /** The area's own last period was asked for: it is printed beside the figure, since it is not that of other areas. */
  readonly ownPeriod: boolean;
}

/** Where a rate lies by chance alone: 95 and 99.8 in a hundred times. */
export interface FigureLimits {
  readonly inner: Bounds;
  readonly outer: Bounds;
}

/** A figure as it is printed: a value, or the bounds that rounding leaves it. */
export interface ShownFigure {
  readonly value: Rational | Bounds;
  /** The value is a multiple that it was rounded to, and coarser than it is printed. */
  readonly about: boolean;
}

/** What the data leaves open of a figure that it gives: a cell that a rank or a median would need, a year that is not over. */
export interface LeftOpen {
  /** All that the figure can be, in its own unit. */
  readonly possible: Interval;
  /** What the words allow of the direction, where they say one: "higher" is a ratio above 1. */
  readonly direction?: Interval | undefined;
  /** A sentence for a journalist. */
  readonly reason: Said;
}
