import type { Diagnostic, SourceLocation } from "./diagnostic.ts";

/** One diagnostic as text: `file:line:column: error: message (hint)`, the form that editors make clickable. */
export function formatDiagnostic({ severity, message, hint, source, code }: Diagnostic): string {
  const place = source ? formatSource(source) : "";
  return `${place}${place ? ": " : ""}${severity}: ${message}${hint ? ` ${hint}` : ""} [${code}]`;
}

function formatSource({ file, sheet, line, column, row, field, id }: SourceLocation): string {
  const position = line === undefined ? "" : `:${line}${column === undefined ? "" : `:${column}`}`;
  const parts = [
    file || position ? `${file ?? "line"}${position}` : "",
    sheet === undefined ? "" : `sheet "${sheet}"`,
    row === undefined ? "" : `row ${row}`,
    field === undefined ? "" : `"${field}"`,
    id === undefined ? "" : id,
  ];
  return parts.filter(Boolean).join(", ");
}
