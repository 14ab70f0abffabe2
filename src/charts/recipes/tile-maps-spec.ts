import type { TopLevelSpec } from "vega-lite";
import { fieldReference } from "../spec/encoded-field.ts";
import { annotationsOf } from "./annotations.ts";
import { nominal } from "./channels.ts";
import { classColors, classParams, gapOutline, gapStroke, gapWords, offMap } from "./class-scale.ts";
import { emphasisConfig, emphasise } from "./emphasis.ts";
import { datumField, defaultFormat, figureText, labelField } from "./figure-label.ts";
import { fittingSpec } from "./fitting-spec.ts";
import { widthParam } from "./room-for-names.ts";
import { inRowOrder } from "./row-order.ts";
import type { TileMapSpecOptions } from "./tile-map-spec.ts";

/** A small map for each name of a field, all in the same classes. */
export interface TileMapsSpecOptions extends Omit<TileMapSpecOptions, "tilePx"> {
  /** Field of what each map is of, e.g. periods: in the order of the rows. */
  readonly by: string;
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
}

/** The narrowest that is drawn: a telephone's, less its margins. */
const narrowPx = 340;
/** The smallest tile, px: its colour is told from that of its neighbours. */
const leastTilePx = 9;
/** The largest. */
const mostTilePx = 40;
const spacingPx = 20;
const paddingPx = 8;

/**
 * A small tile map for each of up to 12 periods or groups, all in the same classes, so that one is seen to change: an area is a square at
 * its place, in the colour of its class, without its name and figure, which the table of the chart has. Where each area stands is said
 * by the map that is drawn large (`tileMapSpec`). An area without a figure is an outline, and of no class; one without a row is left
 * blank. Rows of areas that have no tile are written below their map.
 */
export function tileMapsSpec(options: TileMapsSpecOptions): TopLevelSpec {
  annotationsOf("tileMapsSpec", options);
  const { columns = 4, widthPx = 640, tiles } = options;
  const across = Math.max(...Object.values(tiles).map(({ column }) => column)) + 1;
  const fits = ({ widthPx: px, columns: maps }: Layout) => tilePx(px, maps, across) >= leastTilePx;
  const of = (px: number, most: number): readonly Layout[] =>
    Array.from({ length: most }, (_, index) => ({ widthPx: px, columns: most - index })).filter(fits);
  const layouts = [...of(widthPx, columns), ...of(Math.min(widthPx, narrowPx), 2)];
  return fittingSpec({
    recipe: "tileMapsSpec",
    instead: "Draw fewer maps, or one by tileMapSpec; or use smallMultiplesSpec or heatSpec.",
    widthPx,
    layouts: layouts.length > 0 ? layouts : [{ widthPx, columns: 1 }],
    draw: (layout) => drawn(options, layout),
  });
}

const tilePx = (widthPx: number, columns: number, across: number): number =>
  Math.min(mostTilePx, Math.floor((widthPx - paddingPx - (columns - 1) * spacingPx) / columns / across));

function drawn(options: TileMapsSpecOptions, { widthPx, columns }: Layout): object {
  const { area, value, by, tiles, classes, highlight = "highlight", format = defaultFormat } = options;
  const named = Object.entries(tiles);
  const across = Math.max(...named.map(([, { column }]) => column)) + 1;
  const down = Math.max(...named.map(([, { row }]) => row)) + 1;
  const side = Math.max(1, tilePx(widthPx, columns, across));
  // Nested, so that positions are not taken for figures that the chart draws.
  const layout = { values: named.map(([name, tile]) => ({ tile: { ...tile, name } })) };
  const { says, params } = gapWords(options.gapNames);
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
  return {
    config: emphasisConfig(),
    data: { name: "data" },
    params: [widthParam, ...params, ...classParams(value, classes)],
    transform: [
      ...emphasise(highlight),
      ...inRowOrder(by, "mapPosition"),
      { lookup: fieldReference(area), from: { data: layout, key: "tile.name", fields: ["tile"] } },
      { calculate: "datum.tile ? datum.tile.column : null", as: "tileLeft" },
      { calculate: "datum.tile ? datum.tile.column + 1 : null", as: "tileRight" },
      { calculate: "datum.tile ? datum.tile.row : null", as: "tileTop" },
      { calculate: "datum.tile ? datum.tile.row + 1 : null", as: "tileBottom" },
      { calculate: figureText(value, format), as: labelField },
    ],
    facet: {
      ...nominal(by, options.byTitle),
      // Vega-Lite sorts the parts of a facet by name where nothing is said.
      sort: { field: "mapPosition", op: "min" },
      header: { title: null, labelFontWeight: "bold", labelPadding: 4 },
    },
    columns,
    bounds: "flush",
    spacing: { column: spacingPx, row: 40 },
    spec: {
      width: side * across,
      height: side * down,
      layer: [
        {
          mark: { type: "rect", stroke: "white", strokeWidth: 1 },
          encoding: {
            ...square,
            detail: nominal(area, options.areaTitle),
            ...classColors({ value, title: options.valueTitle, limits: classes, format }),
          },
        },
        {
          transform: [
            { filter: `!isValid(${figure}) && isValid(datum.tileLeft)` },
            { calculate: `datum.state === 'suppressed' ? ${says.suppressed} : ${says.missing}`, as: "gapName" },
          ],
          mark: { type: "rect", filled: false, ...gapOutline, strokeDash: [2, 1.5] },
          encoding: { ...square, stroke: gapStroke() },
        },
        {
          transform: [{ filter: "datum.isSubject === 1 && isValid(datum.tileLeft)" }],
          mark: { type: "rect", filled: false, strokeWidth: 2 },
          encoding: square,
        },
        offMap({ area, value, format, isOff: "!isValid(datum.tileLeft)", dy: 4, roomPx: String(side * across), by }),
      ],
    },
  };
}
