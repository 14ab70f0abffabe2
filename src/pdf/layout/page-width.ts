import type { BlockBox, BlockLevelBox } from "../box/box.ts";
import type { LayoutContext } from "./layout-context.ts";

interface PageWidthOptions {
  /** The block around. */
  readonly box: BlockBox;
  readonly contentWidth: number;
  readonly isInFlow: boolean;
  readonly context: LayoutContext;
}

/** What a child has for its width: on pages of another name, content is as wide as those pages allow. */
export function pageWidth(child: BlockLevelBox, { box, contentWidth, isInFlow, context }: PageWidthOptions): number {
  if (!isInFlow || child.style.page === box.style.page) return contentWidth;
  return Math.max(0, contentWidth + context.page(child.style.page).width - context.page(box.style.page).width);
}
