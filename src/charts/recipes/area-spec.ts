import type { TopLevelSpec } from "vega-lite";
import { hoverLayer } from "../shape/read-shape.ts";
import { fieldReference } from "../spec/encoded-field.ts";
import { type AnnotationsOf, annotationsOf, noteLayers } from "./annotations.ts";
import { nominal, ordinal, quantitative } from "./channels.ts";
import { besideName, datumField, defaultFormat } from "./figure-label.ts";
import { rowPositions } from "./line-ends.ts";
import { belowPeriodsPx, commonBelow, lastOfMany, periodLabel } from "./period-names.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import {
  charactersIn,
  endAboveZero,
  figureAxis,
  figureCharacters,
  gridBeyond,
  linePx,
  lines,
  widthParam,
  wrapped,
} from "./room-for-names.ts";
import { inRowOrder } from "./row-order.ts";
import { anyFigure, centeredLines, labelHeight, labelsHeight, linesPx, pixels, spreadLabels } from "./spread-labels.ts";

/** What `areaSpec` draws: the fields of the rows, by their names in `data`, and titles. */
export interface AreaSpecOptions {
  /** Field of the periods: shown in the order of the rows, by their distance in time. */
  readonly x: string;
  /** Field of the figures, which add up, none of them below zero. */
  readonly y: string;
  /** Field of the parts, up to eight: the first in the order of the rows lies at the bottom. */
  readonly series: string;
  /** Written at the axis, as what its periods are: `Year to March`. */
  readonly xTitle?: string;
  readonly yTitle?: string;
  /** What the lines, parts or groups are called in descriptions and in tables of the data; not drawn. */
  readonly seriesTitle?: string;
  /** d3 number format of the scale and the labels; `,` where absent. */
  readonly format?: string;
  /** Shaded periods and breaks. */
  readonly annotations?: AnnotationsOf<"areaSpec">;
}

const heightPx = 240;
/** An end of less, px, does not show the colour of its part; and the side of a swatch that does, and what it takes before a name. */
const thinPx = 3;
const swatchPx = { side: 9, room: 13 };
/** From the last period to its names, px. */
const besidePx = 15;
/** Of a point that is not seen, px². */
const hoverSize = 140;

/**
 * Parts that lie on one another over periods, each named at its end with its last figure: how a whole and its parts move. Where one ends too
 * thin to show its colour, the names have it beside them. A figure that is hidden or missing is an error: its room would tell it.
 */
export function areaSpec(options: AreaSpecOptions): TopLevelSpec {
  const { x, y, series, yTitle, format = defaultFormat } = options;
  const annotations = annotationsOf("areaSpec", options);
  const axisLabels = lastOfMany(x);
  const grid = gridBeyond(heightPx);
  const characters = charactersIn(0.3, 14);
  const longestFigure = figureCharacters(y, format);
  const named = `${datumField(series)} + ${besideName(datumField(series))}`;
  const labelSize = linesPx(lines(wrapped(`${named} + ${anyFigure(longestFigure)}`, characters)));
  const labelsPx = labelsHeight({
    names: series,
    characters,
    figureCharacters: longestFigure,
  });
  const stacked = [
    ...inRowOrder(series, "partPosition"),
    {
      stack: fieldReference(y),
      groupby: [fieldReference(x)],
      sort: [{ field: "partPosition" }],
      as: ["partFrom", "partTo"],
    },
  ];
  const notes = noteLayers({ annotations, x, y, format, clearPx: 8 });
  const recipe = {
    recipe: "areaSpec",
    written: { fields: [options.y], format: options.format },
    annotations: { x, annotations },
    timeAxis: { field: x, holds: "lines" as const, label: periodLabel() },
    most: { field: series, count: 8 },
    amounts: { field: y },
    grid: { fields: [series, x] as const, value: y },
    instead:
      "Use trendSpec for up to 15 parts, also where figures are hidden or below zero; smallMultiplesSpec for up to 40, and rankingSpec with the rows of one period for more; of many periods, show fewer.",
  };
  const ends = [
    ...stacked,
    ...rowPositions([fieldReference(series)]),
    { filter: "datum.rowPosition === datum.rowCount" },
    // Of parts that end in one point, the names lie on one another as the parts do.
    { calculate: `scale('y', (datum.partFrom + datum.partTo) / 2) - datum.partPosition / 1000`, as: "partAt" },
    {
      calculate: `${lines(wrapped(`${named} + format(${datumField(y)}, ${JSON.stringify(format)})`, characters))}`,
      as: "endLabel",
    },
    ...spreadLabels({ at: "datum.partAt", size: labelSize, groupby: [], to: `height - ${labelHeight} / 2` }),
    { calculate: `abs(scale('y', datum.partFrom) - scale('y', datum.partTo)) < ${thinPx} ? 1 : 0`, as: "isThin" },
    { joinaggregate: [{ op: "max", field: "isThin", as: "haveSwatches" }] },
  ];
  return recipeSpec(recipe, {
    ...onePlot,
    // The later one holds: a height by itself is a number, and this one grows with the names.
    height: heightPx,
    params: [
      widthParam,
      ...axisLabels.params,

      { name: "height", expr: `max(${heightPx}, ${labelsPx})` },
    ],
    transform: inRowOrder(series, "partPosition"),
    encoding: {
      x: ordinal(x, options.xTitle, {
        scale: { type: "point", padding: 0 },
        axis: {
          title: null,
          domain: true,
          ticks: true,
          tickSize: 4,
          labelAngle: 0,
          labelOverlap: false,
          labelExpr: axisLabels.labelExpr,
          labelLineHeight: linePx,
        },
      }),
    },
    layer: [
      {
        mark: { type: "area", line: false, stroke: "white", strokeWidth: 1 },
        encoding: {
          y: quantitative(y, yTitle, {
            stack: "zero",
            axis: { ...figureAxis(y, format), ...grid.axis, ...notes.axis },
            scale: { zero: true, ...grid.scale, ...endAboveZero(y) },
          }),
          order: { field: "partPosition" },
          color: nominal(series, options.seriesTitle, { sort: null, legend: null }),
        },
      },
      // Areas would hide it.
      ...notes.behind,
      // An area is one shape for many rows: what is read on hover stands at the upper edge of its part, in each period.
      {
        name: hoverLayer,
        mark: { type: "point", filled: true, opacity: 0, size: hoverSize },
        encoding: {
          y: quantitative(y, yTitle, { stack: "zero" }),
          order: { field: "partPosition" },
          detail: nominal(series, options.seriesTitle),
        },
      },
      {
        transform: ends,
        layer: [
          {
            transform: [{ filter: "abs(datum.labelAt - datum.labelHome) > 3" }],
            mark: { type: "rule", xOffset: 3, x2Offset: 12, opacity: 0.6 },
            encoding: { x2: { field: fieldReference(x) }, y: pixels("labelHome"), y2: { field: "labelAt" } },
          },
          {
            transform: [{ filter: "datum.haveSwatches === 1" }],
            mark: {
              type: "point",
              shape: "square",
              filled: true,
              opacity: 1,
              size: swatchPx.side ** 2,
              xOffset: besidePx + swatchPx.side / 2,
            },
            encoding: {
              y: pixels("labelAt"),
              color: nominal(series, options.seriesTitle, { sort: null, legend: null }),
            },
          },
          {
            mark: {
              type: "text",
              align: "left",
              ...centeredLines(),
              dx: { expr: `${besidePx} + (datum.haveSwatches === 1 ? ${swatchPx.room} : 0)` },
            },
            encoding: { y: pixels("labelAt"), text: { field: "endLabel" } },
          },
        ],
      },
      commonBelow(belowPeriodsPx(options.xTitle), options.xTitle),
      ...notes.over,
    ],
  });
}
