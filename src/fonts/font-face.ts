import type { Font } from "fontkit";

export type { Font };
export type FontStyle = "normal" | "italic";

/** A font file as a caller gives it. */
export interface FontFileSpec {
  readonly family: string;
  /** 100 to 900, as in CSS. */
  readonly weight: number;
  readonly style: FontStyle;
  /** TrueType or OpenType (also WOFF), whole. What measures, and what PDF embeds a subset of. */
  readonly data: Uint8Array;
  /** A WOFF2 for HTML, inlined as a data: URI. Absent: HTML asks for the family by name only. */
  readonly woff2?: Uint8Array;
}

export interface FontFace extends FontFileSpec {
  /** Unique in its set, e.g. `inter-700-normal`. */
  readonly id: string;
  /** Parsed on first use. */
  readonly font: Font;
}

/** The CSS properties that choose a face. Families in order of preference; generic names match nothing. */
export interface FontQuery {
  readonly families: readonly string[];
  readonly weight: number;
  readonly style: FontStyle;
}

/** One glyph, in font units (divide by `font.unitsPerEm`). */
export interface ShapedGlyph {
  readonly id: number;
  /**
   * A hint at the characters that it stands for. fontkit remembers a glyph with those that first asked for it, so this
   * depends on what was shaped before; never trust it alone.
   */
  readonly codePoints: readonly number[];
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

/** A run of text shaped with one face. Advances in font units. */
export interface ShapedText {
  readonly glyphs: readonly ShapedGlyph[];
  readonly advance: number;
}
