import type { Dataset } from "./dataset.ts";
import type { Category } from "./observation.ts";

/** The categories that a text names, by id, label or alias, in whatever dimension of whatever dataset. */
export function categoriesNamed(text: string, datasets: ReadonlyMap<string, Dataset>): readonly Category[] {
  return [...datasets.values()].flatMap((dataset) =>
    Object.keys(dataset.definition.spec.dimensions).flatMap((dimension) => dataset.category(dimension, text) ?? []),
  );
}
