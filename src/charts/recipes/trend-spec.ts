import type { TopLevelSpec } from "vega-lite";
import { fieldReference } from "../spec/encoded-field.ts";
import { emphasisConfig } from "./emphasis.ts";
import { datumField, defaultFormat, gapLabel, labelField } from "./figure-label.ts";
import { titled } from "./titled.ts";

export interface TrendSpecOptions {
  /** Field of the periods: shown in the order of the rows. */
  readonly x: string;
  /** Field of the figures. */
  readonly y: string;
  /** Field of the names of lines, for two lines or so: the first is the subject, the second what it is compared with. */
  readonly series?: string;
  readonly xTitle?: string;
  readonly yTitle?: string;
  /** d3 number format of the scale and the labels; `,` where absent. */
  readonly format?: string;
  /** Where figures before and after are not alike, in order: a dashed line with a note. */
  readonly breaks?: readonly SeriesBreak[];
}

/** A break in a series: another way of counting, other boundaries. */
export interface SeriesBreak {
  /** The first period after the break. */
  readonly from: string;
  /** Why: `New counting rules`. */
  readonly label: string;
}

/**
 * A line over periods, with its last figure written at its end; two lines carry their names there instead of a legend.
 *
 * A gap breaks the line, and says why: [c] or [x]. The scale starts at zero, so that a rise looks as large as it is.
 */
export function trendSpec({ x, y, series, xTitle, yTitle, format, breaks = [] }: TrendSpecOptions): TopLevelSpec {
  const figure = `format(${datumField(y)}, ${JSON.stringify(format ?? defaultFormat)})`;
  const label = series === undefined ? figure : `${datumField(series)} + ' ' + ${figure}`;
  const color =
    series === undefined
      ? {}
      : {
          color: {
            field: fieldReference(series),
            type: "nominal",
            sort: null,
            legend: null,
            scale: { range: "emphasis" },
          },
        };
  const groupby = series === undefined ? [] : [fieldReference(series)];
  // The last figure of each line, in the text colour: a line may be paler than a text. The higher one is labelled above its end, the lower below, so that they never touch.
  const ends = [
    { filter: `isValid(${datumField(y)})` },
    { window: [{ op: "row_number", as: "place" }], groupby },
    { joinaggregate: [{ op: "count", as: "places" }], groupby },
    { filter: "datum.place === datum.places" },
    { window: [{ op: "row_number", as: "endRank" }], sort: [{ field: fieldReference(y), order: "descending" }] },
    { calculate: label, as: "endLabel" },
  ];
  const endLabel = (rank: string, dy: number) => ({
    transform: [...ends, { filter: rank }],
    mark: { type: "text", align: "left", baseline: "middle", dx: 8, dy, fontWeight: "bold" },
    encoding: { text: { field: "endLabel" } },
  });
  return {
    config: emphasisConfig(),
    data: { name: "data" },
    encoding: {
      x: {
        field: fieldReference(x),
        type: "ordinal",
        sort: null,
        ...titled(xTitle),
        axis: { title: null, domain: true, ticks: true, tickSize: 4, labelAngle: 0, labelOverlap: true },
      },
      y: {
        field: fieldReference(y),
        type: "quantitative",
        ...titled(yTitle),
        ...(format === undefined ? {} : { axis: { format } }),
        scale: { zero: true },
      },
    },
    layer: [
      { mark: { type: "line", point: true }, encoding: color },
      {
        transform: [{ filter: `!isValid(${datumField(y)})` }, { calculate: gapLabel, as: labelField }],
        mark: { type: "text", baseline: "bottom", dy: -4 },
        encoding: { y: { value: "height" }, text: { field: labelField } },
      },
      ...(series === undefined
        ? [endLabel("true", 0)]
        : [endLabel("datum.endRank === 1", -5), endLabel("datum.endRank > 1", 7)]),
      ...breakLayers(breaks, { x, title: yTitle ?? y }),
    ],
  } as TopLevelSpec;
}

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
    const first = [
      { filter: `${period} === ${JSON.stringify(from)}` },
      { window: [{ op: "row_number", as: "breakPlace" }] },
      { filter: "datum.breakPlace === 1" },
    ];
    const line = `(${toLeft} ? ${index} : ${breaks.length - 1 - index})`;
    const note = `(-${firstNote} - ${noteHeight} * ${line})`;
    const top = `${at} < ${title.length * titleCharacterPx} ? -4 : ${note} + 2`;
    return [
      {
        transform: first,
        mark: { type: "rule", strokeDash: [4, 3], opacity },
        encoding: { x: { value: { expr: at } }, y: { value: { expr: top } }, y2: { value: "height" } },
      },
      {
        transform: [...first, { calculate: JSON.stringify(label), as: "breakLabel" }],
        mark: { type: "text", baseline: "bottom", align: { expr: `${toLeft} ? 'right' : 'left'` }, opacity },
        encoding: { x: { value: { expr: at } }, y: { value: { expr: note } }, text: { field: "breakLabel" } },
      },
    ];
  });
}
