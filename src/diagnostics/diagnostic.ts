import type { DiagnosticCode } from "./codes/index.ts";

/** An error stops what was asked for, a warning does not. */
export type Severity = "error" | "warning";

/** Where a diagnostic points. Lines, columns and rows count from 1; a row is a data row with the header as row 1. */
export interface SourceLocation {
  readonly file?: string;
  /** Sheet of a workbook. */
  readonly sheet?: string;
  readonly line?: number;
  readonly column?: number;
  /** Row of a data file, as a spreadsheet numbers it: the header is row 1. */
  readonly row?: number;
  /** The field, column name, property or selector concerned. */
  readonly field?: string;
  /** The claim, chart, dimension or other named thing concerned. */
  readonly id?: string;
}

/** One thing that is wrong, or may be: what, where, and what to do about it. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** A full sentence: what is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  readonly source?: SourceLocation;
  /** How many like problems it stands for, where there are several; `source` is the place of the first. */
  readonly count?: number;
}

/** A diagnostic whose severity is for somebody else to decide. What is undefined in it is left out of the diagnostic. */
export interface DiagnosticDetails {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly source?: PartialLocation | undefined;
  readonly count?: number | undefined;
}

/** What is known of where a diagnostic points. */
export type PartialLocation = { readonly [Part in keyof SourceLocation]?: SourceLocation[Part] | undefined };
