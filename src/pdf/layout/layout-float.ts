import { resolveLength } from "../../stylesheet/index.ts";
import type { BlockLevelBox } from "../box/box.ts";
import type { ComputedStyle, Direction } from "../css/computed-style.ts";
import { greatest } from "../geometry/extremes.ts";
import { boxGeometry } from "./box-geometry.ts";
import { moveBreak, penalties } from "./break-point.ts";
import { clearEdge, type FloatArea, placeBeside, type Side, sideOf } from "./float-areas.ts";
import type { BoxFragment, Fragment } from "./fragment.ts";
import { withUsedWidths } from "./intrinsic-sizes.ts";
import { type LaidOut, marginSize } from "./laid-out.ts";
import type { LayoutContext } from "./layout-context.ts";

/** A float laid out, not yet placed. */
export interface SizedFloat {
  readonly box: BlockLevelBox;
  readonly side: Side;
  readonly laidOut: LaidOut;
  readonly marginLeft: number;
  readonly marginTop: number;
  /** Of the margin box. */
  readonly width: number;
  readonly height: number;
}

interface SizeOptions {
  /** Width and direction of the containing block, and its height where it is known before the content. */
  readonly containing: number;
  readonly direction: Direction;
  readonly height?: number | undefined;
  /** What there is on the page beside the containing block. Absent: nothing that is free. */
  readonly overhang?: number | undefined;
  readonly context: LayoutContext;
}

/** A float is as wide as its content asks for, and no wider than its container (CSS 2.2, 10.3.5); its margins are its own. */
export function sizeFloat(
  box: BlockLevelBox,
  { containing, direction, height, overhang, context }: SizeOptions,
): SizedFloat {
  const { style } = box;
  const margin = (value: ComputedStyle["marginLeft"]) => (value === "auto" ? 0 : resolveLength(value, containing));
  const [marginLeft, marginRight] = [margin(style.marginLeft), margin(style.marginRight)];
  const isFree = box.kind === "replaced" || box.kind === "table";
  const room = containing - marginLeft - marginRight;
  const exactWidth = isFree ? undefined : shrinkToFit(box, { containing, room, context });
  // Other floats may stand beside it in its container: words that it has no room for reach out of both.
  const outer = exactWidth === undefined ? 0 : marginLeft + exactWidth + marginRight;
  const beside = overhang === undefined ? undefined : Math.max(0, overhang - Math.max(0, containing - outer));
  const laidOut = context.layout(box, { width: containing, height, exactWidth, overhang: beside });
  const marginTop = marginSize(laidOut.marginTop);
  return {
    box,
    side: sideOf(style.float as "left", direction),
    laidOut,
    marginLeft,
    marginTop,
    width: marginLeft + laidOut.fragment.width + marginRight,
    height: marginTop + laidOut.fragment.height + marginSize(laidOut.marginBottom),
  };
}

interface ShrinkOptions {
  readonly containing: number;
  readonly room: number;
  readonly context: LayoutContext;
}

function shrinkToFit(box: BlockLevelBox, { containing, room, context }: ShrinkOptions): number {
  const asked = withUsedWidths(box, containing, context).style;
  if (asked.width !== "auto") return boxGeometry(asked, { width: containing }).width;
  const { min, max } = context.intrinsic(box);
  return Math.max(min, Math.min(max, room));
}

interface PlaceOptions {
  /** Floats before it. */
  readonly areas: readonly FloatArea[];
  /** It is not above this. */
  readonly top: number;
  /** The sides of the containing block's content box. */
  readonly left: number;
  readonly right: number;
  readonly direction: Direction;
  readonly context: LayoutContext;
}

export interface PlacedFloat {
  readonly fragment: Fragment;
  readonly area: FloatArea;
}

/** Beside or below the floats before it; further down if the page ends there. */
export function placeFloat(float: SizedFloat, options: PlaceOptions): PlacedFloat {
  const { areas, left, right, direction, context } = options;
  const { box, side, laidOut, width } = float;
  const top = Math.max(options.top, clearEdge(areas, box.style.clear, direction));
  const natural = placeBeside(areas, { side, width, top, left, right });
  const delay = context.floatDelay(box);
  const { x, y } = delay > 0 ? placeBeside(areas, { side, width, top: natural.y + delay, left, right }) : natural;
  const isWhole = laidOut.breaks.every((point) => point.penalty >= penalties.avoid) && !isTall(float, context);
  const fragment: BoxFragment = {
    ...(laidOut.fragment as BoxFragment),
    x: x + float.marginLeft,
    y: y + float.marginTop,
    float: isWhole ? "whole" : "divided",
  };
  const lowest = isWhole ? fragment.height : lowestContent(fragment) - fragment.y;
  const area: FloatArea = {
    box,
    side,
    left: x,
    right: x + width,
    top: y,
    bottom: y + float.height,
    naturalTop: natural.y,
    contentEnd: float.marginTop + lowest,
    breaks: laidOut.breaks.map((point) => moveBreak(point, float.marginTop)),
    isWhole,
  };
  return { fragment, area };
}

/** What `break-inside: avoid` asks for no page can give. */
const isTall = ({ laidOut, box }: SizedFloat, context: LayoutContext) =>
  laidOut.breaks.length > 0 && laidOut.fragment.height > context.page(box.style.page).height;

/** The foot of the lowest line or image, from the top of what is around the fragment. */
function lowestContent(fragment: Fragment): number {
  if (fragment.kind !== "box") return fragment.y + fragment.height;
  return fragment.y + greatest(fragment.children.map(lowestContent), 0);
}
