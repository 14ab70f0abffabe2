import type { LengthPercentage } from "../../stylesheet/index.ts";

/** A corner as a quarter of an ellipse (CSS Backgrounds 3, 5.1): percentages are of the box's width and of its height. */
export interface CornerRadius {
  readonly across: LengthPercentage;
  readonly down: LengthPercentage;
}

export const squareCorner: CornerRadius = { across: 0, down: 0 };
