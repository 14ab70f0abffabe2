import type { CategoryRegistry } from "../category-registry.ts";
import type { DatasetSpec } from "../definition.ts";
import type { Observation } from "../observation.ts";

interface MarginInput {
  readonly spec: DatasetSpec;
  readonly categories: Pick<CategoryRegistry, "find">;
  /** Of one measure. */
  readonly observations: readonly Observation[];
  /** The dimensions that are kept, in the order that the keys name them; the others are added up. */
  readonly by: readonly string[];
}

/** Figures by place; undefined where they are not known. */
export type Margin = ReadonlyMap<string, number | undefined>;

/** The key of a place in a margin: ids of categories, in the order of the dimensions that are kept. */
export const marginKey = (ids: readonly (string | undefined)[]): string => ids.join("|");

/**
 * The sums of a measure over all dimensions but some: over a dimension's total where the data has it, else over what no other
 * category holds. Undefined where nothing adds up: over categories that overlap, and over several periods.
 */
export function marginOf({ spec, categories, observations, by }: MarginInput): Margin | undefined {
  const [first] = observations;
  if (!first) return undefined;
  const without = Object.keys(first.at).filter((dimension) => !by.includes(dimension));
  const outermost = new Map<string, ReadonlySet<string>>();
  for (const dimension of without) {
    const own = outermostOf({ spec, categories, observations }, dimension);
    const dimensionSpec = spec.dimensions[dimension];
    const addsUp = dimensionSpec?.role !== "time" && dimensionSpec?.exclusive !== false;
    if (!addsUp && own.size > 1) return undefined;
    outermost.set(dimension, own);
  }
  const cells = new Map<string, { readonly place: string; value: number | undefined }>();
  for (const { at, cell } of observations) {
    if (without.some((dimension) => !outermost.get(dimension)?.has(at[dimension] ?? ""))) continue;
    const place = marginKey(by.map((dimension) => at[dimension]));
    const key = `${place}||${marginKey(without.map((dimension) => at[dimension]))}`;
    const value = "value" in cell ? cell.value : undefined;
    const known = cells.get(key);
    if (known && known.value !== value) known.value = undefined;
    else cells.set(key, { place, value });
  }
  const margin = new Map<string, number | undefined>();
  for (const { place, value } of cells.values()) {
    const sum = margin.has(place) ? margin.get(place) : 0;
    margin.set(place, sum === undefined || value === undefined ? undefined : sum + value);
  }
  return margin;
}

/** The categories of a dimension that the data has, and that none which it has holds. */
export function outermostOf(
  { spec, categories, observations }: Omit<MarginInput, "by">,
  dimension: string,
): ReadonlySet<string> {
  const held = new Set(observations.map(({ at }) => at[dimension] ?? ""));
  const own = spec.dimensions[dimension];
  const total =
    own && own.role !== "time" && own.total !== undefined ? categories.find(dimension, own.total)?.id : undefined;
  if (total !== undefined && held.has(total)) return new Set([total]);
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
