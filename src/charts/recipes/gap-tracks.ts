import { fieldReference } from "../spec/encoded-field.ts";
import { gapLayer } from "../vega/gap-marks.ts";
import { datumField, labelField, listedRows } from "./figure-label.ts";
import { gapsInRuns, isMiddleOfRun } from "./gap-runs.ts";
import { firstRow } from "./reference-layers.ts";
import { characterPx, linePx, lines, wrapped } from "./room-for-names.ts";

/** From the names of periods to the first track of gaps below them, from its brackets to their text, and from that to the next track, px. */
export const trackPx = { first: 25, text: 3, next: 7 };

/** How far a bracket reaches beyond the first and the last period of its gap, px. */
const reachPx = 6;

/** How far a text may reach beyond the first and the last period, px. */
const beyondPx = 10;

/** What [c] takes, and air to the next one, px: closer ones have one for all. */
const markPx = 22;

/** A Vega expression: half of the way from one period to the next. */
export const halfStep =
  "(length(domain('x')) > 1 ? abs(scale('x', domain('x')[1]) - scale('x', domain('x')[0])) / 2 : width / 2)";

/** A position that is worked out, px. */
const px = (value: string) => ({ value: { expr: value } });

interface GapTracksOptions {
  /** Fields of the periods and of the figures, and that of the names of lines where there are several. */
  readonly x: string;
  readonly y: string;
  readonly series: string | undefined;
  /** A Vega expression: px from the plot to the first track. */
  readonly from: string;
}

/**
 * A layer of the marks of gaps below the periods that they are of, where no line and no point lies: brackets along the periods, and [c] or [x].
 *
 * Of several lines each reason has a track for the lines that have it in the same periods: however many gaps they are, their names and the reason stand once,
 * without names where it is all lines; nothing joins their brackets, which would look like one gap. A line without any figure has no bracket, and is named last. A line by itself has its marks where they
 * have room, else a track for each reason.
 */
export function gapTracks({ x, y, series, from }: GapTracksOptions): object {
  const line = series === undefined ? [] : [fieldReference(series)];
  const at = `scale('x', ${datumField(x)})`;
  const midway = (other: "gapBefore" | "gapAfter") => `(${at} + scale('x', datum.${other})) / 2`;
  const endPx = `min(${reachPx}, ${halfStep})`;
  const half = `(min(width, ${characterPx} * datum.gapCharacters) / 2)`;
  const isAtStart = `datum.textMiddle < ${half} - ${beyondPx}`;
  const isAtEnd = `width - datum.textMiddle < ${half} - ${beyondPx}`;
  // At its bracket, or as near to it as the plot has room.
  const fromStart = `max(0, min(datum.textMiddle, width - 2 * ${half}))`;
  const toEnd = `min(width, max(datum.textMiddle, 2 * ${half}))`;
  const textX = `datum.isWhole === 1 ? 0 : ${isAtStart} ? ${fromStart} : ${isAtEnd} ? ${toEnd} : datum.textMiddle`;
  return {
    name: gapLayer,
    transform: [
      ...(series === undefined ? [] : [{ joinaggregate: [{ op: "distinct", field: line[0], as: "lineCount" }] }]),
      ...gapsInRuns(y, line, x),
      { calculate: at, as: "gapX" },
      ...(series === undefined ? tracksOfOne(midway("gapAfter")) : tracksOfLines(x, series)),
      { window: [{ op: "row_number", as: "trackPosition" }], groupby: ["gapTrack"] },
      { window: [{ op: "row_number", as: "gapNumber" }] },
      {
        joinaggregate: [
          { op: "min", field: "gapNumber", as: "trackStart" },
          { op: "min", field: "gapX", as: "trackFrom" },
          { op: "max", field: "gapX", as: "trackTo" },
        ],
        groupby: ["gapTrack"],
      },
      { calculate: lines(wrapped("datum.trackText", `max(8, floor(width / ${characterPx}))`)), as: "gapText" },
      { calculate: "length(split(datum.gapText, '\\n'))", as: "gapLines" },
      { calculate: "length(datum.trackText)", as: "gapCharacters" },
      { calculate: "datum.trackPosition === 1 ? 1 : 0", as: "isTrackStart" },
      { calculate: "datum.isTrackStart * datum.gapLines", as: "ownLines" },
      // All gaps of a track are peers, and have the same.
      {
        window: [
          { op: "sum", field: "ownLines", as: "linesSoFar" },
          { op: "sum", field: "isTrackStart", as: "tracksSoFar" },
        ],
        sort: [{ field: "isWhole" }, { field: "trackStart" }],
        frame: [null, 0],
      },
      {
        calculate: `height + ${from} + ${linePx} * (datum.linesSoFar - datum.gapLines) + ${trackPx.text + trackPx.next} * (datum.tracksSoFar - 1)`,
        as: "trackTop",
      },
      {
        calculate: "datum.isEach === 1 ? datum.gapMiddle : (datum.trackFrom + datum.trackTo) / 2",
        as: "textMiddle",
      },
    ],
    layer: [
      {
        // Lines that share a track have their gaps in the same periods.
        transform: [{ filter: "datum.isWhole === 0" }, ...firstRow("sharedPosition", ["gapTrack", fieldReference(x)])],
        mark: { type: "rule", strokeWidth: 2, strokeCap: "butt", opacity: 0.6 },
        encoding: {
          x: px(`datum.runPosition === 1 ? ${at} - ${endPx} : ${midway("gapBefore")}`),
          x2: px(`datum.runPosition === datum.runLength ? ${at} + ${endPx} : ${midway("gapAfter")}`),
          y: px("datum.trackTop"),
        },
      },
      {
        transform: [{ filter: `datum.isEach === 1 ? ${isMiddleOfRun} : datum.trackPosition === 1` }],
        mark: {
          type: "text",
          // Within the plot.
          align: {
            expr: `datum.isWhole === 1 || ${isAtStart} ? 'left' : ${isAtEnd} ? 'right' : 'center'`,
          },
          baseline: "top",
          lineBreak: "\n",
          lineHeight: linePx,
          ...(series === undefined
            ? {}
            : { fontWeight: { expr: "datum.rowEmphasis === 1 && datum.trackLines === 1 ? 'bold' : 'normal'" } }),
        },
        encoding: {
          x: px(textX),
          y: px(`datum.trackTop + ${trackPx.text}`),
          text: { field: "gapText" },
        },
      },
    ],
  };
}

/** Transforms that give the gaps of a line by itself their tracks: one for all where each run has room for its mark (`isEach`), at its middle. */
const tracksOfOne = (midwayAfter: string) => [
  { calculate: `${isMiddleOfRun} ? 1 : 0`, as: "isMiddle" },
  { calculate: `datum.runLength % 2 === 0 ? ${midwayAfter} : datum.gapX`, as: "gapMiddle" },
  { window: [{ op: "lag", field: "gapMiddle", as: "middleBefore" }], groupby: ["isMiddle"] },
  {
    calculate: `datum.isMiddle === 1 && isValid(datum.middleBefore) && abs(datum.gapMiddle - datum.middleBefore) < ${markPx} ? 1 : 0`,
    as: "isClose",
  },
  { joinaggregate: [{ op: "max", field: "isClose", as: "areClose" }] },
  { calculate: "1 - datum.areClose", as: "isEach" },
  { calculate: `datum.isEach === 1 ? '' : datum.${labelField}`, as: "gapTrack" },
  { calculate: `datum.${labelField}`, as: "trackText" },
  { calculate: "0", as: "isWhole" },
];

/** The same of several lines: those that have gaps of one reason in the same periods share a track, which has their names. */
function tracksOfLines(x: string, series: string) {
  const line = fieldReference(series);
  return [
    { joinaggregate: [{ op: "count", as: "gapCount" }], groupby: [line] },
    { calculate: "datum.gapCount === datum.rowCount && datum.lineCount > 1 ? 1 : 0", as: "isWhole" },
    { calculate: "0", as: "isEach" },
    { joinaggregate: [{ op: "values", field: fieldReference(x), as: "ofReason" }], groupby: [line, labelField] },
    {
      calculate: `datum.isWhole + datum.${labelField} + join(pluck(datum.ofReason, ${JSON.stringify(fieldReference(x))}), '\\n')`,
      as: "gapTrack",
    },
    { window: [{ op: "row_number", as: "ownGap" }], groupby: [line, labelField] },
    // One gap of each line.
    { joinaggregate: [{ op: "values", field: line, as: listedRows }], groupby: ["gapTrack", "ownGap"] },
    { calculate: `length(datum.${listedRows})`, as: "trackLines" },
    {
      calculate: `datum.trackLines === datum.lineCount ? datum.${labelField} : join(pluck(datum.${listedRows}, ${JSON.stringify(line)}), ', ') + ' ' + datum.${labelField}`,
      as: "trackText",
    },
  ];
}
