import type { TopLevelSpec } from "vega-lite";
import { BriefingError, defined } from "../../diagnostics/index.ts";
import { fieldReference } from "../spec/encoded-field.ts";
import { ledNames } from "../spec/led-names.ts";
import { loneLayer } from "../vega/gap-marks.ts";
import {
  type AnnotationsOf,
  annotationsOf,
  type BandAnnotation,
  bandOf,
  fieldsOfLines,
  lineLayers,
  lineNames,
  noteLayers,
} from "./annotations.ts";
import { nominal, ordinal, quantitative } from "./channels.ts";
import {
  aboutLine,
  emphasisColor,
  emphasiseLine,
  hasOthers,
  lineLooks,
  lineWidth,
  lookOfLines,
  markRows,
  mostCompared,
  namesSubject,
  overMarks,
} from "./emphasis.ts";
import { besideName, datumField, defaultFormat, figureText, nameWithFigure } from "./figure-label.ts";
import { gapTracks, halfStep, trackPx } from "./gap-tracks.ts";
import { intervalKey, intervalKeyPx, intervalParamOf } from "./interval-key.ts";
import type { LayerNeed } from "./layer-needs.ts";
import { lonePoints } from "./line-ends.ts";
import {
  belowAxisPx,
  belowPeriodsPx,
  commonBelow,
  commonLines,
  lastOfMany,
  longestPeriod,
  periodCharacters,
  periodCount,
  periodLabel,
  periodLines,
  shortPeriod,
  whereCommon,
} from "./period-names.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import {
  characterPx,
  charactersIn,
  digitPx,
  endAboveZero,
  extentOf,
  figureAxis,
  figureCharacters,
  gridBeyond,
  hasGaps,
  linePx,
  lines,
  widthParam,
  wrapped,
} from "./room-for-names.ts";
import type { SaidInterval } from "./said-interval.ts";
import { anyFigure, centeredLines, labelHeight, labelsHeight, linesPx, pixels, spreadLabels } from "./spread-labels.ts";
import { heavyZero, lineUnlessBelow, zeroParams } from "./zero-line.ts";

/** What `trendSpec` draws: the fields of the rows, by their names in `data`, titles, and what stands beside the lines. */
export interface TrendSpecOptions {
  /** Field of the periods: shown in the order of the rows, by their distance in time. */
  readonly x: string;
  /** Field of the figures. */
  readonly y: string;
  /** Field of the names of lines, up to fifteen: one is the subject, the others what it is compared with. */
  readonly series?: string;
  /** Field that is true in rows of the line that is the subject; `highlight` where absent. Where no row says so, the first line is. */
  readonly highlight?: string;
  /**
   * Up to three names of lines that the subject is compared with: in a darker grey, each with dashes of its own, while the rest are thin. All others
   * where absent and there are three at most.
   */
  readonly compared?: readonly string[];
  /** Written at the axis, as what its periods are: `Year to March`. */
  readonly xTitle?: string;
  readonly yTitle?: string;
  /** d3 number format of the scale and the labels; `,` where absent. */
  readonly format?: string;
  /** Of the plot, in px: 233 where absent, and more where the names at the ends need it. */
  readonly heightPx?: number;
  /** What stands beside the lines. */
  readonly annotations?: AnnotationsOf<"trendSpec">;
}

/** A parameter: characters of the longest figure, and of its period where a line may end before the last. */
const longestFigure = "longestFigure";

/** Lines that a reader can tell from one another by the names at their ends. */
const mostLines = 15;

/**
 * A line over periods, with its last known figure written at its end; lines of several series carry their names there instead of a
 * legend, moved apart where they would touch, with a thin line to the point that they are of.
 *
 * The highest and the lowest figure of all lines stand at their dots, where these are neither the first nor the last and there are no annotations.
 *
 * A gap breaks the line, and says why below its periods: [c] or [x], of several lines once for those that have the same gaps, with their names. The scale starts at zero, so that a rise looks as large as it is.
 */
export function trendSpec(options: TrendSpecOptions): TopLevelSpec {
  const { x, y, series, highlight = "highlight", xTitle, yTitle, format, heightPx = 233 } = options;
  const compares = comparedLines(options);
  const annotations = annotationsOf("trendSpec", options);
  const notes = noteLayers({ annotations, x, y, format, clearPx: 8 });
  const band = bandOf(annotations);
  const compared = lineLayers({
    annotations,
    format,
    scale: (field) => quantitative(field, yTitle),
    isUpwards: true,
    // Not into the names behind the last period.
    end: `min(width, ${lastPeriodPx} + 9)`,
  });
  const grid = gridBeyond(heightPx);
  const figure = figureText(y, format ?? defaultFormat);
  const below = belowPeriods(xTitle);
  const axisLabels = lastOfMany(x);
  const characters = charactersIn(0.3, 18);
  const name = series === undefined ? [] : [fieldReference(series)];
  const label =
    series === undefined
      ? figure
      : // A line that ends before the last period has its own behind its figure.
        lines(
          wrapped(
            `${nameWithFigure(datumField(series), figure, datumField(y))} + (${isEarly} ? ' (' + ${shortPeriod(datumField(x))} + ')' : '')`,
            characters,
          ),
        );
  const across = lineNames(annotations, format, characters);
  const labelsPx =
    series === undefined
      ? "0"
      : labelsHeight({
          names: series,
          characters,
          figureCharacters: longestFigure,
        });
  const labelSize =
    series === undefined
      ? labelHeight
      : linesPx(
          lines(
            wrapped(
              `${datumField(series)} + ${besideName(datumField(series))} + ${anyFigure(longestFigure)}`,
              characters,
            ),
          ),
        );
  const { color, look } = looksOf(series);
  const peaks = turns({ x, y, series, yTitle, figure, annotations });
  // The last figure of each line, in the text colour: a line may be paler than a text.
  const ends = {
    transform: [
      // The mark of a gap says that there is none after it.
      { filter: "datum.lastFigured && datum.rowPosition === datum.lastFigured.figurePosition" },
      // Names of lines across are moved apart with those of the chart's own: where they end is free room.
      ...withLineNames(across),
      {
        calculate: ofKind(
          across.map(({ text }) => text),
          `(${label})`,
        ),
        as: "endLabel",
      },
      ...spreadLabels({
        at: ofKind(
          across.map(({ value }) => `isValid(${datumField(value)}) ? scale('y', ${datumField(value)}) : 0`),
          `scale('y', datum.lastFigured[${JSON.stringify(y)}])`,
        ),
        size: ofKind(
          across.map(({ size }) => size),
          String(labelSize),
        ),
        groupby: [],
        to: `height - ${labelHeight} / 2`,
      }),
    ],
    layer: [
      leader(x),
      ...(across.length === 0
        ? []
        : [
            {
              transform: [{ filter: `!(${isOwnName})` }, { calculate: lastPeriodPx, as: "lineEnd" }],
              layer: [
                {
                  transform: [{ filter: isMoved }],
                  mark: { type: "rule", xOffset: 9, x2Offset: 14, opacity: 0.6 },
                  encoding: { x: atLineEnd, x2: atLineEnd, y: workedOut("labelHome"), y2: workedOut("labelAt") },
                },
                {
                  mark: { type: "text", align: "left", ...centeredLines(), dx: besideLine },
                  encoding: { x: atLineEnd, y: workedOut("labelAt"), text: { field: "endLabel" } },
                },
              ],
            },
          ]),
      ...(series === undefined
        ? [endName({ dx: across.length > 0 ? besideLine : 8, fontWeight: "bold", style: namesSubject }, isOwnName)]
        : [
            {
              name: `${ledNames}-subject`,
              ...endName(
                { ...behindLast(x), fontWeight: "bold", style: namesSubject },
                `${isOwnName} && datum.rowEmphasis === 1`,
              ),
            },
            { name: `${ledNames}-others`, ...endName(behindLast(x), `${isOwnName} && datum.rowEmphasis !== 1`) },
          ]),
    ],
  };
  const recipe = {
    recipe: "trendSpec",
    written: {
      fields: [y, ...(band === undefined ? [] : [band.low, band.high]), ...fieldsOfLines(annotations)],
      format: format,
    },
    annotations: { x, annotations },
    timeAxis: { field: x, holds: "lines" as const, label: periodLabel() },
    instead:
      "Use smallMultiplesSpec for up to 40 lines, sparklinesSpec for up to 45, and rankingSpec with the rows of one period for more; of many periods, show fewer, or give the chart more width.",
    gaps: { field: y, ...defined({ line: series }) },
    layersFor: peaks.layersFor,
    ...defined({ interval: band && bandSaid(band) }),
    ...defined({
      most: series === undefined ? undefined : { field: series, count: mostLines },
      compared: series === undefined || compares === undefined ? undefined : { field: series, names: compares },
    }),
  };
  return recipeSpec(recipe, {
    ...onePlot,
    // The later one holds: a height by itself is a number, and this one grows with the names.
    height: heightPx,
    params: [
      widthParam,
      ...axisLabels.params,

      ...zeroParams,
      ...peaks.params,
      { name: tracksFrom, expr: band === undefined ? below : `${below} + ${bandKeyPx}` },
      ...(band === undefined ? [] : [intervalParamOf(bandSaid(band))]),
      ...(series === undefined
        ? []
        : [
            {
              name: longestFigure,
              expr: `${figureCharacters(y, format ?? defaultFormat)} + (${hasGaps(y)} ? ${longestPeriod} + ${" ()".length} : 0)`,
            },
          ]),
      { name: "height", expr: `max(${heightPx}, ${[labelsPx, ...across.map(({ size }) => size)].join(" + ")})` },
    ],
    transform: [
      ...(series === undefined ? [] : markRows(series, highlight)),
      // Of all rows, so that those alone are copied which the names at the ends are of.
      { window: [{ op: "row_number" as const, as: "rowPosition" }], groupby: name },
      { calculate: `isValid(${datumField(y)}) ? datum.rowPosition : null`, as: "figurePosition" },
      // At once: Vega keeps the rows of each group for each such step.
      {
        joinaggregate: [
          ...(series === undefined ? [] : aboutLine),
          { op: "count" as const, as: "rowCount" },
          { op: "argmin" as const, field: "figurePosition", as: "firstFigured" },
          { op: "argmax" as const, field: "figurePosition", as: "lastFigured" },
        ],
        groupby: name,
      },
      ...(series === undefined ? [] : [...emphasiseLine(series), ...lookOfLines(series, compares)]),
    ],
    encoding: {
      x: ordinal(x, xTitle, {
        scale: { type: "point", padding: 0.2 },
        axis: {
          title: null,
          ...lineUnlessBelow(y),
          ticks: true,
          tickSize: 4,
          labelAngle: 0,
          labelOverlap: false,
          labelExpr: axisLabels.labelExpr,
          labelLineHeight: linePx,
        },
      }),
      y: quantitative(y, yTitle, {
        axis: { ...figureAxis(y, format ?? defaultFormat), ...grid.axis, ...heavyZero(y), ...notes.axis },
        scale: { zero: true, ...grid.scale, ...endAboveZero(y, ...fieldsOfLines(annotations)) },
      }),
    },
    layer: [
      ...notes.behind,
      ...bandLayer(band, yTitle, color),
      ...compared.rules,
      // Of many lines, the points would be most of what is seen.
      series === undefined
        ? { mark: { type: "line", point: dots(40) } }
        : { mark: { type: "line", strokeWidth: lineWidth, point: dots(18) }, encoding: look },
      // The subject lies on top.
      ...(series === undefined
        ? []
        : [
            {
              transform: [{ filter: `datum.lineLook === 2 && ${hasOthers}` }],
              mark: { type: "line" as const, point: dots(24) },
              encoding: look,
            },
          ]),
      lone(y, name, look),
      ends,
      ...peaks.layers,
      commonBelow(belowPeriodsPx(xTitle), xTitle),
      ...notes.over,
      ...(band === undefined
        ? []
        : [intervalKey({ dy: `${below} + ${bandPx}`, left: "0", end: band.low, look: bandLook })]),
      gapTracks({ x, y, series, from: tracksFrom }),
    ],
  });
}

/** What tells lines apart, and how these look. */
function looksOf(series: string | undefined): { readonly color: object; readonly look: object } {
  if (series === undefined) return { color: {}, look: {} };
  const color = { color: emphasisColor, detail: nominal(series, undefined, { sort: null }) };
  return { color, look: { ...color, ...lineLooks } };
}

/** Dots of a line closer than so many px would touch. */
const leastApartPx = 7;
const areApart = `width >= ${leastApartPx} * (${periodCount} - 1)`;

/** The dots of a line, seen where they are far enough apart to be told as such; elsewhere they are there to be hovered over. */
const dots = (size: number) => ({ size, opacity: { expr: `${areApart} ? 1 : 0` } });

/** Where lines have no dots: those of figures that have a gap on either side, which a line does not show. */
const lone = (y: string, groupby: readonly string[], look: object) => ({
  name: loneLayer,
  transform: lonePoints(y, groupby),
  mark: { type: "point", size: 24, opacity: { expr: `${areApart} ? 0 : 1` } },
  encoding: look,
});

/** The names that the subject is compared with. Throws a `BriefingError` (`chart-crowded`) where they are more than dashes tell apart. */
function comparedLines({ compared }: TrendSpecOptions): readonly string[] | undefined {
  if (compared !== undefined && compared.length > mostCompared)
    throw new BriefingError([
      {
        code: "chart-crowded",
        severity: "error",
        message: `trendSpec tells ${mostCompared} lines apart beside the subject, and is given ${compared.length}: ${compared.join(", ")}.`,
        hint: `Name the ${mostCompared} that matter in "compared"; the rest are drawn thin, with their names at their ends.`,
        source: { id: "trendSpec" },
      },
    ]);
  return compared;
}

/** A Vega expression: px from the plot to what stands below the names of its periods, and what these have in common. */
const belowPeriods = (title: string | undefined): string =>
  title === undefined
    ? whereCommon(
        `${belowAxisPx + 5} + ${linePx} * ${commonLines()}`,
        `${trackPx.first} + ${linePx} * (${periodLines(periodCharacters)} - 1)`,
      )
    : `${belowPeriodsPx(title)} + 8 + ${linePx} * ${commonLines(title)}`;

/** A parameter: px from the plot to the first track of gaps. */
const tracksFrom = "tracksFrom";

/** What a band is called, and what that takes below the names of the periods, px: as many lines as it is long. */
const bandSaid = ({ low, high, label, level }: BandAnnotation): SaidInterval => ({
  low,
  high,
  label,
  ...defined({ is: level }),
});
const bandPx = 4;
const bandKeyPx = `(${intervalKeyPx} + ${bandPx + 8})`;
const bandLook = { strokeWidth: 11, strokeCap: "butt", opacity: 0.2 } as const;

/** A position that is worked out, px. */
const px = (value: string) => ({ value: { expr: value } });

/** A Vega expression: px from the last figure of a line to the last period, where it ends early. */
const toLast = (x: string) => `(${isEarly} ? ${lastPeriodPx} - scale('x', ${datumField(x)}) : 0)`;
const behindLast = (x: string) => ({ dx: { expr: `${besideLine} + ${toLast(x)}` } });

/** What the names of the layer begin with that writes peaks and lows, and of its parameters: the lowest and the highest figure of all, and their periods and lines. */
const turnLayer = "turns";
const [turnFigures, turnPeriods, turnLines] = ["Figures", "Periods", "Lines"].map((of) => `${turnLayer}${of}`);

/** Of a figure at a peak or a low, px: from its dot, and what it takes up or down; and how much of it stands on either side of its dot at least. */
const turnPx = { off: 5, high: 17, least: 4 };

interface TurnsOptions {
  readonly x: string;
  readonly y: string;
  readonly series: string | undefined;
  /** Stands at the left above the plot. */
  readonly yTitle: string | undefined;
  /** A Vega expression: the figure as text. */
  readonly figure: string;
  readonly annotations: readonly unknown[];
}

/**
 * The highest and the lowest figure of all, where they are neither the first nor the last of their line: above the one and below the other there is no line.
 * Those of thin lines are not told, and no low that has the foot of the plot below it.
 */
function turns({ x, y, series, yTitle, figure, annotations }: TurnsOptions) {
  // Lines and words of these would lie on them.
  if (annotations.length > 0) return { params: [], layers: [], layersFor: [] };
  const column = (field: string) => `pluck(data('data'), ${JSON.stringify(fieldReference(field))})`;
  const ofFigures = (field: string) =>
    `[${[0, 1].map((end) => `${column(field)}[indexof(${column(y)}, ${turnFigures}[${end}])]`).join(", ")}]`;
  const own = datumField(y);
  const at = `scale('x', ${datumField(x)})`;
  const half = `(${digitPx} * length(${figure}) / 2 + 2)`;
  const shift = `(clamp(${at}, ${half}, max(${half}, ${lastPeriodPx} - ${half})) - ${at})`;
  // What is called otherwise where the chart stands may be of any length.
  const titlePx = yTitle === undefined ? "width" : Math.ceil(characterPx * yTitle.length + 8);
  const beyond = (side: "<" | ">") =>
    ["firstFigured", "lastFigured"].map((row) => `${own} ${side} datum.${row}[${JSON.stringify(y)}]`).join(" && ");
  // Of figures that are alike the first.
  const isEnd = (end: 0 | 1) =>
    [
      `${own} === ${turnFigures}[${end}]`,
      `${datumField(x)} === ${turnPeriods}[${end}]`,
      ...(series === undefined ? [] : [`${datumField(series)} === ${turnLines}[${end}]`]),
    ].join(" && ");
  const isPeak = `${isEnd(1)} && ${beyond(">")} && (scale('y', ${own}) >= ${turnPx.high} || ${at} - ${half} > ${titlePx})`;
  const isLow = `${isEnd(0)} && ${beyond("<")} && height - scale('y', ${own}) >= ${turnPx.high}`;
  const layer = {
    name: turnLayer,
    transform: [
      {
        filter: `(${isPeak} || ${isLow})${series === undefined ? "" : " && datum.lineLook > 0"} && abs(${shift}) <= ${half} - ${turnPx.least}`,
      },
    ],
    mark: {
      type: "text" as const,
      align: "center" as const,
      baseline: { expr: `${own} === ${turnFigures}[1] ? 'bottom' : 'top'` },
      dx: { expr: shift },
      dy: { expr: `${own} === ${turnFigures}[1] ? ${-turnPx.off} : ${turnPx.off}` },
      text: { expr: figure },
      style: overMarks,
    },
  };
  const params = [
    { name: turnFigures, expr: extentOf(y) },
    { name: turnPeriods, expr: ofFigures(x) },
    ...(series === undefined ? [] : [{ name: turnLines, expr: ofFigures(series) }]),
  ];
  return {
    params,
    layers: [layer],
    layersFor: [
      { layer: turnLayer, draws: "turns", field: y, ...defined({ line: series }) },
    ] satisfies readonly LayerNeed[],
  };
}

/** A thin line from the last figure of a line to its name where that stands elsewhere: dotted where it is as long as a part of a line, which it is not. */
const leader = (x: string) => ({
  transform: [{ filter: `${isOwnName} && (${isMoved} || ${isEarly})` }],
  mark: {
    type: "rule",
    // Not beside the next period, however close that is.
    xOffset: { expr: `${isEarly} ? min(5, ${halfStep}) : 5` },
    x2Offset: 14,
    opacity: 0.6,
    strokeDash: { expr: `${isEarly} ? [1, 3] : [1, 0]` },
  },
  encoding: {
    x2: px(`scale('x', ${datumField(x)}) + ${toLast(x)}`),
    y: pixels("labelHome"),
    y2: { field: "labelAt" },
  },
});

/** Names at the ends of lines, of those that a Vega expression is true of. */
const endName = (mark: object, ofLine: string) => ({
  transform: [{ filter: ofLine }],
  mark: { type: "text", align: "left", ...centeredLines(), ...mark },
  encoding: { y: pixels("labelAt"), text: { field: "endLabel" } },
});

/** From the end of a line to its name, where a thin line may join them, px. */
const besideLine = 17;

/** A Vega expression: px of the last period. */
const lastPeriodPx = "scale('x', domain('x')[length(domain('x')) - 1])";
/** A position that a transform has worked out, px. */
const workedOut = (field: string) => ({ value: { expr: `datum.${field}` } });
const atLineEnd = workedOut("lineEnd");

/** Of a name at the end of a line: 0 where it is one of the chart's own, else the number of the line across. */
const nameKind = "nameKind";
const isOwnName = `!(datum.${nameKind} > 0)`;

/** A Vega expression: whether a line has gaps behind its last figure. */
const isEarly = "(datum.rowPosition < datum.rowCount)";

/** A Vega expression: whether a name stands elsewhere than its line ends. */
const isMoved = "abs(datum.labelAt - datum.labelHome) > 3";

/** A Vega expression by what a name is of: of the lines across, and of the chart's own. */
const ofKind = (across: readonly string[], own: string): string =>
  across.reduceRight(
    (otherwise, each, index) => `(datum.${nameKind} === ${index + 1} ? (${each}) : ${otherwise})`,
    own,
  );

/** Transforms that add a row for the name of each line across that there is. */
const withLineNames = (across: readonly { readonly value: string }[]) =>
  across.length === 0
    ? []
    : [
        { window: [{ op: "row_number", as: "endNumber" }] },
        {
          calculate: `datum.endNumber > 1 ? [0] : [${["0", ...across.map(({ value }, index) => `isValid(${datumField(value)}) ? ${index + 1} : -1`)].join(", ")}]`,
          as: nameKind,
        },
        { flatten: [nameKind], as: [nameKind] },
        { filter: `datum.${nameKind} >= 0` },
      ];

/** The intervals of the figures, behind their lines. */
const bandLayer = (band: BandAnnotation | undefined, title: string | undefined, color: object): object[] =>
  band === undefined
    ? []
    : [
        {
          mark: { type: "area", opacity: 0.2, line: false },
          encoding: {
            y: quantitative(band.low, title, { stack: null }),
            y2: { field: fieldReference(band.high) },
            ...color,
          },
        },
      ];
