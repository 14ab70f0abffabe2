import { fileURLToPath } from "node:url";
import type { Diagnostics } from "../diagnostics/index.ts";
import { readRows, readSheets, type Sheet, type SheetChoice, tableFile } from "../tables/index.ts";
import type { RawTable } from "./raw-table.ts";
import { toRawTable } from "./to-raw-table.ts";

/**
 * Where a table comes from: a path or file URL (.csv, .tsv, .txt, .json), a file with how it is to be read, the bytes of one, the text
 * of a CSV, or rows as objects or lists.
 */
export type TableInput =
  | string
  | URL
  | ({ readonly file: string | URL } & SheetChoice)
  | ({ readonly bytes: Uint8Array; readonly file: string } & SheetChoice)
  | ({ readonly csv: string; readonly file?: string } & Pick<SheetChoice, "delimiter">)
  | { readonly rows: readonly (Readonly<Record<string, unknown>> | readonly unknown[])[]; readonly file?: string };

export interface TableContext {
  /** Of the dataset. */
  readonly id: string;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly diagnostics: Diagnostics;
}

/** The one table of an input, and the name of its file. What is wrong is reported, and the table is empty. */
export async function readTable(
  input: TableInput,
  context: TableContext,
): Promise<{ readonly table: RawTable; readonly file: string }> {
  const { sheets, file } = await sheetsOf(input, context);
  const [sheet] = sheets;
  return { table: sheet ? toRawTable(sheet, context.diagnostics) : { columns: [], rows: [] }, file };
}

interface SheetsOfFile {
  readonly sheets: readonly Sheet[];
  readonly file: string;
}

async function sheetsOf(input: TableInput, context: TableContext): Promise<SheetsOfFile> {
  const { id, diagnostics } = context;
  if (typeof input === "string" || input instanceof URL) return sheetsOfFile({ file: input }, context);
  if ("rows" in input) {
    const file = input.file ?? id;
    return { sheets: readRows(input.rows, { file, diagnostics }), file };
  }
  if ("csv" in input) {
    const file = input.file ?? id;
    return { sheets: await readSheets(input.csv, { delimiter: input.delimiter, file, diagnostics }), file };
  }
  if ("bytes" in input) {
    const { bytes, ...choice } = input;
    return { sheets: await readSheets(bytes, { ...choice, diagnostics }), file: input.file };
  }
  return sheetsOfFile(input, context);
}

async function sheetsOfFile(
  { file: named, ...choice }: { readonly file: string | URL } & SheetChoice,
  { id, readFile, diagnostics }: TableContext,
): Promise<SheetsOfFile> {
  const file = named instanceof URL ? fileURLToPath(named) : named;
  if (!tableFile.test(file)) {
    diagnostics.error({
      code: "unknown-file-type",
      message: "Files of this type cannot be read.",
      hint: "Give a .csv, .tsv, .txt or .json file.",
      source: { file, id },
    });
    return { sheets: [], file };
  }
  try {
    return { sheets: await readSheets(await readFile(file), { ...choice, file, diagnostics }), file };
  } catch (error) {
    diagnostics.error({
      code: "unreadable-file",
      message: `The file cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      source: { file, id },
    });
    return { sheets: [], file };
  }
}
