import type { PlainSelector } from "../../dataset/index.ts";
import type { Hedge, StatedUnit } from "../../language/index.ts";

export type { Hedge, StatedUnit } from "../../language/index.ts";

/**
 * What a user asks for, or somebody said: plain data, one type a kind. The builders make these with the ids checked by
 * the compiler; claims.json holds them as they are.
 */
export type ClaimSpec =
  | CountSpec
  | RateSpec
  | ChangeSpec
  | ShareSpec
  | ComparisonSpec
  | MedianSpec
  | RankSpec
  | RecordSpec
  | DirectionSpec
  | TrendSpec
  | StandingSpec
  | StatementSpec;

/** The kinds of claims: `count`, `change`, `rank` and so on, each of which has a builder of its name. */
export type ClaimKind = ClaimSpec["kind"];

/** What somebody says the figure is, to be judged: a number with its unit and hedge, or a direction alone. */
export interface StatedSpec {
  /**
   * The number in the stated unit: 140 for 140%, 0.2 for a fifth; of changes, negative for a fall, whose hedge is then of
   * its size: at least -30 is a fall of 30 or more. Of comparisons with the relation `higher` or `lower`, 200 per cent is
   * that much higher: three times as high. Absent: the claim states a direction or a record only.
   */
  readonly value?: number;
  /** Default: the unit that the kind of claim computes. */
  readonly unit?: StatedUnit;
  /** The rounding step of the number: 1 for 140%, 10 if it is to the nearest ten. Default: 1, or the last decimal place. */
  readonly step?: number;
  readonly hedge?: Hedge;
  /** What the words count, where it is not what the measure counts: children, where the figures are offences. */
  readonly counted?: string;
}

interface ClaimSpecBase {
  /** The words of the claim, as somebody made it. Absent for derived claims. */
  readonly text?: string;
  readonly attribution?: { readonly who: string; readonly role?: string };
  readonly caveats?: readonly string[];
  /** Present: somebody's number, to be checked. Absent: to be computed. */
  readonly stated?: StatedSpec;
}

interface DatasetClaimBase extends ClaimSpecBase {
  readonly dataset: string;
}

/** A number of cases: one cell, or the sum of several where that is sound. */
export interface CountSpec extends DatasetClaimBase {
  readonly kind: "count";
  readonly of: PlainSelector;
  /** Say the 95% confidence interval of the count (`countInterval`). */
  readonly uncertainty?: boolean;
}

/** A measure of rates as it was published, or a count divided: by the days of its period, or by a population. */
export interface RateSpec extends DatasetClaimBase {
  readonly kind: "rate";
  readonly of: PlainSelector;
  /** Who could have been a case: a count, of this dataset or another. */
  readonly population?: PlainSelector;
  /** `day` and the like: a count over time. A number: cases per so many of the population; default 100,000. */
  readonly per?: "day" | "week" | "month" | number;
  /** With a population: say the 95% confidence interval of the rate, from that of its count. */
  readonly uncertainty?: boolean;
  /** With a population: where the rate would lie if that of all of them held for it too, and chance alone moved it (`ClaimFigure.limits`). */
  readonly overall?: OverallSpec;
}

/** The cases and the population of all areas together. */
export interface OverallSpec {
  readonly of: PlainSelector;
  readonly population: PlainSelector;
}

/** From one period to another. `previous` is the period of the same length just before `to`, or the one before among those that a measure has figures for at even distances. */
export interface ChangeSpec extends DatasetClaimBase {
  readonly kind: "change";
  readonly of: PlainSelector;
  /** Given, what changes is the share that `of` is of it. */
  readonly whole?: PlainSelector;
  readonly from: string;
  readonly to: string;
  /**
   * `relative`: per cent; `absolute`: a number; `points`: percentage points, of shares; `ratio`: times. Default
   * `relative`; of shares, and with `whole`, `points`.
   */
  readonly mode?: "relative" | "absolute" | "points" | "ratio";
  /**
   * Of counts: say how sure the change is. "Significant" only where p < 0.05 (exact conditional test), with the 95%
   * confidence interval in words.
   */
  readonly uncertainty?: boolean;
}

export interface ShareSpec extends DatasetClaimBase {
  readonly kind: "share";
  readonly part: PlainSelector;
  readonly whole: PlainSelector;
  /** Says of which cases it is a share, where it is not all of them: `where the method was recorded`. */
  readonly condition?: string;
  /**
   * Another base that could have been meant: tried where a stated share does not fit `whole`, and the upper limit of
   * the bases where `whole` has no figure.
   */
  readonly otherWhole?: PlainSelector;
}

/**
 * One figure beside another. What is stated of it is a ratio in `times`; a part of the right figure in `percent` or
 * `fraction`; or how far they are apart in `number` or, of shares, `percentage-points`: then that is the figure.
 */
export interface ComparisonSpec extends DatasetClaimBase {
  readonly kind: "comparison";
  readonly left: PlainSelector;
  readonly right: PlainSelector | { readonly median: PlainSelector; readonly among: AmongSpec };
  readonly relation?: "higher" | "lower" | "equal" | "times";
}

/** The middle of the categories of a dimension, each with one figure; the mean of the two middle ones where their number is even. */
export interface MedianSpec extends DatasetClaimBase {
  readonly kind: "median";
  /** The cells, but for the dimension in `among`. */
  readonly of: PlainSelector;
  readonly among: AmongSpec;
}

/** The categories of one dimension. Default: all that are nobody's parent, so that forces are not set beside countries. */
export interface AmongSpec {
  readonly dimension: string;
  readonly categories?: readonly string[];
}

export interface RankSpec extends DatasetClaimBase {
  readonly kind: "rank";
  /** Of one category of `among`. */
  readonly of: PlainSelector;
  readonly among: AmongSpec;
  /** From which end to count. Default: the nearer one, so that `40th highest of 42` is said as `third lowest of 42`. */
  readonly order?: "highest" | "lowest";
}

export interface RecordSpec extends DatasetClaimBase {
  readonly kind: "record";
  /** Its period is the one said to be the record. */
  readonly of: PlainSelector;
  readonly extreme: "highest" | "lowest";
  /**
   * First period of the comparison. Default: the first that the data holds. What somebody states is not refuted by the figure of
   * that period itself: "the lowest since 2017" is what one says where 2017 was lower.
   */
  readonly since?: string;
  /** The words count that period in: "since records began in 1926". */
  readonly includesSince?: boolean;
  /**
   * The words say that it is beyond all earlier ones: "a new record", "more than ever". Without, one that equals an earlier
   * one is "the highest" too, and `tied-record` says so.
   */
  readonly surpassing?: boolean;
}

export interface DirectionSpec extends DatasetClaimBase {
  readonly kind: "direction";
  readonly of: PlainSelector;
  readonly from: string;
  readonly to: string;
  readonly direction?: "up" | "down" | "flat";
  /** The claim says more than a direction: `significantly` is tested, `steeply` and the like have no definition. */
  readonly degree?: string;
}

/** How a figure went, in sentences: from, to, and what turned between them. It is derived: nothing is stated of it. */
export interface TrendSpec extends DatasetClaimBase {
  readonly kind: "trend";
  readonly stated?: never;
  /** One place, without its period. */
  readonly of: PlainSelector;
  readonly from: string;
  readonly to: string;
  /** Others, of which it is one: what most of them did is no news of this one, and how it differs from them is. */
  readonly among?: AmongSpec;
}

/** Where a figure stands among others, in sentences: rank, distance to the median. It is derived: nothing is stated of it. */
export interface StandingSpec extends DatasetClaimBase {
  readonly kind: "standing";
  readonly stated?: never;
  /** Of one category of `among`. */
  readonly of: PlainSelector;
  readonly among: AmongSpec;
  /** An earlier period to compare the place with. */
  readonly since?: string;
}

/** Somebody's words that no dataset decides. */
export interface StatementSpec extends ClaimSpecBase {
  readonly kind: "statement";
  readonly text: string;
  /** It states no number. */
  readonly stated?: never;
  readonly form?: "paraphrase" | "quotation";
  /** Ids of claims within the statement. */
  readonly contains?: readonly string[];
}
