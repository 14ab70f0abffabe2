import type { ComputedStyle } from "../css/computed-style.ts";
import { visualOrder } from "../text/bidi.ts";
import type { Line } from "./break-lines.ts";
import type { MeasuredLine } from "./measure-line.ts";
import { isPoint, type Piece, pieceWidth } from "./prepared-inline.ts";

const isSeen = (piece: Piece) => !isPoint(piece);

/** Which part of the room is left of the line. */
export function alignment(align: ComputedStyle["textAlign"], direction: ComputedStyle["direction"]): number {
  if (align === "center" || align === "center-all") return 0.5;
  if (align === "left" || align === "left-all") return 0;
  if (align === "right" || align === "right-all") return 1;
  return (align === "end") === (direction === "ltr") ? 1 : 0;
}

interface PiecePositionOptions {
  readonly start: number;
  /** Added to each space. */
  readonly justified: number;
  /** The paragraph's direction. */
  readonly isRightToLeft: boolean;
  readonly atoms: MeasuredLine["atoms"];
}

/** The left edge of each piece. They stand in the order of the text, unless some of it runs from right to left. */
export function piecePositions(
  { pieces, hyphen }: Line,
  { start, justified, isRightToLeft, atoms }: PiecePositionOptions,
): number[] {
  const isSpace = (piece: Piece) => piece.kind === "word" && piece.word.isSpace;
  const widthOf = (piece: Piece) =>
    atoms.get(piece)?.width ?? pieceWidth(piece) + (isSpace(piece) && pieceWidth(piece) > 0 ? justified : 0);
  const isReordered = isRightToLeft || pieces.some((piece) => "level" in piece && piece.level > 0);
  let x = start;
  if (!isReordered) {
    return pieces.map((piece) => {
      const at = x;
      x += widthOf(piece);
      return at;
    });
  }
  const base = isRightToLeft ? 1 : 0;
  const last = pieces.findLastIndex((piece) => isSeen(piece) && !isSpace(piece));
  let level = base;
  // Spaces at the end go with the paragraph (UAX 9, L1), and hang out of the line.
  const levels = pieces.map((piece, index) => {
    if ("level" in piece) level = piece.level;
    return index > last ? base : level;
  });
  if (isRightToLeft) x -= pieces.slice(last + 1).reduce((sum, piece) => sum + widthOf(piece), 0);
  const xs: number[] = [];
  for (const index of visualOrder(levels)) {
    xs[index] = x;
    x += widthOf(pieces[index] as Piece) + (index === last ? (hyphen?.width ?? 0) : 0);
  }
  return xs;
}

/** What each space gets of the room left over; the spaces that hang at the end get nothing. */
export function spread(pieces: readonly Piece[], room: number): number {
  const lastWord = pieces.findLastIndex((piece) => isSeen(piece) && !(piece.kind === "word" && piece.word.isSpace));
  const spaces = pieces.slice(0, lastWord + 1).filter((piece) => piece.kind === "word" && piece.word.isSpace).length;
  return spaces > 0 && room > 0 ? room / spaces : 0;
}
