import { tileKey, tileKeyOf, tilePaths } from "../spec/tile-key.ts";
import { defaultTheme } from "../theme/chart-theme.ts";
import { datumField } from "./figure-label.ts";
import { allOf, linePx } from "./room-for-names.ts";
import { widthEm } from "./text-width.ts";
import type { TileLayout } from "./tile-layouts.ts";

/** A bold character of a name, on average, px. */
const boldPx = 7.2;

/** What a tile says of its area. */
export interface PlacedTile {
  readonly column: number;
  readonly row: number;
  readonly name: string;
  /** The name as tiles are found by it. */
  readonly key: string;
  readonly label: string;
  /** The name in one line or two, divided by a line feed, and the side of a tile that has room for it and a figure, px. */
  readonly lines: string;
  readonly needsPx: number;
  /** In the key: `KEN Kent`. */
  readonly entry: string;
  /** Its number, from the top left, and what a key by numbers says: `7 Kent`. */
  readonly number: string;
  readonly numbered: string;
}

/** The tiles of a layout, and how many columns and rows they take. */
export function placedTiles(layout: TileLayout) {
  const inOrder = Object.entries(layout).toSorted(([, a], [, b]) => a.row - b.row || a.column - b.column);
  const numberOf = new Map(inOrder.map(([name], index) => [name, String(index + 1)]));
  const tiles = Object.entries(layout).map(([name, tile]): PlacedTile => {
    const number = numberOf.get(name) ?? "";
    return {
      ...tile,
      name,
      key: tileKey(name),
      ...nameOnTile(name, tile.label),
      number,
      numbered: `${number} ${name}`,
    };
  });
  return {
    tiles,
    columns: Math.max(...tiles.map(({ column }) => column)) + 1,
    rows: Math.max(...tiles.map(({ row }) => row)) + 1,
    /** What the longest entry of a key takes, px. */
    entryPx: {
      entry: widestPx(tiles.map(({ entry }) => entry)),
      numbered: widestPx(tiles.map(({ numbered }) => numbered)),
    },
    /** Nested, so that positions are not taken for figures that the chart draws. */
    data: { values: tiles.map((tile) => ({ areaTile: tile })) },
  };
}

/** By its letters: capitals are wider than most. */
const widestPx = (texts: readonly string[]) => Math.ceil(defaultTheme.fontSizePx * Math.max(...texts.map(widthEm)));

/** A parameter: the names of the areas of all rows, as tiles are found by them. */
const areaKeys = "areaKeys";

/** The parameters that the transforms below read. */
export const tileParams = (area: string): readonly object[] => [
  { name: areaKeys, expr: `split(${tileKeyOf(allOf(area))}, '\\n')` },
];

/** Of regular expressions: characters that stand for something else. */
const special = /[\\^$.*+?()[\]{}|]/g;

/** A Vega expression: how many areas have rows and no tile. */
export function unplacedCount(tiles: readonly PlacedTile[]): string {
  const placed = tiles.map(({ key }) => key.replaceAll(special, "\\$&")).join("|");
  const pattern = (source: string) => `regexp(${JSON.stringify(source)}, 'gm')`;
  const others = `replace(join(${areaKeys}, '\\n'), ${pattern(`^(?:${placed})$`)}, '')`;
  const once = `replace(${others}, ${pattern("^(.+)$(?=[^]*^\\1$)")}, '')`;
  return `length(replace(replace(${once}, ${pattern("^.+$")}, '|'), ${pattern("\\n+")}, ''))`;
}

/** Transforms that give each row its tile, `areaTile`: that of its area, as `tileKey` finds it. */
export const tileOfArea = (area: string, data: object): readonly object[] => [
  { calculate: tileKeyOf(datumField(area)), as: "areaKey" },
  { lookup: "areaKey", from: { data, key: tilePaths.key, fields: ["areaTile"] } },
];

/** Vega expressions: whether some row is of the area of a tile. */
export const hasRow = `(indexof(${areaKeys}, datum.areaTile.key) >= 0)`;

/** In one line or two, whichever takes the smaller tile. */
function nameOnTile(name: string, label: string): Pick<PlacedTile, "lines" | "needsPx" | "entry"> {
  const breaks = [...name.matchAll(/(?<=-)|\s+/g)];
  const wraps = breaks.map(({ index, 0: space }) => [name.slice(0, index), name.slice(index + space.length)]);
  const [smallest] = [[name], ...wraps]
    .map((lines) => ({
      lines: lines.join("\n"),
      needsPx: Math.max(boldPx * Math.max(...lines.map((line) => line.length)) + 6, linePx * (lines.length + 1) + 4),
    }))
    .toSorted((a, b) => a.needsPx - b.needsPx);
  return { lines: name, needsPx: Infinity, ...smallest, entry: label === name ? name : `${label} ${name}` };
}
