import type { Period, UnitSpec } from "../../dataset/index.ts";
import type { Bounds } from "../numbers/bounds.ts";
import type { Direction } from "../numbers/direction-of.ts";
import type { Rational } from "../numbers/rational.ts";
import type { Verdict } from "./claims.ts";
import type { CellCoordinates } from "./names.ts";

/** A side of a claim that is judged by itself, so that a right number of the wrong year is told from a wrong number. */
export type FacetId = "value" | "unit" | "area" | "period" | "denominator" | "vintage" | "direction";

/** How reasons print a figure; percentages and percentage points are given as parts: 0.34. */
export interface ReasonFormat {
  readonly unit: "number" | "percent" | "percentage-points" | "times" | "position";
  readonly decimals: number;
  /** It is a distance, whose sign is said in words (`20% lower`): also of none, or of unequal figures only. */
  readonly relation?: "always" | "unequal" | undefined;
}

/** What the figures give: values, of which publications disagree where there are several; what rounding leaves; nothing certain. */
export type FoundFigures = readonly Rational[] | Bounds | "uncertain";

/** Fractions that people say, by their English names. */
export type SpokenFractionName =
  | "tenth"
  | "fifth"
  | "quarter"
  | "third"
  | "two-fifths"
  | "half"
  | "three-fifths"
  | "two-thirds"
  | "three-quarters"
  | "four-fifths"
  | "nine-tenths";

/**
 * A stated number is an interval: how round it is says how wide `about` and `nearly` are, and a bound on a change keeps its
 * direction. `statedInterval` has the rule.
 */
export type Hedge =
  | "none"
  | "about"
  | "nearly"
  | "just-over"
  | "more-than"
  | "well-over"
  | "at-least"
  | "less-than"
  | "well-under"
  | "at-most";

export type StatedUnit = "number" | "percent" | "percentage-points" | "times" | "fraction";

/** A number as somebody stated it. */
export interface StatedWords {
  /** In the stated unit: 34 for 34%. */
  readonly value: number;
  readonly decimals: number;
  readonly unit: StatedUnit;
  readonly hedge: Hedge;
  /** Of a fraction that people say. */
  readonly fraction?: SpokenFractionName | undefined;
  readonly relation?: "higher" | "lower" | undefined;
}

interface DatedFigures {
  readonly figures: FoundFigures;
  readonly format: ReasonFormat;
  readonly periods: readonly Period[];
}

interface CountedOf {
  readonly value: Rational;
  readonly unit: UnitSpec;
}

/** What a figure was worked out from: `from 114 in 2017/18 to 274 in 2018/19`. */
export type Working =
  | { readonly kind: "change"; readonly from: DatedFigures; readonly to: DatedFigures }
  | { readonly kind: "share"; readonly part: Rational; readonly whole: Rational }
  | { readonly kind: "rate"; readonly cases: CountedOf; readonly population: CountedOf };

/** What was found, to be said after what it was worked out from. */
interface Found {
  readonly working?: Working | undefined;
  /** The figures, as `figures` writes them. */
  readonly shown: string;
}

/** Reasons that name nothing. */
export type PlainReason =
  | "no-result"
  | "too-many-disputed"
  | "change-from-zero"
  | "no-percentage-of-change"
  | "end-not-in-full"
  | "end-is-range"
  | "too-near-for-order"
  | "publications-disagree-on-order"
  | "share-of-nothing"
  | "times-zero"
  | "part-has-no-rate"
  | "rate-of-nobody"
  | "nothing-for-median"
  | "one-has-no-median"
  | "one-has-no-rank"
  | "disputed-rank"
  | "too-near-to-rank"
  | "standing-not-exact"
  | "statement-without-figure"
  | "statement"
  | "as-given"
  | "no-earlier-period"
  | "not-of-rates"
  | "not-without-both"
  | "significance-of-rounded"
  | "two-periods"
  | "at-least-dropped"
  | "base-not-published"
  | "part-of-period"
  | "areas-incomplete";

/** Whole numbers from one to another, both included; without a last, no limit. */
export interface WholeNumbers {
  readonly first: number;
  readonly last?: number | undefined;
}

/**
 * Why a verdict is what it is, in sentences for readers, each with its stop. What is asked for as a text is the language's own: a figure, a
 * stated number, a claim's number and name.
 */
export interface ReasonWords {
  readonly plain: Readonly<Record<PlainReason, string>>;
  figure(value: Rational, format: ReasonFormat): string;
  /** `80`; `1.9 to 3.2`, where rounding leaves it open; `64 or 175`, where publications disagree. Empty where there is none. */
  figures(found: FoundFigures, format: ReasonFormat): string;
  /** `140%`, `nearly 4,400`, `a fifth`, `200% higher`. */
  stated(of: StatedWords): string;
  /** A time that a claim names, and as the data reads it, where it does. */
  time(name: string, period: Period | undefined): string;
  /** Several names or figures, all of which are meant, or one of which is. */
  all(items: readonly string[]): string;
  either(items: readonly string[]): string;

  /** Of a derived claim. */
  gives(of: Found): string;
  disagree(of: Found): string;
  conflict(shown: string): string;
  atLeastOnly(of: Found): string;
  roundedOnly(of: Found): string;
  agrees(of: Found & { readonly stated: string }): string;
  differs(of: Found & { readonly stated: string }): string;
  /** Some publications have what the claim says, and others do not. */
  divided(of: { readonly working?: Working | undefined; readonly fits: string; readonly fitsNot: string }): string;
  /** A hedge that holds, and is far from the figure: which is much more than is said, or much less. */
  tooWide(of: { readonly stated: string; readonly shown: string; readonly figureIs: "more" | "less" }): string;
  /** Counts that are given in place of a change. */
  course(working: Working): string;
  notOfThese(of: { readonly counted: string; readonly unit: UnitSpec }): string;

  hidden(coordinates: CellCoordinates): string;
  absent(coordinates: CellCoordinates): string;
  partOnly(name: string): string;
  overlapping(dimension: string): string;
  lowerBounds(names: readonly string[]): string;
  othersWithoutFigure(count: number): string;

  otherArea(of: {
    readonly claimed: string;
    readonly area: string;
    readonly figure: string;
    /** `holds` the claimed area, or is `part` of it. */
    readonly relation: "holds" | "part";
    readonly claimedHasFigure: boolean;
  }): string;
  otherPeriod(of: { readonly claimed: Period; readonly other: Period; readonly figure: string }): string;
  unknownPeriod(of: {
    readonly claimed: Period;
    readonly touching: readonly Period[];
    readonly fitting: readonly Period[];
  }): string;

  /** From one share to another: in percentage points, and in proportion. */
  pointsAndPercent(of: SharesMoved): string;
  /** The same, with what somebody stated of it, which is the number of the other unit. */
  takenForOther(of: SharesMoved & { readonly stated: string; readonly meant: "percentage-points" | "percent" }): string;

  /** The one whole number, or those, that a stated change would have to start from. */
  startOnly(of: { readonly start: number; readonly now: Rational }): string;
  startNeeded(of: WholeNumbers & { readonly now: Rational }): string;
  changeOfFew(limit: number): string;
  timesFew(limit: number): string;
  shareOfFew(limit: number): string;
  rateOfFew(limit: number): string;
  otherBase(of: {
    readonly base: Rational;
    readonly unit: UnitSpec;
    readonly part: Rational;
    readonly share: Rational;
  }): string;
  baseNeeded(of: {
    readonly part: Rational;
    readonly unit: UnitSpec;
    readonly stated: string;
    readonly needed: WholeNumbers;
    readonly not?: Rational | undefined;
    /** The label of a measure that may have been meant. */
    readonly meant?: string | undefined;
  }): string;
  noBaseUpTo(limit: Rational): string;
  basesUpTo(of: {
    readonly portion: "any" | "almost-any" | "most" | "some";
    readonly first: number;
    readonly limit: Rational;
  }): string;

  higherOrLower(of: {
    readonly found: "higher" | "lower" | "equal";
    readonly stated: "higher" | "lower" | "equal";
  }): string;
  direction(of: {
    readonly found: Direction | "open" | "disputed" | "disputed-against";
    readonly against: boolean;
    readonly from: DatedFigures;
    readonly to: DatedFigures;
  }): string;
  byChance(probability: Rational): string;
  degreeUndefined(degree: string): string;

  fewPeriods(count: number): string;
  recordUndecided(period: Period | undefined): string;
  recordNotInFull(period: Period | undefined): string;
  recordDisputed(period: Period | undefined): string;
  noRecord(of: {
    readonly extreme: "highest" | "lowest";
    readonly earlier: { readonly figure: string; readonly period: Period | undefined };
    readonly own: { readonly figure: string; readonly period: Period | undefined };
  }): string;
  isRecord(of: {
    readonly extreme: "highest" | "lowest";
    readonly figure: string;
    readonly period: Period | undefined;
    readonly since: string;
    readonly tied: readonly (Period | undefined)[];
    /** How many figures there are, where periods lie between them that have none. */
    readonly figures: number | undefined;
  }): string;

  readonly together: TogetherWords;
  readonly article: ArticleWords;
  readonly table: VerdictTableWords;
}

/** A change of shares, which are percentages: 34. */
interface SharesMoved {
  readonly from: Rational;
  readonly to: Rational;
  /** Parts: 0.14 for 14 percentage points. */
  readonly points: Rational;
  readonly relative: Rational;
}

/** What stated numbers leave possible; an end that is absent has no limit. */
export interface OpenBounds {
  readonly low: Rational | null;
  readonly high: Rational | null;
}

/** How the claims of one article stand to each other. Claims are texts: `274 (c4)`, or the name alone. */
export interface TogetherWords {
  /** A claim's number and its name. */
  named(said: string, name: string): string;
  /** `35.9%`, `33.3% to 38.1%`, `20.0% or more`. */
  interval(bounds: OpenBounds, unit: "percent" | "percentage-points" | "times" | "number"): string;
  sameThing(first: string, second: string): string;
  sameNumber(of: {
    readonly said: string;
    readonly areas: readonly [{ area: string; name: string }, { area: string; name: string }];
  }): string;
  changeOfShare(of: { readonly change: string; readonly from: string; readonly to: string }): string;
  changeOfCounts(of: {
    readonly change: string;
    readonly from: string;
    readonly to: string;
    readonly found: string;
    readonly agrees: boolean;
  }): string;
  noCountBefore(of: { readonly change: string; readonly to: string }): string;
  countBefore(of: WholeNumbers & { readonly change: string; readonly to: string; readonly period: string }): string;
  changeOfShares(of: {
    readonly change: string;
    readonly from: string;
    readonly to: string;
    readonly points: string;
    readonly relative: string;
    /** `swapped`: per cent and percentage points are taken for each other. */
    readonly verdict: "agrees" | "differs" | "swapped";
  }): string;
  comparisonOfCounts(of: { readonly claim: string; readonly left: string; readonly right: string }): string;
  comparisonSwapped(of: {
    readonly claim: string;
    readonly left: string;
    readonly right: string;
    readonly points: string;
    readonly times: string;
  }): string;
  comparison(of: {
    readonly claim: string;
    readonly left: string;
    readonly right: string;
    readonly found: string;
    readonly agrees: boolean;
  }): string;
  order(of: {
    readonly name: string;
    readonly left: string;
    readonly right: string;
    readonly found: "higher" | "lower";
    readonly said: "higher" | "lower" | "equal";
  }): string;
  direction(of: {
    readonly name: string;
    readonly others: readonly string[];
    readonly found: "up" | "down";
    readonly said: Direction;
  }): string;
  record(of: { readonly name: string; readonly now: string; readonly before: string; readonly period: string }): string;
  shareOfCounts(of: {
    readonly share: string;
    readonly part: string;
    readonly whole: string;
    readonly found: string;
    readonly agrees: boolean;
    /** The bases that would do. */
    readonly needed?: WholeNumbers | undefined;
  }): string;
  noBase(of: { readonly part: string; readonly share: string }): string;
  baseNeeded(of: { readonly part: string; readonly share: string; readonly needed: WholeNumbers }): string;
  moreThanAll(shares: readonly string[]): string;
}

/** A part that every claim of a kind has, and the words of an article may not say. */
export type ClaimPart =
  | "dataset"
  | "measure"
  | "area"
  | "period"
  | "from"
  | "to"
  | "whole"
  | "right"
  | "population"
  | "among"
  | "extreme"
  | "since";

/** What the words of an article do not say of a claim. */
export type UnsaidPart = ClaimPart | "cells" | { readonly category: string };

/** The page of a checked article. */
export interface ArticleWords {
  /** A claim by its number in the text: `claim 3`. */
  claim(number: number): string;
  /** Words that were not checked, and what to ask for. */
  notChecked(of: { readonly text: string; readonly unsaid: readonly UnsaidPart[] }): string;
}

/** The table of verdicts that a terminal prints. */
export interface VerdictTableWords {
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly facets: Readonly<Record<FacetId, string>>;
  readonly findings: Readonly<Record<"consistent" | "doubtful" | "inconsistent", string>>;
  readonly together: string;
  /** Something to know besides, by its code. */
  note(code: string): string;
  readonly evidence: string;
  /** What a cell was used as: `from`, `other whole`. */
  role(role: string): string;
  /** A cell that shows no value. */
  state(state: string): string;
  more(count: number): string;
  total(of: { readonly claims: number; readonly verdicts: readonly { verdict: Verdict; count: number }[] }): string;
}
