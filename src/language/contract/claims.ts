import type { Category, MeasureSpec, Period, UnitSpec } from "../../dataset/index.ts";
import type { Bounds } from "../numbers/bounds.ts";
import type { Direction, FoundDirection } from "../numbers/direction-of.ts";
import type { Rational } from "../numbers/rational.ts";

/** The verdicts of AVeriTeC, and `not-checkable` for what no dataset could decide. */
export type Verdict = "supported" | "refuted" | "not-enough-evidence" | "conflicting-evidence" | "not-checkable";

/** The words of one figure. */
export interface FigureWords {
  readonly value: string;
  readonly phrase: string;
  readonly change: string;
  /** The words without the figure. */
  readonly label: string;
  /** Of a change, the figure with its sign: `−44%`, `+9%`. Else the value. */
  readonly signed?: string;
  /** What is first to be said, as one sentence, where that is not the phrase. */
  readonly lead?: string;
}

/**
 * A figure as phrases take it, with the decimals that it is printed with: exact, or, where rounding leaves it open, the
 * least and the greatest that it can be, which have no more decimals than that.
 */
export interface Quantity {
  readonly value: Rational | Bounds;
  readonly decimals: number;
  /** The value is a multiple that it was rounded to: `about 80`. */
  readonly about?: boolean;
}

/** What is compared with what. */
export interface PeriodSpan {
  readonly from: Period;
  readonly to: Period;
}

/** In per cent, as a number, or in percentage points. */
export type ChangeMode = "relative" | "absolute" | "points";

/** A 95% confidence interval. */
export interface ConfidenceInterval extends Bounds {
  /** It covers all that the rounding of the figures leaves possible too. */
  readonly withRounding?: boolean;
}

/** What two periods' figures were tested for, where the claim asks for it. */
export interface Uncertainty {
  readonly significant: boolean;
  /** Of how many times the earlier figure the later one is; absent where it has no bounds. */
  readonly ratio?: ConfidenceInterval | undefined;
}

/** Many of a kind: the areas that are ranked. */
export interface Group {
  readonly size: number;
  /** What they are called in the plural: `police forces`; empty if the definition does not say. */
  readonly plural: string;
  /** Language of the plural; the dataset's where absent. */
  readonly lang?: string | undefined;
}

/** The figure that another is compared with. */
export type OtherSide =
  | { readonly kind: "median"; readonly group: Group }
  | {
      readonly kind: "cell";
      /** What sets it apart from the first. */
      readonly categories: readonly string[];
      readonly areas: readonly Category[];
      readonly periods: readonly Period[];
    };

/** Whose figure it is, and which: what sentences are about. */
export interface NamedMeasure {
  readonly measure: Pick<MeasureSpec, "label" | "statType" | "short" | "shortDefinite"> & {
    readonly unit: Pick<MeasureSpec["unit"], "lang">;
  };
  readonly areas: readonly Category[];
}

/** A figure of a period, as it was published. */
export interface DatedFigure {
  readonly value: Rational;
  /** The value is a multiple that it was rounded to. */
  readonly about: boolean;
  readonly period: Period;
}

/** How far two figures are apart: 0 to 1, or in percentage points; never nothing once it is rounded. */
export interface Distance {
  readonly size: Rational;
  readonly mode: "relative" | "points";
  readonly decimals: number;
}

/** A figure over the periods from one to another: what is said of it, all of which the figures show as they are printed. */
export interface TrendFacts extends NamedMeasure {
  readonly from: DatedFigure;
  readonly to: DatedFigure;
  /** Of the figures; shares are percentages. */
  readonly decimals: number;
  readonly isPercent: boolean;
  readonly direction: Direction;
  /** Both figures are the same. */
  readonly unchanged: boolean;
  /** So are all between them, of every period. */
  readonly isConstant: boolean;
  /** Absent where a percentage would mislead, or there is none. */
  readonly distance?: Distance | undefined;
  /** The last figure is less than half the first one, or more than so many times that: two to nine. */
  readonly multiple?: "half" | number | undefined;
  /** It went one way from each period to the next, at least three times. */
  readonly isSteady: boolean;
  /** The last figure is beyond all others, in the direction of the change; of so many periods. */
  readonly record?: { readonly extreme: "highest" | "lowest"; readonly periods: readonly Period[] } | undefined;
  /** The figures between the ends at which the course turned, far beyond both; earliest first. */
  readonly turns: readonly (DatedFigure & { readonly extreme: "highest" | "lowest" })[];
  /** Of a single turn: whether it went on in every period on the way to it, and on the way back, and how much of it is left. */
  readonly ways?:
    | { readonly out: boolean; readonly back: boolean; readonly multiple: TrendFacts["multiple"] }
    | undefined;
  /** How the change is spread over time, where that is told in a clause; where it turned, the largest step alone. */
  readonly pace?: TrendPace | undefined;
  /** What is worth a sentence more. */
  readonly more?: TrendRemark | undefined;
  /** What sets the change apart from those of others. */
  readonly beside?: (TrendBeside & { readonly group: Group }) | undefined;
}

/** A change among those of many. */
export type TrendBeside = {
  /** Which way it went itself. */
  readonly direction: "up" | "down";
  /** What the changes were compared as. */
  readonly mode: Distance["mode"];
} & (
  | {
      /** In so many of the group it went the other way. */
      readonly kind: "against";
      readonly count: number;
    }
  | {
      readonly kind: "rank";
      readonly position: number;
      /** Where all went one way, the smallest too. */
      readonly end: "largest" | "smallest";
    }
  /** It went further, or less far, than in two thirds of the group. */
  | { readonly kind: "most"; readonly degree: "more" | "less" }
  /** Beside the middle one of the changes, and how large that is, where it reads otherwise. */
  | { readonly kind: "median"; readonly relation: "more" | "less"; readonly distance: Distance }
  | { readonly kind: "median"; readonly relation: "same" }
);

export type TrendPace =
  /** More than half of the change came in the first third of the time, or more than two thirds in its first half. */
  | { readonly kind: "early"; readonly part: "half" | "two-thirds"; readonly from: Period; readonly to: Period }
  /** The same of its last third, or half. */
  | { readonly kind: "late"; readonly part: "half" | "two-thirds"; readonly since: Period }
  /** By far the largest step between two neighbours, whichever way; `isAgainst` where the whole change went the other way. */
  | {
      readonly kind: "largest";
      readonly from: DatedFigure;
      readonly to: DatedFigure;
      readonly direction: "up" | "down";
      readonly isAgainst: boolean;
      /** From one figure to the next, with years between them that none is of. */
      readonly isOfFigures: boolean;
    };

export type TrendRemark =
  /** Against the whole change, since the figure that is beyond all others. */
  | {
      readonly kind: "since";
      readonly direction: "up" | "down";
      readonly turn: DatedFigure & { readonly extreme: "highest" | "lowest" };
      /** In every period since. */
      readonly isSteady: boolean;
      readonly distance: Distance | undefined;
      /** More than twice or three times the turn, or less than half of it. */
      readonly multiple: TrendFacts["multiple"];
    }
  /** More than half of the change, between two neighbours. */
  | { readonly kind: "step"; readonly from: DatedFigure; readonly to: DatedFigure }
  /** The same way as the whole change in every period but one or two. */
  | {
      readonly kind: "except";
      readonly periods: readonly Period[];
      /** What it went to in the only one of them, where that is known to be the other way. */
      readonly otherWay: DatedFigure | undefined;
    }
  /** The same way as the whole change in every period since then. */
  | { readonly kind: "run"; readonly since: Period };

/** How far a figure is from the median of many. */
export interface FromMedian {
  readonly median: Rational;
  readonly relation: "higher" | "lower" | "equal";
  /** How far from the median: absent where that rounds to nothing, or a percentage would mislead. */
  readonly distance?: Distance | undefined;
  /** The distance is so small that a word says it better. */
  readonly isNear: boolean;
  /** The figure is at least twice the median: how many times; or less than half of it. */
  readonly multiple?: Rational | "half" | undefined;
}

/** Where one figure stands among many, by rank and by its distance to their median. */
export interface StandingFacts extends NamedMeasure, FromMedian {
  readonly period: Period | undefined;
  readonly group: Group;
  /** So many more have no figure, and are not ranked. */
  readonly withoutFigure?: number | undefined;
  readonly decimals: number;
  readonly isPercent: boolean;
  readonly rank: { readonly position: number; readonly order: "highest" | "lowest"; readonly tied: boolean };
  /**
   * One figure with more than a third of all, which tells more than a place; among the first of one end, with all that share its place in the
   * quarter of it, in the middle fifth, or between.
   */
  readonly zone: "shared" | "end" | "quarter" | "middle" | "between";
  /** So many have this figure, it among them. */
  readonly sharing: number;
  readonly value: Rational;
  readonly more?: StandingRemark | undefined;
}

export type StandingRemark =
  /** The rank was far from this one, nearer to the highest or to the lowest; counted from its own nearer end. */
  | {
      readonly kind: "moved";
      readonly isHigher: boolean;
      readonly rank: StandingFacts["rank"];
      readonly period: Period;
    }
  /** Its distance to the median of then was another one. */
  | ({ readonly kind: "then"; readonly period: Period } & FromMedian)
  /** The median changed, more or less than the figure or the other way. */
  | {
      readonly kind: "median";
      readonly from: Rational;
      readonly direction: "up" | "down";
      readonly distance: Distance;
      readonly relation: "more" | "less" | "against";
      readonly since: Period;
    };

/** One phrase a kind of claim. */
export interface ClaimPhrases {
  /** `274 offences`, with the interval of the count where it is asked for. */
  count(
    of: Quantity & {
      readonly unit: UnitSpec;
      readonly atLeast: boolean;
      readonly interval?: ConfidenceInterval | undefined;
    },
  ): FigureWords;
  /** `15.0 women per 100,000 women`, with the interval of the rate where it is asked for. */
  rate(
    of: Quantity & {
      readonly unit: UnitSpec;
      readonly per?: number | undefined;
      readonly population?: UnitSpec | undefined;
      readonly interval?: ConfidenceInterval | undefined;
    },
  ): FigureWords;
  /** `12.0 offences a day`. */
  overTime(of: Quantity & { readonly unit: UnitSpec; readonly per: "day" | "week" | "month" }): FigureWords;
  /** `34.0%`, of a share that was published as one; its label says of what. The value is 0 to 1, the decimals are of the per cent. */
  publishedShare(of: Quantity & { readonly label: string }): FigureWords;
  /** `21% of offences`. */
  share(of: {
    readonly value: Rational | Bounds;
    readonly unit: UnitSpec;
    readonly condition?: string | undefined;
  }): FigureWords;
  /**
   * `a 140% rise on the previous year`. The value is relative (0 to 1), a number, or percentage points; the direction is
   * that of the rounded value, and `unchanged` says that the two were the same before they were rounded. Between bounds
   * that are a rise and a fall, the direction is open.
   */
  change(
    of: Quantity &
      PeriodSpan & {
        readonly mode: ChangeMode;
        readonly direction: FoundDirection;
        readonly unchanged: boolean;
        readonly uncertainty?: Uncertainty;
      },
  ): FigureWords;
  /** `a rise from 14 to 22 on the previous year`. */
  counts(
    of: PeriodSpan & {
      readonly before: Rational | Bounds;
      readonly after: Rational | Bounds;
      /** Which of the two are multiples that they were rounded to. */
      readonly about?: { readonly before: boolean; readonly after: boolean };
      readonly direction: FoundDirection;
      readonly uncertainty?: Uncertainty | undefined;
    },
  ): FigureWords;
  /** `2.4 times the figure for 2017/18`. */
  ratio(of: Quantity & PeriodSpan & { readonly uncertainty?: Uncertainty }): FigureWords;
  /** `higher than in Kent`. The value is how many times the other it is; null where that cannot be said, or is not asked. */
  comparison(of: {
    readonly relation: "higher" | "lower" | "equal" | "times" | "open";
    readonly value: Rational | Bounds | null;
    /** How far the two are apart, to be said instead: `7.6 percentage points higher than in Kent`; of points, 7.6. */
    readonly gap?: {
      readonly value: Rational | Bounds;
      readonly decimals: number;
      readonly mode: "absolute" | "points";
    };
    readonly other: OtherSide;
  }): FigureWords;
  /** `15.0, the median of 42 police forces`; of shares, which measures hold as percentages: `15.8%, the median of 42 areas`. */
  median(of: Quantity & { readonly group: Group; readonly isPercent: boolean }): FigureWords;
  /** `the third highest of 42 police forces`. */
  rank(of: {
    /** From 1; the best and the worst that rounding leaves possible. */
    readonly position: number | { readonly low: number; readonly high: number };
    readonly order: "highest" | "lowest";
    /** `open`: rounding leaves it possible. */
    readonly tied: boolean | "open";
    readonly group: Group;
    /** Nobody asked for this end: a value alone says it too, `2nd lowest`, since another counts from the other end. */
    readonly namesEnd?: boolean;
  }): FigureWords;
  /** `the highest in these figures, which go back to 2014`; where the claim names a period, `the highest since 2014`. */
  record(
    of: Quantity & {
      readonly extreme: "highest" | "lowest";
      readonly holds: boolean | "open";
      /** An earlier figure is the same. */
      readonly tied: boolean;
      readonly since: Period | undefined;
      /** It is the first period that there are figures for. */
      readonly isFromStart: boolean;
      /** How many figures there are, where periods lie between them that have none: `the highest of 12 figures since 1952`. */
      readonly figures: number | undefined;
    },
  ): FigureWords;
  /** `rising`, `rose significantly`. */
  direction(of: Quantity & { readonly direction: FoundDirection; readonly significant: boolean }): FigureWords;
  /**
   * Sentences, but for the last full stop: `Kent's rate fell by 30%, from 29.3 in 2014 to 20.4 in 2022. It has risen by 17%
   * since its low of 17.4 in 2020`. The lead is the change and its turns: `Kent's rate fell by 30% from 2014 to 2022, but has
   * risen by 17% since its low in 2020`.
   */
  trend(of: TrendFacts): FigureWords;
  /** Sentences, but for the last full stop: `Kent's rate was 23% above the median of 16.6 in 2022, the 10th highest of 42 areas`. */
  standing(of: StandingFacts): FigureWords;
  /** For a claim that has no figure. Holds no digit. */
  absent: Readonly<Record<"suppressed" | "missing" | "conflict", FigureWords>>;
}
