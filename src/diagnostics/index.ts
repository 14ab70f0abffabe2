/**
 * Errors are data. Every stage collects what it finds wrong as `Diagnostic`s, all of them, and then throws one
 * `BriefingError`; warnings are returned to the caller. The library never prints.
 *
 * Imports nothing of the house, so that every stage may import it.
 */
export { BriefingError } from "./briefing-error.ts";
export { checkShape } from "./check-shape.ts";
export { type Explanation, explain } from "./codes/explanation.ts";
export type { DiagnosticCode } from "./codes/index.ts";
export { createDiagnostics, type Diagnostics } from "./collector.ts";
export { columnLetters } from "./column-letters.ts";
export { createDiagnostic } from "./create-diagnostic.ts";
export { defined } from "./defined.ts";
export type { Diagnostic, DiagnosticDetails, PartialLocation, Severity, SourceLocation } from "./diagnostic.ts";
export { formatDiagnostic } from "./format-diagnostic.ts";
export { listed } from "./listed.ts";
export { didYouMean } from "./nearest.ts";
export { createProblems, type Problems, quote } from "./problems.ts";
export { traceOf } from "./trace-of.ts";
