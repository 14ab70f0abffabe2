import { resolveLength } from "../../stylesheet/index.ts";
import type { BlockLevelBox, FlexBox } from "../box/box.ts";
import type { Align, ComputedStyle, Distribution } from "../css/computed-style.ts";
import { createStack } from "./block-stack.ts";
import {
  type BoxGeometry,
  boxGeometry,
  insetOf,
  isIntrinsic,
  leastHeight,
  leastWidth,
  widthOf,
} from "./box-geometry.ts";
import { avoidBreaks, type BreakPoint } from "./break-point.ts";
import { type FlexItem, flexLines, resolveFlex } from "./flex-widths.ts";
import { type BoxFragment, type Fragment, moveFragment } from "./fragment.ts";
import { type LaidOut, marginOf, marginSize, onPage } from "./laid-out.ts";
import type { Available, LayoutContext } from "./layout-context.ts";
import { parallelBreaks } from "./parallel-breaks.ts";

/** A flex container (CSS Flexbox 1): rows of items, wrapped if it says so; or a column, laid out as blocks with gaps. */
export function layoutFlex(box: FlexBox, available: Available, context: LayoutContext): LaidOut {
  const { style } = box;
  const geometry = boxGeometry(style, available);
  if (style.flexDirection === "column") return layoutColumn(box, geometry, context);
  const items = box.children.map((child) => flexItem(child, geometry.contentWidth, context));
  const gap = resolveLength(style.columnGap, geometry.contentWidth);
  const lines = flexLines(items, { room: geometry.contentWidth, gap, wraps: style.flexWrap === "wrap" });
  const rows = lines.map((line) => {
    const widths = resolveFlex(line, { room: geometry.contentWidth, gap });
    return line.map((item, index) => sized(item.box, widths[index] as number));
  });
  return layoutRows(box, { rows, geometry, gap, context });
}

/** A picture whose width is a percentage: it is of the row, which the picture does not see. */
function sized(box: BlockLevelBox, width: number): SizedItem {
  if (box.kind !== "replaced" || typeof box.style.width !== "object") return { box, width };
  const { left, right } = insetOf(box.style, width);
  return { box: { ...box, style: { ...box.style, width: width - left - right } }, width };
}

function flexItem(box: BlockLevelBox, containing: number, context: LayoutContext): FlexItem {
  const { style } = box;
  const part = (value: ComputedStyle["marginLeft"]) => (value === "auto" ? 0 : resolveLength(value, containing));
  const margins = part(style.marginLeft) + part(style.marginRight);
  const intrinsic = context.intrinsic(box);
  const inset = insetOf(style, containing);
  const sides = style.boxSizing === "border-box" ? 0 : inset.left + inset.right;
  const asked =
    style.flexBasis === "auto" || style.flexBasis === "content"
      ? style.flexBasis === "auto"
        ? widthOf(style, containing)
        : undefined
      : resolveLength(style.flexBasis, containing) + sides;
  const least = leastWidth(style, containing);
  return {
    box,
    basis: Math.max(asked ?? intrinsic.max, inset.left + inset.right),
    min: Math.max(
      least > 0 ? least + sides : 0,
      Math.min(intrinsic.min, asked !== undefined && style.width !== "auto" ? asked : intrinsic.min),
    ),
    max:
      style.maxWidth === "none" || isIntrinsic(style.maxWidth)
        ? Number.POSITIVE_INFINITY
        : resolveLength(style.maxWidth, containing) + sides,
    margins,
    grow: style.flexGrow,
    shrink: style.flexShrink,
  };
}

export interface SizedItem {
  readonly box: BlockLevelBox;
  /** Border box. */
  readonly width: number;
}

interface RowsOptions {
  readonly rows: readonly (readonly SizedItem[])[];
  readonly geometry: BoxGeometry;
  readonly gap: number;
  readonly context: LayoutContext;
  /** Left edges that a grid gives; without them items follow each other as `justify-content` says. */
  readonly columnX?: readonly (readonly number[])[];
}

/** Rows of items of known width: their heights, alignment, and the break points between and in them. */
export function layoutRows(box: FlexBox, { rows, geometry, gap, context, columnX }: RowsOptions): LaidOut {
  const { style } = box;
  const { inset, contentWidth } = geometry;
  const rowGap = resolveLength(style.rowGap, contentWidth);
  const children: Fragment[] = [];
  const breaks: BreakPoint[] = [];
  let y = inset.top;
  let firstBaseline: number | undefined;
  for (const [index, row] of rows.entries()) {
    if (index > 0) {
      breaks.push({ y, next: y + rowGap, forced: false, penalty: 0, repeat: undefined });
      y += rowGap;
    }
    const laidOut = row.map((item) => context.layout(item.box, { width: item.width, exactWidth: item.width }));
    const outer = laidOut.map(
      (item) => marginSize(item.marginTop) + item.fragment.height + marginSize(item.marginBottom),
    );
    const least = rows.length === 1 ? leastHeight(style, inset) - inset.top - inset.bottom : 0;
    const height = Math.max(0, least, ...outer);
    const xs = columnX?.[index] ?? distribute(row, { laidOut, style, room: contentWidth, gap });
    const placed = laidOut.map((item, position) => {
      const align = alignOf(row[position]?.box.style, style);
      const top = marginSize(item.marginTop) + alignment(align) * (height - (outer[position] as number));
      const fragment =
        align === "stretch"
          ? stretch(item.fragment, height - marginSize(item.marginTop) - marginSize(item.marginBottom))
          : item.fragment;
      const slot = item.marginLeft + item.fragment.width + item.marginRight;
      const start = xs[position] as number;
      const x = style.direction === "rtl" ? contentWidth - start - slot : start;
      children.push(moveFragment(fragment, inset.left + x + item.marginLeft, y + top));
      return { laidOut: item, y: y + top };
    });
    firstBaseline ??= placed.map((item) => (item.laidOut.firstBaseline ?? 0) + item.y)[0];
    if (height > context.page(style.page).height * 0.4) breaks.push(...parallelBreaks(placed));
    y += height;
  }
  return finish(box, { geometry, children, end: y, breaks, firstBaseline });
}

interface FinishOptions {
  readonly geometry: BoxGeometry;
  readonly children: readonly Fragment[];
  readonly end: number;
  readonly breaks: readonly BreakPoint[];
  readonly firstBaseline: number | undefined;
}

function finish(box: FlexBox, { geometry, children, end, breaks, firstBaseline }: FinishOptions): LaidOut {
  const { style } = box;
  const { inset } = geometry;
  const fragment: BoxFragment = {
    kind: "box",
    x: 0,
    y: 0,
    width: geometry.width,
    height: Math.max(end + inset.bottom, leastHeight(style, inset)),
    style,
    borders: "own",
    tag: box.tag,
    marks: box.marks,
    children,
  };
  return {
    fragment,
    marginTop: marginOf(geometry.marginTop),
    marginBottom: marginOf(geometry.marginBottom),
    marginLeft: geometry.marginLeft,
    marginRight: geometry.marginRight,
    isEmpty: fragment.height === 0,
    slack: 0,
    breaks: style.breakInside === "avoid" ? avoidBreaks(breaks) : breaks,
    breakBefore: style.breakBefore,
    breakAfter: style.breakAfter,
    pages: onPage(style.page),
    firstBaseline,
    baseline: firstBaseline,
  };
}

function layoutColumn(box: FlexBox, geometry: BoxGeometry, context: LayoutContext): LaidOut {
  const { inset, contentWidth } = geometry;
  const gap = resolveLength(box.style.rowGap, contentWidth);
  const stack = createStack({ top: inset.top, collapsesTop: false });
  for (const child of box.children) {
    const align = alignOf(child.style, box.style);
    const laidOut = context.layout(child, {
      width: contentWidth,
      ...shrunk(child, { align, room: contentWidth, context }),
    });
    const free = contentWidth - laidOut.fragment.width - laidOut.marginLeft - laidOut.marginRight;
    const aside = align === "stretch" ? 0 : alignment(align) * Math.max(0, free);
    stack.add(laidOut, { left: inset.left + aside, gap });
  }
  const content = stack.finish(false);
  return finish(box, {
    geometry,
    children: content.children,
    end: content.end,
    breaks: content.breaks,
    firstBaseline: content.firstBaseline,
  });
}

interface ShrinkOptions {
  readonly align: Align;
  readonly room: number;
  readonly context: LayoutContext;
}

/** An item that is not stretched is as wide as its content, or as its style says. */
function shrunk(box: BlockLevelBox, { align, room, context }: ShrinkOptions): { readonly exactWidth?: number } {
  if (align === "stretch" || box.style.width !== "auto" || box.kind === "replaced") return {};
  const { min, max } = context.intrinsic(box);
  return { exactWidth: Math.max(min, Math.min(max, room)) };
}

const alignOf = (item: ComputedStyle | undefined, container: ComputedStyle): Align =>
  item === undefined || item.alignSelf === "auto" ? container.alignItems : item.alignSelf;

const alignment = (align: Align) => (align === "center" ? 0.5 : align === "end" ? 1 : 0);

const stretch = (fragment: Fragment, height: number): Fragment =>
  fragment.kind === "box" && height > fragment.height ? { ...fragment, height } : fragment;

interface DistributeOptions {
  readonly laidOut: readonly LaidOut[];
  readonly style: ComputedStyle;
  readonly room: number;
  readonly gap: number;
}

/** Left edges of the items' margin boxes (CSS Flexbox 1, 8.2). */
function distribute(row: readonly SizedItem[], { laidOut, style, room, gap }: DistributeOptions): number[] {
  const widths = row.map(
    (item, index) => item.width + (laidOut[index]?.marginLeft ?? 0) + (laidOut[index]?.marginRight ?? 0),
  );
  const free = Math.max(0, room - widths.reduce((sum, width) => sum + width, 0) - gap * (row.length - 1));
  const [before, between] = spacing(style.justifyContent, free, row.length);
  const xs: number[] = [];
  let x = before;
  for (const width of widths) {
    xs.push(x);
    x += width + gap + between;
  }
  return xs;
}

/** Room before the first item, and between two. */
function spacing(distribution: Distribution, free: number, count: number): [number, number] {
  const spaces: Readonly<Record<Distribution, [number, number]>> = {
    start: [0, 0],
    end: [free, 0],
    center: [free / 2, 0],
    "space-between": [0, count > 1 ? free / (count - 1) : 0],
    "space-around": [free / count / 2, free / count],
    "space-evenly": [free / (count + 1), free / (count + 1)],
  };
  return spaces[distribution];
}
