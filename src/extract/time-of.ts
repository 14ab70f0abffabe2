import { isListed, isNewClause } from "./clauses.ts";
import type { ComparisonPhrase } from "./comparison-phrases.ts";
import type { TextSpan } from "./extraction.ts";
import type { PeriodMention } from "./find-mentions.ts";
import { isOfEvent, isStart, type QuantityMention, type Sentence } from "./sentence.ts";

/**
 * The time that goes with a number, if the words say one: what stands in its bracket, before its bracket, after it, before
 * it, at the head of the sentence. Times that something is compared with are of what stands beside them, and of nothing
 * else; a number that is compared with has no time but its own.
 * @param mentions the times to choose from, in the order of the text
 */
export function timeOf(
  sentence: Sentence,
  at: TextSpan,
  mentions: readonly PeriodMention[],
): PeriodMention | undefined {
  const others = mentions.filter(({ start, end }) => !(start < at.end && at.start < end));
  if (others.length === 0) return undefined;
  return (
    inTurn(sentence, at, others) ??
    namedAtBracket(sentence, at, others) ??
    adjacent(sentence, at, others) ??
    atHead(sentence, at, others) ??
    onlyOne(sentence, at, others)
  );
}

export const phraseAt = ({ comparisons }: Sentence, { start }: TextSpan): ComparisonPhrase | undefined =>
  comparisons.find((phrase) => phrase.start <= start && start < phrase.end);

/** The innermost bracket that a mention is in. */
const bracketAt = ({ brackets }: Sentence, { start, end }: TextSpan): TextSpan | undefined =>
  brackets.filter((bracket) => bracket.start < start && end <= bracket.end).at(-1);

/** A time that is not of what stands before the phrase that it is in; `since 2014` is of no figure at all. */
const isUsable = (sentence: Sentence, mention: PeriodMention, at: TextSpan): boolean => {
  const phrase = phraseAt(sentence, mention);
  return phrase ? phrase === phraseAt(sentence, at) : !isStart(sentence, mention) && !isOfEvent(sentence, mention);
};

type Token = QuantityMention | PeriodMention;

const tokensOf = (sentence: Sentence, mentions: readonly PeriodMention[]): readonly Token[] =>
  [...sentence.quantities, ...mentions].sort((a, b) => a.start - b.start);

/** `12, 14 and 15 in 2016, 2017 and 2018`: as many numbers as times, each in its turn. */
function inTurn(sentence: Sentence, at: TextSpan, mentions: readonly PeriodMention[]): PeriodMention | undefined {
  const tokens = tokensOf(sentence, mentions);
  const numbers = runAt(
    sentence,
    tokens,
    tokens.findIndex(({ start }) => start === at.start),
    "quantity",
  );
  if (numbers.length < 2) return undefined;
  const { source } = sentence;
  const isPhrased = /(?<!\p{L})respectively(?!\p{L})/iu.test(source.slice(sentence.start, sentence.end));
  const first = tokens.indexOf(numbers[0] as Token);
  for (const index of [first + numbers.length, first - 1]) {
    const times = runAt(sentence, tokens, index, "period");
    if (times.length !== numbers.length) continue;
    if (!isPhrased && index < first) continue;
    const chosen = times[numbers.findIndex(({ start }) => start === at.start)];
    if (chosen?.kind === "period") return chosen;
  }
  return undefined;
}

/** The list of numbers, or of times, that a token is one of. */
function runAt({ source }: Sentence, tokens: readonly Token[], index: number, kind: Token["kind"]): readonly Token[] {
  if (tokens[index]?.kind !== kind) return [];
  const isNext = (a: Token | undefined, b: Token | undefined) =>
    a?.kind === kind &&
    b?.kind === kind &&
    /^\s*(?:,|,?\s*(?:and|or)|,?\s*&)\s*(?:in\s+)?$/iu.test(source.slice(a.end, b.start));
  let [first, last] = [index, index];
  while (isNext(tokens[first - 1], tokens[first])) first -= 1;
  while (isNext(tokens[last], tokens[last + 1])) last += 1;
  return tokens.slice(first, last + 1);
}

/** `the year before (710)`, `2017: 34%`, `in 2011, when there were 650`: the time that the number is put to. */
function namedAtBracket(
  sentence: Sentence,
  at: TextSpan,
  mentions: readonly PeriodMention[],
): PeriodMention | undefined {
  const bracket = bracketAt(sentence, at);
  const isOwn = ({ start, end }: TextSpan) => bracket !== undefined && bracket.start < start && end <= bracket.end;
  // "March 2019 (0.2% in February)" has a time of its own.
  if (mentions.some((mention) => mention.start >= at.end && isOwn(mention))) return undefined;
  const named = mentions.findLast(
    ({ end }) =>
      end <= at.start &&
      /^\s*(?:[([]\s*(?:[a-z]\s*=\s*)?|['’]s\s+(?:\p{L}+\s+){0,3}|\s(?:average|total|figure|rate|number|peak|low|high|level|baseline)\s+(?:of|was)\s+|:\s*|,?\s+when\s+(?:[\p{L}’'-]+\s+){0,5}|,?\s+(?:it|there|they)\s+(?:was|were)\s+)$/iu.test(
        sentence.source.slice(end, at.start),
      ),
  );
  return named ?? timeBeforeDash(sentence, at, mentions);
}

/** `The number for December 2016 – 550 – is`. */
function timeBeforeDash(
  { source, end }: Sentence,
  at: TextSpan,
  mentions: readonly PeriodMention[],
): PeriodMention | undefined {
  if (!/^\s[–—-]\s/u.test(source.slice(at.end, Math.min(end, at.end + 3)))) return undefined;
  return mentions.findLast(
    (mention) => mention.end <= at.start && /^\s[–—-]\s$/u.test(source.slice(mention.end, at.start)),
  );
}

/** The time right after a number, or after the list that it stands in; else the one right before it. */
function adjacent(sentence: Sentence, at: TextSpan, mentions: readonly PeriodMention[]): PeriodMention | undefined {
  const after = timeAfter(sentence, at, mentions);
  const before = timeBefore(sentence, at, mentions);
  if (!after || !before) return after?.mention ?? before;
  const between = sentence.source.slice(at.end, after.mention.start);
  // "In 2017 there were 32, and in 2018 there were 30."
  const opensNext =
    /(?:,|(?<!\p{L})(?:and|or))\s+(?:(?:in|during|by|for|at|on|from)\s+)?(?:the\s+)?$/iu.test(between) &&
    isFollowed(sentence, after.mention);
  return after.isOverList || opensNext ? before : after.mention;
}

const isFollowed = (sentence: Sentence, mention: PeriodMention): boolean => {
  const next = [...sentence.quantities, ...sentence.periods]
    .sort((a, b) => a.start - b.start)
    .find(({ start }) => start >= mention.end);
  return next?.kind === "quantity" && !isNewClause(sentence.source.slice(mention.end, next.start));
};

function timeAfter(
  sentence: Sentence,
  at: TextSpan,
  mentions: readonly PeriodMention[],
): { readonly mention: PeriodMention; readonly isOverList: boolean } | undefined {
  const own = bracketAt(sentence, at);
  let last = at.end;
  let isOverList = false;
  for (const token of tokensOf(sentence, mentions)) {
    if (token.start < at.end) continue;
    if (own && token.start >= own.end) break;
    const other = bracketAt(sentence, token);
    const isAside = other !== undefined && other !== own && !(own && own.start > other.start && own.end < other.end);
    if (token.kind === "quantity") {
      if (isAside) continue;
      if (!isListed(sentence.source.slice(last, token.start)) || phraseAt(sentence, token) !== phraseAt(sentence, at))
        return undefined;
      last = token.end;
      isOverList = true;
      continue;
    }
    if (!isUsable(sentence, token, at)) return undefined;
    // "To 108 following a stable period between 2015 and 2018."
    if (
      /(?<!\p{L})(?:following|(?<!looked\s)after|before|prior\s+to|since)(?!\p{L})/iu.test(
        sentence.source.slice(at.end, token.start),
      )
    )
      return undefined;
    return isNewClause(sentence.source.slice(at.end, token.start)) ? undefined : { mention: token, isOverList };
  }
  return undefined;
}

function timeBefore(sentence: Sentence, at: TextSpan, mentions: readonly PeriodMention[]): PeriodMention | undefined {
  const own = bracketAt(sentence, at);
  const phrase = phraseAt(sentence, at);
  for (const token of tokensOf(sentence, mentions).toReversed()) {
    if (token.end > at.start) continue;
    const tokenPhrase = phraseAt(sentence, token);
    // What another phrase compares with is passed over, with its numbers.
    if (tokenPhrase && tokenPhrase !== phrase) continue;
    // A number that is compared with has no time but its own.
    if (phrase && !tokenPhrase) return undefined;
    const other = bracketAt(sentence, token);
    const isAside = other !== undefined && other !== own;
    if (token.kind === "quantity") {
      if (isAside) continue;
      // The number whose bracket this is has the same time.
      if (own && !bracketAt(sentence, token) && /^[^,;]*$/u.test(sentence.source.slice(token.end, own.start)))
        return timeOf(sentence, token, mentions);
      return undefined;
    }
    if (!isUsable(sentence, token, at)) continue;
    return isNewClause(sentence.source.slice(token.end, at.start)) ? undefined : token;
  }
  return undefined;
}

/** `In 2018, …`: the time of every number of the sentence that has none of its own. */
function atHead(sentence: Sentence, at: TextSpan, mentions: readonly PeriodMention[]): PeriodMention | undefined {
  const [first] = sentence.quantities;
  const head = mentions.findLast(
    (mention) =>
      mention.end <= Math.min(first?.start ?? at.start, at.start) &&
      !phraseAt(sentence, mention) &&
      !isStart(sentence, mention) &&
      !isOfEvent(sentence, mention),
  );
  const phrase = phraseAt(sentence, at);
  const hasEnds = head?.period.kind === "named" && head.period.ends !== undefined;
  if (!phrase || (phrase.kind === "from" && hasEnds)) return head;
  // "34% of boys, compared with 28% of girls" are of one time; "compared with 258" is of another.
  const isOfOthers = /^\s+(?:of|in|for|among)\s+(?!total|all)/iu.test(sentence.source.slice(at.end, phrase.end));
  const hasTime = sentence.periods.some((mention) => phraseAt(sentence, mention) === phrase);
  return phrase.kind === "other" && isOfOthers && !hasTime ? head : undefined;
}

/** Where the sentence says one time only, and says it of no comparison: that, within the clause. */
function onlyOne(sentence: Sentence, at: TextSpan, mentions: readonly PeriodMention[]): PeriodMention | undefined {
  if (phraseAt(sentence, at)) return undefined;
  const free = mentions.filter(
    (mention) => !phraseAt(sentence, mention) && !isStart(sentence, mention) && !isOfEvent(sentence, mention),
  );
  const [only, ...others] = free.filter(({ period }) => period.kind === "named");
  const isBetween = ({ start }: TextSpan) =>
    only && start > Math.min(at.start, only.start) && start < Math.max(at.start, only.start);
  if (!only || others.length > 0 || free.some(isBetween)) return undefined;
  const between =
    only.start >= at.end ? sentence.source.slice(at.end, only.start) : sentence.source.slice(only.end, at.start);
  return isNewClause(between) ? undefined : only;
}
