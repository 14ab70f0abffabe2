import { createRequire } from "node:module";
import { runInThread } from "../run-in-thread.ts";
import { damaged, missingPackage, passwordNeeded, tooLarge } from "../unreadable-file.ts";

/** What is used of a workbook as SheetJS gives it. */
export interface ExcelBook {
  readonly SheetNames: readonly string[];
  readonly Sheets: Readonly<Record<string, ExcelSheet>>;
  readonly Workbook?: {
    readonly Sheets?: readonly { readonly name?: string; readonly Hidden?: number }[];
    readonly WBProps?: { readonly date1904?: boolean };
  };
}

export interface ExcelSheet {
  readonly "!type"?: string;
  readonly "!data"?: readonly (readonly (ExcelCell | undefined)[] | undefined)[];
  readonly "!rows"?: readonly ({ readonly hidden?: boolean } | undefined)[];
  readonly "!cols"?: readonly ({ readonly hidden?: boolean } | undefined)[];
  readonly "!merges"?: readonly { readonly s: Corner; readonly e: Corner }[];
}

export interface ExcelCell {
  readonly t: string;
  readonly v?: unknown;
  /** The code of the number format. */
  readonly z?: unknown;
  readonly c?: readonly { readonly t?: string }[];
}

interface Corner {
  readonly r: number;
  readonly c: number;
}

/** The bytes of an .xls file, or the unpacked parts of an .xlsb file by their names. */
export type BinaryContent =
  | { readonly bytes: Uint8Array }
  | { readonly parts: readonly (readonly [string, Uint8Array])[] };

const maxMegabytes = 1024;
const maxMs = 120_000;

/** Formulas are not looked at: only what they came to. Styles are, since they say what is hidden. */
const options = {
  dense: true,
  cellNF: true,
  cellStyles: true,
  sheetStubs: true,
  cellFormula: false,
  cellHTML: false,
  cellText: false,
};

/** Runs in a thread of its own, by itself. */
const program = `
const { parentPort, workerData } = require("node:worker_threads");
const sheetJs = require(workerData.path);
const files = (parts) => Object.fromEntries(parts.map(([name, bytes]) => [name, { name, asNodeBuffer: () => Buffer.from(bytes) }]));
const { bytes, parts, options } = workerData;
const book = parts ? sheetJs.parse_zip({ files: files(parts) }, options) : sheetJs.read(Buffer.from(bytes), { ...options, type: "buffer" });
parentPort.postMessage({ SheetNames: book.SheetNames, Sheets: book.Sheets, Workbook: book.Workbook });
`;

/**
 * Reads a workbook with SheetJS, in a thread of its own: a few changed bytes in a binary file make it ask for more memory than there
 * is, which would end the program. Throws an `UnreadableFile`.
 */
export async function runSheetJs(content: BinaryContent, file: string): Promise<ExcelBook> {
  let path: string;
  try {
    path = createRequire(import.meta.url).resolve("@e965/xlsx");
  } catch {
    throw missingPackage(file, "Workbooks in the forms .xls and .xlsb are read", "@e965/xlsx");
  }
  const workerData = { path, options, ...content };
  const result = await runInThread<ExcelBook>(program, workerData, { megabytes: maxMegabytes, ms: maxMs });
  if (result.kind === "answer") return result.answer;
  if (result.kind === "out of time") throw damaged(file, `it cannot be read within ${maxMs / 60_000} minutes`);
  if (result.kind === "out of memory") {
    throw tooLarge(
      file,
      `The workbook is damaged, or needs more than ${maxMegabytes / 1024} GiB to be read.`,
      "Open it in a spreadsheet program and save it as .xlsx.",
    );
  }
  if (/password|encrypt/i.test(result.message)) throw passwordNeeded(file);
  throw damaged(file, `it cannot be read as a workbook (${result.message.slice(0, 200)})`);
}
