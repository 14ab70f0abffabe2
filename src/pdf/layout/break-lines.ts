import type { TextItem } from "../box/box.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { Piece, PreparedInline, Unit } from "./prepare-inline.ts";

/** One line's worth of units. */
export interface Line {
  readonly pieces: readonly Piece[];
  /** Without the spaces that hang at its end, pt. */
  readonly width: number;
  /** Ends with a forced break, or ends the paragraph: not justified. */
  readonly isLast: boolean;
  readonly hyphen: Unit["hyphen"];
}

export interface BreakLinesOptions {
  readonly width: number;
  /** Indent of the first line. */
  readonly indent: number;
}

/** Rounding must not push a word that fits into the next line: a cell is exactly as wide as its longest word. */
const tolerance = 0.01;

/**
 * Fills lines first come, first served (CSS Text 3, 5). A unit wider than a whole line is divided between its letters:
 * nothing is ever outside the page, and nothing is lost.
 */
export function breakLines(
  { units }: PreparedInline,
  { width, indent }: BreakLinesOptions,
  context: LayoutContext,
): Line[] {
  const lines: Line[] = [];
  let open: Unit[] = [];
  let used = 0;
  let room = width - indent;

  function close(isLast: boolean): void {
    const last = open.at(-1);
    if (!last) return;
    const pieces = open.length === 1 ? last.pieces : open.flatMap((unit) => unit.pieces);
    const hyphen = isLast ? undefined : last.hyphen;
    lines.push({ pieces, width: used - last.trailing + (hyphen?.width ?? 0), isLast, hyphen });
    open = [];
    used = 0;
    room = width;
  }

  function place(unit: Unit): void {
    const fits = used + unit.width + (unit.hyphen?.width ?? 0) <= room + tolerance;
    if (!fits && open.length > 0) close(false);
    if (unit.width > room + tolerance) {
      const parts = divide(unit, room, context);
      if (parts) {
        for (const part of parts) place(part);
        return;
      }
    }
    open.push(unit);
    used += unit.width + unit.trailing;
    if (unit.isLast) close(true);
  }

  for (const unit of units) place(unit);
  close(true);
  return lines;
}

/** The part of a unit that fits, and the rest; undefined if it has no letters to divide between. */
function divide(unit: Unit, room: number, context: LayoutContext): [Unit, Unit] | undefined {
  const head: Piece[] = [];
  let used = 0;
  for (const [index, piece] of unit.pieces.entries()) {
    const width = piece.kind === "marks" ? 0 : piece.width;
    if (used + width <= room + tolerance) {
      head.push(piece);
      used += width;
      continue;
    }
    const rest = unit.pieces.slice(index);
    if (piece.kind === "word" && !piece.word.isSpace) {
      const parts = divideWord(piece, room - used, { context, isFirst: used === 0 });
      if (parts) return [unitOf([...head, parts[0]]), unitOf([parts[1], ...rest.slice(1)], unit)];
    }
    return used > 0 ? [unitOf(head), unitOf(rest, unit)] : undefined;
  }
  return undefined;
}

function divideWord(
  piece: Piece & { readonly kind: "word" },
  room: number,
  { context, isFirst }: { readonly context: LayoutContext; readonly isFirst: boolean },
): [Piece, Piece] | undefined {
  const letters = Array.from(
    new Intl.Segmenter("en", { granularity: "grapheme" }).segment(piece.word.text),
    ({ segment }) => segment,
  );
  if (letters.length < 2) return undefined;
  let count = 0;
  let used = 0;
  while (count < letters.length - 1) {
    const width = wordPiece(letters[count] as string, piece.item, context).width;
    if (used + width > room + tolerance) break;
    used += width;
    count += 1;
  }
  // At least one letter a line, however narrow it is: else there would be no end.
  if (count === 0 && !isFirst) return undefined;
  const at = Math.max(1, count);
  const part = (list: readonly string[]) => wordPiece(list.join(""), piece.item, context);
  return [part(letters.slice(0, at)), part(letters.slice(at))];
}

function wordPiece(text: string, item: TextItem, { shaper }: LayoutContext): Piece & { readonly kind: "word" } {
  const font = shaper.fontOf(item.style);
  const word = font.word(text);
  const width = word.advance * item.style.fontSize + item.style.letterSpacing * word.glyphCount;
  return { kind: "word", item, font, word, width };
}

function unitOf(pieces: readonly Piece[], of?: Unit): Unit {
  let width = 0;
  for (const piece of pieces) if (piece.kind !== "marks") width += piece.width;
  const trailing = of?.trailing ?? 0;
  return { pieces, width: width - trailing, trailing, isLast: of?.isLast ?? false, hyphen: of?.hyphen };
}
