import { isWrapped } from "../css/line-wrapping.ts";
import { cutOf, type Piece, type PieceSums, pieceWidth, type Unit } from "./prepared-inline.ts";

/** A unit of no more pieces is gone through again for each line. */
const few = 32;
/** Lines: what is wider is not summed to the last digit, as it has to be divided whatever it is. */
const farTooWide = 4;

/** One of a unit's pieces, by its place in the list that these are in. */
export const pieceAt = ({ list, start, first }: Unit, at: number): Piece =>
  at === start && first ? first : (list[at] as Piece);

/** All pieces of some units. Of neighbours that are whole it is a part of their list. */
export function piecesOf(units: readonly Unit[]): readonly Piece[] {
  const [one] = units;
  const last = units.at(-1);
  if (!one || !last) return [];
  if (units.every((unit, index) => !unit.first && (index === 0 || followsIn(units[index - 1] as Unit, unit))))
    return one.list.slice(one.start, last.end);
  const pieces: Piece[] = [];
  for (const unit of units) for (let at = unit.start; at < unit.end; at += 1) pieces.push(pieceAt(unit, at));
  return pieces;
}

const followsIn = (one: Unit, next: Unit) => one.list === next.list && one.end === next.start;

/** These pieces as a unit, with what ends another one. */
export function unitOf(list: readonly Piece[], of?: Unit): Unit {
  return measured({ list, start: 0, end: list.length, first: undefined, sums: undefined }, of);
}

interface Rest {
  /** Where it begins, and what stands there in place of the piece of the unit. */
  readonly at: number;
  readonly first?: Piece;
  /** Of a whole line, pt. */
  readonly lineWidth: number;
}

/** What is left of a unit: it takes no longer where more is left. */
export function restOf(unit: Unit, { at, first, lineWidth }: Rest): Unit {
  const { list, end } = unit;
  const sums = unit.sums ?? (end - at > few ? sumsOf(unit) : undefined);
  const range = { list, start: at, end, first, sums };
  if (!sums) return measured(range, unit);
  const next = first ? at + 1 : at;
  const width = (first ? pieceWidth(first) : 0) + between(sums.widths, next, end);
  if (width <= farTooWide * lineWidth) return measured(range, unit);
  const cut = (first?.kind === "word" ? cutOf(first) : 0) + between(sums.cuts, next, end);
  return withEnd(range, { width, cut }, unit);
}

const between = (sums: Float64Array, from: number, to: number) => (sums[to] as number) - (sums[from] as number);

type Range = Pick<Unit, "list" | "start" | "end" | "first" | "sums">;

function measured(range: Range, of: Unit | undefined): Unit {
  let width = 0;
  let cut = 0;
  for (let at = range.start; at < range.end; at += 1) {
    const piece = at === range.start && range.first ? range.first : (range.list[at] as Piece);
    width += pieceWidth(piece);
    if (piece.kind === "word") cut += cutOf(piece);
  }
  return withEnd(range, { width, cut }, of);
}

function withEnd(
  { list, start, end, first, sums }: Range,
  { width, cut }: Pick<Unit, "width" | "cut">,
  of: Unit | undefined,
): Unit {
  const trailing = of?.trailing ?? 0;
  return {
    list,
    start,
    end,
    first,
    sums,
    width: width - trailing,
    minWidth: width - trailing,
    trailing,
    cut,
    isLast: of?.isLast ?? false,
    hyphen: of?.hyphen,
  };
}

function sumsOf(unit: Unit): PieceSums {
  const widths = new Float64Array(unit.end + 1);
  const cuts = new Float64Array(unit.end + 1);
  let lastBreakable = -1;
  let lastInLetters = -1;
  for (let at = unit.start; at < unit.end; at += 1) {
    const piece = pieceAt(unit, at);
    widths[at + 1] = (widths[at] as number) + pieceWidth(piece);
    cuts[at + 1] = (cuts[at] as number) + (piece.kind === "word" ? cutOf(piece) : 0);
    if (!reachesOut(piece)) lastBreakable = at;
    if (isInLetters(piece)) lastInLetters = at;
  }
  return { widths, cuts, lastBreakable, lastInLetters };
}

/** Where nothing allows it (CSS Text 3, 5.5), no word is broken. */
export const mayReachOut = (unit: Unit): boolean =>
  unit.sums ? unit.sums.lastBreakable < unit.start : isEach(unit, reachesOut);

/** May be broken between any two letters, where no line holds it (CSS Text 3, 5.5). */
export const isBreakable = (unit: Unit): boolean =>
  !mayReachOut(unit) &&
  (unit.sums ? unit.sums.lastInLetters < unit.start : isEach(unit, (piece) => !isInLetters(piece)));

function isEach(unit: Unit, is: (piece: Piece) => boolean): boolean {
  for (let at = unit.start; at < unit.end; at += 1) if (!is(pieceAt(unit, at))) return false;
  return true;
}

const reachesOut = (piece: Piece): boolean =>
  piece.kind !== "word" ||
  // Where lines do not wrap, nothing lets words be broken either.
  !isWrapped(piece.item.style) ||
  (piece.item.style.overflowWrap === "normal" && !breaksWords.has(piece.item.style.wordBreak));

const isInLetters = (piece: Piece): boolean => piece.kind === "word" && piece.item.style.wordBreak === "break-all";

const breaksWords: ReadonlySet<string> = new Set(["break-all", "break-word"]);
