import type { DatasetSpec } from "./definition.ts";
import type { DimensionSpec } from "./dimension-spec.ts";

/** The id of the first dimension of a role: the area dimension, or the only time dimension. */
export function findDimension(
  { spec }: { readonly spec: Pick<DatasetSpec, "dimensions"> },
  role: DimensionSpec["role"],
): string | undefined {
  return Object.keys(spec.dimensions).find((dimension) => spec.dimensions[dimension]?.role === role);
}
