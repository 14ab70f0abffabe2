import { BriefingError } from "./briefing-error.ts";
import type { Diagnostic } from "./diagnostic.ts";

type Details = Omit<Diagnostic, "severity">;

/** Collects what a stage finds wrong, in the order found. */
export interface Diagnostics {
  readonly all: readonly Diagnostic[];
  error(details: Details): void;
  warn(details: Details): void;
  add(diagnostics: readonly Diagnostic[]): void;
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
    throwIfErrors() {
      if (all.some((diagnostic) => diagnostic.severity === "error")) throw new BriefingError([...all]);
    },
  };
}
