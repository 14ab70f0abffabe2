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
class Contest {
  #best: BorderLine | undefined;
  #isHidden = false;

  /** One for all sides: many cells have four. */
  begin(): this {
    this.#best = undefined;
    this.#isHidden = false;
    return this;
  }

  with(line: BorderLine | undefined): this {
    if (!line) return this;
    if (line.style === "hidden") this.#isHidden = true;
    const best = this.#best;
    if (
      !best ||
      line.width > best.width ||
      (line.width === best.width && strength.indexOf(line.style) > strength.indexOf(best.style))
    )
      this.#best = line;
    return this;
  }

  withAll(lines: readonly (BorderLine | undefined)[] | undefined): this {
    if (lines) for (const line of lines) this.with(line);
    return this;
  }

  winner(): BorderLine | undefined {
    return !this.#isHidden && this.#best && this.#best.width > 0 ? this.#best : undefined;
  }
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
  const around: Around = { table, rows, grid, edges, ...sidesOf(table), contest: new Contest() };
  const once = createSameBorders();
  for (const [y, { row }] of rows.entries()) {
    for (const cell of row.cells) result.set(cell, once(resolveCell(cell, y, around)));
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

/** One object for the cells that have the same on all sides, as those of a column have. */
function createSameBorders(): (borders: CollapsedBorders) => CollapsedBorders {
  const known: CollapsedBorders[] = [];
  return (borders) => {
    const { top, right, bottom, left } = borders;
    const same = known.find(
      (one) => one.top === top && one.right === right && one.bottom === bottom && one.left === left,
    );
    if (!same && known.length < mostSame) known.push(borders);
    return same ?? borders;
  };
}

const mostSame = 16;

interface Around {
  readonly table: TableBox;
  readonly rows: readonly GridRow[];
  readonly grid: Grid;
  /** What `edgeBetween` says of each edge. */
  readonly edges: readonly (readonly (BorderLine | undefined)[])[];
  /** Where columns begin and end. */
  readonly start: Side;
  readonly end: Side;
  readonly contest: Contest;
}

const lineOf = (cell: Cell | undefined, side: Side): BorderLine | undefined => cell && borderLine(cell.box.style, side);

function resolveCell(cell: Cell, y: number, around: Around): CollapsedBorders {
  const { table, rows, grid, edges, start, end, contest } = around;
  const bottom = Math.min(rows.length, y + cell.rowSpan);
  const next = cell.column + cell.columnSpan;
  const above = grid[y - 1]?.[cell.column];
  const below = grid[bottom]?.[cell.column];
  const before = grid[y]?.[cell.column - 1];
  const after = grid[y]?.[next];
  const atStart = cell.column === 0 ? edgeLines(table, rows[y], start) : undefined;
  const atEnd = next >= table.columnCount ? edgeLines(table, rows[y], end) : undefined;
  // Of two equal borders, the one above and the one nearer the start of the row win.
  const lineAtStart = contest.begin().with(lineOf(before, end)).with(lineOf(cell, start)).withAll(atStart).winner();
  const lineAtEnd = contest.begin().with(lineOf(cell, end)).with(lineOf(after, start)).withAll(atEnd).winner();
  return {
    top: contest.begin().with(lineOf(above, "bottom")).with(lineOf(cell, "top")).withAll(edges[y]).winner(),
    right: start === "right" ? lineAtStart : lineAtEnd,
    bottom: contest.begin().with(lineOf(cell, "bottom")).with(lineOf(below, "top")).withAll(edges[bottom]).winner(),
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
