import type { Attack } from "./alternative.ts";
import { type Axis, type CountTable, categoryIn, type Grid, keyWith } from "./count-table.ts";

/** Cells of one measure above which boxes and blocks stand for the whole table. */
const smallTable = 3000;

export function isLarge({ table }: { readonly table: CountTable }, count: number): boolean {
  return (table.gridOf[table.cellOf[count] as number]?.cells.size ?? 0) > smallTable;
}

/**
 * A part of a large table that is a table itself: in each dimension a count's own category, some that can give way beside
 * it, and all that hold these. What changes within it can leave every other cell as it is.
 */
export function blockAround(attack: Attack, count: number, siblings: number): readonly number[] {
  const { table } = attack;
  const cell = table.cellOf[count] as number;
  const grid = table.gridOf[cell];
  if (!grid) return [count];
  const key = table.keyOf[cell] as number;
  const slack = slackFirst(attack);
  let keys = [key];
  for (const [index, axis] of grid.axes.entries()) {
    const chosen = categoriesBeside({ grid, axis, index, key }, slack, siblings);
    keys = keys.flatMap((other) => chosen.map((category) => keyWith(grid, other, index, category)));
  }
  const counts = keys.flatMap((other) => {
    const corner = grid.cells.get(other);
    return corner === undefined ? [] : (table.countsOf[corner] ?? []);
  });
  return [count, ...counts.filter((other) => other !== count)];
}

/** Cells that can give way first: hidden ones, the larger the better, then those whose rounding leaves most room. */
function slackFirst({ table, publication }: Pick<Attack, "table" | "publication">): (cell: number) => number {
  return (cell) => {
    const count = table.countsOf[cell]?.[0] as number;
    return publication.isHidden(count)
      ? -1000 - Math.min(table.values[count] as number, 1000)
      : publication.low(count) - publication.high(count);
  };
}

interface Line {
  readonly grid: Grid;
  readonly axis: Axis;
  readonly index: number;
  readonly key: number;
}

function categoriesBeside(
  { grid, axis, index, key }: Line,
  slack: (cell: number) => number,
  siblings: number,
): readonly number[] {
  const own = categoryIn(grid, key, index);
  if (!axis.nested) return [own];
  const leaves = axis.ids.flatMap((_, category) => {
    const cell = grid.cells.get(keyWith(grid, key, index, category));
    const isOther = category !== own && axis.children[category]?.length === 0;
    return isOther && cell !== undefined ? [{ category, rank: slack(cell) }] : [];
  });
  leaves.sort((a, b) => a.rank - b.rank || a.category - b.category);
  const chosen = new Set<number>();
  for (const category of [own, ...leaves.slice(0, siblings).map((leaf) => leaf.category)])
    for (let at = category; at >= 0; at = axis.parents[at] ?? -1) chosen.add(at);
  return [...chosen];
}
