import { isListed, isNewClause } from "../clauses.ts";
import { governingMove, isForecast, type Move, moveAfter, moveBefore } from "../moves.ts";
import { type Reader, statedOf } from "../reader.ts";
import { type QuantityMention, type Sentence, wordsAfter, wordsBefore } from "../sentence.ts";
import { thanPlace } from "../than-place.ts";
import { gap } from "./gap.ts";

const modes = { percent: "relative", fraction: "relative", number: "absolute", "percentage-points": "points" } as const;

/** `rose by 140%`, `a 30% fall`, `160 more than the year before`, `up 14 percentage points`, `rises in Leeds (12%), Hull (5%)`. */
export const change: Reader = (quantity, sentence) => {
  if (quantity.unit === "times" || quantity.population !== undefined || quantity.per) return undefined;
  const { start, end, unit } = quantity;
  const after = wordsAfter(sentence, end);
  const tail = moveAfter(after);
  const move = tail ?? ownMove(quantity, sentence);
  if (move === "denied") return { unread: "denial" };
  if (!move || tail?.compares) {
    const between = gap(quantity, sentence);
    if (between) return between;
  }
  if (!move) return unit === "percentage-points" ? { unread: "number" } : undefined;
  const span = { start, end };
  const isLikely = /^[-\s]+(?:more|less)\s+likely(?!\p{L})/iu.test(after);
  const than = tail?.compares ? thanPlace(sentence, end) : undefined;
  const isOfAverage =
    /^[-\s]+(?:above|below)\s+(?:\p{L}+[-\s]+){0,5}?(?:average|mean|median|expected|normal|target)(?!\p{L})/iu.test(
      sentence.source.slice(end, sentence.end),
    );
  if ((than !== undefined || isLikely || isOfAverage) && unit !== "number" && unit !== "percentage-points")
    return elsewhere(move);
  // "4,000 more offences" counts; without what it is more than, it is no change.
  const isCount = tail?.compares && unit === "number" && /^[-\s]+more(?!\p{L})/iu.test(after);
  if (isCount && !isSetAgainst(quantity, sentence)) return { unread: "number" };
  return {
    kind: "change",
    span,
    stated: statedOf(quantity, move.direction),
    draft: { mode: modes[unit] },
    explanation: `A ${move.direction === "down" ? "fall" : "rise"}, ${unit === "percentage-points" ? "of a share, in percentage points" : unit === "number" ? "in numbers" : "in proportion to what it was before"}.`,
  };

  /** "30% higher than in Essex": of the figure there. */
  function elsewhere({ direction }: Move) {
    return {
      kind: "comparison",
      span,
      stated: statedOf(quantity),
      draft: { relation: direction === "down" ? "lower" : "higher" },
      ...(than !== undefined && { than }),
      explanation: "So much more or less than in another place, as a part of its figure.",
    } as const;
  }
};

/** `4,000 more than`, `4,000 more offences compared with 2017`, `4,000 more on the year`. */
const isSetAgainst = (quantity: QuantityMention, sentence: Sentence): boolean =>
  /(?<!\p{L})(?:than|compared|since|on\s+the)(?!\p{L})/iu.test(wordsAfter(sentence, quantity.end));

/** The move that stands before a number, or that the list or the bracket of the number is of. */
function ownMove(quantity: QuantityMention, sentence: Sentence): Move | "denied" | undefined {
  const direct = moveBefore(wordsBefore(sentence, quantity.start));
  if (direct) return direct;
  const { direction, unit, start, end } = quantity;
  if (direction) return { direction };
  if (/^\s+(?:of|were|was|are|had|have|said)(?!\p{L})/iu.test(sentence.source.slice(end, end + 12))) return undefined;
  const first = firstOfList(quantity, sentence);
  if (first !== quantity) {
    const listed = moveBefore(wordsBefore(sentence, first.start));
    const after = moveAfter(wordsAfter(sentence, first.end));
    if (listed && listed !== "denied") return listed;
    if (after && !after.compares) return after;
  }
  if (unit === "number" && !/\(\s*by\s+$/iu.test(sentence.source.slice(sentence.start, start))) return undefined;
  const bracket = sentence.brackets.find((span) => span.start < first.start && first.end <= span.end);
  if (!bracket || !/^[([]\s*(?:by\s+|of\s+)?$/iu.test(sentence.source.slice(bracket.start, first.start)))
    return undefined;
  const before = sentence.quantities.findLast((other) => other.end <= bracket.start);
  const words = sentence.source.slice(before?.end ?? sentence.start, bracket.start);
  const governing = isNewClause(words) ? undefined : governingMove(words);
  if (governing) return isForecast(words) ? undefined : governing;
  // "A rise of 120 (5%)": so many, and in proportion.
  const isRightAfter = before !== undefined && before.unit === "number" && /^\s*(?:\p{L}+\s*){0,2}$/u.test(words);
  const told = isRightAfter ? moveBefore(wordsBefore(sentence, before.start)) : undefined;
  return told === "denied" ? undefined : told;
}

/** The first number of the list that a number stands in, all in one unit: `Leeds (12%), Hull (5%) and York (2%)`. */
function firstOfList(quantity: QuantityMention, { quantities, source }: Sentence): QuantityMention {
  const longest = 40;
  let index = quantities.indexOf(quantity);
  let first = quantity;
  for (let step = 0; step < longest && index > 0; step += 1) {
    const before = quantities[index - 1] as QuantityMention;
    if (before.unit !== quantity.unit || !isListed(source.slice(before.end, first.start))) break;
    if (/^\s+of(?!\p{L})/iu.test(source.slice(before.end, before.end + 4))) break;
    first = before;
    index -= 1;
  }
  return first;
}
