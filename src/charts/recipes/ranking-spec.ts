import type { TopLevelSpec } from "vega-lite";
import { recipeWords } from "../spec/own-words.ts";
import { pictureWidth } from "../spec/picture-width.ts";
import { type AnnotationsOf, annotationsOf, fieldsOfLines, lineLayers } from "./annotations.ts";
import { nominal, quantitative } from "./channels.ts";
import { emphasisColor, emphasise } from "./emphasis.ts";
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

/** Of a list that is too long for a page, so many are shown from its top. */
const shownFromTop = 10;

/**
 * Horizontal bars in order of size, each with its name and figure, gaps last: for 5 to 70 areas.
 *
 * Of more, it shows the first ten, those marked with their neighbours in rank, with a line where some are left out, and says so below. Where none is marked it shows
 * the end of the list.
 */
export function rankingSpec(options: RankingSpecOptions): TopLevelSpec {
  const now = optionsNow(options);
  const { category, value, highlight = "highlight", format = defaultFormat, order = "descending" } = now;
  const annotations = annotationsOf("rankingSpec", options);
  const compared = lineLayers({ annotations, format, scale: quantitative, isUpwards: false, hasColumn: true });
  const names = nameRows(category, { stepPx, airPx });
  const tight = nameRows(category, { stepPx });
  const above = namesAbove(category);
  const rest = recipeWords({ notAllShown: now.restLabel, endsShown: now.restLabel });
  const transform = [...figureLabels(value, format), ...emphasise(highlight), orderOfFigures(value, order)];
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
              ? comparedRange(value, format, fieldsOfLines(annotations))
              : barRange(value, format)),
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
              params: [...above.params, ...rest.params, ...zeroParams],
              height: above.height,
              encoding: y(above.axis, { scale: above.scale }),
              layer: [...layer(above.bar, above.beside), above.layer],
            }),
          ]),
      () => ({ params: [...tight.params, ...rest.params, ...zeroParams] }),
      () => ({
        transform: [...transform, ...topAndMarked(value, order)],
        layer: [
          ...layer(),
          leftOutLine,
          restNote(`(datum.hasSubject === 1 ? ${rest.says.notAllShown} : ${rest.says.endsShown})`),
        ],
      }),
    ],
    instead: "Give the chart one row for each name, more width, or shorter names.",
  };
  return recipeSpec(notes, {
    ...onePlot,
    params: [...names.params, ...rest.params, ...zeroParams],
    height: names.height,
    transform,
    encoding: y({ ...names.axis, ...markedWeight(category, highlight) }),
    layer: layer(),
  });
}

/** Transforms that leave the top of the list, and what is marked with its neighbours; or the list's end where nothing is. */
function topAndMarked(value: string, order: "ascending" | "descending") {
  const sort = [{ field: orderKey, order }];
  return [
    {
      window: [
        { op: "row_number", as: "listPosition" },
        { op: "lag", field: "isSubject", as: "isSubjectAbove" },
        { op: "lead", field: "isSubject", as: "isSubjectBelow" },
      ],
      sort,
    },
    { joinaggregate: [{ op: "count", as: "listCount" }] },
    {
      calculate: `datum.listPosition <= ${shownFromTop} || datum.isSubject === 1 || datum.isSubjectAbove === 1 || datum.isSubjectBelow === 1 || (datum.hasSubject !== 1 && datum.listPosition > datum.listCount - 3 && isValid(${datumField(value)})) ? datum.listPosition : null`,
      as: "shownPosition",
    },
    // As a gap that is left out: the description is of the whole list, and what leaves rows out by their figures is not.
    { filter: { field: "shownPosition", valid: true } },
  ];
}

/** A line between two rows that do not follow one another in the whole list. */
const leftOutLine = {
  transform: [
    {
      window: [{ op: "lag", field: "listPosition", as: "positionAbove" }],
      sort: [{ field: "listPosition" }],
    },
    { filter: "isValid(datum.positionAbove) && datum.listPosition - datum.positionAbove > 1" },
  ],
  mark: { type: "rule", strokeDash: [2, 3], opacity: 0.8, yOffset: { expr: "-bandwidth('y') / 2" } },
  encoding: {
    x: { value: { expr: `width + 6 - ${pictureWidth}` } },
    x2: { value: "width" },
  },
};

/** @param said a Vega expression. */
const restNote = (said: string) => ({
  transform: [...firstRow("notePosition"), { calculate: lines(wrapped(said, charactersIn(0.95))), as: "restLabel" }],
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
