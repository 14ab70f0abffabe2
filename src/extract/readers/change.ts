import { changeAfter, type SaidChange } from "../change-words.ts";
import { comparandStart } from "../comparand.ts";
import { ownChange } from "../own-change.ts";
import { type Reader, statedOf } from "../reader.ts";
import { type QuantityMention, type Sentence, wordsAfter } from "../sentence.ts";

const modes = { percent: "relative", fraction: "relative", number: "absolute", "percentage-points": "points" } as const;

/** `rose by 140%`, `a 30% fall`, `160 more than the year before`, `up 14 percentage points`, `rises in Leeds (12%), Hull (5%)`. */
export const change: Reader = (quantity, sentence) => {
  if (quantity.unit === "times" || quantity.population !== undefined || quantity.per) return undefined;
  const { start, end, unit } = quantity;
  const after = wordsAfter(sentence, end);
  const tail = changeAfter(after);
  const said = tail ?? ownChange(quantity, sentence);
  if (said === "denied") return { unread: "denial" };
  if (!said || tail?.compares) {
    const between = gap(quantity, sentence);
    if (between) return between;
  }
  if (!said) return unit === "percentage-points" ? { unread: "number" } : undefined;
  const span = { start, end };
  const isLikely = /^[-\s]+(?:more|less)\s+likely(?!\p{L})/iu.test(after);
  const than = tail?.compares ? comparandStart(sentence, end) : undefined;
  const isOfAverage =
    /^[-\s]+(?:above|below)\s+[^.,;:]{0,40}?(?:average|mean|median|expected|normal|target)(?!\p{L})/iu.test(
      sentence.source.slice(end, sentence.end),
    );
  if ((than !== undefined || isLikely || isOfAverage) && unit !== "number" && unit !== "percentage-points")
    return elsewhere(said);
  // "4,000 more offences" counts; without what it is more than, it is no change.
  const isCount = tail?.compares && unit === "number" && /^[-\s]+more(?!\p{L})/iu.test(after);
  if (isCount && !isSetAgainst(quantity, sentence)) return { unread: "number" };
  return {
    kind: "change",
    span,
    stated: statedOf(quantity, said.direction),
    draft: { mode: modes[unit] },
    explanation: `A ${said.direction === "down" ? "fall" : "rise"}, ${unit === "percentage-points" ? "of a share, in percentage points" : unit === "number" ? "in numbers" : "in proportion to what it was before"}.`,
  };

  /** "30% higher than in Essex": of the figure there. */
  function elsewhere({ direction }: SaidChange) {
    return {
      kind: "comparison",
      span,
      stated: statedOf(quantity),
      draft: { relation: direction === "down" ? "lower" : "higher" },
      than,
      explanation: "So much more or less than in another place, as a part of its figure.",
    } as const;
  }
};

/** `4,000 more than`, `4,000 more offences compared with 2017`, `4,000 more on the year`. */
const isSetAgainst = (quantity: QuantityMention, sentence: Sentence): boolean =>
  /(?<!\p{L})(?:than|compared|since|on\s+the)(?!\p{L})/iu.test(wordsAfter(sentence, quantity.end));

const gaps = "gaps?|differences?|disparity|margin|lead|advantage|disadvantage|spread";

/** What stands before the number in its clause; "between the two groups" is in it. */
const clauseBefore = (words: string): string =>
  words
    .slice(-100)
    .split(/[,;:(]/u)
    .at(-1) ?? "";

/** `a gap of 7.6 percentage points`, `7.6 percentage points higher than for boys`: how far two figures are apart. */
const gap: Reader = (quantity, sentence) => {
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
