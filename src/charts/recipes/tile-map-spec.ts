import type { TopLevelSpec } from "vega-lite";
import { recipeWords } from "../spec/own-words.ts";
import { pictureWidth } from "../spec/picture-width.ts";
import { defaultTheme } from "../theme/chart-theme.ts";
import { annotationsOf } from "./annotations.ts";
import { nominal } from "./channels.ts";
import {
  belowMap,
  classColors,
  classedFigure,
  classedFigures,
  classNote,
  classParams,
  gapNamed,
  gapOutline,
  gapStroke,
  gapToned,
  linesBelow,
  notInData,
  outlineLegend,
  paleOutline,
} from "./class-scale.ts";
import type { ClassedFiguresOptions } from "./classed-figures-options.ts";
import { emphasise, subjectFor, subjectLayer } from "./emphasis.ts";
import { datumField, defaultFormat, figureText, labelField } from "./figure-label.ts";
import { nameKey } from "./name-key.ts";
import { countedGapWords, offMap } from "./off-map.ts";
import { optionsNow } from "./options-now.ts";
import { hasRow, placedTiles, tileOfArea, tileParams } from "./placed-tiles.ts";
import { readableOn } from "./readable-color.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import { figuresPx, linePx, widthParam } from "./room-for-names.ts";
import type { TileLayout } from "./tile-layouts.ts";
import { twoSidesOf } from "./two-sides.ts";

/** Around a picture, px. */
const paddingPx = 4;

/** Texts on tiles that have no room for those of the usual size, px: the smallest that print has, 7 pt. */
const smallPx = 9.5;
/** The smallest tile whose texts are of the usual size, px. */
const usualTilePx = 36;
/** The frame of the subject, px: its two lines, and how far inside of the edge of its tile they run. */
const frames = { usual: { line: 3, behind: 6, inset: 0.5 }, small: { line: 2, behind: 3.5, inset: 0 } };
/** What is between it and a figure, px, at both sides together. */
const clearPx = 1;
/** What it takes of a tile at each side. */
const framePx = ({ behind, inset }: (typeof frames)["usual"]) => behind / 2 + inset;

/** What `tileMapSpec` draws: the fields of the rows, by their names in `data`, and where each area stands. */
export interface TileMapSpecOptions extends ClassedFiguresOptions {
  /** Field of the areas, named as in `tiles`. */
  readonly area: string;
  /** Where each area stands, e.g. `ukRegionTiles`. Rows of other areas are written below the map. */
  readonly tiles: TileLayout;
  /** What the areas are called in descriptions and in tables of the data; not drawn. */
  readonly areaTitle?: string;
  /** Side of a tile where there is room for it, px; 56 where absent. */
  readonly tilePx?: number;
  /** Whether a key below the map says what the short labels stand for; true where absent. */
  readonly hasKey?: boolean;
}

/**
 * A map on which each area is a square of the same size, with its figure and its name, or each with its short label where some name has no room; a key
 * below says what the labels stand for. The colour is the class.
 *
 * An area without a figure is an outline with [c] or [x], and of no class; one that has no row is a pale one with its name, and how many they are is said. Rows of areas that
 * have no tile are written below the map. Where figures have no room on their tiles, the colours tell them, and a note says where they are.
 */
export function tileMapSpec(options: TileMapSpecOptions): TopLevelSpec {
  const now = optionsNow(options);
  annotationsOf("tileMapSpec", options);
  const areas = Object.keys(options.tiles);
  const notes = {
    recipe: "tileMapSpec",
    places: { field: options.area, names: areas },
    layersFor: [
      subjectFor(options.highlight ?? "highlight"),
      { layer: gapLayers.ofRows, draws: "gaps" as const, field: options.value },
      { layer: gapLayers.ofTiles, draws: "unused" as const, field: options.area, names: areas },
      ...offOf(options).layersFor,
    ],
    written: { fields: [options.value], format: options.format },
    otherwise: [
      ...linesBelow.slice(1).map((linesOff) => () => tiles(now, { hasFigures: true, linesOff })),
      ...linesBelow.map((linesOff) => () => tiles(now, { hasFigures: false, linesOff })),
    ],
    writesOnShapes: true,
    twoSides: twoSidesOf(options),
    instead: "Give the map more width, shorter labels, or fewer columns of tiles; or use rankingSpec.",
  };
  return recipeSpec(notes, tiles(options, { hasFigures: true, linesOff: linesBelow[0] }));
}

/** What the names of layers begin with that draw areas without a figure: those that have a row, and tiles that have none. */
const gapLayers = { ofRows: "gapsOfRows", ofTiles: "tilesWithoutRow" } as const;

/** Rows of areas that have no tile. */
const offOf = ({ area, value, tiles, gapNames, format = defaultFormat }: TileMapSpecOptions) =>
  offMap({
    area,
    value,
    format,
    isOff: "!isValid(datum.tileLeft)",
    offRows: { draws: "unlisted", field: area, names: Object.keys(tiles) },
    counted: countedGapWords(gapNames).counted,
  });

/** Without their figures, tiles have room for a label where figures are long: the colours and the table tell them. */
function tiles(
  options: TileMapSpecOptions,
  { hasFigures, linesOff }: { readonly hasFigures: boolean; readonly linesOff: number },
): object {
  const { area, value, classes, highlight = "highlight", format = defaultFormat, tilePx = 56, hasKey = true } = options;
  const { tiles: placed, columns, rows, entryPx, data: layout } = placedTiles(options.tiles);
  // Tiles keep their size where there is room, and are square where there is not.
  const across = `max(${columns}, width / ${tilePx})`;
  const side = `(width / ${across})`;
  const textPx = `(${side} >= ${usualTilePx}${hasFigures ? ` && ${figuresPx(value, format)} + ${2 * framePx(frames.usual)} <= ${side}` : ""} ? ${defaultTheme.fontSizePx} : ${smallPx})`;
  const scale = `(${textPx} / ${defaultTheme.fontSizePx})`;
  // Of names and labels in one map, neither is known for what it is.
  const isWhole = `${Math.max(...placed.map(({ needsPx }) => needsPx))} * ${scale} <= ${side}`;
  const { counted: says, params } = countedGapWords(options.gapNames);
  const { says: note, params: noteParams } = recipeWords({
    figuresNotWritten: undefined,
    classedRounded: undefined,
    notInData: undefined,
  });
  const figure = datumField(value);
  const positions = [
    { calculate: "datum.areaTile ? datum.areaTile.column : null", as: "tileLeft" },
    { calculate: "datum.areaTile ? datum.areaTile.column + 1 : null", as: "tileRight" },
    { calculate: "datum.areaTile ? datum.areaTile.column + 0.5 : null", as: "tileMiddle" },
    { calculate: "datum.areaTile ? datum.areaTile.row : null", as: "tileTop" },
    { calculate: "datum.areaTile ? datum.areaTile.row + 1 : null", as: "tileBottom" },
    { calculate: `datum.areaTile ? (${isWhole} ? datum.areaTile.lines : datum.areaTile.label) : ''`, as: "tileLabel" },
    { calculate: `indexof(datum.tileLabel, '\\n') < 0 ? 1 : 2`, as: "tileLines" },
  ];
  const axis = (field: string, domain: readonly unknown[]) =>
    ({ field, type: "quantitative", title: null, axis: null, scale: { domain, nice: false, zero: false } }) as const;
  const x = (field: string) => axis(field, [0, { expr: across }]);
  const y = (field: string) => axis(field, [{ expr: `height / ${side}` }, 0]);
  const square = { x: x("tileLeft"), x2: { field: "tileRight" }, y: y("tileTop"), y2: { field: "tileBottom" } };
  const inset = (px: number) => ({ xOffset: px, x2Offset: -px, yOffset: px, y2Offset: -px, cornerRadius: 2 });
  // All about as large as one another: what is not is taken for a length.
  const gapPx = `(${side} >= ${usualTilePx} ? 2 : 1.25)`;
  const [start, end] = [{ expr: gapPx }, { expr: `-${gapPx}` }];
  const gapInset = { xOffset: start, x2Offset: end, yOffset: start, y2Offset: end, cornerRadius: 2 };
  const ofFrame = (of: (frame: (typeof frames)["usual"]) => number) =>
    `(${side} >= ${usualTilePx} ? ${of(frames.usual)} : ${of(frames.small)})`;
  const [within, over] = [{ expr: ofFrame(({ inset: px }) => px) }, { expr: ofFrame(({ inset: px }) => -px) }];
  const subjectLine = (width: "line" | "behind") => ({
    type: "rect",
    filled: false,
    xOffset: within,
    x2Offset: over,
    yOffset: within,
    y2Offset: over,
    cornerRadius: 2,
    strokeWidth: { expr: ofFrame((frame) => frame[width]) },
  });
  // Cut where the frame would run through it: a minus that touches a line is not seen. Then the colours tell the figures.
  const withinFrame = { limit: { expr: `datum.isSubject === 1 ? ${side} - 2 * ${ofFrame(framePx)} - ${clearPx} : 0` } };
  // Above a figure and below a name; of two lines both stand closer.
  const words = (field: string, at: string, mark: object = {}) => ({
    mark: {
      type: "text",
      align: "center",
      baseline: "middle",
      dy: { expr: at },
      fontSize: { expr: textPx },
      lineBreak: "\n",
      lineHeight: { expr: `${linePx} * ${scale}` },
      ...mark,
    },
    encoding: { x: x("tileMiddle"), y: y("tileTop"), text: { field } },
  });
  const apart = `(datum.tileLines > 1 ? ${linePx} * ${scale} : 0.16 * ${side})`;
  const name = (mark: object = {}) => words("tileLabel", `${side} / 2 - ${apart}`, { fontWeight: "bold", ...mark });
  const figureWords = (mark: object = {}) => words(labelField, `${side} / 2 + ${apart}`, mark);
  const gaps = (layerName: string) => ({
    layer: [
      {
        name: `${layerName}Outline`,
        mark: { type: "rect", filled: false, ...gapOutline, ...gapInset },
        encoding: { ...square, stroke: gapStroke },
      },
      { name: `${layerName}Name`, ...name() },
      { name: `${layerName}Marker`, ...figureWords() },
      // It has its room whether there are gaps or not.
      outlineLegend(says, { linesBelow: linesOff }),
    ],
  });
  const off = offOf(options);
  return {
    ...onePlot,
    // Lower where the tiles are smaller, so that nothing is empty below them.
    params: [
      widthParam,
      ...tileParams(area),
      { name: "height", expr: `${rows} * min(${tilePx}, (${pictureWidth} - ${paddingPx}) / ${columns})` },
      ...params,
      ...off.params,
      ...noteParams,
      ...classParams(options, "as-printed"),
    ],
    height: rows * tilePx,
    transform: [
      ...emphasise(highlight),
      ...tileOfArea(area, layout),
      ...positions,
      { calculate: figureText(value, format), as: labelField },
      classedFigures({ value, format }, "as-printed"),
    ],
    layer: [
      {
        mark: { type: "rect", ...inset(1) },
        encoding: {
          ...square,
          detail: nominal(area, options.areaTitle),
          ...classColors({ value, title: options.valueTitle, limits: classes, midpoint: options.midpoint, format }),
        },
      },
      {
        name: subjectLayer,
        transform: [{ filter: "datum.isSubject === 1 && isValid(datum.tileLeft)" }],
        // In the colour of the highest class: a line of the page around it sets it off.
        layer: [
          { mark: { ...subjectLine("behind"), stroke: "white" }, encoding: square },
          { mark: subjectLine("line"), encoding: square },
        ],
      },
      {
        transform: [{ filter: `isValid(${figure}) && isValid(datum.tileLeft)` }],
        layer: [
          name({ color: readableOn(`scale('color', ${classedFigure})`) }),
          ...(hasFigures
            ? [figureWords({ color: readableOn(`scale('color', ${classedFigure})`), ...withinFrame })]
            : []),
        ],
      },
      {
        transform: [{ filter: `!isValid(${figure}) && isValid(datum.tileLeft)` }, ...gapNamed(says)],
        ...gaps(gapLayers.ofRows),
      },
      {
        data: layout,
        transform: [{ filter: `!${hasRow}` }, ...positions, gapToned],
        layer: [
          {
            name: `${gapLayers.ofTiles}Outline`,
            mark: { type: "rect", filled: false, ...paleOutline, ...gapInset },
            encoding: { ...square, stroke: gapStroke },
          },
          { name: `${gapLayers.ofTiles}Name`, ...words("tileLabel", `${side} / 2`, { fontWeight: "bold" }) },
        ],
      },
      notInData({
        name: gapLayers.ofTiles,
        data: layout,
        transform: [{ filter: `!${hasRow}` }],
        said: note.notInData,
        offset: belowMap(linesOff),
      }),
      classNote({
        value,
        rounded: note.classedRounded,
        ...(hasFigures ? {} : { before: note.figuresNotWritten }),
        linesBelow: linesOff,
      }),
      off.layer,
      ...(hasKey && placed.some(({ name: whole, label }) => label !== whole)
        ? [
            nameKey({
              data: layout,
              transform: [
                { filter: `!(${isWhole}) && datum.areaTile.label !== datum.areaTile.name` },
                { calculate: "datum.areaTile.entry", as: "keyEntry" },
              ],
              longest: String(entryPx.entry),
              offset: belowMap(linesOff),
              isPaired: true,
            }),
          ]
        : []),
    ],
  };
}
