import { parsePeriod, previousPeriod } from "../../dataset/index.ts";
import type { MissingPart, TextSpan } from "./extraction.ts";
import type { Reading } from "./reader.ts";
import { type NamedPeriod, nearest, type PeriodMention, type Sentence } from "./sentence.ts";
import type { DatasetVocabulary } from "./vocabulary.ts";

/** The times of a claim, as far as the words say them. */
export interface ReadPeriods {
  readonly period?: string;
  readonly from?: string;
  readonly to?: string;
  readonly missing: readonly MissingPart[];
  readonly spans: readonly TextSpan[];
  /** What the words leave open. */
  readonly notes: readonly string[];
}

/** One label of a named time; undefined, with a note, where the words may mean several. */
function labelOf({ labels }: NamedPeriod, dataset: DatasetVocabulary | undefined): string | undefined {
  return dataset ? dataset.period(labels) : labels.length === 1 ? labels[0] : undefined;
}

const ambiguous = ({ labels }: NamedPeriod): string => `The words may mean ${labels.join(" or ")}.`;

/** The period of a claim about one. */
export function readPeriod(
  { span, draft: { since } }: Reading,
  sentence: Sentence,
  dataset: DatasetVocabulary | undefined,
): ReadPeriods {
  // Since when a record is one is not when it was set.
  const candidates = sentence.periods.filter(
    ({ period }) => since === undefined || period.kind !== "named" || !period.labels.includes(since),
  );
  const mention = nearest(sentence, span, candidates);
  if (!mention) return { missing: ["period"], spans: [], notes: [] };
  const { period } = mention;
  const spans = [mention];
  if (period.kind === "named") {
    const label = labelOf(period, dataset);
    return label === undefined
      ? { missing: ["period"], spans, notes: [ambiguous(period)] }
      : { period: label, missing: [], spans, notes: [] };
  }
  if (period.kind === "previous") {
    const anchor = anchorOf(sentence, mention);
    const label = anchor && labelOf(anchor.period, dataset);
    const parsed = label === undefined ? undefined : parsePeriod(label);
    if (!parsed) return { missing: ["period"], spans, notes: ["Before which period is not said."] };
    return {
      period: previousPeriod(parsed).label,
      missing: [],
      spans: [...spans, ...(anchor?.spans ?? [])],
      notes: [`The period before ${label}.`],
    };
  }
  return { missing: ["period"], spans, notes: [vague(sentence, mention)] };
}

const vague = ({ source }: Sentence, { start, end }: PeriodMention): string =>
  `"${source.slice(start, end)}" does not say which period.`;

/** The named period that "the year before" is the one before of: in the sentence, or the last one in the text. */
function anchorOf(
  sentence: Sentence,
  mention: PeriodMention,
): { readonly period: NamedPeriod; readonly spans: readonly TextSpan[] } | undefined {
  const own = sentence.periods.filter(({ period }) => period.kind === "named");
  const nearestOwn = own.filter(({ end }) => end <= mention.start).at(-1) ?? own[0];
  if (nearestOwn?.period.kind === "named") return { period: nearestOwn.period, spans: [nearestOwn] };
  return sentence.anchor && { period: sentence.anchor, spans: [] };
}

/** Both ends of a change. */
export function readSpan(_reading: Reading, sentence: Sentence, dataset: DatasetVocabulary | undefined): ReadPeriods {
  const named = sentence.periods.flatMap((mention) =>
    mention.period.kind === "named"
      ? [{ mention, label: labelOf(mention.period, dataset), period: mention.period }]
      : [],
  );
  const relative = sentence.periods.find(({ period }) => period.kind === "previous");
  const spans = [...named.map(({ mention }) => mention), ...(relative ? [relative] : [])];
  const notes = named.flatMap(({ label, period }) => (label === undefined ? [ambiguous(period)] : []));
  const labels = [...new Set(named.flatMap(({ label }) => label ?? []))].sort(byStart);
  const [first, second] = labels;
  if (first !== undefined && second !== undefined && labels.length === 2) {
    return { from: first, to: second, missing: [], spans, notes };
  }
  const vagueOne = sentence.periods.find(({ period }) => period.kind === "vague");
  const more = vagueOne ? [vague(sentence, vagueOne)] : [];
  if (labels.length > 2) {
    return { missing: ["from", "to"], spans, notes: [...notes, "Several periods are named."] };
  }
  const isSince =
    named.length === 1 &&
    /(?<!\p{L})since\s+(?:the\s+)?$/iu.test(sentence.source.slice(sentence.start, named[0]?.mention.start));
  if (isSince && first !== undefined) return { from: first, missing: ["to"], spans, notes: [...notes, ...more] };
  // "On the year before", of a period that this sentence or one before it names.
  const to = first ?? (relative && !named.length && sentence.anchor ? labelOf(sentence.anchor, dataset) : undefined);
  return {
    ...(to !== undefined && { to }),
    ...(relative && { from: "previous" }),
    missing: [...(relative ? [] : (["from"] as const)), ...(to === undefined ? (["to"] as const) : [])],
    spans: [...spans, ...(vagueOne ? [vagueOne] : [])],
    notes: [...notes, ...more],
  };
}

const byStart = (a: string, b: string): number =>
  (parsePeriod(a)?.start ?? a).localeCompare(parsePeriod(b)?.start ?? b, "en");
