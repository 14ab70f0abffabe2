import type { ComparisonPhrase } from "./comparison-phrases.ts";
import type { TextSpan } from "./extraction.ts";
import type { HedgedMention, PeriodMention } from "./find-mentions.ts";
import type { PeriodReading } from "./mention.ts";
import type { CategoryMention, Vocabulary } from "./vocabulary.ts";

export type QuantityMention = Extract<HedgedMention, { kind: "quantity" }>;
export type NamedPeriod = Extract<PeriodReading, { kind: "named" }>;

/** A sentence with all that was found in it. */
export interface Sentence extends TextSpan {
  /** The whole text; spans are offsets into it. */
  readonly source: string;
  readonly mentions: readonly HedgedMention[];
  readonly quantities: readonly QuantityMention[];
  readonly periods: readonly PeriodMention[];
  readonly categories: readonly CategoryMention[];
  readonly comparisons: readonly ComparisonPhrase[];
  /** The outer ones before those within. */
  readonly brackets: readonly TextSpan[];
  /** The last period that was named before this sentence, for "the year before". */
  readonly anchor: NamedPeriod | undefined;
  readonly vocabulary: Vocabulary;
}

/** The words before an offset, back to the number before it or to where the sentence begins. */
export function wordsBefore({ source, start, quantities }: Sentence, index: number): string {
  return source.slice(quantities[indexFrom(quantities, index) - 1]?.end ?? start, index);
}

/** The words after an offset, up to the next number or to where the sentence ends. */
export function wordsAfter({ source, end, quantities }: Sentence, index: number): string {
  return source.slice(index, quantities[indexFrom(quantities, index)]?.start ?? end);
}

/** Whether a number stands wholly between two offsets. */
function isNumberBetween({ quantities }: Sentence, from: number, to: number): boolean {
  return (quantities[indexFrom(quantities, from)]?.end ?? Number.POSITIVE_INFINITY) <= to;
}

const small =
  "in|for|of|the|during|that|those|it|they|there|was|were|figure|number|rate|total|level|average|monthly|annual|mean|low|high|peak|pre-\\p{L}+";
const starts = new RegExp(
  `(?<!\\p{L})(?:since(?:\\s+[\\p{L}&’'-]+){0,6}|than|as(?!\\s+(?:at|of|on)(?!\\p{L}))|was|were|(?:up)?on|against|(?<=(?:compar\\p{L}*|contrast\\p{L}*|line|level)\\s(?:\\p{L}+\\s)?)with|(?<!(?:years?|months?|quarters?|weeks?|period)\\s)to|versus|from|above|below|(?<!looked\\s)after|before|double|twice|times|(?<!by\\s(?:an?\\s)?)half)\\s+(?:(?:${small})\\s+)*$`,
  "iu",
);
/** "On 31 March" is when, "up 4% on 31 March" since when. */
const onDay =
  /(?<!\p{L})(?<!(?:%|per\s?cent|pc|points?|rise|increase|fall|decrease|drop|reduction|more|fewer|less|higher|lower|(?<!\p{L})(?:up|down)\s[\d,.]{1,12}(?:\s\p{L}{1,9})?)\s)on\s+(?:the\s+)?$/iu;

/** "A 15% reduction on the 1,517 applications received during 2014/15": when the figure is of that a change starts from. */
const onFigure =
  /(?:%|per\s?cent|pc|points?|rise|increase|fall|decrease|drop|reduction|(?<!\p{L})(?:up|down)\s[\d,.]{1,12})\s+(?:up)?on\s+(?:the\s+)?\d[\d,.]*(?:\s[\p{L}’'-]+){0,4}?\s(?:in|during|for|of)\s+(?:the\s+)?$/iu;

/** `since 2014`, `than in 2017`, `a rise on 2017/18`, `double the figure for 2018`: what something is compared with. */
export function isStart({ source, start }: Pick<Sentence, "source" | "start">, mention: PeriodMention): boolean {
  const { period } = mention;
  const before = source.slice(start, mention.start);
  if (period.kind === "named") {
    if (period.ends && !/(?<!\p{L})(?:above|below|than|with)\s+(?:the\s+)?$/iu.test(before)) return false;
    if (/^\d{4}-\d{2}-\d{2}$/.test(period.labels[0]) && onDay.test(before)) return false;
  }
  if (starts.test(before) || onFigure.test(before)) return true;
  // Another than its own, whatever the words around it: "a year earlier", "on the year".
  return (
    period.kind === "previous" &&
    !/(?<!\p{L})(?:in|during|for|recorded)\s+(?:the\s+)?$/iu.test(before) &&
    /^(?:on|over|year|quarter|month|week|yoy|[yqm](?:-o-|\/))/iu.test(source.slice(mention.start, mention.end))
  );
}

const publication =
  "(?:reports?|estimates?|figures?|data|statistics|stud(?:y|ies)|surveys?|reviews?|releases?|analys[ie]s|papers?|polls?|census)";
const events = new RegExp(
  [
    "(?<!\\p{L})(?:following|(?<!looked\\s)after|before|prior\\s+to|ahead\\s+of)\\s+(?:[\\p{L}’'-]+\\s+){1,6}?(?:in|during|of)\\s+(?:the\\s+)?$",
    `(?<!\\p{L})${publication}\\s+(?:(?:was|were|first|that)\\s+){0,2}(?:released|published|issued|unveiled)\\s+(?:by\\s+(?:[^\\s,;]+\\s+){1,6}?)?(?:in|on)\\s+$`,
  ].join("|"),
  "iu",
);

/** `after a spike in 2017`, `an estimate released in December 2019`: when something else was, or was published. */
export const isOfEvent = ({ source, start }: Pick<Sentence, "source" | "start">, mention: PeriodMention): boolean =>
  events.test(source.slice(start, mention.start));

/** Index of the first number that begins at an offset or after it; numbers are in order, and do not overlap. */
function indexFrom(quantities: readonly QuantityMention[], index: number): number {
  let [low, high] = [0, quantities.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quantities[middle]?.start ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Which of some mentions goes with a number: the next one after it that no other number comes before; else the last one
 * before it; else, where there is only one in the sentence, that. `isShared` says which may be meant of several numbers:
 * "the year before" goes with the number that it stands by, and with no other.
 */
export function nearest<T extends TextSpan>(
  sentence: Sentence,
  at: TextSpan,
  { mentions, isShared = () => true }: { readonly mentions: readonly T[]; readonly isShared?: (mention: T) => boolean },
): T | undefined {
  if (mentions.length === 0) return undefined;
  const between = (from: number, to: number) => isNumberBetween(sentence, from, to);
  const isOwn = ({ start, end }: T) => start < at.end && at.start < end;
  const others = mentions.filter((mention) => !isOwn(mention));
  const after = others.find(({ start }) => start >= at.end && !between(at.end, start));
  const before = others.filter(({ end }) => end <= at.start && !between(end, at.start)).at(-1);
  // What follows goes with the number unless a new clause begins in between.
  const isNewClause =
    after &&
    /[;:–]|,\s+(?:while|whereas|but|and|compared|against|up|down)\b/i.test(sentence.source.slice(at.end, after.start));
  if (after && !(before && isNewClause)) return after;
  if (before) return before;
  const shared = others.filter(isShared);
  return shared.length === 1 ? shared[0] : shared.filter(({ end }) => end <= at.start).at(-1);
}
