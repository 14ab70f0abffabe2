import type { TopLevelSpec } from "vega-lite";
import { placesLayer } from "../shape/plots.ts";
import { fieldReference } from "../spec/encoded-field.ts";
import { recipeWords } from "../spec/own-words.ts";
import { pictureWidth } from "../spec/picture-width.ts";
import { annotationsOf } from "./annotations.ts";
import { nominal, ordinal } from "./channels.ts";
import { emphasisColor, emphasise, emphasisWeight, subjectFor, subjectLayer } from "./emphasis.ts";
import { datumField, gapLabel, labelField } from "./figure-label.ts";
import { rowPositions } from "./line-ends.ts";
import type { LinesSpecOptions } from "./lines-spec-options.ts";
import { commonAbove, endPart, lastOfMany, paddingAboveSeasons } from "./period-names.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import { firstRow } from "./reference-layers.ts";
import { charactersIn, extentOf, lines, linesOf, widthParam, wrapped } from "./room-for-names.ts";
import { blockPx, centeredLines, labelHeight, linesPx, pixels, spreadLabels } from "./spread-labels.ts";

/** `y` is the field of the places: whole numbers from 1, as `rank()` of a briefing gives them. The chart ranks nothing itself. */
export type BumpSpecOptions = Omit<LinesSpecOptions, "format">;

/**
 * A line through the places of each of up to 30 names, period by period, the first place at the top; each named at its end with its last
 * place, one in the main colour. A gap breaks the line; a name without a last place stands below the others with [c] or [x], and a period that no name has a
 * place in has one of these below it. What they mean is said below such names.
 */
export function bumpSpec(options: BumpSpecOptions): TopLevelSpec {
  annotationsOf("bumpSpec", options);
  const { x, y, series, highlight = "highlight" } = options;
  const axisLabels = lastOfMany(x, { breaksSeasons: true });
  const characters = `(${pictureWidth} < ${narrowPx} ? ${charactersIn(0.4, 12)} : ${charactersIn(0.3, 12)})`;
  const place = datumField(y);
  const size = blockPx(linesOf(series, characters));
  const name = lines(wrapped(datumField(series), characters));
  /** With the marker in its lines, so that these are no longer than others. */
  const gapName = lines(wrapped(`${datumField(series)} + ' ' + (${gapLabel})`, characters));
  const step = `max(20, ${size})`;
  const most = `${extentOf(y)}[1]`;
  const detail = { detail: nominal(series, options.seriesTitle), color: emphasisColor };
  const notes = {
    recipe: "bumpSpec",
    timeAxis: { field: x, holds: "lines" as const, label: axisLabels.label },
    most: { field: series, count: 30 },
    layersFor: [subjectFor(highlight)],
    amounts: { field: y, arePlaces: true },
    instead:
      "Use rankingSpec with the rows of the last period, and the figures in place of the ranks; or give the chart fewer names.",
  };
  const { params: words, says } = recipeWords({ suppressed: undefined, missing: undefined });
  const lastRow = [...rowPositions([fieldReference(series)]), { filter: "datum.rowPosition === datum.rowCount" }];
  const isPlaced = [
    { filter: `isValid(${place})` },
    // Where many share a place, their names go on below the last.
    ...spreadLabels({ at: `scale('y', ${place})`, size: linesPx(name), groupby: [], from: "0" }),
    { calculate: `abs(datum.labelAt - datum.labelHome) > ${nearPx} ? 1 : 0`, as: "isLed" },
    { joinaggregate: [{ op: "max", field: "isLed", as: "areLed" }] },
  ];
  /** Names without a last place, below all others. */
  const gapPlaces = [
    { calculate: `isValid(${place}) ? 1 : 0`, as: "hasPlace" },
    { joinaggregate: [{ op: "sum", field: "hasPlace", as: "placeCount" }] },
    { filter: `!isValid(${place})` },
    { calculate: linesPx(gapName), as: "gapSize" },
    { calculate: isHidden, as: "isHidden" },
    { window: [{ op: "sum", field: "gapSize", as: "gapReach" }], frame: [null, 0], ignorePeers: true },
    {
      calculate: `max(height, ${size} * (datum.placeCount - 1)) + ${labelHeight} / 2 + datum.gapReach - datum.gapSize / 2 + ${size} / 2`,
      as: "labelAt",
    },
  ];
  const meaning = lines(wrapped(`(datum.isHidden === 1 ? ${says.suppressed} : ${says.missing})`, characters));
  const label = (transform: readonly object[], text: string, mark: object, encoding: object) => ({
    transform: [...transform, { calculate: text, as: "endLabel" }],
    mark: { type: "text", align: "left", ...centeredLines(), dx: besidePx, fontWeight: emphasisWeight, ...mark },
    encoding: { ...encoding, text: { field: "endLabel" } },
  });
  return recipeSpec(notes, {
    ...onePlot,
    // The later one holds: a height by itself is a number, and this one grows with the places.
    height: 200,
    params: [widthParam, ...words, ...axisLabels.params, { name: "height", expr: `max(40, (${most} - 1) * ${step})` }],
    title: commonAbove(8, options.xTitle),
    transform: emphasise(highlight),
    encoding: {
      x: ordinal(x, options.xTitle, {
        scale: { type: "point", padding: endPart },
        axis: {
          title: null,
          orient: "top",
          domain: false,
          offset: 10,
          ...paddingAboveSeasons(4),
          labelAngle: 0,
          labelOverlap: false,
          labelExpr: axisLabels.labelExpr,
        },
      }),
    },
    layer: [
      {
        name: placesLayer,
        // Many that cross in little room are thin, so that what stands out is seen through them.
        mark: {
          type: "line",
          point: { size: { expr: `${pictureWidth} < ${narrowPx} ? 24 : 50` } },
          strokeWidth: { expr: `${pictureWidth} < ${narrowPx} ? 1.25 : 2` },
        },
        encoding: {
          y: {
            ...placeScale(y, most),
            ...(options.yTitle === undefined ? {} : { title: options.yTitle }),
          },
          ...detail,
        },
      },
      {
        transform: [
          { calculate: `isValid(${place}) ? 1 : 0`, as: "hasPlace" },
          { calculate: isHidden, as: "isHidden" },
          {
            joinaggregate: [
              { op: "sum", field: "hasPlace", as: "placesOfPeriod" },
              { op: "max", field: "isHidden", as: "areHidden" },
            ],
            groupby: [fieldReference(x)],
          },
          { filter: "datum.placesOfPeriod === 0" },
          // Of a period with both, the one that says less.
          { filter: "datum.isHidden === datum.areHidden" },
          ...firstRow("gapPosition", [fieldReference(x)]),
          { calculate: gapLabel, as: labelField },
        ],
        mark: { type: "text", baseline: "middle" },
        encoding: { y: { value: 0 }, text: { field: labelField } },
      },
      // What stands out lies on top.
      {
        name: subjectLayer,
        transform: [{ filter: "datum.isSubject === 1" }],
        mark: { type: "line", point: { size: 80 }, strokeWidth: 3.5 },
        encoding: { y: placeScale(y, most), ...detail },
      },
      {
        transform: lastRow,
        layer: [
          {
            transform: isPlaced,
            layer: [
              {
                transform: [{ filter: "datum.isLed === 1" }],
                mark: { type: "rule", xOffset: ledPx.from, x2Offset: ledPx.to, opacity: 0.6 },
                encoding: { x2: { field: fieldReference(x) }, y: pixels("labelHome"), y2: { field: "labelAt" } },
              },
              label(
                [],
                `format(${place}, ',') + '  ' + ${name}`,
                { dx: { expr: `datum.areLed === 1 ? ${ledPx.text} : ${besidePx}` } },
                { y: pixels("labelAt") },
              ),
            ],
          },
          {
            transform: gapPlaces,
            layer: [
              label([], gapName, {}, { y: pixels("labelAt") }),
              label(
                [
                  { joinaggregate: [{ op: "max", field: "gapReach", as: "gapsReach" }] },
                  ...firstRow("reasonRow", ["isHidden"]),
                  { calculate: meaning, as: "gapMeaning" },
                  { calculate: linesPx("datum.gapMeaning"), as: "meaningSize" },
                  {
                    window: [{ op: "sum", field: "meaningSize", as: "meaningReach" }],
                    frame: [null, 0],
                    ignorePeers: true,
                  },
                  {
                    calculate:
                      "datum.labelAt - datum.gapReach + datum.gapSize / 2 + datum.gapsReach + 4 + datum.meaningReach - datum.meaningSize / 2",
                    as: "meaningAt",
                  },
                ],
                "datum.gapMeaning",
                { fontStyle: "italic", fontWeight: "normal" },
                { y: pixels("meaningAt") },
              ),
            ],
          },
        ],
      },
    ],
  });
}

/** A picture that is narrower is one for a telephone, px. */
const narrowPx = 480;

/** A Vega expression: 1 where a gap hides a place. */
const isHidden = "datum.state === 'suppressed' ? 1 : 0";

/** From a dot to its name, px; where names stand at other heights than their dots, to both ends of the lines that lead to them, and to all names. */
const besidePx = 10;
const ledPx = { from: 6, to: 16, text: 19 };

/** A name that is no further from the height of its dot, px, needs no line. */
const nearPx = 5;

/** So many places at most are written each; of more, the first and those that are multiples of one of these. */
const mostWritten = 10;
const placeSteps = [5, 10, 20, 50];

/** The places that the axis writes: a ranking begins with the first. Those beyond the last are left out by Vega. */
function placesWritten(most: string): object {
  const step = placeSteps.reduceRight(
    (larger, each) => `(${most} <= ${mostWritten} * ${each} ? ${each} : ${larger})`,
    "100",
  );
  const multiples = Array.from({ length: mostWritten }, (_, index) => `${index + 1} * ${step}`);
  return { expr: `${most} <= ${mostWritten} ? sequence(1, ${most} + 1) : [1, ${multiples.join(", ")}]` };
}

/** The first place at the top, with a label for each where they are few. */
const placeScale = (field: string, most: string) => ({
  field: fieldReference(field),
  type: "quantitative",
  title: null,
  axis: {
    grid: false,
    values: placesWritten(most),
    // Of more than so many, Vega would leave every other one out.
    tickCount: mostWritten + 1,
    labelOverlap: false,
    format: ",.0f",
    titleAnchor: "start",
  },
  scale: { domain: [{ expr: most }, 1], nice: false, zero: false, rangeMin: { expr: "height" }, rangeMax: 0 },
});
