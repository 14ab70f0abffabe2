import type { TopLevelSpec } from "vega-lite";
import { fieldReference } from "../spec/encoded-field.ts";
import { emphasisColor, emphasisConfig, emphasise } from "./emphasis.ts";
import { datumField, defaultFormat, gapLabel, labelField, tickFormat } from "./figure-label.ts";
import { gapRuns } from "./gap-runs.ts";
import { endsAxis, lonePoints, rowPositions } from "./line-ends.ts";
import { inRowOrder } from "./row-order.ts";
import { titled } from "./titled.ts";
import { vegaLiteSpec } from "./vega-lite-spec.ts";

export interface SmallMultiplesSpecOptions {
  /** Field of the periods: shown in the order of the rows. */
  readonly x: string;
  /** Field of the figures. */
  readonly y: string;
  /** Field of the names: one small chart each, in the order of the rows. */
  readonly series: string;
  /** Field that is true in the rows to stand out; `highlight` where absent. */
  readonly highlight?: string;
  readonly xTitle?: string;
  readonly yTitle?: string;
  readonly seriesTitle?: string;
  /** d3 number format of the scale and the labels; `,` where absent. */
  readonly format?: string;
  /** Charts in a row; 4 where absent. */
  readonly columns?: number;
  /** Of the whole; 640 where absent. A chart in parts is not fitted to its column. */
  readonly widthPx?: number;
}

/** Room for the figures of the scale at the left, and for the last figure of each line. */
const scalePx = 36;
const lastFigurePx = 40;

/**
 * A small trend for each of up to 45 areas, all on one scale from zero, each with its name and the figure of the last period.
 *
 * A gap breaks the line, and says why: [c] or [x], once for each run of gaps.
 */
export function smallMultiplesSpec(options: SmallMultiplesSpecOptions): TopLevelSpec {
  const { x, y, series, highlight = "highlight", format = defaultFormat, columns = 4, widthPx = 640 } = options;
  const cellPx = Math.floor((widthPx - scalePx) / columns) - lastFigurePx;
  const figures = { field: fieldReference(y), type: "quantitative", ...titled(options.yTitle) };
  const name = { field: fieldReference(series), type: "nominal", ...titled(options.seriesTitle) };
  const isFigure = `isValid(${datumField(y)})`;
  const last = [...rowPositions([fieldReference(series)]), { filter: "datum.rowPosition === datum.rowCount" }];
  return vegaLiteSpec({
    config: emphasisConfig(),
    data: { name: "data" },
    transform: [...emphasise(highlight), ...inRowOrder(series, "seriesPlace")],
    facet: {
      ...name,
      // Vega-Lite sorts the parts of a facet by name where nothing is said.
      sort: { field: "seriesPlace", op: "min" },
      header: { title: null, labelExpr: "''", labelPadding: 0 },
    },
    columns,
    bounds: "flush",
    spacing: { column: lastFigurePx, row: 56 },
    resolve: { axis: { x: "independent" } },
    spec: {
      width: cellPx,
      height: 72,
      encoding: {
        x: {
          field: fieldReference(x),
          type: "ordinal",
          sort: null,
          ...titled(options.xTitle),
          scale: { type: "point", padding: 0 },
          axis: endsAxis,
        },
        y: { ...figures, axis: { title: null, format: tickFormat(format), tickCount: 3 }, scale: { zero: true } },
      },
      layer: [
        { mark: { type: "line", strokeWidth: 2 }, encoding: { color: emphasisColor, detail: name } },
        {
          transform: lonePoints(y, [fieldReference(series)]),
          mark: { type: "point", size: 16 },
          encoding: { color: emphasisColor },
        },
        // For a header, which moves up with a point at the top of its chart.
        {
          transform: last,
          mark: {
            type: "text",
            align: "left",
            baseline: "bottom",
            dy: -8,
            fontWeight: "bold",
            limit: cellPx + lastFigurePx - 6,
          },
          encoding: { x: { value: 0 }, y: { value: 0 }, text: { field: fieldReference(series) } },
        },
        {
          transform: [...last, { filter: isFigure }],
          mark: { type: "point", size: 30 },
          encoding: { color: emphasisColor },
        },
        {
          transform: [
            ...last,
            { filter: isFigure },
            { calculate: `format(${datumField(y)}, ${JSON.stringify(format)})`, as: "endLabel" },
          ],
          mark: { type: "text", align: "left", baseline: "middle", dx: 6, fontWeight: "bold" },
          encoding: { text: { field: "endLabel" } },
        },
        {
          transform: [...last, { filter: `!${isFigure}` }, { calculate: gapLabel, as: labelField }],
          mark: { type: "text", align: "left", baseline: "bottom", dx: 6, dy: -3 },
          encoding: { y: { value: "height" }, text: { field: labelField } },
        },
        {
          transform: [...gapRuns(y, [fieldReference(series)]), { filter: "datum.runEnd < datum.rowCount" }],
          // Not into the chart before.
          mark: {
            type: "text",
            baseline: "bottom",
            dy: -3,
            align: { expr: "datum.rowPosition === 1 ? 'left' : 'center'" },
          },
          encoding: { y: { value: "height" }, text: { field: labelField } },
        },
      ],
    },
  });
}
