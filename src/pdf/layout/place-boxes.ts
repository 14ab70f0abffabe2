import { resolveLength } from "../../stylesheet/index.ts";
import { borderWidths } from "../box/border-widths.ts";
import type { BlockLevelBox } from "../box/box.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import { overflowOf } from "../css/overflow.ts";
import { isTransformed, transformationOf } from "../css/transform.ts";
import { apply, identity, inverse, type Matrix } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import type { TagNode } from "../tags/tag-node.ts";
import { constrainWidth, heightsOf, insetOf, resolveMargin, widthOf } from "./box-geometry.ts";
import { type BreakPoint, moveBreak, penalties } from "./break-point.ts";
import { flattened } from "./closed-box.ts";
import { type BoxFragment, type Fragment, moveFragment, reachOf, type StaticPosition } from "./fragment.ts";
import { tagsIn } from "./fragment-tags.ts";
import { withUsedWidths } from "./intrinsic-sizes.ts";
import type { LayoutContext } from "./layout-context.ts";
import { pointAt } from "./layout-static-position.ts";

export interface PlaceBoxesOptions {
  readonly context: LayoutContext;
  /**
   * Content height of the first page: the block that contains what no other box does. Absent: such boxes, and fixed ones, stay where they
   * would stand, to be placed with the page. That is so in columns, which are laid out as one flow before they are divided.
   */
  readonly pageHeight?: number | undefined;
}

/** A box that stands at the same place of every page (CSS Positioned Layout 3, 2.1). */
export interface FixedBox {
  /** From the top left of a page's content. */
  readonly fragment: BoxFragment;
  /** Where it would stand in the flow: on that page it is content, on others furniture. */
  readonly y: number;
  /** Under what else is on the page. */
  readonly isBelow: boolean;
  /** Of the outermost fixed box that it stands in. */
  readonly zIndex: number;
}

export interface PlacedBoxes {
  readonly root: Fragment;
  readonly fixed: readonly FixedBox[];
  /** Where the lowest of them ends, and where a page may end below the flow. */
  readonly end: number;
  readonly breaks: readonly BreakPoint[];
}

/** The padding box of a positioned box, from the top left of the layout or of a page, and what is placed in it. */
interface ContainingBlock extends Rectangle {
  readonly isFixed: boolean;
  /** Nothing is seen of what is placed in it. */
  readonly isClosed: boolean;
  /** The block that fixed boxes in it are placed in. Absent: the page. */
  readonly holdsFixed?: ContainingBlock | undefined;
  readonly found: PlacedBox[];
}

interface PlacedBox {
  readonly fragment: BoxFragment;
  readonly zIndex: number;
  /** What is read where it would stand. */
  readonly tag: TagNode | undefined;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Puts boxes out of the flow where their containing blocks are, after all else is laid out, and notes how far relative
 * ones are moved (CSS Positioned Layout 3, 3 and 4). A box is painted with its containing block, by `z-index`: below its
 * content where that is negative, unless what is said in it has several structure elements, else above.
 */
export function placeBoxes(root: Fragment, { context, pageHeight }: PlaceBoxesOptions): PlacedBoxes {
  const fixed: FixedBox[] = [];
  const breaks: BreakPoint[] = [];
  const covered: { readonly top: number; readonly bottom: number }[] = [];
  const page = pageHeight === undefined ? undefined : { x: 0, y: 0, width: root.width, height: pageHeight };
  let end = 0;

  function visit(fragment: Fragment, at: Point, block: ContainingBlock | undefined, parent: Parent): Fragment {
    const own = { x: at.x + fragment.x, y: at.y + fragment.y };
    if (fragment.kind === "line") {
      const atoms = fragment.atoms.map((atom) => visit(atom, own, block, { ...parent, isContainer: false }));
      return { ...fragment, atoms };
    }
    if (fragment.kind !== "box") return fragment;
    if (fragment.outOfFlow) {
      const { box, area } = fragment.outOfFlow;
      const isFixed = box.style.position === "fixed" && !block?.holdsFixed;
      if (isFixed ? !page : !block) return fragment;
      const isInArea = area && block && parent.block === block && !isFixed;
      if (block) place(fragment.outOfFlow, { ...own, tag: fragment.tag }, isInArea ? inArea(block, area, at) : block);
      const { outOfFlow: _, ...point } = fragment;
      return point;
    }
    return visitBox(fragment, own, block, parent);
  }

  function visitBox(
    fragment: BoxFragment,
    own: Point,
    block: ContainingBlock | undefined,
    parent: Parent,
  ): BoxFragment {
    const { style } = fragment;
    const isContaining = style && (style.position !== "static" || isTransformed(style));
    const isClosed = parent.isClosed || fragment.isClosed === true;
    const inside = isContaining ? containingBlock(fragment, style, { own, block, isClosed }) : block;
    const contained = isContaining ? inside : undefined;
    const parentOfChildren = style
      ? {
          ...parentOf(fragment, style, parent),
          block: contained,
          isClosed,
          cuts: cutsIn(fragment, { own, block, parent }),
        }
      : parent;
    const inFlow = fragment.children.map((child) => visit(child, own, inside, parentOfChildren));
    const children = inside === block || !inside ? inFlow : withPlaced(inFlow, inside, own);
    const reach = reachOf(children, fragment.height);
    const shift = style?.position === "relative" ? shiftOf(style, parent) : undefined;
    const turned = style && transformed(fragment, { style, context });
    const done = { ...fragment, children, reach, shift: shift ?? fragment.shift, ...turned };
    const isItem = parent.isContainer;
    return style && block && isOverOthers(done, { style, own, block, isItem })
      ? lift(
          { ...done, cutBy: cutBy(parent.cuts, own, block) },
          { zIndex: hasZIndex(style, isItem) ? style.zIndex : "auto", own, block },
        )
      : done;
  }

  /**
   * Positioned boxes are painted after the others around them, in the order of the document and by `z-index` (CSS 2.2, appendix
   * E). That makes a difference only where one covers something: elsewhere boxes are painted where they are read.
   */
  function lift(
    fragment: BoxFragment,
    { zIndex, own, block }: Pick<StackingOptions, "own" | "block"> & { readonly zIndex: ComputedStyle["zIndex"] },
  ): BoxFragment {
    const isBelow = zIndex !== "auto" && zIndex < 0;
    const tag = fragment.tag ?? (isBelow ? tagsIn(fragment)[0] : undefined);
    block.found.push({
      fragment: { ...fragment, ...own, isStacked: true },
      zIndex: zIndex === "auto" ? 0 : zIndex,
      tag,
    });
    const { x, y } = fragment;
    return { ...pointAt(x, y), tag };
  }

  function containingBlock(
    { width, height }: BoxFragment,
    style: ComputedStyle,
    {
      own,
      block,
      isClosed,
    }: { readonly own: Point; readonly block: ContainingBlock | undefined; readonly isClosed: boolean },
  ): ContainingBlock {
    const border = borderWidths(style);
    const inside: ContainingBlock = {
      x: own.x + border.left,
      y: own.y + border.top,
      width: width - border.left - border.right,
      height: height - border.top - border.bottom,
      isFixed: block?.isFixed === true,
      isClosed,
      holdsFixed: block?.holdsFixed,
      found: [],
    };
    return isTransformed(style) ? { ...inside, holdsFixed: inside } : inside;
  }

  function place(
    { box, shareX, shareY }: StaticPosition,
    { tag, ...point }: Point & Pick<PlacedBox, "tag">,
    around: ContainingBlock,
  ): void {
    const { holdsFixed } = around;
    const isFixed = box.style.position === "fixed" && !holdsFixed;
    const own = box.style.position === "fixed" ? (holdsFixed ?? around) : around;
    const block = isFixed && page ? { ...page, isFixed, isClosed: false, found: [] } : own;
    const inFlow = { ...point, shareX, shareY };
    const at = isFixed ? onEachPage(inFlow, page?.height) : inFlow;
    const laidOut = layoutIn(box, at, { block, context });
    const isBelowPage = isFixed && page !== undefined && laidOut.fragment.y > page.height;
    const isUnseen = isBelowPage || isOffPage(laidOut.fragment);
    const fragment = block.isClosed || isUnseen ? unseen(laidOut.fragment, at, block) : laidOut.fragment;
    const before = fixed.length;
    const done = visitBox(fragment, fragment, block, { ...block, isContainer: false, cuts: [] });
    const zIndex = box.style.zIndex === "auto" ? 0 : box.style.zIndex;
    if (isFixed) noteFixed({ fragment: done, y: point.y, zIndex }, before);
    else block.found.push({ fragment: { ...done, isStacked: true }, zIndex, tag });
    if (isFixed || block.isFixed || fragment.isForTheEar) return;
    const bottom = fragment.y + fragment.height;
    end = Math.max(end, bottom);
    covered.push({ top: fragment.y, bottom });
    for (const found of laidOut.breaks) if (!found.forced) breaks.push(moveBreak(found, fragment.y));
    breaks.push({ y: bottom, next: bottom, forced: false, penalty: penalties.none, repeat: undefined });
  }

  /** Over it stand those within it, which are noted from `before` on. */
  function noteFixed(box: Omit<FixedBox, "isBelow">, before: number): void {
    const { y, zIndex } = box;
    const within = fixed.splice(before);
    fixed.push(...[box, ...within].map((each) => ({ ...each, y, zIndex, isBelow: zIndex < 0 })));
  }

  const initial: ContainingBlock | undefined = page && { ...page, isFixed: false, isClosed: false, found: [] };
  const outermost = { width: root.width, height: pageHeight, isContainer: false, isClosed: false, cuts: [] };
  const flow = visit(root, { x: 0, y: 0 }, initial, outermost);
  const whole = flow.kind === "box" && initial ? { ...flow, children: withPlaced(flow.children, initial, flow) } : flow;
  return {
    root: whole.kind === "box" ? { ...whole, reach: reachOf(whole.children, whole.height) } : whole,
    fixed: fixed.toSorted((a, b) => a.zIndex - b.zIndex),
    end,
    breaks: [...breaks, ...emptyBreaks(root.height, covered, end)].sort((a, b) => a.y - b.y),
  };
}

interface StackingOptions {
  readonly style: ComputedStyle;
  readonly own: Point;
  readonly block: ContainingBlock;
  readonly isItem: boolean;
}

const hasZIndex = ({ position }: ComputedStyle, isItem: boolean) => position !== "static" || isItem;

/** Whether it has to be painted after others: it is moved or turned, has a `z-index`, or one of those painted last lies under it. */
function isOverOthers(fragment: BoxFragment, { style, own, block, isItem }: StackingOptions): boolean {
  const { position, zIndex } = style;
  // What is out of the flow is put over others anyway.
  if (position === "absolute" || position === "fixed") return false;
  if (fragment.transform && position === "static" && !isItem) return true;
  if (position !== "relative" && !fragment.transform && !(isItem && position === "static" && zIndex !== "auto"))
    return false;
  if (zIndex !== "auto" && zIndex < 0) return tagsIn(fragment).length <= 1;
  if (fragment.shift || fragment.transform || (zIndex !== "auto" && zIndex > 0) || isItem)
    return fragment.height > 0 || fragment.children.length > 0;
  const { x, y } = own;
  return block.found.some(
    ({ fragment: { shift = noShift, ...other } }) =>
      other.x + shift.x < x + fragment.width &&
      x < other.x + shift.x + other.width &&
      other.y + shift.y < y + fragment.height &&
      y < other.y + shift.y + other.height,
  );
}

const noShift = { x: 0, y: 0 };

/** A box that is fixed stands on every page where it would on the first; where it would stand on another, at the top. */
const onEachPage = (point: StaticPoint, pageHeight = 0): StaticPoint =>
  point.y < pageHeight ? point : { ...point, y: 0, shareY: 0 };

/** Read where it would stand: of what stands in a closed box, all on one page. */
const unseen = (fragment: BoxFragment, { y }: Pick<Point, "y">, { isClosed }: ContainingBlock): BoxFragment => ({
  ...(isClosed ? (flattened(fragment) as BoxFragment) : fragment),
  x: 0,
  y: Math.max(0, y),
  isForTheEar: true,
});

/** Above or beside all that a page shows, margins included: the usual way to hide what is to be heard. */
const isOffPage = ({ x, y, width, height }: BoxFragment) =>
  x + width < -widestMargin || y + height < -widestMargin || x > widestPage;
const widestMargin = 150;
const widestPage = 5_000;

/** Where there is nothing below the flow, a page may end anywhere. */
function emptyBreaks(
  from: number,
  covered: readonly { readonly top: number; readonly bottom: number }[],
  end: number,
): readonly BreakPoint[] {
  const step = Math.max(12, (end - from) / 10_000);
  const found: BreakPoint[] = [];
  for (let y = from + step; y < end; y += step) {
    const isCovered = covered.some(({ top, bottom }) => y > top && y < bottom);
    if (!isCovered) found.push({ y, next: y, forced: false, penalty: penalties.none, repeat: undefined });
  }
  return found;
}

/** Those below first, then the content, then those above, each by their `z-index`. */
function withPlaced(children: readonly Fragment[], { found }: ContainingBlock, own: Point): readonly Fragment[] {
  if (found.length === 0) return children;
  const sorted = found.toSorted((a, b) => a.zIndex - b.zIndex);
  const isBelow = ({ zIndex, fragment, tag }: PlacedBox) => zIndex < 0 && (tag !== undefined || !hasContent(fragment));
  const from = ({ fragment, zIndex }: PlacedBox) => ({
    ...moveFragment(fragment, -own.x, -own.y),
    isBelow: zIndex < 0 || fragment.isBelow,
  });
  return [...sorted.filter(isBelow).map(from), ...children, ...sorted.filter((each) => !isBelow(each)).map(from)];
}

/** Whether something in it is read: its order is that of the document. */
function hasContent(fragment: Fragment): boolean {
  if (fragment.kind === "line") return fragment.runs.length > 0 || fragment.atoms.some(hasContent);
  return fragment.kind === "image" ? fragment.content !== "artifact" : fragment.children.some(hasContent);
}

const sideOf = (value: ComputedStyle["left"], containing: number) =>
  value === "auto" ? undefined : resolveLength(value, containing);

/** The content box that a box in the flow is in: what its percentages are of. */
interface Parent {
  readonly width: number;
  /** Undefined where the content says it. */
  readonly height: number | undefined;
  /** What it contains: absent, it contains nothing that is out of the flow. */
  readonly block?: ContainingBlock | undefined;
  /** Of flex or grid items, for which `z-index` counts without a position, too. */
  readonly isContainer: boolean;
  /** It is a closed box, or stands in one. */
  readonly isClosed: boolean;
  /** Boxes around the children that show them no further than themselves, the innermost last. */
  readonly cuts: readonly Cut[];
}

interface Cut extends Point {
  readonly box: BoxFragment;
  /** What it stands in. */
  readonly block: ContainingBlock | undefined;
}

function cutsIn(
  box: BoxFragment,
  { own, block, parent }: { readonly own: Point; readonly block: ContainingBlock | undefined; readonly parent: Parent },
): readonly Cut[] {
  // What a screen would scroll is shown whole, and is no reason to draw anything smaller.
  const isCutting = box.style !== undefined && overflowOf(box.style) !== "visible";
  // Outside of the block there is none that what it contains does not stand in.
  const around = parent.cuts.filter((cut) => cut.block === block);
  return isCutting ? [...around, { ...own, box, block }] : around;
}

/** Of those between it and the block that it is painted with. */
function cutBy(cuts: readonly Cut[], own: Point, block: ContainingBlock): BoxFragment["cutBy"] {
  const between = cuts.filter((cut) => cut.block === block);
  if (between.length === 0) return undefined;
  return between.map(({ x, y, box }) => ({ x: x - own.x, y: y - own.y, box }));
}

function parentOf(
  { width, height }: BoxFragment,
  style: ComputedStyle,
  around: Parent,
): Omit<Parent, "cuts" | "isClosed"> {
  const inset = insetOf(style, around.width);
  const isPart = style.display.startsWith("table-row") || style.display.endsWith("-group");
  const isKnown =
    !isPart && style.height !== "auto" && (typeof style.height === "number" || around.height !== undefined);
  return {
    width: Math.max(0, width - inset.left - inset.right),
    height: isKnown ? Math.max(0, height - inset.top - inset.bottom) : undefined,
    isContainer: /(?:flex|grid)$/.test(style.display),
  };
}

/** Of two sides that disagree, the start wins (CSS Positioned Layout 3, 3.4). */
function shiftOf(style: ComputedStyle, { width, height }: Parent): Point | undefined {
  const [left, right] = [sideOf(style.left, width), sideOf(style.right, width)];
  const vertical = (value: ComputedStyle["top"]) =>
    height === undefined && typeof value === "object" ? undefined : sideOf(value, height ?? 0);
  const [top, bottom] = [vertical(style.top), vertical(style.bottom)];
  const isStart = left !== undefined && (right === undefined || style.direction === "ltr");
  const x = isStart ? left : right === undefined ? 0 : -right;
  const y = top ?? (bottom === undefined ? 0 : -bottom);
  return x === 0 && y === 0 ? undefined : { x, y };
}

/**
 * In what the transformation leaves nothing of, words are read and not seen. What is moved and fits on a page is not divided: of two
 * parts, the lower would be moved off the page that it begins.
 */
function transformed(
  { width, height }: BoxFragment,
  { style, context }: { readonly style: ComputedStyle; readonly context: LayoutContext },
): Pick<BoxFragment, "transform" | "heldAt" | "isForTheEar"> | undefined {
  const { transformOrigin: origin } = style;
  const [x, y] = [resolveLength(origin.x, width) / ptPerPx, resolveLength(origin.y, height) / ptPerPx];
  const px = transformationOf(style, { width: width / ptPerPx, height: height / ptPerPx }, [x, y]);
  if (!px) return undefined;
  const [a, b, c, d, e, f] = px;
  const transform: Matrix = [a, b, c, d, e * ptPerPx, f * ptPerPx];
  if (!inverse(transform)) return { isForTheEar: true };
  // `translateZ(0)`, and others that are there for screens, put nothing over others.
  if (transform.every((value, index) => value === identity[index])) return undefined;
  const isMoved = a === 1 && b === 0 && c === 0 && d === 1;
  const [, middle] = apply(transform, width / 2, height / 2);
  const isHeld = isMoved && height <= context.page(style.page).height;
  return { transform, heldAt: isHeld ? Math.max(0, Math.min(middle, height)) : undefined };
}

const ptPerPx = 0.75;

/** The usual ways to keep words for those who listen: clipped to nothing, or to a pixel. */
function isForTheEar(style: ComputedStyle): boolean {
  if (style.position !== "absolute" && style.position !== "fixed") return false;
  const isTiny = (size: ComputedStyle["width"]) => typeof size === "number" && size <= 1;
  const cuts = overflowOf(style) !== "visible";
  return style.clip === "empty" || (cuts && isTiny(style.width) && isTiny(style.height));
}

interface StaticPoint extends Point {
  readonly shareX: number;
  readonly shareY: number;
}

interface PlaceOptions {
  readonly block: ContainingBlock;
  readonly context: LayoutContext;
}

/** The box laid out in its containing block, its fragment where it stands (CSS 2.2, 10.3.7 and 10.6.4). */
function layoutIn(box: BlockLevelBox, point: StaticPoint, { block, context }: PlaceOptions) {
  const { style } = box;
  const margin = (value: ComputedStyle["marginLeft"]) => resolveMargin(value, block.width);
  const across: Axis = {
    from: block.x,
    size: block.width,
    sides: [sideOf(style.left, block.width), sideOf(style.right, block.width)],
    margins: [margin(style.marginLeft), margin(style.marginRight)],
    static: point.x,
    share: point.shareX,
  };
  const down: Axis = {
    from: block.y,
    size: block.height,
    sides: [sideOf(style.top, block.height), sideOf(style.bottom, block.height)],
    margins: [margin(style.marginTop), margin(style.marginBottom)],
    static: point.y,
    share: point.shareY,
  };
  const [left, right] = across.sides;
  const beside = (left ?? right) === undefined ? roomAround(point, block) : block.width - (left ?? right ?? 0);
  // Tables are no wider than their block, wherever they begin.
  const free = beside - marginsOf(across);
  const room = box.kind === "table" ? Math.min(free, block.width) : free;
  const width = widthIn(box, { block, context, room, both: between(across) });
  const asked = heightIn(style, { block, both: between(down) });
  const laidOut = context.layout(box, {
    width: block.width,
    height: block.height,
    overhang: width === undefined ? undefined : overhangIn(across, { width, style, context }),
    exactWidth: width,
    exactHeight: box.kind === "replaced" ? undefined : asked,
  });
  const fragment = laidOut.fragment as BoxFragment;
  const x = positionIn(across, fragment.width, 0);
  const y = positionIn(down, fragment.height, Number.NEGATIVE_INFINITY);
  const placed: BoxFragment = { ...fragment, x, y, isForTheEar: isForTheEar(style) || fragment.isForTheEar };
  return { ...laidOut, fragment: placed };
}

/** One direction of a box out of the flow, pt; undefined: auto. */
interface Axis {
  /** Of the containing block. */
  readonly from: number;
  readonly size: number;
  readonly sides: readonly [number | undefined, number | undefined];
  readonly margins: readonly [number | undefined, number | undefined];
  /** Where it would stand, and which part of it would lie before that. */
  readonly static: number;
  readonly share: number;
}

const marginsOf = ({ margins: [start = 0, end = 0] }: Axis) => start + end;

/** What both sides leave for the box; undefined if one of them is auto. */
function between(axis: Axis): number | undefined {
  const [start, end] = axis.sides;
  return start === undefined || end === undefined ? undefined : axis.size - start - end - marginsOf(axis);
}

/** Where the border box begins. What is left over between both sides goes to the margins that are auto, `least` of it at least. */
function positionIn(axis: Axis, size: number, least: number): number {
  const [start, end] = axis.sides;
  const [before, after] = axis.margins;
  const free = Math.max(least, (between(axis) ?? size) - size);
  const share = before === undefined && after === undefined ? free / 2 : free;
  if (start !== undefined) return axis.from + start + (before ?? share);
  if (end !== undefined) return axis.from + axis.size - end - (after ?? 0) - size;
  return axis.static - axis.share * (size + marginsOf(axis)) + (before ?? 0);
}

interface OverhangOptions {
  readonly width: number;
  readonly style: ComputedStyle;
  readonly context: LayoutContext;
}

/** What there is up to the edge of the page for words that do not fit into the box, as from the end of its block. */
function overhangIn(axis: Axis, { width, style, context }: OverhangOptions): number | undefined {
  if (isTransformed(style)) return undefined;
  const beside = context.page(style.page).width - positionIn(axis, width, 0) - width;
  const [before, after] = axis.margins;
  const rest = axis.size - width - marginsOf(axis);
  // As a block in the flow would share it out.
  const left = before ?? (after === undefined ? rest / 2 : rest);
  return beside - (axis.size - left - width);
}

/** What there is beside the point where it would stand, on the sides where it would lie. */
function roomAround({ x, shareX }: StaticPoint, block: ContainingBlock): number {
  const [before, after] = [x - block.x, block.x + block.width - x];
  return shareX === 0 ? after : shareX === 1 ? before : 2 * Math.min(before, after);
}

/** The same, smaller, with what else is placed in it. */
const inArea = (block: ContainingBlock, { x, y, width, height }: Rectangle, at: Point): ContainingBlock => ({
  ...block,
  x: at.x + x,
  y: at.y + y,
  width,
  height,
});

interface WidthOptions extends PlaceOptions {
  readonly room: number;
  /** What is left between both sides. */
  readonly both: number | undefined;
}

/** Undefined for a picture, which has its own. */
function widthIn(box: BlockLevelBox, { block, context, room, both }: WidthOptions): number | undefined {
  const { style } = withUsedWidths(box, block.width, context);
  if (box.kind === "replaced") return undefined;
  // Nobody sees it: its words are not to be broken.
  if (isForTheEar(style)) return context.page(style.page).width;
  const { min, max } = context.intrinsic(box);
  const { left, right } = insetOf(style, block.width);
  const wanted = widthOf(style, block.width) ?? both ?? Math.min(Math.max(min, room), max);
  return constrainWidth(style, { wanted, containing: block.width, sides: left + right });
}

/** Border box; undefined where the content says it. */
function heightIn(
  style: ComputedStyle,
  { block, both }: { readonly block: ContainingBlock; readonly both: number | undefined },
): number | undefined {
  const inset = insetOf(style, block.width);
  const { asked, min, max } = heightsOf(style, inset, { containing: block.height });
  const wanted = asked ?? (style.height === "auto" ? both : undefined);
  return wanted === undefined ? undefined : Math.max(min, inset.top + inset.bottom, Math.min(wanted, max));
}
