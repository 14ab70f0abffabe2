import { parse } from "csv-parse/sync";
import type { Diagnostics } from "../diagnostics/index.ts";
import type { RawTable } from "./raw-table.ts";

/**
 * Reads CSV text: RFC 4180 with the liberties that spreadsheets take (a byte-order mark, CRLF, LF or bare CR, blank
 * rows). Rows are numbered as a spreadsheet numbers them: the header is row 1, blank rows count.
 */
export function readCsv(text: string, file: string, diagnostics: Diagnostics): RawTable {
  let records: string[][];
  try {
    records = parse(text, {
      bom: true,
      relaxColumnCount: true,
      recordDelimiter: ["\r\n", "\n", "\r"],
      skipEmptyLines: false,
    }) as string[][];
  } catch (error) {
    diagnostics.error({
      code: "invalid-csv",
      message: `The file is not CSV: ${error instanceof Error ? error.message : String(error)}.`,
      hint: "Look for a quotation mark that is never closed.",
      source: { file },
    });
    return { columns: [], rows: [] };
  }
  const headerIndex = records.findIndex((record) => !isBlank(record));
  const columns = (records[headerIndex] ?? []).map((name) => name.trim());
  if (columns.length === 0) {
    diagnostics.error({ code: "empty-file", message: "The file holds no rows.", source: { file } });
    return { columns: [], rows: [] };
  }
  for (const name of new Set(columns.filter((column, index) => column !== "" && columns.indexOf(column) !== index))) {
    diagnostics.error({
      code: "duplicate-column",
      message: `Two columns are called "${name}".`,
      hint: "Rename one of them.",
      source: { file, row: headerIndex + 1, field: name },
    });
  }
  const rows: RawTable["rows"][number][] = [];
  for (let index = headerIndex + 1; index < records.length; index += 1) {
    const record = records[index] as string[];
    if (isBlank(record)) continue;
    if (record.length > columns.length && !isBlank(record.slice(columns.length))) {
      diagnostics.error({
        code: "ragged-row",
        message: `The row has ${record.length} fields, the header ${columns.length}.`,
        hint: "Look for a comma in a field that is not in quotation marks.",
        source: { file, row: index + 1 },
      });
      continue;
    }
    if (record.length < columns.length) {
      diagnostics.error({
        code: "ragged-row",
        message: `The row has ${record.length} fields, the header ${columns.length}.`,
        hint: "Add the missing fields, empty if need be.",
        source: { file, row: index + 1 },
      });
      continue;
    }
    rows.push({ row: index + 1, values: record });
  }
  return { columns, rows };
}

const isBlank = (record: readonly string[]): boolean => record.every((field) => field.trim() === "");
