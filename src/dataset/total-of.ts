import type { DatasetSpec } from "./definition.ts";
import type { Category } from "./observation.ts";

/**
 * The category that stands for all others of a dimension; undefined where the definition names none, or one that there is not.
 * @param find a category by any of its names: a definition may use its label.
 */
export function totalOf(
  { dimensions }: Pick<DatasetSpec, "dimensions">,
  dimension: string,
  find: (dimension: string, name: string) => Category | undefined,
): Category | undefined {
  const own = dimensions[dimension];
  return own && own.role !== "time" && own.total !== undefined ? find(dimension, own.total) : undefined;
}
