import type { Edges } from "../box/border-widths.ts";
import type { Row, RowGroup, TableBox } from "../box/box.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import { tolerance } from "../geometry/tolerance.ts";
import { createStack } from "./block-stack.ts";
import { type BoxGeometry, boxGeometry, heightsOf, insetOf, widthOf } from "./box-geometry.ts";
import { type BreakPoint, breaksWithin, moveBreak, type RepeatedHead } from "./break-point.ts";
import { type BoxFragment, type Fragment, fragmentOf, moveFragment } from "./fragment.ts";
import { type LaidOut, marginOf, marginSize, marginsOf, onPage } from "./laid-out.ts";
import type { Available, LayoutContext } from "./layout-context.ts";
import { tableBreaks } from "./table-breaks.ts";
import { columnsOf, distributeColumns, spaceOf, spacesBefore } from "./table-columns.ts";
import { baselineShift, layoutTableRows, type PlacedRow, type TableColumns } from "./table-rows.ts";

/** A head or a foot taller than this part of a page is not repeated. */
const repeatableHead = 0.4;
const repeatableFoot = 0.2;
/** A table (CSS 2.2, 17): captions and the grid under each other; every row of the box tree is a row of fragments. */
export function layoutTable(table: TableBox, available: Available, context: LayoutContext): LaidOut {
  const isCollapsed = table.style.borderCollapse === "collapse";
  const style = isCollapsed ? withHalves(table.style, context.tableBorders(table).outer) : table.style;
  const free = boxGeometry(style, available);
  const inset = insetOf(style, available.width);
  const sides = inset.left + inset.right;
  // Beside a table that asks for less than its words need, there may be room for them.
  const beside = available.width - free.width - free.marginLeft - free.marginRight + (available.overhang ?? 0);
  const grid = layoutColumns(table, { style, room: free.width - sides, beside, available, context });
  const geometry = boxGeometry(style, { ...available, exactWidth: grid.width + sides });
  const { asked, min } = heightsOf(style, inset, { width: geometry.width, containing: available.height });
  const least = Math.max(available.exactHeight ?? asked ?? 0, min) - inset.top - inset.bottom;
  const height = least > 0 ? least : undefined;
  const rows = layoutTableRows(table, { grid, isCollapsed, height, context });
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
  const wishes = columnsOf(table, context);
  const spacing = style.borderCollapse === "collapse" ? { horizontal: 0, vertical: 0 } : style.borderSpacing;
  const gaps = spaceOf(wishes, style);
  const gapsBefore = spacesBefore(wishes, spacing.horizontal);
  const fills = available.exactWidth !== undefined || widthOf(style, available.width) !== undefined;
  const isFixed = style.tableLayout === "fixed" && fills;
  const minimums = wishes.map((wish) => wish.min);
  const least = minimums.reduce((sum, width) => sum + width, 0);
  // Words that fit on the page hang out of a narrow block rather than be broken.
  const reached = isFixed ? room : Math.max(room, Math.min(least + gaps, room + beside));
  if (least > reached - gaps + tolerance) context.wideTable(table, { minimums, room: reached - gaps });
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

interface PlaceGridOptions {
  readonly rows: readonly PlacedRow[];
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
  const rowFragments = new Map(
    rows.map((placed, index) => [
      placed.row,
      placeRow(placed, { below: rows.slice(index, index + rowsTouched(placed)), grid }),
    ]),
  );
  const last = rows.at(-1);
  const height = inset.top + Math.max(least, last ? last.y + last.height + grid.spacing.vertical : 0) + inset.bottom;
  const children = table.groups.map((group) => placeGroup(group, rowFragments, { grid, inset }));
  const head = repeated("header", table, { children, inset, context });
  const foot = repeated("footer", table, { children, inset, context });
  const breaks = tableBreaks(rows, { head, foot, context }).map((point) => moveBreak(point, inset.top));
  const fragment: BoxFragment = {
    ...fragmentOf({ style }, { width: geometry.width, height, children }),
    // Collapsed borders are drawn with the cells.
    borders: style === table.style ? "own" : "none",
  };
  const first = rows[0];
  const firstBaseline = first?.baseline === undefined ? undefined : inset.top + first.y + first.baseline;
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
const rowsTouched = ({ cells }: PlacedRow) => Math.max(1, ...cells.map(({ cell }) => cell.rowSpan));

/** `below` starts with the row itself. */
function placeRow(
  placed: PlacedRow,
  { below, grid }: { readonly below: readonly PlacedRow[]; readonly grid: TableColumns },
): BoxFragment {
  const { row, cells, height, baseline } = placed;
  const children: Fragment[] = [];
  for (const each of cells) {
    const { cell, laidOut, collapsed } = each;
    const fragment = laidOut.fragment as BoxFragment;
    const bottom = below[Math.min(below.length, cell.rowSpan) - 1] ?? placed;
    const cellHeight = cell.rowSpan === 1 ? height : bottom.y + bottom.height - placed.y;
    const stretched = stretchCell(fragment, {
      height: cellHeight,
      slack: laidOut.slack,
      style: cell.box.style,
      shift: baselineShift(each, baseline),
    });
    const column = grid.isRightToLeft ? cell.column + cell.columnSpan - 1 : cell.column;
    const bordered = collapsed ? { ...stretched, borders: collapsed } : stretched;
    children.push(moveFragment(bordered, grid.columnX[column] ?? 0, 0));
  }
  return {
    kind: "box",
    x: 0,
    y: placed.y,
    width: grid.width,
    height,
    style: row.style,
    borders: "none",
    tag: row.tag,
    marks: row.marks,
    children,
  };
}

interface StretchOptions {
  readonly height: number;
  readonly slack: number;
  readonly style: ComputedStyle;
  /** By which its first line stands on the row's baseline, pt. */
  readonly shift: number;
}

/** A cell is as tall as its row; its content stands at the top, in the middle or at the bottom of it. */
function stretchCell(fragment: BoxFragment, { height, slack, style, shift }: StretchOptions): BoxFragment {
  const extra = Math.max(0, height - fragment.height) + slack;
  if (extra <= 0) return fragment;
  const share = style.verticalAlign === "middle" ? 0.5 : style.verticalAlign === "bottom" ? 1 : 0;
  const by = extra * share + shift;
  const children = by === 0 ? fragment.children : fragment.children.map((child) => moveFragment(child, 0, by));
  return { ...fragment, height: Math.max(height, fragment.height), children };
}

function placeGroup(
  group: RowGroup,
  fragments: ReadonlyMap<Row, BoxFragment>,
  { grid, inset }: { readonly grid: TableColumns; readonly inset: BoxGeometry["inset"] },
): BoxFragment {
  const rows = group.rows.map((row) => fragments.get(row) as BoxFragment);
  const top = rows[0]?.y ?? 0;
  const last = rows.at(-1);
  return {
    kind: "box",
    x: inset.left,
    y: inset.top + top,
    width: grid.width,
    height: last ? last.y + last.height - top : 0,
    style: group.style,
    borders: "none",
    tag: group.tag,
    marks: group.marks,
    children: rows.map((row) => moveFragment(row, 0, -top)),
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

/** In the collapsed model a table has no padding, and half of its outer borders as borders (CSS 2.2, 17.6.2). */
function withHalves(style: ComputedStyle, { top, right, bottom, left }: Edges): ComputedStyle {
  const widths = { borderTopWidth: top, borderRightWidth: right, borderBottomWidth: bottom, borderLeftWidth: left };
  return { ...style, ...solidBorders, ...widths, ...noPadding };
}

const solidBorders = {
  borderTopStyle: "solid",
  borderRightStyle: "solid",
  borderBottomStyle: "solid",
  borderLeftStyle: "solid",
} as const;
const noPadding = { paddingTop: 0, paddingRight: 0, paddingBottom: 0, paddingLeft: 0 } as const;
