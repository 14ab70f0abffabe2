import type { Dataset } from "./dataset.ts";
import type { Category } from "./observation.ts";

/** Texts of a dataset's charts; past it the memory starts afresh. */
const mostTexts = 2_000;

const known = new WeakMap<Dataset, Map<string, readonly Category[]>>();

/** The categories that a text names, by id, label or alias, or as a sentence names them, in whatever dimension of whatever dataset. */
export function categoriesNamed(text: string, datasets: ReadonlyMap<string, Dataset>): readonly Category[] {
  return [...datasets.values()].flatMap((dataset) => {
    const byText = known.get(dataset) ?? new Map<string, readonly Category[]>();
    known.set(dataset, byText);
    const before = byText.get(text);
    if (before) return before;
    const named = namedIn(dataset, text);
    if (byText.size >= mostTexts) byText.clear();
    byText.set(text, named);
    return named;
  });
}

const namedIn = (dataset: Dataset, text: string): readonly Category[] =>
  Object.keys(dataset.definition.spec.dimensions).flatMap((dimension) => {
    const own = dataset.category(dimension, text);
    return own ? [own] : dataset.categories(dimension).filter((category) => isInSentence(text, category));
  });

/** Whether a text is a category's name within a sentence, with or without its preposition: `the Isle of Wight`, `on the Isle of Wight`. */
export const isInSentence = (text: string, { inText, locative }: Category): boolean =>
  text === inText || text === locative;
