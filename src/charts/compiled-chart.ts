import type { Diagnostic, DiagnosticDetails } from "../diagnostics/index.ts";
import type { FormatValue } from "./alt/format-figure.ts";
import type { RoundingOf } from "./alt/rounding.ts";
import type { ChartRow } from "./chart-row.ts";
import type { ChartTable } from "./chart-table.ts";
import type { TooltipArea } from "./draw/tooltips.ts";
import type { IsConfidenceEnd } from "./recipes/said-interval.ts";
import type { PeriodOf } from "./recipes/time-steps.ts";
import type { MeaningOf, NamesFigure } from "./scene-reading/field-meaning.ts";

export interface RenderChartOptions {
  /** Said in place of the text written from the data. */
  readonly alt?: string | undefined;
  /** Said in place of the long description written from the data; a line is a paragraph. */
  readonly longDescription?: string | undefined;
  /** What the chart shows, e.g. its caption: opens the alt text. Not drawn. */
  readonly title?: string | undefined;
  /** BCP 47 language of the chart's texts, for the `lang` attribute of the SVG. */
  readonly lang?: string | undefined;
  /** Opens every id inside the SVG; the chart's id where absent. Give another if a page shows a chart twice. */
  readonly idPrefix?: string | undefined;
  /** Width of this run; the chart's own where absent. A chart that sets its own width, or has facets, keeps it. */
  readonly widthPx?: number | undefined;
  /** A recipe's chart is drawn once more at this width, for pages that are narrower than the chart: `RenderedChart.narrow`. */
  readonly narrowPx?: number | undefined;
  /** Rows of the spec's other named datasets. */
  readonly datasets?: Readonly<Record<string, readonly ChartRow[]>> | undefined;
  /** What readers call the fields that the spec gives no title, in the description and the data table; the field's name where absent. */
  readonly fieldLabels?: Readonly<Record<string, string>>;
  /**
   * How the alt text writes a figure. Where absent: three decimals at most, thousands separated by commas. What a recipe's `format` prints is rounded as
   * the picture has it, unless this writes more than digits (`£4m`).
   */
  readonly formatValue?: FormatValue;
  /** When the period of a name in the rows is; absent: what the name itself says. */
  readonly periodOf?: PeriodOf | undefined;
  /** What the figures of a field are: how they may be written, and whether they add up. Undefined: that is not known. */
  readonly meaningOf?: MeaningOf;
  /** Whether a text names what a figure in it is of. Undefined: of no figure that is known. */
  readonly namesFigure?: NamesFigure;
  /** Whether a figure is an end of a 95% confidence interval, which the chart then says of its intervals. */
  readonly isConfidenceEnd?: IsConfidenceEnd | undefined;
  /** How figures were rounded, for the description; of figures that it does not know, the row's own `rounding` holds. */
  readonly roundingOf?: RoundingOf;
}

/** A spec that is ready to run with any rows. */
export interface CompiledChart {
  readonly id: string;
  /** Warnings about the spec. */
  readonly diagnostics: readonly Diagnostic[];
  /**
   * Draws the chart with these rows.
   *
   * Throws a `BriefingError` if there is nothing to draw (`chart-no-data`), if a cell is no number where one is drawn
   * or a recipe of amounts is given one below zero (`chart-bad-value`), if the chart would compute from a cell that is hidden or missing (`chart-hidden-total`: a sum, a
   * stack, a class, a rank, an expression without `isValid`), if the spec names a field that no row has,
   * if a named dataset has no rows given, if no font has a character drawn, or if Vega fails.
   */
  render(rows: readonly ChartRow[], options?: RenderChartOptions): Promise<RenderedChart>;
}

/** A chart as it is drawn for another width: the same rows, with the same description and table. */
export type NarrowChart = Pick<
  RenderedChart,
  "widthPx" | "heightPx" | "svg" | "texts" | "tooltips" | "readableFromPx" | "untraced" | "draw"
>;

/** What a chart looks like to readers who want dark pages: the same shapes in other colours. */
export interface DarkDrawing {
  readonly svg: string;
  /** That of `narrow`. */
  readonly narrowSvg: string | undefined;
}

/** A chart drawn with data. */
export interface RenderedChart {
  readonly id: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** For use inside HTML: one `<svg role="img" aria-label>` that scales to its container; no style sheet, no script. */
  readonly svg: string;
  /** Every text that the chart draws, as drawn, in drawing order. */
  readonly texts: readonly string[];
  /** The same, texts of several lines each in one: a reader goes on at the end of a line. */
  readonly sentences: readonly string[];
  /** What its shapes say on hover, and on focus where they stand in a page; undefined where nobody asked for that, or none of them does. */
  readonly tooltips?: { readonly label: string; readonly areas: readonly TooltipArea[] } | undefined;
  /** What the chart shows, in some 400 characters. */
  readonly alt: string;
  /** What the alt text has no room for, a paragraph on each line; empty where it says it all. */
  readonly longDescription: string;
  readonly table: ChartTable;
  /** The recipe that made its spec: `trendSpec`; undefined where none did. */
  readonly recipe?: string | undefined;
  /** The field of its figures, where its rows have them, and what readers call that: its title, not drawn by every recipe. */
  readonly valueField?: string | undefined;
  readonly valueTitle?: string | undefined;
  /**
   * The same chart drawn for a narrow page (`narrowPx`): the same rows, description and table. Undefined where it was not asked
   * for, no recipe made the spec, or its texts have no room there, which is warned of (`chart-not-narrow`).
   */
  readonly narrow?: NarrowChart | undefined;
  /** Where its colours by themselves do not say what they are on a dark page: classes, texts on shapes. */
  readonly dark?: DarkDrawing | undefined;
  /** Made smaller than to this width, px, its smallest text is below 7 pt on paper. */
  readonly readableFromPx: number;
  /**
   * The same chart drawn for a place of this width, px, where that is less than its own: with texts that stay at 7 pt or above when it is
   * made as wide as the place, or near that where it cannot (`readableFromPx` is more than the place). Undefined: it keeps its width, or its texts have no room there. Drawn once for each width.
   */
  forWidth(widthPx: number): Promise<NarrowChart | undefined>;
  /**
   * What is drawn, also for a narrow page, and is not as the rows have it: texts (`untraced-figure`) and marks (`untraced-mark`) that are traced to no
   * row, and figures that were rounded twice (`chart-rounded-twice`). Empty for a spec that is drawn with its own data and that no recipe
   * made.
   */
  readonly untraced: readonly DiagnosticDetails[];
  /** Warnings about this run. */
  readonly diagnostics: readonly Diagnostic[];
  /**
   * Draws the chart at the context's origin, 1 unit = 1 CSS px. The context is a CanvasRenderingContext2D or its like. Where it
   * has `layer(draw, { alpha })`, as that of `briefwright/pdf` has, what is seen through is laid down as one picture.
   */
  draw(context: object): void;
}
