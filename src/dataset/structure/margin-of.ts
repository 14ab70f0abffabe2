import type { CategoryRegistry } from "../category-registry.ts";
import { type CellColumns, hasValue } from "../columns/cell-columns.ts";
import { takeCodes } from "../columns/coded-column.ts";
import { groupRows } from "../columns/group-rows.ts";
import { idsIn, type ObservationColumns } from "../columns/observation-columns.ts";
import type { DatasetSpec } from "../definition.ts";
import { totalOf } from "../total-of.ts";

interface MarginInput {
  readonly spec: DatasetSpec;
  readonly categories: Pick<CategoryRegistry, "find">;
  readonly columns: ObservationColumns;
  /** Of one measure. */
  readonly rows: Uint32Array;
  /** The dimensions that are kept, in the order of the keys; the others are added up. */
  readonly by: readonly string[];
}

/** Figures, one for each combination of categories. */
export interface Margin {
  /** For each dimension that is kept, the codes of its categories: those of `ObservationColumns.categoryColumns`. */
  readonly keys: readonly Uint32Array[];
  /** NaN where a figure is not known. */
  readonly values: Float64Array;
}

/**
 * The sums of a measure over all dimensions but some: over a dimension's total where the data has it, else over what no other
 * category holds. Undefined where nothing adds up: over categories that overlap, and over several periods.
 */
export function marginOf({ spec, categories, columns, rows, by }: MarginInput): Margin | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  const { categoryColumns } = columns;
  const without = categoryColumns.flatMap(({ dimension, codes }, position) =>
    codes[first] === 0 || by.includes(dimension) ? [] : [position],
  );
  const outermost: { readonly codes: Uint32Array; readonly isOf: Uint8Array }[] = [];
  for (const position of without) {
    const { dimension, values, codes } = categoryColumns[position] as (typeof categoryColumns)[number];
    const own = outermostOf({ spec, categories, held: idsIn(columns, position, rows) }, dimension);
    const dimensionSpec = spec.dimensions[dimension];
    const addsUp = dimensionSpec?.role !== "time" && dimensionSpec?.exclusive !== false;
    if (!addsUp && own.size > 1) return undefined;
    outermost.push({ codes, isOf: Uint8Array.from(values, (id) => (own.has(id) ? 1 : 0)) });
  }
  const isPart = (row: number) => outermost.every(({ codes, isOf }) => isOf[codes[row] as number] === 1);
  const parts = outermost.length === 0 ? rows : rows.filter(isPart);
  const kept = by.flatMap((id) => categoryColumns.find(({ dimension }) => dimension === id)?.codes ?? []);
  const cells = figuresOf(columns.cells, [...kept, ...outermost.map(({ codes }) => codes)], parts);
  const { groups, groupOf } = groupRows(kept, cells.rows);
  const values = new Float64Array(groups.count);
  for (const [index, group] of groupOf.entries())
    values[group] = (values[group] as number) + (cells.values[index] as number);
  const firsts = groups.firsts.subarray(0, groups.count);
  return { keys: kept.map((codes) => takeCodes(codes, firsts)), values };
}

/** One figure a combination of codes, with the first row that has it; NaN where it is not known, or is given differently. */
export function figuresOf(
  cells: CellColumns,
  keys: readonly Uint32Array[],
  rows: Uint32Array,
): { readonly rows: Uint32Array; readonly values: Float64Array } {
  const { groups, groupOf } = groupRows(keys, rows);
  const values = new Float64Array(groups.count);
  const isMet = new Uint8Array(groups.count);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as number;
    const group = groupOf[index] as number;
    const value = hasValue(cells, row) ? (cells.values[row] as number) : Number.NaN;
    if (isMet[group] === 0) values[group] = value;
    else if (values[group] !== value) values[group] = Number.NaN;
    isMet[group] = 1;
  }
  return { rows: groups.firsts.slice(0, groups.count), values };
}

interface HeldInput {
  readonly spec: DatasetSpec;
  readonly categories: Pick<CategoryRegistry, "find">;
  /** Ids of the categories that the data has. */
  readonly held: ReadonlySet<string>;
}

/** The total of a dimension where the data has it, else the categories that it has and that none which it has holds. */
export function outermostOf({ spec, categories, held }: HeldInput, dimension: string): ReadonlySet<string> {
  const total = totalOf(spec, dimension, categories.find)?.id;
  return total !== undefined && held.has(total) ? new Set([total]) : unheldOf({ categories, held }, dimension);
}

/** Of some categories of a dimension those that none of the others holds, whichever stand between. */
export function unheldOf({ categories, held }: Omit<HeldInput, "spec">, dimension: string): ReadonlySet<string> {
  const isHeldBy = (id: string): boolean => {
    const seen = new Set<string>();
    for (let at = categories.find(dimension, id)?.parent; at !== undefined && !seen.has(at); ) {
      const parent = categories.find(dimension, at);
      if (parent && held.has(parent.id)) return true;
      seen.add(at);
      at = parent?.parent;
    }
    return false;
  };
  return new Set([...held].filter((id) => !isHeldBy(id)));
}
