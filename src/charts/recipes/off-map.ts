import { fieldReference } from "../spec/encoded-field.ts";
import { recipeWords } from "../spec/own-words.ts";
import { pictureWidth } from "../spec/picture-width.ts";
import type { GapNames } from "./classed-figures-options.ts";
import { besideName, datumField, labelField, nameWithFigure } from "./figure-label.ts";
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
  wrappedLines,
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
  /** What a row of texts takes at most, px: by all names. */
  readonly rowPx: string;
  /** Transforms that give texts their rows: each is as high as the one of its texts that has most lines. */
  readonly inRows: (texts: TextsInRows) => readonly object[];
  /** A mark and its channels that write a field of texts in their rows, so far below the plot, px. */
  readonly written: (text: string, dy: string) => { readonly mark: object; readonly encoding: object };
}

interface TextsInRows {
  /** A Vega expression: the name in a text. What it takes is told by the longest figure, so that none tells of its own. */
  readonly name: string;
  /** The field that is 1 where a row of the data has a text in the list, else 0. */
  readonly shown: string;
  /** The field that they are in the order of; the order of the data where absent. */
  readonly order?: string;
  readonly groupby?: readonly string[];
}

/** Vega expressions: the lines above a text in its list, and those of all of its rows. */
const linesAbove = "(datum.linesToRow - datum.linesOfRow)";
const linesOfRows = "datum.linesOfRows";

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
  const column = `((datum.listPosition - 1) % ${columnCount})`;
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
    inRows: ({ name, shown, order, groupby = [] }) => {
      const running = (field: string, as: string) => ({
        window: [{ op: "sum", field, as }],
        frame: [null, 0],
        ...(order !== undefined && { sort: [{ field: order }] }),
        groupby,
      });
      return [
        running(shown, "listPosition"),
        { calculate: `floor((datum.listPosition - 1) / ${columnCount})`, as: "listRow" },
        {
          calculate: `datum.${shown} === 1 ? length(${wrappedLines(`${name} + ${besideName(name)} + pad('', ${figureSigns}, '0')`, lineCharacters)}) : 0`,
          as: "linesOfText",
        },
        {
          joinaggregate: [{ op: "max", field: "linesOfText", as: "linesOfRow" }],
          groupby: ["listRow", ...groupby],
        },
        { calculate: `datum.${shown} === 1 && ${column} === 0 ? datum.linesOfRow : 0`, as: "linesOfStart" },
        running("linesOfStart", "linesToRow"),
        { joinaggregate: [{ op: "sum", field: "linesOfStart", as: "linesOfRows" }], groupby },
      ];
    },
    written: (text, dy) => ({
      mark: {
        type: "text",
        align: "left",
        baseline: "top",
        dx: { expr: `${column} * ${columnPx}` },
        dy: { expr: `${dy} + ${linePx} * ${linesAbove}` },
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
  const { params, lineCharacters } = columns;
  const ownName = fieldsOfName(whom, area).map(datumField).join(" + ', ' + ");
  const groupby = by === undefined ? [] : [fieldReference(by)];
  const gapCount = [
    { calculate: `isValid(${datumField(value)}) ? 0 : 1`, as: "offGap" },
    { calculate: "datum.offGap === 0 || datum.isSubject === 1 ? 1 : 0", as: "offNamed" },
    { joinaggregate: [{ op: "sum", field: "offGap", as: "offGaps" }], groupby },
  ];
  const off = { filter: isOff };
  const inRows = (isShown: string) => [
    { calculate: `${isShown} ? 1 : 0`, as: "offShown" },
    ...columns.inRows({ name: ownName, shown: "offShown", groupby }),
  ];
  const names = (transform: readonly object[]) => ({
    transform: [
      ...transform,
      {
        calculate: lines(wrapped(nameWithFigure(ownName, datumField(labelField), datumField(value)), lineCharacters)),
        as: "offText",
      },
    ],
    ...columns.written("offText", String(dy)),
  });
  if (counted === undefined) return { params, columns, layer: names([off, ...inRows("true")]), layersFor: [] };
  const below = `${dy} + ${linePx} * ${linesOfRows}`;
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
      transform: [off, ...gapCount, ...inRows(`datum.offGaps <= ${mostNamedGaps} || datum.offNamed === 1`)],
      layer: [names([{ filter: "datum.offShown === 1" }]), countedGaps({ dy: below, groupby, counted, characters })],
    },
  };
}

interface GapsRoomOptions extends Required<Pick<OffMapOptions, "area" | "counted" | "roomPx">> {
  readonly value: string;
  readonly columns: NameColumns;
}

/** Transforms that tell each row how high the names and numbers of gaps are that `offMap` writes below one plot, px: in `gapsPx`. */
export function gapsRoom({ area, value, columns, counted, roomPx }: GapsRoomOptions) {
  const said = `1.2 * (length(${counted.suppressed}) + length(${counted.missing}) + length(${counted.namesInData}) + 12)`;
  const countedPx = `${linePx} * (2 + ceil(${said} / max(8, floor(${roomPx} / ${characterPx}))))`;
  return [
    { calculate: `isValid(${datumField(value)}) ? 0 : 1`, as: "roomGap" },
    { joinaggregate: [{ op: "sum", field: "roomGap", as: "roomGaps" }] },
    {
      calculate: `datum.roomGap === 1 && (datum.roomGaps <= ${mostNamedGaps} || datum.isSubject === 1) ? 1 : 0`,
      as: "roomShown",
    },
    ...columns.inRows({ name: datumField(area), shown: "roomShown" }),
    {
      calculate: `${linePx} * ${linesOfRows} + (datum.roomGaps <= ${mostNamedGaps} ? 0 : ${countedPx})`,
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
    { aggregate: [{ op: "count", as: "offCount" }], groupby: ["gapName", "linesOfRows", ...groupby] },
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
