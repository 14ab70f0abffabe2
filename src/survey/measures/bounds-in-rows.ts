/** What a row is of, where others below the same names are the ends of its interval. */
export type PartOfInterval = "lower" | "middle" | "upper";

const parts: readonly (readonly [PartOfInterval, RegExp])[] = [
  [
    "lower",
    /^(?:lower|low|lo|lcl|lci|minimum|min)(?: (?:bound|limit|estimate|ci|95 ?%? ?ci|confidence (?:limit|interval|bound)|uncertainty(?: bound)?))?$|^2\.5(?:th)?(?: ?%| percentile)?$/iu,
  ],
  [
    "middle",
    /^(?:median|mean|central|best|point|middle|mid|main|estimates?|values?|rate|figure|50(?:th)?(?: ?%| percentile)?)(?: (?:estimate|value))?$/iu,
  ],
  [
    "upper",
    /^(?:upper|high|hi|ucl|uci|maximum|max)(?: (?:bound|limit|estimate|ci|95 ?%? ?ci|confidence (?:limit|interval|bound)|uncertainty(?: bound)?))?$|^97\.5(?:th)?(?: ?%| percentile)?$/iu,
  ],
];

/**
 * What each of three names of rows is, where they are a figure and the ends of its interval: `Lower`, `Median`, `Upper`. Undefined of others: highest and
 * lowest of something have names of their own beside them.
 */
export function partsOfInterval(texts: readonly string[]): ReadonlyMap<string, PartOfInterval> | undefined {
  if (texts.length !== parts.length) return undefined;
  const found = new Map(
    texts.flatMap((text) => {
      const part = parts.find(([, look]) => look.test(text.trim()))?.[0];
      return part === undefined ? [] : [[text, part] as const];
    }),
  );
  return new Set(found.values()).size === parts.length ? found : undefined;
}
