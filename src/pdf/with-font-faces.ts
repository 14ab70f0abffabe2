import type { FontSet } from "../fonts/index.ts";
import type { Stylesheet } from "../stylesheet/index.ts";
import { compileStylesheet } from "./css/stylesheet.ts";
import { loadFontFaces } from "./load-font-faces.ts";

/**
 * A set with the fonts of stylesheets' `@font-face` rules too, as a document with them has it: for what is measured before the document is
 * formatted. Files are those within the stylesheets, as data: URIs; of a rule without one the formatter warns.
 */
export async function withFontFaces(stylesheets: readonly Stylesheet[], fonts: FontSet): Promise<FontSet> {
  const rules = stylesheets.flatMap((sheet) => compileStylesheet(sheet).fontFaces);
  return rules.length === 0 ? fonts : (await loadFontFaces(rules, { fonts, resolve: undefined })).fonts;
}
