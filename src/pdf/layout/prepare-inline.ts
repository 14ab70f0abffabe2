import { isComplex } from "../../fonts/index.ts";
import type { InlineItem, TextItem } from "../box/box.ts";
import type { Direction } from "../css/computed-style.ts";
import { isWrapped } from "../css/line-wrapping.ts";
import { atomWidths, dependsOnContaining } from "./atom-widths.ts";
import type { LayoutContext } from "./layout-context.ts";
import { cutOf, isHanging, isPoint, type Piece, type PreparedInline, type Unit } from "./prepared-inline.ts";
import { withSmallCapitals } from "./small-capitals.ts";

const objectReplacement = "\ufffc";

export interface PrepareInlineOptions {
  /** Of the block that the content is in. */
  readonly direction: Direction;
  /** Width of its content box, pt; undefined where widths of content alone are measured. */
  readonly containing: number | undefined;
  /** Its height, where it is known before the content. */
  readonly height?: number | undefined;
  readonly context: LayoutContext;
}

export function prepareInline(
  given: readonly InlineItem[],
  { direction, containing, height, context }: PrepareInlineOptions,
): PreparedInline {
  // Boxes with nothing in them make no line (CSS 2.2, 9.4.2).
  const isSeen = given.some((item) => item.kind !== "space" || item.width !== 0);
  const items = isSeen ? withSmallCapitals(given, context) : [];
  const breaks = createBreakCursor(context.lineBreaks.find(joined(items, textOf)));
  const levels = context.bidi.levels(joined(items, bidiTextOf), direction);
  const adding: Adding = { collector: new Units(), containing, height, context };
  let offset = 0;
  let bidiOffset = 0;
  // By number: what gives both makes two objects for each, of which there are millions.
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index] as InlineItem;
    const bidiEnd = bidiOffset + bidiTextOf(item).length;
    const itemLevels = levels?.subarray(bidiOffset, bidiEnd);
    if (item.kind === "text") {
      const letters = lettersBeside(items, index, context);
      addTextItem(item, { offset, breaks, levels: itemLevels, letters }, adding);
    } else addObject(item, { offset, breaks, levels: itemLevels, mayEnd: mayEndAfter(items, index) }, adding);
    offset += textOf(item).length;
    bidiOffset = bidiEnd;
  }
  return {
    units: adding.collector.finish(),
    dependsOnContaining: items.some((item) => item.kind === "atom" && dependsOnContaining(item.box)),
  };
}

/** Most content is one text. */
function joined(items: readonly InlineItem[], read: (item: InlineItem) => string): string {
  const [first] = items;
  return first && items.length === 1 ? read(first) : items.map(read).join("");
}

/** Letters on both sides of a text that a space at its end is kerned with; "" where none is, or one of another font or size. */
interface LettersBeside {
  readonly before: string;
  readonly after: string;
}

const noLetters: LettersBeside = { before: "", after: "" };

/** The edge of an inline box that has no width of its own is as if it were not there (CSS Text 3, 7.3). */
function lettersBeside(items: readonly InlineItem[], index: number, context: LayoutContext): LettersBeside {
  const item = items[index] as TextItem;
  if (items.length === 1 || !(item.text.startsWith(" ") || item.text.endsWith(" "))) return noLetters;
  const font = context.shaper.fontOf(item.style);
  const textBeside = (step: 1 | -1): string => {
    let at = index + step;
    while (isNothing(items[at])) at += step;
    const other = items[at];
    const isKerned = other?.kind === "text" && areLevel(other, item) && context.shaper.fontOf(other.style) === font;
    return isKerned ? other.text : "";
  };
  return { before: textBeside(-1).at(-1) ?? "", after: textBeside(1)[0] ?? "" };
}

/** Texts of one font are kerned with each other where they have one size and one baseline. */
const areLevel = (one: TextItem, other: TextItem): boolean =>
  one.rise === other.rise && one.style.fontSize === other.style.fontSize;

const isNothing = (item: InlineItem | undefined): boolean =>
  item?.kind === "marks" || item?.kind === "static-position" || (item?.kind === "space" && item.width === 0);

/** What the bidirectional algorithm sees of an item: a forced break ends a paragraph. */
function bidiTextOf(item: InlineItem): string {
  if (item.kind === "isolate") return item.control;
  return item.kind === "break" ? "\u2029" : textOf(item);
}

interface BreakCursor {
  /** The next break opportunity if it lies at or before `end`; each is given once. */
  take(end: number): number | undefined;
}

function createBreakCursor(breaks: readonly number[]): BreakCursor {
  let index = 0;
  return {
    take(end) {
      const at = breaks[index];
      if (at === undefined || at > end) return undefined;
      index += 1;
      return at;
    },
  };
}

/** Most content is one text, and has no boxes in its lines. */
function mayEndAfter(items: readonly InlineItem[], index: number): boolean {
  const item = items[index];
  if (item?.kind !== "atom" || isWrapped(item.around)) return true;
  // Between two boxes the nearest that surrounds both decides (CSS Text 3, 5.1): if one of them stands in what wraps, that does.
  let at = index + 1;
  while (at < items.length && items[at]?.kind !== "text" && items[at]?.kind !== "atom") at += 1;
  const next = items[at];
  return next?.kind === "text" ? isWrapped(next.style) : next?.kind === "atom" && isWrapped(next.around);
}

interface ObjectContext extends ItemContext {
  /** Whether the styles around let a line end behind it. */
  readonly mayEnd: boolean;
}

interface ItemContext {
  /** Where the item starts in the text of the whole. */
  readonly offset: number;
  readonly breaks: BreakCursor;
  /** Of the item's own text. */
  readonly levels: Uint8Array | undefined;
}

interface TextContext extends ItemContext {
  readonly letters: LettersBeside;
}

const privateUse = /\p{Co}/u;

function addTextItem(item: TextItem, { offset, breaks, levels, letters }: TextContext, adding: Adding): void {
  const { context } = adding;
  const end = offset + item.text.length;
  if (item.tag !== "artifact" && privateUse.test(item.text)) context.privateUse(item);
  const { style } = item;
  const wraps = isWrapped(style);
  if (wraps && style.wordBreak === "break-all") {
    addLetters(item, { offset, breaks, levels, letters }, adding);
    return;
  }
  if (style.whiteSpace === "break-spaces") {
    addSpaced(item, { offset, breaks, levels, letters }, adding);
    return;
  }
  let start = offset;
  for (let at = breaks.take(end); at !== undefined; at = breaks.take(end)) {
    if (at > start) addText(item, { start: start - offset, end: at - offset, levels, letters }, adding);
    // A break at the very start belongs between this item and the one before it.
    if (at === offset || (wraps && mayBreak(item, at - offset))) adding.collector.endUnit();
    start = at;
  }
  if (start < end) addText(item, { start: start - offset, end: item.text.length, levels, letters }, adding);
}

/** `white-space: break-spaces`: a line may end after each space, which takes its room (CSS Text 3, 3). */
function addSpaced(item: TextItem, { offset, breaks, levels, letters }: TextContext, adding: Adding): void {
  const ends = new Set<number>();
  for (const { index } of item.text.matchAll(/ /g)) ends.add(index + 1);
  for (let at = breaks.take(offset + item.text.length); at !== undefined; at = breaks.take(offset + item.text.length))
    if (at === offset || mayBreak(item, at - offset)) ends.add(at - offset);
  if (ends.has(0)) adding.collector.endUnit();
  let start = 0;
  for (const end of [...ends].filter((at) => at > 0).sort((a, b) => a - b)) {
    addText(item, { start, end, levels, letters }, adding);
    adding.collector.endUnit();
    start = end;
  }
  if (start < item.text.length) addText(item, { start, end: item.text.length, levels, letters }, adding);
}

/** What the style forbids of the break opportunities that Unicode allows. */
function mayBreak({ text, style }: TextItem, at: number): boolean {
  if (style.hyphens === "none" && text[at - 1] === "\u00ad") return false;
  return style.wordBreak !== "keep-all" || !/^\p{L}\p{L}$/u.test(text.slice(at - 1, at + 1));
}

/** `word-break: break-all`: each letter may end a line; a space stays with the letter before it. */
function addLetters(item: TextItem, { offset, breaks, levels, letters }: TextContext, adding: Adding): void {
  if (breaks.take(offset) !== undefined) adding.collector.endUnit();
  while (breaks.take(offset + item.text.length) !== undefined) {
    // Passed over: all of them lie between letters.
  }
  for (const { 0: part, index } of item.text.matchAll(/\P{M}\p{M}* */gu)) {
    addText(item, { start: index, end: index + part.length, levels, letters }, adding);
    adding.collector.endUnit();
  }
}

function addObject(
  item: Exclude<InlineItem, TextItem>,
  { offset, breaks, levels, mayEnd }: ObjectContext,
  { collector, containing, height, context }: Adding,
): void {
  const level = levels?.[0] ?? 0;
  if (item.kind === "space") collector.add(item);
  else if (item.kind === "marks") collector.add({ kind: "marks", marks: item.marks });
  else if (item.kind === "float") collector.add({ kind: "float", box: item.box });
  else if (item.kind === "leader") collector.add({ kind: "leader", item: item.item, level });
  else if (item.kind === "static-position") collector.add({ kind: "static-position", box: item.box });
  else if (item.kind !== "isolate") {
    if (breaks.take(offset) !== undefined) collector.endUnit();
    if (item.kind === "break") collector.lineEnd(breakSpace(item, level, context));
    else {
      const { box, rise, edge, around, decoration } = item;
      const { min, max } = atomWidths(box, { width: containing, height }, context);
      collector.add({
        kind: "atom",
        box,
        rise,
        edge,
        around,
        decoration,
        width: max,
        minWidth: min,
        containing,
        containingHeight: height,
        level,
      });
    }
    if (breaks.take(offset + 1) !== undefined && mayEnd) collector.endUnit();
  }
}

/** What line breaking sees of an item: text, an object, or for a forced break a space, which starts everything afresh. */
function textOf(item: InlineItem): string {
  if (item.kind === "text") return item.text;
  if (item.kind === "atom") return objectReplacement;
  return item.kind === "break" ? " " : "";
}

/** A forced break holds a space, so that the text still reads as two words when it is copied or read aloud. */
function breakSpace(item: InlineItem & { kind: "break" }, level: number, context: LayoutContext): Piece {
  const textItem: TextItem = {
    kind: "text",
    text: " ",
    style: item.style,
    tag: item.tag,
    link: undefined,
    decoration: undefined,
    lines: [],
    rise: 0,
    location: undefined,
    lang: "",
  };
  const font = context.shaper.fontOf(item.style);
  return { kind: "word", item: textItem, font, word: font.word(" "), width: 0, level };
}

interface Adding {
  readonly collector: Units;
  readonly containing: number | undefined;
  readonly height: number | undefined;
  readonly context: LayoutContext;
}

interface TextRange {
  readonly start: number;
  readonly end: number;
  readonly levels: Uint8Array | undefined;
  readonly letters: LettersBeside;
}

/**
 * Where words may be hyphenated, what no space divides is in pieces of so many characters and no more than goes on to the next mark or no-break
 * space: each line shapes anew what it leaves of a piece.
 */
const longestHyphenated = 500;

/** Nothing that belongs to what stands before it. */
const isNoLetter = /[^\p{L}\p{M}\p{Cs}\u00ad\u200c\u200d]/u;

/**
 * Words and the spaces between them: spaces stay real glyphs of their own, which justification can widen. A word ends
 * where the direction changes, too.
 */
function addText(item: TextItem, { start, end, levels, letters }: TextRange, { collector, context }: Adding): void {
  const font = context.shaper.fontOf(item.style);
  const { fontSize, letterSpacing, wordSpacing } = item.style;
  const { text } = item;
  let from = start;
  while (from < end) {
    const isSpace = text[from] === " ";
    const level = levels?.[from] ?? 0;
    let to = from + 1;
    while (to < end && !isSpace && text[to] !== " " && (!levels || levels[to] === level)) {
      if (to - from >= longestHyphenated && item.style.hyphens === "auto" && isNoLetter.test(text[to] as string)) break;
      to += 1;
    }
    const word =
      isSpace && level % 2 === 0
        ? font.space(text[from - 1] ?? letters.before, text[to] ?? letters.after)
        : font.word(from === 0 && to === text.length ? text : text.slice(from, to), level % 2 === 1);
    for (const character of word.missing) context.missingGlyph(character, item);
    const width = word.advance * fontSize + letterSpacing * word.glyphCount + (isSpace ? wordSpacing : 0);
    collector.add({ kind: "word", item, font, word, width, level });
    from = to;
  }
  if (text[end - 1] === "\u00ad" && item.style.hyphens !== "none") {
    const word = font.word("-");
    collector.hyphen({ item, word, width: word.advance * fontSize + letterSpacing });
  }
}

/** Letters are kerned over the edge of an inline box that has no width of its own, as if it were not there (CSS Text 3, 7.3). */
function kerningBefore(piece: Piece, last: Piece | undefined): Piece | undefined {
  if (piece.kind !== "word") return undefined;
  if (last?.kind !== "word" || last.item === piece.item || last.font !== piece.font) return undefined;
  if (last.level % 2 !== 0 || piece.level !== last.level || !areLevel(last.item, piece.item)) return undefined;
  if (last.word.isSpace || piece.word.isSpace) return undefined;
  const letters = [Array.from(last.word.text).at(-1) ?? "", Array.from(piece.word.text)[0] ?? ""];
  if (letters.some((letter) => letter === "" || isComplex(letter))) return undefined;
  const [left, right] = letters.map((letter) => piece.font.word(letter));
  const pair = piece.font.word(letters.join(""));
  if (!left || !right || pair.glyphCount !== 2 || pair.missing.length > 0) return undefined;
  const width = (pair.advance - left.advance - right.advance) * piece.item.style.fontSize;
  return width === 0 ? undefined : { kind: "space", width, decoration: undefined, isEnd: false };
}

/** Units while they are made. */
class Units {
  readonly #units: Unit[] = [];
  /** Of all units; those of the open one begin at `start`. */
  readonly #pieces: Piece[] = [];
  #start = 0;
  /** The last of the open unit that takes some of the line. */
  #last: Piece | undefined;
  #width = 0;
  #shrink = 0;
  #trailing = 0;
  #cut = 0;
  #hyphen: Unit["hyphen"];

  add(piece: Piece): void {
    if (this.#addEdge(piece)) return;
    const kerning = kerningBefore(piece, this.#last);
    if (kerning) this.add(kerning);
    this.#pieces.push(piece);
    this.#hyphen = undefined;
    if (isPoint(piece)) return;
    if (piece.kind !== "space" || piece.width !== 0) this.#last = piece;
    if (piece.kind === "word") this.#cut += cutOf(piece);
    if (isHanging(piece)) this.#trailing += piece.width;
    else {
      this.#width += this.#trailing + piece.width;
      this.#trailing = 0;
    }
    if (piece.kind === "atom") this.#shrink += piece.width - piece.minWidth;
  }

  hyphen(value: NonNullable<Unit["hyphen"]>): void {
    this.#hyphen = value;
  }

  endUnit(): void {
    if (this.#pieces.length > this.#start) this.#end(false);
  }

  lineEnd(space: Piece): void {
    this.add(space);
    this.#end(true);
  }

  finish(): readonly Unit[] {
    this.endUnit();
    return this.#units.slice();
  }

  /** The edge of a box stays with what is in it, though a space that a line may end after comes before. */
  #addEdge(piece: Piece): boolean {
    if (piece.kind !== "space" || !piece.isEnd || this.#pieces.length > this.#start) return false;
    const before = this.#units.at(-1);
    if (!before || before.isLast) return false;
    const [width, minWidth] = [before.width + piece.width, before.minWidth + piece.width];
    this.#pieces.push(piece);
    this.#start = this.#pieces.length;
    this.#units[this.#units.length - 1] = { ...before, end: this.#start, width, minWidth };
    return true;
  }

  #end(isLast: boolean): void {
    this.#units.push({
      list: this.#pieces,
      start: this.#start,
      end: this.#pieces.length,
      first: undefined,
      sums: undefined,
      width: this.#width,
      minWidth: this.#width - this.#shrink,
      trailing: this.#trailing,
      cut: this.#cut,
      isLast,
      hyphen: this.#hyphen,
    });
    this.#start = this.#pieces.length;
    this.#last = undefined;
    this.#width = 0;
    this.#shrink = 0;
    this.#trailing = 0;
    this.#cut = 0;
    this.#hyphen = undefined;
  }
}
