import type { TopLevelSpec } from "vega-lite";
import { defined } from "../../diagnostics/index.ts";
import { fieldReference } from "../spec/encoded-field.ts";
import { annotationsOf } from "./annotations.ts";
import { nominal, quantitative } from "./channels.ts";
import { emphasise, emphasisWeight, overMarks } from "./emphasis.ts";
import { datumField, defaultFormat, gapLabel, labelField } from "./figure-label.ts";
import type { HighlightedFiguresOptions } from "./named-figures-options.ts";
import { optionsNow } from "./options-now.ts";
import { periodEnds } from "./period-ends.ts";
import { commonAbove, periodParams, shortPeriod, whereCommon } from "./period-names.ts";
import { recipeNotes } from "./recipe-notes.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import { firstRow } from "./reference-layers.ts";
import {
  charactersIn,
  dotEnds,
  figuresPx,
  legendOf,
  nameRows,
  namesAbove,
  nearZeroOfPairs,
  wrappedLines,
} from "./room-for-names.ts";
import { orderKey, orderOfFigures } from "./row-order.ts";
import { pixels } from "./spread-labels.ts";
import { markedWeight } from "./subject-rule.ts";
import { zeroAxis, zeroParams } from "./zero-line.ts";

/** What `dumbbellSpec` draws: the fields of the rows, by their names in `data`, and titles. */
export interface DumbbellSpecOptions extends HighlightedFiguresOptions {
  /** Field of the two periods or groups: the first and the last in the order of the rows. */
  readonly series: string;
  /** What the lines, parts or groups are called in descriptions and in tables of the data; not drawn. */
  readonly seriesTitle?: string;
  /** By the last figure; `descending` where absent. */
  readonly order?: "ascending" | "descending";
}

/** Of a dot, and of what is open in that of the first period, px². */
const dotPx2 = 80;
const ringPx2 = 29;

/** Between a figure and the end of the scale, and what is left to a scale between the figures of both sides, px: enough to tell dots apart, and the least. */
const besidePx = 16;
const enoughPx = { few: 130, many: 150, tooManyToStack: 110 } as const;
const mostOfFew = 15;
/** More names above their rows would take several screens of a telephone: they stay beside them, unless most pairs would lie on one another there. */
const mostStacked = 30;
const leastPx = 80;

/** Of dots below the name of their area, px: their figures keep clear of it. */
const rowPx = 16;

/** What the names of the two take above the plot, px. */
const namePx = 16;

/** Where marks stand in their rows, and what is written behind figures that leave the scale no room. */
interface Placed {
  readonly dy?: { readonly expr: string };
  /** A Vega expression. */
  readonly cut?: string;
}

/** The symbols of the legend: the first in the order of the rows is a ring. */
const ringInLegend = {
  symbolType: "circle",
  symbolSize: (dotPx2 + ringPx2) / 2,
  encoding: {
    symbols: {
      fillOpacity: { value: { signal: "datum.value === domain('color')[0] ? 0 : 1" } },
      stroke: { value: { signal: "scale('color', datum.value)" } },
      strokeWidth: { value: 2 },
    },
  },
};

/** Of two dots that are closer, px, one lies on the other. */
const togetherPx = 5;

/** Vega expressions: whether an area has two dots, how far one is from the other, and whether they lie on one another. */
const isPair = "isValid(datum.pairFrom) && isValid(datum.pairTo)";
const pairPx = "abs(scale('x', datum.pairFrom) - scale('x', datum.pairTo))";
const areTogether = `${isPair} && ${pairPx} < ${togetherPx}`;

/**
 * Two dots for each of up to 60 areas, 35 where names are long, joined by a line, each with its figure on its outer side; sorted by the last. The two
 * periods are named above the dots of the first area where there is room, else in a legend.
 *
 * A gap has no dot; it is named at the right, `2017/18 [c]`, or `[c]` alone where both are hidden.
 */
export function dumbbellSpec(options: DumbbellSpecOptions): TopLevelSpec {
  const now = optionsNow(options);
  annotationsOf("dumbbellSpec", options);
  const { category, value, series, highlight = "highlight", format = defaultFormat, order = "descending" } = now;
  const figure = datumField(value);
  const names = nameRows(category, { stepPx: 20 });
  const above = namesAbove(category, { barPx: rowPx });
  // What is left between the figures of both sides; a text that is cut makes way for names above their rows.
  const isTight = (px: number | string) => `width - 2 * (${figuresPx(value, format)} + ${besidePx}) < ${px}`;
  const usual = legendOf(series, 8);
  const legend = {
    ...usual,
    columns: { expr: whereCommon("2", usual.columns.expr) },
    labelExpr: wrappedLines(shortPeriod("datum.label"), charactersIn(0.9)),
  };
  const other = (index: 0 | 1) => `datum.pairRows[${index}] ? datum.pairRows[${index}].pairFigure : null`;
  const x = quantitative(value, now.valueTitle, {
    axis: zeroAxis(value),
    // Room for the figures at the left of the first dot and at the right of the last.
    scale: {
      nice: false,
      ...dotEnds(value, nearZeroOfPairs),
      padding: { expr: `${figuresPx(value, format)} + ${besidePx}` },
    },
  });
  const written = `format(${figure}, ${JSON.stringify(format)})`;
  const label = (isLower: boolean, { cut, dy }: Placed) => ({
    transform: [
      { filter: `isValid(${figure})` },
      // The lower of the two has its label at the left, a lone one at the right.
      {
        window: [{ op: "row_number", as: "rowPlace" }],
        sort: [{ field: fieldReference(value) }],
        groupby: [fieldReference(category)],
      },
      { joinaggregate: [{ op: "count", as: "rowPlaces" }], groupby: [fieldReference(category)] },
      { filter: `datum.rowPlace ${isLower ? "<" : "==="} datum.rowPlaces` },
      { calculate: `${isPair} ? ${pairPx} : null`, as: "pairPx" },
      { joinaggregate: [{ op: "median", field: "pairPx", as: "usualPairPx" }] },
      { calculate: `${written}${cut === undefined ? "" : ` + ${cut}`}`, as: "endLabel" },
    ],
    mark: {
      type: "text",
      // The line at zero may run through it.
      style: overMarks,
      ...defined({ dy }),
      align: isLower ? "right" : "left",
      baseline: "middle",
      dx: isLower ? -9 : 9,
      fontWeight: emphasisWeight,
    },
    // By pixels: of a channel of figures the scale would wait for what is worked out from it here.
    encoding: { x: { value: { expr: `scale('x', ${figure})` } }, text: { field: "endLabel" } },
  });
  const layers = (isNamed: boolean, placed: Placed) => [
    {
      transform: [...firstRow("pairPosition", [fieldReference(category)]), { filter: isPair }],
      mark: {
        type: "rule",
        strokeWidth: 2.5,
        ...defined({ yOffset: placed.dy }),
        opacity: { expr: "datum.isSubject === 1 ? 1 : 0.5" },
      },
      encoding: { x: { ...x, field: "pairFrom", title: null }, x2: { field: "pairTo" } },
    },
    {
      mark: { type: "point", size: dotPx2, ...defined({ yOffset: placed.dy }) },
      encoding: {
        x,
        color: nominal(series, now.seriesTitle, {
          sort: null,
          // The last in the main colour.
          scale: { range: "emphasis", reverse: true },
          legend: isNamed ? null : { ...legend, ...ringInLegend },
        }),
      },
    },
    // A ring for the first, so that the two are told apart by more than their colours.
    {
      transform: [
        { filter: `datum.isFirst && isValid(${figure}) && !(${areTogether})` },
        { calculate: `scale('x', ${figure})`, as: "ringAt" },
      ],
      mark: { type: "point", size: ringPx2, fill: "white", opacity: 1, ...defined({ yOffset: placed.dy }) },
      encoding: { x: pixels("ringAt") },
    },
    ...(isNamed ? [endNames] : []),
    label(true, placed),
    label(false, placed),
    {
      transform: [
        { filter: `!isValid(${figure})` },
        { calculate: gapLabel, as: labelField },
        { calculate: `${shortPeriod(datumField(series))} + ' ' + datum.${labelField}`, as: "gapText" },
        {
          joinaggregate: [{ op: "values", field: fieldReference(category), as: "rowGaps" }],
          groupby: [fieldReference(category)],
        },
        ...firstRow("gapPosition", [fieldReference(category)]),
        {
          calculate: `length(datum.rowGaps) > 1 && datum.rowGaps[0].${labelField} === datum.rowGaps[1].${labelField} ? datum.${labelField} : join(pluck(datum.rowGaps, 'gapText'), ', ')`,
          as: "gapText",
        },
      ],
      mark: { type: "text", align: "left", baseline: "middle", dx: 4, ...defined({ dy: placed.dy }) },
      encoding: { x: { value: "width" }, text: { field: "gapText" } },
    },
  ];
  // Above the dot of the first area that has one, which is the same for both where none is missing.
  const endNames = {
    transform: [
      { filter: `isValid(${figure})` },
      { ...orderOfFigures("pairTo", order), as: "areaKey" },
      {
        window: [{ op: "row_number", as: "namePosition" }],
        sort: [{ field: "areaKey", order }],
        groupby: [fieldReference(series)],
      },
      { filter: "datum.namePosition === 1" },
      { calculate: shortPeriod(datumField(series)), as: "endName" },
    ],
    mark: { type: "text", align: "center", baseline: "bottom", dy: -8 },
    encoding: { x: { ...x, title: null }, text: { field: "endName" } },
  };
  const beside = (px: number | string) => ({ cut: `(${isTight(px)} ? '…' : '')` });
  // Two rows for each.
  const areMoreThan = (names: number) => `length(data('data')) > ${2 * names}`;
  const staysBeside = `${areMoreThan(mostStacked)} && datum.usualPairPx >= ${togetherPx}`;
  const enough = `(${staysBeside} ? ${enoughPx.tooManyToStack} : ${areMoreThan(mostOfFew)} ? ${enoughPx.many} : ${enoughPx.few})`;
  const y = (more: object) =>
    nominal(category, now.categoryTitle, {
      sort: { field: orderKey, op: order === "descending" ? "max" : "min", order },
      ...more,
    });
  const ofTwo = {
    recipe: "dumbbellSpec",
    skewed: { field: value, stripe: 1 / 20 },
    written: { fields: [value], format: now.format },
    instead:
      "Give the chart more width or shorter names, or use rankingSpec with the rows of the last period, which has room for any number of names.",
  };
  const notes = {
    ...ofTwo,
    told: { field: series, from: 2, to: 2 },
    otherwise: [
      () => ({ layer: layers(false, beside(enough)), ...recipeNotes(ofTwo) }),
      () => ({
        params: [...above.params, ...periodParams(series), ...zeroParams],
        height: above.height,
        encoding: { y: y({ axis: null, scale: above.scale }) },
        layer: [
          ...layers(false, { dy: above.beside.dy }),
          { transform: firstRow("namePosition", [fieldReference(category)]), ...above.layer },
        ],
        ...recipeNotes(ofTwo),
      }),
      // Where names above their rows would be too high for a page.
      () => ({ layer: layers(false, beside(leastPx)), ...recipeNotes(ofTwo) }),
    ],
  };
  return recipeSpec(notes, {
    ...onePlot,
    params: [...names.params, ...periodParams(series), ...zeroParams],
    height: names.height,
    title: commonAbove(namePx),
    transform: [
      ...emphasise(highlight),
      ...periodEnds(series),
      { calculate: `datum.isLast && isValid(${figure}) ? ${figure} : null`, as: "lastFigure" },
      orderOfFigures("lastFigure", order),
      { calculate: `isValid(${figure}) ? ${figure} : null`, as: "pairFigure" },
      {
        joinaggregate: [{ op: "values", field: fieldReference(category), as: "pairRows" }],
        groupby: [fieldReference(category)],
      },
      { calculate: other(0), as: "pairFrom" },
      { calculate: other(1), as: "pairTo" },
    ],
    encoding: { y: y({ axis: { ...names.axis, ...markedWeight(category, highlight), grid: true, gridDash: [1, 3] } }) },
    layer: layers(true, beside(enough)),
  });
}
