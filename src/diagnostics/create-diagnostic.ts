import { defined } from "./defined.ts";
import type { Diagnostic, DiagnosticDetails, PartialLocation, Severity } from "./diagnostic.ts";

/** A diagnostic without what is undefined in its details. It points to `at` as far as they do not say themselves. */
export function createDiagnostic(
  severity: Severity,
  { source, ...details }: DiagnosticDetails,
  at: PartialLocation = {},
): Diagnostic {
  const location = { ...defined(at), ...defined(source ?? {}) };
  return defined({ ...details, severity, source: Object.keys(location).length > 0 ? location : undefined });
}
