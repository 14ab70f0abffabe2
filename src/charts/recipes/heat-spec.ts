import type { TopLevelSpec } from "vega-lite";
import { recipeWords } from "../spec/own-words.ts";
import { pictureWidth } from "../spec/picture-width.ts";
import { defaultTheme } from "../theme/chart-theme.ts";
import { annotationsOf } from "./annotations.ts";
import { nominal, ordinal } from "./channels.ts";
import {
  classColors,
  classedFigure,
  classedFigures,
  classNote,
  classParams,
  gapNamed,
  gapOutline,
  gapStroke,
  gapWords,
  outlineLegend,
} from "./class-scale.ts";
import type { ClassedFiguresOptions } from "./classed-figures-options.ts";
import { emphasise, subjectFor, subjectLayer } from "./emphasis.ts";
import { datumField, defaultFormat, figureText, labelField } from "./figure-label.ts";
import { optionsNow } from "./options-now.ts";
import { commonAbove, halfPeriodPx, lastOfMany, shortPeriod, whereCommon, year } from "./period-names.ts";
import { readableOn } from "./readable-color.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import { firstRow } from "./reference-layers.ts";
import {
  allOf,
  characterPx,
  charactersIn,
  figuresPx,
  linePx,
  lines,
  longestOfTexts,
  mostLinesAtSpacesOf,
  nameRows,
  tightFiguresPx,
  wrapped,
  wrappedAtSpaces,
} from "./room-for-names.ts";
import { markedWeight } from "./subject-rule.ts";
import { twoSidesOf } from "./two-sides.ts";

/** What `heatSpec` draws: the fields of the rows, by their names in `data`, and the classes of colour. */
export interface HeatSpecOptions extends ClassedFiguresOptions {
  /** Field of the names at the left, e.g. areas: in the order of the rows. */
  readonly row: string;
  /** Field of the names above, e.g. periods: in the order of the rows. */
  readonly column: string;
  /** What the rows are called in descriptions and in tables of the data; not drawn. */
  readonly rowTitle?: string;
  /** What the columns are called in descriptions and in tables of the data; not drawn. */
  readonly columnTitle?: string;
}

/**
 * A table whose cells have the colour of the class that their figure is in: up to 60 rows, 35 where names are long, and as many columns as have room for
 * their figures.
 *
 * Names above that are too long for their columns are written upwards. A cell without a figure is an outline with [c] or [x], and of no class. Where figures have no room the colours tell them, and a note
 * says where they are.
 */
export function heatSpec(options: HeatSpecOptions): TopLevelSpec {
  const now = optionsNow(options);
  annotationsOf("heatSpec", options);
  const notes = {
    recipe: "heatSpec",
    timeAxis: { field: options.column, holds: "cells" as const },
    written: { fields: [options.value], format: options.format },
    otherwise: otherLayouts.map((layout) => () => heat(now, layout)),
    writesOnShapes: true,
    grid: { fields: [options.row, options.column] as const, value: options.value },
    twoSides: twoSidesOf(options),
    layersFor: [subjectFor(options.highlight ?? "highlight")],
    instead:
      "Use sparklinesSpec for many periods of up to 45 rows, and rankingSpec with the rows of one column for more, or where columns are no periods; or give the chart more width.",
  };
  return recipeSpec(notes, heat(options, { hasFigures: true, stepPx: usualPx, areHeadsTurned: false }));
}

/** Of a row, px. */
const usualPx = 22;
const lowPx = 18;
/** Of figures that have no room in texts of the usual size: the smallest that print has, 7 pt. */
const smallPx = 9.5;
/** What the marker of a gap takes, px: without room for it, the outline and the legend tell. */
const markerPx = 17;
/** What the frame of the subject takes of a cell at each side. */
const framePx = 2.5;

/** Names above of so few letters at most are short: months. What their letters take, and the first besides, and what is left between two of them, px. */
const shortHead = { letters: 4, letterPx: 6.7, firstPx: 3, gapPx: 4 };

/** A Vega expression: whether names above that are short would be read as one word, in letters of so many times the usual size. */
function areHeadsClose(column: string, scale: number): string {
  const { letters, letterPx, firstPx, gapPx } = shortHead;
  const words = `replace(${allOf(column)}, regexp(' ', 'g'), '\\n')`;
  const longest = longestOfTexts(words, [1, 2, 3, letters]);
  return `(${longest} <= ${letters} && (${letterPx} * ${longest} + ${firstPx}) * ${scale} + ${gapPx} > bandwidth('x') * 1.06)`;
}

interface Layout {
  /** Whether figures stand in their cells; else colours tell them. */
  readonly hasFigures: boolean;
  readonly stepPx: number;
  /** Whether the names above are written upwards: words where columns are narrow. */
  readonly areHeadsTurned: boolean;
}

/** Ways to lay it out where the usual one has no room, the best first: lower rows leave room for more of them. */
const otherLayouts: readonly Layout[] = [false, true]
  .flatMap((areHeadsTurned) =>
    [true, false].flatMap((hasFigures) => [usualPx, lowPx].map((stepPx) => ({ hasFigures, stepPx, areHeadsTurned }))),
  )
  .slice(1);

function heat(options: HeatSpecOptions, { hasFigures, stepPx, areHeadsTurned }: Layout): object {
  const { row, column, value, classes, highlight = "highlight", format = defaultFormat } = options;
  const names = nameRows(row, { stepPx });
  const columnCharacters = `max(3, floor(bandwidth('x') * 1.05 / ${characterPx}))`;
  const headLines = `(${areYears(column)} ? 1 : ${mostLinesAtSpacesOf("join(domain('x'), '\\n')", columnCharacters)})`;
  const { says, params } = gapWords(options.gapNames);
  const { says: note, params: noteParams } = recipeWords({ figuresNotWritten: undefined, classedRounded: undefined });
  const years = lastOfMany(column);
  const headLabel = wrappedAtSpaces(shortPeriod("datum.label"), columnCharacters);
  const figure = datumField(value);
  // All or none: a figure that its cell cuts is another figure, as a light minus is not seen on the gap between cells.
  const haveRoomIn = (px: string, scale: number) => `${px} * ${scale} + ${2 * framePx} <= bandwidth('x')`;
  const smallScale = smallPx / defaultTheme.fontSizePx;
  // Small ones may stand closer than those of the usual size: rather that than none.
  const haveRoom = hasFigures ? haveRoomIn(tightFiguresPx(value, format), smallScale) : "false";
  const belowLines = `(${haveRoom} ? 0 : 2)`;
  const position = { paddingInner: 0.06, paddingOuter: 0 };
  const inset = { xOffset: 1, x2Offset: -1, yOffset: 1, y2Offset: -1 };
  const words = (mark: object = {}, text: object = { field: labelField }) => ({
    mark: { type: "text", align: "center", baseline: "middle", ...mark },
    encoding: { text },
  });
  return {
    ...onePlot,
    params: [...names.params, ...years.params, ...params, ...noteParams, ...classParams(options, "as-printed")],
    height: names.height,
    title: commonAbove(6),
    transform: [
      ...emphasise(highlight),
      { calculate: figureText(value, format), as: labelField },
      classedFigures({ value, format }, "as-printed"),
    ],
    encoding: {
      y: nominal(row, options.rowTitle, {
        sort: null,
        scale: position,
        axis: { ...names.axis, ...markedWeight(row, highlight) },
      }),
      x: ordinal(column, options.columnTitle, {
        scale: position,
        axis: {
          title: null,
          orient: "top",
          labelOverlap: false,
          labelLimit: 0,
          labelLineHeight: linePx,
          ...(areHeadsTurned
            ? {
                labelAngle: -90,
                labelAlign: "left",
                labelBaseline: "middle",
                labelPadding: 4,
                labelExpr: shortPeriod("datum.label"),
              }
            : {
                labelAngle: 0,
                // Of years as many as have room: steps between them are told by those that are written.
                // Short ones that would be read as one word in small letters too make way for those that are written upwards.
                labelExpr: `${areYears(column)} ? (${years.labelExpr}) : ${areHeadsClose(column, smallScale)} ? '…' : ${headLabel}`,
                labelFontSize: {
                  expr: `!${areYears(column)} && ${areHeadsClose(column, 1)} ? ${smallPx} : ${defaultTheme.fontSizePx}`,
                },
                // Vega lets lines grow downwards, into the cells.
                labelPadding: { expr: `4 + ${linePx} * (${headLines} - 1)` },
              }),
        },
      }),
    },
    layer: [
      {
        mark: { type: "rect" },
        encoding: classColors({
          value,
          title: options.valueTitle,
          limits: classes,
          midpoint: options.midpoint,
          format,
        }),
      },
      ...(hasFigures
        ? [
            {
              transform: [{ filter: `isValid(${figure})` }],
              ...words(
                {
                  color: readableOn(`scale('color', ${classedFigure})`),
                  fontSize: {
                    expr: `${haveRoomIn(figuresPx(value, format), 1)} ? ${defaultTheme.fontSizePx} : ${smallPx}`,
                  },
                },
                { condition: { test: haveRoom, field: labelField }, value: "" },
              ),
            },
          ]
        : []),
      figuresNote(note.figuresNotWritten, haveRoom),
      classNote({ value, rounded: note.classedRounded, linesBelow: belowLines }),
      {
        transform: [{ filter: `!isValid(${figure})` }, ...gapNamed(says)],
        layer: [
          {
            mark: { type: "rect", filled: false, ...gapOutline, ...inset },
            encoding: { stroke: gapStroke },
          },
          words({}, { condition: { test: `bandwidth('x') < ${markerPx}`, value: "" }, field: labelField }),
          outlineLegend(says, { linesBelow: belowLines }),
        ],
      },
      {
        name: subjectLayer,
        transform: [{ filter: "datum.isSubject === 1" }],
        // In the colour of the highest class: a line of the page around it sets it off.
        layer: [
          { mark: { type: "rect", filled: false, stroke: "white", strokeWidth: 2 * framePx } },
          { mark: { type: "rect", filled: false, strokeWidth: 2 } },
        ],
      },
    ],
  };
}

/** A Vega expression: whether all names of columns are years, `2014` or `2014/15`, by themselves or without what all have in common. */
const areYears = (column: string) => whereCommon("true", `test(regexp('^(?:${year}(?:\\n|$))+$'), ${allOf(column)})`);

/** From the left edge of the picture to what is written below, px: its padding at both sides, and the line around a cell. */
const edgePx = 6;

/** Says below cells without figures where these are; nothing where they have room. */
const figuresNote = (said: string, haveRoom: string) => ({
  transform: [...firstRow("notePosition"), { calculate: lines(wrapped(said, charactersIn(0.9))), as: "figuresNote" }],
  mark: {
    type: "text",
    align: "left",
    baseline: "top",
    dy: 8,
    fontStyle: "italic",
    lineBreak: "\n",
    lineHeight: linePx,
  },
  // From the left edge of the picture, below the names: further left than the name of the last period reaches at the right, it would widen it.
  encoding: {
    x: { value: { expr: `width + ${edgePx} + max(0, ${halfPeriodPx} - bandwidth('x') / 2) - ${pictureWidth}` } },
    y: { value: "height" },
    text: { condition: { test: haveRoom, value: "" }, field: "figuresNote" },
  },
});
