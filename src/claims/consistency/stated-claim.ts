import type { Interval } from "../result/interval.ts";
import type { Said } from "../result/said.ts";
import type { ChangeSpec, ClaimSpec, RecordSpec } from "../spec/claim-spec.ts";

/** A point in time as claims name it; two names of one span have one id. */
export interface StatedPeriod {
  readonly id: string;
  /** As the claim names it, in the words of whatever language. */
  readonly name: Said;
  /** ISO days, as the claim's dataset reads the name; absent where it names no time, or several. */
  readonly start?: string;
  readonly endExclusive?: string;
}

/** What a claim is about, but for its time. Two claims of one subject have one key. */
export interface Subject {
  readonly key: string;
  readonly dataset: string;
  readonly measure: string;
  /** What is chosen in each dimension but time, the dimensions in order. */
  readonly choices: readonly (readonly [dimension: string, choice: string | readonly string[]])[];
  /** As a sentence has it: `Thames Valley`. */
  readonly label: string;
}

interface StatedBase {
  readonly id: string;
  readonly spec: ClaimSpec;
  /** The stated number in words: `140%`; absent of a claim that states none. */
  readonly said?: Said | undefined;
}

/** What a claim says, without its dataset. */
export type StatedClaim =
  | StatedCount
  | StatedChange
  | StatedShare
  | (StatedBase & {
      readonly kind: "direction";
      readonly subject: Subject;
      readonly from: StatedPeriod;
      readonly to: StatedPeriod;
      readonly direction: "up" | "down" | "flat";
    })
  | (StatedBase & {
      readonly kind: "record";
      readonly subject: Subject;
      readonly period: StatedPeriod;
      readonly extreme: RecordSpec["extreme"];
    })
  | StatedComparison;

export interface StatedCount extends StatedBase {
  readonly kind: "count";
  readonly subject: Subject;
  readonly period: StatedPeriod;
  readonly interval: Interval;
}

export interface StatedChange extends StatedBase {
  readonly kind: "change";
  readonly subject: Subject;
  /** Of what the subject is a share, where the change is of a share. */
  readonly whole?: Subject | undefined;
  readonly from: StatedPeriod;
  readonly to: StatedPeriod;
  readonly mode: NonNullable<ChangeSpec["mode"]>;
  readonly interval: Interval;
}

export interface StatedShare extends StatedBase {
  readonly kind: "share";
  readonly part: Subject;
  readonly whole: Subject;
  readonly period: StatedPeriod;
  readonly interval: Interval;
}

export interface StatedComparison extends StatedBase {
  readonly kind: "comparison";
  readonly left: Subject & { readonly period: StatedPeriod };
  readonly right: Subject & { readonly period: StatedPeriod };
  readonly relation?: "higher" | "lower" | "equal" | undefined;
  readonly interval?: Interval;
  /** What `interval` is of: left by right, or how far left lies above right, in numbers or in percentage points. */
  readonly of: "ratio" | "absolute" | "points";
  /** `a gap of 7.6 points`: how far, and not which is higher. */
  readonly isUnsigned: boolean;
}

/** The claims of one kind. */
export const ofKind = <K extends StatedClaim["kind"]>(
  claims: readonly StatedClaim[],
  kind: K,
): readonly Extract<StatedClaim, { kind: K }>[] =>
  claims.filter((claim): claim is Extract<StatedClaim, { kind: K }> => claim.kind === kind);

/** The shares that an article states of one part in one period, whatever they are of. */
export const sharesOf = (claims: readonly StatedClaim[], part: Subject, period: StatedPeriod): readonly StatedShare[] =>
  ofKind(claims, "share").filter((share) => share.part.key === part.key && share.period.id === period.id);

/** The counts that an article states of one subject in one period. */
export const countsOf = (
  claims: readonly StatedClaim[],
  subject: Subject,
  period: StatedPeriod,
): readonly StatedCount[] =>
  ofKind(claims, "count").filter((count) => count.subject.key === subject.key && count.period.id === period.id);
