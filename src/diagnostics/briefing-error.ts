import type { Diagnostic } from "./diagnostic.ts";
import { formatDiagnostic } from "./format-diagnostic.ts";

/** Thrown once a stage, with every error that the stage found, and its warnings after them, in `diagnostics`. */
export class BriefingError extends Error {
  override readonly name = "BriefingError";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
    super(errors.map(formatDiagnostic).join("\n"));
    this.diagnostics = [...errors, ...diagnostics.filter((diagnostic) => diagnostic.severity !== "error")];
  }
}
