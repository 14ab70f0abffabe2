import type { Reading } from "./reader.ts";
import type { Sentence } from "./sentence.ts";
import { type CategoryMention, type DatasetVocabulary, measureNamed } from "./vocabulary.ts";

export interface Measured {
  readonly measure: string | undefined;
  /** The sentence says its unit or label. */
  readonly isNamed: boolean;
  /** Of a share: the measure of its whole, and the words that name it. */
  readonly whole?: string | undefined;
}

/** The measure that a reading is of, by its unit, its label or its categories. */
export function measureOf(
  dataset: DatasetVocabulary,
  { kind, stated, whole, whom }: Reading,
  { sentence, categories }: { readonly sentence: Sentence; readonly categories: readonly CategoryMention[] },
): Measured {
  const ids = Object.keys(dataset.spec.measures);
  const words = sentence.source.slice(sentence.start, sentence.end);
  const only = ids.length === 1 ? ids[0] : undefined;
  if (kind === "share" && whole) {
    const base = measureNamed(sentence.source.slice(whole.start, whole.end), dataset);
    // What is a part of it is broken down by a category that the whole is not.
    const extra = categories.filter(({ role }) => role === "category").map(({ dimension }) => dimension);
    const part = ids.filter((id) => extra.every((dimension) => dimensionsOf(dataset, id).includes(dimension)));
    const own = part.length === 1 ? part[0] : (part.find((id) => id === base) ?? only);
    return { measure: own, isNamed: base !== undefined, whole: base };
  }
  // "52.7 offences per 100,000 children" are offences.
  const others =
    whom && `${sentence.source.slice(sentence.start, whom.start)} ${sentence.source.slice(whom.end, sentence.end)}`;
  const named =
    (stated.counted && measureNamed(stated.counted, dataset)) ||
    (others && measureNamed(others, dataset)) ||
    measureNamed(words, dataset);
  const fitting = ids.filter((id) =>
    categories.every(({ dimension }) => dimensionsOf(dataset, id).includes(dimension)),
  );
  const byCategories = fitting.length === 1 ? fitting[0] : undefined;
  return { measure: named ?? only ?? byCategories, isNamed: named !== undefined };
}

/** The dimensions that a measure is broken down by. */
export const dimensionsOf = ({ spec }: DatasetVocabulary, measure: string): readonly string[] =>
  spec.measures[measure]?.dimensions ?? Object.keys(spec.dimensions);
