/**
 * fonts/: one set of parsed fonts that measures and draws everything.
 *
 * In: font files (bytes), each with its family, weight and style.
 * Out: a `FontSet`: CSS font matching, fallback by character, shaping, widths.
 * Guarantees: the same parsed font answers chart layout and PDF layout, so that text is never measured with one font
 * and drawn with another; a font is parsed once a set, on first use; shaped words are kept for the life of the set.
 * HarfBuzz shapes all text. Tables are read, and parts of TrueType cut out, here; of outlines of PostScript by fontkit, which is
 * loaded for a set that has them.
 * Not its job: downloading fonts, finding system fonts.
 */
export { bundledFonts } from "./bundled-fonts.ts";
export { isComplex } from "./complex-text.ts";
export { drawsOtherSigns } from "./draws-other-signs.ts";
export { createDigitCheck } from "./exchanged-digits.ts";
export type {
  CodePointRange,
  Font,
  FontFace,
  FontFileSpec,
  FontQuery,
  FontStyle,
  FontSubset,
  OutlineCommand,
  ShapedGlyph,
  ShapedText,
} from "./font-face.ts";
export { fontFamilies } from "./font-families.ts";
export { createFontSet, type FontSet, type FontSetOptions, type GenericFamily, type TextStyle } from "./font-set.ts";
export { isOfOtherScript, missingGlyphHint } from "./missing-glyph-hint.ts";
export { type FontFile, probeFont, readFontFile } from "./read-font-file.ts";
export { readFontSpec } from "./read-font-spec.ts";
export type { ShapeOptions } from "./shaper.ts";
export { xHeightOf } from "./x-height.ts";
