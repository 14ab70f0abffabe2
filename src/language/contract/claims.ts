import type { Category, Period, UnitSpec } from "../../dataset/index.ts";
import type { Bounds } from "../numbers/bounds.ts";
import type { FoundDirection } from "../numbers/direction-of.ts";
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
  readonly ratio?: ConfidenceInterval;
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
    },
  ): FigureWords;
  /** `rising`, `rose significantly`. */
  direction(of: Quantity & { readonly direction: FoundDirection; readonly significant: boolean }): FigureWords;
  /** For a claim that has no figure. Holds no digit. */
  absent: Readonly<Record<"suppressed" | "missing" | "conflict", FigureWords>>;
}
