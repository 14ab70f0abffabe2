import type { TopLevelSpec } from "vega-lite";
import { fieldReference } from "../spec/encoded-field.ts";
import { annotationsOf } from "./annotations.ts";
import { nominal, quantitative } from "./channels.ts";
import { emphasisWeight, subjectFor } from "./emphasis.ts";
import { writtenFormat } from "./even-decimals.ts";
import { datumField, figureLabels, labelField, labelPosition } from "./figure-label.ts";
import type { NamedFiguresOptions } from "./named-figures-options.ts";
import { optionsNow } from "./options-now.ts";
import { commonAbove, periodParams, shortPeriod } from "./period-names.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import { firstRow } from "./reference-layers.ts";
import { charactersIn, extentOf, figuresPx, linePx, lines, nameRows, namesAbove, wrapped } from "./room-for-names.ts";
import { markedRows, subjectLabel, subjectParams, subjectRule } from "./subject-rule.ts";

/** What `pyramidSpec` draws: the fields of the rows, by their names in `data`, and titles. */
export interface PyramidSpecOptions extends NamedFiguresOptions {
  /** Field of the names at the left, e.g. age groups: in the order of the rows, the first at the bottom. */
  readonly category: string;
  /** Field of the figures, none of them below zero. */
  readonly value: string;
  /** Field of the two sides, e.g. sexes: the first in the order of the rows goes to the left. */
  readonly side: string;
  /** What the two sides are called in descriptions and in tables of the data; not drawn. */
  readonly sideTitle?: string;
  /** Field that is true in the rows of the name to stand out, by its weight and a rule; `highlight` where absent. */
  readonly highlight?: string;
}

/** What the names of the sides take above the plot, px, where they are years. */
const headPx = linePx + 8;

/** Between the two sides, px. */
const gapPx = 2;

/** Of a bar below its name, px. */
const barBelowPx = 14;

/** What the longest bar is to have, px: where names at the left leave it less, they stand above the bars. */
const enoughPx = 48;

/**
 * Bars back to back on one scale, with their figures at their ends: a population by age and sex, or another figure of two sides for each
 * of up to 45 names. The sides are named above them. A gap is [c] or [x] where its bar would begin. Where names and figures leave little to the bars, the
 * names stand above them. Without a `format` all figures have as many decimals, no more than the highest needs for four digits.
 */
export function pyramidSpec(options: PyramidSpecOptions): TopLevelSpec {
  const now = optionsNow(options);
  annotationsOf("pyramidSpec", options);
  const { value, side } = options;
  const notes = {
    recipe: "pyramidSpec",
    written: { fields: [value], format: options.format },
    most: { field: side, count: 2 },
    layersFor: [subjectFor(options.highlight ?? "highlight")],
    amounts: { field: value },
    grid: { fields: [options.category, side] as const, value },
    // The last one where names above the bars would be too high for a page.
    otherwise: [() => pyramid(now, "above"), () => pyramid(now, "beside")],
    instead:
      "Use rankingSpec with the rows of one side for more names; for more than two sides, barSpec of few names, or smallMultiplesSpec for up to 40; or give the chart more width.",
  };
  return recipeSpec(notes, pyramid(options, "beside", enoughPx));
}

/** @param leastPx what the longest bar has at least, else the layout has no room for its figures. */
function pyramid(options: PyramidSpecOptions, place: "beside" | "above", leastPx = 0): object {
  const { category, value, side, highlight = "highlight" } = options;
  const { format, params: writtenParams } = writtenFormat(value, options.format);
  const beside = nameRows(category, { stepPx: 17 });
  const above = namesAbove(category, { barPx: barBelowPx });
  const isAbove = place === "above";
  const names = isAbove ? above : beside;
  const figuresRoom = `(${figuresPx(value, format)} + 8)`;
  const colors = nominal(side, options.sideTitle, { sort: null, legend: null });
  const half = (isLeft: boolean) => {
    const scale = {
      // Both sides go to the highest figure of all: equal bars are equally long.
      domain: [0, { expr: `max(1e-9, ${extentOf(value)}[1])` }],
      nice: false,
      rangeMin: { expr: `width / 2 ${isLeft ? "-" : "+"} ${gapPx / 2}` },
      rangeMax: { expr: isLeft ? figuresRoom : `width - ${figuresRoom}` },
    };
    const align = isLeft ? "right" : "left";
    return {
      // As a gap that is left out: the description is of both sides.
      transform: [
        { calculate: `${isLeft ? "" : "!"}(${datumField(side)} === datum.firstSide) ? 1 : null`, as: "ownSide" },
        { filter: { field: "ownSide", valid: true } },
      ],
      layer: [
        {
          mark: { type: "bar", ...names.bar },
          encoding: { x: quantitative(value, options.valueTitle, { stack: null, axis: null, scale }), color: colors },
        },
        {
          mark: {
            type: "text",
            align,
            baseline: "middle",
            fontWeight: emphasisWeight,
            dx: isLeft ? -5 : 5,
            ...(isAbove && above.beside),
            // What is cut makes way for names above the bars.
            ...(leastPx > 0 && { limit: { expr: `width / 2 - ${figuresRoom} < ${leastPx} ? 1 : 0` } }),
          },
          encoding: {
            x: { field: labelPosition, type: "quantitative", axis: null, scale },
            text: { field: labelField },
          },
        },
        {
          transform: [
            ...firstRow("sidePosition"),
            { calculate: lines(wrapped(shortPeriod(datumField(side)), charactersIn(0.24, 8))), as: "sideName" },
          ],
          mark: {
            type: "text",
            align,
            baseline: "bottom",
            fontWeight: "bold",
            lineBreak: "\n",
            lineHeight: linePx,
            // Lines grow downwards from the first.
            dy: { expr: `-4 - ${linePx} * (length(split(datum.sideName, '\\n')) - 1)` },
          },
          encoding: {
            x: { value: { expr: `width / 2 ${isLeft ? "- 6" : "+ 6"}` } },
            y: { value: 0 },
            text: { field: "sideName" },
          },
        },
      ],
    };
  };
  return {
    ...onePlot,
    params: [...writtenParams, ...names.params, ...periodParams(side), ...subjectParams(category, highlight)],
    height: names.height,
    title: commonAbove(headPx),
    transform: [
      markedRows(highlight),
      ...figureLabels(value, format),
      { window: [{ op: "first_value", field: fieldReference(side), as: "firstSide" }], frame: [null, null] },
    ],
    encoding: {
      y: nominal(category, options.categoryTitle, {
        sort: null,
        scale: { reverse: true, ...(isAbove && above.scale) },
        axis: isAbove ? null : { ...beside.axis, ...subjectLabel() },
      }),
    },
    layer: [
      half(true),
      half(false),
      subjectRule(category, isAbove ? { gap: above.gap } : {}),
      ...(isAbove ? [{ transform: firstRow("namePosition", [fieldReference(category)]), ...above.layer }] : []),
    ],
    resolve: { scale: { x: "independent" } },
  };
}
