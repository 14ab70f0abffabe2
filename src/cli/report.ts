import { isAbsolute, relative } from "node:path";
import { type Diagnostic, formatDiagnostic } from "../diagnostics/index.ts";
import type { OutputStream } from "./terminal.ts";

/** A diagnostic, and which briefing of several it is about. */
export interface NamedDiagnostic {
  readonly name?: string;
  readonly diagnostic: Diagnostic;
}

/**
 * Writes diagnostics, errors last, where the eye is. The same one of several briefings is written once, with the names
 * of those briefings.
 * @param total how many briefings there are.
 */
export function report(stream: OutputStream, diagnostics: readonly NamedDiagnostic[], total = 1): void {
  for (const { text, diagnostic, names } of groupAlike(diagnostics))
    stream.write(`${painted(stream, text, diagnostic)}\n${total > 1 ? concerned(names, total) : ""}`);
}

export interface AlikeDiagnostics {
  readonly diagnostic: Diagnostic;
  readonly text: string;
  /** Of the briefings that it is about. */
  readonly names: readonly string[];
}

/** Diagnostics that say the same, once; errors last. */
export function groupAlike(diagnostics: readonly NamedDiagnostic[]): readonly AlikeDiagnostics[] {
  const groups = new Map<string, { readonly diagnostic: Diagnostic; readonly names: Set<string> }>();
  for (const { name, diagnostic: found } of diagnostics) {
    const diagnostic = fromHere(found);
    const text = formatDiagnostic(diagnostic);
    const group = groups.get(text) ?? { diagnostic, names: new Set() };
    if (name !== undefined) group.names.add(name);
    groups.set(text, group);
  }
  const all = [...groups].map(([text, { diagnostic, names }]) => ({ text, diagnostic, names: [...names] }));
  const bySeverity = (severity: string) => all.filter(({ diagnostic }) => diagnostic.severity === severity);
  return [...bySeverity("warning"), ...bySeverity("error")];
}

/** As `report`, for diagnostics of one thing. */
export function reportAll(stream: OutputStream, diagnostics: readonly Diagnostic[]): void {
  report(
    stream,
    diagnostics.map((diagnostic) => ({ diagnostic })),
  );
}

/** Files below the working folder by their relative path, as the user would type it. */
function fromHere(diagnostic: Diagnostic): Diagnostic {
  const file = diagnostic.source?.file;
  if (file === undefined || !isAbsolute(file)) return diagnostic;
  const path = relative(process.cwd(), file);
  return path.startsWith("..") || isAbsolute(path)
    ? diagnostic
    : { ...diagnostic, source: { ...diagnostic.source, file: path } };
}

function painted({ paint }: OutputStream, text: string, { severity, message }: Diagnostic): string {
  const label = `${severity}:`;
  const start = text.indexOf(`${label} ${message}`);
  const color = severity === "error" ? "red" : "yellow";
  return `${text.slice(0, start)}${paint(color, label)}${text.slice(start + label.length)}`;
}

const namesShown = 5;

export function concerned(names: readonly string[], total: number): string {
  if (names.length === 0) return "";
  if (names.length === total) return `  (all ${total} briefings)\n`;
  const more = names.length - namesShown;
  return `  (${names.slice(0, namesShown).join(", ")}${more > 0 ? ` and ${more} more` : ""})\n`;
}
