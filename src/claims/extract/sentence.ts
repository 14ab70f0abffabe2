import type { TextSpan } from "./extraction.ts";
import type { HedgedMention } from "./find-mentions.ts";
import type { PeriodReading } from "./mention.ts";
import type { CategoryMention, Vocabulary } from "./vocabulary.ts";

export type PeriodMention = Extract<HedgedMention, { kind: "period" }>;
export type QuantityMention = Extract<HedgedMention, { kind: "quantity" }>;
export type NamedPeriod = Extract<PeriodReading, { kind: "named" }>;

/** A sentence with all that was found in it. */
export interface Sentence extends TextSpan {
  /** The whole text; spans are places in it. */
  readonly source: string;
  readonly mentions: readonly HedgedMention[];
  readonly periods: readonly PeriodMention[];
  readonly categories: readonly CategoryMention[];
  /** The last period that was named before this sentence, for "the year before". */
  readonly anchor: NamedPeriod | undefined;
  readonly vocabulary: Vocabulary;
}

/** The words before a place, back to the number before it or to where the sentence begins. */
export function wordsBefore({ source, start, mentions }: Sentence, place: number): string {
  const last = mentions.filter(({ kind, end }) => kind === "quantity" && end <= place).at(-1);
  return source.slice(last?.end ?? start, place);
}

/** The words after a place, up to the next number or to where the sentence ends. */
export function wordsAfter({ source, end, mentions }: Sentence, place: number): string {
  const next = mentions.find(({ kind, start }) => kind === "quantity" && start >= place);
  return source.slice(place, next?.start ?? end);
}

/**
 * Which of some places goes with a number: the next one after it that no other number comes before; else the last one
 * before it; else, where there is only one in the sentence, that.
 */
export function nearest<T extends TextSpan>(sentence: Sentence, at: TextSpan, places: readonly T[]): T | undefined {
  const numbers = sentence.mentions.filter(({ kind }) => kind === "quantity");
  const between = (from: number, to: number) => numbers.some(({ start, end }) => start >= from && end <= to);
  const isOwn = ({ start, end }: T) => start < at.end && at.start < end;
  const others = places.filter((place) => !isOwn(place));
  const after = others.find(({ start }) => start >= at.end && !between(at.end, start));
  const before = others.filter(({ end }) => end <= at.start && !between(end, at.start)).at(-1);
  // What follows goes with the number unless a new clause begins in between.
  const isNewClause =
    after &&
    /[;:–]|,\s+(?:while|whereas|but|and|compared|against|up|down)\b/i.test(sentence.source.slice(at.end, after.start));
  if (after && !(before && isNewClause)) return after;
  if (before) return before;
  return others.length === 1 ? others[0] : others.filter(({ end }) => end <= at.start).at(-1);
}
