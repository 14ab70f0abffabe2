import type { AnyDatasetDefinition, DimensionSpec } from "./definition.ts";

/** The id of the first dimension of a role: the area dimension, or the only time dimension. */
export function findDimension({ spec }: AnyDatasetDefinition, role: DimensionSpec["role"]): string | undefined {
  return Object.keys(spec.dimensions).find((dimension) => spec.dimensions[dimension]?.role === role);
}
