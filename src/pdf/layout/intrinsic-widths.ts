import type { BlockBox, BlockLevelBox, FlexBox, InlineItem, StaticPositionBox, TableBox } from "../box/box.ts";
import { hasColumns, isFloat, isFormattingRoot } from "../box/formatting-root.ts";
import type { ComputedStyle, Direction } from "../css/computed-style.ts";
import { greatest } from "../geometry/extremes.ts";
import { insetOf } from "./box-geometry.ts";
import { isUndivided, wordPiece } from "./break-lines.ts";
import { columnGapOf } from "./column-geometry.ts";
import { gridWidths } from "./grid-columns.ts";
import { isRow, outerWidths } from "./item-sizes.ts";
import type { IntrinsicWidths, LayoutContext } from "./layout-context.ts";
import { keepsSize, preferredWidth } from "./layout-replaced.ts";
import type { Unit } from "./prepared-inline.ts";
import { spaceOf } from "./table-columns.ts";
import { pieceAt } from "./unit-pieces.ts";

/** Min-content and max-content width of a box, border box with margins left out (CSS Sizing 3, 5). */
export function intrinsicWidths(box: BlockLevelBox, context: LayoutContext): IntrinsicWidths {
  const { style } = box;
  if (box.kind === "static-position") return { min: 0, max: 0 };
  const inset =
    box.kind === "table" && style.borderCollapse === "collapse" ? context.tableBorders(box).outer : insetOf(style, 0);
  const sides = inset.left + inset.right;
  if (typeof style.width === "number") {
    const asked = style.boxSizing === "border-box" ? style.width : style.width + sides;
    // A table is never narrower than its columns can be.
    const width = box.kind === "table" ? Math.max(asked, contentWidths(box, context).min + sides) : asked;
    const { min, max } = limit(style, { min: width, max: width }, sides);
    return { min: box.kind === "replaced" && isShare(style.maxWidth) ? sides : min, max };
  }
  const byRatio = widthByRatio(style, sides);
  if (byRatio !== undefined && box.kind !== "replaced" && box.kind !== "table") return { min: byRatio, max: byRatio };
  const content = contentWidths(box, context);
  if (style.width === "min-content" || style.width === "max-content") {
    const width = content[style.width === "min-content" ? "min" : "max"] + sides;
    return limit(style, { min: width, max: width }, sides);
  }
  return limit(style, { min: content.min + sides, max: content.max + sides }, sides);
}

/** What is limited to a share of the room that there is may be as narrow as that makes it (CSS Sizing 3, 5.2.2). */
const isShare = (length: ComputedStyle["maxWidth"]) => typeof length === "object";

/** Border box; of a height that is known. */
function widthByRatio({ aspectRatio, width, height, boxSizing }: ComputedStyle, sides: number) {
  if (aspectRatio === "auto" || width !== "auto" || typeof height !== "number") return undefined;
  const isBorderBox = boxSizing === "border-box";
  return isBorderBox ? height * aspectRatio.ratio : height * aspectRatio.ratio + sides;
}

function limit(style: ComputedStyle, { min, max }: IntrinsicWidths, sides: number): IntrinsicWidths {
  const extra = style.boxSizing === "border-box" ? 0 : sides;
  const least = typeof style.minWidth === "number" && style.minWidth > 0 ? style.minWidth + extra : 0;
  const most = typeof style.maxWidth === "number" ? style.maxWidth + extra : Number.POSITIVE_INFINITY;
  return { min: Math.max(sides, least, Math.min(min, most)), max: Math.max(sides, least, Math.min(max, most)) };
}

function contentWidths(box: Exclude<BlockLevelBox, StaticPositionBox>, context: LayoutContext): IntrinsicWidths {
  const { style } = box;
  if (box.kind === "replaced") {
    const max = preferredWidth(box, 0);
    if (style.width !== "auto") return { min: 0, max };
    // An image gives way: it can be drawn smaller.
    const givesWay = isShare(style.maxWidth) || !keepsSize(box, context);
    return { min: givesWay ? Math.min(max, 36) : max, max };
  }
  if (box.kind === "table") return tableWidths(box, context);
  if (box.kind !== "block") return flexWidths(box, context);
  if (hasColumns(style)) return columnWidths(box, context);
  return blockWidths(box, context);
}

function blockWidths({ content, style }: BlockBox, context: LayoutContext): IntrinsicWidths {
  const height = contentHeight(style);
  if (content.kind === "inline")
    return inlineWidths(content.items, {
      direction: style.direction,
      indent: typeof style.textIndent === "number" ? style.textIndent : 0,
      height,
      context,
    });
  return widest(content.children, context, height);
}

/** Of a height that is known before the content. */
function contentHeight(style: ComputedStyle): number | undefined {
  const { height, boxSizing } = style;
  if (typeof height !== "number") return undefined;
  const inset = insetOf(style, 0);
  return boxSizing === "border-box" ? Math.max(0, height - inset.top - inset.bottom) : height;
}

/** As many columns as are asked for, or one (CSS Multi-column Layout 1, 3; CSS Sizing 3, 5.1). */
function columnWidths(box: BlockBox, context: LayoutContext): IntrinsicWidths {
  const { columnCount, columnWidth } = box.style;
  const content = blockWidths(box, context);
  const count = columnCount === "auto" ? 1 : columnCount;
  const gaps = (count - 1) * columnGapOf(box.style, 0);
  if (columnWidth === "auto") return { min: content.min * count + gaps, max: content.max * count + gaps };
  return {
    min: columnCount === "auto" ? Math.min(content.min, columnWidth) : content.min * count + gaps,
    max: Math.max(columnWidth, content.max) * count + gaps,
  };
}

/** Blocks stand under each other, floats side by side, and a formatting root beside them. */
function widest(children: readonly BlockLevelBox[], context: LayoutContext, height?: number): IntrinsicWidths {
  let min = 0;
  let max = 0;
  let floats = 0;
  for (const child of children) {
    const widths = outerWidths(child, context, height);
    if (child.style.clear !== "none") floats = 0;
    min = Math.max(min, widths.min);
    max = Math.max(max, widths.max + (isFloat(child) || isFormattingRoot(child) ? floats : 0));
    if (isFloat(child)) floats += widths.max;
  }
  return { min, max };
}

interface InlineOptions {
  readonly direction: Direction;
  readonly indent: number;
  /** Of the content, where it is known before it. */
  readonly height: number | undefined;
  readonly context: LayoutContext;
}

function inlineWidths(
  items: readonly InlineItem[],
  { direction, indent, height, context }: InlineOptions,
): IntrinsicWidths {
  let min = 0;
  let max = 0;
  let line = indent;
  /** Where the first line goes on, as long as there is room in it: an indent to the left leaves some. */
  let first: number | undefined = indent;
  const { units } = context.measure(items, direction, height);
  for (let index = 0; index < units.length; index += 1) {
    const unit = units[index] as Unit;
    for (let at = unit.start; at < unit.end; at += 1) {
      const piece = pieceAt(unit, at);
      if (piece.kind !== "float") continue;
      const float = outerWidths(piece.box, context, height);
      min = Math.max(min, float.min);
      line += float.max;
    }
    const least = narrowest(unit, context);
    if (first !== undefined && first !== indent && first + least > 0) first = undefined;
    min = Math.max(min, least + (first ?? 0), shortWord(units, index));
    max = Math.max(max, line + unit.width);
    if (first !== undefined) first = unit.isLast ? undefined : first + unit.width + unit.trailing;
    line = unit.isLast ? 0 : line + unit.width + unit.trailing;
  }
  return { min, max };
}

/** Parts of a word with slashes that stays whole; an address has more, and gives way. */
const mostParts = 3;

/**
 * Width of a short word that begins with this unit and goes on with the next (`Qty/Day`): a line divides it only where it must. A number may be
 * divided at its hyphens (`2021-09-30`), and is where there is no more room.
 */
function shortWord(units: readonly Unit[], first: number): number {
  if (isUndivided(units[first - 1], units[first])) return 0;
  let last = first;
  while (last - first < mostParts && isUndivided(units[last], units[last + 1])) last += 1;
  const parts = units.slice(first, last + 1);
  if (parts.length === 1 || parts.length > mostParts || parts.some(isOfAddress)) return 0;
  return parts.reduce((sum, { minWidth }) => sum + minWidth, 0);
}

/** It ends as `https://` does. */
function isOfAddress(unit: Unit): boolean {
  const end = unit.end > unit.start ? pieceAt(unit, unit.end - 1) : undefined;
  return end?.kind === "word" && end.word.text.endsWith("//");
}

/** The widest part of a unit that can stand in a line of its own: hyphens and `overflow-wrap: anywhere` make parts. */
function narrowest(unit: Unit, context: LayoutContext): number {
  let widest = 0;
  let isDivided = false;
  for (let at = unit.start; at < unit.end; at += 1) {
    const piece = pieceAt(unit, at);
    if (piece.kind !== "word" || piece.word.isSpace) continue;
    const { item, word } = piece;
    const isAnywhere = item.style.overflowWrap === "anywhere" || item.style.wordBreak === "break-word";
    const cuts = isAnywhere
      ? lettersOf(word.text)
      : item.style.hyphens !== "auto"
        ? []
        : context.hyphenation.opportunities(word.text, item.lang);
    if (cuts.length > 0) isDivided = true;
    const hyphen = isAnywhere || cuts.length === 0 ? "" : "-";
    for (const [index, end] of [...cuts, word.text.length].entries()) {
      const part = word.text.slice(cuts[index - 1] ?? 0, end);
      widest = Math.max(widest, wordPiece(end < word.text.length ? part + hyphen : part, piece, context).width);
    }
  }
  return isDivided ? Math.min(widest, unit.minWidth) : unit.minWidth;
}

const lettersOf = (text: string) => [...text.matchAll(/\P{M}\p{M}*/gu)].slice(1).map(({ index }) => index);

function flexWidths(box: FlexBox, context: LayoutContext): IntrinsicWidths {
  if (box.kind === "grid") return gridWidths(box, context);
  if (!isRow(box.style)) return widest(box.children, context);
  const gap = typeof box.style.columnGap === "number" ? box.style.columnGap : 0;
  const all = box.children.map((child) => outerWidths(child, context));
  const gaps = gap * Math.max(0, all.length - 1);
  const min =
    box.style.flexWrap !== "nowrap"
      ? greatest(
          all.map((widths) => widths.min),
          0,
        )
      : sum(all.map((widths) => widths.min)) + gaps;
  return { min, max: sum(all.map((widths) => widths.max)) + gaps };
}

function tableWidths(box: TableBox, context: LayoutContext): IntrinsicWidths {
  const columns = context.tableColumns(box);
  const spacing = spaceOf(columns, box.style);
  return {
    min: sum(columns.map((column) => column.min)) + spacing,
    max: sum(columns.map((column) => column.max)) + spacing,
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
