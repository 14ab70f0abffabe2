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
  /** Field of whom a row is of, where several have one name of `area`: said before it. */
  readonly whom?: string;
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

export interface ColumnsOptions extends Pick<OffMapOptions, "area" | "value" | "format"> {
  /** As `OffMapOptions` have it. */
  readonly whom?: string | undefined;
  /** What the names of the parameters begin with. */
  readonly prefix: string;
  /** The room that they have, px, as a Vega expression. */
  readonly roomPx: string;
}

/** Names with their figures in columns: the parameters that these take, and Vega expressions that read them. */
export interface NameColumns {
  readonly params: readonly object[];
  /** Of a line. */
  readonly lineCharacters: string;
  readonly columnCount: string;
  /** What a row of texts takes, px. */
  readonly rowPx: string;
  /** A mark and its channels that write a field of texts, each at its position in the list, counted from 1, so far below the plot, px. */
  readonly written: (
    text: string,
    position: string,
    dy: string,
  ) => { readonly mark: object; readonly encoding: object };
}

const fieldsOfName = (whom: string | undefined, area: string): readonly string[] =>
  whom === undefined ? [area] : [whom, area];

/** As many columns as the longest name leaves room for. Written out where they are read, the parameters would be most of a recipe's spec. */
export function nameColumns({ prefix, area, whom, value, format, roomPx }: ColumnsOptions): NameColumns {
  const [lineCharacters, figureSigns, columnPx, columnCount, rowPx] = [
    "Characters",
    "Figure",
    "ColumnPx",
    "Columns",
    "RowPx",
  ].map((part) => `${prefix}${part}`) as [string, string, string, string, string];
  // By all names: what only gaps have in common would tell of them.
  const names = fieldsOfName(whom, area);
  const whole = names.map((field) => longestOf(field, [6, 8, 10, 14, 17, 20, 24, 28, 34, 40, 48, 60])).join(" + 2 + ");
  const longest = `min(${lineCharacters}, ${whole} + 2 + ${figureSigns})`;
  const inLine = `(${lineCharacters} - 1 - ${figureSigns})`;
  const linesOfEach = names.map((field) => linesOf(field, inLine)).join(" + ");
  const lineCount = whom === undefined ? linesOfEach : `(${whole} <= ${inLine} ? 1 : ${linesOfEach})`;
  return {
    lineCharacters,
    columnCount,
    rowPx,
    params: [
      { name: lineCharacters, expr: `max(8, floor(${pictureWidth} / ${characterPx}))` },
      { name: figureSigns, expr: figureCharacters(value, format) },
      { name: columnPx, expr: `${longest} * ${characterPx} + 12` },
      { name: columnCount, expr: `max(1, floor((${roomPx} + 12) / ${columnPx}))` },
      { name: rowPx, expr: `${linePx} * ${lineCount}` },
    ],
    written: (text, position, dy) => ({
      mark: {
        type: "text",
        align: "left",
        baseline: "top",
        dx: { expr: `((datum.${position} - 1) % ${columnCount}) * ${columnPx}` },
        dy: { expr: `${dy} + floor((datum.${position} - 1) / ${columnCount}) * ${rowPx}` },
        lineBreak: "\n",
        lineHeight: linePx,
      },
      encoding: { x: { value: 0 }, y: { value: "height" }, text: { field: text } },
    }),
  };
}

/**
 * Writes the figures which have no place on the map below it, a text for each row, in as many columns as the longest leaves
 * room for: no figure is lost, and each stands by itself beside its name. A layer, the parameters of the spec that it reads, its columns, and the rows that need it.
 */
export function offMap({
  area,
  whom,
  value,
  format,
  isOff,
  offRows = { draws: "gaps", field: value },
  dy = 8,
  roomPx = pictureWidth,
  by,
  counted,
}: OffMapOptions) {
  const columns = nameColumns({ prefix: namesLayer, area, whom, value, format, roomPx });
  const { params, lineCharacters, columnCount, rowPx } = columns;
  const ownName = fieldsOfName(whom, area).map(datumField).join(" + ', ' + ");
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
        calculate: lines(wrapped(nameWithFigure(ownName, datumField(labelField), datumField(value)), lineCharacters)),
        as: "offText",
      },
      {
        window: [{ op: "row_number", as: "offPosition" }],
        groupby,
      },
    ],
    ...columns.written("offText", "offPosition", String(dy)),
  });
  if (counted === undefined) return { params, columns, layer: names([off]), layersFor: [] };
  const below = `${dy} + ceil(datum.offNames / ${columnCount}) * ${rowPx}`;
  const characters = roomPx === pictureWidth ? charactersIn(0.85) : `max(8, floor(${roomPx} / ${characterPx}))`;
  return {
    params,
    columns,
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

interface GapsRoomOptions extends Required<Pick<OffMapOptions, "counted" | "roomPx">> {
  readonly value: string;
  readonly columns: Pick<NameColumns, "columnCount" | "rowPx">;
}

/** Transforms that tell each row how high the names and numbers of gaps are that `offMap` writes below one plot, px: in `gapsPx`. */
export function gapsRoom({ value, columns: { columnCount, rowPx }, counted, roomPx }: GapsRoomOptions) {
  const rowsPx = (names: string) => `ceil(${names} / ${columnCount}) * ${rowPx}`;
  const said = `1.2 * (length(${counted.suppressed}) + length(${counted.missing}) + length(${counted.namesInData}) + 12)`;
  const countedPx = `${linePx} * (2 + ceil(${said} / max(8, floor(${roomPx} / ${characterPx}))))`;
  return [
    { calculate: `isValid(${datumField(value)}) ? 0 : 1`, as: "roomGap" },
    { calculate: "datum.roomGap === 1 && datum.isSubject === 1 ? 1 : 0", as: "roomNamed" },
    {
      joinaggregate: [
        { op: "sum", field: "roomGap", as: "roomGaps" },
        { op: "sum", field: "roomNamed", as: "roomNames" },
      ],
    },
    {
      calculate: `datum.roomGaps <= ${mostNamedGaps} ? ${rowsPx("datum.roomGaps")} : ${rowsPx("datum.roomNames")} + ${countedPx}`,
      as: "gapsPx",
    },
  ];
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
