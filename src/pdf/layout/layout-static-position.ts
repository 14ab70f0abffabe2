import type { StaticPositionBox } from "../box/box.ts";

import { roomBeside } from "./float-areas.ts";
import { type BoxFragment, emptyBox, type StaticPosition } from "./fragment.ts";
import { type LaidOut, noMargin, onPage } from "./laid-out.ts";
import type { Available } from "./layout-context.ts";
import { alignment } from "./piece-positions.ts";

/** The point where a box out of the flow would stand: nothing that the flow sees. `place-boxes.ts` puts the box somewhere. */
export function layoutStaticPosition(box: StaticPositionBox, { width, floats = [] }: Available): LaidOut {
  const share = startShare(box);
  const x = box.isInline ? inlineStart(box, roomBeside(floats, { y: 0, left: 0, right: width })) : share * width;
  return {
    fragment: staticPoint(box, { x, y: 0, shareX: share, shareY: 0 }),
    marginTop: noMargin,
    marginBottom: noMargin,
    marginLeft: 0,
    isEmpty: true,
    slack: 0,
    breaks: [],
    breakBefore: "auto",
    breakAfter: "auto",
    pages: onPage(box.style.page),
    firstBaseline: undefined,
    baseline: undefined,
  };
}

/** Which part of it lies left of the point where it begins. */
export const startShare = ({ style }: StaticPositionBox) => (style.direction === "rtl" ? 1 : 0);

/** Where a line of nothing would stand between floats. */
function inlineStart({ style }: StaticPositionBox, { left, right }: { readonly left: number; readonly right: number }) {
  return left + alignment(style.textAlign, style.direction) * Math.max(0, right - left);
}

/** It holds the place of the box in the structure tree, too. */
export function staticPoint(
  { tag, box, shift = { x: 0, y: 0 } }: StaticPositionBox,
  { x, y, ...position }: Omit<StaticPosition, "box"> & { readonly x: number; readonly y: number },
): BoxFragment {
  return { ...pointAt(x + shift.x, y + shift.y), tag, outOfFlow: { ...position, box } };
}

/** Where something is read that is painted elsewhere. */
export const pointAt = (x: number, y: number): BoxFragment => ({ ...emptyBox, x, y, isPoint: true });
