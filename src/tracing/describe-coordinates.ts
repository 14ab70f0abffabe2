import type { CategoryNames } from "./category-names.ts";
import type { TracedFigure } from "./traced-figure.ts";

/** "Kent, 2018/19"; of several categories of a dimension the first, and that there are others. */
export function describeCoordinates(figure: TracedFigure, names: CategoryNames): string {
  const labels = labelsOfCoordinates(figure, names).map((all) =>
    all.length > 2 ? `${all[0]} and ${all.length - 1} others` : all.join(" and "),
  );
  return [...new Set(labels)].join(", ");
}

/** What a figure is of, by dimension; without those that it goes across. */
export const labelsOfCoordinates = (
  { coordinates, across }: TracedFigure,
  names: CategoryNames,
): readonly (readonly string[])[] =>
  [...coordinates].flatMap(([key, ids]) => {
    if (across.has(key)) return [];
    const [dataset = "", dimension = ""] = key.split("\n");
    return [[...ids].map((id) => names.labelOf({ dataset, dimension, id }))];
  });
