import type PDFDocument from "pdfkit";
import type { EmbeddedFont } from "pdfkit";
import type { FontFace, ShapedGlyph } from "../../fonts/index.ts";
import type { ShapedRun, ShapedWord } from "../layout/word-shaper.ts";
import { num } from "./number.ts";
import { utf16 } from "./text-string.ts";

/** Part of a word in one font, as operands of TJ without the brackets. */
interface EncodedRun {
  readonly font: EmbeddedFont;
  readonly operands: string;
}

/** Font subsets of one document, and its words as glyph codes. */
export interface EmbeddedFonts {
  /** Adds the word's glyphs to the subsets. `size` in pt matters only where marks are raised. */
  encode(word: ShapedWord, size: number): readonly EncodedRun[];
}

/** What outlives a document: facts about faces. */
export interface FaceFacts {
  /** Advance of a glyph without kerning, font units. */
  advance(face: FontFace, glyph: number): number;
  /** The ASCII character that a glyph is the shape of, if it is one. */
  ascii(face: FontFace, glyph: number): number | undefined;
}

export function createFaceFacts(): FaceFacts {
  const advances = new Map<FontFace, Map<number, number>>();
  const asciis = new Map<FontFace, Map<number, number>>();

  function advance(face: FontFace, glyph: number): number {
    const known = advances.get(face) ?? new Map<number, number>();
    advances.set(face, known);
    const value = known.get(glyph) ?? face.font.getGlyph(glyph).advanceWidth;
    known.set(glyph, value);
    return value;
  }

  function ascii(face: FontFace, glyph: number): number | undefined {
    let known = asciis.get(face);
    if (!known) {
      known = new Map();
      for (let code = 0x20; code < 0x7f; code += 1) known.set(face.font.glyphForCodePoint(code).id, code);
      asciis.set(face, known);
    }
    return known.get(glyph);
  }

  return { advance, ascii };
}

export function createEmbeddedFonts(doc: PDFDocument, facts: FaceFacts): EmbeddedFonts {
  const fonts = new Map<FontFace, EmbeddedFont>();
  const encoded = new Map<ShapedWord, readonly EncodedRun[]>();

  function fontOf(face: FontFace): EmbeddedFont {
    const known = fonts.get(face);
    if (known) return known;
    doc.registerFont(face.id, face.font).font(face.id);
    const font = doc._font;
    fonts.set(face, font);
    return font;
  }

  function encode(word: ShapedWord, size: number): readonly EncodedRun[] {
    const known = encoded.get(word);
    if (known) return known;
    const runs = word.runs.map((run) => ({ font: fontOf(run.face), operands: encodeRun(run, size) }));
    const hasRise = word.runs.some((run) => run.glyphs.some((glyph) => glyph.yOffset !== 0));
    if (!hasRise) encoded.set(word, runs);
    return runs;
  }

  /** Glyph codes in hex, with kerning and mark offsets between them (ISO 32000-1, 9.4.3). */
  function encodeRun({ face, glyphs }: ShapedRun, size: number): string {
    const font = fontOf(face);
    const scale = 1000 / face.font.unitsPerEm;
    let operands = "<";
    for (const glyph of glyphs) {
      const natural = facts.advance(face, glyph.id);
      const code = include(font, { face, glyph, width: natural * scale });
      const hex = code.id.toString(16).padStart(4, "0");
      const shape =
        glyph.yOffset === 0 ? hex : `>] TJ ${num((glyph.yOffset * scale * size) / 1000)} Ts [<${hex}>] TJ 0 Ts [<`;
      const text =
        code.actualText === undefined
          ? shape
          : `>] TJ /Span <</ActualText ${code.actualText}>> BDC [<${shape}>] TJ EMC [<`;
      const before = -glyph.xOffset * scale;
      const after = (natural - glyph.xAdvance + glyph.xOffset) * scale;
      operands += (before === 0 ? "" : `>${num(before)}<`) + text + (after === 0 ? "" : `>${num(after)}<`);
    }
    // An empty string may stand between two numbers: a space keeps them apart.
    return `${operands}>`.replaceAll("<>", " ");
  }

  /**
   * Adds a glyph to the subset. A glyph has one entry in ToUnicode: the ASCII character if it is the shape of one,
   * else the first text that used it. Where other text shares it (U+2011 and "-"), ActualText says what it is here.
   */
  function include(
    font: EmbeddedFont,
    { face, glyph, width }: { readonly face: FontFace; readonly glyph: ShapedGlyph; readonly width: number },
  ): { readonly id: number; readonly actualText: string | undefined } {
    const id = font.subset.includeGlyph(glyph.id);
    font.widths[id] ??= width;
    const ascii = facts.ascii(face, glyph.id);
    // A glyph that stands for nothing by itself, as the second of two that make one letter, reads as no width at all.
    const meant = glyph.codePoints.length === 0 ? [0x200b] : glyph.codePoints;
    font.unicode[id] ??= ascii === undefined ? meant : [ascii];
    const entry = font.unicode[id];
    const isSame = entry.length === meant.length && entry.every((code, index) => code === meant[index]);
    return {
      id,
      actualText: isSame || (ascii === 0x20 && meant[0] === 0xa0) ? undefined : utf16(String.fromCodePoint(...meant)),
    };
  }

  return { encode };
}
