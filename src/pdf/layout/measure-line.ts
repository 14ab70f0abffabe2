import type { LineEdge, TextItem } from "../box/box.ts";
import { riseOf } from "../box/rise.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import { lineHeightOf } from "../text/line-height.ts";
import type { FontMetrics } from "../text/word-shaper.ts";
import { horizontalMargins, resolveMargin } from "./box-geometry.ts";
import type { Fragment } from "./fragment.ts";
import type { LayoutContext } from "./layout-context.ts";
import { keepsSize } from "./layout-replaced.ts";
import { isNoLine, type Piece } from "./prepared-inline.ts";

/** Heights above and below the baseline that the line must hold (CSS 2.2, 10.8). */
interface Reach {
  above: number;
  below: number;
}

/** A box in a line, laid out. */
export interface MeasuredAtom {
  /** Not yet moved to where it stands. */
  readonly fragment: Fragment;
  readonly marginLeft: number;
  readonly marginTop: number;
  /** Of the margin box, as are these: what has no room for all that it asks for gives way. */
  readonly width: number;
  readonly height: number;
  /** From the top of the margin box to the baseline of the text around, lifted by `rise`. */
  readonly baseline: number;
  readonly rise: number;
  readonly edge: LineEdge | undefined;
}

export interface MeasuredLine extends Readonly<Reach> {
  /** Undefined: there are none. */
  readonly atoms: ReadonlyMap<Piece, MeasuredAtom> | undefined;
  /** Of boxes that are aligned with the line as a whole. Undefined: there are none. */
  readonly edges: ReadonlyMap<LineEdge, Readonly<Reach>> | undefined;
}

interface MeasureOptions {
  /** Of the block. */
  readonly style: ComputedStyle;
  readonly width: number;
  readonly context: LayoutContext;
}

/** How high a line is, and where in it all that it holds has its baseline. */
export function measureLine(pieces: readonly Piece[], { style, width, context }: MeasureOptions): MeasuredLine {
  if (isNoLine(pieces)) return noLine;
  const reach: Reach = { above: 0, below: 0 };
  let atoms: Map<Piece, MeasuredAtom> | undefined;
  let edges: Map<LineEdge, Reach> | undefined;
  if (isFromBlock(pieces, style, context)) extend(reach, { style, rise: 0 }, context.shaper.fontOf(style));
  for (const piece of pieces) {
    if (isHigh(piece, context)) {
      const { edge } = piece.item;
      if (edge) edges ??= new Map();
      extendByWord(edge && edges ? reachOf(edge, edges) : reach, piece, style);
    }
  }
  // Pictures leave room for the depth of all the texts beside them.
  for (const piece of pieces) {
    if (piece.kind !== "atom") continue;
    const atom = measureAtom(piece, { width, below: reach.below, context });
    atoms ??= new Map();
    atoms.set(piece, atom);
    if (atom.edge) edges ??= new Map();
    const around = atom.edge && edges ? reachOf(atom.edge, edges) : reach;
    around.above = Math.max(around.above, atom.baseline + atom.rise);
    around.below = Math.max(around.below, atom.height - atom.baseline - atom.rise);
  }
  if (edges) makeRoomFor(edges, reach);
  return { above: reach.above, below: reach.below, atoms, edges };
}

/** A word whose height counts; in quirks mode spaces and ends of lines have none. */
const isHigh = (piece: Piece, { hasLineQuirk }: LayoutContext): piece is Piece & { readonly kind: "word" } =>
  piece.kind === "word" && !(hasLineQuirk && piece.word.isSpace);

/**
 * Whether the line is at least as high as the block says (CSS 2.2, 10.8.1: its strut): in quirks mode where text stands in the block itself,
 * or nothing but the end of a line.
 */
function isFromBlock(pieces: readonly Piece[], block: ComputedStyle, { hasLineQuirk }: LayoutContext): boolean {
  if (!hasLineQuirk) return true;
  const seen = pieces.filter((piece) => piece.kind === "atom" || (piece.kind === "word" && !piece.word.isSpace));
  return seen.length === 0 || seen.some((piece) => piece.kind === "word" && piece.item.style === block);
}

/** What is aligned with the top or the bottom of the line makes it higher at the other end. */
function makeRoomFor(edges: ReadonlyMap<LineEdge, Readonly<Reach>>, reach: Reach): void {
  for (const [{ side }, own] of edges) {
    const missing = own.above + own.below - reach.above - reach.below;
    if (missing > 0) reach[side === "top" ? "below" : "above"] += missing;
  }
}

const noLine: MeasuredLine = { above: 0, below: 0, atoms: undefined, edges: undefined };

function reachOf(edge: LineEdge, edges: Map<LineEdge, Reach>): Reach {
  const known = edges.get(edge) ?? { above: Number.NEGATIVE_INFINITY, below: Number.NEGATIVE_INFINITY };
  edges.set(edge, known);
  return known;
}

/** How far above the baseline of a line that of an item in it lies. */
export function riseInLine(
  { above, below, edges }: MeasuredLine,
  { rise, edge }: Pick<TextItem, "rise" | "edge">,
): number {
  const own = edge && edges?.get(edge);
  if (!edge || !own) return rise;
  return rise + (edge.side === "top" ? above - own.above : own.below - below);
}

/** Half the leading goes above, half below (CSS 2.2, 10.8.1). */
function extend(reach: Reach, { style, rise }: Pick<TextItem, "style" | "rise">, font: FontMetrics): void {
  const ascent = font.ascent * style.fontSize;
  const descent = font.descent * style.fontSize;
  const halfLeading = (lineHeightOf(style, font) - ascent - descent) / 2;
  reach.above = Math.max(reach.above, ascent + halfLeading + rise);
  reach.below = Math.max(reach.below, descent + halfLeading - rise);
}

function extendByWord(
  reach: Reach,
  { item, font, word }: Piece & { readonly kind: "word" },
  block: ComputedStyle,
): void {
  if (item.style !== block || item.rise !== 0 || item.edge) extend(reach, item, font);
  // Where nothing else is said, letters of other fonts have the room that these ask for (CSS Inline 3, 5.2).
  if (!word.otherFaces || item.style.lineHeight.kind !== "normal") return;
  for (const other of word.otherFaces) extend(reach, item, other);
}

interface AtomOptions {
  readonly width: number;
  /** How deep the line is so far. */
  readonly below: number;
  readonly context: LayoutContext;
}

function measureAtom(piece: Piece & { readonly kind: "atom" }, { width, below, context }: AtomOptions): MeasuredAtom {
  const { box, containing = width, containingHeight } = piece;
  const exactWidth = Math.max(piece.minWidth, Math.min(piece.width, width));
  const isReplaced = box.kind === "replaced";
  const laidOut = context.layout(
    box,
    // An image stands on the baseline: the line's depth below it must find room on the page too.
    isReplaced
      ? {
          width: piece.width > width && !keepsSize(box, context) ? width : containing,
          height: containingHeight,
          maxHeight: context.page(box.style.page).height - below,
        }
      : {
          width: containing,
          height: containingHeight,
          exactWidth: exactWidth - horizontalMargins(box.style, containing),
        },
  );
  const { fragment } = laidOut;
  const marginTop = laidOut.marginTop.positive + laidOut.marginTop.negative;
  const bottom = laidOut.marginBottom.positive + laidOut.marginBottom.negative;
  const height = marginTop + fragment.height + bottom;
  const baseline = laidOut.baseline === undefined || isReplaced ? height : marginTop + laidOut.baseline;
  const { verticalAlign } = box.style;
  const isEdge = verticalAlign === "top" || verticalAlign === "bottom";
  return {
    fragment,
    // No side of a line is where the box would stand as a block: from right to left, at the other end.
    marginLeft: resolveMargin(box.style.marginLeft, containing) ?? 0,
    marginTop,
    width: fragment.width + horizontalMargins(box.style, containing),
    height,
    baseline,
    rise: isEdge ? 0 : piece.rise + atomRise(piece, { height, baseline, context }),
    edge: isEdge ? { side: verticalAlign } : piece.edge,
  };
}

/** Where `vertical-align` puts a box beside the text around (CSS 2.2, 10.8.1). */
function atomRise(
  { box, around }: Piece & { readonly kind: "atom" },
  {
    height,
    baseline,
    context,
  }: { readonly height: number; readonly baseline: number; readonly context: LayoutContext },
): number {
  const { verticalAlign } = box.style;
  const { fontSize } = around;
  const font = context.shaper.fontOf(around);
  if (verticalAlign === "middle") return (font.xHeight * fontSize) / 2 - (baseline - height / 2);
  if (verticalAlign === "text-top") return font.ascent * fontSize - baseline;
  if (verticalAlign === "text-bottom") return height - baseline - font.descent * fontSize;
  return riseOf(box.style, around, context.shaper);
}
