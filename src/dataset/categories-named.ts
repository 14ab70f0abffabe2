import type { Dataset } from "./dataset.ts";
import type { Category } from "./observation.ts";

/** Texts of a dataset's charts; past it the memory starts afresh. */
const mostTexts = 2_000;

/** The categories that a text names, by id, label or alias, or as a sentence names them, in whatever dimension of whatever dataset. */
export const categoriesNamed = (text: string, datasets: ReadonlyMap<string, Dataset>): readonly Category[] =>
  [...datasets.values()].flatMap((dataset) => dataset.categoriesNamed(text));

/** `categoriesNamed` of a dataset, which keeps what it found: charts and tables name the same from briefing to briefing. */
export function createNameFinder(datasetOf: () => Dataset): Dataset["categoriesNamed"] {
  const known = new Map<string, readonly Category[]>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const named = namedIn(datasetOf(), text);
    if (known.size >= mostTexts) known.clear();
    known.set(text, named);
    return named;
  };
}

const namedIn = (dataset: Dataset, text: string): readonly Category[] =>
  Object.keys(dataset.definition.spec.dimensions).flatMap((dimension) => {
    const own = dataset.category(dimension, text);
    return own ? [own] : dataset.categories(dimension).filter((category) => isInSentence(text, category));
  });

/** Whether a text is a category's name within a sentence, with or without its preposition: `the Isle of Wight`, `on the Isle of Wight`. */
export const isInSentence = (text: string, { inText, locative }: Category): boolean =>
  text === inText || text === locative;
