import type { RowGroup, TableBox } from "../box/box.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import { tolerance } from "../geometry/tolerance.ts";
import { createStack } from "./block-stack.ts";
import { type BoxGeometry, boxGeometry, heightsOf, horizontalMargins, insetOf, widthOf } from "./box-geometry.ts";
import { type BreakPoint, breaksWithin, moveBreak, type RepeatedHead } from "./break-point.ts";
import { type BoxFragment, type Fragment, fragmentOf, moveFragment } from "./fragment.ts";
import { halvedTable } from "./halved-styles.ts";
import { holdsPicture } from "./holds-picture.ts";
import { KeptRows } from "./kept-rows.ts";
import { type LaidOut, marginOf, marginSize, marginsOf, onPage } from "./laid-out.ts";
import type { Available, ColumnWish, LayoutContext } from "./layout-context.ts";
import { breaksInRow, type RowOutline, tableBreaks } from "./table-breaks.ts";
import { distributeColumns, spaceOf, spacesBefore } from "./table-columns.ts";
import { baselineShift, layoutTableRows, type PlacedCell, type PlacedRow, type TableColumns } from "./table-rows.ts";

/** A head or a foot taller than this part of a page is not repeated. */
const repeatableHead = 0.4;
const repeatableFoot = 0.2;
/** A table (CSS 2.2, 17): captions and the grid under each other; every row of the box tree is a row of fragments. */
export function layoutTable(table: TableBox, available: Available, context: LayoutContext): LaidOut {
  const isCollapsed = table.style.borderCollapse === "collapse";
  const style = isCollapsed ? halvedTable(table.style, context.tableBorders(table).outer) : table.style;
  const free = boxGeometry(style, available);
  const inset = insetOf(style, available.width);
  const sides = inset.left + inset.right;
  // Beside a table that asks for less than its words need, there may be room for them; margins that are `auto` make way.
  const margins = horizontalMargins(style, available.width);
  const beside = available.width - free.width - margins + (available.overhang ?? 0);
  const grid = layoutColumns(table, { style, room: free.width - sides, beside, available, context });
  const geometry = boxGeometry(style, { ...available, exactWidth: grid.width + sides });
  const { asked, min } = heightsOf(style, inset, { width: geometry.width, containing: available.height });
  const least = Math.max(available.exactHeight ?? asked ?? 0, min) - inset.top - inset.bottom;
  const height = least > 0 ? least : undefined;
  const rows = new GridRows(grid, context, table.groups.reduce((sum, group) => sum + group.rows.length, 0) >= manyRows);
  layoutTableRows(table, { grid, isCollapsed, height, context }, (section) => rows.add(section));
  rows.close();
  const laidOutGrid = placeGrid(table, { rows, grid, geometry, style, least, context });
  return withCaptions(table, { geometry, grid: laidOutGrid, context });
}

interface ColumnsOptions {
  readonly style: ComputedStyle;
  readonly room: number;
  /** On the page, for words that do not fit into it. */
  readonly beside: number;
  readonly available: Available;
  readonly context: LayoutContext;
}

function layoutColumns(table: TableBox, { style, room, beside, available, context }: ColumnsOptions): TableColumns {
  const fills = available.exactWidth !== undefined || widthOf(style, available.width) !== undefined;
  const isFixed = style.tableLayout === "fixed" && fills;
  const wishes = wishesFor(table, isFixed ? room : Math.max(room, room + beside), context);
  const spacing = style.borderCollapse === "collapse" ? { horizontal: 0, vertical: 0 } : style.borderSpacing;
  const gaps = spaceOf(wishes, style);
  const gapsBefore = spacesBefore(wishes, spacing.horizontal);
  const minimums = wishes.map((wish) => wish.min);
  const least = minimums.reduce((sum, width) => sum + width, 0);
  // Words that fit on the page hang out of a narrow block rather than be broken.
  const reached = isFixed ? room : Math.max(room, Math.min(least + gaps, room + beside));
  if (least > reached - gaps + tolerance) {
    const asked = wishes.reduce((sum, wish) => sum + wish.asked, 0);
    context.wideTable(table, { minimums, breaksFigures: asked > reached - gaps, room: reached - gaps });
  }
  const columnWidths = distributeColumns(wishes, { room: Math.max(0, reached - gaps), fills, isFixed });
  const columnX: number[] = [];
  let x = 0;
  for (const [index, width] of columnWidths.entries()) {
    x += gapsBefore[index] as number;
    columnX.push(x);
    x += width;
  }
  x += spacing.horizontal;
  if (wishes.length === 0 && fills) x = room;
  // From right to left, the first column is the rightmost.
  const mirrored = columnX.map((left, index) => x - left - (columnWidths[index] as number));
  const isRightToLeft = style.direction === "rtl";
  return { columnX: isRightToLeft ? mirrored : columnX, columnWidths, width: x, spacing, gapsBefore, isRightToLeft };
}

/** Fewer rows take little, and to make their cells for each who asks takes more. */
const manyRows = 100;

/** Rows as fragments, by their groups, and what the grid has to know of them. */
class GridRows {
  readonly outlines: RowOutline[] = [];
  readonly byGroup = new Map<RowGroup, OpenGroup>();
  firstBaseline: number | undefined;
  readonly #grid: TableColumns;
  readonly #context: LayoutContext;
  /** Undefined: as they are. */
  readonly #kept: KeptRows | undefined;

  constructor(grid: TableColumns, context: LayoutContext, areMany: boolean) {
    this.#grid = grid;
    this.#context = context;
    this.#kept = areMany && !context.tellsLinesApart ? new KeptRows() : undefined;
  }

  /** `section`: rows that no cell from outside of them reaches into. */
  add(section: readonly PlacedRow[]): void {
    for (const [index, placed] of section.entries()) {
      const { row, group, y, height, baseline } = placed;
      if (this.outlines.length === 0 && baseline !== undefined) this.firstBaseline = y + baseline;
      this.outlines.push({ row, group, y, height, inside: breaksInRow(placed, this.#context) });
      const below = section.slice(index, index + rowsTouched(placed));
      const open = this.#open(group, y);
      const fragment = placeRow(placed, { below, top: open.top, grid: this.#grid });
      open.rows.push(this.#kept?.keep(fragment) ?? fragment);
      open.bottom = y + height;
    }
  }

  close(): void {
    this.#kept?.close();
  }

  #open(group: RowGroup, top: number): OpenGroup {
    const known = this.byGroup.get(group);
    if (known) return known;
    const open = { top, bottom: top, rows: [] };
    this.byGroup.set(group, open);
    return open;
  }
}

/** From the top of the grid, pt. */
interface OpenGroup {
  readonly top: number;
  bottom: number;
  readonly rows: BoxFragment[];
}

/** Pictures in cells are no narrower than they ask to be where the table has room for that (CSS Tables 3, 4.1); else they give way to words. */
function wishesFor(table: TableBox, room: number, context: LayoutContext): readonly ColumnWish[] {
  if (!holdsPicture(table)) return context.tableColumns(table);
  const wishes = context.keepingPictures().tableColumns(table);
  const least = wishes.reduce((sum, { min }) => sum + min, 0) + spaceOf(wishes, table.style);
  return least <= room + tolerance ? wishes : context.tableColumns(table);
}

interface PlaceGridOptions {
  readonly rows: GridRows;
  readonly grid: TableColumns;
  readonly geometry: BoxGeometry;
  readonly style: ComputedStyle;
  /** Of the content, pt. */
  readonly least: number;
  readonly context: LayoutContext;
}

/** The grid as one fragment, groups and rows as fragments in it, with the break points between rows. */
function placeGrid(table: TableBox, { rows, grid, geometry, style, least, context }: PlaceGridOptions): LaidOut {
  const { inset } = geometry;
  const last = rows.outlines.at(-1);
  const height = inset.top + Math.max(least, last ? last.y + last.height + grid.spacing.vertical : 0) + inset.bottom;
  const children = table.groups.map((group) => placeGroup(group, rows, { grid, inset }));
  const head = repeated("header", table, { children, inset, context });
  const foot = repeated("footer", table, { children, inset, context });
  const breaks = tableBreaks(rows.outlines, { head, foot, context }).map((point) => moveBreak(point, inset.top));
  const fragment: BoxFragment = {
    ...fragmentOf({ style }, { width: geometry.width, height, children }),
    // Collapsed borders are drawn with the cells.
    borders: style === table.style ? "own" : "none",
  };
  const firstBaseline = rows.firstBaseline === undefined ? undefined : inset.top + rows.firstBaseline;
  return {
    ...plain(fragment, breaksWithin(breaks, { style, height, room: context.page(style.page).height })),
    firstBaseline,
  };
}

const plain = (fragment: BoxFragment, breaks: readonly BreakPoint[]): LaidOut => ({
  fragment,
  breaks,
  marginTop: marginOf(0),
  marginBottom: marginOf(0),
  marginLeft: 0,
  isEmpty: fragment.children.length === 0,
  slack: 0,
  breakBefore: "auto",
  breakAfter: "auto",
  pages: onPage(fragment.style?.page ?? ""),
  firstBaseline: undefined,
  baseline: undefined,
});

/** How many rows the cells of a row reach into. */
function rowsTouched({ cells }: PlacedRow): number {
  let rows = 1;
  for (const { cell } of cells) rows = Math.max(rows, cell.rowSpan);
  return rows;
}

interface PlaceRowOptions {
  /** Starts with the row itself. */
  readonly below: readonly PlacedRow[];
  /** Of the group, from the top of the grid. */
  readonly top: number;
  readonly grid: TableColumns;
}

function placeRow(placed: PlacedRow, { below, top, grid }: PlaceRowOptions): BoxFragment {
  const { row, cells, y, height } = placed;
  return {
    kind: "box",
    x: 0,
    y: y - top,
    width: grid.width,
    height,
    style: row.style,
    borders: "none",
    tag: row.tag,
    marks: row.marks,
    children: cells.map((each) => placeCell(each, placed, { below, grid })),
  };
}

/** A cell is as tall as its row; its content stands at the top, in the middle or at the bottom of it. */
function placeCell(
  each: PlacedCell,
  row: PlacedRow,
  { below, grid }: Pick<PlaceRowOptions, "below" | "grid">,
): BoxFragment {
  const { cell, laidOut, collapsed } = each;
  // It was laid out for this place alone, and is moved there itself: a table has very many.
  const fragment = laidOut.fragment as { -readonly [Key in keyof BoxFragment]: BoxFragment[Key] };
  const bottom = below[Math.min(below.length, cell.rowSpan) - 1] ?? row;
  const wanted = cell.rowSpan === 1 ? row.height : bottom.y + bottom.height - row.y;
  const extra = Math.max(0, wanted - fragment.height) + laidOut.slack;
  const isStretched = extra > 0;
  const { verticalAlign } = cell.box.style;
  const share = verticalAlign === "middle" ? 0.5 : verticalAlign === "bottom" ? 1 : 0;
  const by = isStretched ? extra * share + baselineShift(each, row.baseline) : 0;
  const column = grid.isRightToLeft ? cell.column + cell.columnSpan - 1 : cell.column;
  fragment.x += grid.columnX[column] ?? 0;
  if (isStretched) fragment.height = Math.max(wanted, fragment.height);
  if (by !== 0) fragment.children = fragment.children.map((child) => moveFragment(child, 0, by));
  if (collapsed) fragment.borders = collapsed;
  return fragment;
}

function placeGroup(
  group: RowGroup,
  { byGroup }: GridRows,
  { grid, inset }: { readonly grid: TableColumns; readonly inset: BoxGeometry["inset"] },
): BoxFragment {
  const { top, bottom, rows } = byGroup.get(group) ?? { top: 0, bottom: 0, rows: [] };
  return {
    kind: "box",
    x: inset.left,
    y: inset.top + top,
    width: grid.width,
    height: bottom - top,
    style: group.style,
    borders: "none",
    tag: group.tag,
    marks: group.marks,
    children: rows.slice(),
  };
}

interface RepeatOptions {
  readonly children: readonly Fragment[];
  readonly inset: BoxGeometry["inset"];
  readonly context: LayoutContext;
}

/** The first head, or the foot, for the pages that the table goes on over. */
function repeated(
  kind: "header" | "footer",
  table: TableBox,
  { children, inset, context }: RepeatOptions,
): RepeatedHead | undefined {
  const index = table.groups.findIndex((group) => group.kind === kind && group.rows.length > 0);
  const fragment = children[index];
  const most = context.page(table.style.page).height * (kind === "header" ? repeatableHead : repeatableFoot);
  if (fragment?.kind !== "box" || fragment.height > most) return undefined;
  return { fragment: moveFragment(fragment, 0, -inset.top), height: fragment.height };
}

interface CaptionOptions {
  readonly geometry: BoxGeometry;
  readonly grid: LaidOut;
  readonly context: LayoutContext;
}

/** Captions above and below the grid, as wide as it; they stay with it on one page. */
function withCaptions(table: TableBox, { geometry, grid, context }: CaptionOptions): LaidOut {
  const stack = createStack({ top: 0, collapsesTop: false });
  const captions = table.captions.map((box) => ({
    side: box.style.captionSide,
    laidOut: context.layout(box, { width: geometry.width, exactWidth: geometry.width }),
  }));
  for (const { side, laidOut } of captions)
    if (side === "top") stack.add({ ...laidOut, breakAfter: "avoid" }, { left: 0 });
  stack.add(grid, { left: 0 });
  for (const { side, laidOut } of captions)
    if (side === "bottom") stack.add({ ...laidOut, breakBefore: "avoid" }, { left: 0 });
  const content = stack.finish(false);
  const { tag, marks } = table;
  const fragment = fragmentOf(
    { tag, marks },
    { width: geometry.width, height: content.end, children: content.children },
  );
  const breaks = breaksWithin(content.breaks, {
    style: table.style,
    height: content.end,
    room: context.page(table.style.page).height,
  });
  return {
    ...plain(fragment, breaks),
    ...marginsOf(geometry),
    isEmpty: fragment.height === 0 && marginSize(content.marginTop) === 0,
    slack: 0,
    breakBefore: table.style.breakBefore,
    breakAfter: table.style.breakAfter,
    pages: onPage(table.style.page),
    firstBaseline: content.firstBaseline,
    baseline: content.firstBaseline,
  };
}
