import type { ComputedStyle } from "../css/computed-style.ts";
import { squareCorner } from "../css/corner-radius.ts";

/** The sides of an inline box that stand in a line. */
export interface Sides {
  readonly hasLeft: boolean;
  readonly hasRight: boolean;
}

const cut = new WeakMap<ComputedStyle, Map<string, ComputedStyle>>();

/**
 * The style of a part of an inline box: where a line's end cuts it, it has neither border nor padding, and its corners are plain (CSS Fragmentation
 * 3, 5.4, `slice`). The same for the same: painting knows styles by identity.
 */
export function cutStyle(style: ComputedStyle, { hasLeft, hasRight }: Sides): ComputedStyle {
  if (hasLeft && hasRight) return style;
  const known = cut.get(style) ?? new Map<string, ComputedStyle>();
  cut.set(style, known);
  const key = `${hasLeft} ${hasRight}`;
  const found = known.get(key) ?? { ...style, ...(hasLeft ? {} : noLeft), ...(hasRight ? {} : noRight) };
  known.set(key, found);
  return found;
}

const noLeft = {
  borderLeftStyle: "none",
  borderLeftWidth: 0,
  paddingLeft: 0,
  borderTopLeftRadius: squareCorner,
  borderBottomLeftRadius: squareCorner,
} as const;
const noRight = {
  borderRightStyle: "none",
  borderRightWidth: 0,
  paddingRight: 0,
  borderTopRightRadius: squareCorner,
  borderBottomRightRadius: squareCorner,
} as const;
