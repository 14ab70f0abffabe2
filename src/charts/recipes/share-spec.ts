import type { TopLevelSpec } from "vega-lite";
import { fieldReference } from "../spec/encoded-field.ts";
import { annotationsOf } from "./annotations.ts";
import { nominal, ordinal, quantitative } from "./channels.ts";
import { drawnWholes } from "./drawn-wholes.ts";
import { emphasisWeight, overMarks, subjectFor } from "./emphasis.ts";
import { datumField, figureLabels, labelField, labelPosition } from "./figure-label.ts";
import { optionsNow } from "./options-now.ts";
import { leftOfPicture, partsNote, partsNoteParams } from "./parts-note.ts";
import { periodEnds } from "./period-ends.ts";
import {
  belowAxisPx,
  commonAbove,
  commonBelow,
  commonLines,
  periodCharacters,
  periodLabel,
  periodLines,
  periodParams,
  rowsOfPeriods,
  shortPeriod,
  whereCommon,
} from "./period-names.ts";
import { readableOn } from "./readable-color.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import { firstRow } from "./reference-layers.ts";
import {
  allOf,
  barRange,
  besideFigurePx,
  beyondBar,
  characterPx,
  charactersIn,
  digitPx,
  hasNegative,
  legendOf,
  linePx,
  lines,
  mostLinesAtSpacesOf,
  nameRows,
  percentRoom,
  widthParam,
  wrapped,
  wrappedAtSpaces,
} from "./room-for-names.ts";
import { inRowOrder } from "./row-order.ts";
import { centeredLines, labelHeight, labelsHeight, linesPx, pixels, spreadLabels } from "./spread-labels.ts";
import { markedRows, subjectLabel, subjectParams, subjectRule } from "./subject-rule.ts";
import { zeroLine, zeroParams } from "./zero-line.ts";

/** What `shareSpec` draws: the fields of the rows, by their names in `data`, and titles. */
export interface ShareSpecOptions {
  /** Field of the periods: one bar each, in the order of the rows. */
  readonly period: string;
  /** Field of the parts, up to eight, in the order of the rows: five are told apart at a glance. */
  readonly category: string;
  /** Field of the shares, from 0 to 1. What they lack to 1 stays empty, unless it is their rounding that takes it: bars of 99 and of 101% are as long as others. */
  readonly share: string;
  /** What the periods are called in descriptions and in tables of the data; not drawn. */
  readonly periodTitle?: string;
  /** What the names are called in descriptions and in tables of the data; not drawn. */
  readonly categoryTitle?: string;
  readonly shareTitle?: string;
  /** Field that is true in the rows of the bar, or of the bars, to stand out, by its weight and a rule; `highlight` where absent. */
  readonly highlight?: string;
  /** d3 number format of the labels; `.0%` where absent. */
  readonly format?: string;
  /** Of the bars; `horizontal` where absent. Upright ones without room for their names and figures are drawn one below the other, with a warning. */
  readonly direction?: "horizontal" | "vertical";
  /**
   * `stacked` (where absent): bars that add up to 100%. A share that is hidden or missing is an error there: its room would
   * tell it. `beside`: a bar for each share, where a gap is [c] or [x].
   */
  readonly layout?: "stacked" | "beside";
}

/**
 * Shares of a whole by period, each with its figure; stacked parts are named at their first bar where there is room, else in a legend.
 *
 * Of more bars than have room with figures above them, up to 45, each is lower, and figures of segments that are too short for them stand in the table
 * of the chart alone, as a note says; so do those that have no room beside the segment of an upright bar.
 */
export function shareSpec(options: ShareSpecOptions): TopLevelSpec {
  const now = optionsNow(options);
  annotationsOf("shareSpec", options);
  const isBeside = options.layout === "beside";
  const notes = {
    recipe: "shareSpec",
    timeAxis: { field: options.period, holds: "cells" as const },
    written: { fields: [options.share], format: options.format ?? defaultShareFormat },
    ...(isBeside
      ? options.direction === "vertical"
        ? { otherwise: [() => groupedSpec({ ...now, direction: "horizontal" })] }
        : {}
      : {
          writesOnShapes: true,
          otherwise:
            options.direction === "vertical"
              ? stackedLayouts.map((layout) => () => stackedSpec({ ...now, direction: "horizontal" }, layout))
              : stackedLayouts.slice(1).map((layout) => () => stackedSpec(now, layout)),
        }),
    ...(options.direction === "vertical" && {
      asked: { option: 'direction: "vertical"', ways: 1, otherwise: "with bars one below the other" },
    }),
    most: { field: options.category, count: mostParts },
    layersFor: [subjectFor(options.highlight ?? "highlight")],
    // A part of a whole that no row names may be none of it.
    ...(isBeside
      ? { grid: { fields: [options.category, options.period] as const, value: options.share } }
      : { amounts: { field: options.share, wholeOf: options.period } }),
    instead: "Take the smallest parts together, show fewer bars, or use rankingSpec with the rows of one of the parts.",
  };
  return recipeSpec(notes, isBeside ? groupedSpec(options) : stackedSpec(options, stackedLayouts[0]));
}

/** As many as a palette has colours. */
const mostParts = 8;

const defaultShareFormat = ".0%";

/** How bars that add up to a whole are laid out. */
interface StackedLayout {
  /** Whether parts are named at their first bar; else in a legend, where the bars are no upright ones. */
  readonly isNamed: boolean;
  /** Of a row, px. */
  readonly rowPx: number;
  /** Whether a row has room above its bar, for figures of short segments. */
  readonly hasRoomAbove: boolean;
}

/** All of them, the best first. */
const stackedLayouts = [
  { isNamed: true, rowPx: 52, hasRoomAbove: true },
  { isNamed: false, rowPx: 52, hasRoomAbove: true },
  { isNamed: false, rowPx: 24, hasRoomAbove: false },
] as const satisfies readonly StackedLayout[];

/** What the names of parts take above the plot, px. */
const abovePx = 12;

/** Vega expressions: room that a figure needs in its segment, px along the bar. */
const roomFor = {
  horizontal: `(length(datum.${labelField}) * ${digitPx} + ${besideFigurePx})`,
  vertical: String(labelHeight),
};

/** Above a bar, the lines from its short parts to their figures, px: so high, and so far aside at most. */
const leadersAbovePx = { height: 9, aside: 36 };

/** A Vega expression: whether a figure above a bar is further from its part than a line to it is followed. */
const isAstray = `abs(datum.labelAt - datum.labelHome) > ${leadersAbovePx.aside}`;

/** A Vega expression: the characters of a line below an upright bar, which reaches from the middle of a gap to that of the next. */
const charactersBelow = `max(3, floor(1.9 * bandwidth('x') / ${characterPx}))`;

/** A Vega expression: names below upright bars, those of periods as on other axes. */
const labelsBelow = `length(${shortPeriod("datum.label")}) * ${characterPx} > 1.9 * bandwidth('x') ? ${wrappedAtSpaces(
  shortPeriod("datum.label"),
  charactersBelow,
)} : ${periodLabel()}`;

/** A layer of the figures that have no room in their segments: above their bar, each at the end of a line from its own. */
const figuresAbove = (y: object): object => ({
  transform: [{ filter: `!(${isAstray})` }],
  layer: [
    {
      mark: { type: "rule", yOffset: -1, y2Offset: -leadersAbovePx.height, opacity: 0.6 },
      encoding: { y, y2: y, x: pixels("labelHome"), x2: { field: "labelAt" } },
    },
    {
      mark: { type: "text", baseline: "bottom", fontWeight: emphasisWeight, dy: -leadersAbovePx.height },
      encoding: { y, x: pixels("labelAt"), text: { field: labelField } },
    },
  ],
});

function stackedSpec(options: ShareSpecOptions, { isNamed, rowPx, hasRoomAbove }: StackedLayout): object {
  const { period, category, share, highlight = "highlight" } = options;
  const { format = defaultShareFormat, direction = "horizontal" } = options;
  const isHorizontal = direction === "horizontal";
  const [length, band] = isHorizontal ? ["x", "y"] : ["y", "x"];
  const room = roomFor[direction];
  const figure = datumField(share);
  const color = `scale('color', ${datumField(category)})`;
  const rows = nameRows(period, { stepPx: rowPx, ...rowsOfPeriods });
  const axis = {
    ...(isHorizontal
      ? rows.axis
      : { title: null, labelOverlap: false, labelExpr: labelsBelow, labelLineHeight: linePx }),
    ...subjectLabel({ isUpright: !isHorizontal }),
    domain: false,
    labelAngle: 0,
  };
  const bar = ordinal(period, options.periodTitle, { axis });
  // As the scale has it: a transform that read the scale would wait for what the scale is made of.
  const at = (value: string) =>
    isHorizontal ? `width * ${value} / datum.scaleEnd` : `height * (1 - ${value} / datum.scaleEnd)`;
  const lengths = { axis: null, scale: { zero: true, nice: false } };
  const segments = [
    {
      stack: fieldReference(share),
      groupby: [fieldReference(period)],
      sort: [{ field: "segmentPosition" }],
      as: ["segmentFrom", "segmentTo"],
    },
    ...["segmentFrom", "segmentTo"].map((end) => ({ calculate: `datum.${end} / datum.drawnWhole`, as: end })),
    { calculate: `isValid(${figure}) ? format(${figure}, ${JSON.stringify(format)}) : ''`, as: labelField },
    { calculate: "(datum.segmentFrom + datum.segmentTo) / 2", as: "segmentMiddle" },
    {
      calculate: `abs(${at("datum.segmentTo")} - ${at("datum.segmentFrom")})`,
      as: "segmentPx",
    },
  ];
  const paddingInner = isHorizontal ? (hasRoomAbove ? 0.48 : 0.3) : betweenUpright;
  const hasNoRoom = `datum.segmentPx < ${room}`;
  // Beside the bar where the segment is too short: in the order of the segments, none on another.
  const outside = [
    { filter: isHorizontal ? hasNoRoom : `${hasNoRoom} && !datum.isLast` },
    ...spreadLabels({
      at: at("datum.segmentMiddle"),
      size: room,
      groupby: [fieldReference(period)],
      // A figure reaches over the start of the bar sooner than over the part of another.
      from: isHorizontal ? "-2" : "0",
      to: isHorizontal ? `width + 2 - ${labelHeight} / 2` : "height",
    }),
    ...(isHorizontal ? [] : leadersBetween(period, format)),
  ];
  const nameCharacters = charactersIn(0.25, 14);
  const names = [
    { filter: "datum.isLast" },
    // A figure without room in its segment stands before its name: behind one in Arabic its sign would be on the other side of the name.
    {
      calculate: lines(
        wrapped(`(${hasNoRoom} ? datum.${labelField} + ' ' : '') + ${datumField(category)}`, nameCharacters),
      ),
      as: "endLabel",
    },
    ...spreadLabels({
      at: at("datum.segmentMiddle"),
      size: linesPx("datum.endLabel"),
      groupby: [],
      from: `${labelHeight} / 2`,
      to: `height - ${labelHeight} / 2`,
    }),
  ];
  const namesPx = labelsHeight({
    names: category,
    characters: nameCharacters,
    figureCharacters: "4",
  });
  const edge = isHorizontal ? { bandPosition: 0 } : { bandPosition: 1 };
  const bars = (stack: "zero" | "normalize") => ({
    // As a gap that is left out: the description is of all bars.
    transform: [
      { calculate: `datum.isRounded === ${stack === "normalize"} ? 1 : null`, as: "ownBar" },
      { filter: { field: "ownBar", valid: true } },
    ],
    mark: { type: "bar", stroke: "white", strokeWidth: 1 },
    encoding: {
      [length]: quantitative(share, options.shareTitle, { stack, ...lengths }),
      order: { field: "segmentPosition" },
      color: nominal(category, options.categoryTitle, {
        sort: null,
        legend: isHorizontal && !isNamed ? legendOf(category, 14) : null,
      }),
    },
  });
  return {
    ...onePlot,
    // The later one holds: a height by itself is a number, and upright bars grow with their names.
    params: isHorizontal
      ? [...rows.params, ...periodParams(period), ...subjectParams(period, highlight), ...partsNoteParams]
      : [
          widthParam,
          ...partsNoteParams,
          ...periodParams(period),
          ...subjectParams(period, highlight),
          { name: "height", expr: `max(280, ${namesPx})` },
        ],
    height: isHorizontal ? rows.height : 280,
    ...(isHorizontal && { title: commonAbove(abovePx) }),
    transform: [
      markedRows(highlight),
      ...inRowOrder(category, "segmentPosition"),
      ...periodEnds(period),
      { joinaggregate: [{ op: "distinct", field: fieldReference(period), as: "barCount" }] },
      ...drawnWholes({ share, bar: period }),
    ],
    encoding: { [band]: { ...bar, scale: { paddingInner, paddingOuter } } },
    layer: [
      // The whole, of which what is not known stays empty.
      {
        transform: firstRow("barPlace", [fieldReference(period)]),
        mark: { type: "rect", opacity: 0.1 },
        encoding: isHorizontal
          ? { x: { value: 0 }, x2: { value: { expr: at("1") } } }
          : { y: { value: { expr: at("1") } }, y2: { value: "height" } },
      },
      // Draws nothing: shares that come to more than a whole have room on the scale.
      { mark: { type: "point", opacity: 0 }, encoding: { [length]: quantitative("scaleEnd", undefined, lengths) } },
      bars("zero"),
      bars("normalize"),
      subjectRule(period, { isUpright: !isHorizontal }),
      {
        transform: segments,
        layer: [
          {
            transform: [{ filter: `datum.segmentPx >= ${room}` }],
            mark: {
              type: "text",
              baseline: "middle",
              fontWeight: emphasisWeight,
              color: readableOn(color),
              // Beyond the sides of a column its first digit would stand white on white: cut, they make way for bars.
              ...(isHorizontal ? {} : { limit: { expr: "bandwidth('x')" } }),
            },
            encoding: {
              [length]: { field: "segmentMiddle", type: "quantitative", axis: null },
              text: { field: labelField },
            },
          },
          ...(isHorizontal
            ? [
                hasRoomAbove
                  ? {
                      transform: outside,
                      layer: [
                        figuresAbove({ ...bar, ...edge }),
                        partsNote({ isUnwritten: `${figure} > 0 && ${isAstray}`, left: leftOfPicture, dy: "8" }),
                      ],
                    }
                  : partsNote({ isUnwritten: `${figure} > 0 && ${hasNoRoom}`, left: leftOfPicture, dy: "8" }),
              ]
            : [{ transform: outside, layer: besideUpright({ period, figure }) }]),
          ...(isHorizontal
            ? isNamed
              ? [
                  {
                    transform: [{ filter: "datum.isFirst" }],
                    mark: { type: "text", baseline: "bottom", dy: -3 },
                    encoding: {
                      y: { ...bar, ...edge },
                      x: { field: "segmentMiddle", type: "quantitative", axis: null },
                      text: { field: fieldReference(category) },
                    },
                  },
                ]
              : []
            : [
                {
                  transform: names,
                  layer: [
                    {
                      transform: [{ filter: "abs(datum.labelAt - datum.labelHome) > 3" }],
                      mark: { type: "rule", xOffset: 3, x2Offset: 12, opacity: 0.6 },
                      encoding: {
                        x: { ...bar, bandPosition: 1 },
                        x2: { field: fieldReference(period), bandPosition: 1 },
                        y: pixels("labelHome"),
                        y2: { field: "labelAt" },
                      },
                    },
                    {
                      mark: { type: "text", ...centeredLines(), align: "left", dx: 15 },
                      encoding: {
                        x: { ...bar, bandPosition: 1 },
                        y: pixels("labelAt"),
                        text: { field: "endLabel" },
                      },
                    },
                  ],
                },
              ]),
        ],
      },
      ...(isHorizontal ? [] : [commonBelow(belowAxisPx - 4)]),
    ],
  };
}

/** Of the step from one upright bar to the next, the share between them, and at the ends of the plot. */
const betweenUpright = 0.5;
const paddingOuter = 0.21;

/** From an upright bar to a figure beside it, and to one at the end of a line, px. */
const besideUprightPx = 4;
const leadersPx = { from: 3, to: 10, figure: 13 };

/**
 * Transforms of figures beside upright bars that have been spread: whether one of a bar had to make way, so that lines lead to its figures, and
 * whether there is room for these.
 */
const leadersBetween = (period: string, format: string): readonly object[] => [
  { calculate: "abs(datum.labelAt - datum.labelHome) > min(3, datum.segmentPx / 2) ? 1 : 0", as: "isMoved" },
  { joinaggregate: [{ op: "max", field: "isMoved", as: "hasLeaders" }], groupby: [fieldReference(period)] },
  {
    calculate: `length(datum.${labelField}) * ${digitPx} + ${leadersPx.figure + leadersPx.from + percentRoom(format)}`,
    as: "leaderPx",
  },
  { joinaggregate: [{ op: "max", field: "leaderPx", as: "longestLeaderPx" }] },
  {
    calculate: `datum.longestLeaderPx <= width * ${betweenUpright} / (datum.barCount - ${betweenUpright - 2 * paddingOuter})`,
    as: "haveLeadersRoom",
  },
];

interface BesideUprightOptions {
  readonly period: string;
  /** A Vega expression for the share of a row. */
  readonly figure: string;
}

/** Layers of the figures beside upright bars, at the end of lines where they had to make way; of those that have no room so, where they are. */
function besideUpright({ period, figure }: BesideUprightOptions): readonly object[] {
  // The right edge of a bar by pixels: of a channel of names the width, by which rows are left out, would wait for the names of those that are left.
  const x = { value: { expr: `scale('x', ${datumField(period)}) + bandwidth('x')` } };
  const isLeftOut = "datum.isMoved === 1 && !datum.haveLeadersRoom";
  const nameLines = `max(${periodLines(periodCharacters)}, ${whereCommon("1", mostLinesAtSpacesOf(allOf(period), charactersBelow))})`;
  const belowNames = `14 + ${linePx} * ${nameLines} + ${whereCommon(`4 + ${linePx} * ${commonLines()}`, "0")}`;
  return [
    {
      transform: [{ filter: "datum.hasLeaders === 1 && datum.haveLeadersRoom" }],
      mark: { type: "rule", xOffset: leadersPx.from, x2Offset: leadersPx.to, opacity: 0.6 },
      encoding: {
        x,
        x2: x,
        y: pixels("labelHome"),
        y2: { field: "labelAt" },
      },
    },
    {
      transform: [{ filter: `!(${isLeftOut})` }],
      mark: {
        type: "text",
        baseline: "middle",
        align: "left",
        fontWeight: emphasisWeight,
        dx: { expr: `datum.hasLeaders === 1 && datum.haveLeadersRoom ? ${leadersPx.figure} : ${besideUprightPx}` },
      },
      encoding: { x, y: pixels("labelAt"), text: { field: labelField } },
    },
    partsNote({ isUnwritten: `${figure} > 0 && ${isLeftOut}`, left: "0", dy: belowNames }),
  ];
}

/** A bar for each share, side by side; none says anything of another. */
function groupedSpec(options: ShareSpecOptions): object {
  const { period, category, share, highlight = "highlight" } = options;
  const { format = defaultShareFormat, direction = "horizontal" } = options;
  const isHorizontal = direction === "horizontal";
  const [length, band, offset] = isHorizontal ? ["x", "y", "yOffset"] : ["y", "x", "xOffset"];
  const { labelParams, axis } = isHorizontal
    ? nameRows(period, { stepPx: 16, ...rowsOfPeriods })
    : {
        labelParams: [widthParam],
        axis: { title: null, labelOverlap: false, labelExpr: periodLabel(), labelLineHeight: linePx },
      };
  // Where some go the other way, the line at zero is not at the edge.
  const baseline = { domain: true, domainOpacity: { expr: `${hasNegative(share)} ? 0 : 1` } };
  return {
    ...onePlot,
    params: [...labelParams, ...periodParams(period), ...subjectParams(period, highlight), ...zeroParams],
    height: isHorizontal ? { step: 16, for: "offset" } : 220,
    title: commonAbove(abovePx),
    transform: [markedRows(highlight), ...figureLabels(share, format)],
    encoding: {
      [band]: ordinal(period, options.periodTitle, {
        axis: { ...axis, ...subjectLabel({ isUpright: !isHorizontal }), ...baseline, labelAngle: 0 },
      }),
      [offset]: nominal(category, options.categoryTitle, { sort: null, scale: { paddingInner: 0.15 } }),
    },
    layer: [
      {
        mark: { type: "bar" },
        encoding: {
          [length]: quantitative(share, options.shareTitle, {
            stack: null,
            axis: zeroLine(share),
            scale: { zero: true, nice: false, ...(isHorizontal ? barRange(share, format) : {}) },
          }),
          color: nominal(category, options.categoryTitle, {
            sort: null,
            legend: legendOf(category, isHorizontal ? 8 : 24),
          }),
        },
      },
      {
        mark: isHorizontal
          ? { type: "text", style: overMarks, baseline: "middle", ...beyondBar(share) }
          : { type: "text", style: overMarks, baseline: "bottom", fontWeight: emphasisWeight, dy: -3 },
        encoding: { [length]: { field: labelPosition, type: "quantitative" }, text: { field: labelField } },
      },
      subjectRule(period, { isUpright: !isHorizontal }),
    ],
  };
}
