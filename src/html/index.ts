/**
 * html/: the tree becomes one self-contained, accessible HTML file.
 *
 * In: a `BriefingDocument`, stylesheets, charts as SVG, the fonts.
 * Out: the text of an HTML file: styles, SVG and the fonts in use inlined; no script, no outside request.
 * Guarantees: valid HTML; the same input gives the same bytes; a Content-Security-Policy that holds all this true.
 * Not its job: changing what the document says.
 */
export {};
