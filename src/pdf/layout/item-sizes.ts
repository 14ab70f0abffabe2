import { type LengthPercentage, resolveLength } from "../../stylesheet/index.ts";
import type { Edges } from "../box/border-widths.ts";
import type { BlockLevelBox } from "../box/box.ts";
import type { Align, ComputedStyle } from "../css/computed-style.ts";
import { tolerance } from "../geometry/tolerance.ts";
import { type AskedHeights, heightsOf, horizontalMargins, insetOf, isIntrinsic, widthOf } from "./box-geometry.ts";
import { dependsOnHeight, withUsedHeights, withUsedWidths } from "./intrinsic-sizes.ts";
import type { LaidOut } from "./laid-out.ts";
import type { IntrinsicWidths, LayoutContext } from "./layout-context.ts";

/** What a flex or grid container is to its items: its content box, or a grid area. */
export interface Containing {
  readonly width: number;
  /** Undefined: it depends on its content. */
  readonly height: number | undefined;
  /** What there is beside an item, behind its margin, for words that do not fit into it. Absent: something else may stand there. */
  readonly overhang?: number | undefined;
}

/** The box of an item with what its style says of its edges and sizes. Border box, pt. */
export interface ItemSizes {
  /** With lengths for what its content says. */
  readonly box: BlockLevelBox;
  /** As it is in the box tree. */
  readonly source: BlockLevelBox;
  /** `auto` margins are 0 here. */
  readonly margins: Edges;
  readonly autoMargins: { readonly [Side in keyof Edges]: boolean };
  readonly inset: Edges;
  readonly width: { readonly asked: number | undefined; readonly min: number; readonly max: number };
  readonly height: AskedHeights;
}

export function itemSizes(
  source: BlockLevelBox,
  { width: containing, height }: Containing,
  context: LayoutContext,
): ItemSizes {
  const box = withUsedWidths(source, containing, context);
  const { style } = box;
  const inset = insetOf(style, containing);
  const sides = style.boxSizing === "border-box" ? 0 : inset.left + inset.right;
  const margin = (value: LengthPercentage | "auto") => (value === "auto" ? 0 : resolveLength(value, containing));
  const limit = (value: LengthPercentage) =>
    Math.max(inset.left + inset.right, resolveLength(value, containing) + sides);
  const asked = widthOf(style, containing);
  const min =
    style.minWidth === "auto" || style.minWidth === 0 || isIntrinsic(style.minWidth)
      ? inset.left + inset.right
      : limit(style.minWidth);
  return {
    box,
    source,
    margins: {
      top: margin(style.marginTop),
      right: margin(style.marginRight),
      bottom: margin(style.marginBottom),
      left: margin(style.marginLeft),
    },
    autoMargins: {
      top: style.marginTop === "auto",
      right: style.marginRight === "auto",
      bottom: style.marginBottom === "auto",
      left: style.marginLeft === "auto",
    },
    inset,
    width: {
      asked: asked === undefined ? undefined : Math.max(asked, inset.left + inset.right),
      min,
      max:
        style.maxWidth === "none" || isIntrinsic(style.maxWidth)
          ? Number.POSITIVE_INFINITY
          : Math.max(min, limit(style.maxWidth)),
    },
    height: heightsOf(style, inset, { containing: height }),
  };
}

export const clamp = (value: number, { min, max }: { readonly min: number; readonly max: number }) =>
  Math.max(min, Math.min(value, max));

/** Both together, pt. */
export const sidesOf = ({ left, right }: Edges) => left + right;
export const endsOf = ({ top, bottom }: Edges) => top + bottom;

/** Between its min-content and its max-content width, as near to the room as that allows (CSS Sizing 3, 5.1). */
export function fitContent({ box, width }: ItemSizes, room: number, context: LayoutContext): number {
  if (width.asked !== undefined) return clamp(width.asked, width);
  const { min, max } = context.intrinsic(box);
  return clamp(Math.max(min, Math.min(max, room)), width);
}

/** Min-content and max-content width with the margins that are lengths. `height`: what shares of a picture's height are of, if known. */
export function outerWidths(box: BlockLevelBox, context: LayoutContext, height?: number): IntrinsicWidths {
  const margins = horizontalMargins(box.style, 0);
  const sized = withUsedHeights(box, height);
  const { min, max } = sized === box ? context.intrinsic(box) : context.intrinsicOnce(sized);
  return { min: min + margins, max: max + margins };
}

const contentSizedBoxes = new WeakMap<BlockLevelBox, BlockLevelBox>();

/** The box without sizes of its own: one object a box, so that what is measured of it is remembered. */
export function contentSized(box: BlockLevelBox): BlockLevelBox {
  const known = contentSizedBoxes.get(box);
  if (known) return known;
  const sized = { ...box, style: contentSizedStyle(box.style) } as BlockLevelBox;
  contentSizedBoxes.set(box, sized);
  return sized;
}

/** Boxes of one style, of one document or of many, have one here too: it is some hundred fields. */
const contentSizedStyles = new WeakMap<ComputedStyle, ComputedStyle>();

function contentSizedStyle(style: ComputedStyle): ComputedStyle {
  const known = contentSizedStyles.get(style);
  if (known) return known;
  const sized: ComputedStyle = {
    ...style,
    width: "auto",
    minWidth: "auto",
    maxWidth: "none",
    height: "auto",
    minHeight: "auto",
    maxHeight: "none",
  };
  contentSizedStyles.set(style, sized);
  return sized;
}

interface UsedSize {
  readonly containing: Containing;
  /** Border box; undefined: what the style says. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly context: LayoutContext;
}

/** Lays an item out at the size that its container gives it. */
export function layoutItem(
  { box, inset, margins }: ItemSizes,
  { containing, width, height, context }: UsedSize,
): LaidOut {
  if (box.kind === "replaced") {
    const style = sizedStyle(box.style, inset, { width, height });
    const sized = style === box.style ? box : { ...box, style };
    return context.layout(sized, { width: Math.max(containing.width, width ?? 0), height: containing.height });
  }
  const { overhang } = containing;
  // Of an item that does not fill what contains it: how much further than that it may reach, or less far.
  const rest = width === undefined ? 0 : containing.width - width - sidesOf(margins);
  return context.layoutOnce(box, {
    width: containing.width,
    overhang: overhang === undefined ? undefined : overhang - rest,
    height: containing.height,
    exactWidth: width,
    exactHeight: height,
  });
}

/** The style of a box of this border box, as far as it is given, whatever the style says. */
function sizedStyle(
  style: ComputedStyle,
  inset: Edges,
  { width, height }: Pick<UsedSize, "width" | "height">,
): ComputedStyle {
  if (width === undefined && height === undefined) return style;
  const boxSizing = "content-box";
  const wide: ComputedStyle =
    width === undefined
      ? { ...style, boxSizing }
      : { ...style, boxSizing, width: Math.max(0, width - sidesOf(inset)), minWidth: 0, maxWidth: "none" };
  return height === undefined
    ? wide
    : { ...wide, height: Math.max(0, height - endsOf(inset)), minHeight: 0, maxHeight: "none" };
}

/** The item at another height: laid out anew only where that changes something in it. */
export function withHeight(item: ItemSizes, laidOut: LaidOut, used: UsedSize & { readonly height: number }): LaidOut {
  const { fragment } = laidOut;
  if (Math.abs(fragment.height - used.height) <= tolerance) return laidOut;
  if (fragment.kind !== "box" || used.height < fragment.height || holdsShares(item.box)) return layoutItem(item, used);
  return { ...laidOut, fragment: { ...fragment, height: used.height } };
}

const holdsShares = (box: BlockLevelBox): boolean => {
  if (box.kind !== "block") return true;
  const { content } = box;
  if (content.kind === "blocks") return content.children.some(dependsOnHeight);
  return content.items.some((item) => item.kind === "atom" && dependsOnHeight(item.box));
};

/** Whether the items of a flex container stand in rows. */
export const isRow = ({ flexDirection }: ComputedStyle) => flexDirection === "row" || flexDirection === "row-reverse";

/** The value of `align-self` or `justify-self`, or the container's for all. */
export const alignOf = (own: Align | "auto", container: Align): Align => (own === "auto" ? container : own);

/** Boxes by `order`, those of the same in the order of the document (CSS Flexbox 1, 5.4). */
export const inOrder = (boxes: readonly BlockLevelBox[]): readonly BlockLevelBox[] =>
  boxes.every(({ style }) => style.order === 0) ? boxes : boxes.toSorted((a, b) => a.style.order - b.style.order);
