import type { ComputedStyle } from "../css/computed-style.ts";
import type { BlockLevelBox } from "./box.ts";

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
  ["hidden", "auto", "scroll"].includes(box.style.overflow);
