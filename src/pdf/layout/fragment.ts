import type { Color } from "../../stylesheet/index.ts";
import type { BlockBox, BlockLevelBox, BoxMarks, InlineDecoration, LinkTarget, Shift, TextItem } from "../box/box.ts";
import type { PdfDrawing, PdfRaster } from "../canvas/pdf-image.ts";
import type { BorderStyle, ComputedStyle } from "../css/computed-style.ts";
import type { Matrix } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import type { ContentTag, TagNode } from "../tags/tag-node.ts";
import type { ShapedWord } from "../text/word-shaper.ts";

/**
 * What layout gives: placed rectangles, lines and images, immutable. All lengths in pt; `x` and `y` are from the top
 * left of the parent fragment, `y` downwards.
 */
export type Fragment = BoxFragment | LineFragment | ImageFragment;

/** A box that would stand at a point, and which parts of it would lie to the left of the point and above it, 0 to 1. */
export interface StaticPosition {
  readonly box: BlockLevelBox;
  readonly shareX: number;
  readonly shareY: number;
  /** What contains it if its parent, a grid, does: the area that it names there, from the parent's top left corner. */
  readonly area?: Rectangle | undefined;
}

export interface BoxFragment extends Rectangle {
  readonly kind: "box";
  /** Background, border, radius; undefined for a fragment that only groups. */
  readonly style: ComputedStyle | undefined;
  /** The style's own borders, none, or those of a collapsed table cell, centred on its edges. */
  readonly borders: "own" | "none" | CollapsedBorders;
  readonly tag: TagNode | undefined;
  readonly marks: BoxMarks | undefined;
  readonly children: readonly Fragment[];
  /** A float: drawn over the backgrounds of what is around it. `whole`: it is on one page, or none. */
  readonly float?: "divided" | "whole" | undefined;
  /** There are floats in it: backgrounds come first, then the floats and the text (CSS 2.2, appendix E). */
  readonly hasFloats?: boolean;
  /** How far its content hangs out of it. Absent: it does not. */
  readonly reach?: Reach | undefined;
  /** A box out of the flow that would stand here, until it is placed. */
  readonly outOfFlow?: StaticPosition | undefined;
  /** Its `tag` is that of something that is painted elsewhere, and read here. */
  readonly isPoint?: boolean | undefined;
  /** How far it is moved from where the flow has it. The page that it is on is that of the flow. */
  readonly shift?: Shift | undefined;
  /** How it is painted, from its own top left corner. The page that it is on is that of the flow. */
  readonly transform?: Matrix | undefined;
  /** Height in it that says which page shows it as a whole, where pages would divide it. Absent: it is divided. */
  readonly heldAt?: number | undefined;
  /** A column ends in it: it goes on from the one before, or in the next. */
  readonly isCutAbove?: boolean | undefined;
  readonly isCutBelow?: boolean | undefined;
  /** It is a row of columns of this container, the first is 0. */
  readonly columns?: { readonly box: BlockBox; readonly row: number } | undefined;
  /** It is painted before what comes before it for readers. */
  readonly isBelow?: boolean | undefined;
  /** Nothing is in it but words, which do not hang out of it: no marks, notes, pictures or rows of tables. Absent: there may be. */
  readonly holdsWordsAlone?: boolean | undefined;
  /** It is painted as a whole, over what comes before it in its parent. */
  readonly isStacked?: boolean | undefined;
  /** It is read, and not seen. */
  readonly isForTheEar?: boolean | undefined;
  /** It shows nothing of what is in it, which is read, and not seen. */
  readonly isClosed?: boolean | undefined;
  /** Boxes that it stands in and is painted apart from, which show it no further than themselves. */
  readonly cutBy?: readonly CuttingBox[] | undefined;
}

/** A box with another `overflow` than `visible`, and where it is, from the top left of what it cuts off. */
export interface CuttingBox {
  readonly x: number;
  readonly y: number;
  readonly box: BoxFragment;
}

/** What a box is drawn as, with its own borders, where it is laid out: at (0, 0). */
export const fragmentOf = (
  { style, tag, marks }: Partial<Pick<BoxFragment, "style" | "tag" | "marks">>,
  { width, height, children }: Pick<BoxFragment, "width" | "height" | "children">,
): BoxFragment => ({ kind: "box", x: 0, y: 0, width, height, style, borders: "own", tag, marks, children });

/** From the top of the fragment, pt: of the highest and the lowest of its content. */
export interface Reach {
  readonly top: number;
  readonly bottom: number;
}

/** `width` in pt. */
export interface BorderLine {
  readonly width: number;
  readonly style: BorderStyle;
  readonly color: Color;
}

export interface CollapsedBorders {
  readonly top: BorderLine | undefined;
  readonly right: BorderLine | undefined;
  readonly bottom: BorderLine | undefined;
  readonly left: BorderLine | undefined;
}

export interface LineFragment extends Rectangle {
  readonly kind: "line";
  /** From the top of the line. */
  readonly baseline: number;
  readonly runs: readonly TextRun[];
  /** Backgrounds of inline boxes, behind the text; `x` and `y` from the line's top left. */
  readonly backgrounds: readonly InlineBackground[];
  readonly links: readonly LinkArea[];
  /** Inline-blocks and images, in the order of the text. */
  readonly atoms: readonly Fragment[];
  /** How many of the runs come before each of the atoms. */
  readonly runsBefore: readonly number[];
  readonly marks: readonly BoxMarks[];
  /** The boxes in it make it so tall that a page may end within them. */
  readonly isDivided: boolean;
  /** How many of the runs and of the atoms come before each float that is anchored in it. Absent: there is none. */
  readonly anchors?:
    | readonly { readonly float: BlockLevelBox; readonly runs: number; readonly atoms: number }[]
    | undefined;
}

/** Words of one text item in one line. */
export interface TextRun {
  readonly item: TextItem;
  readonly x: number;
  readonly width: number;
  readonly words: readonly ShapedWord[];
  /** Added to each space, pt: `word-spacing` and justification. */
  readonly spaceExtra: number;
  /** A hyphen that a soft hyphen turned into. */
  readonly hyphen: ShapedWord | undefined;
}

export interface InlineBackground extends Rectangle {
  readonly style: ComputedStyle;
  readonly of: InlineDecoration;
}

export interface LinkArea extends Rectangle {
  readonly target: LinkTarget;
}

export interface ImageFragment extends Rectangle {
  readonly kind: "image";
  readonly image: PdfDrawing | PdfRaster;
  /** Where it is drawn, from the top left of the fragment, which cuts off what is outside. Absent: all over it. */
  readonly drawn?:
    | { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
    | undefined;
  readonly content: ContentTag;
  readonly link: LinkTarget | undefined;
  readonly marks: BoxMarks | undefined;
  readonly opacity: number;
  /** It stands in for one that could not be had. */
  readonly isPlaceholder: boolean;
  /** A drawing that is made for narrower places too, and the width that this one has for it, px. Absent: it has what the drawing takes. */
  readonly narrowed?: { readonly drawing: PdfDrawing; readonly widthPx: number } | undefined;
}

/** A box that only groups, and is nothing yet. */
export const emptyBox: BoxFragment = {
  kind: "box",
  x: 0,
  y: 0,
  width: 0,
  height: 0,
  style: undefined,
  borders: "none",
  tag: undefined,
  marks: undefined,
  children: [],
};

/** The same fragment somewhere else. */
export function moveFragment<F extends Fragment>(fragment: F, x: number, y: number): F {
  return x === 0 && y === 0 ? fragment : { ...fragment, x: fragment.x + x, y: fragment.y + y };
}

/**
 * The border-box height of a box that asks for one: what it asks for, or more, so that no words or pictures hang out of it
 * onto what follows. `bottom`: border and padding below the content.
 */
export function heightAround(
  children: readonly Fragment[],
  { asked, bottom }: { readonly asked: number; readonly bottom: number },
): number {
  const lowest = lowestIn(children);
  return Math.max(asked, lowest === Number.NEGATIVE_INFINITY ? 0 : lowest + bottom);
}

/** Where the lowest line or picture ends; below all numbers where there is none. */
function lowestIn(children: readonly Fragment[]): number {
  let lowest = Number.NEGATIVE_INFINITY;
  for (const child of children) lowest = Math.max(lowest, child.y + lowestOf(child));
  return lowest;
}

/** A line with no words in it ends where its boxes do. */
function lowestOf(fragment: Fragment): number {
  if (fragment.kind === "box") return lowestIn(fragment.children);
  return fragment.kind === "line" && fragment.runs.length === 0 ? lowestIn(fragment.atoms) : fragment.height;
}

/** Where the first line or picture begins and the lowest ends, from the top of the fragment; undefined where there is none. */
export function contentExtent(fragment: Fragment): Reach | undefined {
  if (fragment.kind !== "box") return { top: 0, bottom: fragment.height };
  let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const child of fragment.children) {
    const inside = contentExtent(child);
    if (!inside) continue;
    top = Math.min(top, child.y + inside.top);
    bottom = Math.max(bottom, child.y + inside.bottom);
  }
  return bottom < top ? undefined : { top, bottom };
}

/** How far content hangs out of its block, at the top and at the bottom. */
export function reachOf(children: readonly Fragment[], height: number): Reach {
  let [top, bottom] = [0, height];
  for (const child of children) {
    const reach = (child.kind === "box" && child.reach) || { top: 0, bottom: child.height };
    top = Math.min(top, child.y + reach.top);
    bottom = Math.max(bottom, child.y + reach.bottom);
  }
  return { top, bottom };
}
