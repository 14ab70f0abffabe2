import type { StatedUnit } from "../claims/index.ts";
import type { TextSpan, UnreadKind } from "./extraction.ts";

/** Something in the text that a family of patterns recognised. */
export type Mention = TextSpan &
  (
    | { readonly kind: "not-a-statistic"; readonly what: UnreadKind }
    /** It may count something, and cannot be put as one stated number. */
    | { readonly kind: "not-understood"; readonly what: UnreadKind }
    | { readonly kind: "period"; readonly period: PeriodReading }
    | Quantity
    | { readonly kind: "rank"; readonly position: number; readonly order: "highest" | "lowest" }
    /** `the worst figure since`: no `extreme`, where the words do not say which end is the worse one. */
    | {
        readonly kind: "record";
        readonly extreme?: "highest" | "lowest" | undefined;
        readonly isSinceOpen: boolean;
        /** `a new record`, `more than ever`: beyond all earlier ones, not level with one. */
        readonly surpassing: boolean;
      }
    /** `per 100,000` where no number stands before it: what rates after it are of. */
    | { readonly kind: "rate base"; readonly population: number }
    /** Without a number: "every day". */
    | { readonly kind: "every"; readonly per: "day" | "week" | "month" }
  );

export interface Quantity extends TextSpan {
  readonly kind: "quantity";
  readonly value: number;
  readonly unit: StatedUnit;
  /** Absent: the step that the stated number has by itself. */
  readonly step?: number | undefined;
  readonly inWords: boolean;
  /** `doubled`: the verb and the number in one; it is a change. */
  readonly isVerb?: boolean | undefined;
  /** Of a rate, cases per how many: 100,000; `head` and the like are 1. */
  readonly population?: number | undefined;
  /** Of a rate, the words that name its population: `children` in `52.7 per 100,000 children`. */
  readonly whom?: TextSpan | undefined;
  /** Which way it went, where a sign says so: `−0.3%`. */
  readonly direction?: "up" | "down" | undefined;
  /** `12 a day`. */
  readonly per?: "day" | "week" | "month";
}

/** A time as the words give it. */
export type PeriodReading =
  /**
   * Labels that `parsePeriod` reads. Several: the words may mean any of them. `ends` of `between 2010 and 2018`: a change
   * is from the one to the other.
   */
  | {
      readonly kind: "named";
      readonly labels: readonly [string, ...string[]];
      readonly ends?: { readonly from: string; readonly to: string };
    }
  /** `the year before`, `the previous quarter`: so long before a period that is named. */
  | { readonly kind: "previous"; readonly unit: PreviousUnit }
  /** `last year`, `over two years`: which ones, the text does not say. */
  | { readonly kind: "vague" };

/** How far back `the previous …` goes; `period` is as long as the one that it is before. */
export type PreviousUnit = "year" | "quarter" | "month" | "week" | "period";

/** One family of patterns: a file in `families/` and a line in its registry. */
export interface Family {
  /** With the flags `giu` (and `m` where lines matter); each match is one mention, or none. */
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, text: string) => Mention | undefined;
}

/** The span of a match, or of one of its named groups. */
export function spanOf(match: RegExpExecArray): TextSpan {
  return { start: match.index, end: match.index + match[0].length };
}
