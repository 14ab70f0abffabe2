import type { TopLevelSpec } from "vega-lite";
import { referenceLayer } from "../shape/read-shape.ts";
import { recipeWords } from "../spec/own-words.ts";
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
  outlineLegend,
  subjectLegend,
} from "./class-scale.ts";
import { emphasisConfig, emphasise } from "./emphasis.ts";
import { datumField, defaultFormat, figureText, labelField } from "./figure-label.ts";
import { fittingSpec } from "./fitting-spec.ts";
import { legendsAtEdge, nameKey } from "./name-key.ts";
import { countedGapWords, offMap } from "./off-map.ts";
import { optionsNow } from "./options-now.ts";
import { commonAbove, periodParams, shortPeriod } from "./period-names.ts";
import { hasRow, placedTiles, tileOfArea, tileParams, unplacedCount } from "./placed-tiles.ts";
import { readableOn } from "./readable-color.ts";
import { recipeDataset } from "./recipe-spec.ts";
import { linePx, widthParam } from "./room-for-names.ts";
import { inRowOrder } from "./row-order.ts";
import { widthEm } from "./text-width.ts";
import type { TileMapSpecOptions } from "./tile-map-spec.ts";
import { twoSidesOf } from "./two-sides.ts";

/** A small map for each name of a field, all in the same classes. */
export interface TileMapsSpecOptions extends Omit<TileMapSpecOptions, "tilePx"> {
  /** Field of what each map is of, e.g. periods: in the order of the rows. */
  readonly by: string;
  /** What the names of the maps are called in descriptions and in tables of the data; not drawn. */
  readonly byTitle?: string;
  /** Maps in a row; 4 where absent, and fewer where the tiles would be too small to be told apart. */
  readonly columns?: number;
  /** Of the whole; 640 where absent, and 340 where that has no room. */
  readonly widthPx?: number;
}

/** How the small maps are laid out. */
interface Layout {
  readonly widthPx: number;
  readonly columns: number;
  /** Whether areas have their short labels on their tiles. */
  readonly isLabelled: boolean;
  /** Whether a map below says where each area is. */
  readonly hasReference: boolean;
  /** Whether figures stand in their tiles too. */
  readonly hasFigures?: boolean;
  /** Of so many maps only. */
  readonly told?: { readonly field: string; readonly from: number; readonly to: number };
}

/** The narrowest that is drawn: a telephone's, less its margins. */
const narrowPx = 340;
/** So many maps one below the other are few. */
const mostBelow = 6;
/** The smallest tile, px: its colour is told from that of its neighbours. */
const leastTilePx = 9;
/** The smallest that has a figure below its label, px. */
const leastFigurePx = 30;
/** The largest. */
const mostTilePx = 40;
/** Texts on tiles, px: the smallest that print has, 7 pt, and the largest. */
const leastTextPx = 9.5;
const mostTextPx = 11;
/** So many times as wide as usual ones are bold texts. */
const boldWider = 1.08;
/** What a figure leaves free of its tile at both sides, px: the frame of the subject lies there. */
const besideFigure = 8;
/** Between labels of tiles beside one another, px: those that touch are read as one. */
const betweenLabelsPx = 4;
const spacingPx = 20;
/** From a row of maps to the next, px, with the heads of these and one line below a map; and the parameter that has what more lines take as well. */
const rowSpacingPx = 40;
const rowSpacing = "rowSpacing";
const paddingPx = 8;

/**
 * A small tile map for each of up to 12 periods or groups, all in the same classes, so that one is seen to change: an area is a square at
 * its place, in the colour of its class, with its short label, which a key below says the name of. Figures are in the table of the chart, and below the
 * labels on a telephone, where tiles have room for all of them.
 *
 * An area without a figure is an outline, and of no class, with [c] or [x] where that has room; one without a row is left blank. Rows of areas
 * that have no tile are written below their map. Where labels have no room on the tiles, a larger map below says where each area is, by its label
 * or a number, with a key; where that has none either, that areas are not named is said.
 */
export function tileMapsSpec(options: TileMapsSpecOptions): TopLevelSpec {
  const now = optionsNow(options);
  annotationsOf("tileMapsSpec", options);
  const { columns = 4, widthPx = 640, tiles } = options;
  const across = Math.max(...Object.values(tiles).map(({ column }) => column)) + 1;
  const labelPx = Math.max(...Object.values(tiles).map(({ label }) => leastTextPx * widthEm(label))) + betweenLabelsPx;
  const of = (px: number, most: number, isLabelled: boolean, hasReference = false): readonly Layout[] =>
    Array.from({ length: most }, (_, index) => ({
      widthPx: px,
      columns: most - index,
      isLabelled,
      hasReference,
    })).filter((layout) => tilePx(layout, across) >= (isLabelled ? labelPx : leastTilePx));
  const narrow = Math.min(widthPx, narrowPx);
  const { hasKey = true } = options;
  const written = { fields: [options.value], format: options.format, isClassedAsIs: true };
  // Where a telephone shows a few maps at a time, figures say what else is looked up in the key.
  const withFigures = (list: readonly Layout[]) =>
    list
      .filter((layout) => tilePx(layout, across) >= leastFigurePx)
      .map((layout) => ({ ...layout, hasFigures: true, written: { ...written, isClassedAsIs: false } }));
  const inTwo = of(narrow, 2, true).filter((layout) => layout.columns === 2);
  const inOne = of(narrow, 1, true);
  const few = inOne.map((layout) => ({ ...layout, told: { field: options.by, from: 0, to: mostBelow } }));
  const down = Math.max(...Object.values(tiles).map(({ row }) => row)) + 1;
  const layouts: readonly Layout[] = [
    ...of(widthPx, columns, true),
    ...of(widthPx, columns, false, hasKey).slice(0, 1),
    ...withFigures(inTwo),
    ...inTwo,
    ...withFigures(few),
    ...few,
    // Many maps below one another are seen one or two at a time: rather smaller ones, and one below them that says where each area is.
    ...of(narrow, 3, false, hasKey).slice(0, 1),
    ...inOne,
    ...of(widthPx, columns, false),
    ...of(narrow, 3, false),
  ];
  return fittingSpec({
    recipe: "tileMapsSpec",
    grid: { fields: [options.area, options.by], value: options.value },
    places: { field: options.area, names: Object.keys(tiles) },
    timeAxis: { field: options.by, holds: "cells" as const },
    written,
    instead:
      "Draw fewer maps, or one by tileMapSpec; or use heatSpec for up to 35 areas, smallMultiplesSpec for up to 40, and rankingSpec with the rows of one period for more.",
    writesOnShapes: true,
    twoSides: twoSidesOf(options),
    widthPx,
    layouts: (layouts.length > 0 ? layouts : [{ widthPx, columns: 1, isLabelled: false, hasReference: false }]).map(
      (layout) => ({
        ...layout,
        height: {
          field: options.by,
          columns: layout.columns,
          eachPx: Math.max(1, tilePx(layout, across)) * down,
          betweenPx: rowSpacingPx,
        },
      }),
    ),
    draw: (layout) => drawn(now, layout),
  });
}

const tilePx = ({ widthPx, columns }: Pick<Layout, "widthPx" | "columns">, across: number): number =>
  Math.min(mostTilePx, Math.floor((widthPx - paddingPx - (columns - 1) * spacingPx) / columns / across));

function drawn(options: TileMapsSpecOptions, layout: Layout): object {
  const { widthPx, columns, isLabelled, hasReference, hasFigures = false } = layout;
  const { area, value, by, classes, highlight = "highlight", format = defaultFormat, hasKey = true } = options;
  const { tiles, columns: across, rows: down, entryPx, data: places } = placedTiles(options.tiles);
  const side = Math.max(1, tilePx(layout, across));
  const widest = Math.max(...tiles.map(({ label }) => widthEm(label)));
  // Above a figure they are bold, and a little wider.
  const labelsPx = hasFigures ? (side - betweenLabelsPx) / boldWider : side - 1;
  const textPx = Math.max(leastTextPx, Math.min(mostTextPx, labelsPx / widest));
  // A marker below the label, where two lines have room.
  const isMarked = isLabelled && side >= 2 * (textPx + 2);
  const { counted: says, params } = countedGapWords(options.gapNames);
  const classedBy = hasFigures ? "as-printed" : "as-is";
  const { says: note, params: noteParams } = recipeWords({ notNamed: undefined, whereAreas: undefined });
  const rounding = hasFigures ? recipeWords({ classedRounded: undefined }) : undefined;
  const reference = hasReference ? referenceMap(options, widthPx, note.whereAreas) : [];
  const isNamed = isLabelled || reference.length > 0;
  const key = isNamed
    ? hasKey && isLabelled
      ? [
          nameKey({
            data: places,
            transform: [drawnTiles, { calculate: "datum.areaTile.entry", as: "keyEntry" }],
            longest: String(entryPx.entry),
            offset: belowMap(1),
            isPaired: true,
          }),
        ]
      : []
    : [
        nameKey({
          data: places,
          transform: [{ calculate: note.notNamed, as: "keyEntry" }],
          longest: widthPx,
          offset: belowMap(1),
        }),
      ];
  const figure = datumField(value);
  const axis = (field: string, domain: readonly number[]) => ({
    field,
    type: "quantitative",
    title: null,
    axis: null,
    scale: { domain, nice: false, zero: false },
  });
  const square = {
    x: axis("tileLeft", [0, across]),
    x2: { field: "tileRight" },
    y: axis("tileTop", [down, 0]),
    y2: { field: "tileBottom" },
  };
  const label = (field: string, dy: number, mark: object = {}) => ({
    mark: { type: "text", align: "center", baseline: "middle", fontSize: textPx, dy, ...mark },
    encoding: { x: axis("tileMiddle", [0, across]), y: axis("tileTop", [down, 0]), text: { field } },
  });
  const color = readableOn(`scale('color', ${classedFigure})`);
  const isGap = `!isValid(${figure}) && isValid(datum.tileLeft)`;
  const labels = [
    {
      transform: [{ filter: `isValid(${figure}) && isValid(datum.tileLeft)` }],
      layer: hasFigures
        ? [
            label("tileLabel", side / 2 - textPx / 2, { color, fontWeight: "bold" }),
            // Cut where it would touch the frame of the subject, or the next tile: then the colours tell it.
            label(labelField, side / 2 + textPx / 2 + 1, { color, fontSize: leastTextPx, limit: side - besideFigure }),
          ]
        : [label("tileLabel", side / 2, { color })],
    },
    {
      transform: [{ filter: isGap }],
      layer: [
        label("tileLabel", isMarked ? side / 2 - textPx / 2 : side / 2, hasFigures ? { fontWeight: "bold" } : {}),
        ...(isMarked ? [label(labelField, side / 2 + textPx / 2 + 1)] : []),
      ],
    },
  ];
  const off = offMap({
    area,
    value,
    format,
    isOff: "!isValid(datum.tileLeft)",
    dy: 4,
    roomPx: String(side * across),
    by,
    counted: says,
  });
  const offPx = `ceil(${unplacedCount(tiles)} / ${off.columns.columnCount}) * ${off.columns.rowPx}`;
  return {
    config: { ...emphasisConfig(), ...legendsAtEdge },
    data: recipeDataset,
    params: [
      widthParam,
      ...tileParams(area),
      ...periodParams(by),
      ...params,
      ...off.params,
      ...noteParams,
      ...(rounding?.params ?? []),
      ...classParams(options, classedBy),
      { name: rowSpacing, expr: `${rowSpacingPx} + max(0, ${offPx} - ${linePx})` },
    ],
    transform: [
      ...emphasise(highlight),
      ...inRowOrder(by, "mapPosition"),
      ...tileOfArea(area, places),
      { calculate: "datum.areaTile ? datum.areaTile.column : null", as: "tileLeft" },
      { calculate: "datum.areaTile ? datum.areaTile.column + 1 : null", as: "tileRight" },
      { calculate: "datum.areaTile ? datum.areaTile.column + 0.5 : null", as: "tileMiddle" },
      { calculate: "datum.areaTile ? datum.areaTile.label : ''", as: "tileLabel" },
      { calculate: "datum.areaTile ? datum.areaTile.row : null", as: "tileTop" },
      { calculate: "datum.areaTile ? datum.areaTile.row + 1 : null", as: "tileBottom" },
      { calculate: figureText(value, format), as: labelField },
      classedFigures({ value, format }, classedBy),
    ],
    title: commonAbove(6),
    vconcat: [
      {
        facet: {
          ...nominal(by, options.byTitle),
          // Vega-Lite sorts the parts of a facet by name where nothing is said.
          sort: { field: "mapPosition", op: "min" },
          header: { title: null, labelExpr: shortPeriod("datum.label"), labelFontWeight: "bold", labelPadding: 4 },
        },
        columns,
        bounds: "flush",
        // Vega takes what Vega-Lite has no form for.
        spacing: { column: spacingPx, row: { signal: rowSpacing } },
        spec: {
          width: side * across,
          height: side * down,
          layer: [
            {
              mark: { type: "rect", stroke: "white", strokeWidth: 1 },
              encoding: {
                ...square,
                detail: nominal(area, options.areaTitle),
                ...classColors({
                  value,
                  title: options.valueTitle,
                  limits: classes,
                  midpoint: options.midpoint,
                  format,
                }),
              },
            },
            {
              transform: [{ filter: isGap }, ...gapNamed(says)],
              layer: [
                {
                  mark: {
                    type: "rect",
                    filled: false,
                    ...gapOutline,
                    xOffset: 0.6,
                    x2Offset: -0.6,
                    yOffset: 0.6,
                    y2Offset: -0.6,
                  },
                  encoding: { ...square, stroke: gapStroke },
                },
                outlineLegend(says, { area }),
              ],
            },
            ...(isLabelled ? labels : [subjectLegend("isValid(datum.tileLeft)", says, { linesBelow: 1, area })]),
            {
              transform: [{ filter: "datum.isSubject === 1 && isValid(datum.tileLeft)" }],
              // In the colour of the highest class: a line of the page around it sets it off.
              layer: [
                { mark: { type: "rect", filled: false, stroke: "white", strokeWidth: 5 }, encoding: square },
                { mark: { type: "rect", filled: false, strokeWidth: 2 }, encoding: square },
              ],
            },
            off.layer,
            ...(rounding ? [classNote({ value, rounded: rounding.says.classedRounded, linesBelow: 1 })] : []),
            ...key,
          ],
        },
      },
      ...reference,
    ],
  };
}

/** The transform that leaves the tiles that some map shows. */
const drawnTiles = { filter: hasRow };

/** The largest tile of the map that says where each area is, px. */
const mostReferencePx = 32;

/**
 * A map of outlines with the short label of each area, and the key to them; with numbers where labels have no room, and none where these have none
 * either.
 */
function referenceMap(
  { tiles: layout }: Pick<TileMapsSpecOptions, "tiles">,
  widthPx: number,
  title: string,
): readonly object[] {
  const { tiles, columns, rows, entryPx, data } = placedTiles(layout);
  const side = Math.min(mostReferencePx, tilePx({ widthPx, columns: 1 }, columns));
  const widest = (texts: readonly string[]) => Math.max(...texts.map(widthEm));
  const says = (["label", "number"] as const).find(
    (each) => side >= leastTextPx * widest(tiles.map((tile) => tile[each])) + 2,
  );
  if (says === undefined) return [];
  const entry = says === "label" ? "entry" : "numbered";
  const textPx = Math.max(leastTextPx, Math.min(mostTextPx, (side - 2) / widest(tiles.map((tile) => tile[says]))));
  const place = (field: string, domain: readonly number[]) => ({
    field,
    type: "quantitative",
    title: null,
    axis: null,
    scale: { domain, nice: false, zero: false },
  });
  const [x, y] = [
    [0, columns],
    [rows, 0],
  ];
  return [
    {
      data,
      title: { text: { expr: title }, anchor: "start", fontSize: 12, fontWeight: "bold", offset: 6 },
      width: side * columns,
      height: side * rows,
      transform: [
        drawnTiles,
        { calculate: "datum.areaTile.column", as: "placeLeft" },
        { calculate: "datum.areaTile.column + 0.5", as: "placeMiddle" },
        { calculate: "datum.areaTile.column + 1", as: "placeRight" },
        { calculate: "datum.areaTile.row", as: "placeTop" },
        { calculate: "datum.areaTile.row + 1", as: "placeBottom" },
        { calculate: `datum.areaTile.${says}`, as: "placeText" },
        { calculate: "'gap'", as: "gapTone" },
      ],
      layer: [
        {
          name: `${referenceLayer}-outlines`,
          mark: { type: "rect", filled: false, strokeWidth: 1 },
          encoding: {
            x: place("placeLeft", x),
            x2: { field: "placeRight" },
            y: place("placeTop", y),
            y2: { field: "placeBottom" },
            stroke: gapStroke,
          },
        },
        {
          name: `${referenceLayer}-labels`,
          mark: { type: "text", align: "center", baseline: "middle", fontSize: textPx, dy: side / 2 },
          encoding: { x: place("placeMiddle", x), y: place("placeTop", y), text: { field: "placeText" } },
        },
        {
          name: `${referenceLayer}-key`,
          ...nameKey({
            transform: [
              { calculate: `datum.areaTile.${entry}`, as: "keyEntry" },
              { calculate: "toNumber(datum.areaTile.number)", as: "keyPlace" },
            ],
            longest: String(entryPx[entry]),
            offset: 6,
            isPaired: true,
            // Numbers are looked up in their order, and not in that of their digits.
            ...(says === "number" ? { sort: { field: "keyPlace", op: "min" } } : {}),
          }),
        },
      ],
    },
  ];
}
