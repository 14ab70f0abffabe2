import { basename } from "node:path";
import { type DiagnosticDetails, type Diagnostics, listed } from "../diagnostics/index.ts";
import { chooseSheets } from "./choose-sheets.ts";
import { type FileKind, fileKind } from "./file-kind.ts";
import { parseJsonLines, readJson } from "./json/read-json.ts";
import type { Sheet } from "./sheet.ts";
import { type DecodedText, decodeText } from "./text/decode-text.ts";
import { type Delimiter, delimiters } from "./text/find-delimiter.ts";
import { readDelimited } from "./text/read-delimited.ts";
import { unpackFile } from "./unpack-file.ts";
import { damaged, passwordNeeded, UnreadableFile } from "./unreadable-file.ts";
import { type SheetEntry, visibleSheet, type WorkbookSheet } from "./workbook-sheet.ts";

/** How a file is to be read, where that is not to be found. */
export interface SheetChoice {
  /** Sheets of a workbook by name (`*` stands for anything), or by number as its tabs are seen, from 1. Absent: all that are not hidden. */
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

const workbooks = ["xlsx", "xlsm", "xlsb", "xls", "ods", "fods"];
/** Endings of the files that are read. */
const endings = ["csv", "tsv", "tab", "txt", "json", "jsonl", "ndjson", "parquet", ...workbooks];
const endingIn = (known: readonly string[]) => new RegExp(`\\.(?:${known.join("|")})$`, "i");

const plainFile = endingIn(endings);
/** The ending of a file that packs another one. */
const packing = /\.(?:gz|zip)$/i;
/** Whether a file may be read, by its ending: `.csv`, `.csv.gz`, or an archive. */
export const isTableFile = (file: string): boolean => plainFile.test(file.replace(packing, "")) || /\.zip$/i.test(file);
/** The name of a file without its folder and its endings: `offences` of `2019/offences.csv.gz`. */
export const bareName = (file: string): string =>
  basename(file)
    .replace(packing, "")
    .replace(/(?<=.)\.[^.]*$/u, "");
const workbookFile = endingIn(workbooks);
const jsonFile = endingIn(["json", "jsonl", "ndjson"]);

/** Says what to give in place of a file of another type. */
export const readableFiles = `Give a ${listed(
  endings.map((ending) => `.${ending}`),
  "or",
)} file, or one of them packed: .csv.gz, .zip.`;

/**
 * Reads the sheets of a file: one of a text, of JSON or of Parquet, all of a workbook that are not hidden. What is wrong is reported; a file that
 * cannot be read gives no sheets.
 */
export async function readSheets(content: Uint8Array | string, options: ReadSheetsOptions): Promise<readonly Sheet[]> {
  if (typeof content === "string") return readText(content, options);
  try {
    return await readFileOf(content, options);
  } catch (error) {
    // What a parser throws, of XML or of the binary forms, is about the file.
    const found = error instanceof UnreadableFile ? error : damaged(options.file, messageOf(error));
    options.diagnostics.error(found.details);
    return [];
  }
}

async function readFileOf(packed: Uint8Array, options: ReadSheetsOptions): Promise<readonly Sheet[]> {
  const { file, hidden = false, diagnostics } = options;
  const { content, name } = unpackFile(packed, file, (inner) => plainFile.test(inner));
  const found = fileKind(content, file);
  const seen = { file, hidden, isAsked: options.sheets !== undefined, diagnostics };
  const choose = (sheets: readonly SheetEntry[]) => chooseSheets(sheets, options);
  warnIfMisnamed(found, name, options);
  // Most datasets are texts: what workbooks need is loaded when one comes.
  switch (found.kind) {
    case "text":
      return readText(content, options, name);
    case "parquet": {
      const { readParquet } = await import("./parquet/read-parquet.ts");
      const sheet = await readParquet(found.content, file);
      return hasCells(sheet, options) ? [sheet] : [];
    }
    case "xlsx": {
      const { readXlsx } = await import("./excel/read-xlsx.ts");
      return visible(readXlsx(found.archive, { file, choose }), seen);
    }
    case "binary-excel": {
      const { readBinaryExcel } = await import("./excel/read-binary-excel.ts");
      return visible(await readBinaryExcel(found.content, { file, choose }), seen);
    }
    case "open-document": {
      if (found.isLocked) throw passwordNeeded(file);
      const { readOpenDocument } = await import("./open-document/read-open-document.ts");
      return visible(readOpenDocument(found.content, { file, choose }), seen);
    }
    default:
      throw new UnreadableFile({
        code: "unknown-file-type",
        message: `The file is ${found.what}, which is not read.`,
        hint: found.isPacked
          ? "Unpack it, and give the table that was in it."
          : "Open it in a spreadsheet program and save it as .xlsx, .ods or .csv.",
        source: { file },
      });
  }
}

/** The sheets without what is hidden; blank ones are left out, unless all are. */
function visible(
  found: readonly WorkbookSheet[],
  options: {
    readonly file: string;
    readonly hidden: boolean;
    readonly isAsked: boolean;
    readonly diagnostics: Diagnostics;
  },
): readonly Sheet[] {
  const sheets = found.map((sheet) => visibleSheet(sheet, options)).filter(({ rowNumbers }) => rowNumbers.length > 0);
  // That those asked for are not there has been said.
  if (sheets.length > 0 || (found.length === 0 && options.isAsked)) return sheets;
  throw new UnreadableFile({
    code: "empty-file",
    message: "The workbook holds no cells.",
    source: { file: options.file },
  });
}

/** Exports of web pages are often texts with the ending of a workbook. */
function warnIfMisnamed({ kind }: FileKind, name: string, { file, diagnostics }: ReadSheetsOptions): void {
  const found = kind === "text" || kind === "parquet" ? kind : "workbook";
  const said = workbookFile.test(name) ? "workbook" : /\.parquet$/i.test(name) ? "parquet" : "text";
  if (said === found || kind === "other" || !plainFile.test(name)) return;
  const names = { text: "a text", parquet: "a Parquet file", workbook: "a workbook" };
  diagnostics.warn({
    code: "misnamed-file",
    message: `The file has the ending of ${names[said]}, and is ${names[found]}.`,
    hint: "It is read as what it is; give it the ending of that.",
    source: { file },
  });
}

function readText(
  content: Uint8Array | string,
  options: ReadSheetsOptions,
  name: string = options.file,
): readonly Sheet[] {
  const { file, delimiter, diagnostics } = options;
  const decoded: DecodedText | undefined =
    typeof content === "string" ? { text: Buffer.from(content.replace(/^\uFEFF/, "")) } : decodeText(content, options);
  if (!decoded) return [];
  const { text, guessed } = decoded;
  if (delimiter !== undefined && !delimiters.includes(delimiter)) {
    diagnostics.error({
      code: "unknown-delimiter",
      message: `Fields cannot be divided by ${JSON.stringify(delimiter)}.`,
      hint: `Choose ${listed(
        delimiters.map((one) => JSON.stringify(one)),
        "or",
      )}.`,
      source: { file, field: "delimiter" },
    });
    return [];
  }
  const nul = text.indexOf(0);
  if (nul >= 0) {
    diagnostics.error(nulByte(text, nul, file));
    return [];
  }
  const sheet = jsonFile.test(name) ? parseJson(text, options) : readDelimited(text, options);
  if (!sheet || !hasCells(sheet, options)) return [];
  return [guessed === undefined ? sheet : { ...sheet, guessedEncoding: guessed }];
}

/** A byte that no text holds: what stands beside it may be lost too. */
function nulByte(text: Uint8Array, at: number, file: string): DiagnosticDetails {
  const before = Buffer.from(text.buffer, text.byteOffset, at)
    .toString()
    .split(/\r\n|\n|\r/u);
  const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1];
  return {
    code: "damaged-file",
    message: `The text has a NUL byte (0x00) in line ${line}, at character ${column}.`,
    hint: 'Get it again from where it came from, or save it anew as UTF-8; if it is UTF-16, say so: encoding: "utf-16le".',
    source: { file, line, column },
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 200);

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
  const written = Buffer.from(text.buffer, text.byteOffset, text.byteLength).toString();
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch (error) {
    const lines = parseJsonLines(written);
    if (lines) return readJson(lines, options);
    options.diagnostics.error({
      code: "unreadable-file",
      message: `The file is not JSON: ${error instanceof Error ? error.message : String(error)}.`,
      source: { file: options.file },
    });
    return undefined;
  }
  return readJson(value, options);
}
