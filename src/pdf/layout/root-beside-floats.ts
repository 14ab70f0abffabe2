import { resolveLength } from "../../stylesheet/index.ts";
import type { BlockLevelBox } from "../box/box.ts";
import type { ComputedStyle, Direction } from "../css/computed-style.ts";
import { tolerance } from "../geometry/tolerance.ts";
import { boxGeometry } from "./box-geometry.ts";
import { type FloatArea, roomBeside } from "./float-areas.ts";
import { withUsedWidths } from "./intrinsic-sizes.ts";
import type { LaidOut } from "./laid-out.ts";
import type { LayoutContext } from "./layout-context.ts";

interface AsideOptions {
  /** Where it would have its top, and the containing block its left edge and its width. */
  readonly y: number;
  readonly left: number;
  readonly width: number;
  readonly direction: Direction;
  readonly isInFlow: boolean;
  /** See `Available`. */
  readonly overhang: number | undefined;
  readonly context: LayoutContext;
}

interface PlacedRoot {
  readonly laidOut: LaidOut;
  /** Of the top left of its border box. */
  readonly x: number;
  readonly y: number;
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

/**
 * A formatting root in the flow (a table, a flex container, an image, `flow-root`): its border box overlaps no float (CSS
 * 2.2, 9.5). It stands beside them where it has room, narrower if it may be; else below the next of them that ends.
 */
export function rootBesideFloats(box: BlockLevelBox, areas: readonly FloatArea[], options: AsideOptions): PlacedRoot {
  const { left, width, direction, isInFlow, overhang } = options;
  const sides = { left, right: left + width };
  const below = areas.filter((area) => area.bottom > options.y + tolerance);
  const edges = below.map((area) => area.bottom).sort((a, b) => a - b);
  for (const y of below.length === 0 ? [] : [options.y, ...edges]) {
    const isBelowAll = y === edges.at(-1);
    if (isBelowAll) break;
    const placed = standBeside(box, roomBeside(below, { y, ...sides }), options);
    if (!placed) continue;
    const room = roomBeside(below, { y, height: placed.laidOut.fragment.height, ...sides });
    if (isWithin(placed, room)) return { ...placed, y };
    // Further down the floats leave less: that much, then, from its top on.
    const narrower = standBeside(box, room, options);
    if (!narrower) continue;
    const { height } = narrower.laidOut.fragment;
    if (isWithin(narrower, roomBeside(below, { y, height, ...sides }))) return { ...narrower, y };
  }
  const laidOut = options.context.layout(box, { width, direction, isInFlow, overhang });
  return { laidOut, x: left + laidOut.marginLeft, y: Math.max(options.y, edges.at(-1) ?? options.y) };
}

const isWithin = ({ laidOut, x }: Omit<PlacedRoot, "y">, { left, right }: Edges) =>
  x >= left - tolerance && x + laidOut.fragment.width <= right + tolerance;

/** Undefined: it needs more room. */
function standBeside(
  box: BlockLevelBox,
  room: Edges,
  { left, width, direction, context }: AsideOptions,
): Omit<PlacedRoot, "y"> | undefined {
  const { style } = box;
  const margin = (value: ComputedStyle["marginLeft"]) => (value === "auto" ? 0 : resolveLength(value, width));
  const [marginLeft, marginRight] = [margin(style.marginLeft), margin(style.marginRight)];
  // Its margins may lie behind the floats.
  const edges = {
    left: Math.max(room.left, left + marginLeft),
    right: Math.min(room.right, left + width - marginRight),
  };
  const free = edges.right - edges.left;
  if (free + tolerance < leastWidth(box, width, context)) return undefined;
  const laidOut = context.layout(box, availableIn(box, { free, width, margins: marginLeft + marginRight }));
  const rest = free - laidOut.fragment.width;
  if (rest < -tolerance) return undefined;
  const share = shareBefore(style, direction);
  return { laidOut, x: edges.left + share * Math.max(0, rest) };
}

function leastWidth(box: BlockLevelBox, containing: number, context: LayoutContext): number {
  if (box.kind === "replaced") return 0;
  const style = withUsedWidths(box, containing, context).style;
  const asked = style.width === "auto" ? undefined : boxGeometry(style, { width: containing }).width;
  return asked ?? Math.min(containing, context.intrinsic(box).min);
}

interface Free {
  readonly free: number;
  readonly width: number;
  readonly margins: number;
}

function availableIn(box: BlockLevelBox, { free, width, margins }: Free) {
  if (box.kind === "replaced" || box.style.width !== "auto") return { width };
  if (box.kind === "table") return { width: free + margins };
  return { width, exactWidth: Math.min(free, boxGeometry(box.style, { width }).width) };
}

/** How much of the room that is left over lies to the left of it: `auto` margins share it. */
function shareBefore({ marginLeft, marginRight }: ComputedStyle, direction: Direction): number {
  if (marginLeft === "auto") return marginRight === "auto" ? 0.5 : 1;
  return direction === "rtl" && marginRight !== "auto" ? 1 : 0;
}
