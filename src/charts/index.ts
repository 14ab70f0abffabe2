/**
 * charts/: a Vega-Lite spec and rows of data become a chart: vectors for both outputs, a description and a table.
 *
 * In: Vega-Lite (or Vega) specs, compiled once; rows of data per run; the `FontSet` that draws the page.
 * Out: `RenderedChart`: an SVG for HTML, a `draw(context)` for any CanvasRenderingContext2D-like target (the PDF
 * formatter supplies one), its size in CSS px, the texts drawn, alt text written from the data, the table behind it.
 *
 *   spec ─▶ prepare ─▶ check ─▶ vega-lite compile ─▶ parse          (once, `compileChart`)
 *   rows ─▶ check ─▶ View ─▶ scene ─┬─▶ svg, texts                  (each run, `render`)
 *                     └─▶ alt, table └─▶ draw(context)
 *
 * Rooms, each of which imports only those before it: `vega/` is all that knows how Vega is run; `spec/` reads and completes
 * specs; `shape/` tells what a chart shows; `theme/` gives it the page's look; `recipes/` are specs to begin with; `alt/` says
 * it in words; `draw/` runs a view and makes vectors of its scene; `scene-reading/` reads what was drawn; `checks/` says what is
 * wrong with specs, rows and texts.
 *
 * Guarantees
 * - Compiled once, run often: the same bytes as a chart compiled afresh; a `View` is never reused for other data.
 * - Text is measured with the fonts that draw it, in layout, truncation and bounds; Vega's global text metrics are
 *   as they were, once a call returns.
 * - No file and no network but what the caller's `load` answers; no clock, no time zone: dates are UTC, chance is the same
 *   each time, and a spec that asks for more is told so. A spec of others is interpreted: no text of it becomes code. Rows,
 *   marks and time have limits, and what passes them is an error, also where a spec asks for work without end.
 * - Colours, fonts and spacing are those of the stylesheets (`readThemes`), checked for all eyes (`checkTheme`).
 * - A missing value is a gap, never a zero, and nothing is computed from it: a sum, a stack, a rank, a class or an
 *   expression over a field with hidden cells is an error. Nothing drawn is cut off by the edge of the chart.
 * - Vega is imported when the first chart is compiled, and nowhere else in the house.
 * - What is drawn is read back from Vega's scene to the rows (`scene-reading/`): texts and marks that say another figure than
 *   their row's, whatever way the spec came to it, are told in `untraced`.
 * Not its job: deciding what may be shown (the rows it gets are already protected), laying out pages.
 */

export { commonPart, shortened } from "./alt/common-periods.ts";
export { type DescribeOptions, describeChart } from "./alt/describe-chart.ts";
export { decimalsShown, type FormatValue } from "./alt/format-figure.ts";
export type { FigureRounding, RoundingOf } from "./alt/rounding.ts";
export type { ChartLimits } from "./chart-limits.ts";
export { type ChartRow, isCellState } from "./chart-row.ts";
export type { ChartColumn, ChartTable } from "./chart-table.ts";
export { type AuditAltOptions, auditAlt } from "./checks/audit-alt.ts";
export { type ChartOptions, compileChart } from "./compile-chart.ts";
export type { CompiledChart, NarrowChart, RenderChartOptions, RenderedChart } from "./compiled-chart.ts";
export { type TooltipArea, tooltipsId, writtenTooltip } from "./draw/tooltips.ts";
export type { ChartAnnotation } from "./recipes/annotations.ts";
export { type AreaSpecOptions, areaSpec } from "./recipes/area-spec.ts";
export { type BarSpecOptions, barSpec } from "./recipes/bar-spec.ts";
export { type BulletSpecOptions, bulletSpec } from "./recipes/bullet-spec.ts";
export { type BumpSpecOptions, bumpSpec } from "./recipes/bump-spec.ts";
export { type ChoroplethSpecOptions, choroplethSpec } from "./recipes/choropleth-spec.ts";
export type { GapNames } from "./recipes/classed-figures-options.ts";
export { type DumbbellSpecOptions, dumbbellSpec } from "./recipes/dumbbell-spec.ts";
export { type FunnelSpecOptions, funnelSpec } from "./recipes/funnel-spec.ts";
export { type HeatSpecOptions, heatSpec } from "./recipes/heat-spec.ts";
export { type HistogramSpecOptions, histogramSpec } from "./recipes/histogram-spec.ts";
export { type IntervalSpecOptions, intervalSpec } from "./recipes/interval-spec.ts";
export { type LikertSpecOptions, likertSpec } from "./recipes/likert-spec.ts";
export { type PyramidSpecOptions, pyramidSpec } from "./recipes/pyramid-spec.ts";
export { type RankingSpecOptions, rankingSpec } from "./recipes/ranking-spec.ts";
export { type ShareSpecOptions, shareSpec } from "./recipes/share-spec.ts";
export { type SlopeSpecOptions, slopeSpec } from "./recipes/slope-spec.ts";
export { type SmallMultiplesSpecOptions, smallMultiplesSpec } from "./recipes/small-multiples-spec.ts";
export { type SparklinesSpecOptions, sparklinesSpec } from "./recipes/sparklines-spec.ts";
export { type StripSpecOptions, stripSpec } from "./recipes/strip-spec.ts";
export { policeForceTiles, type Tile, type TileLayout, ukRegionTiles } from "./recipes/tile-layouts.ts";
export { type TileMapSpecOptions, tileMapSpec } from "./recipes/tile-map-spec.ts";
export { type TileMapsSpecOptions, tileMapsSpec } from "./recipes/tile-maps-spec.ts";
export type { ChartPeriod, PeriodOf } from "./recipes/time-steps.ts";
export { type TrendSpecOptions, trendSpec } from "./recipes/trend-spec.ts";
export { type UnitSpecOptions, unitSpec } from "./recipes/unit-spec.ts";
export { type RenderSpecOptions, renderSpec } from "./render-spec.ts";
export type { FieldMeaning, FigureInText, FigurePlace, MeaningOf, NamesFigure } from "./scene-reading/field-meaning.ts";
export { type FigureReadsAsOptions, figureReadsAs } from "./scene-reading/figure-reads-as.ts";
export type { LoadResource } from "./spec/load-data.ts";
export { type ChartTheme, defaultTheme } from "./theme/chart-theme.ts";
export { type CheckThemeOptions, checkTheme } from "./theme/check-theme.ts";
export { type ChartThemes, type ReadThemes, type ReadThemesOptions, readThemes } from "./theme/read-theme.ts";
export { subjectTextColor } from "./theme/theme-config.ts";
