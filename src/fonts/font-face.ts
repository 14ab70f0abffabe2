import type { Font } from "fontkit";

export type { Font };
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

export interface FontFace extends FontFileSpec {
  /** Unique in its set, e.g. `inter-700-normal`. */
  readonly id: string;
  /** Parsed on first use. */
  readonly font: Font;
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
   * The characters that it stands for, in the order of the text. A hint only, unless the text `isTraced`: fontkit
   * remembers a glyph with those that first asked for it, so that they depend on what was shaped before.
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
