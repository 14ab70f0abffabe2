import type { CategoryRegistry } from "../category-registry.ts";
import type { DatasetSpec } from "../definition.ts";
import type { CategoryDimensionSpec } from "../dimension-spec.ts";
import { groupBy } from "../group-by.ts";
import type { MeasureSpec } from "../measure-spec.ts";
import type { Observation } from "../observation.ts";
import { type FoundSum, findSums, fullEffort, saysTotal } from "./find-sums.ts";
import { type Margin, marginOf } from "./margin-of.ts";
import type { Series } from "./series.ts";

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
  readonly observations: readonly Observation[];
}

/**
 * Looks for sums among the categories of each dimension and among the measures, over all counts that add up. Margin that
 * no row has count as none; cells that are hidden, missing or given differently by several publications as unknown.
 */
export function undeclaredSums({ spec, categories, observations }: Input): UndeclaredSums {
  const effort = fullEffort();
  const byMeasure = groupBy(observations, ({ measure }) => measure);
  const counts = Object.entries(spec.measures).filter(
    ([, { statType, additive = statType === "count" }]) => statType === "count" && additive,
  );
  const dimensions = Object.entries(spec.dimensions).flatMap(([dimension, own]): readonly DimensionSums[] => {
    if (own.role === "time") return [];
    const found = new Map<string, FoundSum>();
    for (const [measure, { dimensions: of = Object.keys(spec.dimensions) }] of counts) {
      if (!of.includes(dimension)) continue;
      const series = categorySeries(byMeasure.get(measure) ?? [], dimension, categories);
      for (const sum of findSums(series, effort)) if (!found.has(sum.whole)) found.set(sum.whole, sum);
    }
    const known = declaredWholes(dimension, own, categories);
    // Populations stand beside every platform, and are equal: that alone is no structure. Beside a sum, it is a region of one district.
    const all = [...found.values()];
    const sums = all.some(({ parts }) => parts.length > 1) ? all : [];
    return sums.some(({ whole }) => !known.has(whole)) ? [treeOf(dimension, { sums, known, categories })] : [];
  });
  const denied = new Set([...(spec.notSums ?? []), ...(spec.sums ?? []).map(({ whole }) => whole)]);
  const measures = [...groupBy(counts, ([, measure]) => dimensionsOf(spec, measure).sort().join()).values()].flatMap(
    (alike) => {
      const by = dimensionsOf(spec, alike[0]?.[1] as MeasureSpec).sort();
      const finer = counts.filter(([, measure]) => {
        const own = dimensionsOf(spec, measure);
        return own.length > by.length && by.every((dimension) => own.includes(dimension));
      });
      const series = [...finer, ...alike].flatMap(([id, { label }]) => {
        const cells = marginOf({ spec, categories, observations: byMeasure.get(id) ?? [], by });
        return cells ? [{ id, label, cells }] : [];
      });
      if (series.length < 2) return [];
      const own = new Set(alike.map(([id]) => id));
      // Of measures that are broken down further, what they are to one another is found among them.
      return findSums(withColumns(series), effort).filter(
        ({ whole, parts }) => !denied.has(whole) && [whole, ...parts].some((id) => own.has(id)),
      );
    },
  );
  return {
    dimensions: dimensions.filter(
      ({ total, holds, across }) => total !== undefined || Object.keys(holds).length > 0 || across.length > 0,
    ),
    measures,
  };
}

const dimensionsOf = (spec: DatasetSpec, { dimensions }: MeasureSpec): string[] => [
  ...(dimensions ?? Object.keys(spec.dimensions)),
];

/** Wholes that the definition tells of, or says to be none. */
function declaredWholes(
  dimension: string,
  { total, holds = {}, notSums = [] }: CategoryDimensionSpec,
  categories: Input["categories"],
): ReadonlySet<string> {
  const parents = categories.list(dimension).flatMap(({ parent }) => parent ?? []);
  const names = [...(total === undefined ? [] : [total]), ...Object.keys(holds), ...notSums, ...parents];
  return new Set(names.map((name) => categories.find(dimension, name)?.id ?? name));
}

function categorySeries(
  observations: readonly Observation[],
  dimension: string,
  categories: Input["categories"],
): readonly Series[] {
  const byCategory = groupBy(observations, ({ at }) => at[dimension] ?? "");
  const series = categories.list(dimension).flatMap(({ id, label }) => {
    const own = byCategory.get(id);
    return own ? [{ id, label, cells: cellsOf(own, dimension) }] : [];
  });
  return withColumns(series);
}

/** One figure a place, the dimension left out. */
function cellsOf(observations: readonly Observation[], without: string): Margin {
  const cells = new Map<string, number | undefined>();
  for (const { at, cell } of observations) {
    let key = "";
    for (const [dimension, id] of Object.entries(at)) if (dimension !== without) key += `|${id}`;
    const value = "value" in cell ? cell.value : undefined;
    cells.set(key, cells.has(key) && cells.get(key) !== value ? undefined : value);
  }
  return cells;
}

/** Figures of one dimension, or of the measures, that are looked at. In larger tables, columns at even distances stands for all. */
const mostFigures = 2_000_000;

/** The same columns for all. A place that only some have a row for is nothing for the others. */
function withColumns(
  series: readonly { readonly id: string; readonly label: string; readonly cells: Margin }[],
): readonly Series[] {
  const places = new Set<string>();
  for (const { cells } of series) for (const key of cells.keys()) places.add(key);
  const step = Math.ceil((places.size * series.length) / mostFigures);
  const columns = [...places].filter((_, index) => step <= 1 || index % step === 0);
  return series.map(({ id, label, cells }) => ({
    id,
    label,
    values: columns.map((column) => (cells.has(column) ? cells.get(column) : 0)),
  }));
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
