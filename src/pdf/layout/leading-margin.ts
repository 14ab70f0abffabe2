import type { BlockBox, BlockLevelBox } from "../box/box.ts";
import { isFloat, isFormattingRoot } from "../box/formatting-root.ts";
import { boxGeometry, leastHeight } from "./box-geometry.ts";
import { collapse, type Margin, marginOf } from "./laid-out.ts";
import type { LayoutContext } from "./layout-context.ts";
import { isNoLine } from "./prepared-inline.ts";

interface LeadingMargin {
  readonly margin: Margin;
  /** Nothing stands between its top and bottom margin: `margin` is both of them. */
  readonly isThrough: boolean;
}

/**
 * What the margin above a box comes to (CSS 2.2, 8.3.1), before the box is laid out: what stands beside floats has to know
 * first how high it stands. Where nothing has `clear` it is the `marginTop` of the box laid out.
 */
export function leadingMargin(box: BlockLevelBox, containing: number, context: LayoutContext): LeadingMargin {
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

const hasLines = ({ units }: ReturnType<LayoutContext["prepare"]>) => !units.every(({ pieces }) => isNoLine(pieces));
