import type { ComputedStyle } from "../css/computed-style.ts";
import { visualOrder } from "../text/bidi.ts";
import type { Line } from "./break-lines.ts";
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
  /** Boxes as they are laid out: what has no room for all that it asks for gives way. */
  readonly atoms: ReadonlyMap<Piece, { readonly width: number }> | undefined;
}

const isSpace = (piece: Piece) => piece.kind === "word" && piece.word.isSpace;

const runsBackwards = (piece: Piece) => levelOf(piece, 0) > 0;

const levelOf = (piece: Piece, around: number) =>
  piece.kind === "word" || piece.kind === "atom" || piece.kind === "leader" ? piece.level : around;

function usedWidth(piece: Piece, { justified, atoms }: PiecePositionOptions): number {
  if (piece.kind === "atom") return atoms?.get(piece)?.width ?? piece.width;
  const width = pieceWidth(piece);
  return isSpace(piece) && width > 0 ? width + justified : width;
}

/** The left edge of each piece. They stand in the order of the text, unless some of it runs from right to left. */
export function piecePositions({ pieces, hyphen }: Line, options: PiecePositionOptions): number[] {
  const { start, isRightToLeft } = options;
  let x = start;
  if (!isRightToLeft && !pieces.some(runsBackwards)) {
    return pieces.map((piece) => {
      const at = x;
      x += usedWidth(piece, options);
      return at;
    });
  }
  const base = isRightToLeft ? 1 : 0;
  const last = pieces.findLastIndex((piece) => isSeen(piece) && !isSpace(piece));
  let level = base;
  // Spaces at the end go with the paragraph (UAX 9, L1), and hang out of the line.
  const levels = pieces.map((piece, index) => {
    level = levelOf(piece, level);
    return index > last ? base : level;
  });
  if (isRightToLeft) x -= pieces.slice(last + 1).reduce((sum, piece) => sum + usedWidth(piece, options), 0);
  const xs: number[] = [];
  for (const index of visualOrder(levels)) {
    xs[index] = x;
    x += usedWidth(pieces[index] as Piece, options) + (index === last ? (hyphen?.width ?? 0) : 0);
  }
  return xs;
}

/** What each space gets of the room left over; the spaces that hang at the end get nothing. */
export function spread(pieces: readonly Piece[], room: number): number {
  const lastWord = pieces.findLastIndex((piece) => isSeen(piece) && !isSpace(piece));
  const spaces = pieces.slice(0, lastWord + 1).filter(isSpace).length;
  return spaces > 0 && room > 0 ? room / spaces : 0;
}
