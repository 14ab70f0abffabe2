import type { BlockBox, BlockLevelBox, Cell, Row, RowGroup, TableBox } from "../box/box.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import { greatest } from "../geometry/extremes.ts";
import type { CollapsedBorders } from "./fragment.ts";
import { halvedCell } from "./halved-styles.ts";
import type { LaidOut } from "./laid-out.ts";
import type { LayoutContext } from "./layout-context.ts";
import { distributeHeights } from "./table-heights.ts";

export interface PlacedCell {
  readonly cell: Cell;
  readonly laidOut: LaidOut;
  readonly collapsed: CollapsedBorders | undefined;
}

export interface PlacedRow {
  readonly row: Row;
  readonly group: RowGroup;
  readonly cells: readonly PlacedCell[];
  /** From the top of the grid. */
  readonly y: number;
  readonly height: number;
  /** Of the cells that are aligned by their first lines, from the top of the row; undefined: there are none. */
  readonly baseline: number | undefined;
}

export interface TableColumns {
  readonly columnX: readonly number[];
  readonly columnWidths: readonly number[];
  readonly width: number;
  readonly spacing: { readonly horizontal: number; readonly vertical: number };
  /** The space before each column. */
  readonly gapsBefore: readonly number[];
  /** The first column is the rightmost. */
  readonly isRightToLeft: boolean;
}

interface RowsOptions {
  readonly grid: TableColumns;
  readonly isCollapsed: boolean;
  /** What the table asks for, spaces above and below the rows included, pt. */
  readonly height: number | undefined;
  readonly context: LayoutContext;
}

/**
 * Lays out the cells of all rows, gives each row its height, and hands on those whose heights hang together: mostly one by one. What their
 * cells were laid out to is let go of then, since all of a long table's would be most of the memory that it takes.
 */
export function layoutTableRows(
  table: TableBox,
  { grid, isCollapsed, height: asked, context }: RowsOptions,
  onRows: (rows: readonly PlacedRow[]) => void,
): void {
  const borders = isCollapsed ? context.tableBorders(table).cells : undefined;
  const options: SectionOptions = { grid, borders, asked, context };
  const isOne = asked !== undefined || table.groups.some(({ style: { height } }) => height !== "auto");
  let y = grid.spacing.vertical;
  let open: LaidOutRow[] = [];
  let index = 0;
  /** How many rows the cells so far reach down to. */
  let reach = 0;
  function close(): void {
    const rows = placeSection(open, y, options);
    for (const { height } of rows) y += height + grid.spacing.vertical;
    open = [];
    onRows(rows);
  }
  for (const group of table.groups) {
    for (const row of group.rows) {
      open.push({ row, group, cells: row.cells.map((cell) => layoutCell(cell, undefined, options)) });
      index += 1;
      for (const { rowSpan } of row.cells) reach = Math.max(reach, index - 1 + rowSpan);
      if (!isOne && reach <= index) close();
    }
  }
  if (open.length > 0) close();
}

type LaidOutRow = Pick<PlacedRow, "row" | "group" | "cells">;

interface SectionOptions {
  readonly grid: TableColumns;
  /** Undefined unless they collapse. */
  readonly borders: ReadonlyMap<Cell, CollapsedBorders> | undefined;
  readonly asked: number | undefined;
  readonly context: LayoutContext;
}

/** `height`: of the row, where it is known. */
function layoutCell(cell: Cell, height: number | undefined, { grid, borders, context }: SectionOptions): PlacedCell {
  const collapsed = borders?.get(cell);
  const box = collapsed ? { ...cell.box, style: halvedCell(cell.box.style, collapsed) } : cell.box;
  const width = spanWidth(grid, cell);
  return { cell, collapsed, laidOut: context.layout(box, { width, exactWidth: width, exactHeight: height }) };
}

/** Rows under each other, the first at `top`. */
function placeSection(rows: readonly LaidOutRow[], top: number, options: SectionOptions): PlacedRow[] {
  const { asked, grid } = options;
  const { vertical } = grid.spacing;
  const heights = rowHeights(rows, {
    spacing: vertical,
    asked: asked === undefined ? undefined : Math.max(0, asked - vertical * (rows.length + 1)),
  });
  let y = top;
  return rows.map(({ row, group, cells: laidOut }, index): PlacedRow => {
    const height = heights[index] as number;
    const cells = laidOut.map((placed) => {
      const { cell } = placed;
      const isFilled = cell.rowSpan === 1 && fillsCell(cell.box, row.style, asked);
      // Now that the cell's height is known, so is what percentages in it are of (CSS Tables 3, 4.4).
      return isFilled && height > placed.laidOut.fragment.height ? layoutCell(cell, height, options) : placed;
    });
    const placed = { row, group, cells, y, height, baseline: baselineOf(cells) };
    y += height + vertical;
    return placed;
  });
}

/** Whether something in a cell is as high as a part of the cell, whose height is given. */
function fillsCell({ style, content }: BlockBox, row: ComputedStyle, asked: number | undefined): boolean {
  if (style.height === "auto" && row.height === "auto" && asked === undefined) return false;
  const isShare = (box: BlockLevelBox) => typeof box.style.height === "object";
  return content.kind === "blocks"
    ? content.children.some(isShare)
    : content.items.some((item) => item.kind === "atom" && isShare(item.box));
}

/** Where the first lines of cells stand that are aligned by them. */
function baselineOf(cells: readonly PlacedCell[]): number | undefined {
  let lowest: number | undefined;
  for (const { cell, laidOut } of cells)
    if (isByBaseline(cell) && laidOut.firstBaseline !== undefined)
      lowest = Math.max(lowest ?? laidOut.firstBaseline, laidOut.firstBaseline);
  return lowest;
}

/** Alignments that say nothing in a cell are the same (CSS 2.2, 17.5.3). */
const isByBaseline = ({ box: { style } }: Cell) =>
  style.verticalAlign !== "top" && style.verticalAlign !== "middle" && style.verticalAlign !== "bottom";

/** How far the content of a cell moves down to stand on the baseline of its row. */
export function baselineShift({ cell, laidOut }: PlacedCell, baseline: number | undefined): number {
  if (baseline === undefined || laidOut.firstBaseline === undefined || !isByBaseline(cell)) return 0;
  return Math.max(0, baseline - laidOut.firstBaseline);
}

function spanWidth({ columnWidths, gapsBefore }: TableColumns, { column, columnSpan }: Cell): number {
  let width = columnWidths[column] ?? 0;
  for (let next = column + 1; next < Math.min(column + columnSpan, columnWidths.length); next += 1)
    width += (columnWidths[next] as number) + (gapsBefore[next] as number);
  return width;
}

function naturalHeight({ row, cells }: LaidOutRow): number {
  const baseline = baselineOf(cells);
  let height = typeof row.style.height === "number" ? row.style.height : 0;
  for (const placed of cells)
    if (placed.cell.rowSpan === 1)
      height = Math.max(height, placed.laidOut.fragment.height + baselineShift(placed, baseline));
  return height;
}

/** Cells of one row first; then each spanning cell makes its last row as tall as it needs. */
function rowHeights(
  rows: readonly { readonly row: Row; readonly group: RowGroup; readonly cells: readonly PlacedCell[] }[],
  { spacing, asked }: { readonly spacing: number; readonly asked: number | undefined },
): number[] {
  const [first] = rows;
  if (first && rows.length === 1 && isAsHighAsCells(first, asked)) return [naturalHeight(first)];
  const heights = rows.map(naturalHeight);
  for (const [y, { cells }] of rows.entries()) {
    for (const { cell, laidOut } of cells) {
      if (cell.rowSpan === 1) continue;
      const last = Math.min(rows.length, y + cell.rowSpan) - 1;
      const covered = heights.slice(y, last + 1).reduce((sum, height) => sum + height, spacing * (last - y));
      heights[last] = (heights[last] as number) + Math.max(0, laidOut.fragment.height - covered);
    }
  }
  return distributeHeights(
    rows.map(({ row, group, cells }, index) => ({
      height: heights[index] as number,
      style: row.style,
      group,
      cellShare: shareOf(cells),
    })),
    { asked, spacing },
  );
}

/** Most rows are by themselves, and nothing is asked of them. */
function isAsHighAsCells({ group, cells }: LaidOutRow, asked: number | undefined): boolean {
  if (asked !== undefined || group.style.height !== "auto") return false;
  for (const { cell } of cells) if (cell.rowSpan > 1) return false;
  return true;
}

/** The largest share of the table's height that a cell asks for. */
function shareOf(cells: readonly PlacedCell[]): number | undefined {
  const shares = cells.flatMap(({ cell: { box, rowSpan } }) =>
    rowSpan === 1 && typeof box.style.height === "object" && box.style.height.percent > 0
      ? [box.style.height.percent / 100]
      : [],
  );
  return shares.length > 0 ? greatest(shares) : undefined;
}
