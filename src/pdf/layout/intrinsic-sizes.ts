import { type PercentLength, resolveLength } from "../../stylesheet/index.ts";
import type { BlockLevelBox, StaticPositionBox } from "../box/box.ts";
import type { ComputedStyle, IntrinsicSize } from "../css/computed-style.ts";
import { insetOf, isIntrinsic } from "./box-geometry.ts";
import type { IntrinsicWidths, LayoutContext } from "./layout-context.ts";

/** The box with lengths for the widths that its content says (CSS Sizing 3, 3.2), beside a container of this width. */
export function withUsedWidths<Box extends BlockLevelBox>(box: Box, containing: number, context: LayoutContext): Box {
  const { width, minWidth, maxWidth } = box.style;
  if (box.kind === "static-position" || !(isIntrinsic(width) || isIntrinsic(minWidth) || isIntrinsic(maxWidth)))
    return box;
  const widths = contentWidthsOf(box, context);
  const { marginLeft, marginRight } = box.style;
  const margin = (value: ComputedStyle["marginLeft"]) => (value === "auto" ? 0 : resolveLength(value, containing));
  const inset = insetOf(box.style, containing);
  const sides = box.style.boxSizing === "border-box" ? 0 : inset.left + inset.right;
  const room = containing - margin(marginLeft) - margin(marginRight);
  const used = (size: IntrinsicSize) => Math.max(0, sizeOf(size, widths, room) - sides);
  return {
    ...box,
    style: {
      ...box.style,
      width: isIntrinsic(width) ? used(width) : width,
      minWidth: isIntrinsic(minWidth) ? used(minWidth) : minWidth,
      maxWidth: isIntrinsic(maxWidth) ? used(maxWidth) : maxWidth,
    },
  };
}

/** Border box, without what the widths say. */
function contentWidthsOf(box: Exclude<BlockLevelBox, StaticPositionBox>, context: LayoutContext): IntrinsicWidths {
  const style: ComputedStyle = { ...box.style, width: "auto", minWidth: 0, maxWidth: "none" };
  return context.intrinsic({ ...box, style });
}

/** The picture with lengths for shares of a height that is known (CSS 2.2, 10.5): of what contains it, content height, pt. */
export function withUsedHeights<Box extends BlockLevelBox>(box: Box, containing: number | undefined): Box {
  if (box.kind !== "replaced" || containing === undefined || !dependsOnHeight(box)) return box;
  const used = <Size>(size: Size) => (isShare(size) ? Math.max(0, resolveLength(size, containing)) : size);
  const { height, minHeight, maxHeight } = box.style;
  const style = { ...box.style, height: used(height), minHeight: used(minHeight), maxHeight: used(maxHeight) };
  return { ...box, style };
}

/** Whether its height is a share of that of what contains it. */
export const dependsOnHeight = ({ style: { height, minHeight, maxHeight } }: BlockLevelBox): boolean =>
  isShare(height) || isShare(minHeight) || isShare(maxHeight);

const isShare = (size: unknown): size is PercentLength => typeof size === "object";

function sizeOf(size: IntrinsicSize, { min, max }: IntrinsicWidths, room: number): number {
  if (size === "min-content") return min;
  return size === "max-content" ? max : Math.max(min, Math.min(max, room));
}
