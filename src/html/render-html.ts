import type { BriefingDocument } from "../document/index.ts";
import { createHtmlRenderer, type HtmlPageOptions, type HtmlRendererOptions } from "./html-renderer.ts";

export interface RenderHtmlOptions extends HtmlRendererOptions, HtmlPageOptions {}

/** One page by itself. For many pages, `createHtmlRenderer` encodes the fonts once. */
export function renderHtml(document: BriefingDocument, options: RenderHtmlOptions): string {
  return createHtmlRenderer(options).render(document, options);
}
