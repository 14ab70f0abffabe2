import type { TopLevelSpec } from "vega-lite";
import { fieldReference } from "../spec/encoded-field.ts";
import { pictureWidth } from "../spec/picture-width.ts";
import { annotationsOf } from "./annotations.ts";
import { nominal } from "./channels.ts";
import { classColors, classParams, gapOutline, gapStroke, gapWords, linesBelow, offMap } from "./class-scale.ts";
import type { ClassedFiguresOptions } from "./classed-figures-options.ts";
import { emphasise } from "./emphasis.ts";
import { datumField, defaultFormat, figureText, labelField, missingLabel } from "./figure-label.ts";
import { readableOn } from "./readable-color.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import { widthParam } from "./room-for-names.ts";
import type { TileLayout } from "./tile-layouts.ts";

/** Around a picture, px. */
const paddingPx = 4;

/** What `tileMapSpec` draws: the fields of the rows, by their names in `data`, and where each area stands. */
export interface TileMapSpecOptions extends ClassedFiguresOptions {
  /** Field of the areas, named as in `tiles`. */
  readonly area: string;
  /** Where each area stands, e.g. `ukRegionTiles`. Rows of other areas are written below the map. */
  readonly tiles: TileLayout;
  readonly areaTitle?: string;
  /** Side of a tile where there is room for it, px; 56 where absent. */
  readonly tilePx?: number;
}

/**
 * A map on which each area is a square of the same size, with a short label and its figure; the colour is its class.
 *
 * An area without a figure is an outline with [c] or [x], and of no class; so is one that has no row. Rows of areas that
 * have no tile are written below the map. Where figures have no room on their tiles, the colours tell them.
 */
export function tileMapSpec(options: TileMapSpecOptions): TopLevelSpec {
  annotationsOf("tileMapSpec", options);
  const notes = {
    recipe: "tileMapSpec",
    otherwise: [
      ...linesBelow.slice(1).map((below) => tiles(options, { hasFigures: true, below })),
      ...linesBelow.map((below) => tiles(options, { hasFigures: false, below })),
    ],
    writesOnShapes: true,
    instead: "Give the map more width, shorter labels, or fewer columns of tiles; or use rankingSpec.",
  };
  return recipeSpec(notes, tiles(options, { hasFigures: true, below: linesBelow[0] }));
}

/** Without their figures, tiles have room for a label where figures are long: the colours and the table tell them. */
function tiles(
  options: TileMapSpecOptions,
  { hasFigures, below }: { readonly hasFigures: boolean; readonly below: number },
): object {
  const { area, value, tiles: layoutOf, classes, highlight = "highlight", format = defaultFormat } = options;
  const named = Object.entries(layoutOf);
  const columns = Math.max(...named.map(([, { column }]) => column)) + 1;
  const rows = Math.max(...named.map(([, { row }]) => row)) + 1;
  const { tilePx = 56 } = options;
  // Tiles keep their size where there is room, and are square where there is not.
  const across = `max(${columns}, width / ${tilePx})`;
  const side = `(width / ${across})`;
  // Nested, so that positions are not taken for figures that the chart draws.
  const layout = { values: named.map(([name, tile]) => ({ tile: { ...tile, name } })) };
  const { says, params } = gapWords(options.gapNames);
  const figure = datumField(value);
  const positions = [
    { calculate: "datum.tile ? datum.tile.column : null", as: "tileLeft" },
    { calculate: "datum.tile ? datum.tile.column + 1 : null", as: "tileRight" },
    { calculate: "datum.tile ? datum.tile.column + 0.5 : null", as: "tileMiddle" },
    { calculate: "datum.tile ? datum.tile.row : null", as: "tileTop" },
    { calculate: "datum.tile ? datum.tile.row + 1 : null", as: "tileBottom" },
    { calculate: "datum.tile ? datum.tile.label : ''", as: "tileLabel" },
  ];
  const axis = (field: string, domain: readonly unknown[]) =>
    ({ field, type: "quantitative", title: null, axis: null, scale: { domain, nice: false, zero: false } }) as const;
  const x = (field: string) => axis(field, [0, { expr: across }]);
  const y = (field: string) => axis(field, [{ expr: `height / ${side}` }, 0]);
  const square = { x: x("tileLeft"), x2: { field: "tileRight" }, y: y("tileTop"), y2: { field: "tileBottom" } };
  const inset = (px: number) => ({ xOffset: px, x2Offset: -px, yOffset: px, y2Offset: -px, cornerRadius: 2 });
  const words = (field: string, at: number, mark: object = {}) => ({
    mark: { type: "text", align: "center", baseline: "middle", dy: { expr: `${at} * ${side}` }, ...mark },
    encoding: { x: x("tileMiddle"), y: y("tileTop"), text: { field } },
  });
  const name = (mark: object = {}) => words("tileLabel", 0.35, { fontWeight: "bold", ...mark });
  const gaps = [
    {
      mark: { type: "rect", filled: false, ...gapOutline, ...inset(2) },
      encoding: {
        ...square,
        stroke: gapStroke(below),
      },
    },
    name(),
    words(labelField, 0.67),
  ];
  const gapName = (expression: string) => ({ calculate: expression, as: "gapName" });
  return {
    ...onePlot,
    // Lower where the tiles are smaller, so that nothing is empty below them.
    params: [
      widthParam,
      { name: "height", expr: `${rows} * min(${tilePx}, (${pictureWidth} - ${paddingPx}) / ${columns})` },
      ...params,
      ...classParams(value, classes),
    ],
    height: rows * tilePx,
    transform: [
      ...emphasise(highlight),
      { lookup: fieldReference(area), from: { data: layout, key: "tile.name", fields: ["tile"] } },
      ...positions,
      { calculate: figureText(value, format), as: labelField },
    ],
    layer: [
      {
        mark: { type: "rect", ...inset(1) },
        encoding: {
          ...square,
          detail: nominal(area, options.areaTitle),
          ...classColors({ value, title: options.valueTitle, limits: classes, format }),
        },
      },
      {
        transform: [{ filter: "datum.isSubject === 1 && isValid(datum.tileLeft)" }],
        mark: { type: "rect", filled: false, strokeWidth: 3, ...inset(0.5) },
        encoding: square,
      },
      {
        transform: [{ filter: `isValid(${figure}) && isValid(datum.tileLeft)` }],
        layer: [
          name({ color: readableOn(`scale('color', ${figure})`) }),
          ...(hasFigures ? [words(labelField, 0.67, { color: readableOn(`scale('color', ${figure})`) })] : []),
        ],
      },
      {
        transform: [
          { filter: `!isValid(${figure}) && isValid(datum.tileLeft)` },
          gapName(`datum.state === 'suppressed' ? ${says.suppressed} : ${says.missing}`),
        ],
        layer: gaps,
      },
      {
        data: layout,
        transform: [
          {
            lookup: "tile.name",
            from: { data: { name: "data" }, key: fieldReference(area), fields: [fieldReference(area)] },
            as: ["tileRow"],
          },
          { filter: "!isValid(datum.tileRow)" },
          ...positions,
          { calculate: missingLabel, as: labelField },
          gapName(says.missing),
        ],
        layer: gaps,
      },
      offMap({ area, value, format, isOff: "!isValid(datum.tileLeft)" }),
    ],
  };
}
