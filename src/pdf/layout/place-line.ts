import { resolveLength } from "../../stylesheet/index.ts";
import type { BlockLevelBox, BoxMarks, InlineDecoration, LinkTarget, StaticPositionBox, TextItem } from "../box/box.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import { tolerance } from "../geometry/tolerance.ts";
import type { ShapedWord } from "../text/word-shaper.ts";
import type { Line } from "./break-lines.ts";
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
import { type Piece, pieceWidth } from "./prepared-inline.ts";

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
  const left = isRightToLeft ? 0 : indent;
  const start = left + (justified > 0 ? 0 : alignment(align, style.direction) * Math.max(0, room));
  const measured = measureLine(line.pieces, { style, width, context });
  const raised = createRaised(measured);
  const baseline = measured.above;
  const builder = createRuns(justified);
  const atoms: Fragment[] = [];
  const marks: BoxMarks[] = [];
  const runsBefore: number[] = [];
  const anchors: { float: BlockLevelBox; runs: number; atoms: number }[] = [];
  const xs = piecePositions(line, { start, justified, isRightToLeft });
  for (const [index, piece] of line.pieces.entries()) {
    const x = xs[index] as number;
    if (piece.kind === "marks") marks.push(piece.marks);
    else if (piece.kind === "float") anchors.push({ float: piece.box, runs: builder.endRun(), atoms: atoms.length });
    else if (piece.kind === "static-position") {
      const isFirst = line.pieces.slice(0, index).every((other) => pieceWidth(other) === 0);
      atoms.push(pointInLine(piece.box, { x, width, below: isFirst ? 0 : measured.above + measured.below }));
      runsBefore.push(builder.endRun());
    } else if (piece.kind === "word") {
      builder.word(piece.item.edge ? { ...piece, item: raised(piece.item) } : piece, x);
    } else if (piece.kind === "atom") {
      const atom = measured.atoms.get(piece) as MeasuredAtom;
      const top = baseline - measured.riseOf(atom) - atom.baseline;
      atoms.push(moveFragment(atom.fragment, x + atom.marginLeft, top + atom.marginTop));
      runsBefore.push(builder.endRun());
    }
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

  function word({ item, word: shaped, width }: Piece & { readonly kind: "word" }, x: number): void {
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
    for (let decoration = item.decoration; decoration; decoration = decoration.parent) {
      const extent = backgrounds.get(decoration);
      if (extent) Object.assign(extent, { x: Math.min(extent.x, x), end: Math.max(extent.end, end) });
      else backgrounds.set(decoration, { x, end, above: item.rise, below: item.rise });
    }
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
      backgrounds: [...backgrounds]
        .map(([{ style }, extent]) => background(style, extent, { baseline, context }))
        .reverse(),
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

  return { word, hyphen, endRun, finish };
}

/** The content area of an inline box is as high as its font, not as its line (CSS 2.2, 10.6.1). */
function background(
  style: ComputedStyle,
  { x, end, above }: Extent,
  { baseline, context }: { readonly baseline: number; readonly context: LayoutContext },
): InlineBackground {
  const { ascent, descent } = context.shaper.fontOf(style);
  const [top, right, bottom, left] = [style.paddingTop, style.paddingRight, style.paddingBottom, style.paddingLeft].map(
    (padding) => resolveLength(padding, 0),
  ) as [number, number, number, number];
  return {
    style,
    x: x - left,
    y: baseline - above - ascent * style.fontSize - top,
    width: end - x + left + right,
    height: (ascent + descent) * style.fontSize + top + bottom,
  };
}
