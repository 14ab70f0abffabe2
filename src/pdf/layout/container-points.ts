import { borderWidths } from "../box/border-widths.ts";
import type { FlexBox, StaticPositionBox } from "../box/box.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { type Axis, type FlowPlace, placeOf } from "./alignment.ts";
import { insetOf } from "./box-geometry.ts";
import type { BoxFragment } from "./fragment.ts";
import { alignOf, isRow } from "./item-sizes.ts";
import type { LaidOut } from "./laid-out.ts";
import { staticPoint } from "./layout-static-position.ts";

/**
 * Where children of a flex or grid container that are out of the flow would stand: alone in it, as their own alignment and that
 * of the container say (CSS Flexbox 1, 4.1; CSS Grid 2, 9).
 */
export function withPoints(
  laidOut: LaidOut,
  box: FlexBox,
  pointOf: (child: StaticPositionBox, content: Rectangle) => BoxFragment,
): LaidOut {
  const { fragment } = laidOut;
  if (box.outOfFlow.length === 0 || fragment.kind !== "box") return laidOut;
  const inset = insetOf(box.style, fragment.width);
  const content = {
    x: inset.left,
    y: inset.top,
    width: Math.max(0, fragment.width - inset.left - inset.right),
    height: Math.max(0, fragment.height - inset.top - inset.bottom),
  };
  const points = box.outOfFlow.map((child) => pointOf(child, content));
  return { ...laidOut, fragment: { ...fragment, children: [...fragment.children, ...points] } };
}

/** Which part of the room lies before it, in the flow. */
const flowShare: Readonly<Record<FlowPlace, number>> = { start: 0, center: 0.5, end: 1 };

/** The same from the left, or from the top. */
const shareOf = (place: FlowPlace, { isReversed, direction }: Axis) =>
  (direction === "rtl") === isReversed ? flowShare[place] : 1 - flowShare[place];

export function flexPoint(child: StaticPositionBox, { style }: FlexBox, content: Rectangle): BoxFragment {
  const own = child.box.style;
  const across = isRow(style);
  const mainAxis: Axis = {
    isReversed: style.flexDirection.endsWith("reverse"),
    direction: across ? style.direction : undefined,
  };
  const crossAxis: Axis = {
    isReversed: style.flexWrap === "wrap-reverse",
    direction: across ? undefined : style.direction,
  };
  const { keyword } = style.justifyContent;
  // One alone stands in the middle of the room that several would share.
  const isShared = keyword === "space-around" || keyword === "space-evenly";
  const main = shareOf(isShared ? "center" : placeOf(keyword, mainAxis), mainAxis);
  const { keyword: self } = alignOf(own.alignSelf, style.alignItems);
  const cross = shareOf(placeOf(self, crossAxis, across ? undefined : own.direction), crossAxis);
  return pointIn(child, content, across ? { x: main, y: cross } : { x: cross, y: main });
}

/** The lines that it names, from the left and from the top of the container; the edge of the content where it names none. */
export interface GridLines {
  readonly left: number | undefined;
  readonly right: number | undefined;
  readonly top: number | undefined;
  readonly bottom: number | undefined;
}

interface GridPointOptions {
  readonly style: ComputedStyle;
  readonly fragment: BoxFragment;
  readonly lines: GridLines;
}

export function gridPoint(
  child: StaticPositionBox,
  content: Rectangle,
  { style, fragment, lines }: GridPointOptions,
): BoxFragment {
  const own = child.box.style;
  const axis: Axis = { isReversed: false, direction: style.direction };
  const column = placeOf(alignOf(own.justifySelf, style.justifyItems).keyword, axis, own.direction);
  const row = placeOf(alignOf(own.alignSelf, style.alignItems).keyword, { isReversed: false, direction: undefined });
  const border = borderWidths(style);
  const padding = {
    left: border.left,
    top: border.top,
    right: fragment.width - border.right,
    bottom: fragment.height - border.bottom,
  };
  const edges = {
    left: content.x,
    top: content.y,
    right: content.x + content.width,
    bottom: content.y + content.height,
  };
  const shares = { x: shareOf(column, axis), y: flowShare[row] };
  const point = pointIn(child, between(lines, edges), shares);
  const isNamed = Object.values(lines).some((line) => line !== undefined);
  const outOfFlow = point.outOfFlow && { ...point.outOfFlow, area: between(lines, padding) };
  return isNamed ? { ...point, outOfFlow } : point;
}

function between(lines: GridLines, edges: { readonly [Side in keyof GridLines]: number }): Rectangle {
  const [left, top] = [lines.left ?? edges.left, lines.top ?? edges.top];
  const [right, bottom] = [lines.right ?? edges.right, lines.bottom ?? edges.bottom];
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

function pointIn(
  child: StaticPositionBox,
  { x, y, width, height }: Rectangle,
  share: { readonly x: number; readonly y: number },
): BoxFragment {
  return staticPoint(child, { x: x + share.x * width, y: y + share.y * height, shareX: share.x, shareY: share.y });
}
