import type { TopLevelSpec } from "vega-lite";
import { annotationsOf } from "./annotations.ts";
import { nominal, quantitative } from "./channels.ts";
import { emphasisColor, emphasise, emphasisWeight } from "./emphasis.ts";
import { datumField, defaultFormat, figureLabels, labelField, labelPosition, tickFormat } from "./figure-label.ts";
import type { HighlightedFiguresOptions } from "./named-figures-options.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import { areWhole, barRange, beyondBar, extentOf, nameRows } from "./room-for-names.ts";

/** What `unitSpec` draws: the fields of the rows, by their names in `data`, and titles. */
export interface UnitSpecOptions extends HighlightedFiguresOptions {
  /** Field of the names: a row of squares each, in the order of the rows. */
  readonly category: string;
  /** Field of the figures, none of them below zero. */
  readonly value: string;
  /** What one square stands for; a round number that leaves 25 squares at most where absent. */
  readonly each?: number;
}

const mostUnits = 25;
/** Squares to a tick of the scale above them. */
const unitsOfTick = 5;

/** A Vega expression: the smallest of 1, 2 and 5 times a power of ten by which a field has no more squares than the most. */
function roundUnit(value: string): string {
  // Nobody counts tenths of what is counted whole.
  const wanted = `max(${areWhole(value)} ? 1 : 0, max(1e-9, ${extentOf(value)}[1]) / ${mostUnits})`;
  const power = `pow(10, floor(log(${wanted}) / LN10))`;
  const step = [1, 2, 5].reduceRight(
    (larger, round) => `(${wanted} <= ${round} * ${power} ? ${round} * ${power} : ${larger})`,
    `10 * ${power}`,
  );
  return `toNumber(replace(format(${step}, '.12~g'), '−', '-'))`;
}

/**
 * Rows of squares that can be counted, each for so many: for up to 20 names of which one wants to be seen as people, not as a length.
 * A square that is not full is cut where the figure ends. The scale above says how many each five squares are. A gap is [c] or [x].
 */
export function unitSpec(options: UnitSpecOptions): TopLevelSpec {
  annotationsOf("unitSpec", options);
  const { category, value, each, highlight = "highlight", format = defaultFormat } = options;
  const names = nameRows(category, { stepPx: 26 });
  const unit = each === undefined ? roundUnit(value) : String(each);
  const highest = `max(0, ${extentOf(value)}[1])`;
  const scale = { zero: true, nice: false, ...barRange(value, format) };
  const figure = datumField(value);
  const notes = {
    recipe: "unitSpec",
    instead: "Use rankingSpec, which has room for more names, or give `each` a larger number.",
    most: { field: category, count: 20 },
  };
  return recipeSpec(notes, {
    ...onePlot,
    params: [...names.params, { name: "unitSize", expr: unit }],
    height: names.height,
    transform: [...emphasise(highlight), ...figureLabels(value, format)],
    encoding: {
      y: nominal(category, options.categoryTitle, {
        sort: null,
        axis: names.axis,
        scale: { paddingInner: 0.3, paddingOuter: 0.1 },
      }),
    },
    layer: [
      {
        mark: { type: "bar" },
        encoding: {
          x: quantitative(value, options.valueTitle, {
            stack: null,
            scale,
            axis: {
              title: null,
              orient: "top",
              grid: false,
              domain: false,
              format: tickFormat(format),
              values: { expr: `sequence(0, ${highest} + unitSize / 1e6, unitSize * ${unitsOfTick})` },
            },
          }),
          color: emphasisColor,
        },
      },
      {
        // The edges of squares.
        transform: [
          { calculate: `isValid(${figure}) ? sequence(unitSize, ${figure}, unitSize) : []`, as: "unitEdge" },
          { flatten: ["unitEdge"] },
          { calculate: `scale('x', datum.unitEdge)`, as: "edgePx" },
          { calculate: `round(datum.unitEdge / unitSize) % ${unitsOfTick} === 0 ? 4 : 1.5`, as: "edgeWidth" },
        ],
        mark: { type: "rect", fill: "white", width: { expr: "datum.edgeWidth" } },
        encoding: { x: { field: "edgePx", type: "quantitative", scale: null } },
      },
      {
        mark: { type: "text", baseline: "middle", ...beyondBar(value), fontWeight: emphasisWeight },
        encoding: { x: { field: labelPosition, type: "quantitative" }, text: { field: labelField } },
      },
    ],
  });
}
