import type { Dataset } from "./dataset.ts";
import { figuresByCategory } from "./look-through.ts";
import type { Category } from "./observation.ts";
import { totalOf } from "./total-of.ts";

/** The categories that hold a category, nearest first; a dimension's declared total holds all others. */
export function ancestorsOf(dataset: Dataset, dimension: string, id: string): readonly Category[] {
  const ancestors: Category[] = [];
  let parent = dataset.category(dimension, id)?.parent;
  while (parent !== undefined) {
    const category = dataset.category(dimension, parent);
    if (!category || ancestors.includes(category)) break;
    ancestors.push(category);
    parent = category.parent;
  }
  const whole = totalOf(dataset.definition.spec, dimension, dataset.category);
  return whole && whole.id !== id && !ancestors.includes(whole) ? [...ancestors, whole] : ancestors;
}

/** The categories that hold no other that the data has figures of, so that forces are not set beside countries. */
export function leafCategories(dataset: Dataset, dimension: string): readonly Category[] {
  const present = [...figuresByCategory(dataset, dimension).keys()];
  const holders = new Set(present.flatMap((id) => ancestorsOf(dataset, dimension, id).map((holder) => holder.id)));
  return dataset.categories(dimension).filter(({ id }) => !holders.has(id));
}
