import type { MeasureSpec } from "../dataset/index.ts";
import type { Amount } from "./amount.ts";
import type { ClaimFigure, Evidence, Facet, Issue } from "./claim.ts";
import type { ClaimSpec } from "./claim-spec.ts";
import type { Rational } from "./rational.ts";
import type { SelectContext } from "./select.ts";

/** What a kind makes of its spec, before the verdict is put together. */
export interface Evaluation {
  /** In the figure's own unit: 0.34 for 34%. */
  readonly amount: Amount;
  readonly unit: ClaimFigure["unit"];
  /** Decimal places to which the figure is printed, in its own unit: 2 for a share printed as 34%. */
  readonly decimals: number;
  /** Words for a value; called for no other. */
  readonly words: (value: Rational) => FigureWords;
  /** Words where there is something to say without an amount: the two counts of a change from zero. */
  readonly wordsWithout?: FigureWords;
  readonly facets: readonly Facet[];
  readonly issues: readonly Issue[];
  readonly evidence: readonly Evidence[];
  /** The measures read, the main one first. */
  readonly measures: readonly MeasureSpec[];
  readonly period: string;
  readonly area: string;
}

export interface FigureWords {
  readonly value: string;
  readonly phrase: string;
  readonly change: string;
}

/** One kind of claim: a file in `kinds/` and a line in its registry. */
export interface ClaimKindRecord<Spec extends ClaimSpec> {
  readonly evaluate: (spec: Spec, context: SelectContext) => Evaluation;
}
