import type { MeasureSpec } from "../dataset/index.ts";

/** How figures are told, by the word that a title begins with, and by what else a measure is so. */
const statistics: readonly (readonly [word: RegExp, statType?: MeasureSpec["statType"]])[] = [
  [/\bratios?\b/iu],
  [/\brates?\b/iu, "rate"],
  [/\b(?:percentages?|per ?cent|proportions?|shares?)\b|%/iu, "share"],
  [/\b(?:averages?|mean|median)\b/iu, "mean"],
  [/\b(?:ind(?:ex|ices))\b/iu],
  [/\b(?:changes?|growth|differences?|gaps?)\b/iu],
];

/** The first words of a title, up to what they are of: `Ratio of mortality rates` begins with a ratio. */
const beginning = /^(?:the )?(?<words>(?:[\p{L}-]+ ){0,3}?[\p{L}-]+|%) (?:of|in|between|for)\b/iu;

/**
 * Among measures, that whose statistic a title begins with: a rate that stands below `Ratio of rates` would be read as a ratio. Undefined where one of
 * those that the page may be about is it already, and where none is.
 */
export function measureOfTitle(
  title: string,
  measures: Readonly<Record<string, MeasureSpec>>,
  { first, among }: { readonly first: string; readonly among: readonly string[] },
): string | undefined {
  const words = beginning.exec(title)?.groups?.words ?? "";
  const found = statistics.find(([word]) => word.test(words));
  if (found === undefined) return undefined;
  const [word, statType] = found;
  const isSo = (id: string) =>
    word.test(measures[id]?.label ?? "") || (statType !== undefined && measures[id]?.statType === statType);
  return isSo(first) ? undefined : among.find(isSo);
}
