import { completeReading } from "./complete-reading.ts";
import type { ClaimProposal, Extraction, TextSpan, UnreadKind, UnreadNumber } from "./extraction.ts";
import { findMentions, type HedgedMention } from "./find-mentions.ts";
import type { Reading, Refusal } from "./reader.ts";
import { readers } from "./readers/index.ts";
import type { NamedPeriod, PeriodMention, QuantityMention, Sentence } from "./sentence.ts";
import { splitSentences } from "./split-sentences.ts";
import { unreadNumber } from "./unread.ts";
import { type CategoryMention, createVocabulary, type ExtractDatasets, type Vocabulary } from "./vocabulary.ts";
import { wordlessReaders } from "./wordless/index.ts";

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
  const vocabulary = createVocabulary(datasets);
  const categories = vocabulary.findCategories(text);
  // "Under 16" may be a category; then it is no number.
  const mentions = findMentions(text).filter(
    (mention) => mention.kind === "period" || !categories.some((category) => isWithin(mention, category)),
  );
  const proposals: Omit<ClaimProposal, "id">[] = [];
  const unread: UnreadNumber[] = [];
  let anchor: NamedPeriod | undefined;
  for (const span of splitSentences(text)) {
    const sentence = sentenceAt(span, { text, mentions, categories, anchor, vocabulary });
    const read = readSentence(sentence);
    proposals.push(...read.proposals);
    unread.push(...read.unread);
    anchor = lastNamed(sentence.periods) ?? anchor;
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
  readonly mentions: readonly HedgedMention[];
  readonly categories: readonly CategoryMention[];
  readonly anchor: NamedPeriod | undefined;
  readonly vocabulary: Vocabulary;
}

function sentenceAt(span: TextSpan, { text, mentions, categories, anchor, vocabulary }: SentenceInput): Sentence {
  const own = mentions.filter((mention) => isWithin(mention, span));
  return {
    ...span,
    source: text,
    mentions: own,
    periods: own.filter((mention): mention is PeriodMention => mention.kind === "period"),
    categories: categories.filter((category) => isWithin(category, span)),
    anchor,
    vocabulary,
  };
}

function readSentence(sentence: Sentence): Pick<Extraction, "unread"> & { proposals: Omit<ClaimProposal, "id">[] } {
  const readings: Reading[] = [];
  const refused = new Map<HedgedMention, UnreadKind>();
  for (const mention of sentence.mentions) {
    if (mention.kind !== "quantity") continue;
    const result = readQuantity(mention, sentence);
    if ("unread" in result) refused.set(mention, result.unread);
    else readings.push(result);
  }
  for (const reader of wordlessReaders) readings.push(...reader(sentence, readings));
  const proposals = readings.map((reading) => completeReading(reading, sentence));
  const taken = proposals.flatMap((proposal) => proposal.readings);
  const unread = sentence.mentions
    .filter((mention) => !taken.some((span) => isWithin(mention, span)))
    .flatMap((mention) => unreadOf(mention, sentence.source, refused.get(mention)));
  return { proposals, unread };
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
    case "rank":
    case "record":
    case "every":
      return [];
  }
}

const lastNamed = (periods: readonly PeriodMention[]): NamedPeriod | undefined =>
  periods.flatMap(({ period }) => (period.kind === "named" ? [period] : [])).at(-1);
