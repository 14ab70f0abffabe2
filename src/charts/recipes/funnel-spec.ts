import type { TopLevelSpec } from "vega-lite";
import { limitLayers } from "../shape/plots.ts";
import { betweenRows } from "../spec/between-rows.ts";
import { fieldReference } from "../spec/encoded-field.ts";
import { recipeWords } from "../spec/own-words.ts";
import { type AnnotationsOf, annotationsOf, fieldsOfLines, lineLayers, namePlace } from "./annotations.ts";
import { nominal, quantitative } from "./channels.ts";
import { emphasisColor, emphasise, namesSubject, overMarks, subjectFor, subjectLayer } from "./emphasis.ts";
import { datumField, defaultFormat, figureText, labelField, nameWithFigure } from "./figure-label.ts";
import type { HighlightedFiguresOptions } from "./named-figures-options.ts";
import { countedGapWords, gapsRoom, type NameColumns, nameColumns, offMap } from "./off-map.ts";
import { optionsNow } from "./options-now.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import { firstRow } from "./reference-layers.ts";
import {
  characterPx,
  charactersIn,
  extentOf,
  figureAxis,
  figureCharacters,
  linePx,
  lines as textLines,
  usualPx,
  widthParam,
  wrapped,
  wrappedAtSpaces,
} from "./room-for-names.ts";
import { pixels } from "./spread-labels.ts";
import { subjectMark, subjectName, subjectNameParam, subjectRest } from "./subject-name.ts";

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
  /** What the limits are called in tables of the data; not drawn. */
  readonly lowTitle?: string;
  readonly highTitle?: string;
  readonly outerLowTitle?: string;
  readonly outerHighTitle?: string;
}

const heightPx = 300;
/** At the top, for the name of the one that stands out, px: a Vega expression. */
const nameRoom = `(22 + ${subjectRest})`;
/** Where that name ends below, px: a Vega expression. */
const subjectFoot = `(15 + ${subjectRest})`;
/** A Vega expression: characters of a line of it, beside the axis of figures. */
const subjectCharacters = charactersIn(0.7);
/** From a dot to its name, and what a dot, a name and a digit of the figure of the one that stands out take, px. */
const besideDot = 9;
const dotPx = 4;
const namePx = 14;
const boldPx = 7.5;
/** Of the areas beyond the limits, so many are tried to be named. */
const mostTried = 12;
/** From a name to the dot of another, along the line and across it, px: more than twice as far as to its own. */
const asidePx = 20;
const apartPx = 13;
/** What tells the limits, below the axis: from the plot, from one row to the next, and a sample of a line, px. */
const keyFrom = 50;
const keyRowPx = 16;
const keyLinePx = 24;
/** From one point of a limit to the next, px. */
const curvePx = 5;

/**
 * Rates against populations: a dot for each of up to 400 areas among lines between which chance alone would set it, dashed for 95 in a
 * hundred, thin for 99.8, as is said below. Areas beyond the outermost lines at their own population are named: the highest and the lowest of them first, then
 * those that are furthest in widths of the limits there, beside their dots or with a line to them, as far as there is room outside of the limits. Those that
 * have none are listed below with their figures, or the first twelve of them, and how many they are is said. The one that stands out is named with its figure.
 *
 * Where one population or a few are many times most of them, their axis is logarithmic, as its title says. A rate that is many times nearly all of
 * them stands above the scale as an arrow, with its figure; limits end at its top.
 *
 * An area without a figure has no dot, and is named below with [c] or [x]. Limits are those of the areas, and run from one to the next as
 * chance does: by the root of the population.
 */
export function funnelSpec(options: FunnelSpecOptions): TopLevelSpec {
  const now = optionsNow(options);
  const { category, value, population, low, high, outerLow, outerHigh } = now;
  const annotations = annotationsOf("funnelSpec", options);
  const { highlight = "highlight", format = defaultFormat } = now;
  const figure = datumField(value);
  const gapsSaid = countedGapWords();
  const isDrawn = { filter: `isValid(${figure}) && isValid(${datumField(population)})` };
  const isGiven = (field: string | undefined): field is string => field !== undefined;
  const fields = [value, ...[low, high, outerLow, outerHigh].filter(isGiven), ...fieldsOfLines(annotations)];
  const x = {
    field: fieldReference(population),
    type: "quantitative",
    title: now.populationTitle ?? null,
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
      axis: { title: now.valueTitle ?? null, ...figureAxis(value, format) },
      scale: {
        domain: [{ expr: lowestOf(fields) }, { expr: `${scaleTop} > ${lowestOf(fields)} ? ${scaleTop} : 1` }],
        nice: false,
        rangeMin: { expr: "height" },
        rangeMax: { expr: plotTop },
      },
    });
  const limit = (field: string | undefined, title: string | undefined, look: object, name: string) => {
    if (field === undefined) return [];
    const isLimited = { filter: `isValid(${datumField(field)}) && isValid(${datumField(population)})` };
    return [
      // What is told of a limit is told of its rows.
      {
        name,
        transform: [
          isLimited,
          // As gaps that are left out, what is above the scale.
          { calculate: `${datumField(field)} <= ${scaleTop} ? ${datumField(field)} : null`, as: "limitTold" },
          { filter: { field: "limitTold", valid: true } },
        ],
        mark: { type: "line", strokeOpacity: 0, clip: true },
        encoding: { x, y: y(field, title) },
      },
      {
        transform: [isLimited, ...curveOf(field, population), { filter: `datum.limitAt <= ${scaleTop}` }],
        mark: { type: "line", ...look },
        encoding: { x: { ...x, field: "limitFor" }, y: y("limitAt", title) },
      },
    ];
  };
  const [inner, outer] = [limitLook.inner, limitLook.outer].map((look) => ({ ...look, ...limitLook.both })) as [
    object,
    object,
  ];
  const lines = [
    ...limit(outerLow, now.outerLowTitle, outer, limitLayers.outerLow),
    ...limit(outerHigh, now.outerHighTitle, outer, limitLayers.outerHigh),
    ...limit(low, now.lowTitle, inner, limitLayers.low),
    ...limit(high, now.highTitle, inner, limitLayers.high),
  ];
  const center = lineLayers({
    annotations,
    format,
    scale: y,
    isUpwards: true,
  });
  const [lowest, highest] = [outerLow ?? low, outerHigh ?? high].map(datumField) as [string, string];
  const isOutside = `isValid(${figure}) && isValid(${datumField(population)}) && isValid(${lowest}) && isValid(${highest}) && (${figure} < ${lowest} || ${figure} > ${highest})`;
  const saidWords = recipeWords({
    innerLimits: undefined,
    outerLimits: undefined,
    outsideNotNamed: undefined,
    outsideFurthest: undefined,
    aboveScale: undefined,
  });
  const keys = [
    saidWords.says.innerLimits,
    ...(outerLow !== undefined && outerHigh !== undefined ? [saidWords.says.outerLimits] : []),
  ];
  const keyRows = keys.length === 1 ? "1" : `(width < ${keysPx} ? 2 : 1)`;
  const farRow = `(${areRatesFar} ? 1 : 0)`;
  const belowKeys = `${keyFrom} + ${keyRowPx} * (${keyRows} + ${farRow}) + 2`;
  // The axis of figures stands left of what is below.
  const below = { dy: `${belowKeys} + ${belowKeysPx}`, roomPx: "width" };
  const columns = nameColumns({ prefix: "listed", area: category, value, format, roomPx: below.roomPx });
  /** A name with its figure, by where its row is. */
  const nameAt = (point: string) =>
    nameWithFigure(`${point}.pointName`, `${point}.${labelField}`, datumField(value).replace(/^datum/, point));
  const listed = listOfOthers({
    says: saidWords.says,
    columns,
    dy: (point) => `${below.dy} + (${point}.gapsPx > 0 ? ${point}.gapsPx + ${belowKeysPx} : 0)`,
    text: nameAt,
    value,
  });
  // By where it stands: what is worked out from a figure would tell of it.
  const isFar = `(isValid(${figure}) && scale('y', ${figure}) < ${plotTop} - 0.01)`;
  const others = { filter: `((${isOutside}) || ${isFar}) && datum.isSubject !== 1` };
  const pointAt = `${isFar} ? ${nameRoom} + 2 : scale('y', ${figure})`;
  const placed = [
    ...gapsRoom({ area: category, value, columns, counted: gapsSaid.counted, roomPx: below.roomPx }),
    isDrawn,
    { calculate: datumField(category), as: "pointName" },
    { calculate: isFar, as: "isFar" },
    { calculate: `scale('x', ${datumField(population)})`, as: "dotX" },
    { calculate: pointAt, as: "dotY" },
  ];
  /** The others beyond the limits, from the one to be named first to the one to be named last. */
  const ranked = [
    others,
    {
      calculate: `max(${figure} - ${highest}, ${lowest} - ${figure}) / max(1e-9, ${highest} - ${lowest})`,
      as: "pointFar",
    },
    { calculate: `scale('y', ${highest})`, as: "upperY" },
    { calculate: `scale('y', ${lowest})`, as: "lowerY" },
    { calculate: "datum.dotY < datum.upperY ? -1 : 1", as: "outwardSign" },
    {
      joinaggregate: [
        { op: "min", field: "dotY", as: "highestY" },
        { op: "max", field: "dotY", as: "lowestY" },
      ],
    },
    { calculate: "datum.dotY === (datum.outwardSign < 0 ? datum.highestY : datum.lowestY)", as: "isEnd" },
    {
      window: [{ op: "row_number", as: "pointOrder" }],
      sort: [
        { field: "isEnd", order: "descending" },
        { field: "pointFar", order: "descending" },
      ],
    },
  ];
  const outside = (most: number) => ({
    transform: [
      ...placed,
      // Of any figure: where names stand tells none.
      {
        calculate: `(length(datum.pointName) + (datum.isFar ? 1 + ${figureCharacters(value, format)} : 0)) * ${usualPx} + 3`,
        as: "namePx",
      },
      { calculate: halvesOf("datum.pointName"), as: "nameHalves" },
      {
        calculate: `length(datum.nameHalves) === 2 && !datum.isFar ? max(length(datum.nameHalves[0]), length(datum.nameHalves[1])) * ${usualPx} + 3 : 0`,
        as: "halvesPx",
      },
      {
        joinaggregate: [
          { op: "values", field: fieldReference(category), as: "allDots" },
          { op: "min", field: "dotX", as: "leastX" },
        ],
      },
      ...ranked,
      { calculate: "datum.outwardSign < 0 ? datum.upperY : datum.lowerY", as: "limitY" },
      { calculate: "(datum.upperY + datum.lowerY) / 2", as: "middleY" },
      ...placedNames(most, [value, population]),
    ],
    layer: [
      {
        transform: leadFrom("!datum.namePlace.leadsAside", ["leadTop", "leadBottom"]),
        mark: { type: "rule", strokeWidth: 1 },
        encoding: { x, y: pixels("leadTop"), y2: { field: "leadBottom" } },
      },
      {
        transform: leadFrom("datum.namePlace.leadsAside", ["leadLeft", "leadRight"]),
        mark: { type: "rule", strokeWidth: 1 },
        encoding: { x: pixels("leadLeft"), x2: { field: "leadRight" }, y: y(value, now.valueTitle) },
      },
      ...[false, true].map((isOfFar) => ({
        name: isOfFar ? `${farLayer}Names` : "namesOutside",
        transform: [
          { filter: `datum.isChosen === 1 && datum.pointRow.isFar === ${isOfFar}` },
          ...(isOfFar ? [{ calculate: "datum.pointRow.dotY", as: "dotY" }] : []),
          {
            calculate: isOfFar
              ? nameAt("datum.pointRow")
              : "datum.namePlace.isInHalves ? join(datum.pointRow.nameHalves, '\\n') : datum.pointRow.pointName",
            as: "pointText",
          },
        ],
        mark: {
          type: "text",
          style: overMarks,
          align: { expr: "datum.namePlace.align" },
          lineBreak: "\n",
          lineHeight: namePx,
          baseline: {
            expr: "datum.namePlace.awayPx === 0 ? 'middle' : datum.pointRow.outwardSign < 0 ? 'bottom' : 'top'",
          },
          dx: { expr: "datum.namePlace.dx" },
          // Lines hang from the first of them.
          dy: {
            expr: `datum.pointRow.outwardSign * datum.namePlace.awayPx - (datum.namePlace.isInHalves ? ${namePx} * (datum.namePlace.isInwards ? (datum.pointRow.outwardSign < 0 ? 0 : 1) : datum.namePlace.awayPx === 0 ? 0.5 : datum.pointRow.outwardSign < 0 ? 1 : 0) : 0)`,
          },
        },
        encoding: {
          x,
          y: isOfFar ? pixels("dotY") : y(value, now.valueTitle),
          text: { field: "pointText" },
        },
      })),
      listed([{ filter: "datum.isNamed === 0" }], "datum.pointRow"),
    ],
  });
  const noneNamed = listed([...placed, ...ranked]);
  const dotsAt = (name: string, which: string, look: object, at: object) => ({
    name,
    // As gaps that are left out: the description is of all dots.
    transform: [
      isDrawn,
      { calculate: `${which} ? ${pointAt} : null`, as: "pointAt" },
      { filter: { field: "pointAt", valid: true } },
    ],
    mark: { type: "point", size: { expr: "datum.isSubject === 1 ? 110 : 45" }, opacity: 1, ...look },
    encoding: {
      x,
      y: at,
      color: emphasisColor,
      // The one that stands out lies on all others.
      order: { field: "isSubject", type: "quantitative" },
      detail: nominal(category, now.categoryTitle),
    },
  });
  const dots = [
    dotsAt("dots", `!${isFar}`, {}, y(value, now.valueTitle)),
    dotsAt(`${farLayer}Dots`, isFar, { shape: farShape }, pixels("pointAt")),
  ];
  const isSubject = [isDrawn, { filter: "datum.isSubject === 1" }];
  const subjectLine = {
    name: `${subjectLayer}Line`,
    transform: [...isSubject, { calculate: pointAt, as: "pointAt" }],
    mark: { type: "rule" },
    encoding: { x, y: pixels("pointAt"), y2: { value: { expr: `${subjectFoot} + 1` } } },
  };
  // Above all dots and names.
  const nameOfSubject = {
    name: `${subjectLayer}Name`,
    transform: [...isSubject, subjectName(options, "pointName", subjectCharacters)],
    mark: {
      type: "text",
      style: [overMarks, namesSubject],
      ...subjectMark,
      ...namePlace({
        figure: datumField(population),
        name: "datum.pointName",
        characters: subjectCharacters,
        annotations: [],
      }),
    },
    encoding: { x, y: { value: 2 }, text: { field: "pointName" } },
  };
  const key = keyOf(keys);
  const off = offMap({
    area: category,
    value,
    format,
    isOff: `!isValid(${figure})`,
    ...below,
    counted: gapsSaid.counted,
  });
  const farKey = keyOfFar({ says: saidWords.says.aboveScale, row: keyRows });
  const drawn = [...lines, ...center.rules, subjectLine, ...dots, ...key, ...farKey];
  const named = (names: object) => [...drawn, ...center.names, names, nameOfSubject, off.layer];
  const notes = {
    recipe: "funnelSpec",
    written: { fields: [value, low, high, outerLow, outerHigh, ...fieldsOfLines(annotations)], format: now.format },
    keepsDots: true,
    limits: { value, low, high },
    skewed: { field: population },
    annotations: { x: category, annotations },
    layersFor: [
      subjectFor(highlight),
      { layer: farLayer, draws: "far" as const, field: value, times: farTimes },
      ...off.layersFor,
    ],
    otherwise: [
      () => ({ layer: named(outside(4)) }),
      () => ({ layer: named(noneNamed) }),
      () => ({ layer: [...drawn, noneNamed, nameOfSubject, off.layer] }),
    ],
    instead: "Use intervalSpec for few areas or long names, or give the chart more width.",
  };
  return recipeSpec(notes, {
    ...onePlot,
    height: heightPx,
    params: [
      widthParam,
      ...gapsSaid.params,
      ...off.params,
      ...columns.params,
      ...saidWords.params,
      ...scaleTopParams(fields, value),
      placesParam,
      subjectNameParam(options, subjectCharacters),
      // The later height holds: one by itself is a number.
      { name: "height", expr: `${heightPx} + ${subjectRest}` },
    ],
    transform: [...emphasise(highlight), { calculate: figureText(value, format), as: labelField }],
    layer: named(outside(mostTried)),
  });
}

/** Of those that have no name beside their dots, so many are named below. */
const mostListed = 12;
/** Below the keys and what follows them, and below the line that says what the names under it are, px. */
const belowKeysPx = 4;
const belowNotePx = 2;

/** Of a line below the plot, a Vega expression. */
const noteCharacters = `max(8, floor(width / ${characterPx}))`;

interface ListOfOthersOptions {
  readonly says: Readonly<Record<"outsideNotNamed" | "outsideFurthest", string>>;
  readonly columns: NameColumns;
  /** Vega expressions, by where the row of a name is: from the plot down, px, and the name with its figure. */
  readonly dy: (point: string) => string;
  readonly text: (point: string) => string;
  /** Field of the figures. */
  readonly value: string;
}

/** Below all else, how many areas beyond the limits have no name beside their dots, and, with their figures, which these are: those that transforms leave. */
const listOfOthers =
  ({ says, columns, dy, text, value }: ListOfOthersOptions) =>
  (left: readonly object[], point = "datum") => {
    const isMore = `datum.notNamedCount > ${mostListed}`;
    const said = `${says.outsideNotNamed} + ': ' + datum.notNamedCount + '.' + (${isMore} ? ' ' + ${says.outsideFurthest} : '')`;
    const belowNote = `${dy(point)} + ${linePx} * length(split(datum.notNamedNote, '\\n')) + ${belowNotePx}`;
    return {
      transform: [
        ...left,
        { joinaggregate: [{ op: "count", as: "notNamedCount" }] },
        {
          window: [{ op: "row_number", as: "listPosition" }],
          sort: [{ field: "pointOrder" }],
        },
        { filter: `datum.listPosition <= ${mostListed}` },
        // The order of a list is one that its figures show.
        { calculate: `${point}[${JSON.stringify(value)}]`, as: "listedFigure" },
        {
          window: [{ op: "row_number", as: "listOrder" }],
          sort: [{ field: "listedFigure", order: "descending" }, { field: "pointOrder" }],
        },
        { calculate: textLines(wrapped(said, noteCharacters)), as: "notNamedNote" },
      ],
      layer: [
        {
          transform: [{ filter: "datum.listOrder === 1" }],
          mark: {
            type: "text",
            align: "left",
            baseline: "top",
            fontStyle: "italic",
            lineBreak: "\n",
            lineHeight: linePx,
            dy: { expr: dy(point) },
          },
          encoding: { x: { value: 0 }, y: { value: "height" }, text: { field: "notNamedNote" } },
        },
        {
          name: "namesListed",
          transform: [
            { calculate: textLines(wrapped(text(point), columns.lineCharacters)), as: "listedText" },
            { calculate: "1", as: "isListed" },
            ...columns.inRows({ name: `${point}.pointName`, shown: "isListed", order: "listOrder" }),
          ],
          ...columns.written("listedText", belowNote),
        },
      ],
    };
  };

/** A Vega expression: the lowest or the highest figure of a field; zero where it has none. */
const endOf = (field: string, end: 0 | 1) => `(isValid(${extentOf(field)}[${end}]) ? ${extentOf(field)}[${end}] : 0)`;
/** Vega expressions: those of several fields, and zero among them. */
const lowestOf = (fields: readonly string[]) => `min(0, ${fields.map((field) => endOf(field, 0)).join(", ")})`;
const highestOf = (fields: readonly string[]) => `max(0, ${fields.map((field) => endOf(field, 1)).join(", ")})`;

/** A figure that is more than so many times those of nearly all would leave them a stripe of the scale. */
const farTimes = 4;
/** Of so many areas at least nearly all, but for a tenth of them, have usual figures. */
const leastAreas = 8;
/** So many of the highest figures are asked whether the scale can end at them. */
const mostAsked = 5;
/** Above the top of the scale for figures that are above it, px, and how their marks look. */
const farRoom = 26;
const farShape = "triangle-up";
/** What the names of layers begin with that draw these figures alone. */
const farLayer = "far";

/**
 * Parameters: the figure at the top of the scale, and what it is found by; whether rates are above it, for limits there have no mark; and where the scale
 * ends, px from the top of the plot.
 */
const [scaleTop, usualTop, highestOfAll, areRatesFar, plotTop] = [
  "scaleTop",
  "usualTop",
  "highestOfAll",
  "areRatesFar",
  "plotTop",
];
const sortedOf = (index: number) => `sorted${index}`;

/**
 * The parameters of the top of the scale: the highest of all rates and limits, or, where that is many times what nearly all have, the highest that
 * is not.
 */
function scaleTopParams(fields: readonly string[], value: string): readonly object[] {
  const fromTop = (index: number, place: string) => `${sortedOf(index)}[length(data('data')) - ${place}]`;
  const usual = fields.map((_, index) => fromTop(index, "1 - max(1, floor(length(data('data')) / 10))"));
  const cut = `(${farTimes} * ${usualTop})`;
  const nearest = fields.map((_, index) =>
    Array.from({ length: mostAsked }, (_, place) => fromTop(index, String(place + 1))).reduceRight(
      (lower, figure) => `(${figure} <= ${cut} ? ${figure} : ${lower})`,
      usualTop as string,
    ),
  );
  const hasUsual = `length(data('data')) >= ${leastAreas} && ${usualTop} > 0`;
  return [
    ...fields.map((field, index) => ({
      name: sortedOf(index),
      expr: `sort(pluck(data('data'), ${JSON.stringify(fieldReference(field))}))`,
    })),
    { name: usualTop, expr: `max(0, ${usual.join(", ")})` },
    { name: highestOfAll, expr: highestOf(fields) },
    {
      name: scaleTop,
      expr: `${hasUsual} && ${highestOfAll} > ${cut} ? max(${nearest.join(", ")}) : ${highestOfAll}`,
    },
    { name: areRatesFar, expr: `${scaleTop} < ${highestOf([value])}` },
    { name: plotTop, expr: `${nameRoom} + (${scaleTop} < ${highestOfAll} ? ${farRoom} : 0)` },
  ];
}

/**
 * Transforms that add points to a limit between the populations of two areas, so close to one another that they are a curve: over one divided by
 * the root of the population, a limit is a parabola as good as. It leads through both areas, and through the largest or the smallest of all.
 */
const curveOf = (field: string, population: string) => {
  const rootAt = (px: string) => `1 / sqrt(invert('x', datum.${px}))`;
  const [near, next, far] = ["limitX", "nextX", "farX"].map(rootAt);
  const slope = `(datum.nextY - datum.limitY) / (${next} - ${near})`;
  const slopeBeyond = `(datum.farY - datum.nextY) / (${far} - ${next})`;
  const bend = `(${slopeBeyond} - ${slope}) / (${far} - ${near})`;
  return [
    { filter: `${datumField(population)} > 0` },
    { calculate: `scale('x', ${datumField(population)})`, as: "limitX" },
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
      calculate: `datum.${betweenRows} ? 1 / pow(${near} + datum.limitRoot, 2) : ${datumField(population)}`,
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

/** How the lines of limits look: those of the inner ones are dashed, those of the outer ones thin. */
const limitLook = {
  inner: { strokeDash: [5, 4], strokeWidth: 1.5 },
  outer: { strokeWidth: 1 },
  both: { opacity: 0.7 },
};

/** What limits of one level or two are, the inner first: a sample of their line, and what they are called (Vega expressions). Below the axis, beside one another or below. */
function keyOf(says: readonly string[]): readonly object[] {
  const isBeside = `width >= ${keysPx}`;
  const left = `(${isBeside} ? datum.keyPlace * ${keysPx / 2} : 0)`;
  const middle = `height + ${keyFrom} + ${keyRowPx / 2} + (${isBeside} ? 0 : datum.keyPlace * ${keyRowPx})`;
  const [inner, outer] = [limitLook.inner, limitLook.outer];
  return [
    {
      transform: [
        ...firstRow("keyPosition"),
        { calculate: `[${says.join(", ")}]`, as: "keyTexts" },
        { calculate: `sequence(0, ${says.length})`, as: "keyPlace" },
        { flatten: ["keyPlace"] },
        { calculate: "datum.keyTexts[datum.keyPlace]", as: "keyText" },
        { calculate: "1", as: "rowEmphasis" },
      ],
      layer: [
        {
          mark: {
            type: "rule",
            ...limitLook.both,
            strokeDash: { expr: `datum.keyPlace === 0 ? ${JSON.stringify(inner.strokeDash)} : null` },
            strokeWidth: { expr: `datum.keyPlace === 0 ? ${inner.strokeWidth} : ${outer.strokeWidth}` },
          },
          encoding: {
            x: { value: { expr: left } },
            x2: { value: { expr: `${left} + ${keyLinePx}` } },
            y: { value: { expr: middle } },
            color: emphasisColor,
          },
        },
        {
          mark: { type: "text", align: "left", baseline: "middle" },
          encoding: {
            x: { value: { expr: `${left} + ${keyLinePx + 6}` } },
            y: { value: { expr: middle } },
            text: { field: "keyText" },
          },
        },
      ],
    },
  ];
}

/** Below the keys of limits, what the marks at the top are, where there are any. */
const keyOfFar = ({ says, row }: { readonly says: string; readonly row: string }) => {
  const transform = [...firstRow("keyPosition"), { filter: areRatesFar }, { calculate: "1", as: "rowEmphasis" }];
  const middle = { value: { expr: `height + ${keyFrom} + ${keyRowPx / 2} + ${keyRowPx} * ${row}` } };
  return [
    {
      name: `${farLayer}Key`,
      transform,
      mark: { type: "point", shape: farShape, size: 45 },
      encoding: { x: { value: keyLinePx / 2 }, y: middle, color: emphasisColor },
    },
    {
      name: `${farLayer}KeyText`,
      transform: [...transform, { calculate: says, as: "keyText" }],
      mark: { type: "text", align: "left", baseline: "middle" },
      encoding: { x: { value: keyLinePx + 6 }, y: middle, text: { field: "keyText" } },
    },
  ];
};

/** How far beyond the middle of its dot a name above or below it begins, and from the dot up or down to it, px. */
const beyondDot = 5;
const overDot = 6;
/** Of lines from the middle of a dot to its name, upwards or downwards and to a side, px: the shortest first. */
const leadersAway = [18, 36, 60, 90] as const;
const leadersAside = [26, 50] as const;

/** A place for a name, seen from its dot, px. */
interface NamePlace {
  readonly align: "left" | "right" | "center";
  /** To a side, and away from the limits. */
  readonly dx: number;
  readonly awayPx: number;
  /** How much of the width of the name is left of that. */
  readonly from: number;
  readonly isInHalves: boolean;
  /** Of two lines beside the dot, the outer one is: the other lies on the side of the limits. */
  readonly isInwards: boolean;
  /** Of a line from the middle of the dot to the name; nothing beside the dot. */
  readonly leadPx: number;
  readonly leadsAside: boolean;
}

const placeOf = (align: NamePlace["align"], awayPx: number, asideBy = -beyondDot) => ({
  align,
  dx: { left: asideBy, right: -asideBy, center: 0 }[align],
  awayPx,
  from: { left: 0, right: 1, center: 0.5 }[align],
  isInHalves: false,
  isInwards: false,
  leadsAside: awayPx === 0,
});

const aways = ["center", "left", "right"] as const;
const asides = ["left", "right"] as const;

/** At the right of the dot, at the left, and away from the limits. */
const besidePlaces = [
  ...asides.map((align) => placeOf(align, 0, besideDot)),
  ...aways.map((align) => placeOf(align, overDot)),
].map((place) => ({ ...place, leadPx: 0 }));

/** Where a name may stand, the first the best: beside its dot, there in two lines, and then at the end of a line. */
const namePlaces: readonly NamePlace[] = [
  ...besidePlaces,
  ...besidePlaces.map((place) => ({ ...place, isInHalves: true })),
  ...besidePlaces
    .filter(({ awayPx }) => awayPx === 0)
    .map((place) => ({ ...place, isInHalves: true, isInwards: true })),
  ...leadersAway.flatMap((px) => aways.map((align) => ({ ...placeOf(align, px), leadPx: px - 1 }))),
  ...leadersAside.flatMap((px) => asides.map((align) => ({ ...placeOf(align, 0, px), leadPx: px - 2 }))),
];

/** The parameter that has them: written out in expressions they would be read and made again for each row. */
const placesParam = { name: "namePlaces", value: namePlaces.map((place, index) => ({ ...place, index })) };

/** A Vega expression: a name in two lines of about the same length, or in as many as its words need. */
const halvesOf = (name: string): string => wrappedAtSpaces(name, `max(4, ceil(0.6 * length(${name})))`);

/** Transforms: the box of a name in a place, and the line to it from the edge of its dot, which has no length beside it. */
const boxOfPlace = (() => {
  const [widthPx, heightPx] = ["datum.pointRow.halvesPx : datum.pointRow.namePx", `${2 * namePx} : ${namePx}`].map(
    (sizes) => `(datum.namePlace.isInHalves ? ${sizes})`,
  );
  const leadTo = (along: string) => `(datum.namePlace.leadPx > 0 && ${along}) * `;
  const leadAcross = `${leadTo("datum.namePlace.leadsAside")}(datum.namePlace.dx > 0 ? 1 : -1)`;
  const leadDown = `${leadTo("!datum.namePlace.leadsAside")}datum.pointRow.outwardSign`;
  const ends = (way: string) => `${way} * ${dotPx}, ${way} * datum.namePlace.leadPx`;
  return [
    {
      calculate: `{left: datum.pointRow.dotX + datum.namePlace.dx - datum.namePlace.from * ${widthPx}, top: datum.pointRow.dotY + (datum.namePlace.isInwards ? (datum.pointRow.outwardSign < 0 ? -${namePx} / 2 : ${namePx} / 2 - ${heightPx}) : datum.namePlace.awayPx === 0 ? -${heightPx} / 2 : datum.pointRow.outwardSign < 0 ? -datum.namePlace.awayPx - ${heightPx} : datum.namePlace.awayPx)}`,
      as: "nameStart",
    },
    {
      calculate: `{${[
        "left: datum.nameStart.left",
        `right: datum.nameStart.left + ${widthPx}`,
        "top: datum.nameStart.top",
        `bottom: datum.nameStart.top + ${heightPx}`,
        `leadLeft: datum.pointRow.dotX + min(${ends(leadAcross)})`,
        `leadRight: datum.pointRow.dotX + max(${ends(leadAcross)})`,
        `leadTop: datum.pointRow.dotY + min(${ends(leadDown)})`,
        `leadBottom: datum.pointRow.dotY + max(${ends(leadDown)})`,
      ].join(", ")}}`,
      as: "nameBox",
    },
  ];
})();

/** Transforms: the names that have such a line, and where it ends. */
const leadFrom = (isOfWay: string, ends: readonly string[]): readonly object[] => [
  { filter: `datum.isChosen === 1 && datum.namePlace.leadPx > 0 && ${isOfWay}` },
  ...ends.map((end) => ({ calculate: `datum.nameBox.${end}`, as: end })),
];

/** A Vega expression: whether a name has no room in a place for another dot, for the line to the one that stands out, or for its name. */
const isTaken = (() => {
  const other = "datum.nearDot.otherDot";
  const across = (px: number | string) =>
    `datum.nameBox.left < ${other}.dotX + ${px} && datum.nameBox.right > ${other}.dotX - ${px}`;
  const isNear = `${across(asidePx)} && datum.nameBox.top < ${other}.dotY + ${apartPx} && datum.nameBox.bottom > ${other}.dotY - ${apartPx}`;
  // Dots that lie on one another cannot be told apart by a line either.
  const isBelowLine = `datum.namePlace.leadPx > 0 && abs(${other}.dotX - datum.pointRow.dotX) + abs(${other}.dotY - datum.pointRow.dotY) > ${2 * dotPx} && datum.nameBox.leadLeft < ${other}.dotX + ${2 * dotPx} && datum.nameBox.leadRight > ${other}.dotX - ${2 * dotPx} && datum.nameBox.leadTop < ${other}.dotY + ${2 * dotPx} && datum.nameBox.leadBottom > ${other}.dotY - ${2 * dotPx}`;
  const alongLine = `datum.namePlace.leadPx > 0 && datum.namePlace.awayPx > 0 && ${other}.isSubject === 1 && abs(${other}.dotX - datum.pointRow.dotX) < ${2 * dotPx} && datum.nameBox.leadTop < ${other}.dotY`;
  // The highest and the lowest are named rather so than not.
  const acrossLine = `!datum.pointRow.isEnd && datum.namePlace.leadPx > 0 && datum.namePlace.awayPx === 0 && ${other}.isSubject === 1 && datum.nameBox.leadLeft < ${other}.dotX + ${dotPx} && datum.nameBox.leadRight > ${other}.dotX - ${dotPx} && datum.pointRow.dotY < ${other}.dotY`;
  const isOnLine = `${other}.isSubject === 1 && datum.nameBox.top < ${other}.dotY && (${across(1.5 * dotPx)})`;
  const isOnName = `${other}.isSubject === 1 && datum.nameBox.top < ${subjectFoot} && ${across(`(${boldPx} / ${usualPx} * ${other}.namePx + ${8 * boldPx})`)}`;
  return `${other}.pointName !== datum.pointRow.pointName && (${[isNear, isBelowLine, alongLine, acrossLine, isOnLine, isOnName].map((each) => `(${each})`).join(" || ")})`;
})();

/**
 * A Vega expression: whether a name lies outside of the plot, or on limits, which it would hide. From its own dot a limit comes nearer to the middle as one over
 * the root of the population does, so that it is furthest out at the left of a name.
 */
const isAstray = (() => {
  const isOut = `datum.nameBox.left < -2 || datum.nameBox.right > width || datum.nameBox.top < -6 || datum.nameBox.bottom > height - 2`;
  const limit =
    "datum.pointRow.middleY + (datum.pointRow.limitY - datum.pointRow.middleY) * sqrt(invert('x', datum.pointRow.dotX) / invert('x', max(1, datum.pointRow.leastX, datum.nameBox.left)))";
  return `${isOut} || (datum.pointRow.outwardSign < 0 ? datum.nameBox.bottom > ${limit} : datum.nameBox.top < ${limit})`;
})();

/**
 * A Vega expression: whether another dot may be near to a name in one of its places. These lie away from the limits, where few dots are: of the others, next to
 * which a name has two lines at most, it need not be asked.
 */
const isInReach = (() => {
  const outward = "datum.pointRow.outwardSign * (datum.otherDot.dotY - datum.pointRow.dotY)";
  return [
    `abs(datum.otherDot.dotX - datum.pointRow.dotX) < datum.pointRow.namePx + ${asidePx + Math.max(...leadersAside)}`,
    `${outward} > -${namePx + apartPx}`,
    `${outward} < ${Math.max(...leadersAway) + 2 * namePx + apartPx}`,
  ].join(" && ");
})();

/** What a row bids for its place: less than `taken` where the place is free, the less the sooner; more where the name stands there. */
const bids = { ofName: namePlaces.length, taken: 1e6, won: 2e6 } as const;

/**
 * Transforms that give each name the first of its places that lies on no dot, no limit, and on no name or line of one before it. A row for each name is left:
 * those that have a place have `isChosen`, and the others not `isNamed`. Vega copies a row for each that it is flattened to: it has the fields that it is drawn by, and in
 * `pointRow` the row with all others; what tells of a place alone is asked before the dots are.
 */
const placedNames = (most: number, drawnBy: readonly [string, string]): readonly object[] => [
  {
    aggregate: [{ op: "values", field: "pointName", as: "pointRows" }],
    groupby: ["pointOrder", ...drawnBy.map(fieldReference)],
  },
  { calculate: "datum.pointRows[0]", as: "pointRow" },
  { calculate: "datum.pointRow.allDots", as: "allDots" },
  { flatten: ["allDots"], as: ["otherDot"] },
  {
    // Of those that are not tried, one row is left: they are counted.
    filter: `datum.pointOrder > ${most} ? datum.otherDot.pointName === datum.pointRow.pointName : datum.otherDot.isSubject === 1 || (${isInReach})`,
  },
  {
    joinaggregate: [{ op: "values", field: "otherDot", as: "nearDots" }],
    groupby: ["pointOrder"],
  },
  { filter: "datum.otherDot.pointName === datum.pointRow.pointName" },
  {
    calculate: `slice(${placesParam.name}, 0, datum.pointOrder <= ${most} ? ${namePlaces.length} : 1)`,
    as: "namePlace",
  },
  { flatten: ["namePlace"] },
  { calculate: "datum.namePlace.index", as: "placeIndex" },
  ...boxOfPlace,
  // A name above the scale stands beside its mark.
  {
    calculate: `datum.pointOrder > ${most} || (${isAstray}) || (datum.pointRow.isFar && datum.namePlace.leadPx > 0) || (datum.namePlace.isInHalves && datum.pointRow.halvesPx === 0) ? 1 : 0`,
    as: "isTaken",
  },
  // A name that has no place is counted.
  { filter: "datum.isTaken === 0 || datum.placeIndex === 0" },
  { flatten: ["nearDots"], as: ["nearDot"] },
  { calculate: `datum.isTaken === 1 || (${isTaken}) ? 1 : 0`, as: "isTaken" },
  {
    joinaggregate: [{ op: "max", field: "isTaken", as: "isTaken" }],
    groupby: ["pointOrder", "placeIndex"],
  },
  { window: [{ op: "row_number", as: "pairPosition" }], groupby: ["pointOrder", "placeIndex"] },
  { filter: "datum.pairPosition === 1" },
  {
    calculate: `datum.isTaken === 1 ? ${bids.taken} : datum.pointOrder * ${bids.ofName} + datum.placeIndex`,
    as: "placeBid",
  },
  ...Array.from({ length: most }, placedNext).flat(),
  { calculate: `datum.placeBid === ${bids.won} ? 1 : 0`, as: "isChosen" },
  { joinaggregate: [{ op: "max", field: "isChosen", as: "isNamed" }], groupby: ["pointOrder"] },
  { filter: "datum.isChosen === 1 || (datum.isNamed === 0 && datum.placeIndex === 0)" },
];

/** Transforms that give the next name its place, and take from those after it what lies on that. */
const placedNext = (): readonly object[] => {
  const took = "datum.nextPlaced";
  const isOver = ([left, right, top, bottom]: readonly string[]) =>
    `datum.nameBox.left < ${took}.nameBox.${right} + 4 && datum.nameBox.right > ${took}.nameBox.${left} - 4 && datum.nameBox.top < ${took}.nameBox.${bottom} && datum.nameBox.bottom > ${took}.nameBox.${top}`;
  const onName = isOver(["left", "right", "top", "bottom"]);
  const onLine = isOver(["leadLeft", "leadRight", "leadTop", "leadBottom"]);
  const lineOnName = `datum.nameBox.leadRight > ${took}.nameBox.left - 4 && datum.nameBox.leadLeft < ${took}.nameBox.right + 4 && datum.nameBox.leadTop < ${took}.nameBox.bottom && datum.nameBox.leadBottom > ${took}.nameBox.top`;
  const acrossLine = `datum.namePlace.leadPx > 0 && ${took}.namePlace.leadPx > 0 && datum.nameBox.leadRight > ${took}.nameBox.leadLeft - 4 && datum.nameBox.leadLeft < ${took}.nameBox.leadRight + 4 && datum.nameBox.leadBottom > ${took}.nameBox.leadTop - 4 && datum.nameBox.leadTop < ${took}.nameBox.leadBottom + 4`;
  const isOfName = `datum.pointOrder === ${took}.pointOrder`;
  return [
    { window: [{ op: "argmin", field: "placeBid", as: "nextPlaced" }], frame: [null, null] },
    {
      calculate: `datum.placeBid >= ${bids.taken} ? datum.placeBid : ${isOfName} && datum.placeIndex === ${took}.placeIndex ? ${bids.won} : ${isOfName} || (${onName}) || (${onLine}) || (${lineOnName}) || (${acrossLine}) ? ${bids.taken} : datum.placeBid`,
      as: "placeBid",
    },
  ];
};
