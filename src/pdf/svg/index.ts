/**
 * svg/: pictures in SVG, as vectors and text.
 *
 * In: an SVG file as text (`svgFile`), or an `svg` element of the document with its styles (`svgPicture`).
 * Out: its natural size, and a `PdfDrawing`, which `paint/` draws like any other.
 *
 *   file ─▶ parse-svg ─▶ elements ─▶ build-scene (elements/, text/, paint servers) ─▶ scene ─▶ draw-scene ─▶ canvas
 *
 * Guarantees
 * - All that is wrong is said when the scene is built, before a page is drawn, each thing once and with its location: a file that
 *   is no XML and a character that no font has are errors, what is not supported is a warning.
 * - Text stays text, in the document's fonts, and is there once, whatever strokes it.
 * - It ends: references are followed 32 deep and never in circles, and a picture of more than a million parts is an error.
 * - No script runs, no entity of another file is read, nothing is fetched: pictures within come from the same resolver.
 * Not its job: filters, animation, laying out HTML in SVG (it says where), text along a path.
 */
export { accessibleName } from "./accessible-name.ts";
export type { HtmlArea } from "./html-areas.ts";
export { usedSize } from "./natural-size.ts";
export { createSvgReport } from "./report.ts";
export type { EmbeddedPicture, NaturalSize } from "./svg-context.ts";
export { type SvgFileOptions, svgFile } from "./svg-file.ts";
export { type SvgPicture, svgPicture } from "./svg-picture.ts";
