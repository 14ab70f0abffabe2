/**
 * pdf/: a formatter. HTML and CSS in, a tagged, archivable PDF out. It knows nothing of briefings, claims or charts.
 *
 * In: HTML (text, or a hast tree), stylesheets, a `FontSet`, resolvers for images and for fonts, a date.
 * Out: the bytes of a PDF that is PDF/UA-1 and PDF/A-3a by construction, the number of pages, and warnings.
 *
 *   HTML ─▶ hast ─┐
 *                 ├─▶ css/ (cascade) ─▶ box/ (box tree) ─▶ layout/ (fragments) ─▶ pages ─▶ paint/ + tags/ ─▶ pdfkit
 *   CSS ──────────┘
 *
 * Guarantees
 * - Nothing is dropped in silence: every text node, list item and table row of the input is on a page, in document
 *   order; a character that no font has is an error naming it and its location, raised before a page is drawn; CSS that is
 *   not supported is a warning with line and column, once a property.
 * - The same input gives the same bytes: no clock, no randomness, no locale.
 * - No file or network access: images and fonts come from the caller's resolvers or from data: URIs.
 * Not its job: running scripts, editing or reading PDFs, being a browser (src/pdf/README.md lists what CSS it knows).
 */

export type { Stylesheet } from "../stylesheet/index.ts";
export type { PdfCanvas } from "./canvas/pdf-canvas.ts";
export type { ImageResolver, PdfDrawing, PdfRaster, PdfSvg } from "./canvas/pdf-image.ts";
export {
  createPdfFormatter,
  type PdfDocumentOptions,
  type PdfFormatter,
  type PdfFormatterOptions,
  type RenderedPdf,
} from "./create-pdf-formatter.ts";
export type { ElementArea, ExplainedBreak, ExplainedElement } from "./explain-elements.ts";
export type { FontResolver } from "./font-resolver.ts";
export { type Leniency, type LenientOption, leniencies } from "./leniency.ts";
export type { Placeholders } from "./paint/paint-document.ts";
export type {
  LastPdfAttachment,
  MarkedContent,
  MarkedContents,
  PaintedPages,
  PdfAttachment,
} from "./paint/pdf-attachment.ts";
export { type RenderPdfOptions, renderPdf } from "./render-pdf.ts";
export type { StylesheetResolver } from "./stylesheet-resolver.ts";
export { withFontFaces } from "./with-font-faces.ts";
