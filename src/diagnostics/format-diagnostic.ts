import { columnLetters } from "./column-letters.ts";
import type { Diagnostic, SourceLocation } from "./diagnostic.ts";

/** One diagnostic as text: `file:line:column: error: message (hint)`, the form that editors make clickable. */
export function formatDiagnostic({ severity, message, hint, source, code }: Diagnostic): string {
  const location = source ? formatSource(source) : "";
  return `${location}${location ? ": " : ""}${severity}: ${message}${hint ? ` ${hint}` : ""} [${code}]`;
}

function formatSource({ file, sheet, line, column, row, field, id }: SourceLocation): string {
  const position = line === undefined ? "" : `:${line}${column === undefined ? "" : `:${column}`}`;
  const parts = [
    file || position ? `${file ?? "line"}${position}` : "",
    sheet === undefined ? "" : `sheet "${sheet}"`,
    // In a workbook a cell has the name that its rows and columns are headed with.
    row === undefined
      ? ""
      : sheet === undefined || column === undefined
        ? `row ${row}`
        : `cell ${columnLetters(column)}${row}`,
    field === undefined ? "" : `"${field}"`,
    id === undefined ? "" : id,
  ];
  return parts.filter(Boolean).join(", ");
}
