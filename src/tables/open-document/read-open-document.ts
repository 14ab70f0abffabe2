import { parseCellReference } from "../cell-reference.ts";
import { withRaised } from "../raised-text.ts";
import type { MarkedTable, SheetCell, SheetNote, SheetRange } from "../sheet.ts";
import { tooLarge } from "../unreadable-file.ts";
import type { ChooseSheets, WorkbookSheet } from "../workbook-sheet.ts";
import { walkXml, type XmlAttributes } from "../xml.ts";
import { openDocumentCell } from "./open-document-cell.ts";

interface OpenDocumentOptions {
  readonly file: string;
  readonly choose: ChooseSheets;
}

/** A cell, and the cells to the right of it and below that repeat it. */
interface RepeatedCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly cell: SheetCell;
}

interface HiddenSpan {
  readonly start: number;
  readonly count: number;
}

/** A sheet while it is read. */
interface OpenSheet {
  readonly name: string;
  readonly style: string;
  readonly cells: RepeatedCell[];
  readonly hiddenRows: HiddenSpan[];
  readonly hiddenColumns: HiddenSpan[];
  readonly merges: SheetRange[];
  readonly notes: SheetNote[];
}

/** How many cells the repetitions of a sheet may make. */
const maxRepeated = 20_000_000;

/**
 * Reads the sheets of an OpenDocument spreadsheet (OASIS OpenDocument 1.3, part 3, section 9), from the bytes of its content. Blank
 * rows and columns that are repeated to the end of the sheet cost nothing.
 */
export function readOpenDocument(content: Uint8Array, { file, choose }: OpenDocumentOptions): readonly WorkbookSheet[] {
  const { sheets, hiddenStyles, ranges } = readContent(content);
  const entries = sheets.map(({ name, style }) => ({ name, isHidden: hiddenStyles.has(style) }));
  return choose(entries).flatMap((wanted) => {
    const sheet = sheets.find(({ name }) => name === wanted);
    if (!sheet) return [];
    const count = sheet.cells.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
    if (count > maxRepeated) {
      throw tooLarge(
        file,
        `The sheet "${wanted}" repeats its cells until they are ${count.toLocaleString("en-GB")}.`,
        "Delete what is repeated beside and below the table.",
      );
    }
    const height = sheet.cells.reduce((end, { row, rows }) => Math.max(end, row + rows), 0);
    const width = sheet.cells.reduce((end, { column, columns }) => Math.max(end, column + columns), 0);
    return [
      {
        name: wanted,
        isHidden: hiddenStyles.has(sheet.style),
        hiddenRows: spread(sheet.hiddenRows, height),
        hiddenColumns: spread(sheet.hiddenColumns, width),
        eachCell(visit) {
          for (const cell of sheet.cells) visitRepeated(cell, visit);
        },
        merges: sheet.merges,
        notes: sheet.notes,
        markedTables: ranges.flatMap(({ name, address }) => tableAt(address, { name, sheet: wanted })),
      },
    ];
  });
}

function visitRepeated(
  { row, column, rows, columns, cell }: RepeatedCell,
  visit: Parameters<WorkbookSheet["eachCell"]>[0],
) {
  for (let down = 0; down < rows; down += 1) {
    for (let along = 0; along < columns; along += 1) visit(row + down, column + along, cell);
  }
}

/** The hidden ones up to the last that matters: all rows below a table may be hidden. */
function spread(spans: readonly HiddenSpan[], end: number): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const { start, count } of spans) {
    for (let index = start; index < Math.min(start + count, end); index += 1) hidden.add(index);
  }
  return hidden;
}

/** `'Table 1'.A5:'Table 1'.F20` (19.642), where it is of that sheet. */
function tableAt(address: string, { name, sheet }: { readonly name: string; readonly sheet: string }): MarkedTable[] {
  const found = /^\$?(?:'((?:[^']|'')*)'|([^.']*))\.([$A-Z\d]+):(?:.*\.)?([$A-Z\d]+)$/i.exec(address);
  if (!found || (found[1]?.replaceAll("''", "'") ?? found[2]) !== sheet) return [];
  const [from, to] = [found[3], found[4]].map((reference) => parseCellReference((reference ?? "").replaceAll("$", "")));
  return from && to ? [{ name, top: from.row, left: from.column, bottom: to.row, right: to.column }] : [];
}

interface OpenContent {
  readonly sheets: readonly OpenSheet[];
  /** Names of the styles of sheets that are not displayed. */
  readonly hiddenStyles: ReadonlySet<string>;
  readonly ranges: readonly { readonly name: string; readonly address: string }[];
}

const cellNames = new Set(["table:table-cell", "table:covered-table-cell"]);

/** What stands in a cell or before a sheet's rows, and is no cell: drawings, forms, what was changed. */
const noCell =
  /^(?:draw|form|svg|chart|dr3d):|^table:(?:tracked-changes|shapes|detective|content-validations)$|^text:ruby-text$/;

function readContent(content: Uint8Array): OpenContent {
  const sheets: OpenSheet[] = [];
  const hiddenStyles = new Set<string>();
  const raisedStyles = new Set<string>();
  const ranges: OpenContent["ranges"][number][] = [];
  let style = "";
  let sheet: OpenSheet | undefined;
  let row = { start: 0, count: 1 };
  let column = 0;
  let styledColumn = 0;
  let cell: XmlAttributes | undefined;
  let text = createCellText(raisedStyles);
  let note: CellText | undefined;
  let skipped = 0;

  const opened = new Map<string, (attributes: XmlAttributes) => void>(
    Object.entries({
      "style:style": (attributes) => {
        style = attributes["style:name"] ?? "";
      },
      "style:table-properties": (attributes) => {
        if (attributes["table:display"] === "false") hiddenStyles.add(style);
      },
      "style:text-properties": (attributes) => {
        if ((attributes["style:text-position"] ?? "").startsWith("super")) raisedStyles.add(style);
      },
      "table:database-range": (attributes) => {
        ranges.push({ name: attributes["table:name"] ?? "", address: attributes["table:target-range-address"] ?? "" });
      },
      "table:table": (attributes) => {
        sheet = newSheet(attributes);
        sheets.push(sheet);
        row = { start: 0, count: 0 };
        styledColumn = 0;
      },
      "table:table-column": (attributes) => {
        const count = repeated(attributes["table:number-columns-repeated"]);
        if (isHidden(attributes)) sheet?.hiddenColumns.push({ start: styledColumn, count });
        styledColumn += count;
      },
      "table:table-row": (attributes) => {
        row = { start: row.start + row.count, count: repeated(attributes["table:number-rows-repeated"]) };
        column = 0;
        if (isHidden(attributes)) sheet?.hiddenRows.push(row);
      },
      "table:table-cell": openCell,
      "table:covered-table-cell": openCell,
      "office:annotation": () => {
        note = createCellText(raisedStyles);
      },
    }),
  );

  function openCell(attributes: XmlAttributes): void {
    cell = attributes;
    text = createCellText(raisedStyles);
  }

  function open(name: string, attributes: XmlAttributes): void {
    const handler = opened.get(name);
    if (skipped > 0 || noCell.test(name)) skipped += 1;
    else if (handler) handler(attributes);
    else (note ?? text).open(name, attributes);
  }

  function close(name: string): void {
    if (skipped > 0) skipped -= 1;
    else if (name === "office:annotation") {
      sheet?.notes.push({ row: row.start, column, text: note?.content() ?? "" });
      note = undefined;
    } else if (cellNames.has(name) && cell && sheet) {
      const columns = repeated(cell["table:number-columns-repeated"]);
      // What merged cells cover is not shown.
      const value = name === "table:table-cell" ? openDocumentCell(cell, text.content()) : null;
      if (value !== null) sheet.cells.push({ row: row.start, column, rows: row.count, columns, cell: value });
      addMerge(sheet, { cell, row: row.start, column });
      column += columns;
      cell = undefined;
    } else (note ?? text).close(name);
  }

  walkXml(content, {
    open,
    close,
    text: (part) => {
      if (cell && skipped === 0) (note ?? text).add(part);
    },
  });
  return { sheets, hiddenStyles, ranges };
}

const newSheet = (attributes: XmlAttributes): OpenSheet => ({
  name: attributes["table:name"] ?? "",
  style: attributes["table:style-name"] ?? "",
  cells: [],
  hiddenRows: [],
  hiddenColumns: [],
  merges: [],
  notes: [],
});

function addMerge(
  { merges }: OpenSheet,
  { cell, row, column }: { readonly cell: XmlAttributes; readonly row: number; readonly column: number },
) {
  const rows = repeated(cell["table:number-rows-spanned"]);
  const columns = repeated(cell["table:number-columns-spanned"]);
  if (rows * columns > 1) merges.push({ top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 });
}

const isHidden = (attributes: XmlAttributes): boolean =>
  ["collapse", "filter"].includes(attributes["table:visibility"] ?? "");

/** A number of repetitions: one, where none is said. */
function repeated(text: string | undefined): number {
  const count = Number(text ?? 1);
  return Number.isInteger(count) && count > 0 ? Math.min(count, 2 ** 24) : 1;
}

/** The text of the paragraphs of a cell (5.1.3 and 6.1). */
interface CellText {
  open(name: string, attributes: XmlAttributes): void;
  close(name: string): void;
  add(text: string): void;
  content(): string;
}

const maxSpaces = 1000;

/** @param raisedStyles names of the styles of text that stands raised. */
function createCellText(raisedStyles: ReadonlySet<string>): CellText {
  const paragraphs: string[] = [];
  /** What each open span has, where it is raised. */
  const spans: (string | undefined)[] = [];
  const append = (text: string) => {
    const inner = spans.findLastIndex((own) => own !== undefined);
    if (inner >= 0) spans[inner] += text;
    else if (paragraphs.length > 0) paragraphs[paragraphs.length - 1] += text;
  };
  return {
    open(name, attributes) {
      if (name === "text:span") spans.push(raisedStyles.has(attributes["text:style-name"] ?? "") ? "" : undefined);
      else if (name === "text:p" || name === "text:h") paragraphs.push("");
      else if (name === "text:s") append(" ".repeat(Math.min(repeated(attributes["text:c"]), maxSpaces)));
      else if (name === "text:tab") append("\t");
      else if (name === "text:line-break") append("\n");
    },
    close(name) {
      const raised = name === "text:span" ? spans.pop() : undefined;
      const last = paragraphs.length - 1;
      if (raised !== undefined && last >= 0) paragraphs[last] = withRaised(paragraphs[last] ?? "", raised);
    },
    // Line breaks of the source are one space (6.1.2); spaces are kept, as programs write them and read them.
    add: (text) => append(text.replace(/ *[\t\n\r][\t\n\r ]*/g, " ")),
    content: () => paragraphs.join("\n"),
  };
}
