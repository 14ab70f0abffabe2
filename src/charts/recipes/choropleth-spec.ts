import type { TopLevelSpec } from "vega-lite";
import { gapMarkers } from "../../dataset/index.ts";
import { fieldReference } from "../spec/encoded-field.ts";
import { featuresOf, textsIn } from "../spec/features-of.ts";
import { recipeWords } from "../spec/own-words.ts";
import { defaultTheme } from "../theme/chart-theme.ts";
import { annotationsOf } from "./annotations.ts";
import { nominal } from "./channels.ts";
import {
  belowMap,
  classColors,
  classedFigure,
  classedFigures,
  classParams,
  gapNamed,
  gapOutline,
  gapStroke,
  gapToned,
  linesBelow,
  noteCharacters,
  notInData,
  outlineLegend,
  paleOutline,
  subjectLegend,
} from "./class-scale.ts";
import type { ClassedFiguresOptions } from "./classed-figures-options.ts";
import { emphasise, subjectFor, subjectLayer } from "./emphasis.ts";
import { datumField, defaultFormat, figureText, labelField } from "./figure-label.ts";
import { withLabelPlaces } from "./label-places.ts";
import {
  areNamesBeside,
  hasLetterRoom,
  isLettered,
  type LetterPlacement,
  leastOfNamesPx,
  letteredAreas,
  letteredFirst,
} from "./lettered-areas.ts";
import { mapAspect } from "./map-aspect.ts";
import { nameKey } from "./name-key.ts";
import { countedGapWords, mostNamedGaps, offMap } from "./off-map.ts";
import { optionsNow } from "./options-now.ts";
import { readableOn } from "./readable-color.ts";
import { onePlot, recipeDataset, recipeSpec } from "./recipe-spec.ts";
import { linePx, widthParam } from "./room-for-names.ts";
import { measuredShapes, nameInTwoLines, placeOfMark, placeOfName, placeOfTwoLines } from "./shape-size.ts";
import { twoSidesOf } from "./two-sides.ts";

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
  /** What the areas are called in descriptions and in tables of the data; not drawn. */
  readonly areaTitle?: string;
  /** Whether areas that have no room for their names have letters, and a key below the map says what these stand for; true where absent. */
  readonly hasKey?: boolean;
  /** A Vega-Lite projection; Mercator where absent. `{ type: "identity", reflectY: true }` for projected coordinates. */
  readonly projection?: object;
  /** Of the picture with a legend of one line; 480 where absent. It grows by what is written below the map. */
  readonly heightPx?: number;
}

/** What the legend takes of the height, px, and at most so much of it. */
const legendPx = 90;
const legendShare = 0.5;

/** The lowest that a map is drawn, px. */
const leastPx = 120;

/** Whether areas without a figure that have no room for their names are few enough to be listed in the key: a Vega expression. */
const areGapsNamed = `datum.unnamedGaps <= ${mostNamedGaps}`;

/** What the names of layers begin with that draw areas without a figure: those that have a row, and shapes that have none. Not of those that legends are of, which have their room whether they are empty or not. */
const gapLayers = { ofRows: "gapsOfRows", ofShapes: "shapesWithoutRow" } as const;

/** What a marker takes of a shape, px. */
const markerPx = { across: 20, down: 13 };

const subjectLine = { type: "geoshape", filled: false, strokeJoin: "round" };

/** Of the room across, what a name takes at most; and what it has above and below it, in lines. */
const nameShare = 0.97;
const nameLines = 1.05;

/** The smallest that print has, 7 pt. */
const smallPx = 9.5;
const smallScale = smallPx / defaultTheme.fontSizePx;

/** Ways to write a name on its shape, the best first: in one line or two, and smaller where it has no room otherwise. */
const nameWays = [1, smallScale].flatMap((scale) => [
  { place: placeOfName, lineCount: 1, scale },
  { place: placeOfTwoLines, lineCount: 2, scale },
]);

/** A Vega expression: whether a text has room on a shape, with so many lines of text below it. */
function hasRoomAt(
  { textPx, across, down }: typeof placeOfName,
  { linesBelowIt = 0, lineCount = 1, scale = 1 }: { linesBelowIt?: number; lineCount?: number; scale?: number },
): string {
  const isWide = `${textPx} > 0 && ${textPx} * ${scale} <= ${nameShare} * ${across}`;
  return `${isWide} && ${down} >= ${(nameLines + lineCount - 1 + linesBelowIt) * linePx * scale}`;
}

const hasShortRoom = (name: string, linesBelowIt = 0) =>
  `(isValid(${name}) && ${hasRoomAt(placeOfMark, { linesBelowIt })})`;

/** Transforms that say in which of these ways a name is written, counted from 1 and 0 where it has no room: by itself, and with a marker below it. */
const nameWayOf = [
  { as: "nameWay", linesBelowIt: 0 },
  { as: "gapWay", linesBelowIt: 1 },
].map(({ as, linesBelowIt }) => ({
  calculate: nameWays.reduceRight(
    (worse, { place, lineCount, scale }, index) =>
      `${hasRoomAt(place, { linesBelowIt, lineCount, scale })} ? ${index + 1} : ${worse}`,
    "0",
  ),
  as,
}));

/** Vega expressions: how a name is written by its way, and how a text of so many lines stands at its middle. */
const isInTwoLines = (way: string) => `datum.${way} % 2 === 0`;
const scaleOf = (way: string) => `(datum.${way} > 2 ? ${smallScale} : 1)`;
const looksOf = (way: string) => ({
  fontSize: { expr: `${defaultTheme.fontSizePx} * ${scaleOf(way)}` },
  lineBreak: "\n",
  lineHeight: { expr: `${linePx} * ${scaleOf(way)}` },
});

/** A Vega expression: the colour of the class that the figure of an area is in. */
const classColor = `scale('color', ${classedFigure})`;

/**
 * A stroke in the colour of a shape behind a name on it, as long and as high as that is: lines to names beside the map end at its sides.
 * @param way the field that says how the name is written.
 */
function behindName(way: string, stroke: string | { readonly expr: string }): object {
  const of = (read: (place: typeof placeOfName) => string) =>
    `(datum.${way} === 0 ? ${read(placeOfMark)} : ${isInTwoLines(way)} ? ${read(placeOfTwoLines)} : ${read(placeOfName)})`;
  const half = `${of(({ textPx }) => textPx)} * ${scaleOf(way)} / 2`;
  const centre = (axis: 0 | 1) => of((place) => place.centre[axis]);
  const lineCount = `(datum.${way} > 0 && ${isInTwoLines(way)} ? 2 : 1)`;
  return {
    mark: {
      type: "rule",
      stroke,
      strokeWidth: { expr: `${linePx} * ${scaleOf(way)} * ${lineCount}` },
    },
    encoding: {
      x: { value: { expr: `${centre(0)} - ${half}` } },
      x2: { value: { expr: `${centre(0)} + ${half}` } },
      y: { value: { expr: centre(1) } },
    },
  };
}

const lengthOfLongest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));

/**
 * A map of areas, each in the colour of the class that its figure is in, with its name, or its short name, where that has room.
 *
 * An area without a figure is a dashed or dotted outline, which the legend explains, with its name and [c] or [x]. Where they have no room on the shape they stand below
 * the map, and so do what short names stand for, and rows of areas that the map does not have; that others have no room for their names is said there. Areas of which
 * there is no row are pale outlines, and how many they are is said.
 */
export function choroplethSpec(options: ChoroplethSpecOptions): TopLevelSpec {
  const { geometry, ...others } = options;
  const now = optionsNow(others);
  annotationsOf("choroplethSpec", options);
  const { area, value, key, feature, classes, highlight = "highlight", format = defaultFormat } = now;
  const { projection = { type: "mercator" }, heightPx = 480 } = now;
  // Of the map alone: what is written below it takes nothing of it.
  const mapPx = Math.max(heightPx - legendPx, heightPx * legendShare);
  const { type: projected } = projection as { readonly type?: unknown };
  const aspect = mapAspect({ geometry, feature, projection: projected });
  // A map that is higher than wide stands in the middle of its plot. Of other projections the aspect is not exact.
  const isExact = aspect !== undefined && (projected === "mercator" || projected === "identity");
  const insetPx = isExact ? `(max(0, width - height / ${aspect}) / 2)` : "0";
  const { counted: says, params } = countedGapWords(now.gapNames);
  const { says: note, params: noteParams } = recipeWords({ notNamed: undefined, notInData: undefined });
  const figure = datumField(value);
  const shapesFormat = feature === undefined ? { type: "json", property: "features" } : { type: "topojson", feature };
  const shapes = { name: "geometry", format: shapesFormat };
  const features = featuresOf(geometry, shapesFormat);
  const keyPath = `properties.${fieldReference(key)}`;
  const shortName =
    now.shortName === undefined ? undefined : `datum.geometryOfArea.properties[${JSON.stringify(now.shortName)}]`;
  const shape = { shape: { field: "geometryOfArea", type: "geojson" } };
  const short = shortName ?? "null";
  const isShortRoom = hasShortRoom(short);
  const hasRoom = "datum.nameWay > 0";
  const hasGapRoom = "datum.gapWay > 0";
  const named = (name: string) =>
    `(${hasRoom} ? (${isInTwoLines("nameWay")} ? ${nameInTwoLines} : ${name}) : ${isShortRoom} ? ${short} : '')`;
  /** With the marker below it where both have room, else the marker alone. */
  const gapNameOn = (name: string) =>
    `(${hasGapRoom} ? (${isInTwoLines("gapWay")} ? ${nameInTwoLines} : ${name}) + '\\n' : ${hasShortRoom(short, 1)} ? ${short} + '\\n' : '')`;
  /** What the key says of an area: which it is where that does not stand on its shape. A shape without a name is in no key. */
  const entry = (name: string) =>
    `!${name} ? '' : ${gapNameOn(name)} === '' ? ${name} + ' ' + datum.${labelField} : ${hasGapRoom} ? '' : ${short} + ' ' + ${name}`;
  /** A text stands where its name has room; what is shorter, where that has. */
  const standing = (way: string) => {
    const at = (axis: 0 | 1) => ({
      expr: `datum.${way} === 0 ? ${placeOfMark.centre[axis]} : ${isInTwoLines(way)} ? ${placeOfTwoLines.centre[axis]} : ${placeOfName.centre[axis]}`,
    });
    return { x: at(0), y: at(1), ...looksOf(way) };
  };
  const gapTexts = (name: string, { placement }: Layout, hasLetter = "false") => {
    const hasMarkerRoom = `(${hasLetter} ? ${hasLetterRoom(placement, 1)} : ${placeOfMark.across} >= ${markerPx.across} && ${placeOfMark.down} >= ${markerPx.down})`;
    const text = `${gapNameOn(name)} + (${gapNameOn(name)} === '' && !${hasMarkerRoom} ? '' : datum.${labelField})`;
    return {
      mark: {
        type: "text",
        ...standing("gapWay"),
        text: { expr: text },
        dy: {
          expr: `${gapNameOn(name)} === '' ? (${hasLetter} ? ${linePx / 2} : 0) : ${-linePx / 2} * ${scaleOf("gapWay")} * (${hasGapRoom} && ${isInTwoLines("gapWay")} ? 2 : 1)`,
        },
      },
      encoding: { detail: nominal(labelField) },
    };
  };
  const gapLegend = ({ below }: Layout) => outlineLegend(says, { linesBelow: below, area });
  const nameOfRow = datumField(area);
  const nameShown = `(isValid(${figure}) ? ${named(nameOfRow)} : ${gapNameOn(nameOfRow)})`;
  const isGap = { filter: `!isValid(${figure}) && isValid(datum.geometryOfArea)` };
  const isKnown = { filter: `isValid(${figure}) && isValid(datum.geometryOfArea)` };
  /** Shapes that no row is of. */
  const withoutRow = [
    {
      lookup: keyPath,
      from: { data: recipeDataset, key: fieldReference(area), fields: [fieldReference(area)] },
      as: ["areaRow"],
    },
    { filter: "!isValid(datum.areaRow)" },
    { calculate: "datum", as: "geometryOfArea" },
    gapToned,
  ];
  const names = textsIn(features, key);
  const longestShort = now.shortName === undefined ? 0 : lengthOfLongest(textsIn(features, now.shortName));
  const longest = lengthOfLongest(names) + 1 + Math.max(gapMarkers.missing.length, longestShort);
  const keyOf = (transform: readonly object[], keyEntry: string, below: number) =>
    nameKey({
      transform: [...transform, { calculate: keyEntry, as: "keyEntry" }, { filter: "datum.keyEntry !== ''" }],
      longest,
      offset: belowMap(below),
      isPaired: true,
    });
  // The one that stands out is in the legend.
  const isUnnamed = `datum.isSubject !== 1 && isValid(datum.geometryOfArea) && ${nameShown} === ''`;
  const ofShapes = { field: area, shapes: { dataset: shapes.name, key, format: shapesFormat } };
  const off = offMap({
    area,
    value,
    format,
    isOff: "!isValid(datum.geometryOfArea)",
    offRows: { draws: "unlisted", ...ofShapes },
    counted: says,
  });
  const layers = (layout: Layout) => {
    const { below, placement } = layout;
    return [
      {
        mark: { type: "geoshape", strokeWidth: 0.5 },
        encoding: {
          ...shape,
          detail: nominal(area, now.areaTitle),
          ...classColors({ value, title: now.valueTitle, limits: classes, midpoint: now.midpoint, format }),
        },
      },
      // Neighbours of one class are told apart.
      { mark: { type: "geoshape", filled: false, stroke: "white", strokeWidth: 0.75 }, encoding: shape },
      {
        name: `${gapLayers.ofRows}Outline`,
        transform: [isGap, ...gapNamed(says)],
        mark: { type: "geoshape", filled: false, ...gapOutline },
        encoding: { ...shape, stroke: gapStroke },
      },
      {
        name: `${gapLayers.ofShapes}Outline`,
        data: shapes,
        transform: withoutRow,
        mark: { type: "geoshape", filled: false, ...paleOutline },
        encoding: { ...shape, stroke: gapStroke },
      },
      {
        name: subjectLayer,
        transform: [
          { filter: "datum.isSubject === 1 && isValid(datum.geometryOfArea)" },
          { calculate: "'subject'", as: "gapTone" },
        ],
        // In the colour that it has in the legend, which is that of the highest class: a line of the page around it sets it off.
        layer: [
          { mark: { ...subjectLine, stroke: "white", strokeWidth: 6 }, encoding: shape },
          { mark: { ...subjectLine, strokeWidth: 3 }, encoding: { ...shape, stroke: gapStroke } },
        ],
      },
      // Shapes are measured once for all that asks for their size: the map is made to fit by those layers that draw them, which are not among these.
      {
        transform: [
          { filter: "isValid(datum.geometryOfArea)" },
          ...measuredShapes,
          ...nameWayOf,
          ...letteredFirst({ placement, area, isUnnamed, value, format, figure: classedFigure, insetPx }),
          { calculate: `!isValid(${figure}) && ${isUnnamed} && !${isLettered} ? 1 : 0`, as: "isUnnamedGap" },
          { joinaggregate: [{ op: "count", as: "unnamedGaps" }], groupby: ["isUnnamedGap"] },
        ],
        layer: [
          { transform: [isGap, ...gapNamed(says)], layer: [gapLegend(layout)] },
          subjectLegend(`${nameShown} === ''`, says, { linesBelow: below, area, value }),
          ...(shortName === undefined
            ? []
            : [keyOf([isKnown], `!(${hasRoom}) && ${isShortRoom} ? ${short} + ' ' + ${nameOfRow} : ''`, below)]),
          // The one that stands out is in the legend, with its marker.
          keyOf(
            [isGap, { filter: `datum.isUnnamedGap === 0 || ${areGapsNamed}` }],
            `${isLettered} || (datum.isSubject === 1 && ${nameShown} === '') ? '' : ${entry(nameOfRow)}`,
            below,
          ),
          ...letteredAreas({
            area,
            areaTitle: now.areaTitle,
            value,
            placement,
            isKnown: `isValid(${figure})`,
            color: readableOn(classColor),
            areaColor: classColor,
            gapLayer: gapLayers.ofRows,
            names,
            offset: belowMap(below),
            insetPx,
          }),
          // Over the lines to texts beside the map, which end at both sides of a name.
          {
            name: `${gapLayers.ofRows}Names`,
            transform: [isGap, ...gapNamed(says)],
            layer: [
              { transform: [{ filter: `${gapNameOn(nameOfRow)} !== ''` }], ...behindName("gapWay", "white") },
              gapTexts(nameOfRow, layout, isLettered),
            ],
          },
          {
            transform: [isKnown],
            layer: [
              { transform: [{ filter: `${named(nameOfRow)} !== ''` }], ...behindName("nameWay", { expr: classColor }) },
              {
                mark: {
                  type: "text",
                  ...standing("nameWay"),
                  text: { expr: named(nameOfRow) },
                  dy: { expr: `${hasRoom} && ${isInTwoLines("nameWay")} ? ${-linePx / 2} * ${scaleOf("nameWay")} : 0` },
                  color: readableOn(classColor),
                },
                encoding: { detail: nominal(area, now.areaTitle) },
              },
            ],
          },
          nameKey({
            transform: [
              { filter: `datum.isUnnamedGap === 1 ? !${areGapsNamed} : ${isUnnamed} && !${isLettered}` },
              { window: [{ op: "row_number", as: "unnamedPosition" }] },
              { filter: "datum.unnamedPosition === 1" },
              { calculate: note.notNamed, as: "keyNote" },
            ],
            longest: noteCharacters,
            offset: belowMap(below),
            channel: "strokeWidth",
            field: "keyNote",
          }),
        ],
      },
      notInData({
        name: gapLayers.ofShapes,
        data: shapes,
        transform: withoutRow,
        said: note.notInData,
        offset: belowMap(below),
      }),
      off.layer,
    ];
  };
  const ways = layouts(now.hasKey !== false && names.length > 0 && !names.some(isLetter));
  const [first, ...otherwise] = ways.map((layout) => () => ({ layer: layers(layout) }));
  const notes = {
    recipe: "choroplethSpec",
    places: { field: area, names },
    layersFor: [
      subjectFor(highlight),
      { layer: gapLayers.ofRows, draws: "gaps" as const, field: value },
      { layer: gapLayers.ofShapes, draws: "unused" as const, ...ofShapes },
      ...off.layersFor,
    ],
    written: { fields: [value], format: now.format, isClassedAsIs: true },
    otherwise,
    widthsPx: ways.map(({ placement }) => (areNamesBeside(placement) ? leastOfNamesPx : 0)),
    writesOnShapes: true,
    twoSides: twoSidesOf(options),
    instead: "Give the map more width, or use tileMapSpec or rankingSpec.",
  };
  return recipeSpec(notes, {
    ...onePlot,
    datasets: {
      geometry: withLabelPlaces(geometry, {
        feature,
        key,
        shortName: now.shortName,
        isOfDegrees: projected !== "identity",
      }),
    },
    params: [
      widthParam,
      // Lower where a column is narrow, so that nothing is empty around the map.
      ...(aspect === undefined
        ? []
        : [{ name: "height", expr: `min(${mapPx}, max(${leastPx}, ceil(width * ${aspect})))` }]),
      ...params,
      ...off.params,
      ...noteParams,
      ...classParams(options, "as-is"),
    ],
    height: mapPx,
    projection,
    transform: [
      ...emphasise(highlight),
      { lookup: fieldReference(area), from: { data: shapes, key: keyPath }, as: "geometryOfArea" },
      { calculate: figureText(value, format), as: labelField },
      classedFigures({ value, format }, "as-is"),
    ],
    ...first?.(),
  });
}

/** A way to lay a map out: how many lines are left for what is written below it, and where letters stand. */
interface Layout {
  readonly below: number;
  readonly placement: LetterPlacement;
}

/** All of them, the best first. */
const layouts = (hasLetters: boolean): readonly Layout[] =>
  linesBelow.flatMap((below) => {
    const withLetters = ["names-beside", "beside", "some-names", "on-areas", "largest", "ends"] as const;
    return [...(hasLetters ? withLetters : []), "none" as const].map((placement) => ({ below, placement }));
  });

/** Another letter on a shape that is called by one would be read as its name. */
const isLetter = (name: string): boolean => /^\p{L}$/u.test(name);
