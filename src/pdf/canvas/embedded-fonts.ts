import type PDFDocument from "pdfkit";
import type { EmbeddedFont, PdfkitFont, PdfReference } from "pdfkit";
import type { Diagnostics } from "../../diagnostics/index.ts";
import type { Font, FontFace, ShapedGlyph } from "../../fonts/index.ts";
import { hexOf } from "../objects/hex-of.ts";
import { num } from "../objects/number.ts";
import { OperandWriter } from "../objects/operand-writer.ts";
import { utf16 } from "../objects/text-string.ts";
import type { ShapedRun, ShapedWord } from "../text/word-shaper.ts";
import { writeUnicodeMap } from "./unicode-map.ts";

/** Part of a word in one font, as operands of TJ without the brackets. */
interface EncodedRun {
  readonly font: EmbeddedFont;
  readonly face: FontFace;
  readonly operands: string;
  /** In em. */
  readonly advance: number;
  /** Marks left out. */
  readonly glyphCount: number;
  /** To be drawn over it, when all of the text is there. */
  readonly marks: readonly EncodedMark[];
}

interface EncodedMark {
  /** Glyph code in hex. */
  readonly code: string;
  /** From the start of the run and from the baseline, upwards; in em. */
  readonly x: number;
  readonly y: number;
  /** Glyphs of the run before it: each brings letter spacing. */
  readonly index: number;
}

/** Font subsets of one document, and its words as glyph codes. */
export interface EmbeddedFonts {
  /** Adds the word's glyphs to the subsets. `size` in pt matters only where glyphs are raised. */
  encode(word: ShapedWord, size: number): readonly EncodedRun[];
}

/** What outlives a document: facts about faces. */
export interface FaceFacts {
  /** Advance of a glyph without kerning, font units. */
  advance(face: FontFace, glyph: number): number;
}

export function createFaceFacts(): FaceFacts {
  const advances = new Map<FontFace, Map<number, number>>();

  function advance(face: FontFace, glyph: number): number {
    const known = advances.get(face) ?? new Map<number, number>();
    advances.set(face, known);
    const value = known.get(glyph) ?? face.font.advanceOf(glyph);
    known.set(glyph, value);
    return value;
  }

  return { advance };
}

/** Words of some hundred pages; past it the memory starts afresh: the same word has the same codes again. */
const wordLimit = 10_000;

export interface EmbeddedFontsOptions {
  readonly facts: FaceFacts;
  readonly diagnostics: Diagnostics;
}

/** Reports each face that its maker does not let be embedded (`font-not-embeddable`), once. */
export function createEmbeddedFonts(doc: PDFDocument, { facts, diagnostics }: EmbeddedFontsOptions): EmbeddedFonts {
  const fonts = new Map<FontFace, EmbeddedFont>();
  const encoded = new Map<ShapedWord, readonly EncodedRun[]>();
  const otherCodes = new Map<string, number>();
  /** Of the run that is being encoded. */
  const operands = new OperandWriter();
  const names = new Set<string>();

  function fontOf(face: FontFace): EmbeddedFont {
    const known = fonts.get(face);
    if (known) return known;
    const reason = whyNotEmbeddable(face);
    if (reason !== undefined) {
      diagnostics.error({
        code: "font-not-embeddable",
        message: `The font "${face.font.fullName || face.family}" ${reason}.`,
        hint: "An archivable PDF holds the part of a font that it shows: use another font, or get a licence for this one.",
      });
    }
    doc.registerFont(face.id, pdfkitFont(face.font, nameFor(face))).font(face.id);
    const font = doc._font;
    font.toUnicodeCmap = () => unicodeMap(font);
    fonts.set(face, font);
    return font;
  }

  function unicodeMap({ unicode }: EmbeddedFont): PdfReference {
    const map = doc.ref();
    operands.backTo(0);
    writeUnicodeMap(unicode, operands);
    map.end(operands.bytes());
    return map;
  }

  /**
   * pdfkit takes two fonts of one name for one font, and would draw the letters of the second with the first. Parts of a web font
   * (`unicode-range`) share a name, and some have none.
   */
  function nameFor(face: FontFace): string {
    // What a name may hold: OpenType, name table, id 6.
    const wanted = face.font.postscriptName?.replaceAll(/[^!-~]|[[\](){}<>/%]/g, "") || face.id;
    let name = wanted;
    for (let count = 2; names.has(name); count += 1) name = `${wanted}-${count}`;
    names.add(name);
    return name;
  }

  function encode(word: ShapedWord, size: number): readonly EncodedRun[] {
    const known = encoded.get(word);
    if (known) return known;
    const runs: EncodedRun[] = new Array(word.runs.length);
    for (let index = 0; index < runs.length; index += 1)
      runs[index] = encodeRun(word.runs[index] as ShapedRun, size, word.isRightToLeft);
    if (encoded.size >= wordLimit) encoded.clear();
    if (!word.runs.some(hasRise)) encoded.set(word, runs);
    return runs;
  }

  /**
   * Glyph codes in hex, with kerning between them (ISO 32000-1, 9.4.3).
   * @param isReversed From right to left: readers turn the characters round one by one, so those of one glyph stand the wrong way too.
   */
  function encodeRun({ face, glyphs }: ShapedRun, size: number, isReversed: boolean): EncodedRun {
    const font = fontOf(face);
    const scale = 1000 / face.font.unitsPerEm;
    const at: GlyphPosition = { font, face, scale, size };
    let marks = noMarks;
    operands.backTo(0);
    operands.text("<");
    let pen = 0;
    let index = 0;
    let leftOfCluster = 0;
    for (const glyph of glyphs) {
      if (glyph.isMark) {
        const [x, y] = [(pen + glyph.xOffset) * scale, glyph.yOffset * scale];
        marks = withMark(marks, { code: hexOf(include(font, glyph, 0)), x: x / 1000, y: y / 1000, index });
        continue;
      }
      if (glyph.cluster && !isReversed) {
        // Together they say what they stand for; one by one they could say it in their own order only.
        operands.text(`>] TJ ${actualText(glyph.cluster.text)} BDC [<`);
        leftOfCluster = glyph.cluster.glyphCount;
      }
      const isPrivate = leftOfCluster <= 0 && glyph.codePoints.some(isPrivateUse);
      // What nobody but the font knows reads as nothing (ISO 19005-3, 6.2.11.7.3).
      if (isPrivate) operands.text(`>] TJ ${actualText(publicText(glyph))} BDC [<`);
      const read = isReversed ? { ...glyph, codePoints: glyph.codePoints.toReversed() } : glyph;
      encodeGlyph(read, at);
      if (isPrivate) operands.text(">] TJ EMC [<");
      if (leftOfCluster === 1) operands.text(">] TJ EMC [<");
      leftOfCluster -= 1;
      pen += glyph.xAdvance;
      index += 1;
    }
    // An empty string may stand between two numbers: a space keeps them apart.
    return {
      font,
      face,
      operands: operands.text(">").toString().replaceAll("<>", " "),
      advance: (pen * scale) / 1000,
      glyphCount: index,
      marks,
    };
  }

  interface GlyphPosition {
    readonly font: EmbeddedFont;
    readonly face: FontFace;
    /** From font units to thousandths of the size. */
    readonly scale: number;
    readonly size: number;
  }

  function encodeGlyph(glyph: ShapedGlyph, { font, face, scale, size }: GlyphPosition): void {
    const natural = facts.advance(face, glyph.id);
    const hex = hexOf(include(font, glyph, natural * scale));
    const before = -glyph.xOffset * scale;
    const after = (natural - glyph.xAdvance + glyph.xOffset) * scale;
    if (before !== 0) operands.text(">").lastNum(before).text("<");
    if (glyph.yOffset === 0) operands.text(hex);
    else operands.text(`>] TJ ${num((glyph.yOffset * scale * size) / 1000)} Ts [<${hex}>] TJ 0 Ts [<`);
    if (after !== 0) operands.text(">").lastNum(after).text("<");
  }

  /**
   * Adds a glyph to the subset and gives its code. A code has one entry in ToUnicode: a glyph that stands for several
   * texts (U+2011 and "-", the shares of a cluster) is in the subset once for each. `width` in thousandths of the size.
   */
  function include(font: EmbeddedFont, glyph: ShapedGlyph, width: number): number {
    const meant = meaningOf(glyph);
    const first = font.subset.includeGlyph(glyph.id);
    font.unicode[first] ??= meant;
    font.widths[first] ??= width;
    if (isSameText(font.unicode[first], meant)) return first;
    const key = `${font.id}|${first}|${meant.join()}`;
    const known = otherCodes.get(key);
    if (known !== undefined) return known;
    const code = font.subset.glyphs.push(glyph.id) - 1;
    font.unicode[code] = meant;
    font.widths[code] = width;
    otherCodes.set(key, code);
    return code;
  }

  return { encode };
}

/** A font as pdfkit asks it, by a name that no other has. */
const pdfkitFont = (font: Font, name: string): PdfkitFont => ({
  unitsPerEm: font.unitsPerEm,
  ascent: font.ascent,
  descent: font.descent,
  lineGap: font.lineGap,
  capHeight: font.capHeight,
  xHeight: font.xHeight,
  bbox: font.bbox,
  italicAngle: font.italicAngle,
  postscriptName: name,
  "OS/2": { sFamilyClass: font.familyClass },
  post: { isFixedPitch: font.isFixedPitch },
  head: { macStyle: { italic: font.isItalic } },
  getGlyph: (glyph) => ({ advanceWidth: font.advanceOf(glyph) }),
  createSubset: font.createSubset,
  layout() {
    throw new Error("Text is shaped before it is painted.");
  },
});

/** What the licence bits of the font forbid (OpenType, OS/2, fsType); undefined if nothing is in the way. */
function whyNotEmbeddable({ font }: FontFace): string | undefined {
  const { noEmbedding, viewOnly, editable, noSubsetting, bitmapOnly } = font.embedding;
  // Of several levels the least strict counts.
  if (noEmbedding && !viewOnly && !editable) return "may not be embedded, says its licence (fsType: restricted)";
  if (noSubsetting) return "may only be embedded whole, says its licence (fsType: no subsetting)";
  return bitmapOnly ? "may only be embedded as bitmaps, says its licence (fsType: bitmaps only)" : undefined;
}

/**
 * A no-break space reads as a space. A glyph that stands for nothing by itself, as the second of two that make one letter,
 * reads as no width at all.
 */
function meaningOf({ codePoints }: ShapedGlyph): readonly number[] {
  if (codePoints.length === 0) return [0x200b];
  return codePoints.length === 1 && codePoints[0] === 0xa0 ? [0x20] : codePoints;
}

/** Whether some glyph of it is raised, or lowered. */
const hasRise = ({ glyphs }: ShapedRun): boolean => glyphs.some(({ yOffset, isMark }) => yOffset !== 0 && !isMark);

/** Characters whose meaning is an agreement between who writes and who reads (Unicode, 23.5). */
const isPrivateUse = (code: number) => (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000;

const publicText = ({ codePoints }: ShapedGlyph) =>
  String.fromCodePoint(...codePoints.filter((code) => !isPrivateUse(code)));

function isSameText(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}

/** Shared by all words that have none. */
const noMarks: readonly EncodedMark[] = [];

const withMark = (marks: readonly EncodedMark[], mark: EncodedMark): readonly EncodedMark[] => [...marks, mark];

/** The start of a span with its text (ISO 32000-1, 14.9.4). */
const actualText = (text: string) => `/Span <</ActualText ${utf16(text)}>>`;
