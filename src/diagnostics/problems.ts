import type { Diagnostics } from "./collector.ts";
import { createDiagnostic } from "./create-diagnostic.ts";
import type { Diagnostic, DiagnosticDetails, Severity } from "./diagnostic.ts";

/** Collects like problems, and reports each kind once: with the place of the first, a count, and where some others are. */
export interface Problems {
  /** @param kind what makes problems alike: two of one kind have the same message but for their places. */
  error(kind: string, details: DiagnosticDetails): void;
  warn(kind: string, details: DiagnosticDetails): void;
  /** Hands on what was collected, in the order in which the kinds were met. */
  report(): void;
}

/** Rows that are named beside the first. */
const namedRows = 5;

export function createProblems(diagnostics: Diagnostics): Problems {
  const kinds = new Map<string, { first: Diagnostic; count: number; rows: number[] }>();
  function note(severity: Severity, kind: string, details: DiagnosticDetails): void {
    const key = `${severity}|${details.code}|${kind}`;
    const known = kinds.get(key);
    if (!known) {
      kinds.set(key, { first: createDiagnostic(severity, details), count: 1, rows: [] });
      return;
    }
    known.count += 1;
    const row = details.source?.row;
    if (
      row !== undefined &&
      row !== known.first.source?.row &&
      known.rows.at(-1) !== row &&
      known.rows.length < namedRows
    )
      known.rows.push(row);
  }
  return {
    error: (kind, details) => note("error", kind, details),
    warn: (kind, details) => note("warning", kind, details),
    report() {
      const byCode = new Map<string, Diagnostic[]>();
      for (const { first, count, rows } of kinds.values()) {
        const known = byCode.get(`${first.severity}|${first.code}`);
        if (known) known.push(together(first, count, rows));
        else byCode.set(`${first.severity}|${first.code}`, [together(first, count, rows)]);
      }
      diagnostics.add([...byCode.values()].flatMap(cut));
      kinds.clear();
    },
  };
}

function together(first: Diagnostic, count: number, rows: readonly number[]): Diagnostic {
  if (count === 1) return first;
  const others = count - 1;
  const more = rows.length < others ? ", …" : "";
  const rowList = rows.length === 0 ? "" : `: row${rows.length > 1 || more ? "s" : ""} ${rows.join(", ")}${more}`;
  return { ...first, count, message: `${first.message} ${others.toLocaleString("en-GB")} more like it${rowList}.` };
}

/** Kinds of problems of one code that are told one by one. */
const toldKinds = 20;

function cut(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  // One more is told rather than counted.
  if (problems.length <= toldKinds + 1) return problems;
  const rest = problems.slice(toldKinds);
  const count = rest.reduce((sum, problem) => sum + (problem.count ?? 1), 0);
  const { code, severity, source } = rest[0] as Diagnostic;
  const message = `${count.toLocaleString("en-GB")} more problems of this kind, of ${rest.length.toLocaleString("en-GB")} sorts, are not listed.`;
  return [...problems.slice(0, toldKinds), createDiagnostic(severity, { code, message, count, source })];
}

const longestQuote = 80;

/** Text of the data within a message: in quotation marks, and its beginning only where it is long. */
export function quote(text: string): string {
  const letters = text.slice(0, longestQuote * 2).match(/./gsu) ?? [];
  return letters.length <= longestQuote && letters.join("").length === text.length
    ? `"${text}"`
    : `"${letters.slice(0, longestQuote).join("")}…" (${text.length.toLocaleString("en-GB")} characters)`;
}
