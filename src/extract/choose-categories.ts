import type { MeasureSpec } from "../dataset/index.ts";
import type { MissingPart, TextSpan } from "./extraction.ts";
import { nearest, type Sentence } from "./sentence.ts";
import type { CategoryMention, DatasetVocabulary } from "./vocabulary.ts";

/** Category by dimension; several where they are listed. */
export type CategoryChoices = Readonly<Record<string, string | readonly string[]>>;

interface CategoriesInput {
  readonly measure: MeasureSpec | undefined;
  readonly span: TextSpan;
  readonly sentence: Sentence;
  readonly categories: readonly CategoryMention[];
}

/** The category that goes with the number, in each dimension; what has a total may be left out. */
export function chooseCategories(
  { spec, areaDimension }: DatasetVocabulary,
  { measure, span, sentence, categories }: CategoriesInput,
) {
  const at: Record<string, string | readonly string[]> = {};
  const spans: TextSpan[] = [];
  const missing: MissingPart[] = [];
  for (const dimension of measure?.dimensions ?? Object.keys(spec.dimensions)) {
    const dimensionSpec = spec.dimensions[dimension];
    if (!dimensionSpec || dimensionSpec.role === "time") continue;
    const mentions = categories.filter((category) => category.dimension === dimension);
    const mention = nearest(sentence, span, { mentions });
    if (mention) {
      const listed = listOf(sentence, mention, categories);
      const ids = [...new Set(listed.map(({ id }) => id))];
      at[dimension] = ids.length > 1 ? ids : mention.id;
      spans.push(...listed);
    } else if (dimensionSpec.total === undefined && measure) {
      missing.push(dimension === areaDimension ? "area" : `category ${dimension}`);
    }
  }
  return { at, spans, missing };
}

/** `Facebook, Instagram and Snapchat`: the mention with those that it is listed with. */
function listOf(
  { source }: Sentence,
  mention: CategoryMention,
  categories: readonly CategoryMention[],
): readonly CategoryMention[] {
  const own = categories.filter(({ dimension }) => dimension === mention.dimension);
  const isListed = (first: CategoryMention, second: CategoryMention | undefined) =>
    second !== undefined &&
    /^(?:,\s+|,?\s+and\s+|,?\s+or\s+)(?:in\s+|on\s+)?$/iu.test(source.slice(first.end, second.start));
  let first = own.indexOf(mention);
  let last = first;
  while (first > 0 && isListed(own[first - 1] as CategoryMention, own[first])) first -= 1;
  while (isListed(own[last] as CategoryMention, own[last + 1])) last += 1;
  return own.slice(first, last + 1);
}

/** Whether the data says anything of the categories that were read. */
export function heldAt(
  dataset: DatasetVocabulary,
  measure: string,
  { at, to }: { readonly at: CategoryChoices; readonly to?: string | undefined },
): boolean {
  const { timeDimension, periods = [] } = dataset;
  const coordinates = Object.fromEntries(
    Object.entries(at).map(([dimension, choice]) => [dimension, typeof choice === "string" ? choice : choice[0]]),
  ) as Readonly<Record<string, string>>;
  if (timeDimension === undefined) return dataset.holds(measure, coordinates);
  const label = to ?? coordinates[timeDimension];
  return periods
    .filter((period) => label === undefined || period.label === label)
    .some((period) => dataset.holds(measure, { ...coordinates, [timeDimension]: period.id }));
}
