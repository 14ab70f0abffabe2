import type { Diagnostics } from "../diagnostics/index.ts";
import type { CategoryRegistry } from "./category-registry.ts";
import { reopenColumns } from "./columns/build-columns.ts";
import { isMissing, setCell, stateCode } from "./columns/cell-columns.ts";
import { createRowGroups, type RowGroups } from "./columns/group-rows.ts";
import { idsIn, type ObservationColumns, rowsOfMeasure, rowsWhere, takeRows } from "./columns/observation-columns.ts";
import type { DatasetSpec } from "./definition.ts";
import { dimensionsOf } from "./dimensions-of.ts";
import { hasLifetime, presenceIn } from "./lifetime.ts";
import { type Absent, isAdditive, type MeasureSpec } from "./measure-spec.ts";
import { totalOf } from "./total-of.ts";

interface FillInput {
  readonly spec: DatasetSpec;
  readonly categories: CategoryRegistry;
  readonly columns: ObservationColumns;
  readonly diagnostics: Diagnostics;
}

/** Cells that zeros are filled into at most: beyond, a file was not meant to be read so. */
const mostFilled = 5_000_000;

/**
 * Adds the zeros that a file leaves out, where the definition says that it does. Counts that seem to be left out so, and of which it
 * says nothing, are warned of: their sums would have no figure.
 */
export function fillAbsent(input: FillInput): ObservationColumns {
  const { spec, columns, diagnostics } = input;
  const { cells } = columns;
  const grids: Grid[] = [];
  /** Rows that leave a cell empty which is zero. */
  const left = new Uint8Array(columns.length);
  for (const [measure, measureSpec] of Object.entries(spec.measures)) {
    const own = rowsOfMeasure(columns, measure);
    const { absent } = measureSpec;
    const reported = within(spec, measureSpec);
    if (absent === undefined) warnOfSparse(input, { measure, measureSpec, own, reported });
    if (absent === undefined || absent === "not-available" || own.length === 0) continue;
    const grid = gridOf(input, { measure, measureSpec, own, reported: reportedBy(absent) });
    if (grid.size > mostFilled) {
      diagnostics.error({
        code: "absent-too-many",
        message: `To fill in zeros, ${measureSpec.label} would need ${grid.size.toLocaleString("en-GB")} cells.`,
        hint: `Say where the data is complete: absent: { zeroWhereReported: [${reported.map((name) => `"${name}"`).join(", ")}] }.`,
        source: { id: spec.title, field: `measures.${measure}.absent` },
      });
      continue;
    }
    for (const row of own) if (cells.states[row] === stateCode["not-supplied"]) left[row] = 1;
    grids.push(grid);
  }
  return filled(input, grids, left);
}

/** The columns without the rows that are left empty, and with the zeros of grids behind them; as they were where there are none. */
function filled(
  { spec, categories, columns }: FillInput,
  grids: readonly Grid[],
  left: Uint8Array,
): ObservationColumns {
  if (grids.length === 0) return columns;
  const kept = takeRows(
    columns,
    rowsWhere(columns, (row) => left[row] === 0),
  );
  const most = grids.reduce((sum, { size }) => sum + size, kept.length);
  const builder = reopenColumns(spec, kept, most);
  const isThere = createPresence(builder.categoryColumns, { spec, categories });
  let row = kept.length;
  for (const grid of grids) {
    const known = cellsHeld(columns, grid);
    const free = grid.free.map(({ position, ids }) => ({
      position,
      codes: ids.map((id) => builder.categoryColumns[position]?.codeOf(id) ?? 0),
    }));
    for (const origin of grid.origins) {
      for (const codes of combinations(columns, grid, { origin, free, isThere })) {
        if (known.find(grid.positions.map((position) => codes[position] as number)) !== undefined) continue;
        builder.measure.codes[row] = grid.measure;
        for (const [position, code] of codes.entries())
          if (builder.categoryColumns[position]) builder.categoryColumns[position].codes[row] = code;
        setCell(builder.cells, row, { state: "value", value: 0 });
        builder.source.codes[row] = columns.source.codes[origin] as number;
        builder.vintage.codes[row] = columns.vintage.codes[origin] as number;
        row += 1;
      }
    }
  }
  return row === kept.length ? columns : builder.finish(row);
}

interface CategoryValues {
  readonly dimension: string;
  readonly values: readonly string[];
}

/**
 * Whether all categories of a cell, by their codes, are there throughout its period; undefined where all are at all times.
 */
function createPresence(
  categoryColumns: readonly CategoryValues[],
  { spec, categories }: Pick<FillInput, "spec" | "categories">,
) {
  const time = categoryColumns.findIndex(({ dimension }) => spec.dimensions[dimension]?.role === "time");
  const timed = [...categoryColumns.keys()].filter((position) =>
    categories.list(categoryColumns[position]?.dimension ?? "").some(hasLifetime),
  );
  if (time < 0 || timed.length === 0) return undefined;
  const idAt = (position: number, codes: readonly number[]) =>
    categoryColumns[position]?.values[codes[position] as number] ?? "";
  const known = new Map<string, boolean>();
  return (codes: readonly number[]): boolean =>
    timed.every((position) => {
      const key = `${position}|${codes[position]}|${codes[time]}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const period = categories.period(idAt(time, codes));
      const category = categories.find(categoryColumns[position]?.dimension ?? "", idAt(position, codes));
      const found = !period || !category || presenceIn(category, period) === "all";
      known.set(key, found);
      return found;
    });
}

/** How many cells of a grid are there: some areas may be for a part of the periods alone. */
function countThere({ spec, categories, columns }: FillInput, grid: Grid): number {
  const values = columns.categoryColumns.map((column) => [...column.values]);
  const codeOf = (position: number, id: string): number => {
    const own = values[position] ?? [];
    const code = own.indexOf(id);
    return code >= 0 ? code : own.push(id) - 1;
  };
  const categoryColumns = columns.categoryColumns.map(({ dimension }, position) => ({
    dimension,
    values: values[position] ?? [],
  }));
  const isThere = grid.size > mostFilled ? undefined : createPresence(categoryColumns, { spec, categories });
  if (!isThere) return grid.size;
  const free = grid.free.map(({ position, ids }) => ({ position, codes: ids.map((id) => codeOf(position, id)) }));
  let count = 0;
  for (const origin of grid.origins) for (const _ of combinations(columns, grid, { origin, free, isThere })) count += 1;
  return count;
}

/** The cells of a grid's measure that any row fills. */
function cellsHeld({ cells, categoryColumns }: ObservationColumns, grid: Grid): RowGroups {
  const held = createRowGroups(
    grid.positions.map((position) => categoryColumns[position]?.codes ?? none),
    grid.own.length,
  );
  for (const row of grid.own) if (cells.states[row] !== stateCode["not-supplied"]) held.add(row);
  return held;
}

const none = new Uint32Array();

interface Combining {
  readonly origin: number;
  readonly free: readonly { readonly position: number; readonly codes: readonly number[] }[];
  readonly isThere: ((codes: readonly number[]) => boolean) | undefined;
}

/** The codes of all cells that have the reported categories of one row, and are there; always the same array. */
function* combinations(
  { categoryColumns }: ObservationColumns,
  grid: Grid,
  { origin, free, isThere }: Combining,
): Iterable<number[]> {
  const codes = categoryColumns.map((column, position) =>
    grid.reported.includes(position) ? (column.codes[origin] as number) : 0,
  );
  const counts = free.map(({ codes: own }) => own.length);
  const total = counts.reduce((product, count) => product * count, 1);
  for (let at = 0; at < total; at += 1) {
    // The last dimension is the first to change.
    let rest = at;
    for (let index = free.length - 1; index >= 0; index -= 1) {
      const { position, codes: own } = free[index] as Combining["free"][number];
      codes[position] = own[rest % own.length] as number;
      rest = Math.floor(rest / own.length);
    }
    if (!isThere || isThere(codes)) yield codes;
  }
}

const reportedBy = (absent: Absent): readonly string[] => (typeof absent === "object" ? absent.zeroWhereReported : []);

/** The dimensions of which a publisher reports all or nothing: areas and periods. */
const within = ({ dimensions }: DatasetSpec, measure: MeasureSpec): readonly string[] =>
  dimensionsOf({ dimensions }, measure).filter((dimension) => dimensions[dimension]?.role !== "category");

interface GridInput {
  readonly measure: string;
  readonly measureSpec: MeasureSpec;
  /** Rows of the measure. */
  readonly own: Uint32Array;
  readonly reported: readonly string[];
}

/** The cells that a measure may have. Dimensions are indices into `ObservationColumns.categoryColumns`. */
interface Grid {
  /** Its code. */
  readonly measure: number;
  readonly own: Uint32Array;
  /** Dimensions of the measure. */
  readonly positions: readonly number[];
  readonly reported: readonly number[];
  /** Of the other dimensions, the categories that are combined. */
  readonly free: readonly { readonly position: number; readonly ids: readonly string[] }[];
  /** A row for each combination of reported categories, the last that was published. */
  readonly origins: readonly number[];
  readonly size: number;
}

/**
 * The cells that a measure may have: each combination of categories that hold no other, in the periods that it is there for;
 * only in those combinations of the `reported` dimensions that the data has any row of.
 */
function gridOf({ spec, categories, columns }: FillInput, { measure, measureSpec, own, reported }: GridInput): Grid {
  const dimensions = dimensionsOf(spec, measureSpec);
  const positionOf = (dimension: string) =>
    columns.categoryColumns.findIndex((column) => column.dimension === dimension);
  const idsOf = (dimension: string): readonly string[] => {
    const dimensionSpec = spec.dimensions[dimension];
    const list = categories.list(dimension);
    if (!dimensionSpec || dimensionSpec.role === "time") {
      const met = idsIn(columns, positionOf(dimension), own);
      return list.map(({ id }) => id).filter((id) => met.has(id));
    }
    const total = totalOf(spec, dimension, categories.find)?.id;
    const parents = new Set(list.map(({ parent }) => parent));
    return list.map(({ id }) => id).filter((id) => id !== total && !parents.has(id));
  };
  const free = dimensions
    .filter((dimension) => !reported.includes(dimension))
    .map((dimension) => ({ position: positionOf(dimension), ids: idsOf(dimension) }));
  const bound = reported.map((dimension) => {
    const position = positionOf(dimension);
    const ids = new Set(idsOf(dimension));
    const { values = [], codes = none } = columns.categoryColumns[position] ?? {};
    return { position, codes, isOf: Uint8Array.from(values, (id) => (ids.has(id) ? 1 : 0)) };
  });
  const groups = createRowGroups(
    bound.map(({ codes }) => codes),
    own.length,
  );
  const origins: number[] = [];
  const { vintage } = columns;
  const vintageAt = (row: number) => vintage.values[vintage.codes[row] as number] as string;
  for (const row of own) {
    if (!bound.every(({ codes, isOf }) => isOf[codes[row] as number] === 1)) continue;
    const group = groups.add(row);
    const known = origins[group];
    if (known === undefined || vintageAt(known) < vintageAt(row)) origins[group] = row;
  }
  return {
    measure: columns.measure.values.indexOf(measure),
    own,
    positions: dimensions.map(positionOf),
    reported: bound.map(({ position }) => position),
    free,
    origins,
    size: origins.length * free.reduce((product, { ids }) => product * ids.length, 1),
  };
}

/** A table is taken to leave zeros out where it has none, and lacks more than one in so many of the cells of reported combinations. */
const sparseShare = 20;
/** Of fewer cells, some may be lacking for any reason. */
const fewCells = 30;

function warnOfSparse(input: FillInput, { measure, measureSpec, own, reported }: GridInput): void {
  const { spec, columns, diagnostics } = input;
  const { cells } = columns;
  const dimensions = dimensionsOf(spec, measureSpec);
  if (measureSpec.statType !== "count" || !isAdditive(measureSpec) || reported.length === dimensions.length) return;
  if (own.some((row) => isMissing(cells, row) || (cells.states[row] === stateCode.value && cells.values[row] === 0)))
    return;
  const size = countThere(input, gridOf(input, { measure, measureSpec, own, reported }));
  if (size < fewCells || own.length >= size - size / sparseShare) return;
  const lacking = Math.round(100 - (own.length / size) * 100);
  diagnostics.warn({
    code: "sparse-counts",
    message: `${measureSpec.label} has no zeros, and ${lacking}% of the cells of reported ${reported.join(" and ") || "data"} are not in the file: sums over them have no figure.`,
    hint: `If what is absent is zero, say measures.${measure}.absent: { zeroWhereReported: [${reported.map((name) => `"${name}"`).join(", ")}] }, or "zero" where whole places may be; else "not-available".`,
    source: { id: spec.title, field: `measures.${measure}` },
  });
}
