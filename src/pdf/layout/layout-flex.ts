import { resolveLength } from "../../stylesheet/index.ts";
import type { BlockLevelBox, FlexBox } from "../box/box.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import { overflowOf } from "../css/overflow.ts";
import { greatest } from "../geometry/extremes.ts";
import { tolerance } from "../geometry/tolerance.ts";
import { offsetOf, placeOf, spacing } from "./alignment.ts";
import { betweenSiblings, stronger } from "./block-stack.ts";
import { type AskedHeights, type BoxGeometry, boxGeometry, heightsOf, overhangOf } from "./box-geometry.ts";
import { type BreakPoint, moveBreak } from "./break-point.ts";
import { flexPoint, withPoints } from "./container-points.ts";
import { type FlexLength, flexLines, hypotheticalLength, resolveFlex } from "./flex-lengths.ts";
import { withUsedHeights } from "./intrinsic-sizes.ts";
import {
  alignOf,
  type Containing,
  clamp,
  contentSized,
  endsOf,
  fitContent,
  type ItemSizes,
  inOrder,
  isRow,
  itemSizes,
  layoutItem,
  sidesOf,
  withHeight,
} from "./item-sizes.ts";
import type { LaidOut } from "./laid-out.ts";
import { layoutContainer, type PlacedItem } from "./layout-container.ts";
import type { Available, LayoutContext } from "./layout-context.ts";
import { preferredWidth } from "./layout-replaced.ts";
import { parallelBreaks } from "./parallel-breaks.ts";

/** A flex container (CSS Flexbox 1, 9): items in rows or in columns, one or several, by their flexible lengths. */
export function layoutFlex(box: FlexBox, available: Available, context: LayoutContext): LaidOut {
  const geometry = boxGeometry(box.style, available);
  const { inset } = geometry;
  const asked = heightsOf(box.style, inset, { width: geometry.width, containing: available.height });
  const edges = endsOf(inset);
  const heights = {
    asked: available.exactHeight ?? (asked.asked === undefined ? undefined : clamp(asked.asked, asked)),
    min: asked.min - edges,
    max: asked.max - edges,
  };
  const height = heights.asked === undefined ? undefined : Math.max(0, heights.asked - edges);
  const options = {
    box,
    geometry,
    containing: {
      width: geometry.contentWidth,
      height,
      // In columns that wrap, another may stand there.
      overhang: !isRow(box.style) && wraps(box.style) ? undefined : overhangOf(box.style, available, geometry),
    },
    heights: { ...heights, asked: height },
    context,
  };
  const laidOut = isRow(box.style) ? layoutRows(options) : layoutColumns(options);
  return withPoints(laidOut, box, (child, content) => flexPoint(child, box, content));
}

interface FlexOptions {
  readonly box: FlexBox;
  readonly geometry: BoxGeometry;
  readonly containing: Containing;
  /** Of the content. */
  readonly heights: AskedHeights;
  readonly context: LayoutContext;
}

type FlexItem = FlexLength & { readonly sizes: ItemSizes };

/** An item of a line, laid out, with its place along the line and across it; from the start of each axis to the margin box. */
interface LineItem {
  readonly sizes: ItemSizes;
  readonly containing: Containing;
  laidOut: LaidOut;
  /** The height that it was to have. Absent: its content says it. */
  readonly given: number | undefined;
  main: number;
  cross: number;
}

/** Words would hang out of it: taller than it was to be, it leaves no room that would be shared out, and stands at the start. */
const isGrown = ({ given, laidOut }: LineItem): boolean =>
  given !== undefined && laidOut.fragment.height > given + tolerance;

interface FlexLine {
  readonly items: LineItem[];
  /** Across the line. */
  size: number;
  position: number;
}

const wraps = ({ flexWrap }: ComputedStyle) => flexWrap !== "nowrap";
const isReversed = ({ flexDirection }: ComputedStyle) => flexDirection.endsWith("-reverse");
const gapOf = (gap: ComputedStyle["columnGap"], room: number | undefined) =>
  gap === "normal" ? 0 : typeof gap === "number" ? gap : Math.max(0, resolveLength(gap, room ?? 0));

function layoutRows(options: FlexOptions): LaidOut {
  const { box, containing, heights, context } = options;
  const { style } = box;
  const room = containing.width;
  const gap = gapOf(style.columnGap, room);
  const rowGap = gapOf(style.rowGap, containing.height);
  const items = inOrder(box.children).map((child) =>
    rowItem(itemSizes(child, containing, context), containing, context),
  );
  const lines = flexLines(items, { room, gap, wraps: wraps(style) }).map((line): FlexLine => {
    const widths = resolveFlex(line, { room, gap });
    const beside = roomsBeside(line, { widths, gap, options });
    const laidOut = line.map(({ sizes }, index) => {
      const own = { ...containing, overhang: beside[index] };
      const item = layoutItem(sizes, { containing: own, width: widths[index], context });
      const limited = withinLimits(sizes, item, { containing: own, context });
      const { asked } = sizes.height;
      const given = asked === undefined ? undefined : clamp(asked, sizes.height);
      return { sizes, containing: own, laidOut: limited, given, main: 0, cross: 0 };
    });
    return { items: laidOut, size: crossSize(laidOut, style), position: 0 };
  });
  const height = placeLines(lines, { style, gap: rowGap, room: containing.height, limits: heights });
  const rtl = style.direction === "rtl";
  for (const line of lines) {
    stretchRow(line, options);
    placeAlong(line.items, {
      style,
      room,
      gap,
      lengthOf: ({ laidOut }) => laidOut.fragment.width,
      marginsOf: ({ sizes }) => sidesOf(sizes.margins),
      autosOf: ({ sizes: { autoMargins } }) =>
        rtl !== isReversed(style) ? [autoMargins.right, autoMargins.left] : [autoMargins.left, autoMargins.right],
    });
    alignRow(line, style);
  }
  const flipped = rtl !== isReversed(style);
  const place = (line: FlexLine, item: LineItem): PlacedItem => {
    const { margins } = item.sizes;
    const width = item.laidOut.fragment.width;
    const x = flipped ? room - item.main - margins.right - width : item.main + margins.left;
    return { laidOut: item.laidOut, x, y: line.position + item.cross + margins.top };
  };
  return finishRows(lines, { place, ...options, height });
}

interface BesideOptions {
  readonly widths: readonly number[];
  readonly gap: number;
  readonly options: FlexOptions;
}

/**
 * What there is behind each item of a row, for words that are wider than it: those that its style does not let break hang out of it, over what
 * stands there (CSS Text 3, 5.5). None where another order puts the items.
 */
function roomsBeside(
  line: readonly FlexItem[],
  { widths, gap, options: { box, containing } }: BesideOptions,
): readonly (number | undefined)[] {
  const { style } = box;
  const { width: room, overhang } = containing;
  if (overhang === undefined || isReversed(style)) return [];
  const lengths = line.map(({ margins }, index) => (widths[index] as number) + margins);
  const free = room - lengths.reduce((sum, length) => sum + length, gap * (line.length - 1));
  const hasAutos = line.some(({ sizes: { autoMargins } }) => autoMargins.left || autoMargins.right);
  const { before, between } = hasAutos
    ? { before: free, between: 0 }
    : spacingAlong(style, { free, count: line.length });
  let end = before - gap - between;
  return lengths.map((length) => {
    end += gap + between + length;
    return overhang + room - end;
  });
}

/** The flex base size and its limits (CSS Flexbox 1, 9.2 and 4.5). */
function rowItem(sizes: ItemSizes, containing: Containing, context: LayoutContext): FlexItem {
  const { box, inset, width, margins } = sizes;
  const { style } = box;
  const sides = sidesOf(inset);
  const intrinsic = contentWidths(sizes, containing, context);
  const basis =
    style.flexBasis === "auto" || style.flexBasis === "content"
      ? ((style.flexBasis === "auto" ? width.asked : undefined) ?? intrinsic.max)
      : resolveLength(style.flexBasis, containing.width) + (style.boxSizing === "border-box" ? 0 : sides);
  const least = Math.min(width.asked ?? Number.POSITIVE_INFINITY, intrinsic.min, width.max);
  const isFloored = style.minWidth === "auto" && overflowOf(style) === "visible";
  return {
    sizes,
    basis: Math.max(basis, sides),
    min: Math.max(width.min, isFloored ? least : 0),
    max: Math.max(width.max, width.min),
    margins: sidesOf(margins),
    inset: sides,
    grow: style.flexGrow,
    shrink: style.flexShrink,
  };
}

/** A style is some hundred fields, and each picture is measured several times. */
const stylesOfAnyWidth = new WeakMap<ComputedStyle, ComputedStyle>();

function anyWide(style: ComputedStyle): ComputedStyle {
  const known = stylesOfAnyWidth.get(style) ?? { ...style, width: "auto", minWidth: "auto", maxWidth: "none" };
  stylesOfAnyWidth.set(style, known);
  return known;
}

/** What its content asks for, whatever its style says of its width. */
function contentWidths({ box, inset, margins }: ItemSizes, containing: Containing, context: LayoutContext) {
  const { style } = box;
  if (box.kind === "replaced") {
    // Undistorted, it is as wide as its height, or what limits that, asks for (CSS Sizing 3, 5.1; CSS 2.2, 10.4).
    const picture = withUsedHeights({ ...box, style: anyWide(style) }, containing.height);
    const sides = sidesOf(inset);
    const room = Math.max(0, containing.width - sides - sidesOf(margins));
    return { min: preferredWidth(picture, 0) + sides, max: preferredWidth(picture, room) + sides };
  }
  const isPlain = style.width === "auto" && style.minWidth === "auto" && style.maxWidth === "none";
  return context.intrinsic(isPlain ? box : contentSized(box));
}

interface Used {
  readonly containing: Containing;
  readonly context: LayoutContext;
}

/** A height that `max-height` or `min-height` asks for. */
function withinLimits(sizes: ItemSizes, laidOut: LaidOut, { containing, context }: Used): LaidOut {
  const { width, height } = laidOut.fragment;
  const wanted = clamp(sizes.height.asked ?? height, sizes.height);
  return wanted === height ? laidOut : withHeight(sizes, laidOut, { containing, width, height: wanted, context });
}

const isBaseline = ({ sizes: { box, autoMargins } }: LineItem, style: ComputedStyle) =>
  alignOf(box.style.alignSelf, style.alignItems).keyword === "baseline" && !autoMargins.top && !autoMargins.bottom;

/** From the top of the margin box to the baseline; a box without one stands on its foot. */
const ascentOf = ({ sizes: { margins }, laidOut }: LineItem) =>
  margins.top + (laidOut.firstBaseline ?? laidOut.fragment.height);

const outerHeight = ({ sizes: { margins }, laidOut }: LineItem) => laidOut.fragment.height + endsOf(margins);

/** CSS Flexbox 1, 9.4, step 8. */
function crossSize(items: readonly LineItem[], style: ComputedStyle): number {
  const aligned = items.filter((item) => isBaseline(item, style));
  const above = greatest(aligned.map(ascentOf), 0);
  const below = greatest(
    aligned.map((item) => outerHeight(item) - ascentOf(item)),
    0,
  );
  return greatest(items.filter((item) => !isBaseline(item, style)).map(outerHeight), Math.max(above + below, 0));
}

interface LinesOptions {
  readonly style: ComputedStyle;
  readonly gap: number;
  /** Size of the content across the lines; undefined: what they come to. */
  readonly room: number | undefined;
  readonly limits: { readonly min: number; readonly max: number };
}

/** Places lines by `align-content` (CSS Flexbox 1, 9.4, steps 8 and 9, and 9.6); returns the size of the content across them. */
function placeLines(lines: readonly FlexLine[], { style, gap, room, limits }: LinesOptions): number {
  const total = lines.reduce((sum, { size }) => sum + size, gap * Math.max(0, lines.length - 1));
  const whole = room ?? clamp(total, limits);
  const [single] = lines;
  if (!wraps(style)) {
    if (single) single.size = whole;
    return whole;
  }
  const isFlipped = style.flexWrap === "wrap-reverse";
  const axis = { isReversed: isFlipped, direction: undefined };
  const { before, between, grown } = spacing(style.alignContent, {
    ...axis,
    free: whole - total,
    count: lines.length,
    normal: "stretch",
  });
  let position = before;
  for (const line of lines) {
    line.size += grown;
    line.position = isFlipped ? whole - position - line.size : position;
    position += line.size + gap + between;
  }
  return whole;
}

/** Items that are stretched are as tall as their line (CSS Flexbox 1, 9.4, step 11). */
function stretchRow({ items, size }: FlexLine, { box, context }: FlexOptions): void {
  for (const item of items) {
    const { sizes, containing, laidOut } = item;
    const { keyword } = alignOf(sizes.box.style.alignSelf, box.style.alignItems);
    const isStretched =
      (keyword === "normal" || keyword === "stretch") &&
      sizes.height.asked === undefined &&
      !sizes.autoMargins.top &&
      !sizes.autoMargins.bottom;
    if (!isStretched || sizes.box.kind === "replaced") continue;
    const height = clamp(size - endsOf(sizes.margins), sizes.height);
    item.laidOut = withHeight(sizes, laidOut, { containing, width: laidOut.fragment.width, height, context });
  }
}

interface AlongOptions {
  readonly style: ComputedStyle;
  readonly room: number;
  readonly gap: number;
  lengthOf(item: LineItem): number;
  marginsOf(item: LineItem): number;
  /** Whether the margins at its start and end are `auto`. */
  autosOf(item: LineItem): readonly [boolean, boolean];
}

/** Room before the items of a line and between them, from the start of the line, by `justify-content`. */
function spacingAlong(
  style: ComputedStyle,
  { free, count, isSafe = false }: { readonly free: number; readonly count: number; readonly isSafe?: boolean },
) {
  const justifyContent = isSafe ? { ...style.justifyContent, isSafe } : style.justifyContent;
  const keyword = justifyContent.keyword === "stretch" ? "flex-start" : justifyContent.keyword;
  return spacing(
    { ...justifyContent, keyword },
    {
      isReversed: isReversed(style),
      direction: isRow(style) ? style.direction : undefined,
      free,
      count,
      normal: "flex-start",
    },
  );
}

/** Places the items of a line by their `auto` margins and `justify-content` (CSS Flexbox 1, 9.5). */
function placeAlong(items: readonly LineItem[], options: AlongOptions): void {
  const { style, room, gap, lengthOf, marginsOf, autosOf } = options;
  const used = items.reduce((sum, item) => sum + lengthOf(item) + marginsOf(item), gap * Math.max(0, items.length - 1));
  const free = room - used;
  const autos = items.flatMap(autosOf).filter(Boolean).length;
  const share = free > 0 && autos > 0 ? free / autos : 0;
  const isSafe = !isRow(style) && items.some(isGrown);
  const { before, between } = spacingAlong(style, { free: share > 0 ? 0 : free, count: items.length, isSafe });
  let position = before;
  for (const item of items) {
    const [start, end] = autosOf(item);
    item.main = position + (start ? share : 0);
    position = item.main + lengthOf(item) + marginsOf(item) + (end ? share : 0) + gap + between;
  }
}

/** Places items across their row (CSS Flexbox 1, 9.6). */
function alignRow(line: FlexLine, style: ComputedStyle): void {
  const aligned = line.items.filter((item) => isBaseline(item, style));
  const baseline = greatest(aligned.map(ascentOf), 0);
  const isFlipped = style.flexWrap === "wrap-reverse";
  const below = greatest(
    aligned.map((item) => outerHeight(item) - ascentOf(item)),
    0,
  );
  for (const item of line.items) {
    const { sizes } = item;
    const free = line.size - outerHeight(item);
    const { top, bottom } = sizes.autoMargins;
    if (top || bottom) {
      item.cross = free <= 0 || !top ? 0 : bottom ? free / 2 : free;
    } else if (isBaseline(item, style)) {
      item.cross = isFlipped ? line.size - below - ascentOf(item) : baseline - ascentOf(item);
    } else {
      const align = alignOf(sizes.box.style.alignSelf, style.alignItems);
      const axis = { isReversed: isFlipped, direction: undefined };
      const safe = isGrown(item) ? { ...align, isSafe: true } : align;
      const before = offsetOf(safe, placeOf(align.keyword, axis), { free, axis });
      item.cross = isFlipped ? free - before : before;
    }
  }
}

interface RowsOptions extends FlexOptions {
  readonly height: number;
  place(line: FlexLine, item: LineItem): PlacedItem;
}

/** Pages may end between rows, and within one that is tall. */
function finishRows(lines: readonly FlexLine[], { box, geometry, height, context, place }: RowsOptions): LaidOut {
  const placed = new Map<BlockLevelBox, PlacedItem>();
  const rows = lines.map((line) => {
    const items = line.items.map((item) => {
      const found = place(line, item);
      placed.set(item.sizes.source, found);
      return found;
    });
    const wish = (edge: "breakBefore" | "breakAfter") =>
      items.map(({ laidOut }) => laidOut[edge]).reduce(stronger, "auto");
    const bottom = greatest(
      items.map(({ laidOut, y }) => y + laidOut.fragment.height),
      line.position + line.size,
    );
    return { line, items, top: line.position, bottom, before: wish("breakBefore"), after: wish("breakAfter") };
  });
  const downwards = rows.toSorted((a, b) => a.top - b.top);
  const breaks: BreakPoint[] = [];
  for (const [index, row] of downwards.entries()) {
    const above = downwards[index - 1];
    if (above)
      breaks.push(betweenSiblings({ y: above.bottom, next: row.top, kept: 0, before: above.after, after: row.before }));
    if (row.bottom - row.top > context.page(box.style.page).height * 0.4)
      for (const point of parallelBreaks(row.items)) breaks.push(point);
  }
  const first = lines[0]?.items.find((item) => isBaseline(item, box.style)) ?? lines[0]?.items[0];
  const foremost = first && placed.get(first.sizes.source);
  return layoutContainer(box, {
    geometry,
    context,
    items: box.children.map((child) => placed.get(child) as PlacedItem),
    contentHeight: height,
    breaks,
    firstBaseline: baselineOf(foremost),
    edges: {
      breakBefore: downwards[0]?.before ?? "auto",
      breakAfter: downwards.at(-1)?.after ?? "auto",
    },
  });
}

const baselineOf = (item: PlacedItem | undefined) =>
  item && item.y + (item.laidOut.firstBaseline ?? item.laidOut.fragment.height);

function layoutColumns(options: FlexOptions): LaidOut {
  const { box, geometry, containing, heights, context } = options;
  const { style } = box;
  const gap = gapOf(style.rowGap, containing.height);
  const columnGap = gapOf(style.columnGap, containing.width);
  const items = inOrder(box.children).map((child) => columnItem(itemSizes(child, containing, context), options));
  const room = containing.height ?? (Number.isFinite(heights.max) ? heights.max : Number.POSITIVE_INFINITY);
  const rows = flexLines(items, { room, gap, wraps: wraps(style) });
  const longest = greatest(
    rows.map((line) => hypotheticalLength(line, gap)),
    0,
  );
  const height = containing.height ?? clamp(longest, heights);
  const lines = rows.map((line): FlexLine => {
    const lengths = resolveFlex(line, { room: height, gap });
    const laidOut = line.map(({ sizes, natural }, index) => {
      const given = lengths[index] as number;
      const used = { containing, width: natural.fragment.width, height: given, context };
      return { sizes, containing, laidOut: withHeight(sizes, natural, used), given, main: 0, cross: 0 };
    });
    const widths = laidOut.map((item) => item.laidOut.fragment.width + sidesOf(item.sizes.margins));
    return { items: laidOut, size: greatest(widths, 0), position: 0 };
  });
  const limits = { min: 0, max: Number.POSITIVE_INFINITY };
  placeLines(lines, { style, gap: columnGap, room: containing.width, limits });
  const isUpwards = isReversed(style);
  for (const line of lines) {
    stretchColumn(line, options);
    placeAlong(line.items, {
      style,
      room: height,
      gap,
      lengthOf: ({ laidOut }) => laidOut.fragment.height,
      marginsOf: ({ sizes }) => endsOf(sizes.margins),
      autosOf: ({ sizes: { autoMargins } }) =>
        isUpwards ? [autoMargins.bottom, autoMargins.top] : [autoMargins.top, autoMargins.bottom],
    });
    alignColumn(line, style);
  }
  const rtl = style.direction === "rtl";
  const placed = new Map<BlockLevelBox, PlacedItem>();
  for (const line of lines) {
    for (const { sizes, laidOut, main, cross } of line.items) {
      const { margins, source } = sizes;
      const { width, height: own } = laidOut.fragment;
      const y = isUpwards ? height - main - margins.bottom - own : main + margins.top;
      const start = line.position + cross;
      const x = rtl ? containing.width - start - margins.right - width : start + margins.left;
      placed.set(source, { laidOut, x, y });
    }
  }
  const all = box.children.map((child) => placed.get(child) as PlacedItem);
  const [first] = lines[0]?.items ?? [];
  const breaks =
    lines.length > 1 ? { points: parallelBreaks(all, { betweenBoxes: true }), edges: undefined } : stackBreaks(all);
  return layoutContainer(box, {
    geometry,
    context,
    items: all,
    contentHeight: height,
    breaks: breaks.points,
    firstBaseline: baselineOf(first && placed.get(first.sizes.source)),
    edges: breaks.edges,
  });
}

/** Items under each other, from the highest to the lowest: pages may end between them and where each says. */
function stackBreaks(items: readonly PlacedItem[]) {
  const downwards = items.toSorted((a, b) => a.y - b.y);
  const points: BreakPoint[] = [];
  let above: PlacedItem | undefined;
  for (const item of downwards) {
    if (above) {
      const edges = { y: above.y + above.laidOut.fragment.height, next: item.y, kept: 0 };
      points.push(betweenSiblings({ before: above.laidOut.breakAfter, after: item.laidOut.breakBefore, ...edges }));
    }
    for (const point of item.laidOut.breaks) points.push(moveBreak(point, item.y));
    above = item;
  }
  const edges = {
    breakBefore: downwards[0]?.laidOut.breakBefore ?? "auto",
    breakAfter: above?.laidOut.breakAfter ?? "auto",
  } as const;
  return { points, edges };
}

/** With the layout that its content asks for. */
type ColumnItem = FlexItem & { readonly natural: LaidOut };

function columnItem(sizes: ItemSizes, { box: { style: container }, containing, context }: FlexOptions): ColumnItem {
  const { box, inset, height, margins } = sizes;
  const { style } = box;
  const room = containing.width - sidesOf(margins);
  const width =
    isStretchedAcross(sizes, container) && !wraps(container)
      ? clamp(room, sizes.width)
      : box.kind === "replaced"
        ? undefined
        : fitContent(sizes, room, context);
  const ends = endsOf(inset);
  const isPlain = style.height === "auto" && style.minHeight === "auto" && style.maxHeight === "none";
  const sized = box.kind === "replaced" || isPlain ? sizes : { ...sizes, box: contentSized(box) };
  const natural = layoutItem(sized, { containing, width, context });
  const content = natural.fragment.height;
  const { flexBasis } = style;
  const asked =
    flexBasis === "auto"
      ? height.asked
      : flexBasis === "content" || (typeof flexBasis === "object" && containing.height === undefined)
        ? undefined
        : resolveLength(flexBasis, containing.height ?? 0) + (style.boxSizing === "border-box" ? 0 : ends);
  const isFloored = style.minHeight === "auto" && overflowOf(style) === "visible";
  const least = Math.min(height.asked ?? Number.POSITIVE_INFINITY, content, height.max);
  return {
    sizes,
    natural,
    basis: Math.max(asked ?? content, ends),
    min: Math.max(height.min, isFloored ? least : 0),
    max: height.max,
    margins: endsOf(margins),
    inset: ends,
    grow: style.flexGrow,
    shrink: style.flexShrink,
  };
}

function isStretchedAcross({ box, width, autoMargins }: ItemSizes, container: ComputedStyle): boolean {
  const { keyword } = alignOf(box.style.alignSelf, container.alignItems);
  const isStretched = keyword === "normal" || keyword === "stretch";
  return isStretched && width.asked === undefined && !autoMargins.left && !autoMargins.right && box.kind !== "replaced";
}

function stretchColumn({ items, size }: FlexLine, { box, containing, context }: FlexOptions): void {
  if (!wraps(box.style)) return;
  for (const item of items) {
    const { sizes, laidOut } = item;
    if (!isStretchedAcross(sizes, box.style)) continue;
    const width = clamp(size - sidesOf(sizes.margins), sizes.width);
    if (width === laidOut.fragment.width) continue;
    item.laidOut = layoutItem(sizes, { containing, width, height: laidOut.fragment.height, context });
  }
}

/** Places items across their column: from the start of the lines, or from their end with `wrap-reverse`. */
function alignColumn(line: FlexLine, style: ComputedStyle): void {
  const isFlipped = style.flexWrap === "wrap-reverse";
  const rtl = style.direction === "rtl";
  for (const item of line.items) {
    const { sizes, laidOut } = item;
    const free = line.size - laidOut.fragment.width - sidesOf(sizes.margins);
    const [start, end] = rtl
      ? [sizes.autoMargins.right, sizes.autoMargins.left]
      : [sizes.autoMargins.left, sizes.autoMargins.right];
    if (start || end) {
      item.cross = free <= 0 || !start ? 0 : end ? free / 2 : free;
      continue;
    }
    const align = alignOf(sizes.box.style.alignSelf, style.alignItems);
    const axis = { isReversed: isFlipped, direction: style.direction };
    const before = offsetOf(align, placeOf(align.keyword, axis, sizes.box.style.direction), { free, axis });
    item.cross = isFlipped ? free - before : before;
  }
}
