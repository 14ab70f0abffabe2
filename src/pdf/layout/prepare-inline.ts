import type { BlockLevelBox, BoxMarks, InlineDecoration, InlineItem, TextItem } from "../box/box.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { ShapedWord, TextFont } from "./word-shaper.ts";

/** Inline content measured once: units that no line break may divide, each with the space that follows it. */
export interface PreparedInline {
  readonly units: readonly Unit[];
}

export interface Unit {
  readonly pieces: readonly Piece[];
  /** Without the trailing space, pt. */
  readonly width: number;
  /** With atoms as narrow as they can be. */
  readonly minWidth: number;
  readonly trailing: number;
  /** A line must end after it. */
  readonly isLast: boolean;
  /** A soft hyphen ends it: a hyphen is drawn if the line breaks here. */
  readonly hyphen: { readonly item: TextItem; readonly word: ShapedWord; readonly width: number } | undefined;
}

export type Piece =
  | {
      readonly kind: "word";
      readonly item: TextItem;
      readonly font: TextFont;
      readonly word: ShapedWord;
      readonly width: number;
    }
  | { readonly kind: "space"; readonly width: number; readonly decoration: InlineDecoration | undefined }
  | {
      readonly kind: "atom";
      readonly box: BlockLevelBox;
      readonly rise: number;
      /** Nowhere broken; it can shrink to `minWidth` if a line is narrower. */
      readonly width: number;
      readonly minWidth: number;
    }
  | { readonly kind: "marks"; readonly marks: BoxMarks };

const objectReplacement = "\ufffc";

export function prepareInline(items: readonly InlineItem[], context: LayoutContext): PreparedInline {
  const breaks = createBreakCursor(context.lineBreaks.find(items.map(textOf).join("")));
  const adding: Adding = { collector: createUnits(), context };
  let offset = 0;
  for (const item of items) {
    if (item.kind === "text") addTextItem(item, { offset, breaks }, adding);
    else addObject(item, { offset, breaks }, adding);
    offset += textOf(item).length;
  }
  return { units: adding.collector.finish() };
}

interface BreakCursor {
  /** The next place to break if it lies at or before `end`; each is given once. */
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

interface ItemPlace {
  /** Where the item starts in the text of the whole. */
  readonly offset: number;
  readonly breaks: BreakCursor;
}

function addTextItem(item: TextItem, { offset, breaks }: ItemPlace, adding: Adding): void {
  const end = offset + item.text.length;
  const { style } = item;
  const wraps = style.whiteSpace !== "nowrap" && style.whiteSpace !== "pre" && style.textWrap !== "nowrap";
  if (wraps && style.wordBreak === "break-all") {
    addLetters(item, { offset, breaks }, adding);
    return;
  }
  let start = offset;
  for (let at = breaks.take(end); at !== undefined; at = breaks.take(end)) {
    if (at > start) addText(item, item.text.slice(start - offset, at - offset), adding);
    // A break at the very start belongs between this item and the one before it.
    if (at === offset || (wraps && mayBreak(item, at - offset))) adding.collector.endUnit();
    start = at;
  }
  if (start < end) addText(item, item.text.slice(start - offset), adding);
}

/** What the style forbids of the places that Unicode allows. */
function mayBreak({ text, style }: TextItem, at: number): boolean {
  if (style.hyphens === "none" && text[at - 1] === "\u00ad") return false;
  return style.wordBreak !== "keep-all" || !/^\p{L}\p{L}$/u.test(text.slice(at - 1, at + 1));
}

/** `word-break: break-all`: each letter may end a line; a space stays with the letter before it. */
function addLetters(item: TextItem, { offset, breaks }: ItemPlace, adding: Adding): void {
  if (breaks.take(offset) !== undefined) adding.collector.endUnit();
  while (breaks.take(offset + item.text.length) !== undefined) {
    // Passed over: all of them are places between letters.
  }
  for (const [part] of item.text.matchAll(/\P{M}\p{M}* */gu)) {
    addText(item, part, adding);
    adding.collector.endUnit();
  }
}

function addObject(
  item: Exclude<InlineItem, TextItem>,
  { offset, breaks }: ItemPlace,
  { collector, context }: Adding,
): void {
  if (item.kind === "space") collector.add({ kind: "space", width: item.width, decoration: item.decoration });
  else if (item.kind === "marks") collector.add({ kind: "marks", marks: item.marks });
  else {
    if (breaks.take(offset) !== undefined) collector.endUnit();
    if (item.kind === "break") collector.lineEnd(breakSpace(item, context));
    else {
      const { min, max } = context.intrinsic(item.box);
      collector.add({ kind: "atom", box: item.box, rise: item.rise, width: max, minWidth: min });
    }
    if (breaks.take(offset + 1) !== undefined) collector.endUnit();
  }
}

/** What line breaking sees of an item: text, an object, or for a forced break a space, which starts everything afresh. */
function textOf(item: InlineItem): string {
  if (item.kind === "text") return item.text;
  if (item.kind === "atom") return objectReplacement;
  return item.kind === "break" ? " " : "";
}

/** A forced break holds a space, so that the text still reads as two words when it is copied or read aloud. */
function breakSpace(item: InlineItem & { kind: "break" }, context: LayoutContext): Piece {
  const textItem: TextItem = {
    kind: "text",
    text: " ",
    style: item.style,
    tag: item.tag,
    link: undefined,
    decoration: undefined,
    lines: [],
    rise: 0,
    place: undefined,
    lang: undefined,
  };
  const font = context.shaper.fontOf(item.style);
  return { kind: "word", item: textItem, font, word: font.word(" "), width: 0 };
}

interface Adding {
  readonly collector: ReturnType<typeof createUnits>;
  readonly context: LayoutContext;
}

/** Words and the spaces between them: spaces stay real glyphs of their own, which justification can widen. */
function addText(item: TextItem, text: string, { collector, context }: Adding): void {
  const font = context.shaper.fontOf(item.style);
  const { fontSize, letterSpacing, wordSpacing } = item.style;
  let start = 0;
  while (start < text.length) {
    const isSpace = text[start] === " ";
    let end = start + 1;
    while (end < text.length && (text[end] === " ") === isSpace && !isSpace) end += 1;
    const word = font.word(start === 0 && end === text.length ? text : text.slice(start, end));
    for (const character of word.missing) context.missingGlyph(character, item);
    const width = word.advance * fontSize + letterSpacing * word.glyphCount + (isSpace ? wordSpacing : 0);
    collector.add({ kind: "word", item, font, word, width });
    start = end;
  }
  if (text.endsWith("\u00ad") && item.style.hyphens !== "none") {
    const word = font.word("-");
    collector.hyphen({ item, word, width: word.advance * fontSize + letterSpacing });
  }
}

function createUnits() {
  const units: Unit[] = [];
  let pieces: Piece[] = [];
  let width = 0;
  let shrink = 0;
  let trailing = 0;
  let hyphen: Unit["hyphen"];

  function add(piece: Piece): void {
    pieces.push(piece);
    hyphen = undefined;
    if (piece.kind === "marks") return;
    if (piece.kind === "word" && piece.word.isSpace) trailing += piece.width;
    else {
      width += trailing + piece.width;
      trailing = 0;
    }
    if (piece.kind === "atom") shrink += piece.width - piece.minWidth;
  }

  function end(isLast: boolean): void {
    units.push({ pieces, width, minWidth: width - shrink, trailing, isLast, hyphen });
    pieces = [];
    width = 0;
    shrink = 0;
    trailing = 0;
    hyphen = undefined;
  }

  return {
    add,
    hyphen(value: NonNullable<Unit["hyphen"]>) {
      hyphen = value;
    },
    endUnit: () => {
      if (pieces.length > 0) end(false);
    },
    lineEnd: (space: Piece) => {
      add(space);
      end(true);
    },
    finish: () => {
      if (pieces.length > 0) end(false);
      return units;
    },
  };
}
