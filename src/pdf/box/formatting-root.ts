import type { ComputedStyle, Display } from "../css/computed-style.ts";
import { overflowOf } from "../css/overflow.ts";
import type { DomElement } from "../dom/dom-node.ts";
import type { BlockLevelBox } from "./box.ts";

/** What boxes that stand in a line are inside it (CSS Display 3, 2.4). */
export const insideOf = {
  "inline-block": "flow-root",
  "inline-block-list-item": "flow-root-list-item",
  "inline-flex": "flex",
  "inline-grid": "grid",
  "inline-table": "table",
} as const;

/** Whether a block sets its content in columns (CSS Multi-column Layout 1, 2). */
export const hasColumns = ({ columnCount, columnWidth }: Pick<ComputedStyle, "columnCount" | "columnWidth">) =>
  columnCount !== "auto" || columnWidth !== "auto";

/** A box that stands in a line as a whole. */
export const isAtomic = (display: Display): display is keyof typeof insideOf => display in insideOf;

/** A box whose content stands in the lines around it. */
export const isInline = (display: Display) => display === "inline" || display === "inline-list-item";

/** An element that ends a line, or allows it to end: its style makes it nothing else. */
export const isLineEnd = ({ name }: DomElement) => name === "br" || name === "wbr";

/** A box at the side of the text (CSS 2.2, 9.5.1). */
export const isFloat = ({ style: { float } }: { readonly style: Pick<ComputedStyle, "float"> }) =>
  float !== "none" && float !== "footnote";

/** A box out of the flow (CSS Positioned Layout 3, 2). */
export const isOutOfFlow = ({ style: { position } }: { readonly style: Pick<ComputedStyle, "position"> }) =>
  position === "absolute" || position === "fixed";

/**
 * Whether a box in the flow keeps its floats to itself, and stands beside those around it rather than behind them: it
 * starts a formatting context of its own (CSS 2.2, 9.4.1). Margins do not collapse through its edges.
 */
export const isFormattingRoot = (box: BlockLevelBox) =>
  box.kind !== "block" ||
  isOutOfFlow(box) ||
  box.style.display === "flow-root" ||
  box.style.display === "flow-root-list-item" ||
  hasColumns(box.style) ||
  ["hidden", "auto", "scroll"].includes(overflowOf(box.style));
