import { fieldReference } from "../spec/encoded-field.ts";
import { recipeWords } from "../spec/own-words.ts";
import { pictureWidth } from "../spec/picture-width.ts";
import type { GapNames } from "./classed-figures-options.ts";
import { datumField, labelField, nameWithFigure } from "./figure-label.ts";
import type { LayerNeed } from "./layer-needs.ts";
import {
  characterPx,
  charactersIn,
  figureCharacters,
  linePx,
  lines,
  linesOf,
  longestOf,
  wrapped,
} from "./room-for-names.ts";

export interface OffMapOptions {
  readonly area: string;
  readonly value: string;
  readonly format: string;
  /** A Vega expression: whether a row has no place on the map. */
  readonly isOff: string;
  /** The same as rows that need the layer; those without a figure where absent. */
  readonly offRows?: Omit<LayerNeed, "layer">;
  /** Below the plot, px, or a Vega expression for it; 8 where absent. */
  readonly dy?: number | string;
  /** The room that it has, px, as a Vega expression; the picture's width where absent. */
  readonly roomPx?: string;
  /** The field that says which of several maps it stands below. */
  readonly by?: string;
  /** What gaps are called, and where their names are, as Vega expressions: many of them are told as a number, but those whose `isSubject` is 1. All are named where absent. */
  readonly counted?: GapNames & { readonly namesInData: string };
}

/** Areas without a figure that are named, where more are told as a number. */
export const mostNamedGaps = 10;

/** The layer of names, and that of numbers in it. */
const [namesLayer, countsLayer] = ["offMap", "offMapCounted"] as const;

/** Parameters: how long lines are, and figures in them, and what a column and a row of texts take, px. Written out where they are read, they would be most of a recipe's spec. */
const [lineCharacters, figureSigns, columnPx, columnCount, rowPx] = [
  "Characters",
  "Figure",
  "ColumnPx",
  "Columns",
  "RowPx",
].map((part) => `${namesLayer}${part}`);

/**
 * Writes the figures which have no place on the map below it, a text for each row, in as many columns as the longest leaves
 * room for: no figure is lost, and each stands by itself beside its name. A layer, the parameters of the spec that it reads, and the rows that need it.
 */
export function offMap({
  area,
  value,
  format,
  isOff,
  offRows = { draws: "gaps", field: value },
  dy = 8,
  roomPx = pictureWidth,
  by,
  counted,
}: OffMapOptions) {
  // By all names: what only gaps have in common would tell of them.
  const longest = `min(${lineCharacters}, ${longestOf(area, [6, 8, 10, 14, 20, 28, 40, 60])} + 2 + ${figureSigns})`;
  const params = [
    { name: lineCharacters, expr: `max(8, floor(${pictureWidth} / ${characterPx}))` },
    { name: figureSigns, expr: figureCharacters(value, format) },
    { name: columnPx, expr: `${longest} * ${characterPx} + 12` },
    { name: columnCount, expr: `max(1, floor((${roomPx} + 12) / ${columnPx}))` },
    { name: rowPx, expr: `${linePx} * ${linesOf(area, `(${lineCharacters} - 1 - ${figureSigns})`)}` },
  ];
  const groupby = by === undefined ? [] : [fieldReference(by)];
  const gapCount = [
    { calculate: `isValid(${datumField(value)}) ? 0 : 1`, as: "offGap" },
    { calculate: "datum.offGap === 0 || datum.isSubject === 1 ? 1 : 0", as: "offNamed" },
    {
      joinaggregate: [
        { op: "sum", field: "offGap", as: "offGaps" },
        { op: "sum", field: "offNamed", as: "offNames" },
      ],
      groupby,
    },
  ];
  const off = { filter: isOff };
  const names = (transform: readonly object[]) => ({
    transform: [
      ...transform,
      {
        calculate: lines(
          wrapped(
            nameWithFigure(datumField(area), datumField(labelField), datumField(value)),
            lineCharacters as string,
          ),
        ),
        as: "offText",
      },
      {
        window: [{ op: "row_number", as: "offPosition" }],
        groupby,
      },
    ],
    mark: {
      type: "text",
      align: "left",
      baseline: "top",
      dx: { expr: `((datum.offPosition - 1) % ${columnCount}) * ${columnPx}` },
      dy: { expr: `${dy} + floor((datum.offPosition - 1) / ${columnCount}) * ${rowPx}` },
      lineBreak: "\n",
      lineHeight: linePx,
    },
    encoding: { x: { value: 0 }, y: { value: "height" }, text: { field: "offText" } },
  });
  if (counted === undefined) return { params, layer: names([off]), layersFor: [] };
  const below = `${dy} + ceil(datum.offNames / ${columnCount}) * ${rowPx}`;
  const characters = roomPx === pictureWidth ? charactersIn(0.85) : `max(8, floor(${roomPx} / ${characterPx}))`;
  return {
    params,
    layersFor: [
      { layer: namesLayer, ...offRows },
      { layer: countsLayer, draws: "gaps", field: value, moreThan: mostNamedGaps },
    ] satisfies readonly LayerNeed[],
    layer: {
      name: namesLayer,
      transform: [off, ...gapCount],
      layer: [
        names([{ filter: `datum.offGaps <= ${mostNamedGaps} || datum.offNamed === 1` }]),
        countedGaps({ dy: below, groupby, counted, characters }),
      ],
    },
  };
}

interface CountedGapsOptions extends Required<Pick<OffMapOptions, "counted">> {
  readonly dy: string;
  readonly groupby: readonly string[];
  /** Of a line, a Vega expression. */
  readonly characters: string;
}

/** How many have no figure, by the reason: more than are named. Whom the chart is about is named above them, and what has a figure. */
const countedGaps = ({
  dy,
  groupby,
  counted: { suppressed, missing, namesInData },
  characters,
}: CountedGapsOptions) => ({
  name: countsLayer,
  transform: [
    { filter: `datum.offGap === 1 && datum.offGaps > ${mostNamedGaps}` },
    { calculate: `datum.state === 'suppressed' ? ${suppressed} : ${missing}`, as: "gapName" },
    { aggregate: [{ op: "count", as: "offCount" }], groupby: ["gapName", "offNames", ...groupby] },
    {
      window: [{ op: "row_number", as: "offPosition" }],
      groupby,
    },
    { joinaggregate: [{ op: "count", as: "offReasons" }], groupby },
    {
      calculate: `datum.gapName + ': ' + datum.offCount + (datum.offPosition === datum.offReasons ? '. ' + ${namesInData} : '')`,
      as: "offSaid",
    },
    { calculate: lines(wrapped("datum.offSaid", characters)), as: "offText" },
    { calculate: "length(split(datum.offText, '\\n'))", as: "offLines" },
    {
      window: [{ op: "sum", field: "offLines", as: "offLine" }],
      frame: [null, 0],
      groupby,
    },
  ],
  mark: {
    type: "text",
    align: "left",
    baseline: "top",
    dy: { expr: `${dy} + ${linePx} * (datum.offLine - datum.offLines)` },
    lineBreak: "\n",
    lineHeight: linePx,
  },
  encoding: { x: { value: 0 }, y: { value: "height" }, text: { field: "offText" } },
});

/** What charts that count gaps read for it, and the parameters that this takes. */
export function countedGapWords(names: Partial<GapNames> = {}) {
  const { suppressed, missing } = names;
  const { says, params } = recipeWords({ suppressed, missing, namesInData: undefined });
  return { counted: says, params };
}
