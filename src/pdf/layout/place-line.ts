import { resolveLength } from "../../stylesheet/index.ts";
import { borderWidths } from "../box/border-widths.ts";
import type {
  BlockLevelBox,
  BoxMarks,
  InlineDecoration,
  InlineEdge,
  LinkTarget,
  StaticPositionBox,
  TextItem,
} from "../box/box.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import { tolerance } from "../geometry/tolerance.ts";
import type { ShapedWord } from "../text/word-shaper.ts";
import type { Line } from "./break-lines.ts";
import { cutStyle } from "./cut-style.ts";
import { fillLeaders } from "./fill-leaders.ts";
import {
  type BoxFragment,
  type Fragment,
  type InlineBackground,
  type LineFragment,
  type LinkArea,
  moveFragment,
  type TextRun,
} from "./fragment.ts";
import type { LayoutContext } from "./layout-context.ts";
import { startShare, staticPoint } from "./layout-static-position.ts";
import { type MeasuredAtom, type MeasuredLine, measureLine } from "./measure-line.ts";
import { alignment, piecePositions, spread } from "./piece-positions.ts";
import { isHanging, isPoint, type Piece, pieceWidth } from "./prepared-inline.ts";

/** Boxes in a line that are taller than this part of a page may be divided. */
const tallAtom = 0.4;

export interface PlaceLineOptions {
  /** Of the block: its strut, and how the line is aligned unless `align` says. */
  readonly style: ComputedStyle;
  readonly align?: ComputedStyle["textAlign"];
  /** Width of the line box. */
  readonly width: number;
  readonly indent: number;
  readonly y: number;
  readonly context: LayoutContext;
}

interface Extent {
  x: number;
  end: number;
  hasLeft: boolean;
  hasRight: boolean;
  /** Above and below the line's baseline. */
  above: number;
  below: number;
}

/** Aligns a line, puts its pieces next to each other on one baseline, and merges words of one item into runs. */
export function placeLine(
  broken: Line,
  { style, align = style.textAlign, width, indent, y, context }: PlaceLineOptions,
): LineFragment {
  const line = fillLeaders(broken, width - indent, context);
  const room = width - indent - line.width;
  const justified = align === "justify" && !line.isLast ? spread(line.pieces, room) : 0;
  const isRightToLeft = style.direction === "rtl";
  const beside = justified > 0 ? 0 : alignment(align, style.direction) * Math.max(0, room);
  const start = (isRightToLeft ? 0 : indent) + beside;
  const measured = measureLine(line.pieces, { style, width, context });
  const raised = createRaised(measured);
  const baseline = measured.above;
  const builder = createRuns(justified);
  const atoms: Fragment[] = [];
  const marks: BoxMarks[] = [];
  const runsBefore: number[] = [];
  const anchors: { float: BlockLevelBox; runs: number; atoms: number }[] = [];
  const xs = piecePositions(line, { start, justified, isRightToLeft, atoms: measured.atoms });
  const last = line.pieces.findLastIndex((piece) => !isPoint(piece) && !isHanging(piece) && !isEnd(piece));
  // Spaces at the end are none, and boxes end before them.
  let hanging = 0;
  const place = (piece: Piece, index: number, x: number) => {
    if (piece.kind === "marks") marks.push(piece.marks);
    else if (piece.kind === "float") anchors.push({ float: piece.box, runs: builder.endRun(), atoms: atoms.length });
    else if (piece.kind === "static-position") {
      const isFirst = line.pieces.slice(0, index).every((other) => pieceWidth(other) === 0);
      atoms.push(pointInLine(piece.box, { x, width, below: isFirst ? 0 : measured.above + measured.below }));
      runsBefore.push(builder.endRun());
    } else if (piece.kind === "word")
      builder.word(piece.item.edge ? { ...piece, item: raised(piece.item) } : piece, { x, hangs: index > last });
    else if (piece.kind === "space" && piece.edge) builder.edge(piece, piece.edge, x);
    else if (piece.kind === "atom") {
      const atom = measured.atoms.get(piece) as MeasuredAtom;
      const top = baseline - measured.riseOf(atom) - atom.baseline;
      const left = x + atom.marginLeft;
      atoms.push(moveFragment(atom.fragment, left, top + atom.marginTop));
      runsBefore.push(builder.endRun());
      builder.decorate(piece.decoration, { x: left, end: left + atom.fragment.width, rise: piece.rise });
    }
  };
  for (const [index, piece] of line.pieces.entries()) {
    place(piece, index, (xs[index] as number) - (isEnd(piece) ? hanging : 0));
    if (index > last && isHanging(piece) && !isRightToLeft) hanging += pieceWidth(piece);
  }
  if (line.hyphen) builder.hyphen(line.hyphen.word, line.hyphen.width);
  const { runs, backgrounds, links } = builder.finish(baseline, context);
  return {
    kind: "line",
    x: 0,
    y,
    width,
    height: measured.above + measured.below,
    baseline,
    runs,
    backgrounds,
    links,
    runsBefore,
    atoms,
    marks,
    isDivided: atoms.some(({ height }) => height > context.page(style.page).height * tallAtom),
    anchors: anchors.length > 0 ? anchors : undefined,
  };
}

const isEnd = (piece: Piece) => piece.kind === "space" && piece.isEnd;

interface LinePoint {
  readonly x: number;
  readonly width: number;
  /** Where what comes after the line begins, if something is in it. */
  readonly below: number;
}

/** At the top of the line, or, as a block, below what comes before it. */
function pointInLine(box: StaticPositionBox, { x, width, below }: LinePoint): BoxFragment {
  const share = startShare(box);
  const at = box.isInline ? { x, y: 0 } : { x: share * width, y: below };
  return staticPoint(box, { ...at, shareX: share, shareY: 0 });
}

/** Items with the rise that the line gives them, the same for the same. */
function createRaised(measured: MeasuredLine): (item: TextItem) => TextItem {
  const known = new Map<TextItem, TextItem>();
  return (item) => {
    const moved = known.get(item) ?? { ...item, rise: measured.riseOf(item), edge: undefined };
    known.set(item, moved);
    return moved;
  };
}

function createRuns(justified: number) {
  const runs: { item: TextItem; x: number; end: number; words: ShapedWord[]; hyphen: ShapedWord | undefined }[] = [];
  const backgrounds = new Map<InlineDecoration, Extent>();
  const links: { target: LinkTarget; item: TextItem; x: number; end: number }[] = [];
  let isEnded = false;

  /** Boxes around what stands there reach over it. */
  function decorate(of: InlineDecoration | undefined, { x, end, rise }: Decorated): void {
    for (let decoration = of; decoration; decoration = decoration.parent) {
      const extent = backgrounds.get(decoration);
      if (extent) Object.assign(extent, { x: Math.min(extent.x, x), end: Math.max(extent.end, end) });
      else backgrounds.set(decoration, { x, end, hasLeft: false, hasRight: false, above: rise, below: rise });
    }
  }

  function edge({ width, decoration }: SpacePiece, { of, isLeft, margin, rise }: InlineEdge, x: number): void {
    decorate(decoration, { x, end: x + width, rise });
    decorate(of, { x: isLeft ? x + margin : x, end: isLeft ? x + width : x + width - margin, rise });
    Object.assign(backgrounds.get(of) ?? {}, isLeft ? { hasLeft: true } : { hasRight: true });
  }

  function word(
    { item, word: shaped, width }: Piece & { readonly kind: "word" },
    { x, hangs }: { readonly x: number; readonly hangs: boolean },
  ): void {
    const end = x + width + (shaped.isSpace ? justified : 0);
    let run = runs.at(-1);
    // From right to left, the space after a word stands at its left, and goes with it.
    const isNextLeft =
      shaped.isRightToLeft &&
      shaped.isSpace &&
      run?.item === item &&
      run.words.length === 1 &&
      run.words[0]?.isRightToLeft === true &&
      Math.abs(run.x - end) <= tolerance;
    if (run && !isEnded && isNextLeft) run.x = x;
    else if (!run || isEnded || run.item !== item || shaped.isRightToLeft || Math.abs(run.end - x) > tolerance) {
      run = { item, x, end, words: [], hyphen: undefined };
      runs.push(run);
      isEnded = false;
    }
    run.words.push(shaped);
    run.end = Math.max(run.end, end);
    if (!hangs) decorate(item.decoration, { x, end, rise: item.rise });
    if (item.link) {
      const open = links.at(-1);
      if (open?.target === item.link) Object.assign(open, { x: Math.min(open.x, x), end: Math.max(open.end, end) });
      else links.push({ target: item.link, item, x, end });
    }
  }

  function hyphen(shaped: ShapedWord, width: number): void {
    const run = runs.at(-1);
    if (!run) return;
    run.hyphen = shaped;
    run.end += width;
  }

  function finish(baseline: number, context: LayoutContext) {
    return {
      runs: runs.map(
        ({ item, x, end, words, hyphen: drawn }): TextRun => ({
          item,
          x,
          width: end - x,
          words,
          hyphen: drawn,
          spaceExtra: item.style.wordSpacing + justified,
        }),
      ),
      // Boxes in others lie over them.
      backgrounds: [...backgrounds]
        .sort(([one], [other]) => depthOf(one) - depthOf(other))
        .map(([of, extent]) => background(of, extent, { baseline, context })),
      links: links.map(({ target, item, x, end }): LinkArea => {
        const { ascent, descent } = context.shaper.fontOf(item.style);
        const { fontSize } = item.style;
        const top = baseline - item.rise - ascent * fontSize;
        return { target, x, y: top, width: end - x, height: (ascent + descent) * fontSize };
      }),
    };
  }

  /** Text after an atom is not of one run with the text before it. Gives the number of runs so far. */
  function endRun(): number {
    isEnded = true;
    return runs.length;
  }

  return { word, hyphen, decorate, edge, endRun, finish };
}

const depthOf = ({ parent }: InlineDecoration): number => (parent ? 1 + depthOf(parent) : 0);

type SpacePiece = Piece & { readonly kind: "space" };

interface Decorated {
  readonly x: number;
  readonly end: number;
  readonly rise: number;
}

/** The content area of an inline box is as high as its font, not as its line (CSS 2.2, 10.6.1). */
function background(
  of: InlineDecoration,
  { x, end, above, hasLeft, hasRight }: Extent,
  { baseline, context }: { readonly baseline: number; readonly context: LayoutContext },
): InlineBackground {
  const { style } = of;
  const { ascent, descent } = context.shaper.fontOf(style);
  const border = borderWidths(style);
  const top = border.top + resolveLength(style.paddingTop, 0);
  const bottom = border.bottom + resolveLength(style.paddingBottom, 0);
  return {
    of,
    style: cutStyle(style, { hasLeft, hasRight }),
    x,
    y: baseline - above - ascent * style.fontSize - top,
    width: end - x,
    height: (ascent + descent) * style.fontSize + top + bottom,
  };
}
