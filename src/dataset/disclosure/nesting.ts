import { groupBy } from "../group-by.ts";
import { presenceIn } from "../lifetime.ts";
import type { Category } from "../observation.ts";
import type { Period } from "../period.ts";
import { type Axis, type CountTable, categoryIn, type Grid, keyWith } from "./count-table.ts";

/** Which cells of a measure hold which, among those that anyone publishes and those that stand between two of these. */
export interface Nesting {
  /**
   * Whether a cell is published, or holds published cells and is held by one: a region without a row, between its
   * districts and its country. What is held by nothing that is published tells nothing of what it holds.
   */
  has(key: number): boolean;
  /** The categories below a cell's own in one dimension whose cells it has, in their order. */
  childrenOf(key: number, axis: number): readonly number[];
  /** The categories of one dimension whose cells it has beside a cell, in their order; the cell's own is among them. */
  along(key: number, axis: number): readonly number[];
  /** How many categories below a cell's own are there in its period, whether or not it has cells of them. */
  childrenThere(key: number, axis: number): number;
}

/**
 * Totals that a measure's cells may be part of, published or not, beyond which a table is not protected: with each further
 * dimension that has a total there are twice as many. It takes some seconds to look through so many.
 */
export const mostTotals = 1_000_000;

/** For each measure of a table; undefined where it has too many totals. */
export const nestingsOf = ({ grids }: CountTable): ReadonlyMap<Grid, Nesting | undefined> =>
  new Map(grids.map((grid) => [grid, createNesting(grid)]));

/** Undefined where the cells have more totals than `mostTotals`. */
function createNesting(grid: Grid): Nesting | undefined {
  const held = [...grid.cells.keys()];
  const all = withHolders(grid, held);
  return all && nestingAmong(grid, held, all);
}

function nestingAmong(grid: Grid, held: readonly number[], all: ReadonlySet<number>): Nesting {
  const covered = new Map<number, boolean>(held.map((key) => [key, true]));
  const nested = [...grid.axes.keys()].filter((axis) => grid.axes[axis]?.nested);
  const holder = (key: number, axis: number): number | undefined => {
    const parent = grid.axes[axis]?.parents[categoryIn(grid, key, axis)] ?? -1;
    return parent < 0 ? undefined : keyWith(grid, key, axis, parent);
  };
  function has(key: number): boolean {
    const known = covered.get(key);
    if (known !== undefined) return known;
    const found =
      all.has(key) &&
      nested.some((axis) => {
        const above = holder(key, axis);
        return above !== undefined && has(above);
      });
    covered.set(key, found);
    return found;
  }
  const children = grid.axes.map(() => new Map<number, number[]>());
  for (const key of all) {
    if (!has(key)) continue;
    for (const axis of nested) {
      const above = holder(key, axis);
      if (above === undefined) continue;
      const own = children[axis]?.get(above);
      if (own) own.push(categoryIn(grid, key, axis));
      else children[axis]?.set(above, [categoryIn(grid, key, axis)]);
    }
  }
  for (const lists of children) for (const list of lists.values()) list.sort((a, b) => a - b);
  const lines: ReadonlyMap<number, readonly number[]>[] = [];
  const linesOf = (axis: number) => {
    const found = lines[axis] ?? linesAlong(grid, [...all].filter(has), axis);
    lines[axis] = found;
    return found;
  };
  return {
    has,
    childrenOf: (key, axis) => children[axis]?.get(key) ?? [],
    along: (key, axis) => linesOf(axis).get(keyWith(grid, key, axis, 0)) ?? [],
    childrenThere: childCounter(grid),
  };
}

/** The categories of one dimension, in their order, by the key of their line: that of its first category. */
function linesAlong(grid: Grid, keys: readonly number[], axis: number): ReadonlyMap<number, readonly number[]> {
  const lines = groupBy(keys, (key) => keyWith(grid, key, axis, 0));
  return new Map(
    [...lines].map(([line, own]) => [line, own.map((key) => categoryIn(grid, key, axis)).sort((a, b) => a - b)]),
  );
}

/** The cells, and all that hold them where categories add up, as high as there are cells of a category. */
function withHolders(grid: Grid, held: readonly number[]): ReadonlySet<number> | undefined {
  const all = new Set(held);
  if (!grid.additive) return all;
  for (const [axis, own] of grid.axes.entries()) {
    if (!own.nested || own.overlapping) continue;
    const above = heldParents(own, new Set(held.map((key) => categoryIn(grid, key, axis))));
    // What is added is looked at in its turn.
    for (const key of all) {
      const parent = above[categoryIn(grid, key, axis)] ?? -1;
      if (parent >= 0) all.add(keyWith(grid, key, axis, parent));
      if (all.size > held.length + mostTotals) return undefined;
    }
  }
  return all;
}

/** The parent of each category, -1 where neither it nor any above has cells. */
const heldParents = ({ parents, above }: Axis, held: ReadonlySet<number>): readonly number[] =>
  parents.map((parent, category) => (above[category]?.some((holder) => held.has(holder)) ? parent : -1));

/** Categories may be there for a part of time only; then those of each period are counted once. */
function childCounter({ axes, keys }: Grid): Nesting["childrenThere"] {
  const time = axes.findIndex(({ periods }) => periods !== undefined);
  const known = new Map<string, number>();
  return (key, axis) => {
    const { children, timed } = axes[axis] as Axis;
    const category = keys.at(key, axis);
    const all = children[category] ?? [];
    const period = time < 0 ? undefined : axes[time]?.periods?.[keys.at(key, time)];
    if (!timed || !period) return all.length;
    const id = `${axis}|${category}|${keys.at(key, time)}`;
    const count = known.get(id) ?? all.filter((child) => isPresent(timed.get(child), period)).length;
    known.set(id, count);
    return count;
  };
}

const isPresent = (category: Category | undefined, period: Period): boolean =>
  category === undefined || presenceIn(category, period) !== "none";
