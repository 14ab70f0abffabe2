import type { StatedUnit } from "../claim-spec.ts";
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
    | { readonly kind: "record"; readonly extreme: "highest" | "lowest" }
    /** Without a number: "every day". */
    | { readonly kind: "every"; readonly per: "day" | "week" | "month" }
  );

export interface Quantity extends TextSpan {
  readonly kind: "quantity";
  readonly value: number;
  readonly unit: StatedUnit;
  /** Absent: the step that the stated number has by itself. */
  readonly step?: number;
  readonly inWords: boolean;
  /** `doubled`: the verb and the number in one; it is a change. */
  readonly isVerb?: boolean;
  /** Of a rate, cases per how many: 100,000; `head` and the like are 1. */
  readonly population?: number;
  /** Of a rate, the words that name its population: `children` in `52.7 per 100,000 children`. */
  readonly whom?: TextSpan;
  /** `12 a day`. */
  readonly per?: "day" | "week" | "month";
}

/** A time as the words give it. */
export type PeriodReading =
  /** Labels that `parsePeriod` reads. Several: the words may mean any of them. */
  | { readonly kind: "named"; readonly labels: readonly [string, ...string[]] }
  /** `the year before`: the period just before one that is named. */
  | { readonly kind: "previous" }
  /** `last year`, `over two years`: which ones, the text does not say. */
  | { readonly kind: "vague" };

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
