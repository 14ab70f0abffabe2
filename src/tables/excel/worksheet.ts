import { parseCellReference, parseRange } from "../cell-reference.ts";
import type { SheetCell, SheetRange } from "../sheet.ts";
import { tooLarge } from "../unreadable-file.ts";
import { walkLocalXml, type XmlAttributes } from "../xml.ts";
import { createStringReader, unescapeCharacters } from "./strings.ts";

/** What stands in the part of a worksheet (ECMA-376 part 1, 18.3.1). All numbers are indices from 0. */
export interface Worksheet {
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly merges: readonly SheetRange[];
  readonly cells: readonly SheetCellAt[];
}

interface SheetCellAt {
  readonly row: number;
  readonly column: number;
  readonly cell: SheetCell;
}

export interface CellContext {
  readonly file: string;
  readonly name: string;
  readonly sharedStrings: readonly string[];
  /** A number in a cell of that style. */
  readonly numberCell: (value: number, style: number) => SheetCell;
  /** How many steps a style moves a text to the right. */
  readonly indentOf: (style: number) => number;
  /** Whether a text of that style stands in the middle of its cell and the empty ones of the style behind it, as if they were merged. */
  readonly isAcross: (style: number) => boolean;
}

/** Excel has no more. */
const maxColumns = 16_384;

/** Cells of a sheet that hold something, by row and column from 0. @throws UnreadableFile where there are too many columns. */
export function readWorksheet(part: Buffer, context: CellContext): Worksheet {
  const cells: SheetCellAt[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const merges: SheetRange[] = [];
  let across: { -readonly [Side in keyof SheetRange]: SheetRange[Side] } | undefined;
  const inline = createStringReader();
  let row = -1;
  let column = -1;
  let cell: XmlAttributes = {};
  let value: string | undefined;
  let hasFormula = false;
  let inValue = false;

  function open(name: string, attributes: XmlAttributes): void {
    switch (name) {
      case "row":
        row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1;
        column = -1;
        if (isTrue(attributes.hidden)) hiddenRows.add(row);
        break;
      case "c":
        cell = attributes;
        column = attributes.r === undefined ? column + 1 : (parseCellReference(attributes.r)?.column ?? column + 1);
        value = undefined;
        hasFormula = false;
        if (column >= maxColumns) throw tooWide(context);
        break;
      case "f":
        hasFormula = true;
        break;
      case "v":
        value = "";
        inValue = true;
        break;
      case "col":
        if (!isTrue(attributes.hidden)) break;
        for (let at = Number(attributes.min); at <= Math.min(Number(attributes.max), maxColumns); at += 1)
          hiddenColumns.add(at - 1);
        break;
      case "mergeCell": {
        const range = parseRange(attributes.ref ?? "");
        if (range) merges.push(range);
        break;
      }
      default:
        inline.open(name, attributes);
    }
  }

  function close(name: string): void {
    if (name === "v") inValue = false;
    else if (name === "c") {
      const read = readCell({ cell, value, inline: inline.take(), hasFormula }, context);
      if (read !== null) cells.push({ row, column, cell: read });
      takeAcross(read);
    } else inline.close?.(name);
  }

  function takeAcross(read: SheetCell): void {
    const isAcross = cell.s !== undefined && context.isAcross(Number(cell.s));
    if (!isAcross) across = undefined;
    else if (read !== null) across = { top: row, bottom: row, left: column, right: column };
    else if (across?.top === row && across.right === column - 1) {
      if (across.left === across.right) merges.push(across);
      across.right = column;
    }
  }

  walkLocalXml(part, {
    open,
    close,
    text(text) {
      if (inValue) value += text;
      else inline.text?.(text);
    },
  });
  return { cells, hiddenRows, hiddenColumns, merges };
}

const tooWide = ({ file, name }: CellContext) =>
  tooLarge(
    file,
    `The sheet "${name}" has more columns than the ${maxColumns.toLocaleString("en-GB")} of a spreadsheet.`,
    "Leave out what is not needed, or save it as CSV.",
  );

const isTrue = (text: string | undefined): boolean => text === "1" || text === "true";

interface WrittenCell {
  readonly cell: XmlAttributes;
  readonly value: string | undefined;
  readonly inline: string;
  readonly hasFormula: boolean;
}

/** A cell by its type (18.18.11). */
function readCell({ cell, value, inline, hasFormula }: WrittenCell, context: CellContext): SheetCell {
  switch (cell.t) {
    case "s":
      return moved(context.sharedStrings[Number(value ?? -1)] ?? null, cell, context);
    case "inlineStr":
      return moved(inline === "" ? null : inline, cell, context);
    case "str":
      // A formula may come to a text without characters.
      return value === undefined ? (hasFormula ? notWorkedOut : null) : unescapeCharacters(value);
    case "b":
      return value === undefined ? null : value === "1" || value === "true";
    case "e":
      return { kind: "error", error: value ?? "#ERROR!" };
    case "d":
      return value === undefined ? null : isoDate(value);
    default: {
      if (value === undefined || value.trim() === "") return hasFormula ? notWorkedOut : null;
      const number = Number(value);
      return Number.isNaN(number) ? value : context.numberCell(number, Number(cell.s ?? 0));
    }
  }
}

/** A step to the right, in spaces: where the style does not move labels within others, whoever types them does it so. */
const step = "  ";

/** A label as it stands in its cell: what its style moves to the right begins with spaces. */
function moved(text: string | null, { s }: XmlAttributes, { indentOf }: CellContext): string | null {
  const indent = s === undefined || text === null || !/\p{L}{2}/u.test(text) ? 0 : indentOf(Number(s));
  return indent > 0 ? step.repeat(indent) + text : text;
}

/** A program wrote the formula and no spreadsheet has opened it since. */
const notWorkedOut: SheetCell = { kind: "error", error: "formula" };

function isoDate(text: string): SheetCell {
  const [, day, time = "00:00:00"] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(text) ?? [];
  if (day === undefined) return text;
  return { kind: "date", date: time === "00:00:00" ? day : `${day}T${time}`, shown: day };
}
