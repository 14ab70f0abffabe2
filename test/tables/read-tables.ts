import { createDiagnostics, type Diagnostic } from "../../src/diagnostics/index.ts";
import { type ReadSheetsOptions, readSheets, rowCells, type Sheet, type SheetCell } from "../../src/tables/index.ts";

export interface SheetsRead {
  readonly sheets: readonly Sheet[];
  readonly diagnostics: readonly Diagnostic[];
  readonly codes: readonly string[];
}

/** The sheets of a file, and what was said about it. */
export async function read(
  content: Uint8Array | string,
  options: Partial<ReadSheetsOptions> = {},
): Promise<SheetsRead> {
  const diagnostics = createDiagnostics();
  const sheets = await readSheets(content, { file: "table.csv", ...options, diagnostics });
  return { sheets, diagnostics: diagnostics.all, codes: diagnostics.all.map(({ code }) => code) };
}

export const rowsOf = (sheet: Sheet | undefined): readonly (readonly SheetCell[])[] =>
  sheet ? [...sheet.rowNumbers].map((_, row) => rowCells(sheet, row)) : [];

/** The rows of the first sheet. */
export const rowsRead = async (content: Uint8Array | string, options: Partial<ReadSheetsOptions> = {}) =>
  rowsOf((await read(content, options)).sheets[0]);
