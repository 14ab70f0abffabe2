import { parsePeriod, previousPeriod } from "../../dataset/index.ts";
import type { MissingPart, TextSpan } from "./extraction.ts";
import type { Reading } from "./reader.ts";
import { isBeside, isStart, type NamedPeriod, nearest, type PeriodMention, type Sentence } from "./sentence.ts";
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
  // Since when a record is one is not when it was set; nor is what a figure is compared with its own time.
  const candidates = sentence.periods.filter(
    (mention) =>
      !isStart(sentence, mention) &&
      (since === undefined || mention.period.kind !== "named" || !mention.period.labels.includes(since)),
  );
  const mention = nearest(sentence, span, {
    places: candidates,
    isShared: ({ period }) => period.kind === "named",
  });
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

/**
 * Both ends of a change. The times between the number before and the number after go with it; where there are none,
 * those of the whole sentence.
 */
export function readSpan({ span }: Reading, sentence: Sentence, dataset: DatasetVocabulary | undefined): ReadPeriods {
  const own = sentence.periods.filter((mention) => isBeside(sentence, span, mention));
  const periods = own.length > 0 ? own : sentence.periods;
  const named = periods.flatMap((mention) => {
    const { period } = mention;
    return period.kind === "named" ? [{ mention, period, label: labelOf(period, dataset) }] : [];
  });
  const relative = periods.find(({ period }) => period.kind === "previous");
  const vagueOne = periods.find(({ period }) => period.kind === "vague");
  const spans = [...named.map(({ mention }) => mention), relative, vagueOne].filter((mention) => mention !== undefined);
  const notes = [
    ...named.flatMap(({ label, period }) => (label === undefined ? [ambiguous(period)] : [])),
    ...(vagueOne ? [vague(sentence, vagueOne)] : []),
  ];
  const labels = [...new Set(named.flatMap(({ label }) => label ?? []))].sort(byStart);
  const [first, second] = labels;
  if (labels.length > 2) return { missing: ["from", "to"], spans, notes: [...notes, "Several periods are named."] };
  if (first !== undefined && second !== undefined) return { from: first, to: second, missing: [], spans, notes };
  const isFrom = first !== undefined && named.length === 1 && named.every(({ mention }) => isStart(sentence, mention));
  // "On the year before", of a period that this sentence or one before it names.
  const before = lastNamedBefore(sentence, span);
  const said = before ?? (relative && named.length === 0 ? sentence.anchor : undefined);
  const to = isFrom || first === undefined ? said && labelOf(said, dataset) : first;
  const from = isFrom ? first : relative && "previous";
  return {
    ...(to !== undefined && to !== from && { to }),
    ...(from !== undefined && { from }),
    missing: [...(from === undefined ? (["from"] as const) : []), ...(to === undefined ? (["to"] as const) : [])],
    spans,
    notes,
  };
}

/** The last period before a number that says when, and not what it is compared with. */
function lastNamedBefore(sentence: Sentence, { start }: TextSpan): NamedPeriod | undefined {
  return sentence.periods
    .flatMap((mention) =>
      mention.period.kind === "named" && mention.end <= start && !isStart(sentence, mention) ? [mention.period] : [],
    )
    .at(-1);
}

const byStart = (a: string, b: string): number =>
  (parsePeriod(a)?.start ?? a).localeCompare(parsePeriod(b)?.start ?? b, "en");
