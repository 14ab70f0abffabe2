import {
  type FontFace,
  type FontQuery,
  type FontSet,
  isComplex,
  type ShapedGlyph,
  xHeightOf,
} from "../../fonts/index.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import { shareTolerance } from "../geometry/tolerance.ts";
import { alignText } from "./align-text.ts";
import { type Bidi, createBidi, visualOrder } from "./bidi.ts";

/** Glyphs of one face, in order, each with the characters it stands for. */
export interface ShapedRun {
  readonly face: FontFace;
  readonly glyphs: readonly ShapedGlyph[];
}

/** A word (or a space) shaped once for a font, whatever its size. */
export interface ShapedWord {
  readonly text: string;
  readonly runs: readonly ShapedRun[];
  /** In em. */
  readonly advance: number;
  /** Marks left out. */
  readonly glyphCount: number;
  /** Characters that no font has. */
  readonly missing: readonly string[];
  readonly isSpace: boolean;
  /** Its glyphs stand in the order of the eye, the last letter first. */
  readonly isRightToLeft: boolean;
  /** Of the faces that draw letters which the font of the style does not have. Absent: it has all. */
  readonly otherFaces?: readonly FontMetrics[] | undefined;
}

/** In em. */
export interface FontMetrics {
  readonly ascent: number;
  /** Below the baseline, positive. */
  readonly descent: number;
  /** What the font wants between two lines. */
  readonly lineGap: number;
  readonly xHeight: number;
  /** Of its characters in the mean, and from the leftmost to the rightmost point of any. */
  readonly averageWidth: number;
  readonly widest: number;
}

/** The font of a style: its metrics, and its words. */
export interface TextFont extends FontMetrics {
  /** `isRightToLeft`: at an odd embedding level. */
  word(text: string, isRightToLeft?: boolean): ShapedWord;
  /** The space between two letters, which many fonts kern it with ("r. A"); "" for a side where nothing of the same text stands. */
  space(before: string, after: string): ShapedWord;
  /** Text that is a line by itself, from left to right where its letters do not say otherwise. */
  line(text: string): ShapedLine;
  /** Whether its first face has this OpenType feature. */
  hasFeature(tag: string): boolean;
}

interface RememberingFont extends TextFont {
  trim(): void;
}

/** A line in pieces of one direction each, in the order of the text. */
export interface ShapedLine {
  /** In em. */
  readonly advance: number;
  /** `x`: from the left end of the line, in em. */
  readonly pieces: readonly { readonly word: ShapedWord; readonly x: number }[];
}

export interface WordShaper {
  fontOf(style: ComputedStyle): TextFont;
  /**
   * Called when a document is done: forgets the words where there are more than some dozens of documents have. Not before, since lines of
   * the document hold its words anyway, and ask for each of them more than once.
   */
  trim(): void;
}

/** Shared by the words that lack nothing. */
const none: readonly string[] = [];

/** Words of some dozens of documents. */
const wordLimit = 50_000;

/** Characters that steer line breaking or direction and have no shape: they are not asked of the font. */
const invisible = /\u00ad|\u200b|\u200e|\u200f|[\u2028-\u202e]|[\u2060-\u2064]|[\u2066-\u2069]|[\ufe00-\ufe0f]|\ufeff/g;

/** They change how letters beside them join, in scripts whose letters do; elsewhere they have nothing to do. */
const joiners = /[\u200c\u200d]/g;

const combining = /\p{M}/u;

/** Marks, and halves of characters. */
const unkerned = /[\p{M}\p{Cs}]/u;

/** Letters and their marks as one character where a font has it, as shapers do: it is drawn and copied as one. */
function composed(text: string, faceFor: (codePoint: number) => FontFace | undefined): string {
  if (!combining.test(text)) return text;
  const whole = text.normalize("NFC");
  return [...whole].every((character) => faceFor(character.codePointAt(0) as number)) ? whole : text;
}

/** What is drawn for a character that no font has, and is read as that character: U+FFFD, a white square, "?". */
const standIns = [0xfffd, 0x25a1, 0x3f] as const;

export function createWordShaper(fonts: FontSet): WordShaper {
  const byStyle = new WeakMap<ComputedStyle, TextFont>();
  const byKey = new Map<string, RememberingFont>();
  const bidi = createBidi();

  function fontOf(style: ComputedStyle): TextFont {
    const known = byStyle.get(style);
    if (known) return known;
    const features = featuresOf(style);
    const key = `${style.fontFamily.join()}|${style.fontWeight}|${style.fontStyle}|${features.join()}`;
    const font = byKey.get(key) ?? createTextFont(style, features, { fonts, bidi });
    byKey.set(key, font);
    byStyle.set(style, font);
    return font;
  }

  return {
    fontOf,
    trim() {
      for (const font of byKey.values()) font.trim();
    },
  };
}

/** Features of the capitals (CSS Fonts 4, 6.5). */
const capsFeatures: Readonly<Record<ComputedStyle["fontVariantCaps"], readonly string[]>> = {
  normal: [],
  "small-caps": ["smcp"],
  "all-small-caps": ["smcp", "c2sc"],
  "petite-caps": ["pcap"],
  "all-petite-caps": ["pcap", "c2pc"],
  unicase: ["unic"],
  "titling-caps": ["titl"],
};

/** What is said last of a feature counts (CSS Fonts 4, 7.2). */
const featuresOf = (style: ComputedStyle): readonly string[] => [
  ...style.fontVariantNumeric,
  ...style.fontVariantLigatures,
  ...style.fontVariantEastAsian,
  ...style.fontVariantPosition,
  ...capsFeatures[style.fontVariantCaps],
  // Ligatures would not be spaced (CSS Text 3, 8.2).
  ...(style.letterSpacing !== 0 ? ["-liga", "-clig"] : []),
  ...style.fontKerning,
  ...style.fontFeatureSettings,
];

interface FontSources {
  readonly fonts: FontSet;
  readonly bidi: Bidi;
}

function createTextFont(
  { fontFamily, fontWeight, fontStyle }: ComputedStyle,
  features: readonly string[],
  { fonts, bidi }: FontSources,
): RememberingFont {
  const query: FontQuery = { families: fontFamily, weight: fontWeight, style: fontStyle };
  const words = new Map<string, ShapedWord>();
  const mirrored = new Map<string, ShapedWord>();
  const main = fonts.match(query);

  function word(text: string, isRightToLeft = false): ShapedWord {
    const memory = isRightToLeft ? mirrored : words;
    const known = memory.get(text);
    if (known) return known;
    const shaped = shape(text, isRightToLeft);
    memory.set(text, shaped);
    return shaped;
  }

  function shape(text: string, isRightToLeft: boolean): ShapedWord {
    const withoutControls = text.replaceAll(invisible, "");
    const visible = isComplex(text)
      ? withoutControls
      : composed(withoutControls.replaceAll(joiners, ""), (letter) => fonts.faceFor(letter, query));
    const pieces = fonts.runs(visible, query);
    let advance = 0;
    let glyphCount = 0;
    const runs = pieces.map(({ face, text: piece, isMissing }) => {
      if (isMissing) return standIn(piece, face);
      const shown = isRightToLeft && !isComplex(piece) ? bidi.mirror(piece) : piece;
      const shaped = fonts.shape(face, shown, { features, isRightToLeft });
      advance += shaped.advance / face.font.unitsPerEm;
      for (const { isMark } of shaped.glyphs) if (!isMark) glyphCount += 1;
      return { face, glyphs: shaped.isTraced ? shaped.glyphs : readGlyphs(piece, shaped.glyphs, isRightToLeft) };
    });
    function standIn(piece: string, face: FontFace): ShapedRun {
      const shown = standIns.find((code) => fonts.faceFor(code, query)) ?? 0x3f;
      const by = fonts.faceFor(shown, query) ?? face;
      const { glyphs, advance: width } = fonts.shape(by, String.fromCodePoint(shown));
      const codePoints = Array.from(piece, (character) => character.codePointAt(0) as number);
      advance += width / by.font.unitsPerEm;
      glyphCount += glyphs.length;
      return {
        face: by,
        glyphs: glyphs.map((glyph, index) => ({ ...glyph, codePoints: index === 0 ? codePoints : [] })),
      };
    }
    if (isRightToLeft) runs.reverse();
    const missing = pieces.some((piece) => piece.isMissing)
      ? pieces.flatMap((piece) => (piece.isMissing ? [piece.text] : []))
      : none;
    const others = new Set(runs.map(({ face }) => face).filter((face) => face !== main));
    return {
      text,
      runs,
      advance,
      glyphCount,
      missing,
      isSpace: /^ +$/.test(text),
      isRightToLeft,
      otherFaces: others.size > 0 ? Array.from(others, metricsOf) : undefined,
    };
  }

  const spaces = new Map<number, ShapedWord>();
  const kernedBefore = new Map<string, number>();
  const kernedAfter = new Map<string, number>();

  function space(before: string, after: string): ShapedWord {
    const plain = word(" ");
    const kerning = kerningOf(`${before} `, before, kernedBefore) + kerningOf(` ${after}`, after, kernedAfter);
    if (Math.abs(kerning) < shareTolerance) return plain;
    const known = spaces.get(kerning);
    if (known) return known;
    const kerned = withAdvance(plain, plain.advance + kerning);
    spaces.set(kerning, kerned);
    return kerned;
  }

  /** What a letter and a space beside it are wider together, in em. */
  function kerningOf(pair: string, letter: string, memory: Map<string, number>): number {
    const known = memory.get(letter);
    if (known !== undefined) return known;
    const isPlain = letter !== "" && letter !== " " && !unkerned.test(letter) && !isComplex(letter);
    const together = isPlain ? word(pair) : undefined;
    const isPair = together?.runs.length === 1 && together.glyphCount === 2 && together.missing.length === 0;
    const kerning = isPair ? together.advance - word(letter).advance - word(" ").advance : 0;
    memory.set(letter, kerning);
    return kerning;
  }

  function line(text: string): ShapedLine {
    const levels = bidi.levels(text, "ltr");
    if (!levels) {
      const whole = word(text);
      return { advance: whole.advance, pieces: [{ word: whole, x: 0 }] };
    }
    const parts: { text: string; readonly level: number }[] = [];
    for (let index = 0; index < text.length; index += 1) {
      const level = levels[index] ?? 0;
      const last = parts.at(-1);
      if (last?.level === level) last.text += text[index];
      else parts.push({ text: text[index] as string, level });
    }
    const words = parts.map((part) => word(part.text, part.level % 2 === 1));
    const xs: number[] = [];
    let advance = 0;
    for (const index of visualOrder(parts.map(({ level }) => level))) {
      xs[index] = advance;
      advance += words[index]?.advance ?? 0;
    }
    return { advance, pieces: words.map((piece, index) => ({ word: piece, x: xs[index] ?? 0 })) };
  }

  function trim(): void {
    for (const memory of [words, mirrored, spaces, kernedBefore, kernedAfter])
      if (memory.size >= wordLimit) memory.clear();
  }

  const own = main.font.features;
  return { ...metricsOf(main), word, space, line, hasFeature: (tag) => own.has(tag), trim };
}

/** A word of one glyph, so wide in em. */
function withAdvance(word: ShapedWord, advance: number): ShapedWord {
  const change = advance - word.advance;
  const runs = word.runs.map(({ face, glyphs }) => ({
    face,
    glyphs: glyphs.map((glyph) => ({ ...glyph, xAdvance: glyph.xAdvance + change * face.font.unitsPerEm })),
  }));
  return word.glyphCount === 1 ? { ...word, runs, advance } : word;
}

function metricsOf({ font }: FontFace): FontMetrics {
  const { ascent, descent, lineGap, unitsPerEm, averageWidth, bbox } = font;
  return {
    ascent: ascent / unitsPerEm,
    descent: -descent / unitsPerEm,
    lineGap: lineGap / unitsPerEm,
    // Text faces have about half an em of it.
    xHeight: xHeightOf(font) ?? 0.5,
    averageWidth: averageWidth ? averageWidth / unitsPerEm : 0.6,
    widest: (bbox.maxX - bbox.minX) / unitsPerEm,
  };
}

/** Glyphs from left to right, each with the characters it stands for. */
function readGlyphs(text: string, glyphs: readonly ShapedGlyph[], isRightToLeft: boolean): readonly ShapedGlyph[] {
  const characters = alignText(text, glyphs);
  const read = glyphs.map((glyph, index) => withCodePoints(glyph, characters[index] ?? []));
  if (isRightToLeft) return read.reverse();
  // The list that the set has, too, where nothing in it is read otherwise.
  return read.every((glyph, index) => glyph === glyphs[index]) ? glyphs : read;
}

/** Mostly the glyph itself, which many words share. */
function withCodePoints(glyph: ShapedGlyph, codePoints: readonly number[]): ShapedGlyph {
  const isSame =
    glyph.codePoints.length === codePoints.length &&
    codePoints.every((code, index) => code === glyph.codePoints[index]);
  return isSame ? glyph : { ...glyph, codePoints };
}
