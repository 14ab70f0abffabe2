import { BriefingError } from "./briefing-error.ts";
import { createDiagnostic } from "./create-diagnostic.ts";
import type { Diagnostic, DiagnosticDetails, PartialLocation, Severity } from "./diagnostic.ts";

/** Collects what a stage finds wrong, in the order found. */
export interface Diagnostics {
  readonly all: readonly Diagnostic[];
  error(details: DiagnosticDetails): void;
  warn(details: DiagnosticDetails): void;
  add(diagnostics: readonly Diagnostic[]): void;
  /** Takes in what another stage threw; its cause is that of the error to come. */
  addError(error: BriefingError): void;
  /** Runs a part of a stage; takes in the errors of a `BriefingError` that it throws, and then returns undefined. */
  collect<T>(run: () => T): T | undefined;
  /** Throws one `BriefingError` with everything collected if any of it is an error. */
  throwIfErrors(): void;
}

/** @param at where its errors and warnings point, as far as they do not say themselves: a file, a chart. */
export function createDiagnostics(at: PartialLocation = {}): Diagnostics {
  const all: Diagnostic[] = [];
  const causes: unknown[] = [];
  const addError = ({ diagnostics, cause }: BriefingError) => {
    all.push(...diagnostics);
    if (cause !== undefined) causes.push(cause);
  };
  const tell = (severity: Severity, details: DiagnosticDetails) =>
    void all.push(createDiagnostic(severity, details, at));
  return {
    all,
    error: (details) => tell("error", details),
    warn: (details) => tell("warning", details),
    add: (diagnostics) => void all.push(...diagnostics),
    addError,
    collect(run) {
      try {
        return run();
      } catch (error) {
        if (!(error instanceof BriefingError)) throw error;
        addError(error);
        return undefined;
      }
    },
    throwIfErrors() {
      if (!all.some((diagnostic) => diagnostic.severity === "error")) return;
      const cause = causes.length > 1 ? new AggregateError(causes) : causes[0];
      throw new BriefingError([...all], cause === undefined ? undefined : { cause });
    },
  };
}
