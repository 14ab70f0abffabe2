import type { ComputedStyle } from "../css/computed-style.ts";

export interface Edges {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Used border widths, pt: 0 where there is no line to draw (CSS Backgrounds 3, 4.3). */
export function borderWidths(style: ComputedStyle): Edges {
  return {
    top: isDrawn(style.borderTopStyle) ? style.borderTopWidth : 0,
    right: isDrawn(style.borderRightStyle) ? style.borderRightWidth : 0,
    bottom: isDrawn(style.borderBottomStyle) ? style.borderBottomWidth : 0,
    left: isDrawn(style.borderLeftStyle) ? style.borderLeftWidth : 0,
  };
}

const isDrawn = (style: ComputedStyle["borderTopStyle"]) => style !== "none" && style !== "hidden";
