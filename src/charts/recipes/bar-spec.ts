import type { TopLevelSpec } from "vega-lite";
import { fieldReference } from "../spec/encoded-field.ts";
import { datumField, defaultFormat, figureLabels, labelField, labelPosition } from "./figure-label.ts";
import { recipeNotes } from "./recipe-notes.ts";
import {
  barRange,
  beyondBar,
  characterPx,
  hasNegative,
  legendOf,
  nameRows,
  widthParam,
  wrappedAtSpaces,
  zeroLine,
} from "./room-for-names.ts";
import { titled } from "./titled.ts";
import { vegaLiteSpec } from "./vega-lite-spec.ts";

export interface BarSpecOptions {
  /** Field of the columns, e.g. periods: shown in the order of the rows. */
  readonly x: string;
  /** Field of the figures. */
  readonly y: string;
  /** Field that sets apart the columns of one x. */
  readonly series?: string;
  readonly xTitle?: string;
  readonly yTitle?: string;
  /** d3 number format of the labels; `,` where absent. */
  readonly format?: string;
}

const heightPx = 220;
const widestPx = 96;

/**
 * Columns with their figures on top: a few periods, for one series or a few side by side.
 *
 * Where names or figures have no room at columns they are bars, one below the other, in the same order.
 */
export function barSpec(options: BarSpecOptions): TopLevelSpec {
  const { y, format = defaultFormat } = options;
  return vegaLiteSpec({
    data: { name: "data" },
    autosize: { type: "fit-x", contains: "padding" },
    transform: figureLabels(y, format),
    ...columns(options),
    ...recipeNotes({
      recipe: "barSpec",
      otherwise: [rows(options)],
      instead:
        "Use rankingSpec for many names, trendSpec for many periods, or smallMultiplesSpec for many series; or give the chart fewer rows.",
    }),
  });
}

function columns({ x, y, series, xTitle, yTitle }: BarSpecOptions): object {
  const figure = datumField(y);
  const isDown = `isValid(${figure}) && ${figure} < 0`;
  return {
    params: [widthParam],
    height: heightPx,
    encoding: {
      x: {
        field: fieldReference(x),
        type: "ordinal",
        sort: null,
        ...titled(xTitle),
        axis: {
          title: null,
          domain: true,
          domainOpacity: { expr: `${hasNegative(y)} ? 0 : 1` },
          // Below the figures of columns that go down.
          offset: { expr: `${hasNegative(y)} ? 16 : 0` },
          labelAngle: 0,
          labelOverlap: false,
          labelLimit: 0,
          labelExpr: wrappedAtSpaces("datum.label", `max(3, floor(bandwidth('x') * 1.2 / ${characterPx}))`),
        },
      },
      ...(series === undefined ? {} : { xOffset: { field: fieldReference(series), sort: null } }),
    },
    layer: [
      {
        // One or two columns are no wider than those of a few.
        mark: { type: "bar", ...(series === undefined && { width: { expr: `min(bandwidth('x'), ${widestPx})` } }) },
        encoding: {
          y: {
            field: fieldReference(y),
            type: "quantitative",
            // Side by side, not on top of one another.
            stack: null,
            ...titled(yTitle),
            axis: zeroLine(y),
            scale: { zero: true },
          },
          ...colors(series),
        },
      },
      {
        mark: {
          type: "text",
          baseline: { expr: `${isDown} ? 'top' : 'bottom'` },
          dy: { expr: `${isDown} ? 3 : -3` },
        },
        encoding: { y: { field: labelPosition, type: "quantitative" }, text: { field: labelField } },
      },
    ],
  };
}

function rows({ x, y, series, xTitle, yTitle, format = defaultFormat }: BarSpecOptions): object {
  const names = nameRows(x, { stepPx: 18 });
  return {
    params: names.params,
    height: series === undefined ? names.height : { step: 15, for: "offset" },
    encoding: {
      y: { field: fieldReference(x), type: "ordinal", sort: null, ...titled(xTitle), axis: names.axis },
      ...(series === undefined
        ? {}
        : { yOffset: { field: fieldReference(series), sort: null, scale: { paddingInner: 0.1 } } }),
    },
    layer: [
      {
        mark: { type: "bar" },
        encoding: {
          x: {
            field: fieldReference(y),
            type: "quantitative",
            stack: null,
            ...titled(yTitle),
            axis: zeroLine(y),
            scale: { zero: true, nice: false, ...barRange(y, format) },
          },
          ...colors(series),
        },
      },
      {
        mark: { type: "text", baseline: "middle", ...beyondBar(y) },
        encoding: { x: { field: labelPosition, type: "quantitative" }, text: { field: labelField } },
      },
    ],
  };
}

const colors = (series: string | undefined) =>
  series === undefined
    ? {}
    : { color: { field: fieldReference(series), type: "nominal", sort: null, legend: legendOf(series) } };
