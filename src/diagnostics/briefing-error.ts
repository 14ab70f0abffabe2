import type { Diagnostic } from "./diagnostic.ts";
import { formatDiagnostic } from "./format-diagnostic.ts";

/** Thrown once a stage, with every error that the stage found, and its warnings after them, in `diagnostics`. */
export class BriefingError extends Error {
  override readonly name = "BriefingError";
  readonly diagnostics: readonly Diagnostic[];

  /** @param options `cause` is the error of somebody else's code that these tell of. */
  constructor(diagnostics: readonly Diagnostic[], options?: ErrorOptions) {
    const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
    super(errors.map(formatDiagnostic).join("\n"), options);
    this.diagnostics = [...errors, ...diagnostics.filter((diagnostic) => diagnostic.severity !== "error")];
  }
}
