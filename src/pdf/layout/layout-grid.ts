import type { BlockLevelBox, FlexBox } from "../box/box.ts";
import type { Align, ComputedStyle, TrackSize } from "../css/computed-style.ts";
import { overflowOf } from "../css/overflow.ts";
import { greatest } from "../geometry/extremes.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { type Axis, offsetOf, placeOf, spacing } from "./alignment.ts";
import { betweenSiblings, stronger } from "./block-stack.ts";
import { boxGeometry, heightsOf, overhangOf } from "./box-geometry.ts";
import type { BreakPoint } from "./break-point.ts";
import { type GridLines, gridPoint, withPoints } from "./container-points.ts";
import { firstIndex } from "./first-index.ts";
import { type BoxFragment, heightAround } from "./fragment.ts";
import { columnWidths, createGrid, type Grid, gapOf } from "./grid-columns.ts";
import { namedLines } from "./grid-lines.ts";
import type { GridArea } from "./grid-placement.ts";
import { sizeTracks } from "./grid-tracks.ts";
import {
  alignOf,
  type Containing,
  clamp,
  endsOf,
  fitContent,
  type ItemSizes,
  itemSizes,
  layoutItem,
  sidesOf,
  withHeight,
} from "./item-sizes.ts";
import type { LaidOut } from "./laid-out.ts";
import { layoutContainer, type PlacedItem } from "./layout-container.ts";
import type { Available, LayoutContext } from "./layout-context.ts";
import { parallelBreaks } from "./parallel-breaks.ts";

/** A grid container (CSS Grid 2): items in cells, whose columns are sized first, and then the rows. */
export function layoutGrid(box: FlexBox, available: Available, context: LayoutContext): LaidOut {
  const { style } = box;
  const geometry = boxGeometry(style, available);
  const { inset, contentWidth } = geometry;
  const asked = heightsOf(style, inset, { width: geometry.width, containing: available.height });
  const edges = endsOf(inset);
  const border = available.exactHeight ?? (asked.asked === undefined ? undefined : clamp(asked.asked, asked));
  const height = border === undefined ? undefined : Math.max(0, border - edges);
  const limits = { min: asked.min - edges, max: asked.max - edges };
  const grid = createGrid(box, { width: contentWidth, height, leastHeight: limits.min });
  const columns = placeTracks(columnWidths(box, grid, { room: contentWidth, context }), {
    gap: gapOf(style.columnGap, contentWidth),
    collapsed: grid.collapsedColumns,
    room: contentWidth,
    distribution: style.justifyContent,
    direction: style.direction,
  });
  const overhang = overhangOf(style, available, geometry);
  const besideOf =
    overhang === undefined ? () => undefined : roomsBeside(grid, { columns, end: contentWidth + overhang, context });
  const items = grid.items.map((item) => measured(item, { style, columns, beside: besideOf(item.area), context }));
  const shims = shimsOf(items, style);
  const trackItems = items.map((item) => rowItem(item, { rows: grid.rows, shim: shims.get(item) ?? 0 }));
  const heightsIn = (room: number | undefined) =>
    sizeTracks(grid.rows, trackItems, {
      room,
      least: limits.min,
      gap: gapOf(style.rowGap, room),
      collapsed: grid.collapsedRows,
      stretches: style.alignContent.keyword === "normal" || style.alignContent.keyword === "stretch",
    });
  const natural = heightsIn(height);
  const open = natural.length - grid.collapsedRows.size;
  const total = natural.reduce((sum, size) => sum + size, gapOf(style.rowGap, height) * Math.max(0, open - 1));
  const contentHeight = height ?? clamp(total, limits);
  // Percentages are of the height that the rows came to without them (CSS Grid 2, 12.1).
  const rowSizes =
    height === undefined && (total !== contentHeight || hasPercentages(grid.rows, style))
      ? heightsIn(contentHeight)
      : natural;
  const rowGap = gapOf(style.rowGap, contentHeight);
  const rows = placeTracks(rowSizes, {
    gap: rowGap,
    collapsed: grid.collapsedRows,
    room: contentHeight,
    distribution: style.alignContent,
    direction: undefined,
  });
  const placed = new Map<BlockLevelBox, PlacedItem>();
  for (const item of items) {
    const room = { style, contentWidth, columns, rows, shim: shims.get(item) };
    placed.set(item.sizes.source, placeItem(item, { ...room, context }));
  }
  const all = items.map((item) => ({ area: item.area, placed: placed.get(item.sizes.source) as PlacedItem }));
  const breaks = gridBreaks(all, { rows, tall: context.page(style.page).height * 0.4 });
  const first = all.filter(({ area }) => area.row === 0).map((each) => each.placed)[0] ?? all[0]?.placed;
  const laidOut = layoutContainer(box, {
    geometry,
    context,
    items: box.children.map((child) => placed.get(child) as PlacedItem),
    contentHeight,
    breaks: breaks.points,
    firstBaseline: first && first.y + (first.laidOut.firstBaseline ?? first.laidOut.fragment.height),
    edges: breaks.edges,
  });
  return withPoints(laidOut, box, (child, content) => {
    const lines = linesOf(child.box.style, { grid, style, columns, rows, content });
    return gridPoint(child, content, { style, fragment: laidOut.fragment as BoxFragment, lines });
  });
}

interface LinesOptions {
  readonly grid: Grid;
  readonly style: ComputedStyle;
  readonly columns: Tracks;
  readonly rows: Tracks;
  readonly content: Rectangle;
}

/** The lines that a child out of the flow names, and the grid has (CSS Grid 2, 9.1). */
function linesOf(child: ComputedStyle, { grid, style, columns, rows, content }: LinesOptions): GridLines {
  const column = namedLines(child.gridColumnStart, child.gridColumnEnd, grid.columnLines);
  const row = namedLines(child.gridRowStart, child.gridRowEnd, grid.rowLines);
  const isRightToLeft = style.direction === "rtl";
  const [start, end] = [startAt(columns, column.start), endAt(columns, column.end)];
  const across = (at: number | undefined) =>
    at === undefined ? undefined : isRightToLeft ? content.x + content.width - at : content.x + at;
  const down = (at: number | undefined) => (at === undefined ? undefined : content.y + at);
  return {
    left: across(isRightToLeft ? end : start),
    right: across(isRightToLeft ? start : end),
    top: down(startAt(rows, row.start)),
    bottom: down(endAt(rows, row.end)),
  };
}

const startAt = ({ starts, ends }: Tracks, line: number | undefined) =>
  line === undefined ? undefined : (starts[line] ?? ends.at(-1) ?? 0);
const endAt = ({ starts, ends }: Tracks, line: number | undefined) =>
  line === undefined ? undefined : (ends[line - 1] ?? starts[0] ?? 0);

const hasPercentages = (rows: readonly TrackSize[], { rowGap }: ComputedStyle) =>
  typeof rowGap === "object" ||
  rows.some(({ min, max }) => [min, max].some((each) => typeof each === "object" && "percent" in each));

/** Tracks with the places of their edges, from the start of the axis. */
interface Tracks {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

interface PlaceTracksOptions {
  readonly gap: number;
  readonly collapsed: ReadonlySet<number>;
  readonly room: number;
  readonly distribution: ComputedStyle["justifyContent"];
  readonly direction: Axis["direction"];
}

function placeTracks(sizes: readonly number[], options: PlaceTracksOptions): Tracks {
  const { gap, collapsed, room, distribution, direction } = options;
  const count = sizes.length - collapsed.size;
  const free = room - sizes.reduce((sum, size) => sum + size, gap * Math.max(0, count - 1));
  const { before, between } = spacing(
    distribution.keyword === "stretch" ? { ...distribution, keyword: "start" } : distribution,
    { isReversed: false, direction, free, count, normal: "start" },
  );
  const starts: number[] = [];
  const ends: number[] = [];
  let position = before;
  let isFirst = true;
  for (const [index, size] of sizes.entries()) {
    const isOpen = !collapsed.has(index);
    if (isOpen && !isFirst) position += gap + between;
    if (isOpen) isFirst = false;
    starts.push(position);
    position += size;
    ends.push(position);
  }
  return { starts, ends };
}

const extent = ({ starts, ends }: Tracks, start: number, span: number) => ({
  start: starts[start] as number,
  size: (ends[start + span - 1] as number) - (starts[start] as number),
});

/** An item as wide as its columns or its content, and as tall as that makes it. */
interface MeasuredItem {
  readonly area: GridArea;
  /** Of its area, pt; undefined: nobody knows. */
  readonly beside: number | undefined;
  readonly sizes: ItemSizes;
  readonly laidOut: LaidOut;
}

interface BesideOptions {
  readonly columns: Tracks;
  /** How far what is in the grid may reach, from the start of its content, pt. */
  readonly end: number;
  readonly context: LayoutContext;
}

/** What there is beside an area for words that do not fit into it: up to the next item in its rows, or to that end. */
function roomsBeside(grid: Grid, { columns, end, context }: BesideOptions) {
  const begun = new Map<number, number[]>();
  // What has nothing in it hides nothing.
  const seen = grid.items.filter(({ box }) => context.intrinsic(box).max > 0);
  for (const { area } of seen) {
    for (let row = area.row; row < area.row + area.rowSpan; row += 1) {
      const starts = begun.get(row);
      if (starts) starts.push(area.column);
      else begun.set(row, [area.column]);
    }
  }
  for (const starts of begun.values()) starts.sort((a, b) => a - b);

  return ({ row: first, rowSpan, column, columnSpan }: GridArea): number => {
    const own = columns.ends[column + columnSpan - 1] as number;
    let until = end;
    for (let row = first; row < first + rowSpan; row += 1) {
      const starts = begun.get(row) ?? [];
      const next = starts[firstIndex(starts, (start) => start >= column + columnSpan)];
      if (next !== undefined) until = Math.min(until, columns.starts[next] as number);
    }
    return Math.max(0, until - own);
  };
}

interface MeasureOptions {
  readonly style: ComputedStyle;
  readonly columns: Tracks;
  readonly beside: number | undefined;
  readonly context: LayoutContext;
}

function measured(
  { box, area }: Grid["items"][number],
  { style, columns, beside, context }: MeasureOptions,
): MeasuredItem {
  const { size } = extent(columns, area.column, area.columnSpan);
  const containing = { width: size, height: undefined, overhang: beside };
  const sizes = itemSizes(box, containing, context);
  const room = size - sidesOf(sizes.margins);
  const width = isStretched(sizes, style, "width")
    ? clamp(Math.max(room, sidesOf(sizes.inset)), sizes.width)
    : box.kind === "replaced"
      ? undefined
      : fitContent(sizes, room, context);
  return { area, beside, sizes, laidOut: layoutItem(sizes, { containing, width, context }) };
}

function isStretched(
  { box, autoMargins, ...sizes }: ItemSizes,
  container: ComputedStyle,
  side: "width" | "height",
): boolean {
  const { style } = box;
  const { keyword } =
    side === "width"
      ? alignOf(style.justifySelf, container.justifyItems)
      : alignOf(style.alignSelf, container.alignItems);
  const hasAuto = side === "width" ? autoMargins.left || autoMargins.right : autoMargins.top || autoMargins.bottom;
  if (hasAuto || sizes[side].asked !== undefined) return false;
  return keyword === "stretch" || (keyword === "normal" && box.kind !== "replaced");
}

const isBaseline = ({ sizes: { box, autoMargins } }: MeasuredItem, style: ComputedStyle) =>
  alignOf(box.style.alignSelf, style.alignItems).keyword === "baseline" && !autoMargins.top && !autoMargins.bottom;

/** How far items that share a baseline with others of their row are moved down (CSS Grid 2, 10.6). */
function shimsOf(items: readonly MeasuredItem[], style: ComputedStyle): ReadonlyMap<MeasuredItem, number> {
  const aligned = items.filter((item) => isBaseline(item, style));
  const ascentOf = ({ sizes: { margins }, laidOut }: MeasuredItem) =>
    margins.top + (laidOut.firstBaseline ?? laidOut.fragment.height);
  const ascents = new Map<number, number>();
  for (const item of aligned) ascents.set(item.area.row, Math.max(ascents.get(item.area.row) ?? 0, ascentOf(item)));
  return new Map(aligned.map((item) => [item, (ascents.get(item.area.row) ?? 0) - ascentOf(item)]));
}

function rowItem(item: MeasuredItem, { rows, shim }: { readonly rows: readonly TrackSize[]; readonly shim: number }) {
  const { area, sizes, laidOut } = item;
  const outside = endsOf(sizes.margins) + shim;
  const size = clamp(sizes.height.asked ?? laidOut.fragment.height, sizes.height) + outside;
  const minimum = isFloored(sizes, rows.slice(area.row, area.row + area.rowSpan))
    ? size
    : leastAround(sizes, laidOut) + outside;
  return { start: area.row, span: area.rowSpan, minimum, minContent: size, maxContent: size };
}

/** Whether an item is no smaller than its content or what it says (CSS Grid 2, 6.6). */
function isFloored({ box: { style }, height }: ItemSizes, tracks: readonly TrackSize[]): boolean {
  if (height.asked !== undefined) return true;
  const isFlexible = ({ max }: TrackSize) => typeof max === "object" && "fraction" in max;
  return (
    style.minHeight === "auto" &&
    overflowOf(style) === "visible" &&
    tracks.some(({ min }) => min === "auto") &&
    (tracks.length === 1 || !tracks.some(isFlexible))
  );
}

/** The least height at which no words hang out. */
function leastAround({ height, inset }: ItemSizes, { fragment }: LaidOut): number {
  if (fragment.kind !== "box") return fragment.height;
  return heightAround(fragment.children, { asked: height.min, bottom: inset.bottom });
}

interface PlaceItemOptions {
  readonly style: ComputedStyle;
  readonly contentWidth: number;
  readonly columns: Tracks;
  readonly rows: Tracks;
  readonly shim: number | undefined;
  readonly context: LayoutContext;
}

/** Sizes an item in its area, now that its height is known, and aligns it (CSS Grid 2, 6.2 and 10). */
function placeItem(
  { area, beside, sizes: { source: box }, laidOut: first }: MeasuredItem,
  options: PlaceItemOptions,
): PlacedItem {
  const { style, contentWidth, columns, rows, shim, context } = options;
  const column = extent(columns, area.column, area.columnSpan);
  const row = extent(rows, area.row, area.rowSpan);
  const containing: Containing = { width: column.size, height: row.size, overhang: beside };
  const sizes = itemSizes(box, containing, context);
  const { margins, autoMargins } = sizes;
  const isTall = isStretched(sizes, style, "height");
  const own = isTall ? row.size - endsOf(margins) : (sizes.height.asked ?? first.fragment.height);
  const used = { containing, width: first.fragment.width, height: clamp(own, sizes.height), context };
  const laidOut = withHeight(sizes, first, used);
  const { width, height } = laidOut.fragment;
  const isRightToLeft = style.direction === "rtl";
  const sides = isRightToLeft ? [autoMargins.right, autoMargins.left] : [autoMargins.left, autoMargins.right];
  const justified = offsetIn(alignOf(box.style.justifySelf, style.justifyItems), {
    free: column.size - width - sidesOf(margins),
    autos: sides as [boolean, boolean],
    axis: { isReversed: false, direction: style.direction },
    own: box.style.direction,
  });
  const aligned = offsetIn(alignOf(box.style.alignSelf, style.alignItems), {
    free: row.size - height - endsOf(margins),
    autos: [autoMargins.top, autoMargins.bottom],
    axis: { isReversed: false, direction: undefined },
    own: undefined,
  });
  const start = column.start + justified;
  return {
    laidOut,
    x: isRightToLeft ? contentWidth - start - margins.right - width : start + margins.left,
    y: row.start + (shim ?? aligned) + margins.top,
  };
}

interface OffsetOptions {
  readonly free: number;
  readonly autos: readonly [boolean, boolean];
  readonly axis: Axis;
  readonly own: Axis["direction"];
}

function offsetIn(align: Align, { free, autos: [start, end], axis, own }: OffsetOptions): number {
  if (start || end) return free <= 0 || !start ? 0 : end ? free / 2 : free;
  return offsetOf(align, placeOf(align.keyword, axis, own), { free, axis });
}

interface BreakOptions {
  readonly rows: Tracks;
  /** What is taller may be divided. */
  readonly tall: number;
}

/** Pages may end between rows that no item spans, and within what is taller than a part of a page. */
function gridBreaks(
  items: readonly { readonly area: GridArea; readonly placed: PlacedItem }[],
  { rows, tall }: BreakOptions,
) {
  const crossed = new Set<number>();
  for (const { area } of items) for (let row = 1; row < area.rowSpan; row += 1) crossed.add(area.row + row);
  const bands: { first: number; readonly items: PlacedItem[] }[] = [];
  const bandOf: number[] = [];
  for (const row of rows.starts.keys()) {
    if (!crossed.has(row) || bands.length === 0) bands.push({ first: row, items: [] });
    bandOf[row] = bands.length - 1;
  }
  for (const { area, placed } of items) bands[bandOf[area.row] as number]?.items.push(placed);
  const points: BreakPoint[] = [];
  const wish = (band: (typeof bands)[number] | undefined, edge: "breakBefore" | "breakAfter") =>
    (band?.items ?? []).map(({ laidOut }) => laidOut[edge]).reduce(stronger, "auto");
  let above: { readonly bottom: number; readonly band: (typeof bands)[number] } | undefined;
  for (const [index, band] of bands.entries()) {
    const top = rows.starts[band.first] as number;
    const last = (bands[index + 1]?.first ?? rows.starts.length) - 1;
    const bottom = greatest(
      band.items.map(({ laidOut, y }) => y + laidOut.fragment.height),
      rows.ends[last] as number,
    );
    if (above) {
      const wishes = { before: wish(above.band, "breakAfter"), after: wish(band, "breakBefore") };
      points.push(betweenSiblings({ y: above.bottom, next: top, kept: 0, ...wishes }));
    }
    if (bottom - top > tall) for (const point of parallelBreaks(band.items, { betweenBoxes: true })) points.push(point);
    above = { bottom, band };
  }
  const edges = { breakBefore: wish(bands[0], "breakBefore"), breakAfter: wish(bands.at(-1), "breakAfter") };
  return { points, edges };
}
