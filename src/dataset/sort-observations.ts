import type { CategoryRegistry } from "./category-registry.ts";
import { compareText } from "./compare-labels.ts";
import type { DatasetSpec } from "./definition.ts";
import type { Observation, Source } from "./observation.ts";

interface SortContext {
  readonly spec: DatasetSpec;
  readonly categories: Pick<CategoryRegistry, "list">;
  readonly sources: ReadonlyMap<string, Source>;
}

/** Orders observations by place, vintage, source and measure, each in the order of its own list: whatever order the rows had. */
export function sortObservations(
  observations: readonly Observation[],
  { spec, categories, sources }: SortContext,
): readonly Observation[] {
  const positions = (ids: Iterable<string>) => new Map([...ids].map((id, index) => [id, index]));
  const measures = positions(Object.keys(spec.measures));
  const sourcePositions = positions(sources.keys());
  const dimensions = Object.keys(spec.dimensions).map((dimension) => ({
    dimension,
    positions: positions(categories.list(dimension).map(({ id }) => id)),
  }));
  const keyed = observations.map((observation) => ({
    observation,
    place: dimensions.map(({ dimension, positions: own }) => own.get(observation.at[dimension] ?? "") ?? -1),
    rest: [sourcePositions.get(observation.source) ?? -1, measures.get(observation.measure) ?? -1],
  }));
  keyed.sort(
    (a, b) =>
      compareNumbers(a.place, b.place) ||
      compareText(a.observation.vintage, b.observation.vintage) ||
      compareNumbers(a.rest, b.rest),
  );
  return keyed.map(({ observation }) => observation);
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    if (value !== other) return value - other;
  }
  return 0;
}
