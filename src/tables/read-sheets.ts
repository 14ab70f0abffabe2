import type { Diagnostics } from "../diagnostics/index.ts";
import { readJson } from "./json/read-json.ts";
import type { Sheet } from "./sheet.ts";
import { decodeText } from "./text/decode-text.ts";
import { type Delimiter, delimiters } from "./text/find-delimiter.ts";
import { readDelimited } from "./text/read-delimited.ts";

/** How a file is to be read, where that is not to be found. */
export interface SheetChoice {
  /** Sheets of a workbook by name or by number, from 1. Absent: all that are not hidden. */
  readonly sheets?: string | number | readonly (string | number)[] | undefined;
  /** Hidden rows and columns are read too. Hidden sheets are read where `sheets` names them. */
  readonly hidden?: boolean | undefined;
  /** Of a text, by a label of the Encoding Standard. Absent: found. */
  readonly encoding?: string | undefined;
  /** Of a text: what stands between fields. Absent: found. */
  readonly delimiter?: Delimiter | undefined;
}

export interface ReadSheetsOptions extends SheetChoice {
  /** The name of the file, for errors, and for its type by the ending. */
  readonly file: string;
  readonly diagnostics: Diagnostics;
}

/** Endings of the files that are read. */
export const tableFile = /\.(csv|tsv|tab|txt|json)$/i;

/**
 * Reads the sheets of a file: one of a text or of JSON, all of a workbook that are not hidden. What is wrong is reported; a file that
 * cannot be read gives no sheets.
 */
export async function readSheets(content: Uint8Array | string, options: ReadSheetsOptions): Promise<readonly Sheet[]> {
  const { file, delimiter, diagnostics } = options;
  const text = typeof content === "string" ? Buffer.from(content.replace(/^\uFEFF/, "")) : decodeText(content, options);
  if (!text) return [];
  if (delimiter !== undefined && !delimiters.includes(delimiter)) {
    diagnostics.error({
      code: "unknown-delimiter",
      message: `Fields cannot be divided by ${JSON.stringify(delimiter)}.`,
      hint: 'Choose ",", ";", "\\t" or "|".',
      source: { file, field: "delimiter" },
    });
    return [];
  }
  const sheet = /\.json$/i.test(file) ? parseJson(text, options) : readDelimited(text, options);
  return sheet && hasCells(sheet, options) ? [sheet] : [];
}

/** Rows that a program holds already: objects, or lists. */
export function readRows(rows: unknown, options: Pick<ReadSheetsOptions, "file" | "diagnostics">): readonly Sheet[] {
  const sheet = readJson(rows, options);
  return sheet && hasCells(sheet, options) ? [sheet] : [];
}

function hasCells(sheet: Sheet, { file, diagnostics }: Pick<ReadSheetsOptions, "file" | "diagnostics">): boolean {
  if (sheet.rowNumbers.length > 0) return true;
  diagnostics.error({ code: "empty-file", message: "The file holds no rows.", source: { file } });
  return false;
}

function parseJson(text: Uint8Array, options: ReadSheetsOptions): Sheet | undefined {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text.buffer, text.byteOffset, text.byteLength).toString());
  } catch (error) {
    options.diagnostics.error({
      code: "unreadable-file",
      message: `The file is not JSON: ${error instanceof Error ? error.message : String(error)}.`,
      source: { file: options.file },
    });
    return undefined;
  }
  return readJson(value, options);
}
