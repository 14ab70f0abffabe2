import type { Sentence } from "./sentence.ts";
import { phraseAt } from "./time-of.ts";

const lead =
  /(?<!\p{L})(?:than|as|that\s+of|(?:number|rate|figure|total|share|level|average)\s+(?:in|for|of|on))\s+(?:(?:in|for|on|at|by)\s+)?(?:(?:the\s+(?:figure|rate|number|one)|that|those)\s+(?:in|for|on|of|by)\s+)?$/iu;

/** Where the other side of a comparison begins: the category that is named after `than in`, `as in`, `the rate in`. */
export function namedComparand({ source, categories }: Sentence, from: number): number | undefined {
  return categories.find(({ start }) => {
    const between = source.slice(from, start);
    return start >= from && !/[.;:]/.test(between) && lead.test(between);
  })?.start;
}

/** The same; without a name that the datasets know, whoever or whatever it is that stands there and is no time. */
export const comparandStart = (sentence: Sentence, from: number): number | undefined =>
  namedComparand(sentence, from) ?? otherThanTime(sentence, from) ?? otherAsTime(sentence, from);

const times =
  /^(?:before|previously|ever|at|it|they|there|in|during|on|for|a|an|the|any|same|previous|last|this|those|that|figures?|levels?|numbers?|rates?|time|times|period|peak|record|high|low|highest|lowest|pandemic|previous\s+years?|before\s+.*|year|years|quarter|month|decades?|ago|earlier|recorded|seen|reached|hit|set|of|was|were|had|been|usual|since|point|pre-.*)$/iu;

/** `as high as the average`, `as many as among women`: the same of "as … as", where a number stands before it. */
function otherAsTime({ source, end, mentions }: Sentence, from: number): number | undefined {
  const lead = /^\s+as\s+(?:[\p{L}’'-]+\s+){1,4}?as\s+/iu.exec(source.slice(from, end))?.[0];
  if (lead === undefined) return undefined;
  const start = from + lead.length;
  const next = mentions.find((mention) => mention.end > start)?.start ?? end;
  const words = /^[^.,;:()]*/u.exec(source.slice(start, Math.max(start, next)))?.[0] ?? "";
  return isTime(words) ? undefined : start;
}

const isTime = (words: string): boolean =>
  words
    .split(/[^\p{L}’'-]+/u)
    .filter(Boolean)
    .every((word) => times.test(word));

/** `than women`, `than among those under 25`, `compared with the average`: nobody that the datasets name, and no time. */
function otherThanTime(sentence: Sentence, from: number): number | undefined {
  const { source, quantities, periods, comparisons } = sentence;
  const phrase = comparisons.find(({ start, kind }) => start >= from && kind === "other");
  const isNumber = quantities.some(({ start }) => start >= from && phrase && start < phrase.start);
  if (!phrase || isNumber || /[.;:]/u.test(source.slice(from, phrase.start))) return undefined;
  // Whoever stands before the first number or time of the phrase, if somebody does.
  const own = [...quantities, ...periods].filter((mention) => phraseAt(sentence, mention) === phrase);
  const end = Math.min(phrase.end, ...own.map(({ start }) => start));
  const words = source.slice(phrase.start, end);
  const marker =
    /^(?:(?:as\s+)?compared\s+(?:with|to)|in\s+comparison\s+(?:with|to)|relative\s+to|as\s+opposed\s+to|in\s+contrast\s+(?:with|to)|\p{L}+)\s*/iu.exec(
      words,
    )?.[0] ?? "";
  if (/^when(?!\p{L})/iu.test(words.slice(marker.length))) return undefined;
  return isTime(words.slice(marker.length)) ? undefined : phrase.start + marker.length;
}
