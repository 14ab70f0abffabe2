import type { DiagnosticDetails, Diagnostics } from "../../diagnostics/index.ts";
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
  const { pairs } = unplacedAreas(rows, recipe, places);
  if (pairs.length === 0) return;
  diagnostics.warn({
    code: "chart-area-unplaced",
    message: `The map has no place for rows whose names are nearly those of places without a row: ${firstOf(pairs.map(namedPair))}. They stand below it, and the places have no figure.`,
    hint: "Write the names of the rows as the map has them, or those of the map as the rows have them.",
    source: { field: places.field },
  });
}

const namedPair = ([area, place]: readonly [string, string]) => `"${area}" (the map: "${place}")`;

const firstOf = (names: readonly string[]) =>
  `${names.slice(0, mostNamed).join(", ")}${names.length > mostNamed ? `, and ${names.length - mostNamed} more` : ""}`;

/** Areas of the rows that a map has no place for, and those of them whose names are nearly those of places without a row, beside these. */
function unplacedAreas(rows: readonly ChartRow[], recipe: string, places: NonNullable<RecipeNotes["places"]>) {
  // Shapes are found by their names as they are written.
  const keyOf = recipe === "choroplethSpec" ? (name: string) => name : tileKey;
  const areas = [...new Set(rows.map((row) => row[places.field]).filter((name) => typeof name === "string"))];
  const without = (own: readonly string[], others: readonly string[]) => {
    const known = new Set(others.map(keyOf));
    return own.filter((name) => !known.has(keyOf(name)));
  };
  const unplaced = without(areas, places.names);
  return { unplaced, pairs: pairsOf(unplaced, without(places.names, areas)) };
}

/** Why a map may have no room: areas of its rows that it lists below itself, since it has no place for them. */
export interface ListedAreas {
  /** What to say of them; those whose names the map has but for a word first. */
  readonly error: DiagnosticDetails;
  /** The rows without them; none are left where the map has none of the areas. */
  readonly others: readonly ChartRow[];
}

/** Undefined of what is no map, and of a map that has a place for each area of its rows. */
export function listedAreas(
  rows: readonly ChartRow[],
  { recipe, places }: Pick<RecipeNotes, "recipe" | "places">,
): ListedAreas | undefined {
  if (places === undefined) return undefined;
  const { unplaced, pairs } = unplacedAreas(rows, recipe, places);
  if (unplaced.length === 0) return undefined;
  const alike = new Set(pairs.map(([area]) => area));
  const named = [...pairs.map(namedPair), ...unplaced.filter((area) => !alike.has(area)).map((area) => `"${area}"`)];
  const isUnplaced = new Set<unknown>(unplaced);
  return {
    error: {
      code: "chart-area-unplaced",
      message: `The map has no place for ${unplaced.length === 1 ? "an area" : `${unplaced.length} areas`} of its rows, and no room to list ${unplaced.length === 1 ? "it" : "them"} below: ${firstOf(named)}.`,
      hint: "Write the names of the rows as the map has them, or leave out the rows of what it does not show.",
      source: { field: places.field },
    },
    others: rows.filter((row) => !isUnplaced.has(row[places.field])),
  };
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
