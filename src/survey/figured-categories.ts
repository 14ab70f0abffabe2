import type { Dataset } from "../dataset/index.ts";

/** The ids of the categories of a dimension that have a figure, or a mark in its place that says why there is none. */
export const figuredCategories = (dataset: Dataset, dimension: string): ReadonlySet<string> =>
  new Set(dataset.observations.flatMap(({ at, cell }) => (cell.state === "missing" ? [] : (at[dimension] ?? []))));
