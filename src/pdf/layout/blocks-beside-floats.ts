import type { BlockBox, BlockLevelBox } from "../box/box.ts";
import { isFloat, isFormattingRoot } from "../box/formatting-root.ts";
import type { BlockFlow, FlowOptions } from "./block-flow.ts";
import { type BlockStack, createStack } from "./block-stack.ts";
import { blockAlignOf, boxGeometry, leastHeight } from "./box-geometry.ts";
import { areasFrom, clearEdge, type FloatArea, moveAreas, OpenFloats } from "./float-areas.ts";
import { withUsedWidths } from "./intrinsic-sizes.ts";
import { collapse, type LaidOut, type Margin, marginOf, noMargin } from "./laid-out.ts";
import type { LayoutContext } from "./layout-context.ts";
import { placeFloat, sizeFloat } from "./layout-float.ts";
import { pageWidth } from "./page-width.ts";
import { isNoLine } from "./prepared-inline.ts";
import { rootBesideFloats } from "./root-beside-floats.ts";
import { piecesOf } from "./unit-pieces.ts";

type Options = FlowOptions & { readonly box: BlockBox };

/** A child of the flow with its position: that of the top left of its border box. */
interface PlacedBlock {
  readonly laidOut: LaidOut;
  readonly x: number;
  readonly y: number;
}

/**
 * Blocks under each other, with floats among them or beside them (CSS 2.2, 9.5).
 *
 * In: the children, and the floats from before. Out: what `layoutBlocks` gives, and the floats that were placed. A block
 * is as wide as it would be without floats, and its lines make way; a table, a flex container, an image or another
 * formatting root stands beside them or below; `clear` puts a box below them, and so does a page that has to end.
 */
export function blocksBesideFloats(children: readonly BlockLevelBox[], options: Options): BlockFlow {
  const { box, geometry, height, isRoot, isInFlow, overhang, context } = options;
  const { inset, contentWidth } = geometry;
  const sides = { left: inset.left, right: inset.left + contentWidth };
  const { direction } = box.style;
  const stack = createStack({ top: inset.top, collapsesTop: !isRoot && inset.top === 0, changesPages: isInFlow });
  const own: FloatArea[] = [];
  const open = new OpenFloats(options.floats);
  const keep = (area: FloatArea) => {
    own.push(area);
    open.add(area);
  };

  for (const child of children) {
    if (isFloat(child)) {
      const float = sizeFloat(child, { containing: contentWidth, direction, height, overhang, context });
      const { fragment, area } = placeFloat(float, {
        areas: open.near,
        top: stack.topOf(noMargin),
        ...sides,
        direction,
        context,
      });
      stack.addFloat(fragment);
      keep(area);
      continue;
    }
    const placing = { stack, width: pageWidth(child, { box, contentWidth, isInFlow, context }), ...options };
    let placed = placeChild(child, open.areas, placing);
    const lowest = open.areas.reduce((edge, { bottom }) => Math.max(edge, bottom), Number.NEGATIVE_INFINITY);
    if (lowest > stack.bottom && stack.breaksBefore(placed.laidOut)) {
      // What begins a page anew has no floats beside it: they end on the page before.
      stack.skipTo(lowest);
      placed = placeChild(child, [], placing);
    }
    stack.add(placed.laidOut, { left: placed.x - placed.laidOut.marginLeft, y: placed.y });
    moveAreas(placed.laidOut.floats ?? [], placed.x, placed.y).forEach(keep);
    open.endAbove(stack.bottom);
  }
  const hasNoLeastHeight = leastHeight(box.style, inset, { width: geometry.width }) <= inset.top + inset.bottom;
  const flow = stack.finish(!isRoot && inset.bottom === 0 && hasNoLeastHeight);
  return { ...flow, floats: own };
}

interface ChildOptions extends Options {
  readonly stack: BlockStack;
  /** Of the containing block. */
  readonly width: number;
}

function placeChild(given: BlockLevelBox, areas: readonly FloatArea[], options: ChildOptions): PlacedBlock {
  const { box, geometry, isInFlow, context, stack, width } = options;
  const child = withUsedWidths(given, width, context);
  const { inset } = geometry;
  const { margin } = leadingMargin(child, width, context);
  const natural = stack.topOf(margin);
  const cleared = clearEdge(areas, child.style.clear, box.style.direction);
  const top = Math.max(natural, cleared);
  if (child.kind !== "static-position" && isFormattingRoot(child)) {
    const { overhang } = options;
    const aside = { y: top, left: inset.left, width, direction: box.style.direction, isInFlow, overhang, context };
    return withClearance(rootBesideFloats(child, areas, aside), natural);
  }
  const { direction } = box.style;
  const x = inset.left + boxGeometry(child.style, { width, direction }).marginLeft;
  const floats = areasFrom(areas, x, top);
  // Words reach over nothing that stands at the right.
  const overhang = areas.some(({ side, bottom }) => side === "right" && bottom > top) ? undefined : options.overhang;
  const available = {
    width,
    height: options.height,
    direction,
    isInFlow,
    overhang,
    floats,
    ...blockAlignOf(box.style),
  };
  // Floats are placed in several layouts: what has none in it is the same in each, beside the same floats.
  const laidOut =
    child.kind === "block" && child.content.hasFloats !== true
      ? context.layoutOnce(child, available)
      : context.layout(child, available);
  return withClearance({ laidOut, x, y: top }, natural);
}

/** What was moved down has something above it: its margins do not collapse with those before (CSS 2.2, 9.5.2). */
function withClearance(placed: PlacedBlock, natural: number): PlacedBlock {
  return placed.y > natural ? { ...placed, laidOut: { ...placed.laidOut, isEmpty: false } } : placed;
}

interface LeadingMargin {
  readonly margin: Margin;
  /** Nothing stands between its top and bottom margin: `margin` is both of them. */
  readonly isThrough: boolean;
}

/**
 * What the margin above a box comes to (CSS 2.2, 8.3.1), before the box is laid out: what stands beside floats has to know
 * first how high it stands. Where nothing has `clear` it is the `marginTop` of the box laid out.
 */
function leadingMargin(box: BlockLevelBox, containing: number, context: LayoutContext): LeadingMargin {
  const { style } = box;
  const { inset, contentWidth, marginTop, marginBottom } = boxGeometry(style, { width: containing });
  const own = marginOf(marginTop);
  if (box.kind !== "block" || isFormattingRoot(box) || inset.top > 0) return { margin: own, isThrough: false };
  const inside = contentMargin(box, contentWidth, context);
  const margin = collapse(own, inside.margin);
  if (!inside.isThrough || inset.bottom > 0 || leastHeight(style, inset, {}) > 0 || box.marker)
    return { margin, isThrough: false };
  return { margin: collapse(margin, marginOf(marginBottom)), isThrough: true };
}

function contentMargin({ content, style }: BlockBox, width: number, context: LayoutContext): LeadingMargin {
  let margin = marginOf(0);
  if (content.kind === "inline")
    return { margin, isThrough: !hasLines(context.measure(content.items, style.direction)) };
  for (const child of content.children) {
    if (isFloat(child)) continue;
    const leading = leadingMargin(child, width, context);
    margin = collapse(margin, leading.margin);
    if (!leading.isThrough) return { margin, isThrough: false };
  }
  return { margin, isThrough: true };
}

const hasLines = ({ units }: ReturnType<LayoutContext["prepare"]>) =>
  !units.every((unit) => isNoLine(piecesOf([unit])));
