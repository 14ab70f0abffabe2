import type { Diagnostics } from "../../diagnostics/index.ts";
import type { ChartRow } from "../chart-row.ts";
import type { RecipeNotes } from "../recipes/recipe-notes.ts";
import { tileKey } from "../spec/tile-key.ts";

export interface CheckAreasPlacedOptions {
  readonly rows: readonly ChartRow[];
  readonly recipe: RecipeNotes;
  readonly diagnostics: Diagnostics;
}

/** So many pairs are named. */
const mostNamed = 5;

/**
 * Warns of rows that no place of a map is found for, beside places that no row is found for, where their names are one another's but for a word: the map
 * would tell of an area twice, once that it has no figure (`chart-area-unplaced`).
 */
export function checkAreasPlaced({ rows, recipe: { recipe, places }, diagnostics }: CheckAreasPlacedOptions): void {
  if (places === undefined) return;
  // Shapes are found by their names as they are written.
  const keyOf = recipe === "choroplethSpec" ? (name: string) => name : tileKey;
  const areas = [...new Set(rows.map((row) => row[places.field]).filter((name) => typeof name === "string"))];
  const without = (own: readonly string[], others: readonly string[]) => {
    const known = new Set(others.map(keyOf));
    return own.filter((name) => !known.has(keyOf(name)));
  };
  const pairs = pairsOf(without(areas, places.names), without(places.names, areas));
  if (pairs.length === 0) return;
  const named = pairs.slice(0, mostNamed).map(([area, place]) => `"${area}" (the map: "${place}")`);
  const more = pairs.length > mostNamed ? `, and ${pairs.length - mostNamed} more` : "";
  diagnostics.warn({
    code: "chart-area-unplaced",
    message: `The map has no place for rows whose names are nearly those of places without a row: ${named.join(", ")}${more}. They stand below it, and the places have no figure.`,
    hint: "Write the names of the rows as the map has them, or those of the map as the rows have them.",
    source: { field: places.field },
  });
}

/** Those that are the only ones for one another. */
function pairsOf(areas: readonly string[], places: readonly string[]): readonly (readonly [string, string])[] {
  return areas.flatMap((area) => {
    const like = places.filter((place) => areNearlyAlike(area, place));
    const [place] = like;
    if (place === undefined || like.length > 1) return [];
    return areas.filter((other) => areNearlyAlike(other, place)).length === 1 ? [[area, place]] : [];
  });
}

/** Whether the words of one name are all among those of the other. */
function areNearlyAlike(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const isWithin = (few: ReadonlySet<string>, many: ReadonlySet<string>) =>
    few.size > 0 && [...few].every((word) => many.has(word));
  return isWithin(left, right) || isWithin(right, left);
}

const wordsOf = (name: string): ReadonlySet<string> =>
  new Set(tileKey(name.normalize("NFKD").replaceAll(/\p{M}/gu, "")).match(/[\p{L}\p{N}]+/gu));
