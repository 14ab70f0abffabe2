import type { TopLevelSpec } from "vega-lite";
import { piledLayer } from "../shape/plots.ts";
import { fieldReference } from "../spec/encoded-field.ts";
import { pictureWidth } from "../spec/picture-width.ts";
import {
  type AnnotationsOf,
  annotationsOf,
  fieldsOfLines,
  lineLayers,
  namePlace,
  wideOutlinePx,
} from "./annotations.ts";
import { nominal, quantitative } from "./channels.ts";
import { compared, dotAxis } from "./dot-scale.ts";
import { emphasisColor, emphasise, namesSubject, overMarks, subjectFor, subjectLayer } from "./emphasis.ts";
import { datumField, defaultFormat, figureText, labelField, tickFormat } from "./figure-label.ts";
import type { HighlightedFiguresOptions } from "./named-figures-options.ts";
import { countedGapWords, offMap } from "./off-map.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import { areWhole, digitPx, widthParam } from "./room-for-names.ts";
import { pixels } from "./spread-labels.ts";
import { stepParams } from "./step-params.ts";
import { subjectCharacters, subjectMark, subjectName, subjectNameParam, subjectRest } from "./subject-name.ts";
import { zeroRule, zeroRuleFor } from "./zero-line.ts";

/** What `histogramSpec` draws: the fields of the rows, by their names in `data`, and titles. */
export interface HistogramSpecOptions extends HighlightedFiguresOptions {
  /** Lines to compare with, across the pile. */
  readonly annotations?: AnnotationsOf<"histogramSpec">;
}

const heightPx = 164;
/** Room above for the name of the one that stands out, and for the number of the highest pile, px. */
const namePx = 36;
/** A brick's height where there is room for it, and the narrowest that is drawn, px. */
const brickPx = 30;
const narrowestPx = 20;
/** Classes along the scale, by the number of areas: more hold an area or none, and pile up nothing. */
const fewestClasses = 4;
const mostClasses = 24;
/** Lower bricks, px, would be less than the lines between them: their pile is drawn as a whole. */
const lowestPx = 4;
/** More than the scale has, also where lines to compare with lie far beyond its classes. */
const mostTicks = 1000;
/** Between labels of the scale, px. */
const betweenLabelsPx = 12;
/** Of the picture, what is not plot, px. */
const aroundPx = 20;
/** What the names of layers begin with that draw piles which are so. */
const wholeLayer = "ofWholePiles";

/** A Vega expression: what the name of the one that stands out takes, px. */
const topPx = `(${namePx} + ${subjectRest})`;

const brickHeight = { calculate: `min(${brickPx}, (height - ${topPx}) / datum.mostInPile)`, as: "brickHeight" };
const isWhole = `datum.brickHeight < ${lowestPx}`;

/**
 * A histogram of which each area is a brick of its own, piled up in the class that its figure is in: where most areas are, and where this one
 * is among them. The one that stands out lies at the bottom of its pile, with a line from its figure to its name. Where areas are too many for
 * bricks that can be told apart, piles are drawn whole, and that line goes through its own.
 *
 * Classes are those of most figures, where few lie far from these. A figure at a limit lies in the class above it, and the highest in the one below.
 *
 * Areas without a figure are named below; all others in the table of the chart.
 */
export function histogramSpec(options: HistogramSpecOptions): TopLevelSpec {
  const { category, value, highlight = "highlight", format = defaultFormat } = options;
  const annotations = annotationsOf("histogramSpec", options);
  const figure = datumField(value);
  const gapsSaid = countedGapWords();
  const isKnown = { filter: `isValid(${figure})` };
  const ends = compared([`pileFirst * pileStep`, `(pileLast + 1) * pileStep`], fieldsOfLines(annotations));
  const [from, to] = ends.map(({ expr }) => expr) as [string, string];
  const limits = `sequence(ceil(${from} / pileLabelled - 1e-9) * pileLabelled, ${to} + 1e-9, pileLabelled)`;
  const x = quantitative(value, options.valueTitle, {
    // Of more ticks than are asked for, Vega leaves out each second one.
    axis: { ...dotAxis(value, format), values: { expr: limits }, tickCount: mostTicks },
    scale: { domain: ends, nice: false, zero: false },
  });
  const piled = [
    isKnown,
    { calculate: `min(${classOf(figure)}, pileLast) * pileStep`, as: "pileFrom" },
    { calculate: `datum.pileFrom + pileStep`, as: "pileFrom_end" },
    {
      window: [{ op: "row_number", as: "pilePosition" }],
      sort: [{ field: "isSubject", order: "descending" }, { field: fieldReference(value) }],
      groupby: ["pileFrom"],
    },
    { joinaggregate: [{ op: "count", as: "pileCount" }], groupby: ["pileFrom"] },
    { joinaggregate: [{ op: "max", field: "pileCount", as: "mostInPile" }] },
    brickHeight,
    { calculate: "height - datum.pilePosition * datum.brickHeight", as: "brickTop" },
    {
      calculate: `datum.brickTop + (${isWhole} ? datum.brickHeight : datum.brickHeight - 1)`,
      as: "brickBottom",
    },
  ];
  const bricks = {
    name: piledLayer,
    transform: piled,
    mark: { type: "rect", xOffset: 0.75, x2Offset: -0.75 },
    encoding: {
      x: { ...x, field: "pileFrom" },
      x2: { field: "pileFrom_end" },
      y: pixels("brickTop"),
      y2: { field: "brickBottom" },
      color: emphasisColor,
      detail: [nominal(category, options.categoryTitle), quantitative(value, options.valueTitle)],
    },
  };
  const counted = [
    ...piled.slice(0, 3),
    { aggregate: [{ op: "count", as: "pileCount" }], groupby: ["pileFrom", "pileFrom_end", "hasSubject"] },
    { joinaggregate: [{ op: "max", field: "pileCount", as: "mostInPile" }] },
    brickHeight,
  ];
  // Behind bricks without a gap, whose edges would be pale lines.
  const wholePiles = {
    name: wholeLayer,
    transform: [
      ...counted,
      { filter: isWhole },
      { calculate: "1 - datum.hasSubject", as: "rowEmphasis" },
      { calculate: "height - datum.pileCount * datum.brickHeight", as: "pileTop" },
    ],
    mark: { type: "rect", xOffset: 0.75, x2Offset: -0.75 },
    encoding: {
      x: { ...x, field: "pileFrom" },
      x2: { field: "pileFrom_end" },
      y: pixels("pileTop"),
      y2: { value: "height" },
      color: emphasisColor,
    },
  };
  // How many lie in each pile: where no axis counts them, a reader would have to.
  const counts = {
    transform: [
      ...counted,
      { calculate: "datum.pileFrom + pileStep / 2", as: "pileMiddle" },
      { calculate: "height - datum.pileCount * datum.brickHeight - 2", as: "countBottom" },
    ],
    // A line that stands for a figure, or leads to a name, ends at both sides of it.
    mark: { type: "text", style: overMarks, strokeWidth: wideOutlinePx, baseline: "bottom" },
    encoding: {
      x: { ...x, field: "pileMiddle", title: null },
      y: pixels("countBottom"),
      text: { field: "pileCount", type: "quantitative" },
    },
  };
  const toName = (name: string, mark: object = {}, look: object = {}) => ({
    name,
    transform: [
      { filter: `datum.isSubject === 1 && ${name.startsWith(wholeLayer) ? isWhole : `!(${isWhole})`}` },
      { calculate: name.startsWith(wholeLayer) ? "height" : "datum.brickTop", as: "lineFoot" },
    ],
    mark: { type: "rule", ...mark },
    encoding: {
      x: { ...x, title: null },
      y: pixels("lineFoot"),
      y2: { value: { expr: `15 + ${subjectRest}` } },
      ...look,
    },
  });
  const subject = [
    {
      name: `${subjectLayer}Lines`,
      transform: piled,
      layer: [
        toName(`${subjectLayer}Line`),
        // Its own brick is not seen: a line through its pile tells where it is, set off by a line of the page around it.
        toName(`${wholeLayer}Around`, { stroke: "white", strokeWidth: 4.5, strokeCap: "butt", opacity: 1 }),
        toName(`${wholeLayer}Line`, { strokeWidth: 2.5, strokeCap: "butt", opacity: 1 }, { color: emphasisColor }),
      ],
    },
    {
      name: `${subjectLayer}Name`,
      transform: [isKnown, { filter: "datum.isSubject === 1" }, subjectName(options, "dotName")],
      mark: {
        type: "text",
        style: [overMarks, namesSubject],
        strokeWidth: wideOutlinePx,
        ...subjectMark,
        ...namePlace({ figure, name: "datum.dotName", characters: subjectCharacters, annotations }),
      },
      encoding: { x: { ...x, title: null }, y: { value: 0 }, text: { field: "dotName" } },
    },
  ];
  const lines = lineLayers({
    annotations,
    format,
    scale: (field) => ({ ...x, ...quantitative(field), title: null }),
    isUpwards: false,
  });
  const off = offMap({
    area: category,
    value,
    format,
    isOff: `!isValid(${figure})`,
    dy: 42,
    counted: gapsSaid.counted,
  });
  const notes = {
    recipe: "histogramSpec",
    oneScale: { field: value, line: category },
    written: { fields: [value, ...fieldsOfLines(annotations)], format: options.format },
    annotations: { x: category, annotations },
    layersFor: [
      zeroRuleFor(value),
      subjectFor(highlight),
      // Bricks are too low where more than these lie in a pile.
      { layer: wholeLayer, draws: "rows" as const, field: value, moreThan: Math.floor((heightPx - namePx) / lowestPx) },
      ...off.layersFor,
    ],
    instead: "Use rankingSpec, which names every area, or stripSpec; or shorten the name of the one that stands out.",
  };
  return recipeSpec(notes, {
    ...onePlot,
    height: heightPx,
    params: [
      widthParam,
      ...gapsSaid.params,
      ...off.params,
      ...pileParams(value),
      // As many limits of classes as have room for their labels.
      {
        name: "pileLabelled",
        expr: `pileStep * max(1, ceil((${to} - ${from}) / pileStep * (${digitPx} * max(${limitCharacters(from, format)}, ${limitCharacters(to, format)}) + ${betweenLabelsPx}) / (${pictureWidth} - ${aroundPx})))`,
      },
      subjectNameParam(options),
      // The later height holds: one by itself is a number.
      { name: "height", expr: `${heightPx} + ${subjectRest}` },
    ],
    transform: [...emphasise(highlight), { calculate: figureText(value, format), as: labelField }],
    layer: [
      zeroRule(x, { hasZero: false, fields: [value], fromPx: topPx }),
      wholePiles,
      bricks,
      ...lines.rules,
      ...lines.names,
      ...subject,
      counts,
      off.layer,
    ],
  });
}

/** A Vega expression: characters of the limit of classes at an end of the scale, as it writes that. */
const limitCharacters = (end: string, format: string) =>
  `length(format(ceil((${end}) / pileStep) * pileStep, ${JSON.stringify(tickFormat(format))}))`;

/** A Vega expression: the number of the class that a figure is in. A limit such as 0.6 is no whole number of steps of 0.2 as computers have it. */
const classOf = (figure: string) => `floor(${figure} / pileStep + 1e-9)`;

/**
 * Parameters: how wide classes are (`pileStep`), and the first and the last of them, as multiples of that. As many as most figures give reason for: few that lie far from
 * those would leave one class to all others. To the furthest there are no more than have room.
 */
function pileParams(value: string): readonly object[] {
  const room = `min(${mostClasses}, floor(${pictureWidth} / ${narrowestPx}))`;
  const enough = `ceil((length(data('data')) < 20 ? 1.5 : 2) * sqrt(length(data('data'))))`;
  const multiple = "pileAllHighest / pileStep";
  // The highest figure may be the largest that there can be: at a limit, it lies in the class below that, unless all classes are of one whole figure.
  const isAtLimit = `pileAllHighest > pileAllLowest && abs(${multiple} - round(${multiple})) < 1e-9 && !(pileStep === 1 && ${areWhole(value)})`;
  return [
    ...stepParams({
      name: "pileMost",
      value,
      most: `max(${fewestClasses}, min(${room}, ${enough}))`,
      areOpenEnded: true,
      areEven: true,
    }),
    ...stepParams({ name: "pileAll", value, areEven: true, most: `max(${fewestClasses}, ${room})` }),
    { name: "pileStep", expr: "max(pileMostStep, pileAllStep)" },
    { name: "pileFirst", expr: classOf("pileAllLowest") },
    { name: "pileLast", expr: `${isAtLimit} ? round(${multiple}) - 1 : ${classOf("pileAllHighest")}` },
  ];
}
