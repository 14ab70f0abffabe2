import { fileURLToPath } from "node:url";
import type { Diagnostics } from "../diagnostics/index.ts";
import {
  findTableSheets,
  isTableFile,
  readableFiles,
  readRows,
  readSheets,
  readSql,
  type Sheet,
  type SheetChoice,
  type SqlInput,
} from "../tables/index.ts";
import type { LayoutSpec } from "./layout/layout-spec.ts";

/**
 * Where a table comes from: a path or file URL (a text such as .csv, .json, .parquet, a workbook), a file with how it is to be
 * read, the bytes of one, the text of a CSV, rows as objects or lists, or a query over files. Parquet needs the package hyparquet
 * beside this one, a query @duckdb/node-api.
 */
export type TableInput =
  | string
  | URL
  | ({ readonly file: string | URL } & SheetChoice)
  | ({ readonly bytes: Uint8Array; readonly file: string } & SheetChoice)
  | ({ readonly csv: string; readonly file?: string } & Pick<SheetChoice, "delimiter">)
  | { readonly rows: readonly (Readonly<Record<string, unknown>> | readonly unknown[])[]; readonly file?: string }
  | SqlInput;

export interface TableContext {
  /** Of the dataset. */
  readonly id: string;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** Which sheets of a workbook the definition wants, where the input names none. */
  readonly wanted: NonNullable<LayoutSpec["sheets"]> | undefined;
  readonly diagnostics: Diagnostics;
}

/** The sheets of all that a table is read from: one file, or several, a year each, say. What is wrong is reported. */
export async function readInput(
  input: TableInput | readonly TableInput[],
  context: TableContext,
): Promise<readonly Sheet[]> {
  const sheets: Sheet[] = [];
  for (const one of isList(input) ? input : [input]) sheets.push(...(await sheetsOf(one, context)));
  return sheets;
}

const isList = (input: TableInput | readonly TableInput[]): input is readonly TableInput[] => Array.isArray(input);

async function sheetsOf(input: TableInput, context: TableContext): Promise<readonly Sheet[]> {
  const { id, diagnostics } = context;
  if (typeof input === "string" || input instanceof URL) return sheetsOfFile({ file: input }, context);
  if ("rows" in input) return readRows(input.rows, { file: input.file ?? id, diagnostics });
  if ("csv" in input) return readSheets(input.csv, { delimiter: input.delimiter, file: input.file ?? id, diagnostics });
  if ("sql" in input) return readSql(input, { file: input.file ?? id, diagnostics });
  if ("bytes" in input) {
    const { bytes, ...choice } = input;
    return chosenSheets(bytes, choice, context);
  }
  return sheetsOfFile(input, context);
}

async function sheetsOfFile(
  { file: named, ...choice }: { readonly file: string | URL } & SheetChoice,
  context: TableContext,
): Promise<readonly Sheet[]> {
  const { id, readFile, diagnostics } = context;
  const file = named instanceof URL ? fileURLToPath(named) : named;
  if (!isTableFile(file)) {
    diagnostics.error({
      code: "unknown-file-type",
      message: "Files of this type cannot be read.",
      hint: readableFiles,
      source: { file, id },
    });
    return [];
  }
  try {
    return await chosenSheets(await readFile(file), { ...choice, file }, context);
  } catch (error) {
    diagnostics.error({
      code: "unreadable-file",
      message: `The file cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      source: { file, id },
    });
    return [];
  }
}

/**
 * The sheets that the input asks for, else those that the definition wants; otherwise those that hold data, without cover,
 * contents and notes.
 */
async function chosenSheets(
  bytes: Uint8Array,
  choice: { readonly file: string } & SheetChoice,
  { wanted, diagnostics }: TableContext,
): Promise<readonly Sheet[]> {
  const asked = choice.sheets ?? wanted;
  const sheets = await readSheets(bytes, { ...choice, sheets: asked, diagnostics });
  if (asked !== undefined) return sheets;
  return findTableSheets(sheets).flatMap(({ sheet, purpose }) => (purpose === "data" ? [sheet] : []));
}
