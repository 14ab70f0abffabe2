import type { FontFace, FontQuery, FontSet, ShapedGlyph } from "../../fonts/index.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import { rightToLeft } from "../dom/text-direction.ts";
import { alignText } from "./align-text.ts";
import { type Bidi, createBidi } from "./bidi.ts";

/** Glyphs of one face, in order. */
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
  readonly glyphCount: number;
  /** Characters that no font has. */
  readonly missing: readonly string[];
  readonly isSpace: boolean;
  /** Its glyphs stand in the order of the eye, the last letter first. */
  readonly isRightToLeft: boolean;
}

/** The font of a style: its metrics in em, and its words. */
export interface TextFont {
  readonly ascent: number;
  /** Below the baseline, positive. */
  readonly descent: number;
  /** `isRightToLeft`: at an odd embedding level. */
  word(text: string, isRightToLeft?: boolean): ShapedWord;
}

export interface WordShaper {
  fontOf(style: ComputedStyle): TextFont;
}

/** Words of some dozens of documents; past it the memory starts afresh. */
const wordLimit = 50_000;

/** Characters that steer line breaking or shaping and have no shape: they are not asked of the font. */
const invisible = /\u00ad|[\u200b-\u200f]|[\u2028-\u202e]|[\u2060-\u2064]|[\ufe00-\ufe0f]|\ufeff/g;

const combining = /\p{M}/u;

/** Letters and their marks as one character where a font has it, as shapers do: it is drawn and copied as one. */
function composed(text: string, faceFor: (codePoint: number) => FontFace | undefined): string {
  if (!combining.test(text)) return text;
  const whole = text.normalize("NFC");
  return [...whole].every((character) => faceFor(character.codePointAt(0) as number)) ? whole : text;
}

export function createWordShaper(fonts: FontSet): WordShaper {
  const byStyle = new WeakMap<ComputedStyle, TextFont>();
  const byKey = new Map<string, TextFont>();
  const bidi = createBidi();

  function fontOf(style: ComputedStyle): TextFont {
    const known = byStyle.get(style);
    if (known) return known;
    const key = `${style.fontFamily.join()}|${style.fontWeight}|${style.fontStyle}|${style.fontFeatures.join()}`;
    const font = byKey.get(key) ?? createTextFont(style, { fonts, bidi });
    byKey.set(key, font);
    byStyle.set(style, font);
    return font;
  }

  return { fontOf };
}

interface FontSources {
  readonly fonts: FontSet;
  readonly bidi: Bidi;
}

function createTextFont(
  { fontFamily, fontWeight, fontStyle, fontFeatures }: ComputedStyle,
  { fonts, bidi }: FontSources,
): TextFont {
  const query: FontQuery = { families: fontFamily, weight: fontWeight, style: fontStyle };
  const words = new Map<string, ShapedWord>();
  const mirrored = new Map<string, ShapedWord>();
  const main = fonts.match(query);
  const { ascent, descent, unitsPerEm } = main.font;

  function word(text: string, isRightToLeft = false): ShapedWord {
    const memory = isRightToLeft ? mirrored : words;
    const known = memory.get(text);
    if (known) return known;
    if (memory.size >= wordLimit) memory.clear();
    const shaped = shape(text, isRightToLeft);
    memory.set(text, shaped);
    return shaped;
  }

  function shape(text: string, isRightToLeft: boolean): ShapedWord {
    const missing: string[] = [];
    const pieces: { face: FontFace; text: string }[] = [];
    const visible = composed(text.replaceAll(invisible, ""), (letter) => fonts.faceFor(letter, query));
    for (const character of isRightToLeft ? bidi.mirror(visible) : visible) {
      const face = fonts.faceFor(character.codePointAt(0) as number, query);
      if (!face) missing.push(character);
      const last = pieces.at(-1);
      if (last && last.face === (face ?? main)) last.text += character;
      else pieces.push({ face: face ?? main, text: character });
    }
    let advance = 0;
    let glyphCount = 0;
    const runs = pieces.map((piece) => {
      const shaped = fonts.shape(piece.face, piece.text, fontFeatures);
      advance += shaped.advance / piece.face.font.unitsPerEm;
      glyphCount += shaped.glyphs.length;
      return { face: piece.face, glyphs: readGlyphs(piece.text, shaped.glyphs, isRightToLeft) };
    });
    if (isRightToLeft) runs.reverse();
    return { text, runs, advance, glyphCount, missing, isSpace: /^ +$/.test(text), isRightToLeft };
  }

  return { ascent: ascent / unitsPerEm, descent: -descent / unitsPerEm, word };
}

/**
 * Glyphs from left to right, each with the characters it stands for. Shaping turns letters that run from right to left
 * round, and leaves what has no direction, as a full stop, in the order of the text.
 */
function readGlyphs(text: string, glyphs: readonly ShapedGlyph[], isRightToLeft: boolean): readonly ShapedGlyph[] {
  const isTurned = isRightToLeft && rightToLeft.test(text);
  const logical = isTurned ? glyphs.toReversed() : glyphs;
  const characters = alignText(text, logical);
  const read = logical.map((glyph, index) => ({ ...glyph, codePoints: characters[index] ?? [] }));
  return isRightToLeft ? read.reverse() : read;
}
