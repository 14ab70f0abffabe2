import type { Styled } from "../../css/style-engine.ts";
import type { DomElement } from "../../dom/dom-node.ts";
import { visualOrder } from "../../text/bidi.ts";
import type { ShapedWord, TextFont } from "../../text/word-shaper.ts";
import { ptPerPx } from "../lengths.ts";
import type { SvgBuilder } from "../svg-context.ts";
import { baselineOffset } from "./baseline.ts";
import type { SvgCharacter } from "./collect-characters.ts";

/** Text of one style and one direction, at its position: px, from the left end of its baseline. */
export interface PlacedPiece {
  readonly word: ShapedWord;
  readonly font: TextFont;
  readonly element: DomElement;
  readonly styled: Styled;
  readonly x: number;
  readonly y: number;
  /** Radians. */
  readonly rotation: number;
  readonly size: number;
  readonly letterSpacing: number;
  readonly width: number;
  /** Its first character, for what all of them share. */
  readonly first: SvgCharacter;
}

/** A piece before its line knows where it begins. */
interface Piece extends Omit<PlacedPiece, "x" | "y"> {
  readonly level: number;
  /** After it: `word-spacing`. */
  readonly gap: number;
}

/** Places text as SVG 2 says (11.5): in chunks that begin at each absolute position, aligned by `text-anchor`. */
export function placePieces(characters: readonly SvgCharacter[], builder: SvgBuilder): readonly PlacedPiece[] {
  const pieces = piecesOf(characters, builder);
  const placed: PlacedPiece[] = [];
  let [x, y] = [0, 0];
  for (let start = 0; start < pieces.length; ) {
    let end = start + 1;
    while (end < pieces.length && !isAbsolute(pieces[end] as Piece)) end += 1;
    const chunk = pieces.slice(start, end);
    const { first, styled } = chunk[0] as Piece;
    const at = { x: first.x ?? x, y: first.y ?? y };
    const width = chunk.reduce((sum, piece) => sum + piece.first.dx + piece.width + piece.gap, 0);
    [x, y] = placeChunk(chunk, { x: at.x - anchorShare(styled) * width, y: at.y }, placed);
    start = end;
  }
  return placed;
}

const isAbsolute = ({ first }: Piece) => first.x !== undefined || first.y !== undefined;

function anchorShare({ style }: Styled): number {
  const share = { start: 0, middle: 0.5, end: 1 }[style.textAnchor];
  return style.direction === "rtl" ? 1 - share : share;
}

/** Left to right as the eye sees them, into `placed` in the order of the text. Gives where the next chunk begins. */
function placeChunk(
  chunk: readonly Piece[],
  { x, y }: { readonly x: number; readonly y: number },
  placed: PlacedPiece[],
): [number, number] {
  const positions = new Map<Piece, { readonly x: number; readonly y: number }>();
  let [left, line] = [x, y];
  for (const index of visualOrder(chunk.map(({ level }) => level))) {
    const piece = chunk[index] as Piece;
    left += piece.first.dx;
    line += piece.first.dy;
    const base = line - piece.first.shift + baselineOffset(piece.styled, piece.font) * piece.size;
    positions.set(piece, { x: left, y: base });
    left += piece.width + piece.gap;
  }
  for (const piece of chunk) {
    const position = positions.get(piece);
    if (position) placed.push({ ...piece, ...position });
  }
  return [left, line];
}

function piecesOf(characters: readonly SvgCharacter[], builder: SvgBuilder): readonly Piece[] {
  const text = characters.map((character) => character.text).join("");
  const direction = characters[0]?.styled.style.direction ?? "ltr";
  const levels = builder.bidi.levels(text, direction);
  const pieces: Piece[] = [];
  let offset = 0;
  let open: { readonly characters: SvgCharacter[]; readonly level: number } | undefined;
  const flush = () => {
    if (open) pieces.push(shape(open.characters, open.level, builder));
  };
  for (const character of characters) {
    const level = levels?.[offset] ?? 0;
    offset += character.text.length;
    const last = open?.characters.at(-1);
    if (open && last && open.level === level && goesOn(last, character)) open.characters.push(character);
    else {
      flush();
      open = { characters: [character], level };
    }
  }
  flush();
  return pieces;
}

/** Whether a character stands in one piece with the one before it. */
function goesOn(last: SvgCharacter, next: SvgCharacter): boolean {
  const isSpaced = last.styled.style.wordSpacing !== 0 && last.text === " ";
  const isMoved = next.x !== undefined || next.y !== undefined || next.dx !== 0 || next.dy !== 0;
  return (
    !isSpaced &&
    !isMoved &&
    next.rotate === 0 &&
    last.rotate === 0 &&
    last.styled === next.styled &&
    last.element === next.element
  );
}

function shape(characters: readonly SvgCharacter[], level: number, builder: SvgBuilder): Piece {
  const first = characters[0] as SvgCharacter;
  const { styled, element } = first;
  const { style } = styled;
  const font = builder.shaper.fontOf(style);
  const word = font.word(transformed(characters.map(({ text }) => text).join(""), styled), level % 2 === 1);
  const size = style.fontSize / ptPerPx;
  const letterSpacing = style.letterSpacing / ptPerPx;
  const endsInSpace = characters.at(-1)?.text === " ";
  return {
    word,
    font,
    element,
    styled,
    first,
    level,
    size,
    letterSpacing,
    rotation: (first.rotate * Math.PI) / 180,
    width: word.advance * size + word.glyphCount * letterSpacing,
    gap: endsInSpace ? style.wordSpacing / ptPerPx : 0,
  };
}

function transformed(text: string, { style }: Styled): string {
  if (style.textTransform === "uppercase") return text.toUpperCase();
  if (style.textTransform === "lowercase") return text.toLowerCase();
  return style.textTransform === "capitalize"
    ? text.replaceAll(/(?<![\p{L}\p{M}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase())
    : text;
}
