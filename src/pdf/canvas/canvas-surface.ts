import type { PdfPage } from "pdfkit";
import { boundsUnder, identity, inverse, type Matrix, multiply } from "../geometry/matrix.ts";

/** What a canvas draws into: a page, a group of its own, or a tile. Lengths in pt, y downwards. */
export interface Surface {
  /** From here to the space that patterns are placed in: that of the content stream (ISO 32000-1, 8.7.3.1). */
  readonly toPatterns: Matrix;
  /** All of it that can be seen. */
  readonly area: readonly [left: number, top: number, right: number, bottom: number];
}

/**
 * The stream of a page turns its y axis round before anything is drawn; patterns do not see that. `matrix`: to the page, from what is
 * drawn on it.
 */
export function pageSurface({ width, height }: PdfPage, matrix: Matrix = identity): Surface {
  const whole = { x: 0, y: 0, width, height };
  const area = boundsUnder(matrix === identity ? identity : (inverse(matrix) ?? identity), whole);
  return {
    toPatterns: multiply([1, 0, 0, -1, 0, height], matrix),
    area: [area.x, area.y, area.x + area.width, area.y + area.height],
  };
}

/** A stream inside another one, in the same coordinates. */
export const innerSurface = ({ area }: Surface): Surface => ({ toPatterns: identity, area });
