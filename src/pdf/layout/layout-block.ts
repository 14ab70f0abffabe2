import type { BlockBox, BlockLevelBox } from "../box/box.ts";
import type { BreakBetween } from "../css/computed-style.ts";
import { resolveLength } from "../css/length.ts";
import { balancedWidth } from "./balanced-width.ts";
import { type BoxGeometry, boxGeometry, leastHeight } from "./box-geometry.ts";
import { breakLines } from "./break-lines.ts";
import { type BoxFragment, type Fragment, moveFragment } from "./fragment.ts";
import {
  avoidBreaks,
  type BreakPoint,
  collapse,
  type LaidOut,
  type Margin,
  marginOf,
  marginSize,
  moveBreak,
  noMargin,
  onPage,
  type PageNames,
  penalties,
} from "./laid-out.ts";
import type { Available, LayoutContext } from "./layout-context.ts";
import { placeLine } from "./place-line.ts";

/** What a block's content comes to, inside its padding. `y` from the top of the border box. */
interface Content {
  readonly children: readonly Fragment[];
  /** Where the content ends. */
  readonly end: number;
  readonly marginTop: Margin;
  readonly marginBottom: Margin;
  readonly breaks: readonly BreakPoint[];
  readonly breakBefore: BreakBetween;
  readonly breakAfter: BreakBetween;
  readonly pages: PageNames | undefined;
  readonly firstBaseline: number | undefined;
  readonly baseline: number | undefined;
  readonly isEmpty: boolean;
  /** What of `end` is the margin of the last child. */
  readonly trailingMargin: number;
}

/** A block container (CSS 2.2, 9.4.1): blocks under each other with collapsing margins, or lines. */
export function layoutBlock(box: BlockBox, available: Available, context: LayoutContext): LaidOut {
  const { style } = box;
  const geometry = boxGeometry(style, available);
  const content =
    box.content.kind === "inline"
      ? layoutLines(box, geometry, context)
      : layoutBlocks(box.content.children, {
          box,
          geometry,
          isRoot: available.exactWidth !== undefined,
          isInFlow: available.isInFlow === true,
          context,
        });
  const { inset } = geometry;
  const height = Math.max(content.end + inset.bottom, leastHeight(style, inset));
  const marker = placeMarker(box, { geometry, firstBaseline: content.firstBaseline, context });
  const fragment: BoxFragment = {
    kind: "box",
    x: 0,
    y: 0,
    width: geometry.width,
    height,
    style,
    borders: "own",
    tag: box.tag,
    marks: box.marks,
    children: marker ? [marker, ...content.children] : content.children,
  };
  const ownTop = marginOf(geometry.marginTop);
  const ownBottom = marginOf(geometry.marginBottom);
  return {
    fragment,
    marginTop: collapse(ownTop, content.marginTop),
    marginBottom: collapse(ownBottom, content.marginBottom),
    marginLeft: geometry.marginLeft,
    marginRight: geometry.marginRight,
    isEmpty: content.isEmpty && height === 0 && !marker,
    slack: height - content.end - inset.bottom,
    ...(height === content.end && { trailingMargin: content.trailingMargin }),
    breaks: style.breakInside === "avoid" ? avoidBreaks(content.breaks) : content.breaks,
    breakBefore: stronger(style.breakBefore, content.breakBefore),
    breakAfter: stronger(style.breakAfter, content.breakAfter),
    pages: content.pages ?? onPage(style.page),
    firstBaseline: content.firstBaseline,
    baseline: content.baseline,
  };
}

/** A break asked for at the edge of the first or last child is asked for at the parent's (CSS Fragmentation 3, 3.1). */
const stronger = (a: BreakBetween, b: BreakBetween): BreakBetween =>
  (["left", "right", "page", "avoid"] as const).find((wish) => a === wish || b === wish) ?? "auto";

const isForced = (wish: BreakBetween) => wish !== "auto" && wish !== "avoid";

function layoutLines(box: BlockBox, { contentWidth, inset }: BoxGeometry, context: LayoutContext): Content {
  const { style } = box;
  const items = box.content.kind === "inline" ? box.content.items : [];
  const indent = resolveLength(style.textIndent, contentWidth);
  const prepared = context.prepare(items, style.direction);
  const width =
    style.textWrap === "balance" ? balancedWidth(prepared, { width: contentWidth, indent }, context) : contentWidth;
  const lines = breakLines(prepared, { width, indent }, context);
  const children: Fragment[] = [];
  const breaks: BreakPoint[] = [];
  let y = inset.top;
  let firstBaseline: number | undefined;
  let baseline: number | undefined;
  for (const [index, line] of lines.entries()) {
    const placed = placeLine(line, { style, width: contentWidth, indent: index === 0 ? indent : 0, y, context });
    children.push(moveFragment(placed, inset.left, 0));
    baseline = y + placed.baseline;
    firstBaseline ??= baseline;
    y += placed.height;
    const below = lines.length - index - 1;
    if (below === 0) continue;
    const isPoor = index + 1 < style.orphans || below < style.widows;
    breaks.push({ y, next: y, forced: false, penalty: isPoor ? penalties.lines : penalties.none, repeat: undefined });
  }
  return {
    children,
    end: y,
    marginTop: noMargin,
    marginBottom: noMargin,
    breaks,
    breakBefore: "auto",
    breakAfter: "auto",
    pages: undefined,
    firstBaseline,
    baseline,
    isEmpty: lines.length === 0,
    trailingMargin: 0,
  };
}

interface BlocksOptions {
  readonly box: BlockBox;
  readonly geometry: BoxGeometry;
  /** Margins do not collapse through its edges. */
  readonly isRoot: boolean;
  readonly isInFlow: boolean;
  readonly context: LayoutContext;
}

function layoutBlocks(
  children: readonly BlockLevelBox[],
  { box, geometry, isRoot, isInFlow, context }: BlocksOptions,
): Content {
  const { inset, contentWidth } = geometry;
  const isContained = isRoot || box.style.display === "flow-root";
  const stack = createStack(inset.top, !isContained && inset.top === 0, isInFlow);
  for (const child of children) {
    // On pages of another name, content is as wide as those pages allow.
    const extra =
      !isInFlow || child.style.page === box.style.page
        ? 0
        : context.page(child.style.page).width - context.page(box.style.page).width;
    stack.add(context.layout(child, { width: Math.max(0, contentWidth + extra), isInFlow }), inset.left);
  }
  const hasNoLeastHeight = leastHeight(box.style, inset) <= inset.top + inset.bottom;
  return stack.finish(!isContained && inset.bottom === 0 && hasNoLeastHeight);
}

/**
 * Places blocks under each other, collapsing margins and noting where pages may end. `changesPages`: where the name of
 * the page changes, the page ends.
 */
export function createStack(top: number, collapsesTop: boolean, changesPages = false) {
  const fragments: Fragment[] = [];
  const breaks: BreakPoint[] = [];
  let cursor = top;
  let pending = noMargin;
  let marginTop = noMargin;
  let isAtTop = true;
  let breakBefore: BreakBetween = "auto";
  let breakAfter: BreakBetween = "auto";
  let pages: PageNames | undefined;
  let firstBaseline: number | undefined;
  let baseline: number | undefined;

  function add(child: LaidOut, left: number, gap = 0): void {
    pending = collapse(pending, child.marginTop);
    if (child.isEmpty) {
      pending = collapse(pending, child.marginBottom);
      fragments.push(moveFragment(child.fragment, left + child.marginLeft, cursor));
      const wish = stronger(child.breakBefore, child.breakAfter);
      if (isForced(wish)) breakAfter = stronger(breakAfter, wish);
      return;
    }
    const y = isAtTop && collapsesTop ? cursor : cursor + marginSize(pending) + (isAtTop ? 0 : gap);
    if (isAtTop) {
      if (collapsesTop) marginTop = pending;
      breakBefore = stronger(child.breakBefore, breakAfter);
    } else {
      const kept = Math.max(0, marginSize(child.marginTop));
      const edges = { y: cursor, next: y, kept, before: breakAfter, after: child.breakBefore };
      const names = pages && changesPages ? { names: { from: pages.last, to: child.pages.first } } : {};
      breaks.push(betweenSiblings({ ...edges, ...names }));
    }
    pages = { first: pages?.first ?? child.pages.first, last: child.pages.last };
    for (const point of child.breaks) breaks.push(moveBreak(point, y));
    fragments.push(moveFragment(child.fragment, left + child.marginLeft, y));
    if (child.firstBaseline !== undefined) firstBaseline ??= y + child.firstBaseline;
    if (child.baseline !== undefined) baseline = y + child.baseline;
    cursor = y + child.fragment.height;
    pending = child.marginBottom;
    breakAfter = child.breakAfter;
    isAtTop = false;
  }

  function finish(collapsesBottom: boolean): Content {
    const isEmpty = isAtTop;
    if (isEmpty) marginTop = collapse(marginTop, collapsesTop ? pending : noMargin);
    const end = collapsesBottom || (isEmpty && collapsesTop) ? cursor : cursor + marginSize(pending);
    return {
      children: fragments,
      end,
      marginTop,
      marginBottom: collapsesBottom ? pending : noMargin,
      breaks,
      breakBefore,
      breakAfter,
      pages,
      firstBaseline,
      baseline,
      isEmpty,
      trailingMargin: Math.max(0, end - cursor),
    };
  }

  return { add, finish };
}

interface Siblings {
  readonly y: number;
  readonly next: number;
  /** The margin of what is below, which a forced break leaves in place (CSS Fragmentation 3, 5.2). */
  readonly kept: number;
  readonly before: BreakBetween;
  readonly after: BreakBetween;
  /** Names of the pages above and below: another name is another page. */
  readonly names?: { readonly from: string; readonly to: string };
}

export function betweenSiblings({ y, next, kept, before, after, names }: Siblings): BreakPoint {
  const wish = stronger(before, after);
  const changes = names !== undefined && names.from !== names.to;
  const forced = changes || isForced(wish);
  return {
    y,
    next: forced ? Math.max(y, next - kept) : next,
    forced,
    penalty: wish === "avoid" ? penalties.avoid : penalties.none,
    repeat: undefined,
    ...((wish === "left" || wish === "right") && { side: wish }),
    ...(changes && { page: names.to }),
  };
}

/** The marker stands before the content, on the baseline of its first line (CSS Lists 3, 3.5). */
function placeMarker(
  box: BlockBox,
  {
    geometry,
    firstBaseline,
    context,
  }: { readonly geometry: BoxGeometry; readonly firstBaseline: number | undefined; readonly context: LayoutContext },
): Fragment | undefined {
  const { marker } = box;
  if (!marker) return undefined;
  const prepared = context.prepare(marker.items, marker.style.direction);
  const [line] = breakLines(prepared, { width: Number.POSITIVE_INFINITY, indent: 0 }, context);
  if (!line) return undefined;
  const width = prepared.units.reduce((sum, unit) => sum + unit.width + unit.trailing, 0);
  const placed = placeLine(line, { style: marker.style, align: "start", width, indent: 0, y: 0, context });
  const y = firstBaseline === undefined ? geometry.inset.top : firstBaseline - placed.baseline;
  const { fontSize } = marker.style;
  const gap = fontSize * 0.15;
  const isRightToLeft = box.style.direction === "rtl";
  const x = isRightToLeft ? geometry.width - geometry.inset.right + gap : geometry.inset.left - width - gap;
  const moved = moveFragment(placed, x, y);
  const fragment: BoxFragment = {
    kind: "box",
    x: 0,
    y: 0,
    width: geometry.width,
    height: moved.y + moved.height,
    style: undefined,
    borders: "own",
    tag: marker.tag,
    marks: undefined,
    children: [moved],
  };
  return fragment;
}
