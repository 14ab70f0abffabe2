import { changeAfter } from "./change-words.ts";
import { isNewClause } from "./clauses.ts";
import type { TextSpan } from "./extraction.ts";
import type { PeriodMention } from "./find-mentions.ts";
import { isStart, type Sentence } from "./sentence.ts";
import { phraseAt } from "./time-of.ts";

/**
 * The time that a change is from, if the words say one: `on 2017`, `compared with 258 in November 2018`, `since 2010`,
 * after the number, before it, or at the head of the sentence.
 */
export function startOf(sentence: Sentence, at: TextSpan): PeriodMention | undefined {
  const own = phraseAt(sentence, at);
  const starts = sentence.periods.filter((mention) => {
    if (isOfRecord(sentence, mention)) return false;
    const phrase = phraseAt(sentence, mention);
    return phrase
      ? phrase !== own && isFirstIn(sentence, mention, phrase)
      : isStart(sentence, mention) || mention.period.kind === "previous";
  });
  const isSame = (mention: PeriodMention) =>
    /(?<!\p{L})same(?!\p{L})[^,]*\sas\s/iu.test(sentence.source.slice(at.end, mention.start));
  const after = starts.find(
    (mention) => mention.start >= at.end && isReached(sentence, at.end, startIn(mention)) && !isSame(mention),
  );
  if (after) return after;
  const before = starts.findLast(
    (mention) =>
      mention.end <= at.start && isReached(sentence, mention.end, at.start) && !isOfAnother(sentence, mention, at),
  );
  if (before) return before;
  const [first] = sentence.quantities;
  return starts.find(({ end }) => end <= Math.min(first?.start ?? at.start, at.start));

  function startIn(mention: PeriodMention): number {
    return phraseAt(sentence, mention)?.start ?? mention.start;
  }
}

const isFirstIn = ({ periods }: Sentence, mention: PeriodMention, phrase: TextSpan): boolean =>
  periods.find(({ start }) => start >= phrase.start) === mention;

/** No other number between, but what something is compared with, asides, and what a figure came to: `rose 8% to 400 from`. */
function isReached(sentence: Sentence, from: number, to: number): boolean {
  const { quantities, source, brackets } = sentence;
  const crossed = quantities.filter(({ start, end }) => start >= from && end <= to);
  const isPassed = (mention: TextSpan) => {
    if (phraseAt(sentence, mention)) return true;
    const isAside = ({ start, end }: TextSpan) =>
      start >= from && start < mention.start && mention.end <= end && end <= to;
    if (brackets.some(isAside)) return true;
    const before = source.slice(Math.max(0, mention.start - 40), mention.start);
    if (/(?<!\p{L})or\s+(?:\p{L}+\s+){0,2}$/iu.test(before)) return true;
    // "To be 1.1% higher than": a size of its own.
    const isSize = changeAfter(source.slice(mention.end, mention.end + 40))?.compares === true;
    return !isSize && /(?<!\p{L})(?:to|at|reaching|totalling)\s+(?:\p{L}+\s+){0,2}$/iu.test(before);
  };
  const words = source.slice(from, to);
  // "With the 1971 census counting": somebody or something else.
  const isAnother = /(?<!\p{L})with\s(?:[^\s,;]+\s){1,6}?\p{L}{2,}ing(?!\p{L})/iu.test(words);
  return crossed.every(isPassed) && !isNewClause(words) && !isAnother;
}

/** `the highest since 2011`: since when there is a record, not since when something moved. */
const isOfRecord = ({ mentions, source }: Sentence, mention: PeriodMention): boolean =>
  mentions.some(
    ({ kind, end }) =>
      kind === "record" &&
      end <= mention.start &&
      /^\s+since\s+[^,.;()]{0,60}$/iu.test(source.slice(end, mention.start)),
  );

/** `a quarter-on-quarter fall`, and then another figure. */
const isOfAnother = ({ source }: Sentence, mention: PeriodMention, at: TextSpan): boolean =>
  /-on-|-o-|yoy|\//iu.test(source.slice(mention.start, mention.end)) &&
  /^\s+\p{L}/u.test(source.slice(mention.end, at.start)) &&
  !/^\s+[\p{L}-]+\s+(?:of|by)\s+$/iu.test(source.slice(mention.end, at.start));
