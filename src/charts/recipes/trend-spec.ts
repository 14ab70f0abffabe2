import type { TopLevelSpec } from "vega-lite";
import { BriefingError, defined } from "../../diagnostics/index.ts";
import { fieldReference } from "../spec/encoded-field.ts";
import { pictureWidth } from "../spec/picture-width.ts";
import {
  type AnnotationsOf,
  annotationsOf,
  type BandAnnotation,
  bandOf,
  fieldsOfLines,
  lineLayers,
  noteLayers,
} from "./annotations.ts";
import { nominal, ordinal, quantitative } from "./channels.ts";
import {
  emphasisColor,
  emphasiseLine,
  lineLooks,
  lineWidth,
  lookOfLines,
  mostCompared,
  namesSubject,
  overMarks,
} from "./emphasis.ts";
import { datumField, defaultFormat, figureText, labelField, nameWithFigure } from "./figure-label.ts";
import { gapsInRuns, isMiddleOfRun } from "./gap-runs.ts";
import { lonePoints, rowPositions } from "./line-ends.ts";
import { belowAxisPx, commonBelow, lastOfMany } from "./period-names.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import { firstRow } from "./reference-layers.ts";
import {
  charactersIn,
  endAboveZero,
  figureAxis,
  figureCharacters,
  linePx,
  lines,
  widthParam,
  wrapped,
} from "./room-for-names.ts";
import { anyFigure, centeredLines, labelHeight, labelsHeight, linesPx, pixels, spreadLabels } from "./spread-labels.ts";
import { heavyZero, lineUnlessBelow, zeroParams } from "./zero-line.ts";

/** What `trendSpec` draws: the fields of the rows, by their names in `data`, titles, and what stands beside the lines. */
export interface TrendSpecOptions {
  /** Field of the periods: shown in the order of the rows. */
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
  readonly xTitle?: string;
  readonly yTitle?: string;
  /** d3 number format of the scale and the labels; `,` where absent. */
  readonly format?: string;
  /** Of the plot, in px: 233 where absent, and more where the names at the ends need it. */
  readonly heightPx?: number;
  /** What stands beside the lines. */
  readonly annotations?: AnnotationsOf<"trendSpec">;
}

/** Lines that a reader can tell from one another by the names at their ends. */
const mostLines = 15;

/**
 * A line over periods, with its last known figure written at its end; lines of several series carry their names there instead of a
 * legend, moved apart where they would touch, with a thin line to the point that they are of.
 *
 * A gap breaks the line, and says why: [c] or [x], of several lines with the name of the one that it breaks. The scale starts at zero, so that a rise looks as large as it is.
 */
export function trendSpec(options: TrendSpecOptions): TopLevelSpec {
  const { x, y, series, highlight = "highlight", xTitle, yTitle, format, heightPx = 233 } = options;
  const compares = comparedLines(options);
  const annotations = annotationsOf("trendSpec", options);
  const notes = noteLayers({ annotations, x, y, format, clearPx: 8 });
  const compared = lineLayers({
    annotations,
    format,
    scale: (field) => quantitative(field, yTitle),
    isUpwards: true,
  });
  const figure = figureText(y, format ?? defaultFormat);
  const axisLabels = lastOfMany(x);
  const characters = charactersIn(0.3, 18);
  const name = series === undefined ? [] : [fieldReference(series)];
  const label =
    series === undefined
      ? figure
      : lines(wrapped(nameWithFigure(datumField(series), figure, datumField(y)), characters));
  const longestFigure = figureCharacters(y, format ?? defaultFormat);
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
      : linesPx(lines(wrapped(`${datumField(series)} + ' ' + ${anyFigure(longestFigure)}`, characters)));
  const color =
    series === undefined ? {} : { color: emphasisColor, detail: nominal(series, undefined, { sort: null }) };
  const look = series === undefined ? {} : { ...color, ...lineLooks };
  // The last figure of each line, in the text colour: a line may be paler than a text.
  const ends = {
    transform: [
      ...rowPositions(name),
      { calculate: `isValid(${datumField(y)}) ? datum.rowPosition : -1`, as: "figurePosition" },
      { joinaggregate: [{ op: "argmax", field: "figurePosition", as: "lastFigured" }], groupby: name },
      // A single line that ends early has its last figure at its end: the mark of the gap says that there is none after it.
      {
        filter: `datum.rowPosition === ${series === undefined ? "datum.lastFigured.figurePosition" : "datum.rowCount"}`,
      },
      { calculate: label, as: "endLabel" },
      ...spreadLabels({
        // A line that ends early has its name at the height of its end, and says that its last figure is not known.
        at: `datum.lastFigured.figurePosition > 0 ? scale('y', datum.lastFigured[${JSON.stringify(y)}]) : height`,
        size: labelSize,
        groupby: [],
        to: `height - ${labelHeight} / 2`,
      }),
    ],
    layer: [
      {
        transform: [{ filter: `isValid(${datumField(y)}) && abs(datum.labelAt - datum.labelHome) > 3` }],
        mark: { type: "rule", xOffset: 5, x2Offset: 14, opacity: 0.6 },
        encoding: { x2: { field: fieldReference(x) }, y: pixels("labelHome"), y2: { field: "labelAt" } },
      },
      ...(series === undefined
        ? [endName({ dx: 8, fontWeight: "bold", style: namesSubject })]
        : [
            endName({ dx: 17, fontWeight: "bold", style: namesSubject }, "datum.emphasis === 1"),
            endName({ dx: 17 }, "datum.emphasis !== 1"),
          ]),
    ],
  };
  const recipe = {
    recipe: "trendSpec",
    written: { fields: [y, ...fieldsOfLines(annotations)], format: format },
    annotations: { x, annotations },
    instead:
      "Use smallMultiplesSpec or sparklinesSpec for up to 55 lines, and rankingSpec with the rows of one period for more; of many periods, show fewer, or give the chart more width.",
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
      ...(series === undefined ? [] : stripParams(y)),
      { name: "height", expr: `max(${heightPx}, ${labelsPx})` },
    ],
    transform: series === undefined ? [] : [...emphasiseLine(series, highlight), ...lookOfLines(series, compares)],
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
          ...(series === undefined ? {} : { offset: { expr: stripPx } }),
        },
      }),
      y: quantitative(y, yTitle, {
        axis: { ...figureAxis(y, format ?? defaultFormat), ...heavyZero(y), ...notes.axis },
        scale: { zero: true, ...endAboveZero(y, ...fieldsOfLines(annotations)) },
      }),
    },
    layer: [
      ...notes.behind,
      ...bandLayer(bandOf(annotations), yTitle, color),
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
              transform: [{ filter: "datum.lineLook === 2 && datum.hasOthers" }],
              mark: { type: "line" as const, point: dots(24) },
              encoding: look,
            },
          ]),
      {
        transform: [
          ...(series === undefined
            ? [...gapsInRuns(y, []), { filter: `${isMiddleOfRun} || ${haveMarkRoom}` }]
            : [...countedRuns(y, series), { filter: `!(${areNamed})` }]),
          // Lines that have the same gap share its mark.
          ...firstRow("gapPosition", [fieldReference(x), labelField]),
          { window: [{ op: "row_number", as: "gapLine" }], groupby: [fieldReference(x)] },
        ],
        ...gapMark(
          series === undefined ? {} : { dy: { expr: `${stripPx} > 0 ? ${linePx} * datum.gapLine + 2 : ${inPlot}` } },
        ),
      },
      lone(y, name, look),
      ends,
      commonBelow(series === undefined ? belowAxisPx : `${belowAxisPx} + ${stripPx}`),
      ...notes.over,
      // A name is wide, and the rule of a note may stand behind it.
      ...(series === undefined ? [] : [namedGaps(y, series)]),
      ...compared.names,
    ],
  });
}

/** Dots of a line closer than so many px would touch. */
const leastApartPx = 7;
const areApart = `width >= ${leastApartPx} * (length(domain('x')) - 1)`;

/** The dots of a line, seen where they are far enough apart to be told as such; elsewhere they are there to be hovered over. */
const dots = (size: number) => ({ size, opacity: { expr: `${areApart} ? 1 : 0` } });

/** Where lines have no dots: those of figures that have a gap on either side, which a line does not show. */
const lone = (y: string, groupby: readonly string[], look: object) => ({
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

/** A Vega expression: whether gaps have the names of the lines that they break. More runs are too many for that, and one line needs none. */
const areNamed = "datum.runCount <= 4 && datum.lineCount > 1";

/** Transforms that leave all gaps in their runs, with the number of these and of the lines. */
const countedRuns = (y: string, series: string) => [
  { joinaggregate: [{ op: "distinct", field: fieldReference(series), as: "lineCount" }] },
  ...gapsInRuns(y, [fieldReference(series)]),
  // A line without any figure says so at its end.
  { filter: "datum.lineCount === 1 || datum.runLength < datum.rowCount" },
  { calculate: "datum.runPosition === 1 ? 1 : 0", as: "isRunStart" },
  { joinaggregate: [{ op: "sum", field: "isRunStart", as: "runCount" }] },
];

/** A parameter: what marks of gaps take below the plot, px. Many of them would lie on the lines of others. */
const stripPx = "gapStripPx";

/** A Vega expression: how many matches of an expression the texts of a field have, joined. */
const matchesIn = (field: string, pattern: string) => {
  const joined = `join(pluck(data('data'), ${JSON.stringify(fieldReference(field))}), '|')`;
  return `(length(replace(${joined}, regexp('${pattern}', 'g'), '$&#')) - length(${joined}))`;
};

/** A mark of a gap, with what keeps it from the next, px. */
const gapMarkPx = 24;

/** A Vega expression: whether each gap of a single line has room for its own mark; else each run of them has one. */
const haveMarkRoom = `${pictureWidth} >= ${gapMarkPx} * length(data('data'))`;

/** More gaps than so many have a strip of their own. */
const mostInPlot = 4;

function stripParams(y: string) {
  const gaps = matchesIn(y, "(?<![^|])(?![^|])");
  const hidden = matchesIn("state", "suppressed");
  return [
    {
      name: stripPx,
      expr: `${gaps} > ${mostInPlot} ? ${linePx} * (${hidden} > 0 && ${hidden} < ${gaps} ? 2 : 1) + 5 : 0`,
    },
  ];
}

/** A Vega expression: where a mark of a gap stands, from the foot of the plot. */
const inPlot = `9 - ${linePx} * datum.gapLine`;

const gapMark = (mark: object) => ({
  mark: { type: "text", style: overMarks, baseline: "bottom", dy: { expr: inPlot }, ...mark },
  encoding: { y: { value: "height" }, text: { field: labelField } },
});

/** One mark for each run of gaps, with the name of the line that it breaks, below one another. */
const namedGaps = (y: string, series: string) => ({
  transform: [
    ...countedRuns(y, series),
    { filter: `${areNamed} && ${isMiddleOfRun}` },
    { calculate: `${datumField(series)} + ' ' + datum.${labelField}`, as: labelField },
    { window: [{ op: "row_number", as: "gapLine" }] },
    { calculate: "(datum.rowPosition - 0.5) / datum.rowCount", as: "gapShare" },
  ],
  // Not out of the plot.
  ...gapMark({ align: { expr: "datum.gapShare < 0.3 ? 'left' : datum.gapShare > 0.7 ? 'right' : 'center'" } }),
});

/** Names at the ends of lines, of those lines that a Vega expression is true of. */
const endName = (mark: object, ofLine?: string) => ({
  ...(ofLine === undefined ? {} : { transform: [{ filter: ofLine }] }),
  mark: { type: "text", align: "left", ...centeredLines(), ...mark },
  encoding: { y: pixels("labelAt"), text: { field: "endLabel" } },
});

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
