import type { Cell, Row, RowGroup, TableBox } from "../box/box.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import type { CollapsedBorders } from "./fragment.ts";
import type { LaidOut } from "./laid-out.ts";
import type { LayoutContext } from "./layout-context.ts";

interface PlacedCell {
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
}

export interface TableGrid {
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
  readonly grid: TableGrid;
  readonly isCollapsed: boolean;
  readonly context: LayoutContext;
}

/** Lays out the cells of all rows, and gives each row its height. */
export function layoutTableRows(table: TableBox, { grid, isCollapsed, context }: RowsOptions): PlacedRow[] {
  const borders = isCollapsed ? context.tableBorders(table).cells : undefined;
  const halved = createHalving();
  const rows = table.groups.flatMap((group) =>
    group.rows.map((row) => ({
      row,
      group,
      cells: row.cells.map((cell): PlacedCell => {
        const collapsed = borders?.get(cell);
        const box = collapsed ? { ...cell.box, style: halved(cell.box.style, collapsed) } : cell.box;
        const width = spanWidth(grid, cell);
        return { cell, collapsed, laidOut: context.layout(box, { width, exactWidth: width }) };
      }),
    })),
  );
  const heights = rowHeights(rows, grid.spacing.vertical);
  let y = grid.spacing.vertical;
  return rows.map((row, index): PlacedRow => {
    const height = heights[index] as number;
    const placed = { ...row, y, height };
    y += height + grid.spacing.vertical;
    return placed;
  });
}

function spanWidth({ columnWidths, gapsBefore }: TableGrid, { column, columnSpan }: Cell): number {
  let width = columnWidths[column] ?? 0;
  for (let next = column + 1; next < Math.min(column + columnSpan, columnWidths.length); next += 1)
    width += (columnWidths[next] as number) + (gapsBefore[next] as number);
  return width;
}

/** Cells of one row first; then each spanning cell makes its last row as tall as it needs. */
function rowHeights(
  rows: readonly { readonly row: Row; readonly cells: readonly PlacedCell[] }[],
  spacing: number,
): number[] {
  const heights = rows.map(({ row, cells }) =>
    Math.max(
      typeof row.style.height === "number" ? row.style.height : 0,
      ...cells.filter(({ cell }) => cell.rowSpan === 1).map(({ laidOut }) => laidOut.fragment.height),
    ),
  );
  for (const [y, { cells }] of rows.entries()) {
    for (const { cell, laidOut } of cells) {
      if (cell.rowSpan === 1) continue;
      const last = Math.min(rows.length, y + cell.rowSpan) - 1;
      const covered = heights.slice(y, last + 1).reduce((sum, height) => sum + height, spacing * (last - y));
      heights[last] = (heights[last] as number) + Math.max(0, laidOut.fragment.height - covered);
    }
  }
  return heights;
}

/** In the collapsed model half of each border lies inside the cell. Cells with the same borders share a style. */
function createHalving() {
  const known = new WeakMap<ComputedStyle, Map<string, ComputedStyle>>();
  return (style: ComputedStyle, { top, right, bottom, left }: CollapsedBorders): ComputedStyle => {
    const widths = [top, right, bottom, left].map((line) => (line?.width ?? 0) / 2);
    const key = widths.join();
    const byKey = known.get(style) ?? new Map<string, ComputedStyle>();
    known.set(style, byKey);
    const [borderTopWidth = 0, borderRightWidth = 0, borderBottomWidth = 0, borderLeftWidth = 0] = widths;
    const result = byKey.get(key) ?? {
      ...style,
      ...allSolid,
      borderTopWidth,
      borderRightWidth,
      borderBottomWidth,
      borderLeftWidth,
    };
    byKey.set(key, result);
    return result;
  };
}

const allSolid = {
  borderTopStyle: "solid",
  borderRightStyle: "solid",
  borderBottomStyle: "solid",
  borderLeftStyle: "solid",
} as const;
