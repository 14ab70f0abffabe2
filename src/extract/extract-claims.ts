import { findBrackets } from "./clauses.ts";
import { findComparisonPhrases } from "./comparison-phrases.ts";
import { completeReading } from "./complete-reading.ts";
import type { ClaimProposal, Extraction, TextSpan, UnreadKind, UnreadNumber } from "./extraction.ts";
import { findMentions, type HedgedMention, type PeriodMention } from "./find-mentions.ts";
import { joinPeriods } from "./join-periods.ts";
import type { Reading, Refusal } from "./reader.ts";
import { readers } from "./readers/index.ts";
import { isStart, type NamedPeriod, type QuantityMention, type Sentence } from "./sentence.ts";
import { shareUnits } from "./share-units.ts";
import { splitSentences } from "./split-sentences.ts";
import { unreadNumber } from "./unread.ts";
import { createVocabulary, type ExtractDatasets, type Vocabulary } from "./vocabulary.ts";
import { wordlessReaders } from "./wordless/index.ts";

/** What `extractClaims` knows of the subject of the text. */
export interface ExtractOptions {
  /** Datasets, or definitions of some, whose areas, categories and measures are looked for. */
  readonly datasets?: ExtractDatasets;
}

/**
 * Proposes the claims that an English text makes, for somebody to confirm: numbers, per cent, fractions, times, records,
 * places, directions, with their hedges, periods and areas. Every number of the text is in a proposal or in `unread`,
 * with the reason. Patterns do it, no language model: the same text gives the same proposals.
 */
export function extractClaims(text: string, { datasets = {} }: ExtractOptions = {}): Extraction {
  // Hyphens of every kind are one, of one length: "two‑thirds".
  const plain = text.replaceAll(/[\u2010\u2011]/gu, "-");
  const { proposals, unread } = readText(plain, createVocabulary(datasets));
  if (plain === text) return { proposals, unread };
  const said = ({ start, end }: TextSpan) => text.slice(start, end);
  return {
    proposals: proposals.map((proposal) => ({
      ...proposal,
      text: said(proposal.span),
      sentence: { ...proposal.sentence, text: said(proposal.sentence) },
    })),
    unread: unread.map((number) => ({ ...number, text: said(number) })),
  };
}

function readText(text: string, vocabulary: Vocabulary): Extraction {
  const proposals: Omit<ClaimProposal, "id">[] = [];
  const unread: UnreadNumber[] = [];
  let anchor: NamedPeriod | undefined;
  for (const span of splitSentences(text)) {
    const sentence = sentenceAt(span, { text, anchor, vocabulary });
    const read = readSentence(sentence);
    proposals.push(...read.proposals);
    unread.push(...read.unread);
    anchor = lastNamed(sentence) ?? anchor;
  }
  return {
    proposals: proposals
      .sort((a, b) => a.span.start - b.span.start)
      .map((proposal, index) => ({ id: `p${index + 1}`, ...proposal })),
    unread: unread.sort((a, b) => a.start - b.start),
  };
}

const isWithin = (inner: TextSpan, outer: TextSpan): boolean => inner.start >= outer.start && inner.end <= outer.end;

interface SentenceInput {
  readonly text: string;
  readonly anchor: NamedPeriod | undefined;
  readonly vocabulary: Vocabulary;
}

function sentenceAt(span: TextSpan, { text, anchor, vocabulary }: SentenceInput): Sentence {
  // Sentence by sentence, so that nothing is read across the end of one.
  const words = text.slice(span.start, span.end);
  const shifted = <T extends TextSpan>(found: T): T => ({
    ...found,
    start: found.start + span.start,
    end: found.end + span.start,
  });
  const categories = vocabulary.findCategories(words).map(shifted);
  const own = shareUnits(words, joinPeriods(words, findMentions(words), vocabulary.readers))
    .map(shifted)
    .map((mention) => (categories.some((category) => isWithin(mention, category)) ? asName(mention) : mention));
  const quantities = own.filter((mention): mention is QuantityMention => mention.kind === "quantity");
  const periods = own.filter((mention): mention is PeriodMention => mention.kind === "period");
  return {
    ...span,
    source: text,
    mentions: own,
    quantities,
    periods,
    categories,
    comparisons: findComparisonPhrases(words, span.start, {
      quantities,
      periods,
      // "And the highest since": not of "than the previous record low".
      stops: own.filter(
        ({ kind, start }) =>
          (kind === "record" || kind === "rank") &&
          /(?:,|(?<!\p{L})and|(?<!\p{L})or)\s+(?:(?:is|was|are)\s+)?(?:(?:the|its|their|an?)\s+)?$/iu.test(
            text.slice(span.start, start),
          ),
      ),
    }),
    brackets: findBrackets(words).map(shifted),
    anchor,
    vocabulary,
  };
}

/** "Under 16" may be a category; then it is no number. */
const asName = ({ start, end }: TextSpan): HedgedMention => ({
  start,
  end,
  kind: "not-a-statistic",
  what: "name",
  hedge: "none",
});

function readSentence(sentence: Sentence): Pick<Extraction, "unread"> & { proposals: Omit<ClaimProposal, "id">[] } {
  const readings: Reading[] = [];
  const refused = new Map<HedgedMention, UnreadKind>();
  for (const mention of sentence.quantities) {
    const result = readQuantity(mention, sentence);
    if ("unread" in result) refused.set(mention, result.unread);
    else readings.push(result);
  }
  for (const reader of wordlessReaders) readings.push(...reader(sentence, readings));
  const proposals = readings.map((reading) => completeReading(reading, sentence));
  const unread = leftOver(
    sentence.mentions,
    proposals.flatMap((proposal) => proposal.readings),
  ).flatMap((mention) => unreadOf(mention, sentence.source, refused.get(mention)));
  return { proposals, unread };
}

/** The mentions that lie within none of the spans. Both are walked once, in the order of the text. */
function leftOver(mentions: readonly HedgedMention[], spans: readonly TextSpan[]): readonly HedgedMention[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let next = 0;
  let reach = -1;
  return mentions.filter(({ start, end }) => {
    for (; next < sorted.length && (sorted[next]?.start ?? 0) <= start; next += 1) {
      reach = Math.max(reach, sorted[next]?.end ?? 0);
    }
    return end > reach;
  });
}

function readQuantity(quantity: QuantityMention, sentence: Sentence): Reading | Refusal {
  for (const reader of readers) {
    const result = reader(quantity, sentence);
    if (result) return result;
  }
  return { unread: "number" };
}

/** A mention that no proposal took; a time without a number is passed over. */
function unreadOf(mention: HedgedMention, source: string, refused: UnreadKind | undefined): readonly UnreadNumber[] {
  switch (mention.kind) {
    case "not-a-statistic":
    case "not-understood":
      return [unreadNumber(source, mention, mention.what)];
    case "period":
      return /\p{N}/u.test(source.slice(mention.start, mention.end)) ? [unreadNumber(source, mention, "date")] : [];
    case "quantity":
      return [unreadNumber(source, mention, refused ?? "number")];
    case "rate base":
      return [unreadNumber(source, mention, "rate base")];
    case "rank":
    case "record":
    case "every":
      return [];
  }
}

/** The last period that a sentence is about. */
const lastNamed = (sentence: Sentence): NamedPeriod | undefined =>
  sentence.periods
    .flatMap((mention) => (mention.period.kind === "named" && !isStart(sentence, mention) ? [mention.period] : []))
    .at(-1);
