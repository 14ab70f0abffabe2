import type { TopLevelSpec } from "vega-lite";
import { limitLayers } from "../shape/plots.ts";
import { betweenRows } from "../spec/between-rows.ts";
import { fieldReference } from "../spec/encoded-field.ts";
import { recipeWords } from "../spec/own-words.ts";
import { type AnnotationsOf, annotationsOf, fieldsOfLines, lineLayers } from "./annotations.ts";
import { nominal, quantitative } from "./channels.ts";
import { countedGapWords, offMap } from "./class-scale.ts";
import { emphasisColor, emphasise, namesSubject, overMarks } from "./emphasis.ts";
import { datumField, defaultFormat, figureText, labelField, nameWithFigure } from "./figure-label.ts";
import type { HighlightedFiguresOptions } from "./named-figures-options.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import { firstRow } from "./reference-layers.ts";
import { extentOf, figureAxis, usualPx, widthParam } from "./room-for-names.ts";
import { pixels } from "./spread-labels.ts";

/** What `funnelSpec` draws: the fields of the rows that hold rates, populations and limits, and how they are written. */
export interface FunnelSpecOptions extends HighlightedFiguresOptions {
  /** Field of the rates. */
  readonly value: string;
  /** Field of what they are out of, the population: along the bottom. */
  readonly population: string;
  /** Fields of the control limits of each rate, as `limits()` of a briefing gives them: 95%, and 99.8%. */
  readonly low: string;
  readonly high: string;
  readonly outerLow?: string;
  readonly outerHigh?: string;
  /** Lines across all, such as the rate of all areas: `{ kind: "reference", value: "overall", label: "England and Wales" }`. */
  readonly annotations?: AnnotationsOf<"funnelSpec">;
  readonly populationTitle?: string;
  readonly lowTitle?: string;
  readonly highTitle?: string;
  readonly outerLowTitle?: string;
  readonly outerHighTitle?: string;
}

const heightPx = 300;
/** At the top, for the name of the one that stands out, px. */
const nameRoom = 22;
/** Where that name ends below, px. */
const subjectFoot = 15;
/** From a dot to its name, and what a dot, a name and a digit of the figure of the one that stands out take, px. */
const besideDot = 9;
const dotPx = 4;
const namePx = 14;
const boldPx = 7.5;
/** So many areas are named beside the one that stands out, and so many of those furthest beyond the limits are tried. */
const mostNamed = 10;
const mostTried = 16;
/** From a name to the dot of another, px: its own is nearer. */
const apartPx = 11;
/** What tells the limits, below the axis: from the plot, from one row to the next, and a sample of a line, px. */
const keyFrom = 50;
const keyRowPx = 16;
const keyLinePx = 24;
/** From one point of a limit to the next, px. */
const curvePx = 5;

/**
 * Rates against populations: a dot for each of up to 400 areas among lines between which chance alone would set it, dashed for 95 in a
 * hundred, thin for 99.8, as is said below. Areas beyond the outermost lines at their own population are named, those first that are furthest in
 * widths of the limits there, as far as there is room for their names; and so is the one that stands out, with its figure.
 *
 * An area without a figure has no dot, and is named below with [c] or [x]. Limits are those of the areas, and run from one to the next as
 * chance does: by the root of the population.
 */
export function funnelSpec(options: FunnelSpecOptions): TopLevelSpec {
  const { category, value, population, low, high, outerLow, outerHigh } = options;
  const annotations = annotationsOf("funnelSpec", options);
  const { highlight = "highlight", format = defaultFormat } = options;
  const figure = datumField(value);
  const gapsSaid = countedGapWords();
  const isDrawn = { filter: `isValid(${figure}) && isValid(${datumField(population)})` };
  const isGiven = (field: string | undefined): field is string => field !== undefined;
  const fields = [value, ...[low, high, outerLow, outerHigh].filter(isGiven), ...fieldsOfLines(annotations)];
  const x = {
    field: fieldReference(population),
    type: "quantitative",
    title: options.populationTitle ?? null,
    axis: {
      format: ",.6~r",
      grid: false,
      domain: true,
      ticks: true,
      tickSize: 4,
      labelOverlap: true,
      tickCount: { expr: "max(2, floor(width / 110))" },
      titleAnchor: "end",
    },
    // Not from the data of the marks: where limits and names stand is worked out from the scales.
    scale: { domain: [0, { expr: `${endOf(population, 1)} > 0 ? ${endOf(population, 1)} : 1` }], nice: true },
  };
  const y = (field: string, title: string | undefined) =>
    quantitative(field, title, {
      axis: { title: options.valueTitle ?? null, ...figureAxis(value, format) },
      scale: {
        domain: [
          { expr: lowestOf(fields) },
          { expr: `${highestOf(fields)} > ${lowestOf(fields)} ? ${highestOf(fields)} : 1` },
        ],
        nice: false,
        rangeMin: { expr: "height" },
        rangeMax: nameRoom,
      },
    });
  const limit = (field: string | undefined, title: string | undefined, look: object, name: string) => {
    if (field === undefined) return [];
    const isLimited = { filter: `isValid(${datumField(field)}) && isValid(${datumField(population)})` };
    return [
      // What is told of a limit is told of its rows.
      { name, transform: [isLimited], mark: { type: "line", strokeOpacity: 0 }, encoding: { x, y: y(field, title) } },
      {
        transform: [isLimited, ...curveOf(field, population)],
        mark: { type: "line", ...look },
        encoding: { x: { ...x, field: "limitFor" }, y: y("limitAt", title) },
      },
    ];
  };
  const inner = { strokeDash: [5, 4], strokeWidth: 1.5, opacity: 0.7 };
  const outer = { strokeWidth: 1, opacity: 0.7 };
  const lines = [
    ...limit(outerLow, options.outerLowTitle, outer, limitLayers.outerLow),
    ...limit(outerHigh, options.outerHighTitle, outer, limitLayers.outerHigh),
    ...limit(low, options.lowTitle, inner, limitLayers.low),
    ...limit(high, options.highTitle, inner, limitLayers.high),
  ];
  const center = lineLayers({
    annotations,
    format,
    scale: y,
    isUpwards: true,
  });
  const [lowest, highest] = [outerLow ?? low, outerHigh ?? high].map(datumField) as [string, string];
  const isOutside = `isValid(${lowest}) && isValid(${highest}) && (${figure} < ${lowest} || ${figure} > ${highest})`;
  const outside = (most: number) => ({
    transform: [
      isDrawn,
      { calculate: datumField(category), as: "pointName" },
      { calculate: `length(datum.pointName) * ${usualPx} + 3`, as: "namePx" },
      { calculate: `scale('x', ${datumField(population)})`, as: "dotX" },
      { calculate: `scale('y', ${figure})`, as: "dotY" },
      { joinaggregate: [{ op: "values", field: fieldReference(category), as: "dots" }] },
      { filter: `${isOutside} && datum.isSubject !== 1` },
      {
        calculate: `max(${figure} - ${highest}, ${lowest} - ${figure}) / max(1e-9, ${highest} - ${lowest})`,
        as: "pointFar",
      },
      { window: [{ op: "row_number", as: "pointOrder" }], sort: [{ field: "pointFar", order: "descending" }] },
      { filter: `datum.pointOrder <= ${Math.ceil((most / mostNamed) * mostTried)}` },
      ...placedNames,
      { window: [{ op: "row_number", as: "nameOrder" }], sort: [{ field: "pointOrder" }] },
      { filter: `datum.nameOrder <= ${most}` },
    ],
    mark: {
      type: "text",
      style: overMarks,
      align: { expr: `${JSON.stringify(placesOfNames.map(({ align }) => align))}[datum.namePlace]` },
      baseline: { expr: `${JSON.stringify(placesOfNames.map(({ baseline }) => baseline))}[datum.namePlace]` },
      dx: { expr: `${JSON.stringify(placesOfNames.map(({ dx }) => dx))}[datum.namePlace]` },
      dy: { expr: `${JSON.stringify(placesOfNames.map(({ dy }) => dy))}[datum.namePlace]` },
    },
    encoding: { x, y: y(value, options.valueTitle), text: { field: "pointName" } },
  });
  const dots = {
    transform: [isDrawn],
    mark: { type: "point", size: { expr: "datum.isSubject === 1 ? 110 : 45" }, opacity: 0.9 },
    encoding: {
      x,
      y: y(value, options.valueTitle),
      color: emphasisColor,
      detail: nominal(category, options.categoryTitle),
    },
  };
  const share = `scale('x', ${datumField(population)}) / width`;
  const isSubject = [isDrawn, { filter: "datum.isSubject === 1" }];
  // Above all dots, with a line to its own.
  const subject = [
    {
      transform: [...isSubject, { calculate: `scale('y', ${figure})`, as: "pointAt" }],
      mark: { type: "rule" },
      encoding: { x, y: pixels("pointAt"), y2: { value: subjectFoot + 1 } },
    },
    {
      transform: [
        ...isSubject,
        { calculate: nameWithFigure(datumField(category), `datum.${labelField}`, datumField(value)), as: "pointName" },
      ],
      mark: {
        type: "text",
        style: [overMarks, namesSubject],
        align: { expr: `${share} < 0.2 ? 'left' : ${share} > 0.8 ? 'right' : 'center'` },
        baseline: "top",
        fontWeight: "bold",
      },
      encoding: { x, y: { value: 2 }, text: { field: "pointName" } },
    },
  ];
  const saidLimits = recipeWords({ innerLimits: undefined, outerLimits: undefined });
  const keys = [
    { says: saidLimits.says.innerLimits, look: inner },
    ...(outerLow !== undefined && outerHigh !== undefined ? [{ says: saidLimits.says.outerLimits, look: outer }] : []),
  ];
  const keyRows = keys.length === 1 ? "1" : `(width < ${keysPx} ? 2 : 1)`;
  const key = keys.flatMap(({ says, look }, index) => keyOf(says, look, index));
  const off = offMap({
    area: category,
    value,
    format,
    isOff: `!isValid(${figure})`,
    dy: `${keyFrom} + ${keyRowPx} * ${keyRows} + 2`,
    // The axis of figures stands left of it.
    roomPx: "width",
    counted: gapsSaid.counted,
  });
  const drawn = [...lines, ...center.rules, ...subject, dots, ...key];
  const notes = {
    recipe: "funnelSpec",
    written: { fields: [value, low, high, outerLow, outerHigh, ...fieldsOfLines(annotations)], format: options.format },
    keepsDots: true,
    annotations: { x: category, annotations },
    otherwise: [
      { layer: [...drawn, ...center.names, outside(3), off] },
      { layer: [...drawn, ...center.names, off] },
      { layer: [...drawn, off] },
    ],
    instead: "Use intervalSpec for few areas or long names, or give the chart more width.",
  };
  return recipeSpec(notes, {
    ...onePlot,
    params: [widthParam, ...gapsSaid.params, ...saidLimits.params],
    height: heightPx,
    transform: [...emphasise(highlight), { calculate: figureText(value, format), as: labelField }],
    layer: [...drawn, ...center.names, outside(mostNamed), off],
  });
}

/** A Vega expression: the lowest or the highest figure of a field; zero where it has none. */
const endOf = (field: string, end: 0 | 1) => `(isValid(${extentOf(field)}[${end}]) ? ${extentOf(field)}[${end}] : 0)`;
/** Vega expressions: those of several fields, and zero among them. */
const lowestOf = (fields: readonly string[]) => `min(0, ${fields.map((field) => endOf(field, 0)).join(", ")})`;
const highestOf = (fields: readonly string[]) => `max(0, ${fields.map((field) => endOf(field, 1)).join(", ")})`;

/**
 * Transforms that add points to a limit between the populations of two areas, so close to one another that they are a curve: over one divided by
 * the root of the population, a limit is a parabola as good as. It leads through both areas, and through the largest or the smallest of all.
 * Worked out from px, which grow with the population from zero.
 */
const curveOf = (field: string, population: string) => {
  const rootAt = (px: string) => `1 / sqrt(datum.${px})`;
  const [near, next, far] = ["limitX", "nextX", "farX"].map(rootAt);
  const slope = `(datum.nextY - datum.limitY) / (${next} - ${near})`;
  const slopeBeyond = `(datum.farY - datum.nextY) / (${far} - ${next})`;
  const bend = `(${slopeBeyond} - ${slope}) / (${far} - ${near})`;
  return [
    { calculate: `scale('x', ${datumField(population)})`, as: "limitX" },
    { filter: "datum.limitX > 0" },
    { calculate: `scale('y', ${datumField(field)})`, as: "limitY" },
    {
      window: [
        { op: "lead", field: "limitX", as: "nextX" },
        { op: "lead", field: "limitY", as: "nextY" },
        { op: "first_value", field: "limitX", as: "firstX" },
        { op: "first_value", field: "limitY", as: "firstY" },
        { op: "last_value", field: "limitX", as: "lastX" },
        { op: "last_value", field: "limitY", as: "lastY" },
      ],
      sort: [{ field: "limitX" }],
      frame: [null, null],
    },
    { calculate: "datum.nextX === datum.lastX ? datum.firstX : datum.lastX", as: "farX" },
    { calculate: "datum.nextX === datum.lastX ? datum.firstY : datum.lastY", as: "farY" },
    {
      calculate: `isValid(datum.nextX) ? max(1, ceil((datum.nextX - datum.limitX) / ${curvePx})) : 1`,
      as: "limitSteps",
    },
    // Areas of about one population tell nothing of the bend.
    {
      calculate: `datum.limitSteps > 1 && min(abs(datum.farX - datum.limitX), abs(datum.farX - datum.nextX)) > ${curvePx} ? ${bend} : 0`,
      as: "limitBend",
    },
    { calculate: "sequence(0, datum.limitSteps)", as: "limitStep" },
    { flatten: ["limitStep"] },
    { calculate: "datum.limitStep > 0", as: betweenRows },
    { calculate: `datum.limitStep / datum.limitSteps * (${next} - ${near})`, as: "limitRoot" },
    {
      calculate: `datum.limitY + datum.limitRoot * (${slope}) + datum.limitRoot * (${near} + datum.limitRoot - ${next}) * datum.limitBend`,
      as: "limitBent",
    },
    {
      calculate: `datum.${betweenRows} ? invert('x', 1 / pow(${near} + datum.limitRoot, 2)) : ${datumField(population)}`,
      as: "limitFor",
    },
    {
      calculate: `datum.${betweenRows} ? invert('y', clamp(datum.limitBent, min(datum.limitY, datum.nextY), max(datum.limitY, datum.nextY))) : ${datumField(field)}`,
      as: "limitAt",
    },
  ];
};

/** Where two keys have room beside one another, px; the second begins in the middle of that. */
const keysPx = 370;

/** What limits of one level are: a sample of their line, and what it is called (a Vega expression). Below the axis, or below the key before. */
function keyOf(says: string, look: object, index: number): readonly object[] {
  const isBeside = `width >= ${keysPx}`;
  const left = `(${isBeside} ? ${(index * keysPx) / 2} : 0)`;
  const middle = `height + ${keyFrom} + ${keyRowPx / 2} + (${isBeside} ? 0 : ${index * keyRowPx})`;
  return [
    {
      transform: [...firstRow("keyPosition"), { calculate: "1", as: "emphasis" }],
      mark: { type: "rule", ...look },
      encoding: {
        x: { value: { expr: left } },
        x2: { value: { expr: `${left} + ${keyLinePx}` } },
        y: { value: { expr: middle } },
        color: emphasisColor,
      },
    },
    {
      transform: [...firstRow("keyPosition"), { calculate: says, as: "keyText" }],
      mark: { type: "text", align: "left", baseline: "middle" },
      encoding: {
        x: { value: { expr: `${left} + ${keyLinePx + 6}` } },
        y: { value: { expr: middle } },
        text: { field: "keyText" },
      },
    },
  ];
}

/** How far beyond the middle of its dot a name above or below it begins, px. */
const beyondDot = 5;

/** Where a name may stand, the first the best: at the right of its dot, at the left, above, below, and there to one side. Vega expressions, px. */
const placesOfNames = (
  [
    ["left", "middle"],
    ["right", "middle"],
    ["center", "bottom"],
    ["center", "top"],
    ["left", "bottom"],
    ["right", "bottom"],
    ["left", "top"],
    ["right", "top"],
  ] as const
).map(([align, baseline]) => {
  const aside = baseline === "middle" ? besideDot : -beyondDot;
  const dx = { left: aside, right: -aside, center: 0 }[align];
  const dy = { middle: 0, bottom: -besideDot, top: besideDot }[baseline];
  const from = { left: "0", right: "datum.namePx", center: "datum.namePx / 2" }[align];
  const above = { middle: namePx / 2, bottom: namePx, top: 0 }[baseline];
  return { align, baseline, dx, dy, left: `datum.dotX + ${dx} - ${from}`, top: `datum.dotY + ${dy - above}` };
});

/** A Vega expression: whether a name has no room in a place, for a dot, for the line to the one that stands out or its name, or for the edge. */
function isTaken({ left, top }: (typeof placesOfNames)[number]): string {
  const right = `${left} + datum.namePx`;
  const across = (px: number | string) => `${left} < datum.other.dotX + ${px} && ${right} > datum.other.dotX - ${px}`;
  // A dot that is as near as its own could be what it names.
  const isOnDot = `(datum.other.dotX !== datum.dotX || datum.other.dotY !== datum.dotY) && ${across(apartPx)} && ${top} < datum.other.dotY + ${apartPx} && ${top} + ${namePx} > datum.other.dotY - ${apartPx}`;
  const isOnLine = `datum.other.isSubject === 1 && ${across(dotPx)} && ${top} < datum.other.dotY`;
  const isOnName = `datum.other.isSubject === 1 && ${top} < ${subjectFoot} && ${across(`(${boldPx} / ${usualPx} * datum.other.namePx + ${8 * boldPx})`)}`;
  const isOut = `${left} < -2 || ${right} > width || ${top} < -6 || ${top} + ${namePx} > height + 3`;
  return [isOnDot, isOnLine, isOnName, isOut].map((each) => `(${each})`).join(" || ");
}

const ofEachName = [
  { window: [{ op: "row_number", as: "pairPosition" }], groupby: ["pointOrder"] },
  { filter: "datum.pairPosition === 1" },
];

/** Transforms that give each name a place where it lies on no dot and on no name of one that is further out, and leave out those that have none. */
const placedNames = [
  { flatten: ["dots"], as: ["other"] },
  ...placesOfNames.map((place, index) => ({ calculate: `(${isTaken(place)}) ? 1 : 0`, as: `isTaken${index}` })),
  {
    joinaggregate: placesOfNames.map((_, index) => ({ op: "max", field: `isTaken${index}`, as: `isTaken${index}` })),
    groupby: ["pointOrder"],
  },
  ...ofEachName,
  {
    calculate: `indexof([${placesOfNames.map((_, index) => `datum.isTaken${index}`).join(", ")}], 0)`,
    as: "namePlace",
  },
  { filter: "datum.namePlace >= 0" },
  { calculate: `[${placesOfNames.map(({ left }) => left).join(", ")}][datum.namePlace]`, as: "nameLeft" },
  { calculate: `[${placesOfNames.map(({ top }) => top).join(", ")}][datum.namePlace]`, as: "nameTop" },
  { joinaggregate: [{ op: "values", field: "pointName", as: "names" }] },
  { flatten: ["names"], as: ["rival"] },
  {
    calculate: `datum.rival.pointOrder < datum.pointOrder && datum.nameLeft < datum.rival.nameLeft + datum.rival.namePx + 4 && datum.rival.nameLeft < datum.nameLeft + datum.namePx + 4 && abs(datum.nameTop - datum.rival.nameTop) < ${namePx} ? 1 : 0`,
    as: "isBehind",
  },
  { joinaggregate: [{ op: "max", field: "isBehind", as: "isBehind" }], groupby: ["pointOrder"] },
  ...ofEachName,
  { filter: "datum.isBehind === 0" },
];
