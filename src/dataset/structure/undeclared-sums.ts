import type { CategoryRegistry } from "../category-registry.ts";
import { takeNumbers } from "../columns/cell-columns.ts";
import { takeCodes } from "../columns/coded-column.ts";
import { groupRows, sortByGroup } from "../columns/group-rows.ts";
import {
  allRows,
  type CategoryColumn,
  cellKeys,
  type ObservationColumns,
  rowsOfMeasure,
} from "../columns/observation-columns.ts";
import type { DatasetSpec } from "../definition.ts";
import type { CategoryDimensionSpec } from "../dimension-spec.ts";
import { breakdownOf, dimensionsOf } from "../dimensions-of.ts";
import { disclosureRule } from "../disclosure/disclosure-spec.ts";
import { groupBy } from "../group-by.ts";
import type { MeasureSpec } from "../measure-spec.ts";
import { type FoundSum, findBeside, findSums, fullEffort, saysTotal } from "./find-sums.ts";
import { figuresOf, type Margin, marginOf } from "./margin-of.ts";
import type { SearchBudget, Series } from "./series.ts";

/** Sums that the data holds and the definition does not tell, by what they are sums of. */
export interface UndeclaredSums {
  readonly dimensions: readonly DimensionSums[];
  readonly measures: readonly FoundSum[];
}

export interface DimensionSums {
  readonly dimension: string;
  /** The category that is the sum of all others, those apart that are sums themselves. */
  readonly total: string | undefined;
  /** What each other whole holds directly: wholes of their own, and categories in none of these. */
  readonly holds: Readonly<Record<string, readonly string[]>>;
  /** Sums that cut across the others, so that no tree has room for them. */
  readonly across: readonly string[];
  /** Columns of figures in which the best known of these sums holds. */
  readonly columns: number;
}

interface Input {
  readonly spec: DatasetSpec;
  readonly categories: Pick<CategoryRegistry, "list" | "find">;
  readonly columns: ObservationColumns;
  /**
   * Whether all counts together are looked at too, and what only stands to reason beside sums that are found: what is declared without need shows less, and
   * what is not gives counts away.
   */
  readonly isProtective?: boolean;
  /** Whether a category is known to be the sum of no others, however likely that seems beside sums that are found. */
  readonly isNone?: (dimension: string, id: string) => boolean;
}

/**
 * Looks for sums among the categories of each dimension and among the measures, over all counts that add up; over all counts where
 * they are to be protected. Cells that
 * no row has count as none; cells that are hidden, missing or given differently by several publications as unknown.
 */
export function undeclaredSums(input: Input): UndeclaredSums {
  const counts = countsOf(input);
  const effort = fullEffort();
  return { dimensions: sumsOfDimensions(input, counts, effort), measures: sumsOfMeasures(input, counts, effort) };
}

/** The same for the measures alone. */
export const undeclaredMeasures = (input: Input): readonly FoundSum[] =>
  sumsOfMeasures(input, countsOf(input), fullEffort());

/** Whether there is any such sum; looked for no further than the first. */
export function isAnyUndeclared(input: Input): boolean {
  const counts = countsOf(input);
  const effort = fullEffort();
  const { spec, categories, columns } = input;
  const figuresIn = (rows: Uint32Array) => figuresOf(columns.cells, cellKeys(columns), rows);
  const isInDimension = Object.entries(spec.dimensions).some(([dimension, own]) => {
    if (own.role === "time") return false;
    const known = declaredWholes(dimension, own, categories);
    return counts.some(({ spec: measure, rows }) => {
      if (!dimensionsOf(spec, measure).includes(dimension)) return false;
      const series = categorySeries({ columns, categories, figures: figuresIn(rows) }, dimension);
      return findSums(series, effort).some(({ whole, parts }) => parts.length > 1 && !known.has(whole));
    });
  });
  return isInDimension || sumsOfMeasures(input, counts, effort).length > 0;
}

interface Counted {
  readonly id: string;
  readonly spec: MeasureSpec;
  readonly rows: Uint32Array;
}

/** The counts that add up, or may be worked out from others. */
function countsOf({ spec, columns }: Input): readonly Counted[] {
  // A figure that its parts come to can be worked out, whether or not it may be added up elsewhere.
  const isSecret = disclosureRule(spec.disclosure) !== undefined;
  return Object.entries(spec.measures).flatMap(([id, own]) => {
    const { statType, additive = statType === "count" } = own;
    if (statType !== "count" || !(additive || isSecret)) return [];
    return [{ id, spec: own, rows: rowsOfMeasure(columns, id) }];
  });
}

function sumsOfDimensions(
  { spec, categories, columns, isProtective = false, isNone }: Input,
  counts: readonly Counted[],
  effort: SearchBudget,
): readonly DimensionSums[] {
  const figuresIn = new Map(counts.map(({ id, rows }) => [id, figuresOf(columns.cells, cellKeys(columns), rows)]));
  return Object.entries(spec.dimensions).flatMap(([dimension, own]): readonly DimensionSums[] => {
    if (own.role === "time") return [];
    const known = declaredWholes(dimension, own, categories);
    const all = counts.flatMap(({ id, spec: measure }) =>
      dimensionsOf(spec, measure).includes(dimension)
        ? [categorySeries({ columns, categories, figures: figuresIn.get(id) ?? noFigures }, dimension)]
        : [],
    );
    const found = sumsAmong(all, {
      declared: known,
      isProtective,
      effort,
      isNone: (id) => isNone?.(dimension, id) === true,
    });
    // Populations stand beside every platform, and are equal: that alone is no structure. Beside a sum, it is a region of one district.
    const sums = found.some(({ parts }) => parts.length > 1) ? found : [];
    if (!sums.some(({ whole }) => !known.has(whole))) return [];
    const tree = treeOf(dimension, { sums, known, categories });
    return tree.total !== undefined || Object.keys(tree.holds).length > 0 || tree.across.length > 0 ? [tree] : [];
  });
}

function sumsOfMeasures(
  { spec, categories, columns }: Input,
  counts: readonly Counted[],
  effort: SearchBudget,
): readonly FoundSum[] {
  const told = [...(spec.sums ?? []), ...(spec.possibleSums ?? [])].map(({ whole }) => whole);
  const denied = new Set([...(spec.notSums ?? []), ...told]);
  return [...groupBy(counts, ({ spec: measure }) => breakdownOf(spec, measure)).values()].flatMap((alike) => {
    const by = dimensionsOf(spec, alike[0]?.spec as MeasureSpec);
    const finer = counts.filter(({ spec: measure }) => {
      const own = dimensionsOf(spec, measure);
      return own.length > by.length && by.every((dimension) => own.includes(dimension));
    });
    const candidates = [...finer, ...alike];
    if (candidates.length < 2) return [];
    const series = candidates.flatMap(({ id, spec: { label }, rows }) => {
      const cells = marginOf({ spec, categories, columns, rows, by });
      return cells ? [{ id, label, cells }] : [];
    });
    if (series.length < 2) return [];
    const own = new Set(alike.map(({ id }) => id));
    // Of measures that are broken down further, what they are to one another is found among them.
    return findSums(withColumns(series), effort).filter(
      ({ whole, parts }) => !denied.has(whole) && [whole, ...parts].some((id) => own.has(id)),
    );
  });
}

/** The sums among the categories of a dimension, by the figures of any measure. */
function sumsAmong(
  all: readonly (readonly Series[])[],
  {
    declared,
    isNone,
    isProtective,
    effort,
  }: {
    readonly declared: ReadonlySet<string>;
    readonly isNone: (id: string) => boolean;
    readonly isProtective: boolean;
    readonly effort: SearchBudget;
  },
): readonly FoundSum[] {
  const found = new Map<string, FoundSum>();
  const add = (sums: readonly FoundSum[]) => {
    for (const sum of sums) if (!found.has(sum.whole)) found.set(sum.whole, sum);
  };
  for (const series of all) add(findSums(series, effort));
  if (!isProtective) return [...found.values()];
  const joint = sideBySide(all);
  if (all.length > 1) add(findSums(joint, effort));
  add(findBeside(joint, { found, declared, isNone }, effort));
  return [...found.values()];
}

/** Wholes that the definition tells of, or says to be none. */
function declaredWholes(
  dimension: string,
  { total, holds = {}, notSums = [], possibleSums = [] }: CategoryDimensionSpec,
  categories: Input["categories"],
): ReadonlySet<string> {
  const parents = categories.list(dimension).flatMap(({ parent }) => parent ?? []);
  const possible = possibleSums.map(({ whole }) => whole);
  const names = [...(total === undefined ? [] : [total]), ...Object.keys(holds), ...notSums, ...possible, ...parents];
  return new Set(names.map((name) => categories.find(dimension, name)?.id ?? name));
}

const noRows = new Uint32Array();
const noFigures: Figures = { rows: noRows, values: new Float64Array() };

type Figures = ReturnType<typeof figuresOf>;

interface SeriesInput {
  readonly columns: ObservationColumns;
  readonly categories: Input["categories"];
  /** Of one measure, one for each combination of categories. */
  readonly figures: Figures;
}

/** A series a category that has any figure, in the order of the categories; columns are the combinations without the dimension. */
export function categorySeries({ columns, categories, figures }: SeriesInput, dimension: string): readonly Series[] {
  const own = columns.categoryColumns.find((column) => column.dimension === dimension) as CategoryColumn;
  const others = columns.categoryColumns.filter((column) => column !== own);
  const { positions, starts } = sortByGroup(takeCodes(own.codes, figures.rows), own.values.length);
  const codeOf = new Map(own.values.map((id, code) => [id, code]));
  const series = categories.list(dimension).flatMap(({ id, label }) => {
    const code = codeOf.get(id);
    const own = code === undefined ? noRows : positions.subarray(starts[code], starts[code + 1]);
    if (own.length === 0) return [];
    const rows = takeCodes(figures.rows, own);
    const cells: Margin = {
      keys: others.map(({ codes }) => takeCodes(codes, rows)),
      values: takeNumbers(figures.values, own),
    };
    return [{ id, label, cells }];
  });
  return withColumns(series);
}

/** Series of several measures as one, with the columns of all: of a measure that a category has no figures of, nothing is known. */
function sideBySide(all: readonly (readonly Series[])[]): readonly Series[] {
  const [first = [], ...others] = all;
  if (others.length === 0) return first;
  const lengths = all.map((series) => series[0]?.values.length ?? 0);
  const length = lengths.reduce((sum, own) => sum + own, 0);
  const joint = new Map<string, Series & { readonly values: Float64Array }>();
  let start = 0;
  for (const [at, series] of all.entries()) {
    for (const { id, label, values } of series) {
      const own = joint.get(id) ?? { id, label, values: new Float64Array(length).fill(Number.NaN) };
      joint.set(id, own);
      own.values.set(values, start);
    }
    start += lengths[at] as number;
  }
  return [...joint.values()];
}

/** Figures of one dimension, or of the measures, that are looked at. In larger tables, columns at even distances stands for all. */
const mostFigures = 2_000_000;

/** The same columns for all. A combination that only some have a row for is nothing for the others. */
export function withColumns(
  series: readonly { readonly id: string; readonly label: string; readonly cells: Margin }[],
): readonly Series[] {
  const keys = (series[0]?.cells.keys ?? []).map((_, key) =>
    joined(series.map(({ cells }) => cells.keys[key] ?? noRows)),
  );
  const length = series.reduce((sum, { cells }) => sum + cells.values.length, 0);
  const { groups, groupOf } = groupRows(keys, allRows({ length }));
  const step = Math.max(1, Math.ceil((groups.count * series.length) / mostFigures));
  let start = 0;
  return series.map(({ id, label, cells }) => {
    const values = new Float64Array(Math.ceil(groups.count / step));
    for (let index = 0; index < cells.values.length; index += 1) {
      const group = groupOf[start + index] as number;
      if (group % step === 0) values[group / step] = cells.values[index] as number;
    }
    start += cells.values.length;
    return { id, label, values };
  });
}

/** One list behind the other. */
function joined(lists: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const list of lists) {
    all.set(list, end);
    end += list.length;
  }
  return all;
}

interface TreeInput {
  readonly sums: readonly FoundSum[];
  readonly known: ReadonlySet<string>;
  readonly categories: Input["categories"];
}

/** Puts sums into one another, the smallest innermost. */
function treeOf(dimension: string, { sums, known, categories }: TreeInput): DimensionSums {
  const partsOf = new Map(sums.map(({ whole, parts }) => [whole, parts]));
  const leavesOf = (id: string, seen: readonly string[] = []): readonly string[] =>
    partsOf.has(id) && !seen.includes(id)
      ? (partsOf.get(id) ?? []).flatMap((part) => leavesOf(part, [...seen, id]))
      : [id];
  const sets = sums
    .map(({ whole, columns }) => ({ whole, columns, leaves: new Set(leavesOf(whole)) }))
    .sort((a, b) => a.leaves.size - b.leaves.size);
  const nested: typeof sets = [];
  const across: string[] = [];
  for (const own of sets) {
    const clash = nested.some(({ leaves }) => {
      const shared = [...leaves].filter((leaf) => own.leaves.has(leaf)).length;
      return shared > 0 && shared < leaves.size;
    });
    if (clash) across.push(own.whole);
    else nested.push(own);
  }
  const all = categories.list(dimension).map(({ id }) => id);
  const wholes = new Set(nested.map(({ whole }) => whole));
  const leafCount = all.filter((id) => !wholes.has(id) && !across.includes(id)).length;
  const last = nested.at(-1);
  const total =
    last && (last.leaves.size === leafCount || saysTotal(labelOf(categories, dimension, last.whole)))
      ? last.whole
      : undefined;
  const holds: Record<string, readonly string[]> = {};
  for (const [index, { whole, leaves }] of nested.entries()) {
    if (whole === total || known.has(whole)) continue;
    const inner = nested.slice(0, index).filter((other) => [...other.leaves].every((leaf) => leaves.has(leaf)));
    const outer = inner.filter(
      (other) =>
        !inner.some(
          (wider) =>
            wider !== other &&
            wider.leaves.size > other.leaves.size &&
            [...other.leaves].every((leaf) => wider.leaves.has(leaf)),
        ),
    );
    const covered = new Set(outer.flatMap((other) => [...other.leaves]));
    holds[whole] = [...outer.map((other) => other.whole), ...[...leaves].filter((leaf) => !covered.has(leaf))];
  }
  return {
    dimension,
    total: total !== undefined && !known.has(total) ? total : undefined,
    holds,
    across: across.filter((whole) => !known.has(whole)),
    columns: Math.max(...sums.map(({ columns }) => columns)),
  };
}

const labelOf = (categories: Input["categories"], dimension: string, id: string): string =>
  categories.find(dimension, id)?.label ?? id;
