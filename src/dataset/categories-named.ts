import type { Dataset } from "./dataset.ts";
import type { Category } from "./observation.ts";

/** The categories that a text names, by id, label or alias, or as a sentence names them, in whatever dimension of whatever dataset. */
export function categoriesNamed(text: string, datasets: ReadonlyMap<string, Dataset>): readonly Category[] {
  return [...datasets.values()].flatMap((dataset) =>
    Object.keys(dataset.definition.spec.dimensions).flatMap((dimension) => {
      const known = dataset.category(dimension, text);
      return known ? [known] : dataset.categories(dimension).filter((category) => isInSentence(text, category));
    }),
  );
}

/** Whether a text is a category's name within a sentence, with or without its preposition: `the Isle of Wight`, `on the Isle of Wight`. */
export const isInSentence = (text: string, { inText, locative }: Category): boolean =>
  text === inText || text === locative;
