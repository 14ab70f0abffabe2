import type { Diagnostic } from "../diagnostics/index.ts";

/** What the library says of parameters that were given wrongly: on the command line, that is usage. */
const codes: ReadonlySet<string> = new Set(["unknown-parameter", "missing-parameter", "unknown-category"]);

/** Whether all that is wrong is what was typed after `--param` and `--each`. */
export function isUsage(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.every(({ severity, code }) => severity === "warning" || codes.has(code));
}
