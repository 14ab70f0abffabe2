import type { Diagnostic } from "../diagnostics/index.ts";

/** What the library says of parameters and names that were given wrongly: on the command line, that is usage. */
const codes: ReadonlySet<string> = new Set([
  "unknown-parameter",
  "missing-parameter",
  "unknown-category",
  "invalid-option",
  "name-collision",
]);

/** Whether all that is wrong is what was typed after `--param`, `--each` and `--name`. */
export function isUsage(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.every(({ severity, code }) => severity === "warning" || codes.has(code));
}
