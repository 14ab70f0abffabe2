import type { TopLevelSpec } from "vega-lite";
import { countedLayer } from "../shape/plots.ts";
import { fieldReference } from "../spec/encoded-field.ts";
import { pictureWidth } from "../spec/picture-width.ts";
import { annotationsOf } from "./annotations.ts";
import { nominal, quantitative } from "./channels.ts";
import { emphasisColor, emphasise, emphasisWeight } from "./emphasis.ts";
import {
  datumField,
  defaultFormat,
  figureLabels,
  figureText,
  labelField,
  labelPosition,
  tickFormat,
} from "./figure-label.ts";
import type { HighlightedFiguresOptions } from "./named-figures-options.ts";
import { optionsNow } from "./options-now.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import {
  areWhole,
  barRange,
  beyondBar,
  characterPx,
  extentOf,
  linePx,
  lines,
  linesOf,
  nameRows,
  widthParam,
  wrapped,
} from "./room-for-names.ts";
import { pixels } from "./spread-labels.ts";

/** What `unitSpec` draws: the fields of the rows, by their names in `data`, and titles. */
export interface UnitSpecOptions extends HighlightedFiguresOptions {
  /** Field of the names, in the order of the rows: a row each. */
  readonly category: string;
  /** Field of the figures, none of them below zero. */
  readonly value: string;
  /**
   * `grid` where absent: a block of squares for each name, ten in a row, as many blocks beside one another as have room; `rows` where the page has no
   * room for these. `rows`: one row of squares for each name, from a common beginning, so that their lengths can be compared.
   */
  readonly layout?: "grid" | "rows";
  /** What one square stands for; a round number that leaves 100 squares in a block, or 25 in a row, at most where absent. */
  readonly each?: number;
}

const mostNames = 20;
const mostUnits = { grid: 100, rows: 25 } as const;
/** Squares to a tick of the scale above rows, and to a wider gap in a block. */
const unitsOfFive = 5;
const unitsInRow = 10;

/** Of blocks, px: a square, from one to the next, what is more after five, from one block to the next, and between name and squares. */
const block = { sidePx: 11, stepPx: 13, fivePx: 3, gapPx: 24, headGapPx: 8, mostPx: 190 } as const;
const blockPx = unitsInRow * block.stepPx - (block.stepPx - block.sidePx) + block.fivePx;

/** Of so many units at least, a square is one or more. */
const tens = 10;

/** A Vega expression: the smallest of 1, 2 and 5 times a power of ten by which a field has no more squares than the most. */
function roundUnit(value: string, format: string, most: number): string {
  // Nobody counts tenths of what is counted whole or written so, nor of a per cent; nor halves where there are tens.
  const leastWhole = /\.0f$/.test(format) ? 1 : tens;
  const least = format.endsWith("%")
    ? "0.01"
    : `(${areWhole(value)} || ${extentOf(value)}[1] >= ${leastWhole} ? 1 : 0)`;
  const wanted = `max(${least}, max(1e-9, ${extentOf(value)}[1]) / ${most})`;
  const power = `pow(10, floor(log(${wanted}) / LN10 + 1e-9))`;
  const step = [1, 2, 5].reduceRight(
    (larger, round) => `(${wanted} <= ${round} * ${power} * (1 + 1e-9) ? ${round} * ${power} : ${larger})`,
    `10 * ${power}`,
  );
  return `toNumber(replace(format(${step}, '.12~g'), '−', '-'))`;
}

/**
 * Squares that can be counted, each for so many: for up to 20 names of which one wants to be seen as people, not as a length. A square that is
 * not full is cut where the figure ends. A gap is [c] or [x].
 */
export function unitSpec(options: UnitSpecOptions): TopLevelSpec {
  const now = optionsNow(options);
  annotationsOf("unitSpec", options);
  const { category, value, layout = "grid", format = defaultFormat } = options;
  const notes = {
    recipe: "unitSpec",
    otherwise: layout === "grid" ? [() => unitRows(now)] : [],
    instead:
      "Use rankingSpec, which has room for any number of names; where there are up to 20, for fewer squares, give `each` a larger number.",
    most: { field: category, count: mostNames },
    written: { fields: [value], format },
    amounts: { field: value },
  };
  return recipeSpec(notes, layout === "grid" ? unitGrid(options) : unitRows(options));
}

const unitParam = ({ value, each, format = defaultFormat }: UnitSpecOptions, most: number) => ({
  name: "unitSize",
  expr: each === undefined ? roundUnit(value, format, most) : String(each),
});

/** The transform that `unitKey` reads. */
const unitOfRows = { calculate: "unitSize", as: "unitValue" };

/** A channel that draws nothing: its legend says what one square stands for. */
function unitKey({ valueTitle, highlight = "highlight", format = defaultFormat }: UnitSpecOptions): object {
  // As most squares are: of context, where a name stands out.
  const usual = `indexof(pluck(data('data'), ${JSON.stringify(fieldReference(highlight))}), true) < 0 ? 1 : 0`;
  return {
    field: "unitValue",
    type: "ordinal",
    title: valueTitle ?? null,
    scale: { type: "ordinal", range: [1] },
    legend: {
      titleLimit: { expr: pictureWidth },
      symbolType: "square",
      symbolSize: block.sidePx ** 2,
      symbolStrokeWidth: 0,
      symbolStrokeColor: "transparent",
      symbolFillColor: { expr: `scale('color', ${usual})` },
      labelExpr: `'= ' + format(datum.value, ${JSON.stringify(tickFormat(format))})`,
    },
  };
}

/** Blocks of squares, ten in a row, each below its name and figure. */
function unitGrid(options: UnitSpecOptions): object {
  const { category, value, highlight = "highlight", format = defaultFormat } = options;
  const figure = datumField(value);
  const count = "max(1, length(data('data')))";
  const columns = `max(1, min(${count}, floor((${pictureWidth} + ${block.gapPx}) / ${blockPx + block.gapPx})))`;
  const cell = `min(${block.mostPx}, (${pictureWidth} + ${block.gapPx}) / unitColumns - ${block.gapPx})`;
  // Bold.
  const characters = `floor(unitCell / ${characterPx + 0.4})`;
  const head = `(${linePx} * (1 + ${linesOf(category, characters)}) + ${block.headGapPx})`;
  // Each row of blocks is as high as its own highest.
  const figures = `pluck(data('data'), ${JSON.stringify(fieldReference(value))})`;
  // Of gaps alone there is none.
  const highestOfRow = (row: number) =>
    `max(0, extent(slice(${figures}, ${row} * unitColumns, ${row + 1} * unitColumns))[1] || 0)`;
  const panels = Array.from({ length: mostNames }, (_, row) => {
    const squares = `${block.stepPx} * ceil(${highestOfRow(row)} / unitSize / ${unitsInRow} - 1e-9)`;
    return `${row} * unitColumns < ${count} ? unitHead + ${squares} + ${block.gapPx} : 0`;
  });
  const placed = [
    ...emphasise(highlight),
    { calculate: figureText(value, format), as: labelField },
    { window: [{ op: "row_number", as: "unitPosition" }] },
    {
      calculate: `((datum.unitPosition - 1) % unitColumns) * (unitCell + ${block.gapPx})`,
      as: "blockLeft",
    },
    { calculate: "floor((datum.unitPosition - 1) / unitColumns)", as: "blockRow" },
    { calculate: "(datum.unitPosition - 1) % unitColumns === 0 ? unitPanels[datum.blockRow] : 0", as: "panelPx" },
    { window: [{ op: "sum", field: "panelPx", as: "panelsPx" }], frame: [null, 0] },
    { calculate: "datum.panelsPx - unitPanels[datum.blockRow]", as: "blockTop" },
    { calculate: `datum.blockTop + unitHead`, as: "squaresTop" },
  ];
  const left = (px: string) => `datum.blockLeft + ${px}`;
  // Not by a field of positions: no figure is read from where a name stands.
  const text = { type: "text", align: "left", dx: { expr: "datum.blockLeft" }, lineBreak: "\n", lineHeight: linePx };
  const corner = { x: { value: 0 }, y: { value: 0 } };
  const at = `(datum.unitIndex % ${unitsInRow})`;
  return {
    ...onePlot,
    height: block.stepPx,
    params: [
      widthParam,
      unitParam(options, mostUnits.grid),
      { name: "unitColumns", expr: columns },
      { name: "unitCell", expr: cell },
      { name: "unitHead", expr: head },
      { name: "unitPanels", expr: `[${panels.join(", ")}]` },
      // The later one holds: a height by itself is a number.
      {
        name: "height",
        expr: `${panels.map((_, row) => `unitPanels[${row}]`).join(" + ")} - ${block.gapPx}`,
      },
    ],
    transform: placed,
    layer: [
      {
        name: countedLayer,
        transform: [
          { calculate: `isValid(${figure}) ? sequence(0, ${figure} / unitSize - 1e-9) : []`, as: "unitIndex" },
          { flatten: ["unitIndex"] },
          {
            calculate: left(`${at} * ${block.stepPx} + (${at} < ${unitsOfFive} ? 0 : ${block.fivePx})`),
            as: "unitLeft",
          },
          {
            calculate: `datum.unitLeft + ${block.sidePx} * (isValid(${figure}) ? min(1, ${figure} / unitSize - datum.unitIndex) : 0)`,
            as: "unitRight",
          },
          {
            calculate: `datum.squaresTop + floor(datum.unitIndex / ${unitsInRow}) * ${block.stepPx}`,
            as: "unitTop",
          },
          { calculate: `datum.unitTop + ${block.sidePx}`, as: "unitBottom" },
          unitOfRows,
        ],
        mark: { type: "rect" },
        encoding: {
          x: pixels("unitLeft"),
          x2: { field: "unitRight" },
          y: pixels("unitTop"),
          y2: { field: "unitBottom" },
          detail: [nominal(category, options.categoryTitle), quantitative(value, options.valueTitle)],
          color: emphasisColor,
          opacity: unitKey(options),
        },
      },
      {
        transform: [
          { calculate: lines(wrapped(datumField(category), characters)), as: "unitName" },
          // A name of fewer lines than the longest stands close to its figure.
          {
            calculate: `datum.squaresTop - ${block.headGapPx} - ${linePx} * (1 + length(split(datum.unitName, '\\n')))`,
            as: "nameTop",
          },
        ],
        mark: { ...text, baseline: "top", dy: { expr: "datum.nameTop" }, fontWeight: "bold" },
        encoding: { ...corner, text: { field: "unitName" } },
      },
      {
        mark: {
          ...text,
          baseline: "bottom",
          dy: { expr: `datum.squaresTop - ${block.headGapPx}` },
          fontWeight: emphasisWeight,
        },
        encoding: { ...corner, text: { field: labelField } },
      },
    ],
  };
}

/** From one square of a row to the next at most, px: what a row is high. */
const squareStepPx = 18;

/** A row of squares for each name, from a common beginning. The scale above says how many each five are. */
function unitRows(options: UnitSpecOptions): object {
  const { category, value, highlight = "highlight", format = defaultFormat } = options;
  const names = nameRows(category, { stepPx: 26 });
  const highest = `max(0, ${extentOf(value)}[1])`;
  // Few squares end where they are as wide as they are high: longer ones would be bricks.
  const unitsPx = `${squareStepPx} * max(1, ${highest} / unitSize)`;
  const { rangeMax, ...range } = barRange(value, format);
  const scale = { zero: true, nice: false, ...range, rangeMax: { expr: `min(${rangeMax.expr}, ${unitsPx})` } };
  const figure = datumField(value);
  return {
    ...onePlot,
    params: [...names.params, unitParam(options, mostUnits.rows)],
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
        transform: [unitOfRows],
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
              values: { expr: `sequence(0, ${highest} + unitSize / 1e6, unitSize * ${unitsOfFive})` },
            },
          }),
          color: emphasisColor,
          opacity: unitKey(options),
        },
      },
      {
        // The edges of squares.
        transform: [
          { calculate: `isValid(${figure}) ? sequence(unitSize, ${figure}, unitSize) : []`, as: "unitEdge" },
          { flatten: ["unitEdge"] },
          { calculate: `scale('x', datum.unitEdge)`, as: "edgePx" },
          { calculate: `round(datum.unitEdge / unitSize) % ${unitsOfFive} === 0 ? 4 : 1.5`, as: "edgeWidth" },
        ],
        mark: { type: "rect", fill: "white", width: { expr: "datum.edgeWidth" } },
        encoding: { x: { field: "edgePx", type: "quantitative", scale: null } },
      },
      {
        mark: { type: "text", baseline: "middle", ...beyondBar(value) },
        encoding: { x: { field: labelPosition, type: "quantitative" }, text: { field: labelField } },
      },
    ],
  };
}
