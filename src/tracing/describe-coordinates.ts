import type { CategoryNames } from "./category-names.ts";
import type { TracedFigure } from "./traced-figure.ts";

/** "Kent, 2018/19"; of several categories of a dimension the first, and that there are others. */
export function describeCoordinates({ coordinates, across }: TracedFigure, names: CategoryNames): string {
  const labels = [...coordinates].flatMap(([key, ids]) => {
    if (across.has(key)) return [];
    const [dataset = "", dimension = ""] = key.split("\n");
    const all = [...ids].map((id) => names.labelOf({ dataset, dimension, id }));
    return all.length > 2 ? [`${all[0]} and ${all.length - 1} others`] : [all.join(" and ")];
  });
  return [...new Set(labels)].join(", ");
}
