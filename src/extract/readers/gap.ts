import { changeAfter } from "../change-words.ts";
import { comparandStart } from "../comparand.ts";
import { type Reader, statedOf } from "../reader.ts";
import { wordsAfter } from "../sentence.ts";

const gaps = "gaps?|differences?|disparity|margin|lead|advantage|disadvantage|spread";

/** What stands before the number in its clause; "between the two groups" is in it. */
const clauseBefore = (words: string): string =>
  words
    .slice(-100)
    .split(/[,;:(]/u)
    .at(-1) ?? "";

/** `a gap of 7.6 percentage points`, `7.6 percentage points higher than for boys`: how far two figures are apart. */
export const gap: Reader = (quantity, sentence) => {
  const { start, end, unit } = quantity;
  if (unit !== "percentage-points" && unit !== "number") return undefined;
  const after = wordsAfter(sentence, end);
  const tail = changeAfter(after);
  const than = tail?.compares ? comparandStart(sentence, end) : undefined;
  const isGap =
    unit === "percentage-points" &&
    (new RegExp(`(?<!\\p{L})(?:${gaps})(?!\\p{L})`, "iu").test(
      clauseBefore(sentence.source.slice(sentence.start, start)),
    ) ||
      new RegExp(`^[-\\s]+(?:\\p{L}+[-\\s]+){0,2}?(?:${gaps}|ahead|behind)(?!\\p{L})`, "iu").test(after));
  if (than === undefined && (!isGap || tail?.compares)) return undefined;
  return {
    kind: "comparison",
    span: { start, end },
    stated: statedOf(quantity),
    draft: than === undefined ? {} : { relation: tail?.direction === "down" ? "lower" : "higher" },
    than,
    explanation: "How far one figure is from another, not how far it moved.",
  };
};
