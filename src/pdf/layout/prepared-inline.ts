import type { InlineItem, TextItem } from "../box/box.ts";
import { browserCut } from "../text/browser-width.ts";
import type { ShapedWord, TextFont } from "../text/word-shaper.ts";

/** Inline content measured once: units that no line break may divide, each with the space that follows it. */
export interface PreparedInline {
  readonly units: readonly Unit[];
  /** Boxes in it are as large as their containing block says: for another one it has to be measured again. */
  readonly dependsOnContaining: boolean;
}

export interface Unit {
  /** Its pieces are those from `start` to before `end`: what lines have left of a unit is a range of the same list, and no copy. */
  readonly list: readonly Piece[];
  readonly start: number;
  readonly end: number;
  /** In place of the one at `start`: what lines have left of a word. */
  readonly first: Piece | undefined;
  /** What is the same for all that lines leave of it. Undefined: it was never divided, or is short. */
  readonly sums: PieceSums | undefined;
  /** Without the trailing space, pt. */
  readonly width: number;
  /** With atoms as narrow as they can be. */
  readonly minWidth: number;
  readonly trailing: number;
  /** By how much it is narrower in browsers, with what is trailing, pt (`browserCut`). */
  readonly cut: number;
  /** A line must end after it. */
  readonly isLast: boolean;
  /** A soft hyphen ends it: a hyphen is drawn if the line breaks here. */
  readonly hyphen: { readonly item: TextItem; readonly word: ShapedWord; readonly width: number } | undefined;
}

/** Of each place in a list of pieces, so that nobody has to go through all that is left of a unit for each line. */
export interface PieceSums {
  /** Of the pieces before it, pt. */
  readonly widths: Float64Array;
  /** By how much these are narrower in browsers, pt. */
  readonly cuts: Float64Array;
  /** The last that may be broken anywhere, and the last that may be broken between all letters; -1: none. */
  readonly lastBreakable: number;
  readonly lastInLetters: number;
}

export type Piece =
  | {
      readonly kind: "word";
      readonly item: TextItem;
      readonly font: TextFont;
      readonly word: ShapedWord;
      readonly width: number;
      /** Embedding level (UAX 9): odd runs from right to left. */
      readonly level: number;
    }
  | (Extract<InlineItem, { kind: "atom" }> & {
      /** With its margins, nowhere broken; it can shrink to `minWidth` if a line is narrower. */
      readonly width: number;
      readonly minWidth: number;
      /** Width of the containing block, which shares are of; undefined where only content is measured. */
      readonly containing: number | undefined;
      /** Content height of the containing block, where it is known before the content. */
      readonly containingHeight: number | undefined;
      readonly level: number;
    })
  /** As they stand in the text. */
  | Extract<InlineItem, { kind: "space" | "marks" | "float" | "static-position" }>
  /** Fills its line once it is known what else is in it. */
  | { readonly kind: "leader"; readonly item: TextItem; readonly level: number };

/** Pieces that take nothing of their line. */
export const isPoint = (piece: Piece): piece is Exclude<Piece, { readonly width: number }> => !("width" in piece);

/** Whether a line of these would be none: nothing is in it to be seen (CSS 2.2, 9.4.2). */
export const isNoLine = (pieces: readonly Piece[]): boolean =>
  pieces.every((piece) => isPoint(piece) && piece.kind !== "leader");

/** A space that takes nothing of its line where it ends it (CSS Text 3, 4.1.3). */
export const isHanging = (piece: Piece | undefined): boolean =>
  piece?.kind === "word" && piece.word.isSpace && piece.item.style.whiteSpace !== "break-spaces";

/** By how much a word is narrower in browsers, pt (`browserCut`). */
export const cutOf = ({ item, width }: Extract<Piece, { readonly kind: "word" }>): number =>
  width * browserCut(item.style.fontSize);

/** What a piece takes of its line, pt. */
export const pieceWidth = (piece: Piece): number => (isPoint(piece) ? 0 : piece.width);
