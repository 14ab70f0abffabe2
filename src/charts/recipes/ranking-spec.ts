import type { TopLevelSpec } from "vega-lite";
import { printedExpression } from "../round-as-printed.ts";
import { placeholders, recipeWords } from "../spec/own-words.ts";
import { pictureWidth } from "../spec/picture-width.ts";
import { type AnnotationsOf, annotationsOf, fieldsOfLines, lineLayers } from "./annotations.ts";
import { nominal, quantitative } from "./channels.ts";
import { emphasisColor, emphasise } from "./emphasis.ts";
import { writtenFormat } from "./even-decimals.ts";
import { datumField, defaultFormat, figureLabels, labelField, labelPosition } from "./figure-label.ts";
import type { HighlightedFiguresOptions } from "./named-figures-options.ts";
import { optionsNow } from "./options-now.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import { firstRow } from "./reference-layers.ts";
import {
  barRange,
  beyondBar,
  charactersIn,
  comparedRange,
  figureColumn,
  linePx,
  lines,
  nameRows,
  namesAbove,
  oneLongPx,
  wrapped,
} from "./room-for-names.ts";
import { orderKey, orderOfFigures } from "./row-order.ts";
import { markedWeight } from "./subject-rule.ts";
import { zeroLine, zeroParams } from "./zero-line.ts";

/** What `rankingSpec` draws: the fields of the rows, by their names in `data`, and titles. */
export interface RankingSpecOptions extends HighlightedFiguresOptions {
  /** `descending` where absent: the highest on top. */
  readonly order?: "ascending" | "descending";
  /** What is written below a list of more than a page holds, in place of the language's own sentence. */
  readonly restLabel?: string;
  /** Lines to compare with, across all bars, whose figures then stand in a column at the right. */
  readonly annotations?: AnnotationsOf<"rankingSpec">;
}

/** Of a row whose name is one line; and what one of several lines has besides, where there is room. */
const stepPx = 14;
const airPx = 4;

/** Of a list that is too long for a page, so many are shown from its top; and more, or fewer, where the last of them has the figure of others. */
const shownFromTop = { usual: 10, most: 15, least: 5 };

/** So many are shown from its end, where none is marked; more where these have the figure of others, and none of many that share one. */
const shownFromEnd = { usual: 3, most: 5 };

/**
 * Horizontal bars in order of size, each with its name and figure, gaps last: for 5 to 70 areas.
 *
 * Of more, it shows the first ten, with those that share the figure of the tenth where they are few, and those marked with their neighbours in rank, with a line
 * where some are left out. How many of how many are shown is said below. Where none is marked it shows the end of the list, if few share its figure.
 */
export function rankingSpec(options: RankingSpecOptions): TopLevelSpec {
  const now = optionsNow(options);
  const { category, value, highlight = "highlight", format = defaultFormat, order = "descending" } = now;
  const annotations = annotationsOf("rankingSpec", options);
  const compared = lineLayers({ annotations, format, scale: quantitative, isUpwards: false, hasColumn: true });
  const { format: written, params: writtenParams } = writtenFormat(value, now.format);
  const names = nameRows(category, { stepPx, airPx, oneLongPx });
  const tight = nameRows(category, { stepPx });
  const close = nameRows(category, { stepPx, airPx, mostPx: oneLongPx });
  const above = namesAbove(category);
  const rest = recipeWords({ notAllShown: now.restLabel, endsShown: now.restLabel, topShown: now.restLabel });
  const count = recipeWords({ shownOf: undefined, shownWithFigure: undefined, tiesLeftOut: undefined });
  const restParams = [...writtenParams, ...rest.params, ...(now.restLabel === undefined ? count.params : [])];
  const transform = [...figureLabels(value, written), ...emphasise(highlight), orderOfFigures(value, order)];
  const y = (axis: object | null, more: object = {}) => ({
    y: nominal(category, now.categoryTitle, { sort: { field: orderKey, op: "max", order }, axis, ...more }),
  });
  const layer = (bar: object = names.bar, beside: object = {}) => [
    {
      mark: { type: "bar", ...bar },
      encoding: {
        x: quantitative(value, now.valueTitle, {
          stack: null,
          axis: zeroLine(value),
          scale: {
            zero: true,
            nice: false,
            ...(annotations.length > 0
              ? comparedRange(value, written, fieldsOfLines(annotations))
              : barRange(value, written)),
          },
        }),
        color: emphasisColor,
      },
    },
    // Over the bars, beside their figures.
    ...compared.rules,
    ...compared.names,
    annotations.length > 0
      ? figureColumn
      : {
          mark: { type: "text", ...beyondBar(value), ...beside },
          encoding: { x: { field: labelPosition, type: "quantitative" }, text: { field: labelField } },
        },
  ];
  const topOfAll = {
    transform: [...transform, ...topAndMarked({ value, format, order })],
    layer: [
      ...layer(),
      ...leftOutLines,
      restNote(
        `(datum.hasSubject === 1 ? ${rest.says.notAllShown} : datum.hasEnd === 1 ? ${rest.says.endsShown} : ${rest.says.topShown})` +
          (now.restLabel === undefined ? ` + ${countSaid(count.says)}` : ""),
      ),
    ],
  };
  const notes = {
    recipe: "rankingSpec",
    written: { fields: [value, ...fieldsOfLines(annotations)], format: now.format },
    annotations: { x: category, annotations },
    otherwise: [
      // A line across the bars would run through names above them.
      ...(annotations.length > 0
        ? []
        : [
            () => ({
              params: [...above.params, ...restParams, ...zeroParams],
              height: above.height,
              encoding: y(above.axis, { scale: above.scale }),
              layer: [...layer(above.bar, above.beside), above.layer],
            }),
          ]),
      () => ({ params: [...tight.params, ...restParams, ...zeroParams] }),
      // Few of the names of all are shown: mostly no two of two lines stand below one another.
      () => ({ params: [...close.params, ...restParams, ...zeroParams], ...topOfAll }),
      () => topOfAll,
    ],
    instead: "Give the chart one row for each name, more width, or shorter names.",
  };
  return recipeSpec(notes, {
    ...onePlot,
    params: [...names.params, ...restParams, ...zeroParams],
    height: names.height,
    transform,
    encoding: y({ ...names.axis, ...markedWeight(category, highlight) }),
    layer: layer(),
  });
}

/** A Vega expression: behind the sentence of a list that is not all shown, how many are, of those with a figure where some have none, and whether one that is left out has a figure that is shown. */
const countSaid = (says: Readonly<Record<"shownOf" | "shownWithFigure" | "tiesLeftOut", string>>): string => {
  const said = (words: string, shown: string, all: string) =>
    `replace(replace(${words}, '${placeholders.shown}', format(datum.${shown}, ',')), '${placeholders.all}', format(datum.${all}, ','))`;
  const haveSomeNone = "datum.figureCount > 0 && datum.figureCount < datum.listCount";
  return `' ' + (${haveSomeNone} ? ${said(says.shownWithFigure, "figuresShown", "ofFigures")} : ${said(says.shownOf, "shownCount", "listCount")}) + (datum.hasCutTie === 1 ? ' ' + ${says.tiesLeftOut} : '')`;
};

interface ListOptions {
  readonly value: string;
  readonly format: string;
  readonly order: "ascending" | "descending";
}

/** Vega expressions, in rows that know from where to where in the list those stand that share their figure: whether a row is of the top that is shown, and of the end. */
const isOfTop = `(datum.tieTo <= ${shownFromTop.usual} || (datum.tieFrom <= ${shownFromTop.usual} && (datum.tieTo <= ${shownFromTop.most} || (datum.tieFrom <= ${shownFromTop.least} && datum.listPosition <= ${shownFromTop.usual}))))`;
const isOfEnd = `(datum.hasSubject !== 1 && isValid(datum.tieFigure) && datum.tieTo > datum.figureCount - ${shownFromEnd.usual} && datum.tieFrom > datum.figureCount - ${shownFromEnd.most})`;

/** Transforms that leave the top of the list, and what is marked with its neighbours; or the list's end where nothing is. */
function topAndMarked({ value, format, order }: ListOptions) {
  const sort = [{ field: orderKey, order }];
  const figure = datumField(value);
  const byFigure = { groupby: ["tieFigure"] };
  return [
    { calculate: `isValid(${figure}) ? ${printedExpression(figure, format)} : null`, as: "tieFigure" },
    {
      window: [
        { op: "row_number", as: "listPosition" },
        { op: "lag", field: "isSubject", as: "isSubjectAbove" },
        { op: "lead", field: "isSubject", as: "isSubjectBelow" },
      ],
      sort,
    },
    {
      joinaggregate: [
        { op: "min", field: "listPosition", as: "tieFrom" },
        { op: "max", field: "listPosition", as: "tieTo" },
        { op: "count", as: "tieCount" },
      ],
      ...byFigure,
    },
    {
      joinaggregate: [
        { op: "count", as: "listCount" },
        { op: "valid", field: "tieFigure", as: "figureCount" },
      ],
    },
    { calculate: "isValid(datum.tieFigure) ? 1 : 0", as: "isFigured" },
    { joinaggregate: [{ op: "count", as: "ofFigures" }], groupby: ["isFigured"] },
    { calculate: `${isOfEnd} ? 1 : 0`, as: "isOfEnd" },
    {
      calculate: `${isOfTop} || datum.isOfEnd === 1 || datum.isSubject === 1 || datum.isSubjectAbove === 1 || datum.isSubjectBelow === 1 ? datum.listPosition : null`,
      as: "shownPosition",
    },
    // As a gap that is left out: the description is of the whole list, and what leaves rows out by their figures is not.
    { filter: { field: "shownPosition", valid: true } },
    { joinaggregate: [{ op: "count", as: "tieShown" }], ...byFigure },
    { joinaggregate: [{ op: "count", as: "figuresShown" }], groupby: ["isFigured"] },
    { calculate: "isValid(datum.tieFigure) && datum.tieShown < datum.tieCount ? 1 : 0", as: "isOfCutTie" },
    {
      joinaggregate: [
        { op: "count", as: "shownCount" },
        { op: "max", field: "listPosition", as: "lastShown" },
        { op: "max", field: "isOfEnd", as: "hasEnd" },
        { op: "max", field: "isOfCutTie", as: "hasCutTie" },
      ],
    },
  ];
}

/** A line across the bars, above the rows that it has or below them. Beside the names: between two of these it would run through their letters. */
const leftOutLine = (side: -1 | 1, transform: readonly object[]) => ({
  transform,
  mark: { type: "rule", strokeDash: [2, 3], opacity: 0.8, yOffset: { expr: `${side} * rowStep / 2` } },
  encoding: { x: { value: 0 }, x2: { value: "width" } },
});

/** Lines between rows that do not follow one another in the whole list, and below the last where more follow: of those with a figure, unless it has none itself. */
const leftOutLines = [
  leftOutLine(-1, [
    {
      window: [{ op: "lag", field: "listPosition", as: "positionAbove" }],
      sort: [{ field: "listPosition" }],
    },
    { filter: "isValid(datum.positionAbove) && datum.listPosition - datum.positionAbove > 1" },
  ]),
  leftOutLine(1, [
    {
      filter:
        "datum.listPosition === datum.lastShown && datum.lastShown < datum.listCount && datum.lastShown !== datum.figureCount",
    },
  ]),
];

/** @param said a Vega expression. */
const restNote = (said: string) => ({
  transform: [
    // It says how many with a figure are shown, where any are.
    { filter: "datum.isFigured === 1 || datum.figureCount === 0" },
    ...firstRow("notePosition"),
    { calculate: lines(wrapped(said, charactersIn(0.95))), as: "restLabel" },
  ],
  mark: {
    type: "text",
    align: "left",
    baseline: "top",
    // A name of several lines may reach below its row, the further the more lines there are.
    dy: { expr: `8 + (rowStep - ${stepPx}) / 2` },
    fontStyle: "italic",
    lineBreak: "\n",
    lineHeight: linePx,
  },
  // From the left edge of the picture, below the names.
  encoding: {
    x: { value: { expr: `width + 2 - ${pictureWidth}` } },
    y: { value: "height" },
    text: { field: "restLabel" },
  },
});
