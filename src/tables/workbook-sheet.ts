import { columnLetters, type Diagnostics } from "../diagnostics/index.ts";
import type { MarkedTable, Sheet, SheetCell, SheetNote, SheetRange } from "./sheet.ts";
import { createSheetBuilder } from "./sheet-builder.ts";
import { tooLarge } from "./unreadable-file.ts";

/** A sheet of a workbook before it is read. */
export interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
}

/** Which sheets are wanted, among all of a workbook's; by their names. */
export type ChooseSheets = (sheets: readonly SheetEntry[]) => readonly string[];

/** A sheet of a workbook as its reader found it, hidden rows and columns included. All numbers are indices from 0. */
export interface WorkbookSheet extends SheetEntry {
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Calls back for each cell that holds anything. */
  eachCell(visit: (row: number, column: number, cell: SheetCell) => void): void;
  readonly merges: readonly SheetRange[];
  readonly notes: readonly SheetNote[];
  readonly markedTables: readonly MarkedTable[];
}

/** What a workbook's sheet may have from corner to corner. */
const maxCells = 50_000_000;

interface VisibleOptions {
  readonly file: string;
  /** Hidden rows and columns are kept. */
  readonly hidden: boolean;
  readonly diagnostics: Diagnostics;
}

/** The sheet without its hidden rows and columns, which are told of. */
export function visibleSheet(sheet: WorkbookSheet, { file, hidden, diagnostics }: VisibleOptions): Sheet {
  const { name } = sheet;
  const all = createSheetBuilder();
  const shownRows = createShown(hidden ? new Set() : sheet.hiddenRows);
  const shownColumns = createShown(hidden ? new Set() : sheet.hiddenColumns);
  let leftOut = 0;
  let height = 0;
  let width = 0;
  sheet.eachCell((row, column, cell) => {
    if (shownRows.hides(row) || shownColumns.hides(column)) {
      leftOut += 1;
      return;
    }
    height = Math.max(height, row + 1);
    width = Math.max(width, column + 1);
    if (height * width > maxCells) throw farCorner(file, name, { height, width });
    all.set(shownRows.indexOf(row), shownColumns.indexOf(column), cell);
  });
  if (leftOut > 0) {
    diagnostics.warn({
      code: "hidden-cells",
      message: `Hidden rows or columns with ${leftOut.toLocaleString("en-GB")} cells are not read.`,
      hint: "Say hidden: true to read them too.",
      source: { file, sheet: name },
    });
  }
  const { columns, rowNumbers } = all.finish();
  return {
    file,
    name,
    columns: columns.map((one, index) => ({ ...one, column: shownColumns.positionOf(index) + 1 })),
    rowNumbers: rowNumbers.map((_, index) => shownRows.positionOf(index) + 1),
    merges: sheet.merges.flatMap((range) => shrunk(range, { shownRows, shownColumns })),
    notes: sheet.notes
      .filter(({ row, column }) => !shownRows.hides(row) && !shownColumns.hides(column))
      .map(({ row, column, text }) => ({ row: shownRows.indexOf(row), column: shownColumns.indexOf(column), text })),
    markedTables: sheet.markedTables.flatMap((table) =>
      shrunk(table, { shownRows, shownColumns }).map((range) => ({ ...range, name: table.name })),
    ),
  };
}

/** Rows, or columns, of which some are hidden. */
interface Shown {
  hides(position: number): boolean;
  /** How many of those before are shown. */
  indexOf(position: number): number;
  positionOf(index: number): number;
}

function createShown(hidden: ReadonlySet<number>): Shown {
  const sorted = [...hidden].sort((a, b) => a - b);
  const hiddenBefore = (position: number): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as number) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    hides: (position) => hidden.has(position),
    indexOf: (position) => position - hiddenBefore(position),
    positionOf(index) {
      // The hidden one at place n has (its position − n) shown ones before it.
      let [low, high] = [0, sorted.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle] as number) - middle <= index) low = middle + 1;
        else high = middle;
      }
      return index + low;
    },
  };
}

/** What of a range is shown: none or one. */
function shrunk(
  { top, left, bottom, right }: SheetRange,
  { shownRows, shownColumns }: { readonly shownRows: Shown; readonly shownColumns: Shown },
): readonly SheetRange[] {
  const range = {
    top: shownRows.indexOf(top),
    left: shownColumns.indexOf(left),
    bottom: shownRows.indexOf(bottom + 1) - 1,
    right: shownColumns.indexOf(right + 1) - 1,
  };
  return range.bottom < range.top || range.right < range.left ? [] : [range];
}

function farCorner(
  file: string,
  sheet: string,
  { height, width }: { readonly height: number; readonly width: number },
) {
  return tooLarge(
    file,
    `The sheet "${sheet}" reaches from A1 to ${columnLetters(width)}${height}, which are ${(height * width).toLocaleString("en-GB")} cells.`,
    "Delete what stands alone far from the table, or save the table as CSV.",
  );
}
