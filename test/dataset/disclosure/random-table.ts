import type { CellStatus } from "../../../src/dataset/disclosure/publication.ts";
import { hierarchy } from "./made-table.ts";

/** The same numbers on every machine (Park and Miller). */
function createRandom(seed: number): (below: number) => number {
  let state = seed * 7919;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** A table with all its totals, some small counts and a cost of 1 to 6 for each cell, from a seed. */
export function madeTable(leaves: readonly number[], seed: number) {
  const random = createRandom(seed);
  const axes = leaves.map((size, side) =>
    hierarchy(`side ${side}`, {
      all: undefined,
      ...Object.fromEntries(Array.from({ length: size }, (_, leaf) => [`${side}${leaf}`, "all"])),
    }),
  );
  const places = axes.reduce<readonly string[]>(
    (all, { ids }) => all.flatMap((place) => ids.map((id) => `${place} ${id}`.trim())),
    [""],
  );
  const cells: Record<string, number> = {};
  const holds = (place: string, leaf: string) =>
    place.split(" ").every((id, side) => id === "all" || id === leaf.split(" ")[side]);
  const inner = places.filter((place) => !place.includes("all"));
  const values = new Map(inner.map((leaf) => [leaf, random(5) === 0 ? 1 + random(4) : 5 + random(30)]));
  for (const place of places)
    cells[place] = inner.reduce((sum, leaf) => sum + (holds(place, leaf) ? (values.get(leaf) as number) : 0), 0);
  const small = inner.filter((leaf) => (values.get(leaf) as number) < 5);
  const statuses: Record<string, CellStatus> = Object.fromEntries(small.map((leaf) => [leaf, "primary"]));
  const costs = Object.fromEntries(places.map((place) => [place, 1 + random(6)]));
  return { axes, cells, statuses, costs };
}
