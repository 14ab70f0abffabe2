import type { Color, LengthContext } from "../../stylesheet/index.ts";

/** What a gradient needs to be computed. */
export interface GradientContext extends LengthContext {
  /** The element's own colour. */
  readonly color: Color;
}
