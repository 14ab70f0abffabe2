/**
 * What is said of a file: it `agrees` with itself and with the program, it `differs`, or one `cannot-tell`: it carries nothing to
 * check, was made by another version, or was saved again by other software in a way that cannot be read.
 */
export type VerificationVerdict = "agrees" | "differs" | "cannot-tell";

export type VerificationFindingCode =
  /** The data that it carries is not the data whose hash it carries. */
  | "data-changed"
  /** The record says another figure than the data gives. */
  | "record-differs"
  /** The file shows another text at a place than its record says. */
  | "figure-differs"
  /** A text that the record has is nowhere in the file. */
  | "figure-missing"
  /** Texts stand in another order than they were written. */
  | "order-differs"
  /** The file shows a figure that the record does not have. */
  | "figure-unrecorded"
  /** A text that stands for a claim or a cell says a figure that it does not have. */
  | "figure-of-another"
  | "alternative-differs"
  /** A chart shows another text than its record says, or its rows are not those of the data. */
  | "chart-differs"
  | "page-missing"
  | "attachment-differs"
  /** In a folder: its name is that of another file's content. */
  | "exchanged"
  /** What cannot be told. */
  | "saved-again"
  | "not-verifiable"
  | "unreadable"
  | "other-version"
  | "not-recomputed"
  | "too-much-work";

export interface VerificationFinding {
  readonly code: VerificationFindingCode;
  /** A sentence: what, and where. */
  readonly message: string;
  /** Of the claim, cell, chart, attachment or element. */
  readonly id?: string;
  /** In a PDF, counted from 1. */
  readonly page?: number;
}

/** What was found out about one file. */
export interface Verification {
  readonly file: string;
  readonly verdict: VerificationVerdict;
  /** The program that made it, with its version; null where the file does not say. */
  readonly generator: string | null;
  readonly title: string | null;
  /** What contradicts the file, then what cannot be told. */
  readonly findings: readonly VerificationFinding[];
  /** How much was checked. */
  readonly checked: {
    readonly figures: number;
    readonly claims: number;
    readonly cells: number;
    readonly charts: number;
  };
}

const cannotTell: ReadonlySet<VerificationFindingCode> = new Set([
  "saved-again",
  "not-verifiable",
  "unreadable",
  "other-version",
  "not-recomputed",
  "too-much-work",
]);

/** Whether a finding contradicts a file, rather than leave something open. */
export const contradicts = ({ code }: VerificationFinding): boolean => !cannotTell.has(code);

/** A part that was not recomputed leaves the rest as it is. */
export function verdictOf(findings: readonly VerificationFinding[]): VerificationVerdict {
  if (findings.some(contradicts)) return "differs";
  return findings.some(({ code }) => code !== "not-recomputed") ? "cannot-tell" : "agrees";
}
