import type { TopLevelSpec } from "vega-lite";
import { defined } from "../../diagnostics/index.ts";
import { fieldReference } from "../spec/encoded-field.ts";
import { pictureWidth } from "../spec/picture-width.ts";
import { type AnnotationsOf, annotationsOf, fieldsOfLines, lineLayers } from "./annotations.ts";
import { nominal, quantitative } from "./channels.ts";
import { emphasisColor, emphasise, emphasisWeight } from "./emphasis.ts";
import { writtenFormat } from "./even-decimals.ts";
import { datumField, defaultFormat, figureLabels, labelField } from "./figure-label.ts";
import { intervalKey, intervalParamOf } from "./interval-key.ts";
import type { HighlightedFiguresOptions } from "./named-figures-options.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import { dotDomain, figureAxis, figuresPx, nameRows, oneLongPx } from "./room-for-names.ts";
import { orderKey, orderOfFigures } from "./row-order.ts";
import { markedWeight } from "./subject-rule.ts";
import { zeroRule, zeroRuleFor } from "./zero-line.ts";

/** What `intervalSpec` draws: the fields of the rows, by their names in `data`, and titles. */
export interface IntervalSpecOptions extends HighlightedFiguresOptions {
  /** Field of the estimates. */
  readonly value: string;
  /** Fields of the ends of their intervals. */
  readonly low: string;
  readonly high: string;
  /**
   * What the intervals are, which is said below them: the level of confidence intervals, such as 0.95, or words without figures, such as `lowest and
   * highest of all years`. Where it is absent, they are 95% confidence intervals if `interval()` of a briefing gave all of their ends; else the
   * chart is warned of.
   */
  readonly interval?: number | string;
  /** Lines to compare with, across all. */
  readonly annotations?: AnnotationsOf<"intervalSpec">;
  /** By the estimate; `descending` where absent. */
  readonly order?: "ascending" | "descending";
}

/** Steps of the scale, about. */
const tickCount = 5;

/** From the foot of the plot to what is said below its scale, px. */
const belowAxisPx = 28;

/** The area of a dot: on a narrow plot a large one hides its interval. */
const dotSize = "(width < 280 ? 30 : 70)";

/** In place of all dots where one would hide its interval, upright strokes: intervals stand out on either side, and no shape is taken for a kind of estimate. */
const strokePath =
  "(width < 280 ? 'M-0.36,-1.9L0.36,-1.9L0.36,1.9L-0.36,1.9Z' : 'M-0.24,-1.3L0.24,-1.3L0.24,1.3L-0.24,1.3Z')";

/** A Vega expression: whether a row's interval is hardly seen beside a dot, px. */
const isHidden = (low: string, high: string) =>
  `abs(scale('x', ${datumField(high)}) - scale('x', ${datumField(low)})) < 2 * sqrt(${dotSize} / PI) + 4`;

/**
 * An estimate with its interval for each of up to 45 areas, in order of size, with the estimates in a column of their own. The scale begins at zero where some
 * come near it, else where the lowest interval does: intervals have no length from zero.
 */
export function intervalSpec(options: IntervalSpecOptions): TopLevelSpec {
  const { category, value, low, high, highlight = "highlight" } = options;
  const annotations = annotationsOf("intervalSpec", options);
  const { format = defaultFormat, order = "descending" } = options;
  const { format: written, params: writtenParams } = writtenFormat(value, options.format);
  const isDrawn = [value, low, high].map((field) => `isValid(${datumField(field)})`).join(" && ");
  const names = nameRows(category, { stepPx: 18, oneLongPx });
  const y = nominal(category, options.categoryTitle, {
    sort: { field: orderKey, op: "max", order },
    // A dot at zero keeps off its name.
    axis: { ...names.axis, ...markedWeight(category, highlight), grid: true, gridDash: [1, 3], labelPadding: 12 },
  });
  const domain = dotDomain([low, value, high, ...fieldsOfLines(annotations)]);
  const x = (field: string) =>
    quantitative(field, options.valueTitle, {
      axis: {
        title: null,
        ...figureAxis(value, format),
        // Where the labels of all have no room, each second one has: ends of fewer ticks lie further from the figures, which then share what is left.
        tickCount,
        labelOverlap: "parity",
        labelSeparation: 6,
        // Each at its place, those of the ends as well.
        labelFlush: false,
        ticks: true,
        tickSize: 4,
        grid: false,
      },
      // A tick at either end: all estimates lie between two of them.
      scale: { nice: tickCount, ...domain.scale },
    });
  const line = lineLayers({
    annotations,
    format,
    scale: (field) => ({ ...x(field), title: null }),
    isUpwards: false,
  });
  // The figures stand beyond the plot, whose right edge is that of the scale.
  const figureColumnPx = `${figuresPx(value, written)} + 12`;
  const said = { low, high, ...defined({ is: options.interval }) };
  const notes = {
    recipe: "intervalSpec",
    written: { fields: [value, low, high, ...fieldsOfLines(annotations)], format: options.format },
    annotations: { x: category, annotations },
    interval: said,
    layersFor: [low, high, value].map(zeroRuleFor),
    instead:
      "Use funnelSpec for more than 60 areas, or rankingSpec, which has room for any number, without their intervals; or give the chart more width or shorter names.",
  };
  return recipeSpec(notes, {
    ...onePlot,
    params: [...names.params, ...domain.params, intervalParamOf(said), ...writtenParams],
    height: names.height,
    transform: [...figureLabels(value, written), ...emphasise(highlight), orderOfFigures(value, order)],
    layer: [
      zeroRule(x(value), { hasZero: true, fields: [low, high, value] }),
      ...line.rules,
      ...line.names,
      {
        transform: [{ filter: isDrawn }],
        mark: { type: "rule", strokeWidth: 2.5, strokeCap: "round" },
        encoding: { y, x: { ...x(low), title: null }, x2: { field: fieldReference(high) }, color: emphasisColor },
      },
      {
        transform: [
          { calculate: `${isDrawn} && ${isHidden(low, high)} ? 1 : null`, as: "hiddenInterval" },
          { joinaggregate: [{ op: "valid", field: "hiddenInterval", as: "hiddenIntervals" }] },
        ],
        mark: {
          type: "point",
          size: { expr: dotSize },
          shape: { expr: `datum.hiddenIntervals > 0 ? ${strokePath} : 'circle'` },
        },
        encoding: { y, x: x(value), color: emphasisColor },
      },
      {
        mark: {
          type: "text",
          align: "right",
          baseline: "middle",
          dx: { expr: figureColumnPx },
          fontWeight: emphasisWeight,
        },
        encoding: { y, x: { value: "width" }, text: { field: labelField } },
      },
      intervalKey({ dy: `${belowAxisPx}`, left: `(width + 4 + ${figureColumnPx} - ${pictureWidth})` }),
    ],
  });
}
