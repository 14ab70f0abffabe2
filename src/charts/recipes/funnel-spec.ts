import type { TopLevelSpec } from "vega-lite";
import { limitLayers } from "../shape/plots.ts";
import { fieldReference } from "../spec/encoded-field.ts";
import { type AnnotationsOf, annotationsOf, fieldsOfLines, lineLayers } from "./annotations.ts";
import { nominal, quantitative } from "./channels.ts";
import { offMap } from "./class-scale.ts";
import { emphasisColor, emphasise, namesSubject, overMarks } from "./emphasis.ts";
import { datumField, defaultFormat, figureText, labelField, nameWithFigure } from "./figure-label.ts";
import type { HighlightedFiguresOptions } from "./named-figures-options.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import { endAboveZero, figureAxis, linePx, widthParam } from "./room-for-names.ts";
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
const nameRoom = 18;
/** From a dot to its name, px. */
const besideDot = 9;

/**
 * Rates against populations: a dot for each of up to 200 areas among lines between which chance alone would set it, dashed for 95 in a
 * hundred, thin for 99.8. Beyond the outermost lines areas are named, where names would touch the few furthest out, and so is the one
 * that stands out, with its figure.
 *
 * An area without a figure has no dot, and is named below with [c] or [x]. Limits run from area to area, in order of population.
 */
export function funnelSpec(options: FunnelSpecOptions): TopLevelSpec {
  const { category, value, population, low, high, outerLow, outerHigh } = options;
  const annotations = annotationsOf("funnelSpec", options);
  const { highlight = "highlight", format = defaultFormat } = options;
  const figure = datumField(value);
  const isDrawn = { filter: `isValid(${figure}) && isValid(${datumField(population)})` };
  const isGiven = (field: string | undefined): field is string => field !== undefined;
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
    scale: { zero: true, nice: true },
  };
  const y = (field: string, title: string | undefined) =>
    quantitative(field, title, {
      axis: { title: options.valueTitle ?? null, ...figureAxis(value, format) },
      scale: {
        zero: true,
        ...endAboveZero(value, ...[low, high, outerLow, outerHigh].filter(isGiven), ...fieldsOfLines(annotations)),
        rangeMin: { expr: "height" },
        rangeMax: nameRoom,
      },
    });
  const limit = (field: string | undefined, title: string | undefined, look: object, name: string) =>
    field === undefined
      ? []
      : [
          {
            name,
            transform: [{ filter: `isValid(${datumField(field)}) && isValid(${datumField(population)})` }],
            mark: { type: "line", ...look },
            encoding: { x, y: y(field, title) },
          },
        ];
  const inner = { strokeDash: [5, 4], strokeWidth: 1.5, opacity: 0.7 };
  const outer = { strokeWidth: 1, opacity: 0.7 };
  const lines = [
    ...limit(outerLow, options.outerLowTitle, outer, "control-limit-outer-low"),
    ...limit(outerHigh, options.outerHighTitle, outer, "control-limit-outer-high"),
    ...limit(low, options.lowTitle, inner, limitLayers.low),
    ...limit(high, options.highTitle, inner, limitLayers.high),
  ];
  const center = lineLayers({
    annotations,
    format,
    scale: y,
    isUpwards: true,
    isBeside: true,
  });
  const [lowest, highest] = [outerLow ?? low, outerHigh ?? high].map(datumField) as [string, string];
  const isOutside = `isValid(${lowest}) && isValid(${highest}) && (${figure} < ${lowest} || ${figure} > ${highest})`;
  // A name stands on the side of its dot that has more room.
  const isRight = `scale('x', ${datumField(population)}) > width / 2`;
  const isLow = `${figure} < ${lowest}`;
  /** Away from the limits, where fewer dots are than beside it. It begins at its own dot, so that it is not read as that of the next. */
  const isAtEdge = `scale('x', ${datumField(population)}) > 0.85 * width`;
  const beyond = {
    align: { expr: `${isAtEdge} ? 'right' : 'left'` },
    dx: { expr: `${isAtEdge} ? 4 : -4` },
    baseline: { expr: `${isLow} ? 'top' : 'bottom'` },
    dy: { expr: `${isLow} ? ${besideDot} : -${besideDot}` },
  };
  const outside = (fewer: readonly object[], place?: object) => ({
    transform: [
      isDrawn,
      { filter: `${isOutside} && datum.isSubject !== 1` },
      { calculate: datumField(category), as: "pointName" },
      ...fewer,
    ],
    mark: {
      type: "text",
      style: overMarks,
      align: { expr: `${isRight} ? 'right' : 'left'` },
      baseline: "middle",
      lineHeight: linePx,
      ...(place ?? { dx: { expr: `${isRight} ? -${besideDot} : ${besideDot}` } }),
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
      encoding: { x, y: pixels("pointAt"), y2: { value: nameRoom - 2 } },
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
  const furthest = (count: number) => [
    { calculate: `max(${figure} / ${highest}, ${lowest} / ${figure})`, as: "pointFar" },
    { window: [{ op: "row_number", as: "pointOrder" }], sort: [{ field: "pointFar", order: "descending" }] },
    { filter: `datum.pointOrder <= ${count}` },
  ];
  const fewerNames = [5, 3, 2, 1].map(furthest);
  const off = offMap({ area: category, value, format, isOff: `!isValid(${figure})`, dy: 48 });
  const notes = {
    recipe: "funnelSpec",
    written: { fields: [value, low, high, outerLow, outerHigh, ...fieldsOfLines(annotations)], format: options.format },
    keepsDots: true,
    annotations: { x: category, annotations },
    otherwise: [
      ...[outside([], beyond), ...fewerNames.flatMap((fewer) => [outside(fewer), outside(fewer, beyond)])].map(
        (names) => ({ layer: [...lines, ...center.rules, ...subject, dots, ...center.names, names, off] }),
      ),
      { layer: [...lines, ...center.rules, ...subject, dots, ...center.names, off] },
      { layer: [...lines, ...center.rules, ...subject, dots, off] },
    ],
    instead: "Use intervalSpec for few areas or long names, or give the chart more width.",
  };
  return recipeSpec(notes, {
    ...onePlot,
    params: [widthParam],
    height: heightPx,
    transform: [...emphasise(highlight), { calculate: figureText(value, format), as: labelField }],
    layer: [...lines, ...center.rules, ...subject, dots, ...center.names, outside([]), off],
  });
}
