import { resolveLength } from "../../stylesheet/index.ts";
import { borderWidths } from "../box/border-widths.ts";
import type { BoxMarks, InlineDecoration, InlineEdge, LinkTarget, StaticPositionBox, TextItem } from "../box/box.ts";
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
import { type MeasuredAtom, type MeasuredLine, measureLine, riseInLine } from "./measure-line.ts";
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
  /** Where the line stands in its block. */
  readonly x?: number;
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
  { style, align = style.textAlign, width, indent, x: left = 0, y, context }: PlaceLineOptions,
): LineFragment {
  const line = fillLeaders(broken, width - indent, context);
  const room = width - indent - line.width;
  const justified = align === "justify" && !line.isLast ? spread(line.pieces, room) : 0;
  const isRightToLeft = style.direction === "rtl";
  const beside = justified > 0 ? 0 : alignment(align, style.direction) * Math.max(0, room);
  const start = (isRightToLeft ? 0 : indent) + beside;
  const measured = measureLine(line.pieces, { style, width, context });
  const open = startLine(measured, justified);
  const xs = piecePositions(line, { start, justified, isRightToLeft, atoms: measured.atoms });
  const last = line.pieces.findLastIndex(takesRoom);
  // Spaces at the end are none, and boxes end before them.
  let hanging = 0;
  let isFirst = true;
  for (let index = 0; index < line.pieces.length; index += 1) {
    const piece = line.pieces[index] as Piece;
    open.x = (xs[index] as number) - (isEnd(piece) ? hanging : 0);
    open.isOver = index > last;
    if (piece.kind === "word") addWord(open, piece.item.edge ? { ...piece, item: raised(open, piece.item) } : piece);
    else if (piece.kind === "static-position") {
      const below = isFirst ? 0 : measured.above + measured.below;
      addAtom(open, pointInLine(piece.box, { x: open.x, width, below }));
    } else addObject(open, piece);
    if (pieceWidth(piece) !== 0) isFirst = false;
    if (index > last && isHanging(piece) && !isRightToLeft) hanging += pieceWidth(piece);
  }
  if (line.hyphen) addHyphen(open, line.hyphen.word, line.hyphen.width);
  const baseline = measured.above;
  return {
    kind: "line",
    x: left,
    y,
    width,
    height: measured.above + measured.below,
    baseline,
    runs: runsOf(open, justified),
    backgrounds: open.backgrounds ? backgroundsOf(open.backgrounds, { baseline, context }) : none,
    links: open.links ? linksOf(open.links, { baseline, context }) : none,
    runsBefore: open.runsBefore,
    atoms: open.atoms,
    marks: open.marks,
    isDivided: open.atoms.some(({ height }) => height > context.page(style.page).height * tallAtom),
    anchors: open.anchors,
  };
}

/** Most lines have nothing but text: what else they could have is this, for all of them. */
const none: never[] = [];

/** A list with one more in it: a new one only where it was what all share. */
function withNext<T>(list: T[], item: T): T[] {
  if (list === none) return [item];
  list.push(item);
  return list;
}

/** A line while its pieces are put into it. */
interface OpenLine {
  readonly measured: MeasuredLine;
  /** What a space gets more. */
  readonly justified: number;
  /** Where the next piece goes, and whether all that takes room is placed. */
  x: number;
  isOver: boolean;
  readonly runs: OpenRun[];
  /** The next word begins a run: something stands before it. */
  isRunEnded: boolean;
  backgrounds: Map<InlineDecoration, Extent> | undefined;
  links: OpenLink[] | undefined;
  atoms: Fragment[];
  runsBefore: number[];
  marks: BoxMarks[];
  anchors: NonNullable<LineFragment["anchors"]>[number][] | undefined;
  /** Items with the rise that the line gives them, the same for the same. */
  raised: Map<TextItem, TextItem> | undefined;
}

interface OpenRun {
  readonly item: TextItem;
  x: number;
  end: number;
  readonly words: ShapedWord[];
  hyphen: ShapedWord | undefined;
}

interface OpenLink {
  readonly target: LinkTarget;
  readonly item: TextItem;
  x: number;
  end: number;
}

const startLine = (measured: MeasuredLine, justified: number): OpenLine => ({
  measured,
  justified,
  x: 0,
  isOver: false,
  runs: [],
  isRunEnded: false,
  backgrounds: undefined,
  links: undefined,
  atoms: none,
  runsBefore: none,
  marks: none,
  anchors: undefined,
  raised: undefined,
});

const takesRoom = (piece: Piece) => !isPoint(piece) && !isHanging(piece) && !isEnd(piece);

/** Text after an atom is not of one run with the text before it. */
function addAtom(line: OpenLine, fragment: Fragment): void {
  line.atoms = withNext(line.atoms, fragment);
  line.runsBefore = withNext(line.runsBefore, line.runs.length);
  line.isRunEnded = true;
}

function addObject(line: OpenLine, piece: Exclude<Piece, { readonly kind: "word" | "static-position" }>): void {
  const { x } = line;
  if (piece.kind === "marks") line.marks = withNext(line.marks, piece.marks);
  else if (piece.kind === "float") {
    const anchor = { float: piece.box, runs: line.runs.length, atoms: line.atoms.length };
    line.anchors ??= [];
    line.anchors.push(anchor);
    line.isRunEnded = true;
  } else if (piece.kind === "space" && piece.edge) addEdge(line, piece, piece.edge);
  else if (piece.kind === "atom") {
    const atom = line.measured.atoms?.get(piece) as MeasuredAtom;
    const top = line.measured.above - riseInLine(line.measured, atom) - atom.baseline;
    const left = x + atom.marginLeft;
    addAtom(line, moveFragment(atom.fragment, left, top + atom.marginTop));
    decorate(line, piece.decoration, { x: left, end: left + atom.fragment.width, rise: piece.rise });
  }
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

function raised(line: OpenLine, item: TextItem): TextItem {
  line.raised ??= new Map();
  const moved = line.raised.get(item) ?? { ...item, rise: riseInLine(line.measured, item), edge: undefined };
  line.raised.set(item, moved);
  return moved;
}

/** Boxes around what stands there reach over it. */
function decorate(line: OpenLine, of: InlineDecoration | undefined, { x, end, rise }: Decorated): void {
  if (!of) return;
  line.backgrounds ??= new Map();
  for (let decoration: InlineDecoration | undefined = of; decoration; decoration = decoration.parent) {
    const extent = line.backgrounds.get(decoration);
    if (extent) Object.assign(extent, { x: Math.min(extent.x, x), end: Math.max(extent.end, end) });
    else line.backgrounds.set(decoration, { x, end, hasLeft: false, hasRight: false, above: rise, below: rise });
  }
}

function addEdge(line: OpenLine, { width, decoration }: SpacePiece, { of, isLeft, margin, rise }: InlineEdge): void {
  const { x } = line;
  decorate(line, decoration, { x, end: x + width, rise });
  decorate(line, of, { x: isLeft ? x + margin : x, end: isLeft ? x + width : x + width - margin, rise });
  Object.assign(line.backgrounds?.get(of) ?? {}, isLeft ? { hasLeft: true } : { hasRight: true });
}

function addWord(line: OpenLine, { item, word: shaped, width }: Piece & { readonly kind: "word" }): void {
  const { x, justified } = line;
  const end = x + width + (shaped.isSpace ? justified : 0);
  const run = line.isRunEnded ? undefined : line.runs.at(-1);
  // From right to left, the space after a word stands at its left, and goes with it.
  const isNextLeft =
    shaped.isRightToLeft &&
    shaped.isSpace &&
    run?.item === item &&
    run.words.length === 1 &&
    run.words[0]?.isRightToLeft === true &&
    Math.abs(run.x - end) <= tolerance;
  const goesOn =
    run && (isNextLeft || (run.item === item && !shaped.isRightToLeft && Math.abs(run.end - x) <= tolerance));
  if (goesOn) {
    if (isNextLeft) run.x = x;
    run.words.push(shaped);
    run.end = Math.max(run.end, end);
  } else {
    line.runs.push({ item, x, end, words: [shaped], hyphen: undefined });
    line.isRunEnded = false;
  }
  if (item.decoration && !line.isOver) decorate(line, item.decoration, { x, end, rise: item.rise });
  if (item.link) addLink(line, item.link, { item, x, end });
}

function addLink(line: OpenLine, target: LinkTarget, { item, x, end }: Omit<OpenLink, "target">): void {
  line.links ??= [];
  const open = line.links.at(-1);
  if (open?.target === target) Object.assign(open, { x: Math.min(open.x, x), end: Math.max(open.end, end) });
  else line.links.push({ target, item, x, end });
}

function addHyphen(line: OpenLine, shaped: ShapedWord, width: number): void {
  const run = line.runs.at(-1);
  if (!run) return;
  run.hyphen = shaped;
  run.end += width;
}

const runsOf = ({ runs }: OpenLine, justified: number): readonly TextRun[] =>
  runs.map(({ item, x, end, words, hyphen }) => ({
    item,
    x,
    width: end - x,
    words,
    hyphen,
    spaceExtra: item.style.wordSpacing + justified,
  }));

interface Baseline {
  /** Of the line, from its top. */
  readonly baseline: number;
  readonly context: LayoutContext;
}

/** Boxes in others lie over them. */
const backgroundsOf = (backgrounds: ReadonlyMap<InlineDecoration, Extent>, line: Baseline) =>
  [...backgrounds]
    .sort(([one], [other]) => depthOf(one) - depthOf(other))
    .map(([of, extent]) => background(of, extent, line));

const linksOf = (links: readonly OpenLink[], { baseline, context }: Baseline) =>
  links.map(({ target, item, x, end }): LinkArea => {
    const { ascent, descent } = context.shaper.fontOf(item.style);
    const { fontSize } = item.style;
    const top = baseline - item.rise - ascent * fontSize;
    return { target, x, y: top, width: end - x, height: (ascent + descent) * fontSize };
  });

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
  { baseline, context }: Baseline,
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
