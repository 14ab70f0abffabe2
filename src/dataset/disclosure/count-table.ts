import type { CategoryRegistry } from "../category-registry.ts";
import type { Cell, CountBounds } from "../cell.ts";
import { cellAt, isMissing } from "../columns/cell-columns.ts";
import { type ObservationColumns, rowsOfMeasure, textAt } from "../columns/observation-columns.ts";
import { compareText } from "../compare-labels.ts";
import type { DatasetSpec } from "../definition.ts";
import { hasLifetime, presenceIn } from "../lifetime.ts";
import type { MeasureSpec, OverTime } from "../measure-spec.ts";
import type { Category, Observation } from "../observation.ts";
import { haveOverlap, type Period } from "../period.ts";
import type { DataEquations } from "../structure/data-equations.ts";
import { totalOf } from "../total-of.ts";
import { type Combinations, createCombinations } from "./combinations.ts";

/**
 * One dimension as relations need it. Categories are numbered in the order of their ids, so that nothing depends on the
 * order of the rows.
 */
export interface Axis {
  readonly dimension: string;
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** The category that holds each, -1 where none does. A dimension's total holds all that have no other parent. */
  readonly parents: readonly number[];
  readonly children: readonly (readonly number[])[];
  /** All that hold each, outwards. */
  readonly above: readonly (readonly number[])[];
  /** What categories come to in the data and no holder says, each by the numbers of the categories. */
  readonly equations: readonly { readonly categories: readonly number[]; readonly signs: readonly number[] }[];
  /** Whether any category holds another. */
  readonly nested: boolean;
  /** May one case fall into several categories? */
  readonly overlapping: boolean;
  /** The categories that are there for a part of time only, by number; undefined where there are none. */
  readonly timed: ReadonlyMap<number, Category> | undefined;
  /** For the time dimension: the period of each category. */
  readonly periods: readonly Period[] | undefined;
  /** For the time dimension: whether any two periods overlap. */
  readonly periodsOverlap: boolean;
}

/** The cells of one measure, by key. */
export interface Grid {
  readonly measure: string;
  readonly axes: readonly Axis[];
  /** The keys of cells: a number for each combination of category numbers, one an axis. */
  readonly keys: Combinations;
  readonly cells: Map<number, number>;
  /** Whether categories that do not overlap add up. */
  readonly additive: boolean;
  readonly overTime: OverTime;
}

/** A cell that is no secret, and cells of the table that come to no more. */
export interface PublishedWhole {
  readonly measure: string;
  readonly at: Readonly<Record<string, string>>;
  readonly parts: readonly number[];
  readonly least: number;
  readonly most: number;
}

/** A number that a reader may try to work out: the value of a cell, or of one vintage of it. */
export interface CountTable {
  readonly grids: readonly Grid[];
  /** By cell. */
  readonly gridOf: Grid[];
  readonly keyOf: number[];
  readonly countsOf: number[][];
  /** By count. A cell has as many as its publications have different values. */
  readonly cellOf: number[];
  /** NaN where the publisher hides it, until `completeHidden` finds what it may be. */
  readonly values: number[];
  /** By count: what the publisher says of one that it hides, as in `<5`. */
  readonly bounds: Map<number, CountBounds>;
  /** By count: what is published of the whole that it is a share of (`share-relations.ts`). */
  readonly most: Map<number, number>;
  /** What is published of wholes: what several cells that one is broken down into come to, or one cell alone, is no more. */
  readonly published: PublishedWhole[];
  /** The source and vintage of each publication that gives the count, earliest first. */
  readonly editions: string[][];
  /** Published by nobody, and held by others: a region whose districts are in the data. Known to no reader. */
  readonly latent: Set<number>;
  gridFor(measure: string): Grid | undefined;
  cellAt(measure: string, at: Readonly<Record<string, string>>): number | undefined;
  /** The count of an observation. */
  countOf(observation: Observation): number | undefined;
  addLatent(grid: Grid, key: number, value: number): number;
  /** A latent count that stands in no cell: a part of a period that nobody publishes. */
  addWithoutCell(value: number): number;
  /** A latent count of a cell that is gone: it stands in no grid, and nothing that holds by now ties it to others. */
  addGone(value: number): number;
}

/** The id of the measure that a cell is of. */
export const measureOf = ({ gridOf }: CountTable, cell: number): string => (gridOf[cell] as Grid).measure;

/** Whether nobody publishes a cell. */
export const isLatent = ({ latent, countsOf }: CountTable, cell: number): boolean =>
  latent.has((countsOf[cell] as readonly number[])[0] as number);

/** What the last publication of a cell says; NaN where it is not known. */
export const lastValue = ({ countsOf, values }: CountTable, cell: number): number =>
  values[(countsOf[cell] as readonly number[]).at(-1) as number] as number;

/** The category number of a key in one dimension. */
export function categoryIn(grid: Grid, key: number, axis: number): number {
  return grid.keys.at(key, axis);
}

/** Whether the categories of a key are there on any day of its period. */
export function isThere(grid: Grid, key: number): boolean {
  const time = grid.axes.findIndex(({ periods }) => periods !== undefined);
  const period = time < 0 ? undefined : grid.axes[time]?.periods?.[categoryIn(grid, key, time)];
  if (!period) return true;
  return grid.axes.every(({ timed }, axis) => {
    const category = timed?.get(categoryIn(grid, key, axis));
    return !category || presenceIn(category, period) !== "none";
  });
}

/** The key of the cell that differs in one dimension. */
export function keyWith(grid: Grid, key: number, axis: number, category: number): number {
  return grid.keys.with(key, axis, category);
}

interface TableInput {
  readonly spec: DatasetSpec;
  readonly categories: Pick<CategoryRegistry, "list" | "find" | "period">;
  readonly columns: ObservationColumns;
  /** The measures to protect. */
  readonly measures: readonly string[];
  /** What categories come to and the definition does not tell, by dimension. */
  readonly equations?: DataEquations["dimensions"];
}

/** Puts the counts of observations into grids. Missing cells are in none. */
export function createCountTable({ spec, categories, columns, measures, equations = {} }: TableInput): CountTable {
  const axes = new Map(
    Object.keys(spec.dimensions).map((dimension) => [
      dimension,
      createAxis({ spec, dimension, categories, equations }),
    ]),
  );
  const grids = [...measures].sort().map((measure) => createGrid(spec, measure, axes));
  const byMeasure = new Map(grids.map((grid) => [grid.measure, grid]));
  const keyAt = ({ axes, keys }: Grid, at: Readonly<Record<string, string>>): number =>
    keys.numberOf(axes.map(({ dimension, indexOf }) => indexOf.get(at[dimension] ?? "") ?? 0));

  const gone: Grid = {
    measure: "",
    axes: [],
    keys: createCombinations([]),
    cells: new Map(),
    additive: false,
    overTime: "flow",
  };
  const table: CountTable = {
    grids,
    gridOf: [],
    keyOf: [],
    countsOf: [],
    cellOf: [],
    values: [],
    bounds: new Map(),
    most: new Map(),
    published: [],
    editions: [],
    latent: new Set(),
    gridFor: (measure) => byMeasure.get(measure),
    cellAt(measure, at) {
      const grid = byMeasure.get(measure);
      return grid?.cells.get(keyAt(grid, at));
    },
    countOf({ measure, at, cell }) {
      const found = table.cellAt(measure, at);
      const counts = found === undefined ? undefined : table.countsOf[found];
      if (!counts || cell.state === "missing") return undefined;
      const value = cell.state === "suppressed" ? Number.NaN : cell.value;
      return counts.find((count) => Object.is(table.values[count], value)) ?? counts[0];
    },
    addLatent(grid, key, value) {
      const cell = addCell(table, grid, key);
      const count = addCount(table, cell, value);
      table.latent.add(count);
      return count;
    },
    addWithoutCell(value) {
      const count = addCount(table, -1, value);
      table.latent.add(count);
      return count;
    },
    addGone(value) {
      const count = addCount(table, addCell(table, gone, gone.cells.size), value);
      table.latent.add(count);
      return count;
    },
  };
  for (const grid of grids) fillGrid({ table, grid, columns });
  return table;
}

function fillGrid(input: {
  readonly table: CountTable;
  readonly grid: Grid;
  readonly columns: ObservationColumns;
}): void {
  const { table, grid, columns } = input;
  const keyAt = keyReader(grid, columns);
  const held = rowsOfMeasure(columns, grid.measure).filter((row) => !isMissing(columns.cells, row));
  const keys = Float64Array.from(held, keyAt);
  const editionAt = editionReader(columns);
  const editionOf = (position: number) => editionAt(held[position] as number);
  // In the order of the keys, then of the editions: the same data gives the same numbers, however its rows are ordered.
  const positions = Uint32Array.from(held.keys()).sort(
    (a, b) => grid.keys.compare(keys[a] as number, keys[b] as number) || compareText(editionOf(a), editionOf(b)),
  );
  for (const position of positions) {
    const [row, key, edition] = [held[position] as number, keys[position] as number, editionOf(position)];
    // NaN where the publisher hides it.
    const value = columns.cells.values[row] as number;
    const cell = grid.cells.get(key) ?? addCell(table, grid, key);
    const counts = table.countsOf[cell] as number[];
    const same = counts.find((count) => Object.is(table.values[count], value));
    const count = same ?? addCount(table, cell, value, edition);
    narrow(table, count, cellAt(columns.cells, row));
    if (same !== undefined) table.editions[same]?.push(edition);
  }
  // Where one publication gives the value and another hides it, the value is what has to be protected.
  for (const counts of table.countsOf) {
    const known = counts.filter((count) => !Number.isNaN(table.values[count]));
    if (known.length > 0 && known.length < counts.length) counts.splice(0, counts.length, ...known);
  }
}

/** What several publications say of a hidden count holds together. */
function narrow({ bounds }: CountTable, count: number, cell: Cell): void {
  if (cell.state !== "suppressed" || !cell.bounds) return;
  const { from, to } = bounds.get(count) ?? cell.bounds;
  bounds.set(count, { from: Math.max(from, cell.bounds.from), to: Math.min(to, cell.bounds.to) });
}

/** Makes a function that gives the source and vintage of a row: one text for all that have the same. */
function editionReader({ vintage, source }: ObservationColumns): (row: number) => string {
  const known = new Map<string, string>();
  return (row) => {
    const edition = `${textAt(vintage, row)}|${textAt(source, row)}`;
    const same = known.get(edition);
    if (same === undefined) known.set(edition, edition);
    return same ?? edition;
  };
}

/** Makes a function that gives the key of a row. */
function keyReader({ axes, keys }: Grid, { categoryColumns }: ObservationColumns): (row: number) => number {
  const categories = new Float64Array(axes.length);
  const parts = axes.flatMap(({ dimension, indexOf }, position) => {
    const column = categoryColumns.find((column) => column.dimension === dimension);
    return column ? { position, codes: column.codes, numbers: column.values.map((id) => indexOf.get(id) ?? 0) } : [];
  });
  return (row) => {
    for (const { position, codes, numbers } of parts) categories[position] = numbers[codes[row] as number] as number;
    return keys.numberOf(categories);
  };
}

function addCell(table: CountTable, grid: Grid, key: number): number {
  const cell = table.gridOf.length;
  table.gridOf.push(grid);
  table.keyOf.push(key);
  table.countsOf.push([]);
  grid.cells.set(key, cell);
  return cell;
}

/** V8 gives a list that is begun empty room for 17, and there are as many lists as counts: these begin with what they mostly hold. */
function addCount(table: CountTable, cell: number, value: number, ...editions: string[]): number {
  const count = table.values.length;
  table.values.push(value);
  table.cellOf.push(cell);
  table.editions.push(editions);
  const counts = table.countsOf[cell];
  if (counts?.length === 0) table.countsOf[cell] = [count];
  else counts?.push(count);
  return count;
}

function createGrid(spec: DatasetSpec, measure: string, axes: ReadonlyMap<string, Axis>): Grid {
  const {
    additive = true,
    overTime = "flow",
    dimensions = Object.keys(spec.dimensions),
  } = spec.measures[measure] as MeasureSpec;
  const all = dimensions.flatMap((dimension) => axes.get(dimension) ?? []);
  const own = overTime === "flow" ? all : all.map((axis) => axisOf(axis, overTime));
  const keys = createCombinations(own.map(({ ids }) => ids.length));
  return { measure, axes: own, keys, cells: new Map(), additive, overTime };
}

/** The time of what is no flow: stocks tell nothing of each other, and each running total holds those before it. */
function axisOf(axis: Axis, overTime: Exclude<OverTime, "flow">): Axis {
  const { periods } = axis;
  if (!periods) return axis;
  if (overTime === "stock") return { ...axis, periodsOverlap: false };
  const [start = ""] = periods.map((period) => period.start).sort(compareText);
  return { ...axis, periods: periods.map((period) => ({ ...period, start })), periodsOverlap: periods.length > 1 };
}

interface AxisInput extends Required<Pick<TableInput, "spec" | "categories" | "equations">> {
  readonly dimension: string;
}

function createAxis({ spec, dimension, categories, equations }: AxisInput): Axis {
  const list = [...categories.list(dimension)].sort((a, b) => compareText(a.id, b.id));
  const ids = list.map(({ id }) => id);
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const dimensionSpec = spec.dimensions[dimension];
  const isTime = dimensionSpec?.role === "time";
  const total = indexOf.get(totalOf(spec, dimension, categories.find)?.id ?? "");
  const parents = list.map(({ parent }, index) => {
    const own = parent === undefined ? undefined : indexOf.get(categories.find(dimension, parent)?.id ?? "");
    return index === total ? -1 : (own ?? total ?? -1);
  });
  for (const index of parents.keys()) if (isInCycle(parents, index)) parents[index] = -1;
  const children = ids.map((): number[] => []);
  for (const [index, parent] of parents.entries()) children[parent]?.push(index);
  const above = ids.map((_, index) => {
    const path: number[] = [];
    for (let at = parents[index] ?? -1; at >= 0; at = parents[at] ?? -1) path.push(at);
    return path;
  });
  const timed = list.flatMap((category, index) => (hasLifetime(category) ? [[index, category] as const] : []));
  const periods = isTime ? ids.flatMap((id) => categories.period(id) ?? []) : undefined;
  return {
    dimension,
    ids,
    indexOf,
    parents,
    children,
    above,
    equations: (equations[dimension] ?? []).map(({ ids: own, signs }) => ({
      categories: own.map((id) => indexOf.get(id) ?? -1),
      signs,
    })),
    nested: parents.some((parent) => parent >= 0),
    overlapping: dimensionSpec !== undefined && dimensionSpec.role !== "time" && dimensionSpec.exclusive === false,
    timed: timed.length > 0 ? new Map(timed) : undefined,
    periods,
    periodsOverlap: periods !== undefined && haveOverlap(periods),
  };
}

function isInCycle(parents: readonly number[], start: number): boolean {
  let at = parents[start] ?? -1;
  for (let steps = 0; at >= 0 && steps <= parents.length; steps += 1) {
    if (at === start) return true;
    at = parents[at] ?? -1;
  }
  return false;
}

/** Category id by dimension. */
export function coordinatesOf(table: CountTable, cell: number): Readonly<Record<string, string>> {
  const grid = table.gridOf[cell] as Grid;
  const key = table.keyOf[cell] as number;
  return Object.fromEntries(
    grid.axes.map(({ dimension, ids }, axis) => [dimension, ids[categoryIn(grid, key, axis)] as string]),
  );
}
