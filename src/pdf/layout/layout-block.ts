import { resolveLength } from "../../stylesheet/index.ts";
import type { BlockBox, BlockLevelBox } from "../box/box.ts";
import { hasColumns, isFormattingRoot } from "../box/formatting-root.ts";
import { tolerance } from "../geometry/tolerance.ts";
import { balancedWidth } from "./balanced-width.ts";
import type { BlockFlow, FlowOptions } from "./block-flow.ts";
import { createStack, stronger } from "./block-stack.ts";
import { blocksBesideFloats } from "./blocks-beside-floats.ts";
import {
  type AskedHeights,
  type BoxGeometry,
  blockAlignOf,
  boxGeometry,
  heightsOf,
  leastHeight,
  overhangOf,
} from "./box-geometry.ts";
import { breakLines, type Line } from "./break-lines.ts";
import { type BreakPoint, breaksWithin } from "./break-point.ts";
import { encloseFloats } from "./enclose-floats.ts";
import { type FloatArea, roomBeside } from "./float-areas.ts";
import { type BoxFragment, type Fragment, fragmentOf, heightAround, moveFragment, reachOf } from "./fragment.ts";
import { collapse, type LaidOut, marginOf, noMargin, onPage } from "./laid-out.ts";
import { layoutColumns } from "./layout-columns.ts";
import type { Available, LayoutContext } from "./layout-context.ts";
import { betweenLines } from "./line-break-points.ts";
import { linesBesideFloats } from "./lines-beside-floats.ts";
import { pageWidth } from "./page-width.ts";
import { placeLine } from "./place-line.ts";
import { isNoLine } from "./prepared-inline.ts";
import { prettyLines } from "./pretty-lines.ts";

/** A block container (CSS 2.2, 9.4.1): blocks under each other with collapsing margins, or lines. */
export function layoutBlock(box: BlockBox, available: Available, context: LayoutContext): LaidOut {
  const { style } = box;
  const geometry = boxGeometry(style, available);
  const isRoot = available.exactWidth !== undefined || isFormattingRoot(box);
  const floats = isRoot ? noFloats : (available.floats ?? noFloats);
  const { inset } = geometry;
  const sizes = { width: geometry.width, containing: available.height };
  const heights = heightsOf(style, inset, sizes);
  const known =
    available.exactHeight ?? (heights.asked === undefined ? undefined : clampHeight(heights.asked, heights));
  const flow = layoutFlow(box, {
    overhang: overhangOf(style, available, geometry),
    geometry,
    height: known === undefined ? undefined : Math.max(0, known - inset.top - inset.bottom),
    isRoot,
    isInFlow: available.isInFlow === true,
    floats,
    context,
  });
  const flowed = isRoot && flow.floats ? encloseFloats(flow, context.page(style.page).height) : flow;
  const marker = placeMarker(box, { geometry, firstBaseline: flowed.firstBaseline, floats, context });
  const content = marker && flowed.firstBaseline === undefined ? withMarkerLine(flowed, marker) : flowed;
  const natural = content.end + inset.bottom;
  const wanted = known ?? clampHeight(natural, heights);
  const height = wanted < natural ? heightAround(content.children, { asked: wanted, bottom: inset.bottom }) : wanted;
  const hangsOut = natural > height + tolerance || content.children.some(hasReach);
  // Made at once: there are many, and what is copied from another is let go of at once.
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
    children: marker ? [marker.fragment, ...content.children] : content.children,
    reach: flow.floats || hangsOut ? reachOf(content.children, height) : undefined,
    hasFloats: isRoot && flow.floats !== undefined && flow.floats.length > 0,
  };
  // What hangs out lies over what comes next, which has break points of its own.
  const breaks = natural > height + tolerance ? content.breaks.filter(({ y }) => y <= height) : content.breaks;
  const ownTop = marginOf(geometry.marginTop);
  const ownBottom = marginOf(geometry.marginBottom);
  return {
    fragment,
    marginTop: collapse(ownTop, content.marginTop),
    marginBottom: collapse(ownBottom, content.marginBottom),
    marginLeft: geometry.marginLeft,
    isEmpty: content.isEmpty && height === 0,
    slack: height - content.end - inset.bottom,
    trailingMargin: height === content.end ? content.trailingMargin : undefined,
    breaks: breaksWithin(breaks, { style, height, room: context.page(style.page).height }),
    breakBefore: stronger(style.breakBefore, content.breakBefore),
    breakAfter: stronger(style.breakAfter, content.breakAfter),
    pages: content.pages ?? onPage(style.page),
    firstBaseline: content.firstBaseline,
    baseline: content.baseline,
    floats: isRoot ? undefined : content.floats,
  };
}

const clampHeight = (height: number, { min, max }: AskedHeights) => Math.max(min, Math.min(height, max));

const hasReach = (child: Fragment) => child.kind === "box" && child.reach !== undefined;

const noFloats: readonly FloatArea[] = [];
const noBreaks: BreakPoint[] = [];

/** Content that stands beside floats, or has some, is laid out with an eye on them; other content need not look. */
function layoutFlow(box: BlockBox, options: FlowOptions): BlockFlow {
  const { content } = box;
  if (hasColumns(box.style)) return layoutColumns(box, options);
  const isBeside = options.floats.length > 0 || content.hasFloats === true;
  if (content.kind === "inline") return isBeside ? linesBesideFloats(box, options) : layoutLines(box, options);
  return (isBeside ? blocksBesideFloats : layoutBlocks)(content.children, { box, ...options });
}

function layoutLines(
  box: BlockBox,
  { geometry: { contentWidth, inset }, height, overhang, context }: FlowOptions,
): BlockFlow {
  const { style } = box;
  const items = box.content.kind === "inline" ? box.content.items : [];
  const indent = resolveLength(style.textIndent, contentWidth);
  const prepared = context.prepare(items, style.direction, { width: contentWidth, height });
  const width =
    style.textWrap === "balance" ? balancedWidth(prepared, { width: contentWidth, indent }, context) : contentWidth;
  const setLines = style.textWrap === "pretty" ? prettyLines : breakLines;
  const lines = setLines(prepared, { width, indent, overhang }, context);
  // Of their size from the start: a list that grows by itself has room for 17, and most cells have a line.
  const children: Fragment[] = new Array(lines.length);
  const breaks: BreakPoint[] = lines.length > 1 ? new Array(lines.length - 1) : noBreaks;
  let y = inset.top;
  let firstBaseline: number | undefined;
  let baseline: number | undefined;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as Line;
    const at = { x: inset.left, y, indent: index === 0 ? indent : 0 };
    const placed = placeLine(line, { style, width: contentWidth, ...at, context });
    children[index] = placed;
    baseline = y + placed.baseline;
    firstBaseline ??= baseline;
    y += placed.height;
    if (index + 1 < lines.length)
      breaks[index] = betweenLines({ y, next: y, above: index + 1, below: lines.length - index - 1, style });
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
    isEmpty: lines.every(({ pieces }) => isNoLine(pieces)),
    trailingMargin: 0,
  };
}

function layoutBlocks(
  children: readonly BlockLevelBox[],
  { box, geometry, height, isRoot, isInFlow, overhang, context }: FlowOptions & { readonly box: BlockBox },
): BlockFlow {
  const { inset, contentWidth } = geometry;
  const collapsesTop = !isRoot && inset.top === 0;
  const stack = createStack({ top: inset.top, collapsesTop, changesPages: isInFlow });
  const align = blockAlignOf(box.style);
  for (const child of children) {
    const width = pageWidth(child, { box, contentWidth, isInFlow, context });
    const { direction } = box.style;
    stack.add(context.layout(child, { width, height, direction, isInFlow, overhang, ...align }), { left: inset.left });
  }
  const hasNoLeastHeight = leastHeight(box.style, inset, { width: geometry.width }) <= inset.top + inset.bottom;
  return stack.finish(!isRoot && inset.bottom === 0 && hasNoLeastHeight);
}

interface MarkerSurroundings {
  readonly geometry: BoxGeometry;
  readonly firstBaseline: number | undefined;
  /** It moves aside with the line that it stands before. */
  readonly floats: readonly FloatArea[];
  readonly context: LayoutContext;
}

interface PlacedMarker {
  readonly fragment: BoxFragment;
  /** From the top of the item. */
  readonly baseline: number;
}

/** Where no line stands beside it, a marker has its own: markers of empty items do not lie over each other. */
function withMarkerLine(content: BlockFlow, { fragment, baseline }: PlacedMarker): BlockFlow {
  return {
    ...content,
    end: Math.max(content.end, fragment.height),
    firstBaseline: baseline,
    baseline: content.baseline ?? baseline,
    isEmpty: false,
  };
}

/** The marker stands before the content, on the baseline of its first line (CSS Lists 3, 3.5). */
function placeMarker(
  box: BlockBox,
  { geometry, firstBaseline, floats, context }: MarkerSurroundings,
): PlacedMarker | undefined {
  const { marker } = box;
  if (!marker) return undefined;
  const containing = { width: geometry.contentWidth, height: undefined };
  const prepared = context.prepare(marker.items, marker.style.direction, containing);
  const [line] = breakLines(prepared, { width: Number.POSITIVE_INFINITY, indent: 0 }, context);
  if (!line) return undefined;
  const width = prepared.units.reduce((sum, unit) => sum + unit.width + unit.trailing, 0);
  const placed = placeLine(line, { style: marker.style, align: "start", width, indent: 0, y: 0, context });
  const y = firstBaseline === undefined ? geometry.inset.top : firstBaseline - placed.baseline;
  const { fontSize } = marker.style;
  const gap = fontSize * 0.15;
  const isRightToLeft = box.style.direction === "rtl";
  const sides = { left: geometry.inset.left, right: geometry.width - geometry.inset.right };
  const room = roomBeside(floats, { y, height: placed.height, ...sides });
  const x = isRightToLeft ? room.right + gap : room.left - width - gap;
  const moved = moveFragment(placed, x, y);
  const size = { width: geometry.width, height: moved.y + moved.height };
  return { fragment: fragmentOf({ tag: marker.tag }, { children: [moved], ...size }), baseline: y + placed.baseline };
}
