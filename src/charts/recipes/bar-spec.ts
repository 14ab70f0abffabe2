import type { TopLevelSpec } from "vega-lite";
import { fieldReference } from "../spec/encoded-field.ts";
import {
  type AnnotationsOf,
  annotationsOf,
  fieldsOfLines,
  isLine,
  lineLayers,
  noteLayers,
  rowNotes,
  rowNotesPx,
} from "./annotations.ts";
import { nominal, ordinal, quantitative } from "./channels.ts";
import { emphasisColor, emphasise, overMarks } from "./emphasis.ts";
import { writtenFormat } from "./even-decimals.ts";
import { datumField, defaultFormat, figureLabels, labelField, labelPosition } from "./figure-label.ts";
import { optionsNow } from "./options-now.ts";
import { belowAxisPx, commonBelow, periodParams, shortPeriod, titleAbove, whereCommon } from "./period-names.ts";
import { recipeNotes } from "./recipe-notes.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import {
  allOf,
  barRange,
  beyondBar,
  characterPx,
  comparedRange,
  endAboveZero,
  figureColumn,
  hasNegative,
  legendOf,
  linePx,
  mostLinesAtSpacesOf,
  nameRows,
  namesAbove,
  widthParam,
  wrappedAtSpaces,
} from "./room-for-names.ts";
import { inRowOrder } from "./row-order.ts";
import { zeroLine, zeroParams } from "./zero-line.ts";

/** What `barSpec` draws: the fields of the rows, by their names in `data`, and titles. */
export interface BarSpecOptions {
  /** Field of the columns, e.g. periods: shown in the order of the rows. Periods that do not follow one another at equal distances have empty places between them. */
  readonly x: string;
  /** Field of the figures. */
  readonly y: string;
  /** Field that sets apart the columns of one x. Of two, such as two periods, the first is grey and the last in the main colour; the one that `highlight` marks, where it does. */
  readonly series?: string;
  /** Field that is true in the rows to stand out, and of two series in all rows of one; `highlight` where absent. */
  readonly highlight?: string;
  /** Written at the axis, as what its periods are: `Year to March`. */
  readonly xTitle?: string;
  readonly yTitle?: string;
  /** d3 number format of the labels; `,` where absent. */
  readonly format?: string;
  /** What stands beside the columns. Where these are bars, notes stand above them, with the names of their periods. */
  readonly annotations?: AnnotationsOf<"barSpec">;
}

/** As many as a palette has colours. */
const mostSeries = 8;
/** Of a legend from the plot: columns have figures above them. */
const legendPx = { columns: 24, rows: 8 };
const heightPx = 220;
const widestPx = 96;
/** From the end of a column to its figure, px. */
const figurePx = 3;

/**
 * Columns with their figures on top: a few periods, for one series or a few side by side. Two series are named above their
 * first columns where there is room, others in a legend.
 *
 * Where names or figures have no room at columns they are bars, one below the other, in the same order.
 */
export function barSpec(options: BarSpecOptions): TopLevelSpec {
  const now = optionsNow(options);
  const { y, series, highlight = "highlight" } = options;
  const annotations = annotationsOf("barSpec", options);
  const written = writtenFormat(y, options.format);
  const notes = {
    ...ownNotes,
    written: { fields: [y, ...fieldsOfLines(annotations)], format: options.format },
    annotations: { x: options.x, annotations },
    timeAxis: { field: options.x, holds: "columns" as const },
    ...(series === undefined ? {} : { grid: { fields: [series, options.x] as const, value: y } }),
  };
  const base = {
    ...onePlot,
    params: [widthParam, ...periodParams(options.x), ...zeroParams, ...written.params],
    height: heightPx,
    transform: [
      ...figureLabels(y, written.format),
      ...(series === undefined ? emphasise(highlight) : orderOfPair(series, highlight)),
    ],
  };
  if (series === undefined) {
    const look = { color: emphasisColor };
    return recipeSpec(
      {
        ...notes,
        otherwise: [
          () => rows(now, look),
          ...(annotations.length > 0 ? [] : [() => rows(now, { ...look, areNamesAbove: true })]),
        ],
      },
      { ...base, ...columns(options, look) },
    );
  }
  const aboveRows =
    annotations.length === 0 ? legendPx.rows : `${legendPx.rows} + ${rowNotesPx({ annotations, x: options.x })}`;
  const pair = { ...notes, told: { field: series, from: 2, to: 2 } };
  const asPair = [
    () => columns(now, { color: pairColor(series, null), named: series }),
    () => columns(now, { color: pairColor(series, legendOf(series, legendPx.columns)) }),
    () => rows(now, { color: pairColor(series, legendOf(series, aboveRows)) }),
  ] as const;
  const [first, ...others] = asPair;
  const ofMany = (offset: number | string) => ({ color: { ...colorOf(series), legend: legendOf(series, offset) } });
  const otherwise = [
    ...others.map((draw) => () => ({ ...draw(), ...recipeNotes(pair) })),
    ...[() => columns(now, ofMany(legendPx.columns)), () => rows(now, ofMany(aboveRows))].map((draw) => () => ({
      ...draw(),
      ...recipeNotes({ ...notes, most: { field: series, count: mostSeries } }),
    })),
  ];
  return recipeSpec({ ...pair, otherwise }, { ...base, ...first() });
}

const ownNotes = {
  recipe: "barSpec",
  instead:
    "Use rankingSpec for many names, with the rows of one period where there are several; over time, trendSpec for up to 15 series, and smallMultiplesSpec for up to 40.",
};

const colorOf = (series: string) => nominal(series, undefined, { sort: null });

/**
 * Transforms that order the two of a pair: the last in the order of the rows is the subject, unless the other one is marked in all of its rows.
 */
const orderOfPair = (series: string, highlight: string) => [
  ...inRowOrder(series, "seriesStart"),
  { calculate: `${datumField(highlight)} === true ? 1 : 0`, as: "isMarked" },
  {
    joinaggregate: [{ op: "min" as const, field: "isMarked", as: "isMarkedSeries" }],
    groupby: [fieldReference(series)],
  },
  { calculate: "datum.isMarkedSeries * 1e9 + datum.seriesStart", as: "pairPosition" },
];

/** The subject of two in the main colour, the other as what it is compared with. */
const pairColor = (series: string, legend: object | null) => ({
  ...colorOf(series),
  sort: { field: "pairPosition", op: "min" },
  scale: { range: "emphasis", reverse: true },
  // In the order of the bars, which is that of the rows.
  legend: legend === null ? null : { ...legend, values: { expr: inOrderOfRows(series) } },
});

/** A Vega expression: the names of a pair, the first row's first. */
const inOrderOfRows = (series: string): string => {
  const first = `data('data')[0][${JSON.stringify(series)}]`;
  return `domain('color')[0] === ${first} ? domain('color') : [domain('color')[1], domain('color')[0]]`;
};

interface Look {
  readonly color: object;
  /** Field whose texts stand above the columns of the first x, in place of a legend. */
  readonly named?: string;
  /** Of bars below one another: names stand above them, as they are too long for the room beside. */
  readonly areNamesAbove?: boolean;
}

function columns(options: BarSpecOptions, { color, named }: Look): object {
  const { x, y, series, xTitle, yTitle, format } = options;
  const annotations = annotationsOf("barSpec", options);
  const compared = lineLayers({ annotations, format, scale: quantitative, isUpwards: true });
  const notes = noteLayers({
    annotations,
    x,
    y,
    isOfColumns: true,
    format,
    // Above the figure of its column, and the name of a series.
    clearPx: 24 + (named === undefined ? 0 : linePx),
  });
  const nameCharacters = `max(3, floor(bandwidth('x') * 1.2 / ${characterPx}))`;
  const nameLines = whereCommon("1", mostLinesAtSpacesOf(allOf(x), nameCharacters));
  const figure = datumField(y);
  const isDown = `isValid(${figure}) && ${figure} < 0`;
  // A line that figures are compared with runs through some of them.
  const isCompared = annotations.some(isLine);
  const offLines = (side: "1" | "-1") => clearOfLines(fieldsOfLines(annotations), side);
  const label = (distance: number) => ({
    type: "text",
    ...(isCompared && { style: overMarks }),
    baseline: { expr: `${isDown} ? 'top' : 'bottom'` },
    dy: { expr: `${isDown} ? ${distance} : -${distance}` },
  });
  return {
    encoding: {
      x: ordinal(x, xTitle, {
        axis: {
          title: null,
          domain: true,
          domainOpacity: { expr: `${hasNegative(y)} ? 0 : 1` },
          // Below the figures of columns that go down, and their names.
          offset: { expr: `${hasNegative(y)} ? ${named === undefined ? 16 : 16 + linePx} : 0` },
          labelAngle: 0,
          labelOverlap: false,
          labelLimit: 0,
          labelExpr: wrappedAtSpaces(shortPeriod("datum.label"), nameCharacters),
        },
      }),
      ...(series === undefined ? {} : { xOffset: { field: fieldReference(series), sort: null } }),
    },
    layer: [
      ...notes.behind,
      {
        // One or two columns are no wider than those of a few.
        mark: { type: "bar", ...(series === undefined && { width: { expr: `min(bandwidth('x'), ${widestPx})` } }) },
        encoding: {
          y: quantitative(y, yTitle, {
            // Side by side, not on top of one another.
            stack: null,
            axis: zeroLine(y),
            scale: { zero: true, ...endAboveZero(y, ...fieldsOfLines(annotations)) },
          }),
          color,
        },
      },
      ...compared.rules,
      ...compared.names,
      {
        mark: {
          ...label(figurePx),
          ...(isCompared && { dy: { expr: `${isDown} ? ${offLines("1")} : -${offLines("-1")}` } }),
        },
        encoding: { y: { field: labelPosition, type: "quantitative" }, text: { field: labelField } },
      },
      ...(named === undefined
        ? []
        : [
            {
              transform: [
                { window: [{ op: "first_value", field: fieldReference(x), as: "firstX" }], frame: [null, null] },
                { filter: `${datumField(x)} === datum.firstX` },
              ],
              mark: label(figurePx + linePx),
              encoding: {
                y: { field: labelPosition, type: "quantitative" },
                text: { field: fieldReference(named) },
              },
            },
          ]),
      commonBelow(
        `${belowAxisPx - 4} + (${hasNegative(y)} ? ${named === undefined ? 16 : 16 + linePx} : 0)${xTitle === undefined ? "" : ` + ${linePx} * (${nameLines} - 1)`}`,
        xTitle,
      ),
      ...notes.over,
    ],
  };
}

/**
 * A Vega expression: how far from the end of its column a figure stands, px: beyond a line to compare with that would run through it, on the side that
 * columns go to (1: downwards). Of two lines each may push it to the other.
 */
function clearOfLines([first, second]: readonly string[], side: "1" | "-1"): string {
  const pushed = (away: string, field: string | undefined): string => {
    if (field === undefined) return away;
    const line = `(${side} * (scale('y', ${datumField(field)}) - scale('y', datum.${labelPosition})))`;
    const isThrough = `isValid(${datumField(field)}) && ${line} > ${away} - 1 && ${line} < ${away} + ${linePx}`;
    return `(${isThrough} ? ${line} + 2 : ${away})`;
  };
  const once = pushed(pushed(String(figurePx), first), second);
  return second === undefined ? once : pushed(once, first);
}

function rows(options: BarSpecOptions, { color, areNamesAbove = false }: Look): object {
  const { x, y, series, xTitle, yTitle, format = defaultFormat } = options;
  const annotations = annotationsOf("barSpec", options);
  const compared = lineLayers({ annotations, format, scale: quantitative, isUpwards: false, hasColumn: true });
  const notes = rowNotes({ annotations, x, format });
  const { format: written, params } = writtenFormat(y, options.format);
  const isCompared = annotations.some(isLine);
  const beside = nameRows(x, { stepPx: 18 });
  const above = namesAbove(x);
  const names = areNamesAbove ? above : beside;
  return {
    params: [...names.params, ...zeroParams, ...params],
    height: series === undefined ? names.height : { step: 15, for: "offset" },
    ...(xTitle !== undefined && {
      title: titleAbove(xTitle, annotations.length === 0 ? legendPx.rows : rowNotesPx({ annotations, x })),
    }),
    encoding: {
      y: ordinal(x, xTitle, {
        axis: names.axis,
        ...(areNamesAbove && { scale: above.scale }),
        // Groups stand so far apart, and close to the legend.
        ...(series === undefined ? {} : { scale: { paddingInner: 0.2, paddingOuter: 0.05 } }),
      }),
      ...(series === undefined
        ? {}
        : { yOffset: { field: fieldReference(series), sort: null, scale: { paddingInner: 0.1 } } }),
    },
    layer: [
      ...notes.behind,
      {
        mark: { type: "bar", ...(areNamesAbove ? above.bar : series === undefined ? beside.bar : {}) },
        encoding: {
          x: quantitative(y, yTitle, {
            stack: null,
            axis: zeroLine(y),
            scale: {
              zero: true,
              nice: false,
              ...(isCompared ? comparedRange(y, written, fieldsOfLines(annotations)) : barRange(y, written)),
            },
          }),
          color,
        },
      },
      ...compared.rules,
      ...compared.names,
      isCompared
        ? figureColumn
        : {
            mark: { type: "text", baseline: "middle", ...beyondBar(y), ...(areNamesAbove && above.beside) },
            encoding: { x: { field: labelPosition, type: "quantitative" }, text: { field: labelField } },
          },
      ...(areNamesAbove ? [above.layer] : []),
      ...notes.over,
    ],
  };
}
