import type { DiagnosticDetails, Diagnostics } from "../../diagnostics/index.ts";
import { createCodes } from "../grow-codes.ts";
import type { Sheet } from "../sheet.ts";
import { rowsFrom1 } from "../sheet-builder.ts";
import { createFieldIndex, type FieldIndex } from "./field-index.ts";
import { findDelimiter } from "./find-delimiter.ts";
import { type FieldScan, scanField } from "./scan-field.ts";

export interface DelimitedOptions {
  readonly file: string;
  /** One character of ASCII. Absent: found. */
  readonly delimiter?: string | undefined;
  readonly diagnostics: Diagnostics;
}

/** No published table has so many; each takes memory of its own. */
const maxColumns = 200_000;
/** Rows times columns, most of which would be blank. */
const maxCells = 500_000_000;

const quote = 0x22;

/**
 * Reads fields that a delimiter divides, in UTF-8: RFC 4180 with the liberties that spreadsheets take. Lines end in CRLF, LF or CR; a
 * quotation mark opens a field only at its beginning, and what follows the closing one belongs to the field; rows may be of any
 * length. Rows are numbered as a spreadsheet numbers them: blank ones count, lines within quotation marks do not.
 */
export function readDelimited(text: Uint8Array, { file, delimiter, diagnostics }: DelimitedOptions): Sheet | undefined {
  // Quotation marks are taken out in place, in a copy: the text is the caller's. A Buffer's own slice() would share its bytes.
  const bytes = text.includes(quote) ? new Uint8Array(text) : text;
  const scan: FieldScan = {
    bytes,
    delimiter: (delimiter ?? findDelimiter(bytes)).charCodeAt(0),
    position: 0,
    start: 0,
    end: 0,
    hash: 0,
    after: "line",
  };
  const columns: FieldIndex[] = [];
  const fieldCounts = createCodes();
  let row = 0;
  let column = 0;
  let height = 0;
  // A delimiter at the very end has one more field behind it, a blank one.
  while (scan.position < bytes.length || scan.after === "delimiter") {
    scanField(scan);
    if (scan.after === "unclosed") {
      diagnostics.error(unclosed(file, row + 1));
      return undefined;
    }
    if (!isBlank(scan)) {
      for (let index = columns.length; index <= column; index += 1) columns.push(createFieldIndex(bytes));
      (columns[column] as FieldIndex).add(row, scan.start, scan.end, scan.hash);
      height = row + 1;
    }
    column += 1;
    if (column > maxColumns) {
      diagnostics.error(tooWide(file, row + 1));
      return undefined;
    }
    if (scan.after === "line") {
      fieldCounts.set(row, column);
      row += 1;
      column = 0;
    }
  }
  if (height * columns.length > maxCells) {
    diagnostics.error({
      code: "too-large",
      message: `The table has ${height.toLocaleString("en-GB")} rows and ${columns.length.toLocaleString("en-GB")} columns.`,
      hint: "Leave out rows or columns, or divide it.",
      source: { file },
    });
    return undefined;
  }
  return {
    file,
    name: undefined,
    columns: columns.map((one, index) => one.finish(index + 1, height)),
    rowNumbers: rowsFrom1(height),
    fieldCounts: fieldCounts.take(height),
    merges: [],
    notes: [],
    markedTables: [],
  };
}

/** First bytes of the white space of Unicode, beside those up to 0x20. */
const spaceBytes = new Set([0xc2, 0xe1, 0xe2, 0xe3, 0xef]);

/** Nothing, or white space alone. */
function isBlank({ bytes, start, end }: FieldScan): boolean {
  if (end === start) return true;
  const first = bytes[start] as number;
  if (first > 0x20 && !spaceBytes.has(first)) return false;
  return (
    Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start)
      .toString()
      .trim() === ""
  );
}

const unclosed = (file: string, row: number): DiagnosticDetails => ({
  code: "invalid-csv",
  message: "A quotation mark is opened in this row and never closed.",
  hint: "Close it, or write it twice within quotation marks.",
  source: { file, row },
});

const tooWide = (file: string, row: number): DiagnosticDetails => ({
  code: "too-large",
  message: `The row has more than ${maxColumns.toLocaleString("en-GB")} fields.`,
  hint: "Is this the delimiter that the file has? Say it: delimiter.",
  source: { file, row },
});
