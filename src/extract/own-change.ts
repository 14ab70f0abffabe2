import {
  changeAfter,
  changeAtNoun,
  changeBefore,
  governingChange,
  isForecast,
  passesLevel,
  type SaidChange,
} from "./change-words.ts";
import { isListed, isNewClause } from "./clauses.ts";
import { type QuantityMention, type Sentence, wordsAfter, wordsBefore } from "./sentence.ts";

/** The change that a number is the size of by what stands before it, or by the list or the bracket that it stands in. */
export function ownChange(quantity: QuantityMention, sentence: Sentence): SaidChange | "denied" | undefined {
  if (isPassed(quantity, sentence)) return undefined;
  const direct = changeBefore(wordsBefore(sentence, quantity.start)) ?? changeAgain(quantity, sentence);
  if (direct) return direct;
  const { direction, end } = quantity;
  if (direction) return { direction };
  if (/^\s+(?:of|were|was|are|had|have|said)(?!\p{L})/iu.test(sentence.source.slice(end, end + 12))) return undefined;
  const first = firstOfList(quantity, sentence);
  return (
    (first === quantity ? undefined : changeOf(first, sentence)) ??
    changeInProportion(quantity, sentence) ??
    changeAfterBracket(quantity, sentence) ??
    changeAtBracket(quantity, first, sentence) ??
    changeByNoun(quantity, sentence)
  );
}

/** `fell below 10 million`, `rose above half`: what it came to, not how far it moved. */
const isPassed = ({ start, end }: QuantityMention, sentence: Sentence): boolean =>
  /^(?:below|above|under)\s/iu.test(sentence.source.slice(start, end)) && passesLevel(wordsBefore(sentence, start));

/** `the largest increase at 14%`, `a slight dip – 0.3% – from 2018`. */
function changeByNoun({ unit, start, end }: QuantityMention, sentence: Sentence): SaidChange | undefined {
  if (unit !== "percent" && unit !== "fraction") return undefined;
  const isInDashes = /^\s+[–—-]\s/u.test(sentence.source.slice(end, end + 4));
  return changeAtNoun(wordsBefore(sentence, start), isInDashes);
}

function changeOf(quantity: QuantityMention, sentence: Sentence): SaidChange | undefined {
  const before = changeBefore(wordsBefore(sentence, quantity.start));
  if (before && before !== "denied") return before;
  const after = changeAfter(wordsAfter(sentence, quantity.end));
  return after && !after.compares ? after : undefined;
}

/** `up 617, or 15%`, `617 or 15% lower`, `up 600 people (617), or 15%`: so many, and in proportion. */
function changeInProportion(quantity: QuantityMention, sentence: Sentence): SaidChange | undefined {
  const { start, end } = quantity;
  const { quantities, source } = sentence;
  const isOr = (from: number, to: number) =>
    /^(?:\s\p{L}+){0,2}\)?,?\s+\(?or\s+(?:by\s+)?$/iu.test(source.slice(from, to));
  const before = quantities.findLast((other) => other.end <= start);
  if (before && isOr(before.end, start)) return changeOf(before, sentence) ?? moveSaidAgain(before, sentence);
  const again = moveSaidAgain(quantity, sentence);
  if (again) return again;
  const after = quantities.find((other) => other.start >= end);
  return after && isOr(end, after.start) ? changeAfter(wordsAfter(sentence, after.end)) : undefined;
}

/** `an increase of over 25 per cent (25.2 per cent)`: nearly the same number once more, as exact as it is known. */
function moveSaidAgain({ start, end, unit, value }: QuantityMention, sentence: Sentence): SaidChange | undefined {
  const { quantities, source } = sentence;
  const before = quantities.findLast((other) => other.end <= start);
  if (!before || before.unit !== unit || Math.abs(before.value - value) > value / 10) return undefined;
  const isBracketed =
    /^(?:\s\p{L}+){0,3}\s*\(\s*$/u.test(source.slice(before.end, start)) && source.startsWith(")", end);
  return isBracketed ? changeOf(before, sentence) : undefined;
}

/** `6% (77) more than in 2018`, `77 (6%) fewer than a year earlier`: the same change twice, and what it is after both. */
function changeAfterBracket({ start, end }: QuantityMention, sentence: Sentence): SaidChange | undefined {
  const { quantities, source } = sentence;
  const outer = quantities.find((other) => other.end <= start && /^\s?\($/u.test(source.slice(other.end, start)));
  const inner = quantities.find((other) => other.start >= end && /^\s?\($/u.test(source.slice(end, other.start)));
  const last = inner?.end ?? (outer ? end : undefined);
  if (last === undefined || source[last] !== ")") return undefined;
  const words = wordsAfter(sentence, last + 1);
  const after = changeAfter(words);
  const isInTime =
    /^\s+\p{L}+\s+(?:\p{L}+\s+){0,3}?than\s+(?:in(?!\p{L})|(?:the|a|one|ten|five)\s+(?:year|month|quarter|previous|decade|same)|last|\d{4})/iu.test(
      words,
    );
  return after && (!after.compares || isInTime) ? { direction: after.direction } : undefined;
}

/** `the largest rises were in Leeds (12%)`, `fell in 2018 (by 120)`, `a rise of 120 (5%)`. */
function changeAtBracket(
  { unit, start }: QuantityMention,
  first: QuantityMention,
  sentence: Sentence,
): SaidChange | undefined {
  const { source, brackets, quantities } = sentence;
  if (unit === "number" && !/\(\s*by\s+$/iu.test(source.slice(sentence.start, start))) return undefined;
  const bracket = brackets.find((span) => span.start < first.start && first.end <= span.end);
  if (!bracket || !/^[([]\s*(?:by\s+|of\s+)?$/iu.test(source.slice(bracket.start, first.start))) return undefined;
  const before = quantities.findLast(({ end }) => end <= bracket.start);
  const words = withoutTimes(sentence, before?.end ?? sentence.start, bracket.start);
  const governing = isNewClause(words) ? undefined : governingChange(words);
  if (governing) return isForecast(words) ? undefined : governing;
  const isRightAfter = before?.unit === "number" && /^\s*(?:\p{L}+\s*){0,2}$/u.test(words);
  return isRightAfter ? changeOf(before, sentence) : undefined;
}

/** `fell by 12% in Leeds to 40 and by 5% in Hull`: the change of the last number that had one. */
function changeAgain({ start }: QuantityMention, sentence: Sentence): SaidChange | undefined {
  if (!/(?<!\p{L})and\s+by\s+$/iu.test(sentence.source.slice(sentence.start, start))) return undefined;
  for (const other of sentence.quantities
    .filter(({ end }) => end <= start)
    .slice(-4)
    .toReversed()) {
    const change = changeBefore(wordsBefore(sentence, other.start));
    if (change && change !== "denied") return change;
  }
  return undefined;
}

/** The words between two offsets, without times and whatever else is no figure: their "from" and "to" say nothing of it. */
function withoutTimes({ source, mentions }: Sentence, from: number, to: number): string {
  let words = "";
  let position = from;
  for (const mention of mentions) {
    if (mention.kind === "quantity" || mention.start < position || mention.end > to) continue;
    words += source.slice(position, mention.start);
    position = mention.end;
  }
  return words + source.slice(position, to);
}

/** The first number of the list that a number stands in, all in one unit: `Leeds (12%), Hull (5%) and York (2%)`. */
function firstOfList(quantity: QuantityMention, sentence: Sentence): QuantityMention {
  const { quantities, source, comparisons } = sentence;
  const longest = 40;
  let index = quantities.indexOf(quantity);
  let first = quantity;
  for (let step = 0; step < longest && index > 0; step += 1) {
    const before = quantities[index - 1] as QuantityMention;
    // "8% from 2009 and 13% from 2006": what each is from stands between.
    const phrase = comparisons.find(({ start }) => start >= before.end && start <= before.end + 2);
    const between = withoutTimes(sentence, phrase && phrase.end <= first.start ? phrase.end : before.end, first.start);
    if (before.unit !== quantity.unit || !isListed(between)) break;
    if (/^\s+of(?!\p{L})/iu.test(source.slice(before.end, before.end + 4))) break;
    first = before;
    index -= 1;
  }
  return first;
}
