/** The door `briefwright/pdf`: HTML and CSS become a tagged PDF. It knows nothing of briefings. */
export { bundledFonts, createFontSet, type FontSet, type FontSetOptions } from "../fonts/index.ts";
export {
  type ContentPlace,
  type ContentPlaces,
  createPdfFormatter,
  type FontResolver,
  type ImageResolver,
  type LastPdfAttachment,
  type PaintedPages,
  type PdfAttachment,
  type PdfCanvas,
  type PdfDocumentOptions,
  type PdfDrawing,
  type PdfFormatter,
  type PdfFormatterOptions,
  type PdfRaster,
  type PdfSvg,
  type RenderedPdf,
  type RenderPdfOptions,
  renderPdf,
  type Stylesheet,
} from "../pdf/index.ts";
