import { type LengthPercentage, resolveLength } from "../../stylesheet/index.ts";
import { borderWidths, type Edges } from "../box/border-widths.ts";
import type { ComputedStyle, IntrinsicSize } from "../css/computed-style.ts";
import type { Available, BlockAlign } from "./layout-context.ts";
import { alignment } from "./piece-positions.ts";

/** The used sizes of a block-level box's edges and width (CSS 2.2, 10.3.3), pt. */
export interface BoxGeometry {
  /** Border box. */
  readonly width: number;
  readonly contentWidth: number;
  readonly marginLeft: number;
  readonly marginRight: number;
  readonly marginTop: number;
  readonly marginBottom: number;
  /** Border and padding together. */
  readonly inset: Edges;
}

/** Widths of a box and its sides, pt, by its style and the block that contains it (CSS 2.2, 10.3.3). */
export function boxGeometry(
  style: ComputedStyle,
  { width: containing, exactWidth, direction = style.direction, blockAlign }: Available,
): BoxGeometry {
  const inset = insetOf(style, containing);
  const sides = inset.left + inset.right;
  const left = resolveMargin(style.marginLeft, containing);
  const right = resolveMargin(style.marginRight, containing);
  const free = containing - (left ?? 0) - (right ?? 0);
  const width = exactWidth ?? constrainWidth(style, { wanted: widthOf(style, containing) ?? free, containing, sides });
  const rest = containing - width - (left ?? 0) - (right ?? 0);
  const isPlacedBy = blockAlign !== undefined && left !== undefined && right !== undefined;
  return {
    width,
    contentWidth: Math.max(0, width - sides),
    // What is over-constrained gives way at the end of the line (CSS 2.2, 10.3.3): from right to left, on the left.
    // `auto` margins share what is left over: both of them centre the box.
    marginLeft: isPlacedBy
      ? left + alignment(blockAlign, direction) * Math.max(0, rest)
      : left !== undefined && right !== undefined && direction === "rtl"
        ? left + Math.max(0, rest)
        : (left ?? Math.max(0, right === undefined ? rest / 2 : rest)),
    marginRight: right ?? Math.max(0, left === undefined ? rest / 2 : rest),
    marginTop: resolveMargin(style.marginTop, containing) ?? 0,
    marginBottom: resolveMargin(style.marginBottom, containing) ?? 0,
    inset,
  };
}

/** `overhang` of the content: that of the block around, and the edges between the two. */
export function overhangOf(
  { direction }: ComputedStyle,
  { width: containing, overhang }: Available,
  { marginLeft, width, inset }: BoxGeometry,
): number | undefined {
  if (overhang === undefined || direction === "rtl") return undefined;
  return Math.max(0, overhang + containing - marginLeft - width + inset.right);
}

/** What a block says of the blocks in it. */
export const blockAlignOf = ({ textAlign }: ComputedStyle): { readonly blockAlign?: BlockAlign } =>
  textAlign === "center-all" || textAlign === "right-all" || textAlign === "left-all" ? { blockAlign: textAlign } : {};

/** Border and padding of each side, pt. @param containing width of the containing block, which percentages are of. */
export function insetOf(style: ComputedStyle, containing: number): Edges {
  const border = borderWidths(style);
  return {
    top: border.top + resolveLength(style.paddingTop, containing),
    right: border.right + resolveLength(style.paddingRight, containing),
    bottom: border.bottom + resolveLength(style.paddingBottom, containing),
    left: border.left + resolveLength(style.paddingLeft, containing),
  };
}

/** A margin in pt; undefined for `auto`, which takes what is left. */
export const resolveMargin = (value: LengthPercentage | "auto", containing: number) =>
  value === "auto" ? undefined : resolveLength(value, containing);

/** Both horizontal margins, pt. */
export function horizontalMargins({ marginLeft, marginRight }: ComputedStyle, containing: number): number {
  return (resolveMargin(marginLeft, containing) ?? 0) + (resolveMargin(marginRight, containing) ?? 0);
}

/** A width that content says is in lengths where a box is laid out (`intrinsic-sizes.ts`); elsewhere it is as good as auto. */
export const isIntrinsic = (size: ComputedStyle["width"] | ComputedStyle["maxWidth"]): size is IntrinsicSize =>
  size === "min-content" || size === "max-content" || size === "fit-content";

/** What `min-width` asks for, without what content says. */
const leastWidth = ({ minWidth }: ComputedStyle, containing: number): number =>
  minWidth === "auto" || isIntrinsic(minWidth) ? 0 : resolveLength(minWidth, containing);

/** The border-box width that `width` asks for; undefined for auto. */
export function widthOf(style: ComputedStyle, containing: number): number | undefined {
  if (style.width === "auto" || isIntrinsic(style.width)) return undefined;
  return asBorderBox(style, resolveLength(style.width, containing), containing);
}

function asBorderBox(style: ComputedStyle, value: number, containing: number): number {
  if (style.boxSizing === "border-box") return value;
  const inset = insetOf(style, containing);
  return value + inset.left + inset.right;
}

/** A wanted content width within `min-width` and `max-width`, pt (CSS 2.2, 10.4). @param sides border and padding of both. */
export function constrainWidth(
  style: ComputedStyle,
  { wanted, containing, sides }: { readonly wanted: number; readonly containing: number; readonly sides: number },
): number {
  const max =
    style.maxWidth === "none" || isIntrinsic(style.maxWidth)
      ? Number.POSITIVE_INFINITY
      : asBorderBox(style, resolveLength(style.maxWidth, containing), containing);
  const min = asBorderBox(style, leastWidth(style, containing), containing);
  return Math.max(sides, min, Math.min(wanted, max));
}

/**
/** What heights are of: the border-box width, for `aspect-ratio`, and the height of the containing block; if they are known. */
interface KnownSizes {
  readonly width?: number | undefined;
  readonly containing?: number | undefined;
}

/**
 * The least border-box height that `height`, `min-height` and, of a known border-box width, `aspect-ratio` ask for;
 * percentages of an unknown height count as auto.
 */
export function leastHeight(style: ComputedStyle, inset: Edges, known: KnownSizes): number {
  const { asked = 0, min } = heightsOf(style, inset, known);
  return Math.max(asked, min);
}

/** Border-box heights, pt. */
export interface AskedHeights {
  /** Undefined for auto. */
  readonly asked: number | undefined;
  readonly min: number;
  readonly max: number;
}

/** What `height`, `min-height` and `max-height` ask for. */
export function heightsOf(style: ComputedStyle, inset: Edges, { width, containing }: KnownSizes): AskedHeights {
  const edges = inset.top + inset.bottom;
  const sides = style.boxSizing === "border-box" ? 0 : edges;
  const sizeOf = (value: LengthPercentage | "auto" | "none") => {
    if (value === "auto" || value === "none") return undefined;
    if (typeof value === "number") return Math.max(edges, value + sides);
    return containing === undefined ? undefined : Math.max(edges, resolveLength(value, containing) + sides);
  };
  const byRatio = heightByRatio(style, inset, width);
  const min = style.minHeight === 0 ? edges : (sizeOf(style.minHeight) ?? edges);
  return {
    asked: sizeOf(style.height) ?? (byRatio > 0 ? Math.max(edges, byRatio) : undefined),
    min,
    max: Math.max(min, sizeOf(style.maxHeight) ?? Number.POSITIVE_INFINITY),
  };
}

function heightByRatio({ aspectRatio, boxSizing, maxHeight }: ComputedStyle, inset: Edges, width?: number): number {
  if (aspectRatio === "auto" || width === undefined) return 0;
  const isBorderBox = boxSizing === "border-box";
  const across = isBorderBox ? width : width - inset.left - inset.right;
  const down = Math.min(
    across / aspectRatio.ratio,
    typeof maxHeight === "number" ? maxHeight : Number.POSITIVE_INFINITY,
  );
  return isBorderBox ? down : down + inset.top + inset.bottom;
}
