export type FontStyle = "normal" | "italic";

/** First and last code point, both included. */
export type CodePointRange = readonly [first: number, last: number];

/** A font file as a caller gives it. */
export interface FontFileSpec {
  readonly family: string;
  /** 1 to 1000, as in CSS. */
  readonly weight: number;
  /** Above `weight`: the face stands for all weights up to this one. */
  readonly lastWeight?: number | undefined;
  readonly style: FontStyle;
  /** Names of families, generic ones too, that the family is used for where the set has none of that name. */
  readonly standsFor?: readonly string[] | undefined;
  /** The characters that it is used for (CSS Fonts 4, 4.5), of those that it has. Absent: all. */
  readonly unicodeRange?: readonly CodePointRange[] | undefined;
  /** OpenType feature tags that are on whatever the style says (the descriptor `font-feature-settings`). */
  readonly features?: readonly string[] | undefined;
  /** TrueType or OpenType (also WOFF), whole. What measures, and what PDF embeds a subset of. */
  readonly data: Uint8Array;
  /** A WOFF2 for HTML, inlined as a data: URI. Absent: HTML asks for the family by name only. */
  readonly woff2?: Uint8Array | undefined;
}

/** A part of an outline, in font units, y upwards. */
export interface OutlineCommand {
  readonly command: "moveTo" | "lineTo" | "quadraticCurveTo" | "bezierCurveTo" | "closePath";
  /** Coordinates: control points, and the end. */
  readonly args: readonly number[];
}

/** Some glyphs of a font, as a file that a PDF holds. */
export interface FontSubset {
  /** Of the font, by their number in the subset. The first is the sign of a glyph that is missing. */
  readonly glyphs: number[];
  /** Gives its number in the subset. */
  includeGlyph(glyph: number): number;
  encode(): Uint8Array;
  /** There in outlines of PostScript. */
  readonly cff?: unknown;
}

/** What a font's maker allows (OpenType, OS/2, fsType). */
export interface EmbeddingRights {
  readonly noEmbedding: boolean;
  readonly viewOnly: boolean;
  readonly editable: boolean;
  readonly noSubsetting: boolean;
  readonly bitmapOnly: boolean;
}

/** What is read of a font file. Lengths in font units. */
export interface Font {
  readonly unitsPerEm: number;
  readonly ascent: number;
  /** Below the baseline: negative. */
  readonly descent: number;
  readonly lineGap: number;
  readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
  /** Undefined: it does not say. */
  readonly capHeight: number | undefined;
  readonly xHeight: number | undefined;
  /** Of its characters. Undefined: it does not say. */
  readonly averageWidth: number | undefined;
  /** Degrees, counter-clockwise. */
  readonly italicAngle: number;
  readonly isItalic: boolean;
  readonly isFixedPitch: boolean;
  readonly numGlyphs: number;
  /** 1 to 1000. */
  readonly weight: number;
  /** Italic or oblique, as it stands in its family. */
  readonly isSlanted: boolean;
  readonly familyClass: number;
  readonly embedding: EmbeddingRights;
  readonly familyName: string | undefined;
  /** The family with all its weights, where it says so (OpenType, name 16). */
  readonly typographicFamily: string | undefined;
  readonly fullName: string | undefined;
  readonly postscriptName: string | undefined;
  /** Tags of its OpenType features. */
  readonly features: ReadonlySet<string>;
  /** By how much more or less two glyphs stand apart than their advances say, where OpenType's layout says nothing of it. Undefined: by none. */
  readonly pairKerning: ((left: number, right: number) => number) | undefined;
  /** 0: it has none. */
  glyphOf(codePoint: number): number;
  advanceOf(glyph: number): number;
  /** The highest point of a glyph. */
  topOf(glyph: number): number;
  outlineOf(glyph: number): readonly OutlineCommand[];
  createSubset(): FontSubset;
  /** Loads what reads its outlines, before these or a subset are asked for. */
  ready(): Promise<void>;
}

export interface FontFace extends FontFileSpec {
  /** Unique in its set, e.g. `inter-700-normal`. */
  readonly id: string;
  /** Parsed on first use. */
  readonly font: Font;
  /** Loads what reads its outlines. What is wrong with the file is told to whoever asks the font. */
  ready(): Promise<void>;
}

/** The CSS properties that choose a face. Families in order of preference, generic ones as the set maps them. */
export interface FontQuery {
  readonly families: readonly string[];
  readonly weight: number;
  readonly style: FontStyle;
}

/** One glyph, in font units (divide by `font.unitsPerEm`). */
export interface ShapedGlyph {
  readonly id: number;
  /**
   * The characters that it stands for, in the order of the text. A hint only, unless the text `isTraced`.
   */
  readonly codePoints: readonly number[];
  /** A mark without a width, over a letter that stands for both of them. */
  readonly isMark?: boolean;
  /** This glyph and those right of it, marks left out, that stand for `text` together, if they are more than one. */
  readonly cluster?: { readonly glyphCount: number; readonly text: string } | undefined;
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

/** A run of text shaped with one face, in the order of the eye from left to right. Advances in font units. */
export interface ShapedText {
  readonly glyphs: readonly ShapedGlyph[];
  readonly advance: number;
  /** The shaper knows which characters each glyph stands for. */
  readonly isTraced: boolean;
}
