import type { Edges } from "../box/border-widths.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import type { CollapsedBorders } from "./fragment.ts";

/** In the collapsed model half of each border lies inside the cell. Cells with the same borders share a style. */
export function halvedCell(style: ComputedStyle, borders: CollapsedBorders): ComputedStyle {
  const known = lastHalved.get(style);
  if (known && areAsWide(known.borders, borders)) return known.style;
  const { top, right, bottom, left } = borders;
  const result = withBorders(style, halfOf(top), halfOf(right), halfOf(bottom), halfOf(left));
  lastHalved.set(style, { borders, style: result });
  return result;
}

/** In the collapsed model a table has no padding, and half of its outer borders as borders (CSS 2.2, 17.6.2). */
export function halvedTable(style: ComputedStyle, { top, right, bottom, left }: Edges): ComputedStyle {
  const known = unpadded.get(style) ?? { ...style, ...noPadding };
  unpadded.set(style, known);
  return withBorders(known, top, right, bottom, left);
}

/** A copy of a style is 50 KB while it is made: one for all tables and cells of a style, in whatever document. */
const halvedStyles = new WeakMap<ComputedStyle, Map<string, ComputedStyle>>();
const unpadded = new WeakMap<ComputedStyle, ComputedStyle>();

function withBorders(
  style: ComputedStyle,
  ...[borderTopWidth, borderRightWidth, borderBottomWidth, borderLeftWidth]: readonly [number, number, number, number]
): ComputedStyle {
  const key = `${borderTopWidth} ${borderRightWidth} ${borderBottomWidth} ${borderLeftWidth}`;
  const byKey = halvedStyles.get(style) ?? new Map<string, ComputedStyle>();
  halvedStyles.set(style, byKey);
  const result = byKey.get(key) ?? {
    ...style,
    ...allSolid,
    borderTopWidth,
    borderRightWidth,
    borderBottomWidth,
    borderLeftWidth,
  };
  byKey.set(key, result);
  return result;
}

/** Cells of one style have the same borders nearly always. */
const lastHalved = new WeakMap<ComputedStyle, { readonly borders: CollapsedBorders; readonly style: ComputedStyle }>();

/** Widths are all that a cell inside them asks of borders. */
const areAsWide = (one: CollapsedBorders, other: CollapsedBorders): boolean =>
  one === other ||
  (one.top?.width === other.top?.width &&
    one.right?.width === other.right?.width &&
    one.bottom?.width === other.bottom?.width &&
    one.left?.width === other.left?.width);

const halfOf = (line: CollapsedBorders["top"]): number => (line?.width ?? 0) / 2;

const allSolid = {
  borderTopStyle: "solid",
  borderRightStyle: "solid",
  borderBottomStyle: "solid",
  borderLeftStyle: "solid",
} as const;
const noPadding = { paddingTop: 0, paddingRight: 0, paddingBottom: 0, paddingLeft: 0 } as const;
