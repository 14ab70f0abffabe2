import type { TopLevelSpec } from "vega-lite";
import { defined } from "../../diagnostics/index.ts";
import { fieldReference } from "../spec/encoded-field.ts";
import { nominal, ordinal, quantitative } from "./channels.ts";
import { emphasisColor, emphasiseFirst } from "./emphasis.ts";
import { datumField, defaultFormat, figureText, gapLabel, labelField, tickFormat } from "./figure-label.ts";
import { rowPositions } from "./line-ends.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import { firstRow, referenceLayers } from "./reference-layers.ts";
import {
  charactersIn,
  figureCharacters,
  lastOfMany,
  linePx,
  lines,
  linesOf,
  widthParam,
  wrapped,
} from "./room-for-names.ts";
import { labelHeight, pixels, spreadLabels } from "./spread-labels.ts";

/** What `trendSpec` draws: the fields of the rows, by their names in `data`, titles, and what stands beside the lines. */
export interface TrendSpecOptions {
  /** Field of the periods: shown in the order of the rows. */
  readonly x: string;
  /** Field of the figures. */
  readonly y: string;
  /** Field of the names of lines, up to fifteen: the first is the subject, the others what it is compared with. */
  readonly series?: string;
  readonly xTitle?: string;
  readonly yTitle?: string;
  /** d3 number format of the scale and the labels; `,` where absent. */
  readonly format?: string;
  /** Where figures before and after are not alike, in order: a dashed line with a note. */
  readonly breaks?: readonly SeriesBreak[];
  /** Field of a figure to compare with, the same in every row: a dashed line across all, for a target or an average. */
  readonly reference?: string;
  /** What it is called, written above its line: `Target`. */
  readonly referenceTitle?: string;
  /** Fields of the ends of the figures' intervals: a band behind each line. */
  readonly low?: string;
  readonly high?: string;
  /** Stretches of periods to stand out, each with a note: a lockdown, a campaign. */
  readonly shaded?: readonly ShadedPeriod[];
}

/** A stretch of periods that a chart shades. */
export interface ShadedPeriod {
  /** The first and the last of its periods, as the rows have them. */
  readonly from: string;
  readonly to: string;
  /** What happened: `Courts closed`. */
  readonly label: string;
}

/** A break in a series: another way of counting, other boundaries. */
export interface SeriesBreak {
  /** The first period after the break. */
  readonly from: string;
  /** Why: `New counting rules`. */
  readonly label: string;
}

const heightPx = 233;

/** Lines that a reader can tell from one another by the names at their ends. */
const mostLines = 15;

/**
 * A line over periods, with its last figure written at its end; lines of several series carry their names there instead of a
 * legend, moved apart where they would touch, with a thin line to the point that they are of.
 *
 * A gap breaks the line, and says why: [c] or [x]. The scale starts at zero, so that a rise looks as large as it is.
 */
export function trendSpec(options: TrendSpecOptions): TopLevelSpec {
  const { x, y, series, xTitle, yTitle, format, breaks = [], shaded = [] } = options;
  const figure = figureText(y, format ?? defaultFormat);
  const axisLabels = lastOfMany(x);
  const characters = charactersIn(0.3, 18);
  const name = series === undefined ? [] : [fieldReference(series)];
  const label = series === undefined ? figure : lines(wrapped(`${datumField(series)} + ' ' + (${figure})`, characters));
  const labelSize =
    series === undefined
      ? String(labelHeight)
      : `(${linesOf(series, `(${characters} - 1 - ${figureCharacters(y, format ?? defaultFormat)})`)} * ${linePx} + 2)`;
  const color =
    series === undefined ? {} : { color: emphasisColor, detail: nominal(series, undefined, { sort: null }) };
  // The last figure of each line, in the text colour: a line may be paler than a text.
  const ends = {
    transform: [
      ...rowPositions(name),
      { calculate: `isValid(${datumField(y)}) ? datum.rowPosition : -1`, as: "figurePosition" },
      { joinaggregate: [{ op: "argmax", field: "figurePosition", as: "lastFigured" }], groupby: name },
      { filter: "datum.rowPosition === datum.rowCount" },
      ...spreadLabels({
        // A line that ends early has its name at the height of its end, and says that its last figure is not known.
        at: `datum.lastFigured.figurePosition > 0 ? scale('y', datum.lastFigured[${JSON.stringify(y)}]) : height`,
        size: labelSize,
        groupby: [],
        to: `height - ${labelSize} / 2`,
      }),
      { calculate: label, as: "endLabel" },
    ],
    layer: [
      {
        transform: [{ filter: `isValid(${datumField(y)}) && abs(datum.labelAt - datum.labelHome) > 3` }],
        mark: { type: "rule", xOffset: 5, x2Offset: 14, opacity: 0.6 },
        encoding: { x2: { field: fieldReference(x) }, y: pixels("labelHome"), y2: { field: "labelAt" } },
      },
      {
        mark: {
          type: "text",
          align: "left",
          baseline: "middle",
          dx: series === undefined ? 8 : 17,
          fontWeight: series === undefined ? "bold" : { expr: "datum.emphasis === 1 ? 'bold' : 'normal'" },
          lineBreak: "\n",
          lineHeight: linePx,
        },
        encoding: { y: pixels("labelAt"), text: { field: "endLabel" } },
      },
    ],
  };
  const notes = {
    recipe: "trendSpec",
    instead:
      "Use smallMultiplesSpec or sparklinesSpec for many lines; of many periods, show fewer, or give the chart more width.",
    ...defined({ most: series === undefined ? undefined : { field: series, count: mostLines } }),
  };
  return recipeSpec(notes, {
    ...onePlot,
    height: heightPx,
    params: [widthParam, axisLabels.param],
    transform: series === undefined ? [] : emphasiseFirst(series),
    encoding: {
      x: ordinal(x, xTitle, {
        scale: { type: "point", padding: 0.2 },
        axis: {
          title: null,
          domain: true,
          ticks: true,
          tickSize: 4,
          labelAngle: 0,
          labelOverlap: false,
          labelExpr: axisLabels.labelExpr,
          labelLineHeight: linePx,
        },
      }),
      y: quantitative(y, yTitle, {
        ...(format === undefined ? {} : { axis: { format: tickFormat(format) } }),
        scale: { zero: true },
      }),
    },
    layer: [
      ...shadedLayers(shaded, x),
      ...bandLayer(options, color),
      ...referenceLayers({
        reference: options.reference,
        title: options.referenceTitle,
        format: format ?? defaultFormat,
        rule: (reference) => ({
          mark: { strokeDash: [5, 3] },
          encoding: { x: { value: 0 }, x2: { value: "width" }, y: quantitative(reference, yTitle) },
        }),
        // Above its beginning.
        text: (reference) => ({
          mark: { align: "left", baseline: "bottom", dx: 3, dy: -3 },
          encoding: { x: ordinal(x), y: quantitative(reference, yTitle) },
        }),
      }),
      { mark: { type: "line", point: true }, encoding: color },
      {
        transform: [
          { filter: `!isValid(${datumField(y)})` },
          { calculate: gapLabel, as: labelField },
          // Lines that have the same gap share its mark.
          ...firstRow("gapPosition", [fieldReference(x), labelField]),
          { window: [{ op: "row_number", as: "gapLine" }], groupby: [fieldReference(x)] },
        ],
        mark: { type: "text", baseline: "bottom", dy: { expr: `9 - ${linePx} * datum.gapLine` } },
        encoding: { y: { value: "height" }, text: { field: labelField } },
      },
      ends,
      ...breakLayers(breaks, { x, title: yTitle ?? y }),
    ],
  });
}

/** Behind all else: each stretch from half a step before its first period to half a step after its last, with its note at the top. */
function shadedLayers(shaded: readonly ShadedPeriod[], x: string): object[] {
  const positionOf = (period: string) => `indexof(domain('x'), ${JSON.stringify(period)})`;
  const half =
    "(length(domain('x')) > 1 ? abs(scale('x', domain('x')[1]) - scale('x', domain('x')[0])) / 2 : width / 2)";
  return shaded.flatMap(({ from, to, label }) => {
    const start = `max(0, scale('x', ${JSON.stringify(from)}) - ${half})`;
    const end = `min(width, scale('x', ${JSON.stringify(to)}) + ${half})`;
    // It is drawn for the period in its middle, which it stands beside.
    const middle = `domain('x')[floor((${positionOf(from)} + ${positionOf(to)}) / 2)]`;
    const row = [{ filter: `${datumField(x)} === ${middle}` }, ...firstRow("shadedPosition")];
    return [
      {
        transform: row,
        mark: { type: "rect", opacity: 0.1 },
        encoding: {
          x: { value: { expr: start } },
          x2: { value: { expr: end } },
          y: { value: 0 },
          y2: { value: "height" },
        },
      },
      {
        transform: [...row, { calculate: JSON.stringify(label), as: "shadedLabel" }],
        mark: { type: "text", align: "center", baseline: "top", dy: 3 },
        encoding: {
          x: { value: { expr: `(${start} + ${end}) / 2` } },
          y: { value: 0 },
          text: { field: "shadedLabel" },
        },
      },
    ];
  });
}

/** The intervals of the figures, behind their lines. */
const bandLayer = ({ low, high, yTitle }: TrendSpecOptions, color: object): object[] =>
  low === undefined || high === undefined
    ? []
    : [
        {
          mark: { type: "area", opacity: 0.2, line: false },
          encoding: {
            y: quantitative(low, yTitle, { stack: null }),
            y2: { field: fieldReference(high) },
            ...color,
          },
        },
      ];

/** Height of a line of notes, and how far above the plot the first stands: above the title of the scale. */
const noteHeight = 15;
const firstNote = 26;
/** Wide enough for the title of the scale, whose letters are not measured here. */
const titleCharacterPx = 7;

interface BreakOptions {
  readonly x: string;
  readonly title: string;
}

/**
 * For each break a rule half way to the period before, up to its note unless the title of the scale is in its way.
 *
 * All notes run to the right of their rules, or to the left where the first is past the middle, each on a line of its own:
 * the further a note may reach over the others' rules, the higher it stands.
 */
function breakLayers(breaks: readonly SeriesBreak[], { x, title }: BreakOptions): object[] {
  const period = datumField(x);
  const position = `indexof(domain('x'), ${period})`;
  // Before the first period there is nothing to be unlike.
  const at = `(${position} > 0 ? (scale('x', ${period}) + scale('x', domain('x')[${position} - 1])) / 2 : 0)`;
  const opacity = { expr: `${position} > 0 ? 1 : 0` };
  const toLeft = `scale('x', ${JSON.stringify(breaks[0]?.from ?? "")}) > width / 2`;
  return breaks.flatMap(({ from, label }, index) => {
    const line = `(${toLeft} ? ${index} : ${breaks.length - 1 - index})`;
    const first = [
      { filter: `${period} === ${JSON.stringify(from)}` },
      ...firstRow("breakPosition"),
      // Positions are fields: an expression that names a scale is read as the position of a figure on it.
      { calculate: at, as: "breakAt" },
      { calculate: `-${firstNote} - ${noteHeight} * ${line}`, as: "breakNote" },
      { calculate: `datum.breakAt < ${title.length * titleCharacterPx} ? -4 : datum.breakNote + 2`, as: "breakTop" },
    ];
    return [
      {
        transform: first,
        mark: { type: "rule", strokeDash: [4, 3], opacity },
        encoding: {
          x: { value: { expr: at } },
          y: { value: { expr: "datum.breakTop" } },
          y2: { value: "height" },
        },
      },
      {
        transform: [...first, { calculate: JSON.stringify(label), as: "breakLabel" }],
        mark: { type: "text", baseline: "bottom", align: { expr: `${toLeft} ? 'right' : 'left'` }, opacity },
        encoding: {
          x: { value: { expr: at } },
          y: { value: { expr: "datum.breakNote" } },
          text: { field: "breakLabel" },
        },
      },
    ];
  });
}
