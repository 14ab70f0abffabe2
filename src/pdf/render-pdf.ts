import type { Root } from "hast";
import { bundledFonts, createFontSet, type FontSet } from "../fonts/index.ts";
import type { Stylesheet } from "../stylesheet/index.ts";
import { createPdfFormatter, type PdfDocumentOptions, type RenderedPdf } from "./create-pdf-formatter.ts";
import type { FontResolver } from "./font-resolver.ts";
import type { StylesheetResolver } from "./stylesheet-resolver.ts";

/** What `renderPdf` takes besides the HTML. */
export interface RenderPdfOptions extends PdfDocumentOptions {
  /** Beside what the HTML's own `<style>` elements say. */
  readonly css?: string | readonly Stylesheet[];
  /** Absent: the fonts of the package. */
  readonly fonts?: FontSet;
  /** Finds the files of `@font-face` rules. Absent: only `data:` URIs are known. */
  readonly fontFiles?: FontResolver;
  /** Finds linked and imported stylesheets. Absent: only `data:` URIs are known. */
  readonly stylesheetFiles?: StylesheetResolver;
}

/**
 * Formats one HTML document as a PDF. For several documents in one style, `createPdfFormatter` does the work that they
 * share once. Throws what `PdfFormatter.render` throws.
 */
export async function renderPdf(html: string | Root, options: RenderPdfOptions): Promise<RenderedPdf> {
  const { css, fonts, fontFiles, stylesheetFiles, ...documentOptions } = options;
  const formatter = createPdfFormatter({
    fonts: fonts ?? createFontSet(await bundledFonts()),
    stylesheets: typeof css === "string" ? [{ text: css }] : (css ?? []),
    fontFiles,
    stylesheetFiles,
  });
  return formatter.render(html, documentOptions);
}
