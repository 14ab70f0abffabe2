/**
 * fonts/: one set of parsed fonts that measures and draws everything.
 *
 * In: font files (bytes), each with its family, weight and style.
 * Out: a `FontSet`: CSS font matching, fallback by character, shaping, widths.
 * Guarantees: the same parsed font answers chart layout and PDF layout, so that text is never measured with one font
 * and drawn with another; a font is parsed once a set, on first use; shaped words are kept for the life of the set.
 * Not its job: downloading fonts, finding system fonts.
 */
export { bundledFonts } from "./bundled-fonts.ts";
export type { Font, FontFace, FontFileSpec, FontQuery, FontStyle, ShapedGlyph, ShapedText } from "./font-face.ts";
export { createFontSet, type FontSet, type TextStyle } from "./font-set.ts";
