/**
 * html/: the tree becomes one self-contained, accessible HTML file.
 *
 * In: a `BriefingDocument`, stylesheets, charts as SVG, the fonts.
 * Out: the text of an HTML file: styles, SVG and the fonts in use inlined; no script, no outside request.
 *
 *   stylesheets, fonts ─▶ style block, its hash                        (once, `createHtmlRenderer`)
 *   document ─▶ place charts ─▶ main landmark ─▶ head and policy ─▶ text  (each page, `render`)
 *
 * Charts follow the page into dark and forced colours, or stay on light paper; what is printed is light. Of one whose colours by themselves do
 * not say what they are on a dark page (classes, texts on shapes), the same drawing in the dark scheme's colours says it, colour by colour.
 * Guarantees: valid HTML; the same input gives the same bytes; a Content-Security-Policy that holds all this true.
 * Not its job: changing what the document says.
 */
export { createChartColors } from "./chart-colors.ts";
export {
  createHtmlRenderer,
  type HtmlPageOptions,
  type HtmlRenderer,
  type HtmlRendererOptions,
  type WrittenPage,
} from "./html-renderer.ts";
