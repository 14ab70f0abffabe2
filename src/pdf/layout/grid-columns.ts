import { resolveLength } from "../../stylesheet/index.ts";
import type { BlockLevelBox, FlexBox } from "../box/box.ts";
import type { ComputedStyle, TrackList, TrackSize } from "../css/computed-style.ts";
import { overflowOf } from "../css/overflow.ts";
import { type AxisLines, axisSpan, type ExplicitTracks, expandTracks, repeatsIn } from "./grid-lines.ts";
import { type GridArea, placeItems } from "./grid-placement.ts";
import { sizeTracks, type TrackItem, type TrackRoom } from "./grid-tracks.ts";
import { type ItemSizes, inOrder, itemSizes, outerWidths, sidesOf } from "./item-sizes.ts";
import type { IntrinsicWidths, LayoutContext } from "./layout-context.ts";

/** A grid whose items have their cells. */
export interface Grid {
  /** By `order`. */
  readonly items: readonly { readonly box: BlockLevelBox; readonly area: GridArea }[];
  readonly rows: readonly TrackSize[];
  readonly columns: readonly TrackSize[];
  readonly collapsedRows: ReadonlySet<number>;
  readonly collapsedColumns: ReadonlySet<number>;
  readonly rowLines: AxisLines;
  readonly columnLines: AxisLines;
}

interface GridOptions {
  /** Of the content; undefined: not known. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly leastHeight?: number;
}

/** Lays out the lines of a grid, and places its items (CSS Grid 2, 7 and 8). */
export function createGrid(box: FlexBox, { width, height, leastHeight }: GridOptions): Grid {
  const { style } = box;
  const areas = style.gridTemplateAreas;
  const columnNames = (areas[0] ?? []).map((_, index) => new Set(areas.map((row) => row[index] ?? "")));
  const columns = explicit(style.gridTemplateColumns, {
    auto: style.gridAutoColumns,
    areas: columnNames,
    repeats: repeatsIn(style.gridTemplateColumns, { room: width, gap: gapOf(style.columnGap, width) }),
  });
  const isLeast = height === undefined && leastHeight !== undefined && leastHeight > 0;
  const rows = explicit(style.gridTemplateRows, {
    auto: style.gridAutoRows,
    areas: areas.map((row) => new Set(row)),
    repeats: repeatsIn(style.gridTemplateRows, {
      room: isLeast ? leastHeight : height,
      gap: gapOf(style.rowGap, height),
      isLeast,
    }),
  });
  const boxes = inOrder(box.children);
  const asked = boxes.map(({ style: own }) => ({
    row: axisSpan(own.gridRowStart, own.gridRowEnd, { names: rows.names, count: rows.sizes.length }),
    column: axisSpan(own.gridColumnStart, own.gridColumnEnd, { names: columns.names, count: columns.sizes.length }),
  }));
  const flow = style.gridAutoFlow;
  const placed = placeItems(asked, { rows: rows.sizes.length, columns: columns.sizes.length, flow });
  const { rowsBefore, rowCount, columnsBefore, columnCount } = placed;
  const taken = (axis: "row" | "column") => {
    const tracks = new Set<number>();
    for (const area of placed.areas)
      for (let index = 0; index < area[`${axis}Span`]; index += 1) tracks.add(area[axis] + index);
    return tracks;
  };
  return {
    items: boxes.map((child, index) => ({ box: child, area: placed.areas[index] as GridArea })),
    rows: withImplicit(rows.sizes, { auto: style.gridAutoRows, before: rowsBefore, count: rowCount }),
    columns: withImplicit(columns.sizes, { auto: style.gridAutoColumns, before: columnsBefore, count: columnCount }),
    collapsedRows: collapsed(rows, rowsBefore, () => taken("row")),
    collapsedColumns: collapsed(columns, columnsBefore, () => taken("column")),
    rowLines: { names: rows.names, count: rows.sizes.length, before: rowsBefore, all: rowCount },
    columnLines: { names: columns.names, count: columns.sizes.length, before: columnsBefore, all: columnCount },
  };
}

/** A gap in pt; `normal` is none. @param room what percentages are of; undefined counts as 0. */
export const gapOf = (gap: ComputedStyle["columnGap"], room: number | undefined) =>
  gap === "normal" ? 0 : typeof gap === "number" ? gap : Math.max(0, resolveLength(gap, room ?? 0));

/** Tracks of the template, and those that areas need beyond them. */
function explicit(
  list: TrackList,
  { auto, ...options }: Parameters<typeof expandTracks>[1] & { readonly auto: readonly TrackSize[] },
): ExplicitTracks {
  const tracks = expandTracks(list, options);
  const missing = options.areas.length - tracks.sizes.length;
  if (missing <= 0) return tracks;
  return {
    ...tracks,
    sizes: [...tracks.sizes, ...Array.from({ length: missing }, (_, index) => repeated(auto, index))],
  };
}

const repeated = (auto: readonly TrackSize[], index: number) =>
  auto[((index % auto.length) + auto.length) % auto.length] as TrackSize;

function withImplicit(
  sizes: readonly TrackSize[],
  { auto, before, count }: { readonly auto: readonly TrackSize[]; readonly before: number; readonly count: number },
): TrackSize[] {
  return Array.from({ length: count }, (_, index) => {
    const own = index - before;
    return sizes[own] ?? repeated(auto, own < 0 ? own : own - sizes.length);
  });
}

function collapsed(tracks: ExplicitTracks, before: number, taken: () => ReadonlySet<number>): ReadonlySet<number> {
  if (tracks.collapsible.size === 0) return new Set();
  const used = taken();
  return new Set([...tracks.collapsible].map((index) => index + before).filter((index) => !used.has(index)));
}

/** The widths of a grid's columns in this room (CSS Grid 2, 12.1, step 1). */
export function columnWidths(
  box: FlexBox,
  grid: Grid,
  { room, context }: { readonly room: TrackRoom; readonly context: LayoutContext },
): number[] {
  const { style } = box;
  const items = grid.items.map(({ box: child, area }) => columnItem(child, area, { grid, context }));
  const { keyword } = style.justifyContent;
  return sizeTracks(grid.columns, items, {
    room,
    gap: gapOf(style.columnGap, typeof room === "number" ? room : undefined),
    collapsed: grid.collapsedColumns,
    stretches: keyword === "normal" || keyword === "stretch",
  });
}

interface ColumnOptions {
  readonly grid: Grid;
  readonly context: LayoutContext;
}

function columnItem(box: BlockLevelBox, area: GridArea, { grid, context }: ColumnOptions): TrackItem {
  const { min, max } = outerWidths(box, context);
  const { style } = box;
  const tracks = grid.columns.slice(area.column, area.column + area.columnSpan);
  const sizes = itemSizes(box, { width: 0, height: undefined }, context);
  return {
    start: area.column,
    span: area.columnSpan,
    minContent: min,
    maxContent: max,
    minimum: typeof style.width === "number" ? min : minimumWidth(sizes, { min, tracks }),
  };
}

/** CSS Grid 2, 6.6: no narrower than its content, where a track is as wide as it asks for. */
function minimumWidth(
  { box: { style }, width, margins }: ItemSizes,
  { min, tracks }: { readonly min: number; readonly tracks: readonly TrackSize[] },
): number {
  const isFlexible = ({ max }: TrackSize) => typeof max === "object" && "fraction" in max;
  const isFloored =
    style.minWidth === "auto" &&
    overflowOf(style) === "visible" &&
    tracks.some((track) => track.min === "auto") &&
    (tracks.length === 1 || !tracks.some(isFlexible));
  if (!isFloored) return width.min + sidesOf(margins);
  const most = tracks.reduce((sum, { max }) => sum + (typeof max === "number" ? max : Number.POSITIVE_INFINITY), 0);
  return Math.max(width.min + sidesOf(margins), Math.min(min, most));
}

/** Min-content and max-content width of a grid's content. */
export function gridWidths(box: FlexBox, context: LayoutContext): IntrinsicWidths {
  const grid = createGrid(box, { width: undefined, height: undefined });
  const gap = gapOf(box.style.columnGap, undefined);
  const open = grid.columns.length - grid.collapsedColumns.size;
  const sum = (room: "min-content" | "max-content") =>
    columnWidths(box, grid, { room, context }).reduce((total, width) => total + width, gap * Math.max(0, open - 1));
  return { min: sum("min-content"), max: sum("max-content") };
}
