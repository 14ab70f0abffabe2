import { resolveLength } from "../../stylesheet/index.ts";
import type { BlockLevelBox, BoxMarks, InlineDecoration, LinkTarget, TextItem } from "../box/box.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import { tolerance } from "../geometry/tolerance.ts";
import type { FontMetrics, ShapedWord } from "../text/word-shaper.ts";
import type { Line } from "./break-lines.ts";
import {
  type Fragment,
  type InlineBackground,
  type LineFragment,
  type LinkArea,
  moveFragment,
  type TextRun,
} from "./fragment.ts";
import type { LayoutContext } from "./layout-context.ts";
import { staticPoint } from "./layout-static-position.ts";
import { alignment, piecePositions, spread } from "./piece-positions.ts";
import type { Piece } from "./prepared-inline.ts";

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

/** Heights above and below the baseline that the line must hold (CSS 2.2, 10.8). */
interface Reach {
  above: number;
  below: number;
}

/** Aligns a line, puts its pieces next to each other on one baseline, and merges words of one item into runs. */
export function placeLine(
  line: Line,
  { style, align = style.textAlign, width, indent, y, context }: PlaceLineOptions,
): LineFragment {
  const room = width - indent - line.width;
  const justified = align === "justify" && !line.isLast ? spread(line.pieces, room) : 0;
  const isRightToLeft = style.direction === "rtl";
  const left = isRightToLeft ? 0 : indent;
  const start = left + (justified > 0 ? 0 : alignment(align, style.direction) * Math.max(0, room));
  const reach: Reach = { above: 0, below: 0 };
  extend(reach, style, { rise: 0, font: context.shaper.fontOf(style) });
  const builder = createRuns(justified);
  const atoms: { fragment: Fragment; rise: number; baseline: number; isPoint?: boolean }[] = [];
  const marks: BoxMarks[] = [];
  const runsBefore: number[] = [];
  const anchors: { float: BlockLevelBox; runs: number; atoms: number }[] = [];
  const xs = piecePositions(line, { start, justified, isRightToLeft });
  for (const [index, piece] of line.pieces.entries()) {
    const x = xs[index] as number;
    if (piece.kind === "marks") marks.push(piece.marks);
    else if (piece.kind === "float") anchors.push({ float: piece.box, runs: builder.endRun(), atoms: atoms.length });
    else if (piece.kind === "static-position") {
      atoms.push({ fragment: staticPoint(piece.box, x), rise: 0, baseline: 0, isPoint: true });
      runsBefore.push(builder.endRun());
    } else if (piece.kind === "word") {
      extendByWord(reach, piece, style);
      builder.word(piece, x);
    } else if (piece.kind === "atom") {
      const atom = placeAtom(piece, { width, x, reach, fontSize: style.fontSize, context });
      atoms.push(atom);
      runsBefore.push(builder.endRun());
      reach.above = Math.max(reach.above, atom.baseline + atom.rise);
      reach.below = Math.max(reach.below, atom.height - atom.baseline - atom.rise);
    }
  }
  if (line.hyphen) builder.hyphen(line.hyphen.word, line.hyphen.width);
  const baseline = reach.above;
  const { runs, backgrounds, links } = builder.finish(baseline, context);
  return {
    kind: "line",
    x: 0,
    y,
    width,
    height: reach.above + reach.below,
    baseline,
    runs,
    backgrounds,
    links,
    runsBefore,
    // A box out of the flow would stand at the top of the line.
    atoms: atoms.map(({ fragment, ...atom }) =>
      atom.isPoint ? fragment : moveFragment(fragment, 0, baseline - atom.rise - atom.baseline),
    ),
    marks,
    isDivided: atoms.some(({ fragment }) => fragment.height > context.page(style.page).height * tallAtom),
    anchors: anchors.length > 0 ? anchors : undefined,
  };
}

/** What `normal` comes to is the font's to say; browsers take each part of it in whole px. */
export function lineHeightOf({ lineHeight, fontSize }: ComputedStyle, font: FontMetrics): number {
  if (lineHeight.kind === "factor") return lineHeight.value * fontSize;
  if (lineHeight.kind === "length") return lineHeight.value;
  const inPx = (em: number) => Math.round((em * fontSize) / ptPerPx);
  return (inPx(font.ascent) + inPx(font.descent) + inPx(font.lineGap)) * ptPerPx;
}

const ptPerPx = 0.75;

/** Half the leading goes above, half below (CSS 2.2, 10.8.1). */
function extend(
  reach: Reach,
  style: ComputedStyle,
  { rise, font }: { readonly rise: number; readonly font: FontMetrics },
): void {
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
  if (item.style !== block || item.rise !== 0) extend(reach, item.style, { rise: item.rise, font });
  // Where nothing else is said, letters of other fonts have the room that these ask for (CSS Inline 3, 5.2).
  if (!word.otherFaces || item.style.lineHeight.kind !== "normal") return;
  for (const other of word.otherFaces) extend(reach, item.style, { rise: item.rise, font: other });
}

interface AtomPosition {
  readonly width: number;
  readonly x: number;
  /** Of the line so far. */
  readonly reach: Readonly<Reach>;
  /** Of the text around. */
  readonly fontSize: number;
  readonly context: LayoutContext;
}

function placeAtom(piece: Piece & { readonly kind: "atom" }, { width, x, reach, fontSize, context }: AtomPosition) {
  const exactWidth = Math.max(piece.minWidth, Math.min(piece.width, width));
  const isReplaced = piece.box.kind === "replaced";
  const laidOut = context.layout(
    piece.box,
    // An image stands on the baseline: the line's depth below it must find room on the page too.
    isReplaced
      ? { width, maxHeight: context.page(piece.box.style.page).height - reach.below }
      : { width, exactWidth: exactWidth - horizontalMargins(piece.box.style) },
  );
  const { fragment, marginLeft, marginRight } = laidOut;
  const top = laidOut.marginTop.positive + laidOut.marginTop.negative;
  const bottom = laidOut.marginBottom.positive + laidOut.marginBottom.negative;
  const height = top + fragment.height + bottom;
  const isMiddle = piece.box.style.verticalAlign === "middle";
  const ownBaseline = laidOut.baseline === undefined || isReplaced ? height : top + laidOut.baseline;
  return {
    fragment: moveFragment(fragment, x + marginLeft, top),
    width: marginLeft + fragment.width + marginRight,
    height,
    rise: piece.rise,
    baseline: isMiddle ? height / 2 + fontSize * halfXHeight : ownBaseline,
  };
}

/** `middle` is half an x-height over the baseline (CSS 2.2, 10.8.1); text faces have about half an em of it. */
const halfXHeight = 0.26;

function horizontalMargins(style: ComputedStyle): number {
  const part = (value: ComputedStyle["marginLeft"]) => (value === "auto" ? 0 : resolveLength(value, 0));
  return part(style.marginLeft) + part(style.marginRight);
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
