import { tolerance } from "../geometry/tolerance.ts";
import { segmentsOf } from "../text/segments.ts";
import type { LayoutContext } from "./layout-context.ts";
import { isHanging, type Piece, type PreparedInline, pieceWidth, type Unit } from "./prepared-inline.ts";
import { isBreakable, mayReachOut, pieceAt, piecesOf, restOf, unitOf } from "./unit-pieces.ts";

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
  /** How far beyond the line a word that may not be broken may reach. */
  readonly overhang?: number | undefined;
}

/** All lines of a text, each of the same width. */
export function breakLines(
  prepared: PreparedInline,
  { width, indent, overhang = 0 }: BreakLinesOptions,
  context: LayoutContext,
): Line[] {
  const lines: Line[] = [];
  let filled = fillLine(prepared, contentStart, { room: width - indent, width, overhang }, context);
  while (filled) {
    lines.push(filled.line);
    filled = fillLine(prepared, filled.next, { room: width, width, overhang }, context);
  }
  return lines;
}

/** Where a line begins: at a unit, after what is left of units that lines before divided. */
export interface LineStart {
  readonly index: number;
  readonly rest: Rest | undefined;
}

/** A chain, so that a line takes from its head without a copy of what comes after. */
interface Rest {
  readonly unit: Unit;
  readonly after: Rest | undefined;
}

export const contentStart: LineStart = { index: 0, rest: undefined };

interface FilledLine {
  readonly line: Line;
  readonly next: LineStart;
}

/**
 * Fills a line, first come, first served (CSS Text 3, 5); undefined after the last one. A unit wider than a whole line is
 * divided between its letters: nothing is ever outside the page, and nothing is lost.
 */
export function fillLine(
  { units }: PreparedInline,
  start: LineStart,
  { room, width, overhang = 0 }: Room,
  context: LayoutContext,
): FilledLine | undefined {
  const line: OpenLine = {
    units: [],
    used: 0,
    cut: 0,
    index: start.index,
    from: start.index,
    rest: start.rest,
    isWord: false,
  };
  for (let unit = nextUnit(line, units, room); unit; unit = nextUnit(line, units, room)) {
    const unitWidth = widthIn(unit, width);
    if (line.used + unitWidth + (unit.hyphen?.width ?? 0) - line.cut - unit.cut > room + tolerance) {
      const hyphenated = hyphenate(unit, { room: room - line.used, width }, context);
      if (hyphenated) {
        line.units.push(hyphenated[0]);
        line.used += hyphenated[0].width;
        consume(line, [hyphenated[1]]);
        return close(line, false);
      }
      if (line.units.length > 0 && !goesOn(line, unit)) {
        leaveWord(line, unit, { units, width, overhang });
        return close(line, false);
      }
    }
    const most = (overhang > 0 && mayReachOut(unit) ? room + overhang : room) + unit.cut;
    const parts = unitWidth > most + tolerance ? divide(unit, { room, width }, context) : undefined;
    if (parts) {
      consume(line, parts);
      continue;
    }
    line.isWord = overhang > 0 && beginsWord(line, unit);
    line.units.push(unit);
    line.used += unitWidth + unit.trailing;
    line.cut += unit.cut;
    consume(line, []);
    if (unit.isLast) return close(line, true);
  }
  return close(line, true);
}

/** A line while it is filled. */
interface OpenLine {
  readonly units: Unit[];
  /** Of its room, pt. */
  used: number;
  /** By how much less that is in browsers. */
  cut: number;
  /** Where what comes next begins: see `LineStart`. */
  index: number;
  rest: Rest | undefined;
  /** Where the units begin that it holds as they are, after what is left of one before. */
  from: number;
  /** It holds nothing but the beginning of a word that may reach out, and so holds the whole of it. */
  isWord: boolean;
}

/** What comes next: of a word that begins the line and may be broken anywhere, the whole, where the line does not hold that. */
function nextUnit(line: OpenLine, units: readonly Unit[], room: number): Unit | undefined {
  const unit = line.rest?.unit ?? units[line.index];
  if (!unit || line.units.length > 0 || line.rest || !isBreakable(unit)) return unit;
  let end = line.index + 1;
  for (; isUndivided(units[end - 1], units[end]); end += 1) if (!isBreakable(units[end] as Unit)) return unit;
  const word = units.slice(line.index, end);
  if (word.length === 1 || sumOf(word) <= room + tolerance) return unit;
  const whole = unitOf(piecesOf(word), word.at(-1));
  line.index = end;
  line.from = end;
  line.rest = { unit: whole, after: undefined };
  return whole;
}

const sumOf = (units: readonly Unit[]) => units.reduce((sum, { width }) => sum + width, 0);

/** Goes on behind a unit, or behind a part of it. */
function consume(line: OpenLine, parts: readonly Unit[]): void {
  if (!line.rest) line.index += 1;
  line.rest = parts.reduceRight<Rest | undefined>((after, unit) => ({ unit, after }), line.rest?.after);
}

function close({ units, used, index, rest }: OpenLine, isLast: boolean): FilledLine | undefined {
  const last = units.at(-1);
  if (!last) return undefined;
  const hyphen = isLast ? undefined : last.hyphen;
  const width = used - last.trailing + (hyphen?.width ?? 0);
  return { line: { pieces: piecesOf(units), width, isLast, hyphen }, next: { index, rest } };
}

/** In a line of its own, an inline-block gives way before anything is divided. */
const widthIn = (unit: Unit, width: number) => Math.max(unit.minWidth, Math.min(unit.width, width));

interface LeaveOptions {
  readonly units: readonly Unit[];
  /** Of a whole line. */
  readonly width: number;
  readonly overhang: number;
}

/** Whether what comes next is of one word with the line's last unit, and may reach out as that may. */
const goesOn = ({ units, isWord }: OpenLine, next: Unit): boolean =>
  isWord && mayReachOut(next) && isUndivided(units.at(-1), next);

/** Whether a line with this unit at its end would be one `isWord` speaks of. */
const beginsWord = (line: OpenLine, unit: Unit): boolean =>
  line.units.length === 0 ? mayReachOut(unit) : goesOn(line, unit);

/** Of a word that goes on with the next unit, nothing stays in the line where a line of its own holds it, lets it reach out or breaks it anywhere. */
function leaveWord(line: OpenLine, next: Unit, { units, width, overhang }: LeaveOptions): void {
  if (line.rest) return;
  const isOne = isInAddress(units, line) ? isUndivided : isOneWord;
  const whole = unitsOfWord(units, line, isOne);
  let word = widthIn(next, width);
  for (const part of line.units.slice(line.units.length - whole)) word += part.width;
  // An address may go on for many lines: what comes after the first is not asked again for each.
  for (let at = line.index; word <= width + tolerance && isOne(units[at], units[at + 1]); at += 1)
    word += units[at + 1]?.width ?? 0;
  const fits = word <= width + tolerance;
  const count = fits ? whole : unitsOfWord(units, line, isUndivided);
  if (count === 0 || count === line.units.length) return;
  const moved = line.units.slice(line.units.length - count);
  const goesWhole = (is: (unit: Unit) => boolean) => is(next) && moved.every(is);
  if (!fits && !goesWhole(isBreakable) && !(overhang > 0 && goesWhole(mayReachOut))) return;
  line.units.length -= count;
  line.index -= count;
  for (const part of moved) line.used -= widthIn(part, width) + part.trailing;
}

/**
 * Whether the word that the line ends in is an address (`https://…`): the hyphens in it are of no number, and a line ends after them. It
 * may have begun in lines before.
 */
function isInAddress(units: readonly Unit[], line: OpenLine): boolean {
  for (let at = line.index - 1; at >= Math.max(0, line.index - mostOfAddress); at -= 1) {
    const unit = units[at] as Unit;
    if (unit.trailing > 0 || unit.isLast) return false;
    const end = lastContent(unit);
    if (end?.kind === "word" && end.word.text.endsWith("//")) return true;
  }
  return false;
}

/** Parts of an address that are asked: each line of a long one would ask for all before it. */
const mostOfAddress = 64;

/** How many of the units in the line are of one word with the one after it; none of a word that lines before began. */
function unitsOfWord(units: readonly Unit[], { index, from }: OpenLine, isOne: typeof isOneWord): number {
  let count = 0;
  while (count < index - from && isOne(units[index - count - 1], units[index - count])) count += 1;
  return count === index - from && isOne(units[from - 1], units[from]) ? 0 : count;
}

/**
 * Whether a line ends between two units only where it must, as in browsers, or at the hyphen of a number, where they divide it
 * ("2014-15", "Covid-19"): what stands before it would read as something else.
 */
const isOneWord = (unit: Unit | undefined, next: Unit | undefined): boolean =>
  isUndivided(unit, next) || isJoined(unit, next, hyphenAtEnd, digitAtStart);

// Each line asks: an expression that is written where it is asked is an object each time.
const hyphenAtEnd = /-$/;
const digitAtStart = /^\d/;
const markAtEnd = /[/!|}]$/;
const signAtStart = /^[!-~]/;

/** UAX 14 allows a break after each slash of an address, browsers none after these characters. */
export const isUndivided = (unit: Unit | undefined, next: Unit | undefined): boolean =>
  isJoined(unit, next, markAtEnd, signAtStart);

function isJoined(unit: Unit | undefined, next: Unit | undefined, end: RegExp, start: RegExp): boolean {
  // Where an element begins or ends between them makes no two words of one.
  const before = unit && lastContent(unit);
  const after = next && firstContent(next);
  if (!unit || unit.trailing > 0 || unit.hyphen || unit.isLast) return false;
  if (before?.kind !== "word" || after?.kind !== "word") return false;
  return end.test(before.word.text) && start.test(after.word.text);
}

function firstContent(unit: Unit): Piece | undefined {
  for (let at = unit.start; at < unit.end; at += 1) if (isContent(pieceAt(unit, at))) return pieceAt(unit, at);
  return undefined;
}

function lastContent(unit: Unit): Piece | undefined {
  for (let at = unit.end - 1; at >= unit.start; at -= 1) if (isContent(pieceAt(unit, at))) return pieceAt(unit, at);
  return undefined;
}

const isContent = ({ kind }: Piece): boolean => kind !== "space" && kind !== "marks";

/** A unit in two, with a hyphen after the longest part that fits in `room`; undefined where none does. */
function hyphenate(unit: Unit, { room, width }: Room, context: LayoutContext): readonly [Unit, Unit] | undefined {
  let used = 0;
  let best: Hyphenation | undefined;
  for (let index = unit.start; index < unit.end && used <= room; index += 1) {
    const piece = pieceAt(unit, index);
    if (piece.kind === "word" && piece.item.style.hyphens === "auto") {
      const { word } = piece;
      const hyphen = wordPiece("-", piece, context);
      for (const at of context.hyphenation.opportunities(word.text, piece.item.lang)) {
        const head = wordPiece(word.text.slice(0, at), piece, context);
        if (used + head.width + hyphen.width > room + tolerance) break;
        best = { index, piece, head, at };
      }
    }
    used += pieceWidth(piece);
  }
  if (!best) return undefined;
  const { index, piece, head, at } = best;
  const first = wordPiece(piece.word.text.slice(at), piece, context);
  return [
    { ...unitOf([...piecesBefore(unit, index), head]), hyphen: wordPiece("-", piece, context) },
    restOf(unit, { at: index, first, lineWidth: width }),
  ];
}

interface Hyphenation {
  readonly index: number;
  readonly piece: WordPiece;
  readonly head: WordPiece;
  readonly at: number;
}

function piecesBefore(unit: Unit, end: number): Piece[] {
  const pieces: Piece[] = [];
  for (let at = unit.start; at < end; at += 1) pieces.push(pieceAt(unit, at));
  return pieces;
}

interface Room {
  /** In the line that is open, and in a whole line. */
  readonly room: number;
  readonly width: number;
  readonly overhang?: number | undefined;
}

/** A unit in parts that fit: between its pieces, or between the letters of a word; undefined if neither can be. */
function divide(unit: Unit, { room, width: lineWidth }: Room, context: LayoutContext): Unit[] | undefined {
  const head: Piece[] = [];
  let used = 0;
  for (let at = unit.start; at < unit.end; at += 1) {
    const piece = pieceAt(unit, at);
    const width = pieceWidth(piece);
    // A space hangs where it has no room.
    if (used + width <= room + tolerance || (used > 0 && reachesOut(piece))) {
      head.push(piece);
      used += width;
      continue;
    }
    // Between words, if the next has a whole line to itself: such as the text of a `pre` that is wider than the page.
    if (isHanging(head.at(-1)) && width <= lineWidth + tolerance)
      return [hanging(head), restOf(unit, { at, lineWidth })];
    if (piece.kind === "word" && !piece.word.isSpace) {
      const parts = divideWord(piece, { room: room - used, width: lineWidth }, context);
      const [start, ...others] = used > 0 && parts[0] === undefined ? [undefined, ...parts.slice(1)] : parts;
      const first = others.pop();
      if (first) {
        return [
          unitOf(start ? [...head, start] : head),
          ...others.map((part) => unitOf([part as Piece])),
          restOf(unit, { at, first, lineWidth }),
        ];
      }
    }
    if (used > 0) return [unitOf(head), restOf(unit, { at, lineWidth })];
    // A single letter wider than the line stands in it all the same; what follows it does not.
    head.push(piece);
    used += width;
  }
  return undefined;
}

/** A space that hangs, or may not be parted from the word before it. */
const reachesOut = (piece: Piece) =>
  isHanging(piece) || (piece.kind === "word" && piece.word.isSpace && piece.item.style.overflowWrap === "normal");

/** Without what hangs at its end. */
function hanging(pieces: readonly Piece[]): Unit {
  const end = pieces.findLastIndex((piece) => !isHanging(piece)) + 1;
  const trailing = pieces.slice(end).reduce((sum, piece) => sum + pieceWidth(piece), 0);
  const unit = unitOf(pieces);
  return { ...unit, width: unit.width - trailing, minWidth: unit.width - trailing, trailing };
}

/**
 * A word in parts as wide as the lines they go into, letters kept whole. The first is undefined if not one letter fits
 * into the room left; in a whole line at least one letter stands, however narrow it is: else there would be no end.
 */
function divideWord(
  piece: Piece & { readonly kind: "word" },
  { room, width }: Room,
  context: LayoutContext,
): (Piece | undefined)[] {
  const letters = segmentsOf(piece.word.text, graphemes).map(({ segment }) => segment);
  /** Letters of a line, as a first guess: as many as would be of average width. */
  const guess = (left: number) => Math.floor((left / Math.max(piece.width, tolerance)) * letters.length);
  const parts: (Piece | undefined)[] = [];
  let start = 0;
  for (let left = room; start < letters.length; left = width) {
    const textOf = (count: number) => letters.slice(start, start + count).join("");
    // Measured together: kerning can make a word wider than its letters.
    const fits = (count: number) => wordPiece(textOf(count), piece, context).width <= left + tolerance;
    const least = parts.length > 0 || room >= width - tolerance ? 1 : 0;
    const most = letters.length - start;
    let count = Math.min(most, Math.max(least, guess(left)));
    while (count > least && !fits(count)) count -= 1;
    while (count < most && fits(count + 1)) count += 1;
    parts.push(count === 0 ? undefined : wordPiece(textOf(count), piece, context));
    start += count;
  }
  return parts;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

type WordPiece = Piece & { readonly kind: "word" };

/** Part of a word, measured. */
export function wordPiece(
  text: string,
  { item, level }: Pick<WordPiece, "item" | "level">,
  { shaper }: LayoutContext,
): WordPiece {
  const font = shaper.fontOf(item.style);
  const word = font.word(text, level % 2 === 1);
  const width = word.advance * item.style.fontSize + item.style.letterSpacing * word.glyphCount;
  return { kind: "word", item, font, word, width, level };
}
