import type { Archive } from "../archive.ts";
import type { SheetCell, SheetNote } from "../sheet.ts";
import type { ChooseSheets, SheetEntry, WorkbookSheet } from "../workbook-sheet.ts";
import { createNumberCells } from "./excel-cells.ts";
import { builtInFormat } from "./number-format.ts";
import { type ExcelBook, type ExcelCell, type ExcelSheet, runSheetJs } from "./run-sheet-js.ts";

interface BinaryOptions {
  readonly file: string;
  readonly choose: ChooseSheets;
}

/** Reads sheets of an .xls or .xlsb workbook. An archive is opened by us, so that its size is checked first. */
export async function readBinaryExcel(
  content: Archive | Uint8Array,
  { file, choose }: BinaryOptions,
): Promise<readonly WorkbookSheet[]> {
  const binary = content instanceof Uint8Array ? { bytes: content } : { parts: partsOf(content) };
  return sheetsOf(await runSheetJs(binary, file), choose);
}

/** Pictures and programs are never unpacked. */
function partsOf(archive: Archive): readonly (readonly [string, Uint8Array])[] {
  const needed = archive.names.filter(
    (name) => /\.(?:xml|rels|bin)$/i.test(name) && !/vbaProject|printerSettings/i.test(name),
  );
  archive.checkSize(needed);
  return needed.map((name) => [name, archive.read(name) ?? new Uint8Array()]);
}

function sheetsOf(book: ExcelBook, choose: ChooseSheets): readonly WorkbookSheet[] {
  const hidden = new Set((book.Workbook?.Sheets ?? []).filter(({ Hidden }) => Hidden).map(({ name }) => name));
  const isTable = (name: string) => book.Sheets[name]?.["!data"] !== undefined && !book.Sheets[name]["!type"];
  const entries = book.SheetNames.filter(isTable).map((name) => ({ name, isHidden: hidden.has(name) }));
  const numberCell = createNumberCells(book.Workbook?.WBProps?.date1904 === true);
  return choose(entries).flatMap((wanted) => {
    const entry = entries.find(({ name }) => name === wanted);
    const sheet = book.Sheets[wanted];
    return entry && sheet ? [workbookSheet(entry, { sheet, numberCell })] : [];
  });
}

interface FoundSheet {
  readonly sheet: ExcelSheet;
  readonly numberCell: (value: number, code: string) => SheetCell;
}

function workbookSheet(entry: SheetEntry, { sheet, numberCell }: FoundSheet): WorkbookSheet {
  const eachFound = (visit: (row: number, column: number, cell: ExcelCell) => void) =>
    eachOf(sheet["!data"] ?? [], (row, cells) => eachOf(cells, (column, cell) => visit(row, column, cell)));
  const notes: SheetNote[] = [];
  eachFound((row, column, { c = [] }) => {
    const text = c.map(({ t }) => t ?? "").join("\n");
    if (text !== "") notes.push({ row, column, text });
  });
  return {
    ...entry,
    hiddenRows: hiddenAmong(sheet["!rows"]),
    hiddenColumns: hiddenAmong(sheet["!cols"]),
    eachCell: (visit) => eachFound((row, column, cell) => visit(row, column, cellOf(cell, numberCell))),
    merges: (sheet["!merges"] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    notes,
    markedTables: [],
  };
}

function cellOf({ t, v, z }: ExcelCell, numberCell: FoundSheet["numberCell"]): SheetCell {
  if (typeof v === "string" || typeof v === "boolean") return v;
  if (typeof v !== "number") return null;
  if (t === "e") return { kind: "error", error: errors[v] ?? "#ERROR!" };
  return numberCell(v, typeof z === "string" ? (countryDates[z] ?? z) : "General");
}

/** The formats of dates that depend on the reader's country, which SheetJS gives as those of the United States. */
const countryDates: Readonly<Record<string, string>> = {
  "m/d/yy": builtInFormat(14),
  "m/d/yy h:mm": builtInFormat(22),
};

/** The codes of errors ([MS-XLS] 2.5.10). */
const errors: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
  43: "#GETTING_DATA",
};

/** Lists with holes: a cell may stand alone in the last column. */
function eachOf<T>(items: readonly (T | undefined)[], visit: (index: number, item: T) => void): void {
  for (const key in items) {
    const item = items[key];
    if (item) visit(Number(key), item);
  }
}

function hiddenAmong(items: readonly ({ readonly hidden?: boolean } | undefined)[] = []): ReadonlySet<number> {
  const hidden = new Set<number>();
  eachOf(items, (index, item) => {
    if (item.hidden) hidden.add(index);
  });
  return hidden;
}
