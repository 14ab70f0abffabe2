import type { Diagnostic, DiagnosticDetails, PartialLocation, Severity } from "./diagnostic.ts";

/** A diagnostic without what is undefined in its details. It points to `at` as far as they do not say themselves. */
export function createDiagnostic(
  severity: Severity,
  { source, ...details }: DiagnosticDetails,
  at: PartialLocation = {},
): Diagnostic {
  const location = { ...defined(at), ...defined(source ?? {}) };
  return { ...defined(details), severity, ...(Object.keys(location).length > 0 && { source: location }) };
}

type Defined<T> = { readonly [Key in keyof T]: Exclude<T[Key], undefined> };

const defined = <T extends object>(of: T): Defined<T> =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as Defined<T>;
