/**
 * charts/: a Vega-Lite spec and rows of data become a chart: vectors for both outputs, a description and a table.
 *
 * In: Vega-Lite specs (compiled once), rows of data per run, the `FontSet` that draws the page.
 * Out: `RenderedChart`: an SVG for HTML, a `draw(context)` for any CanvasRenderingContext2D-like target (the PDF
 * formatter supplies one), its size in CSS px, the texts drawn, alt text written from the data.
 * Guarantees
 * - Compiled once, run often: the same bytes as a chart compiled afresh; a `View` is never reused for other data.
 * - Text is measured with the fonts that draw it, in layout, truncation and bounds; Vega's global text metrics are
 *   as they were, once a call returns.
 * - No file, no network: Vega's loader refuses everything.
 * - Vega is imported when the first chart is compiled, and nowhere else in the house.
 * Not its job: deciding what may be shown (the rows it gets are already protected), laying out pages.
 */
export {};
