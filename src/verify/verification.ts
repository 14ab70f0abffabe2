import { contradictionCodes, type VerificationFindingCode } from "./finding-codes.ts";

/**
 * What is said of a file: it `agrees` with itself and with the program, it `differs`, or one `cannot-tell`: it carries nothing to
 * check, was made by another version, or was saved again by other software in a way that cannot be read.
 */
export type VerificationVerdict = "agrees" | "differs" | "cannot-tell";

/** One thing that does not agree, or could not be looked at, and where it stands. */
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

/** Whether a finding contradicts a file, rather than leave something open. */
export const contradicts = ({ code }: VerificationFinding): boolean => code in contradictionCodes;

/** A part that was not recomputed leaves the rest as it is. */
export function verdictOf(findings: readonly VerificationFinding[]): VerificationVerdict {
  if (findings.some(contradicts)) return "differs";
  return findings.some(({ code }) => code !== "not-recomputed") ? "cannot-tell" : "agrees";
}
