import type { BlockLevelBox } from "../box/box.ts";
import { constrainWidth, horizontalMargins, insetOf, widthOf } from "./box-geometry.ts";
import { dependsOnHeight, withUsedWidths } from "./intrinsic-sizes.ts";
import { outerWidths } from "./item-sizes.ts";
import type { IntrinsicWidths, LayoutContext } from "./layout-context.ts";

/** Whether a box in a line is as large as its containing block says: shares of it, or a picture that has a ratio alone. */
export function dependsOnContaining(box: BlockLevelBox): boolean {
  const { style } = box;
  const all = [style.width, style.minWidth, style.maxWidth, style.marginLeft, style.marginRight];
  const isShare = [...all, style.paddingLeft, style.paddingRight].some((value) => typeof value === "object");
  return isShare || dependsOnHeight(box) || (box.kind === "replaced" && box.fillsWidth);
}

/**
 * The widths that a box in a line may have, with its margins: nowhere broken, and as narrow as it can be (CSS 2.2, 10.3.9).
 * `containing`: the size of the containing block; its width is undefined where only content is measured, and shares of it are not known,
 * its height where that comes from the content.
 */
export function atomWidths(
  box: BlockLevelBox,
  { width: containing, height }: { readonly width: number | undefined; readonly height: number | undefined },
  context: LayoutContext,
): IntrinsicWidths {
  if (containing === undefined || !dependsOnContaining(box) || box.kind === "static-position")
    return outerWidths(box, context, height);
  const { style } = box;
  const margins = horizontalMargins(style, containing);
  const outer = ({ min, max }: IntrinsicWidths): IntrinsicWidths => ({ min: min + margins, max: max + margins });
  if (box.kind === "replaced") {
    const { width } = context.layout(box, {
      width: containing,
      height,
      maxHeight: context.page(style.page).height,
    }).fragment;
    return outer({ min: width, max: width });
  }
  const used = withUsedWidths(box, containing, context).style;
  const inset = insetOf(used, containing);
  const sides = inset.left + inset.right;
  const limited = (wanted: number) => constrainWidth(used, { wanted, containing, sides });
  const asked = widthOf(used, containing);
  const content = context.intrinsic(box);
  if (asked !== undefined) {
    const width = limited(box.kind === "table" ? Math.max(asked, content.min) : asked);
    return outer({ min: width, max: width });
  }
  // Content is measured as if shares of an unknown width were none.
  const shares = sides - insetOf(used, 0).left - insetOf(used, 0).right;
  return outer({ min: limited(content.min + shares), max: limited(content.max + shares) });
}
