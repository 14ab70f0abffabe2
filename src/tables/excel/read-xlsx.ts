import type { Archive } from "../archive.ts";
import { parseCellReference, parseRange } from "../cell-reference.ts";
import type { MarkedTable, SheetNote } from "../sheet.ts";
import { damaged } from "../unreadable-file.ts";
import type { ChooseSheets, WorkbookSheet } from "../workbook-sheet.ts";
import { elementsOf, walkLocalXml } from "../xml.ts";
import { createNumberCells } from "./excel-cells.ts";
import { relationId, relationsOf } from "./relations.ts";
import { createStringReader, readSharedStrings } from "./strings.ts";
import { readFormatCodes } from "./styles.ts";
import { readWorksheet } from "./worksheet.ts";

interface XlsxOptions {
  readonly file: string;
  readonly choose: ChooseSheets;
}

/** Reads the sheets of an .xlsx workbook (ECMA-376 part 1, 18) that are chosen; charts and dialogs are none. */
export function readXlsx(archive: Archive, { file, choose }: XlsxOptions): readonly WorkbookSheet[] {
  const path = relationsOf(archive, "").find(({ kind }) => kind === "officeDocument")?.path ?? "xl/workbook.xml";
  const book = archive.read(path);
  if (!book) throw damaged(file, "the part with its sheets is missing");
  const relations = relationsOf(archive, path);
  const pathOf = (kind: string) => relations.find((relation) => relation.kind === kind)?.path ?? "";
  const entries = elementsOf(book, "sheet").flatMap((sheet) => {
    const relation = relations.find(({ id }) => id === relationId(sheet));
    if (sheet.name === undefined || relation?.kind !== "worksheet") return [];
    return [{ name: sheet.name, isHidden: ["hidden", "veryHidden"].includes(sheet.state ?? ""), path: relation.path }];
  });
  const wanted = choose(entries).flatMap((name) => entries.find((entry) => entry.name === name) ?? []);
  archive.checkSize([pathOf("sharedStrings"), pathOf("styles"), ...wanted.map((sheet) => sheet.path)]);
  const sharedStrings = readSharedStrings(archive.read(pathOf("sharedStrings")));
  const codes = readFormatCodes(archive.read(pathOf("styles")));
  const date1904 = elementsOf(book, "workbookPr").some(({ date1904 }) => date1904 === "1" || date1904 === "true");
  const numberOf = createNumberCells(date1904);
  const numberCell = (value: number, style: number) => numberOf(value, codes[style] ?? "General");
  return wanted.map((entry) => {
    const part = archive.read(entry.path);
    if (!part) throw damaged(file, `the part with the sheet "${entry.name}" is missing`);
    const { cells, ...rest } = readWorksheet(part, { file, name: entry.name, sharedStrings, numberCell });
    return {
      ...entry,
      ...rest,
      eachCell(visit) {
        for (const { row, column, cell } of cells) visit(row, column, cell);
      },
      notes: notesOf(archive, entry.path),
      markedTables: markedTables(archive, entry.path),
    };
  });
}

/** Tables that have a name (18.5.1.2). */
function markedTables(archive: Archive, path: string): readonly MarkedTable[] {
  return relationsOf(archive, path)
    .filter(({ kind }) => kind === "table")
    .flatMap((relation) => elementsOf(archive.read(relation.path), "table"))
    .flatMap((table) => {
      const range = parseRange(table.ref ?? "");
      return range ? [{ ...range, name: table.displayName ?? table.name ?? "" }] : [];
    });
}

/** What is noted beside cells (18.7.3). */
function notesOf(archive: Archive, path: string): readonly SheetNote[] {
  const notes: SheetNote[] = [];
  for (const relation of relationsOf(archive, path).filter(({ kind }) => kind === "comments")) {
    const part = archive.read(relation.path);
    if (!part) continue;
    const reader = createStringReader();
    let reference: ReturnType<typeof parseCellReference>;
    walkLocalXml(part, {
      ...reader,
      open(name, attributes) {
        if (name === "comment") reference = parseCellReference(attributes.ref ?? "");
        reader.open(name, attributes);
      },
      close(name) {
        reader.close?.(name);
        const text = name === "comment" ? reader.take() : "";
        if (reference && text !== "") notes.push({ ...reference, text });
      },
    });
  }
  return notes;
}
