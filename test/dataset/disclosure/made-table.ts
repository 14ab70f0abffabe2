import { createCombinations } from "../../../src/dataset/disclosure/combinations.ts";
import type { Axis, CountTable, Grid } from "../../../src/dataset/disclosure/count-table.ts";
import type { Period } from "../../../src/dataset/period.ts";

/** A dimension by what holds each of its categories: `{ all: undefined, a: "all" }`. */
export function hierarchy(
  dimension: string,
  holders: Readonly<Record<string, string | undefined>>,
  overlapping = false,
): Axis {
  const ids = Object.keys(holders);
  const parents = ids.map((id) => ids.indexOf(holders[id] ?? ""));
  const above = ids.map((_, index) => {
    const found: number[] = [];
    for (let at = parents[index] ?? -1; at >= 0; at = parents[at] ?? -1) found.push(at);
    return found;
  });
  return {
    dimension,
    ids,
    indexOf: new Map(ids.map((id, index) => [id, index])),
    parents,
    children: ids.map((_, index) => parents.flatMap((parent, child) => (parent === index ? [child] : []))),
    above,
    nested: parents.some((parent) => parent >= 0),
    overlapping,
    timed: undefined,
    periods: undefined,
    periodsOverlap: false,
    equations: [],
  };
}

/** A dimension of time by the months of each period: `{ year: [0, 12] }`. */
export function time(spans: Readonly<Record<string, readonly [from: number, to: number]>>): Axis {
  const day = (month: number) => new Date(Date.UTC(2018, month, 1)).toISOString().slice(0, 10);
  const ids = Object.keys(spans);
  const periods = ids.map(
    (id) => ({ id, start: day(spans[id]?.[0] ?? 0), endExclusive: day(spans[id]?.[1] ?? 0) }) as unknown as Period,
  );
  const plain = hierarchy("period", Object.fromEntries(ids.map((id) => [id, undefined])));
  return { ...plain, periods, periodsOverlap: true };
}

/** The cells of one measure. */
export interface Measure {
  readonly name?: string;
  readonly axes: readonly Axis[];
  /** By the ids of its place, joined: `a q1`; several by edition. NaN where the publisher hides it. */
  readonly cells: Readonly<Record<string, number | Readonly<Record<string, number>>>>;
  readonly additive?: boolean;
}

/** A table as it is made of observations, and the first count of a place: `a q1`. */
export function tableOf(measures: readonly Measure[]): {
  table: CountTable;
  countAt: (place: string, name?: string) => number;
} {
  const gridOf: Grid[] = [];
  const keyOf: number[] = [];
  const countsOf: number[][] = [];
  const cellOf: number[] = [];
  const values: number[] = [];
  const editions: string[][] = [];
  const latent = new Set<number>();
  const addCell = (grid: Grid, key: number): number => {
    grid.cells.set(key, keyOf.length);
    gridOf.push(grid);
    keyOf.push(key);
    return countsOf.push([]) - 1;
  };
  const addCount = (cell: number, value: number, own: readonly string[]): number => {
    countsOf[cell]?.push(values.length);
    cellOf.push(cell);
    editions.push([...own]);
    return values.push(value) - 1;
  };
  const keyAt = ({ axes, keys }: Grid, ids: readonly string[]): number =>
    keys.numberOf(axes.map(({ indexOf }, axis) => indexOf.get(ids[axis] ?? "") ?? 0));
  const grids = measures.map(({ name = "n", axes, cells, additive = true }): Grid => {
    const keys = createCombinations(axes.map(({ ids }) => ids.length));
    const grid: Grid = { measure: name, axes, keys, cells: new Map(), additive, overTime: "flow" };
    for (const [place, value] of Object.entries(cells)) {
      const cell = addCell(grid, keyAt(grid, place.split(" ")));
      const byEdition = typeof value === "number" ? { first: value } : value;
      for (const [edition, each] of Object.entries(byEdition)) addCount(cell, each, [edition]);
    }
    return grid;
  });
  const gone: Grid = {
    measure: "",
    axes: [],
    keys: createCombinations([]),
    cells: new Map(),
    additive: false,
    overTime: "flow",
  };
  const gridFor = (measure: string) => grids.find((grid) => grid.measure === measure);
  const table: CountTable = {
    grids,
    gridOf,
    keyOf,
    countsOf,
    cellOf,
    values,
    bounds: new Map(),
    most: new Map(),
    published: [],
    editions,
    latent,
    gridFor,
    cellAt: (measure, at) => {
      const grid = gridFor(measure);
      return grid?.cells.get(
        keyAt(
          grid,
          grid.axes.map(({ dimension }) => at[dimension] ?? ""),
        ),
      );
    },
    countOf: () => undefined,
    addLatent: (grid, key, value) => {
      const count = addCount(addCell(grid, key), value, []);
      latent.add(count);
      return count;
    },
    addGone: (value) => {
      const count = addCount(addCell(gone, gone.cells.size), value, []);
      latent.add(count);
      return count;
    },
    addWithoutCell: (value) => {
      cellOf.push(-1);
      editions.push([]);
      latent.add(values.length);
      return values.push(value) - 1;
    },
  };
  const countAt = (place: string, name = "n") => {
    const grid = gridFor(name) as Grid;
    return countsOf[grid.cells.get(keyAt(grid, place.split(" "))) ?? -1]?.[0] ?? -1;
  };
  return { table, countAt };
}
