import { BriefingError } from "./briefing-error.ts";
import type { Diagnostic, DiagnosticDetails } from "./diagnostic.ts";

/** Collects what a stage finds wrong, in the order found. */
export interface Diagnostics {
  readonly all: readonly Diagnostic[];
  error(details: DiagnosticDetails): void;
  warn(details: DiagnosticDetails): void;
  add(diagnostics: readonly Diagnostic[]): void;
  /** Runs a part of a stage; takes in the errors of a `BriefingError` that it throws, and then returns undefined. */
  collect<T>(run: () => T): T | undefined;
  /** Throws one `BriefingError` with everything collected if any of it is an error. */
  throwIfErrors(): void;
}

export function createDiagnostics(): Diagnostics {
  const all: Diagnostic[] = [];
  return {
    all,
    error: (details) => void all.push({ ...details, severity: "error" }),
    warn: (details) => void all.push({ ...details, severity: "warning" }),
    add: (diagnostics) => void all.push(...diagnostics),
    collect(run) {
      try {
        return run();
      } catch (error) {
        if (!(error instanceof BriefingError)) throw error;
        all.push(...error.diagnostics);
        return undefined;
      }
    },
    throwIfErrors() {
      if (all.some((diagnostic) => diagnostic.severity === "error")) throw new BriefingError([...all]);
    },
  };
}
