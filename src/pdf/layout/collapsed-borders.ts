import type { Edges } from "../box/border-widths.ts";
import type { Cell, Row, RowGroup, TableBox } from "../box/box.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import { greatest } from "../geometry/extremes.ts";
import type { BorderLine, CollapsedBorders } from "./fragment.ts";

type Side = "top" | "right" | "bottom" | "left";

interface BorderFields {
  readonly width: keyof ComputedStyle & `border${string}Width`;
  readonly style: keyof ComputedStyle & `border${string}Style`;
  readonly color: keyof ComputedStyle & `border${string}Color`;
}

const sideFields: Readonly<Record<Side, BorderFields>> = {
  top: { width: "borderTopWidth", style: "borderTopStyle", color: "borderTopColor" },
  right: { width: "borderRightWidth", style: "borderRightStyle", color: "borderRightColor" },
  bottom: { width: "borderBottomWidth", style: "borderBottomStyle", color: "borderBottomColor" },
  left: { width: "borderLeftWidth", style: "borderLeftStyle", color: "borderLeftColor" },
};

export function borderLine(style: ComputedStyle, side: Side): BorderLine | undefined {
  const known = knownLines.get(style) ?? {};
  knownLines.set(style, known);
  if (!(side in known)) known[side] = readLine(style, side);
  return known[side];
}

/** Cells by the hundred have one style: what of it is drawn at a side is one object. */
const knownLines = new WeakMap<ComputedStyle, Partial<Record<Side, BorderLine | undefined>>>();

function readLine(style: ComputedStyle, side: Side): BorderLine | undefined {
  const fields = sideFields[side];
  const lineStyle = style[fields.style] as BorderLine["style"];
  if (lineStyle === "none") return undefined;
  return { width: style[fields.width] as number, style: lineStyle, color: style[fields.color] as BorderLine["color"] };
}

/** CSS 2.2, 17.6.2.1, weakest first; `hidden` beats all. */
const strength = ["none", "inset", "groove", "outset", "ridge", "dotted", "dashed", "solid", "double", "hidden"];

/** Hidden wins, then the wider, then the stronger style; among equals the first given: cell, row, group, table. */
function winner(lines: readonly (BorderLine | undefined)[]): BorderLine | undefined {
  let best: BorderLine | undefined;
  for (const line of lines) {
    if (!line) continue;
    if (line.style === "hidden") return undefined;
    if (
      !best ||
      line.width > best.width ||
      (line.width === best.width && strength.indexOf(line.style) > strength.indexOf(best.style))
    ) {
      best = line;
    }
  }
  return best && best.width > 0 ? best : undefined;
}

interface GridRow {
  readonly row: Row;
  readonly group: RowGroup;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** The borders of a table whose borders collapse. */
export interface TableBorders {
  /** What is drawn on each side of each cell, half of it inside the cell. */
  readonly cells: ReadonlyMap<Cell, CollapsedBorders>;
  /** The half of the outer borders that lies outside the cells: it is the table's own border, pt. */
  readonly outer: Edges;
}

/** Conflict resolution for a whole table (CSS 2.2, 17.6.2). */
export function collapseBorders(table: TableBox): TableBorders {
  const rows = table.groups.flatMap((group) =>
    group.rows.map(
      (row, index): GridRow => ({ row, group, isFirst: index === 0, isLast: index === group.rows.length - 1 }),
    ),
  );
  const grid = occupancy(rows);
  const edges = Array.from({ length: rows.length + 1 }, (_, y) => edgeBetween(y, { table, rows }));
  const result = new Map<Cell, CollapsedBorders>();
  for (const [y, { row }] of rows.entries()) {
    for (const cell of row.cells) result.set(cell, resolveCell(cell, y, { table, rows, grid, edges }));
  }
  return { cells: result, outer: outerHalves(rows, { cells: result, table }) };
}

/** Where the first column is: on the right in a table that runs from right to left. */
const sidesOf = ({ style }: TableBox): { readonly start: Side; readonly end: Side } =>
  style.direction === "rtl" ? { start: "right", end: "left" } : { start: "left", end: "right" };

/** Left and right, the first row decides; above and below, the widest border does. */
function outerHalves(
  rows: readonly GridRow[],
  { cells, table }: Pick<TableBorders, "cells"> & Pick<Around, "table">,
): Edges {
  const half = (side: Side, of: readonly Cell[]) =>
    greatest(
      of.map((cell) => (cells.get(cell)?.[side]?.width ?? 0) / 2),
      0,
    );
  const first = rows[0]?.row.cells ?? [];
  const last = rows.flatMap(({ row }, y) => row.cells.filter((cell) => y + cell.rowSpan >= rows.length));
  const { start, end } = sidesOf(table);
  const atEnd = first.filter((cell) => cell.column + cell.columnSpan >= table.columnCount);
  const edges = { top: half("top", first), right: 0, bottom: half("bottom", last), left: 0 };
  return { ...edges, [start]: half(start, first.slice(0, 1)), [end]: half(end, atEnd) };
}

type Grid = readonly (readonly (Cell | undefined)[])[];

/** Which cell covers each slot of the grid. */
function occupancy(rows: readonly GridRow[]): Grid {
  const grid: (Cell | undefined)[][] = rows.map(() => []);
  for (const [y, { row }] of rows.entries()) {
    for (const cell of row.cells) {
      for (const covered of grid.slice(y, y + cell.rowSpan)) covered.fill(cell, cell.column, lengthen(covered, cell));
    }
  }
  return grid;
}

/** Makes the row long enough for the cell and says where the cell ends in it. */
function lengthen(row: (Cell | undefined)[], { column, columnSpan }: Cell): number {
  const end = column + columnSpan;
  while (row.length < end) row.push(undefined);
  return end;
}

interface Around {
  readonly table: TableBox;
  readonly rows: readonly GridRow[];
  readonly grid: Grid;
  /** What `edgeBetween` says of each edge. */
  readonly edges: readonly (readonly (BorderLine | undefined)[])[];
}

function resolveCell(cell: Cell, y: number, around: Around): CollapsedBorders {
  const { table, rows, grid, edges } = around;
  const bottom = Math.min(rows.length, y + cell.rowSpan);
  const next = cell.column + cell.columnSpan;
  const { start, end } = sidesOf(table);
  const of = (other: Cell | undefined, side: Side) => other && borderLine(other.box.style, side);
  const above = grid[y - 1]?.[cell.column];
  const below = grid[bottom]?.[cell.column];
  const before = grid[y]?.[cell.column - 1];
  const after = grid[y]?.[next];
  const atStart = cell.column === 0 ? edgeLines(table, rows[y], start) : [];
  const atEnd = next >= table.columnCount ? edgeLines(table, rows[y], end) : [];
  // Of two equal borders, the one above and the one nearer the start of the row win.
  const lineAtStart = winner([of(before, end), of(cell, start), ...atStart]);
  const lineAtEnd = winner([of(cell, end), of(after, start), ...atEnd]);
  return {
    top: winner([of(above, "bottom"), of(cell, "top"), ...(edges[y] ?? [])]),
    right: start === "right" ? lineAtStart : lineAtEnd,
    bottom: winner([of(cell, "bottom"), of(below, "top"), ...(edges[bottom] ?? [])]),
    left: start === "right" ? lineAtEnd : lineAtStart,
  };
}

/** What the rows above and below the horizontal edge `y` say about it, and their groups and the table at theirs. */
function edgeBetween(y: number, { table, rows }: Pick<Around, "table" | "rows">): (BorderLine | undefined)[] {
  const [above, below] = [rows[y - 1], rows[y]];
  return [
    above ? borderLine(above.row.style, "bottom") : borderLine(table.style, "top"),
    above?.isLast ? borderLine(above.group.style, "bottom") : undefined,
    below ? borderLine(below.row.style, "top") : borderLine(table.style, "bottom"),
    below?.isFirst ? borderLine(below.group.style, "top") : undefined,
  ];
}

function edgeLines(table: TableBox, at: GridRow | undefined, side: Side): (BorderLine | undefined)[] {
  return [at && borderLine(at.row.style, side), at && borderLine(at.group.style, side), borderLine(table.style, side)];
}
