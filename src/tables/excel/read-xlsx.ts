import type { Archive } from "../archive.ts";
import { parseCellReference, parseRange } from "../cell-reference.ts";
import type { MarkedTable, SheetNote } from "../sheet.ts";
import { damaged } from "../unreadable-file.ts";
import type { ChooseSheets, WorkbookSheet } from "../workbook-sheet.ts";
import { elementsOf, walkLocalXml, type XmlAttributes } from "../xml.ts";
import { createNumberCells } from "./excel-cells.ts";
import { builtInFormat } from "./number-format.ts";
import { createStringReader, readSharedStrings } from "./strings.ts";
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
  const styles = readStyles(archive.read(pathOf("styles")));
  const date1904 = elementsOf(book, "workbookPr").some(({ date1904 }) => date1904 === "1" || date1904 === "true");
  const numberOf = createNumberCells(date1904);
  const numberCell = (value: number, style: number) => numberOf(value, styles[style]?.code ?? "General");
  const indentOf = (style: number) => styles[style]?.indent ?? 0;
  const isAcross = (style: number) => styles[style]?.isAcross === true;
  return wanted.map((entry) => {
    const part = archive.read(entry.path);
    if (!part) throw damaged(file, `the part with the sheet "${entry.name}" is missing`);
    const { cells, ...rest } = readWorksheet(part, {
      file,
      name: entry.name,
      sharedStrings,
      numberCell,
      indentOf,
      isAcross,
    });
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

/** What one part of a workbook says of another (ECMA-376 part 2, 9.3). */
interface Relation {
  readonly id: string;
  readonly path: string;
  /** The end of the type's address: `worksheet`, `table`, `comments`. */
  readonly kind: string;
}

/** The relations of a part; of the whole archive, where the path is empty. */
function relationsOf(archive: Archive, path: string): readonly Relation[] {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const relations = elementsOf(archive.read(`${folder}_rels/${path.slice(folder.length)}.rels`), "Relationship");
  return relations.map(({ Id = "", Target = "", Type = "" }) => ({
    id: Id,
    path: resolvePath(Target, folder),
    kind: Type.slice(Type.lastIndexOf("/") + 1),
  }));
}

/** The id of a relation that an element names, whatever the prefix. */
const relationId = (attributes: XmlAttributes): string | undefined =>
  attributes["r:id"] ?? Object.entries(attributes).find(([name]) => name.endsWith(":id"))?.[1];

/** `../tables/table1.xml` from `xl/worksheets/` is `xl/tables/table1.xml`. */
function resolvePath(target: string, folder: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** What a style says of a cell: the code of its number format, how far its text is moved to the right, and whether it stands across the empty cells behind it. */
interface CellStyle {
  readonly code: string;
  indent: number;
  isAcross?: boolean;
}

/** The styles that cells name by number (18.8.1, 18.8.10, 18.8.31). */
function readStyles(part: Buffer | undefined): readonly CellStyle[] {
  const own = new Map<number, string>();
  const styles: CellStyle[] = [];
  let inCellStyles = false;
  if (part) {
    walkLocalXml(part, {
      open(name, attributes) {
        const last = styles.at(-1);
        if (name === "numFmt") own.set(Number(attributes.numFmtId), attributes.formatCode ?? "General");
        else if (name === "cellXfs") inCellStyles = true;
        else if (name === "xf" && inCellStyles) {
          const id = Number(attributes.numFmtId ?? 0);
          styles.push({ code: own.get(id) ?? builtInFormat(id), indent: 0 });
        } else if (name === "alignment" && inCellStyles && last) {
          if (isFromLeft(attributes.horizontal)) last.indent = Number(attributes.indent ?? 0) || 0;
          last.isAcross = attributes.horizontal === "centerContinuous";
        }
      },
      close(name) {
        if (name === "cellXfs") inCellStyles = false;
      },
    });
  }
  return styles;
}

/** Whether a text begins at the left of its cell, as it does where nothing is said. */
const isFromLeft = (horizontal: string | undefined): boolean =>
  horizontal === undefined || horizontal === "left" || horizontal === "general";
