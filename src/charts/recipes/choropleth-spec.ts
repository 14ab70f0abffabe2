import type { TopLevelSpec } from "vega-lite";
import { fieldReference } from "../spec/encoded-field.ts";
import { annotationsOf } from "./annotations.ts";
import { nominal } from "./channels.ts";
import { classColors, classParams, gapOutline, gapStroke, gapWords, linesBelow, offMap } from "./class-scale.ts";
import type { ClassedFiguresOptions } from "./classed-figures-options.ts";
import { emphasise } from "./emphasis.ts";
import { datumField, defaultFormat, figureText, labelField, missingLabel } from "./figure-label.ts";
import { readableOn } from "./readable-color.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import { rewound } from "./ring-winding.ts";
import { characterPx, linePx, widthParam } from "./room-for-names.ts";

/** What `choroplethSpec` draws: the fields of the rows, by their names in `data`, and the shapes of the areas. */
export interface ChoroplethSpecOptions extends ClassedFiguresOptions {
  /** Field of the areas. */
  readonly area: string;
  /** Shapes: a GeoJSON `FeatureCollection`, or a TopoJSON `Topology`; whichever way their rings run. */
  readonly geometry: object;
  /** The property of each shape that holds what the field of areas holds. */
  readonly key: string;
  /** Of a TopoJSON `Topology`: the object that holds the shapes. */
  readonly feature?: string;
  /** The property of each shape that holds a short name, written where the area's own has no room. */
  readonly shortName?: string;
  readonly areaTitle?: string;
  /** A Vega-Lite projection; Mercator where absent. `{ type: "identity", reflectY: true }` for projected coordinates. */
  readonly projection?: object;
  /** Of the picture with a legend of one line; 480 where absent. It grows by what is written below the map. */
  readonly heightPx?: number;
}

/** What the legend takes of the height, px, and at most so much of it. */
const legendPx = 90;
const legendShare = 0.5;

/** An area smaller than this has no room for a marker, px². */
const markerRoom = 260;

const atCentre = {
  x: { expr: "geoCentroid('projection', datum.areaShape)[0]" },
  y: { expr: "geoCentroid('projection', datum.areaShape)[1]" },
};

/** Of the width of a shape, what a name on it may take; and of its box, what a shape fills at least that has room for one. */
const nameShare = 0.86;
const leastFilled = 0.55;

/** A Vega expression: a name, where it has room on its shape. */
function nameWithRoom(name: string, otherwise: string): string {
  const bounds = "geoBounds('projection', datum.areaShape)";
  const [across, down] = [0, 1].map((axis) => `(${bounds}[1][${axis}] - ${bounds}[0][${axis}])`);
  const isFilled = `geoArea('projection', datum.areaShape) >= ${leastFilled} * ${across} * ${down}`;
  const isWide = `length(${name}) * ${characterPx} <= ${nameShare} * ${across} && ${down} >= ${1.5 * linePx}`;
  return `isValid(${name}) && ${isWide} && ${isFilled} ? ${name} : ${otherwise}`;
}

/**
 * A map of areas, each in the colour of the class that its figure is in, with its name, or its short name, where that has room.
 *
 * An area without a figure is a dashed outline, named in the legend, with [c] or [x] where it has room; so is one that has no
 * row. Rows of areas that the map does not have are written below it.
 */
export function choroplethSpec(options: ChoroplethSpecOptions): TopLevelSpec {
  annotationsOf("choroplethSpec", options);
  const { area, value, key, feature, classes, highlight = "highlight", format = defaultFormat } = options;
  const { projection = { type: "mercator" }, heightPx = 480 } = options;
  const { says, params } = gapWords(options.gapNames);
  const figure = datumField(value);
  const shapes = {
    name: "geometry",
    format: feature === undefined ? { type: "json", property: "features" } : { type: "topojson", feature },
  };
  const keyPath = `properties.${fieldReference(key)}`;
  const shortName =
    options.shortName === undefined ? undefined : `datum.areaShape.properties[${JSON.stringify(options.shortName)}]`;
  const shape = { shape: { field: "areaShape", type: "geojson" } };
  const gaps = (below: number) => [
    {
      mark: { type: "geoshape", filled: false, ...gapOutline },
      encoding: {
        ...shape,
        stroke: gapStroke(below),
      },
    },
    {
      mark: {
        type: "text",
        ...atCentre,
        opacity: { expr: `geoArea('projection', datum.areaShape) < ${markerRoom} ? 0 : 1` },
      },
      encoding: { text: { field: labelField } },
    },
  ];
  const nameOf = (state: string) => `${state} === 'suppressed' ? ${says.suppressed} : ${says.missing}`;
  const layers = (below: number) => [
    {
      mark: { type: "geoshape", strokeWidth: 0.5 },
      encoding: {
        ...shape,
        detail: nominal(area, options.areaTitle),
        ...classColors({ value, title: options.valueTitle, limits: classes, format }),
      },
    },
    // Neighbours of one class are told apart.
    { mark: { type: "geoshape", filled: false, stroke: "white", strokeWidth: 0.75 }, encoding: shape },
    {
      transform: [{ filter: `isValid(${figure}) && isValid(datum.areaShape)` }],
      mark: {
        type: "text",
        ...atCentre,
        text: { expr: nameWithRoom(datumField(area), shortName === undefined ? "''" : nameWithRoom(shortName, "''")) },
        color: readableOn(`scale('color', ${figure})`),
      },
      encoding: { detail: nominal(area, options.areaTitle) },
    },
    {
      transform: [
        { filter: `!isValid(${figure}) && isValid(datum.areaShape)` },
        { calculate: nameOf("datum.state"), as: "gapName" },
      ],
      layer: gaps(below),
    },
    {
      data: shapes,
      transform: [
        {
          lookup: keyPath,
          from: { data: { name: "data" }, key: fieldReference(area), fields: [fieldReference(area)] },
          as: ["areaRow"],
        },
        { filter: "!isValid(datum.areaRow)" },
        { calculate: "datum", as: "areaShape" },
        { calculate: missingLabel, as: labelField },
        { calculate: says.missing, as: "gapName" },
      ],
      layer: gaps(below),
    },
    {
      transform: [{ filter: "datum.isSubject === 1 && isValid(datum.areaShape)" }],
      mark: { type: "geoshape", filled: false, strokeWidth: 3, strokeJoin: "round" },
      encoding: shape,
    },
    offMap({ area, value, format, isOff: "!isValid(datum.areaShape)" }),
  ];
  const notes = {
    recipe: "choroplethSpec",
    otherwise: linesBelow.slice(1).map((below) => ({ layer: layers(below) })),
    writesOnShapes: true,
    instead: "Give the map more width, or use tileMapSpec or rankingSpec.",
  };
  return recipeSpec(notes, {
    ...onePlot,
    datasets: { geometry: rewound(options.geometry, feature) },
    params: [widthParam, ...params, ...classParams(value, classes)],
    // Of the map alone: what is written below it takes nothing of it.
    height: Math.max(heightPx - legendPx, heightPx * legendShare),
    projection,
    transform: [
      ...emphasise(highlight),
      { lookup: fieldReference(area), from: { data: shapes, key: keyPath }, as: "areaShape" },
      { calculate: figureText(value, format), as: labelField },
    ],
    layer: layers(linesBelow[0]),
  });
}
