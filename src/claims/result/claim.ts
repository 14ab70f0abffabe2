import type { Observation } from "../../dataset/index.ts";
import type { FacetId, Verdict } from "../../language/index.ts";
import type { ClaimKind, ClaimSpec } from "../spec/claim-spec.ts";
import type { IssueCode } from "./issue-codes.ts";
import type { Said } from "./said.ts";

export type { FacetId };

/** One side of a claim, judged by itself. */
export interface Facet {
  readonly id: FacetId;
  readonly verdict: Verdict;
  /** A sentence for a journalist, in the language of the claim's words. */
  readonly reason: string;
  /** The numbers behind the reason, where a stated number was judged. */
  readonly finding?: Finding;
}

/** A facet before it is put into words. */
export interface JudgedFacet extends Omit<Facet, "reason"> {
  readonly reason: Said;
}

/** What a stated number was judged on, in the figure's own unit: 0.34 for 34%. */
export interface Finding {
  readonly unit: "number" | "percent" | "percentage-points" | "times";
  /** What the words allow. */
  readonly stated: StatedRange;
  /** What the figures give: one value, several where publications disagree, none where it is hidden or missing. */
  readonly found: readonly number[];
  /** What would have to be so for the words to hold. */
  readonly required?: RequiredRange;
}

/** An interval; a null end is none. */
export interface StatedRange {
  readonly low: number | null;
  readonly high: number | null;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
}

/** Whole numbers from `first` to `last`, both included; a null `last` is no limit. */
export interface RequiredRange {
  /** The count that a change started from, or the base of a share. */
  readonly of: "previous" | "base";
  readonly first: number;
  readonly last: number | null;
}

/** Something a reader should know, whatever the verdict. */
export interface Issue {
  readonly code: IssueCode;
  readonly message: string;
}

/** One cell that a claim rests on. */
export interface Evidence {
  readonly dataset: string;
  readonly observation: Observation;
  /** What the cell was used as, e.g. `from`, `to`, `part`, `whole`, `of`, `among`. */
  readonly role: string;
}

/** The figure of a claim. */
export interface ClaimFigure {
  /**
   * The value, unrounded as far as a double holds it. In the figure's own unit: 0.34 is a share of 34%. Null where it comes
   * from rounded figures that leave more than one value to print: the text is then the range of `bounds`.
   */
  readonly value: number | null;
  /** The value as printed: rounded half up. What charts draw, so that they agree with the words. Null where it is a range. */
  readonly rounded: number | null;
  readonly unit: "number" | "percent" | "percentage-points" | "times" | "position";
  /** The value as printed, with its unit: `274`, `140%`, `2.4 times`, `3rd`. */
  readonly text: string;
  /**
   * The least and the greatest that the true figure can be, both included, where it was rounded, or is worked out from what
   * was: rounded outwards to the digits that are printed. Absent where all of that prints alike.
   */
  readonly bounds?: { readonly low: number; readonly high: number };
  /** The 95% confidence interval of a count or a rate that asks for its `uncertainty`, rounded as the value is. */
  readonly interval?: { readonly low: number; readonly high: number };
  /**
   * Control limits of a rate that is set against that of all areas (`overall`), with two decimals more than it is printed with, each on the side of
   * `rounded` that it is on of `value`: between `low` and `high` it
   * lies 95 times in a hundred, between `outerLow` and `outerHigh` 99.8 times, if that rate holds for it and chance alone moves it.
   */
  readonly limits?: {
    readonly low: number;
    readonly high: number;
    readonly outerLow: number;
    readonly outerHigh: number;
  };
}

/**
 * A claim in words. None of them holds a digit when the claim has no figure; they then say that it is not shown, or not
 * available, with the marker `[c]` or `[x]`.
 */
export interface ClaimWords {
  /** To follow a verb or stand in a list: `274 offences`, `a 140% rise on the previous year`. */
  readonly phrase: string;
  /** The figure alone: `274`, `140%`, `[c]`. */
  readonly value: string;
  /** Of a change, the figure with its sign, for a column of changes: `−44%`, `+9%`. Else the value. */
  readonly signed: string;
  /** The phrase to begin a sentence: with a capital, and in words where the number style wants no numeral first. */
  readonly sentence: string;
  /** A verb phrase for claims of change and direction: `rose by 140%`, `fell from 22 to 14`, `did not change`. Else the phrase. */
  readonly change: string;
  /** Of a claim that is worded in sentences, such as a trend: the first thing to say, as one sentence. Else `sentence`. */
  readonly lead: string;
  /** Whose figure, and which: `Kent's rate`, by the short name of its measure; `the rate` of a claim that is of no one area. */
  readonly measure: string;
  /** When: `in 2018/19`; of two periods `from 2017/18 to 2018/19`. Empty for statements. */
  readonly when: string;
  /** The phrase without its figure, to stand below the figure in large: `rise on the previous year`. */
  readonly label: string;
  /** The period or periods that the claim is about: `2018/19`, `2017/18 to 2018/19`. Empty for statements. */
  readonly period: string;
  /** The area or areas that the claim is about, by label. */
  readonly area: string;
  /** The same with a preposition: `in Kent`, `in the UK`. Empty for a claim that is of no one area, such as a median. */
  readonly place: string;
  /** Where the figure comes from, for a note: source, publisher, date of publication, caveats. */
  readonly note: string;
}

/** A claim as evaluated. */
export interface Claim {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly spec: ClaimSpec;
  readonly verdict: Verdict;
  readonly facets: readonly Facet[];
  readonly issues: readonly Issue[];
  /** Null where the figure is hidden, missing, or in conflict, where there are only counts to give, and for statements. */
  readonly figure: ClaimFigure | null;
  /** Why there is no figure; null where there is one, or words do without, and for statements. */
  readonly absence: "suppressed" | "missing" | "conflict" | null;
  readonly words: ClaimWords;
  /** It is of the area's own last period (`latest-available`), which stands beside the figure; it is not ranked or drawn. */
  readonly ownPeriod: boolean;
  readonly evidence: readonly Evidence[];
  /** Ids of the sources of the evidence, each once, in the order of the evidence. */
  readonly sources: readonly string[];
}
