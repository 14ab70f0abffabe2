import { type Period, parsePeriod, previousPeriod } from "../dataset/index.ts";
import { isNewClause } from "./clauses.ts";
import type { MissingPart, TextSpan } from "./extraction.ts";
import type { PeriodMention } from "./find-mentions.ts";
import type { PreviousUnit } from "./mention.ts";
import type { Reading } from "./reader.ts";
import { isStart, type NamedPeriod, type Sentence } from "./sentence.ts";
import { startOf } from "./start-of.ts";
import { phraseAt, timeOf } from "./time-of.ts";
import type { DatasetVocabulary } from "./vocabulary.ts";

/** The times of a claim, as far as the words say them. */
export interface ReadPeriods {
  readonly period?: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly missing: readonly MissingPart[];
  readonly spans: readonly TextSpan[];
  /** What the words leave open. */
  readonly notes: readonly string[];
}

/** One label of a named time; undefined, with a note, where the words may mean several. */
function labelOf({ labels }: NamedPeriod, dataset: DatasetVocabulary | undefined): string | undefined {
  return dataset ? dataset.period(labels) : labels.length === 1 ? labels[0] : undefined;
}

/** Read as the labels of the data are, where there is a dataset. */
const periodOf = (label: string, dataset: DatasetVocabulary | undefined): Period | undefined =>
  (dataset?.read ?? parsePeriod)(label);

const ambiguous = ({ labels }: NamedPeriod): string => `The words may mean ${labels.join(" or ")}.`;

const vague = ({ source }: Sentence, { start, end }: PeriodMention): string =>
  `"${source.slice(start, end)}" does not say which period.`;

/** The period of a claim about one. */
export function readPeriod(
  { span, draft: { since } }: Reading,
  sentence: Sentence,
  dataset: DatasetVocabulary | undefined,
): ReadPeriods {
  // Since when a record is one is not when it was set.
  const periods = sentence.periods.filter(
    ({ period }) => since === undefined || period.kind !== "named" || !period.labels.includes(since),
  );
  const mention = timeOf(sentence, figureOf(sentence, span), periods);
  if (!mention) return { missing: ["period"], spans: [], notes: [] };
  const { period } = mention;
  const spans = [mention];
  if (period.kind === "named" && period.ends) {
    const end = endOfSpan(sentence, span);
    if (end) return { period: period.ends[end], missing: [], spans, notes: [] };
  }
  if (period.kind === "named") {
    const label = labelOf(period, dataset);
    return label === undefined
      ? { missing: ["period"], spans, notes: [ambiguous(period)] }
      : { period: label, missing: [], spans, notes: [] };
  }
  if (period.kind === "vague") return { missing: ["period"], spans, notes: [vague(sentence, mention)] };
  const anchor = anchorOf(sentence, mention);
  const label = anchor && labelOf(anchor.period, dataset);
  const before = label === undefined ? undefined : periodBefore(periodOf(label, dataset), period.unit);
  return before === undefined
    ? { missing: ["period"], spans, notes: ["Before which period is not said."] }
    : {
        period: before,
        missing: [],
        spans: [...spans, ...(anchor?.spans ?? [])],
        notes: [`The ${period.unit} before ${label}.`],
      };
}

/** `a record low of 3.8`: where its number follows, that has the time. */
function figureOf({ quantities, mentions, source }: Sentence, span: TextSpan): TextSpan {
  const isRecord = mentions.some(({ kind, start }) => kind === "record" && start === span.start);
  const next = isRecord ? quantities.find(({ start }) => start >= span.end) : undefined;
  return next && /^,?\s+(?:of|at)\s+$/iu.test(source.slice(span.end, next.start)) ? next : span;
}

/** Of a number that something came `from`, or went `to`, between two times: which of the two. */
function endOfSpan(sentence: Sentence, span: TextSpan): "from" | "to" | undefined {
  if (phraseAt(sentence, span)?.kind === "from") return "from";
  // "(3,105 to 36,359)".
  const { source, quantities } = sentence;
  const isFirst = quantities.some(
    ({ start }) => start > span.end && /^\s+to\s+$/iu.test(source.slice(span.end, start)),
  );
  if (isFirst && /[([]\s*$/u.test(source.slice(sentence.start, span.start))) return "from";
  return /(?<!\p{L})(?:to|reaching)\s+$/iu.test(sentence.source.slice(sentence.start, span.start)) ? "to" : undefined;
}

/** The named period that "the year before" is the one before of: in the sentence, or the last one in the text. */
function anchorOf(
  sentence: Sentence,
  mention: PeriodMention,
): { readonly period: NamedPeriod; readonly spans: readonly TextSpan[] } | undefined {
  const own = sentence.periods.filter(
    (mention) => mention.period.kind === "named" && !phraseAt(sentence, mention) && !isStart(sentence, mention),
  );
  const nearestOwn = own.filter(({ end }) => end <= mention.start).at(-1) ?? own[0];
  if (nearestOwn?.period.kind === "named") return { period: nearestOwn.period, spans: [nearestOwn] };
  // Of a sentence that says a time of its own, without a name, the text's last one is not the time.
  if (sentence.periods.some(({ period }) => period.kind === "vague")) return undefined;
  return sentence.anchor && { period: sentence.anchor, spans: [] };
}

/** Both ends of a change. */
export function readSpan({ span }: Reading, sentence: Sentence, dataset: DatasetVocabulary | undefined): ReadPeriods {
  const { periods } = sentence;
  const free = periods.filter((mention) => !phraseAt(sentence, mention) && !isStart(sentence, mention));
  const time = timeOf(sentence, span, free) ?? timeOfLevel(sentence, span, free);
  const start = startOf(sentence, span);
  // "12% from 2017 to 2018 and down 18% from 2016": the second begins with its own.
  const isOfAnother = time !== undefined && start !== undefined && time.end <= span.start && start.start >= span.end;
  if (time?.period.kind === "named" && time.period.ends && !isOfAnother) {
    return { ...time.period.ends, missing: [], spans: [time], notes: [] };
  }
  const spans = [start, time].filter((mention) => mention !== undefined);
  const notes = spans.flatMap((mention) => {
    const { period } = mention;
    if (period.kind === "vague") return [vague(sentence, mention)];
    return period.kind === "named" && labelOf(period, dataset) === undefined ? [ambiguous(period)] : [];
  });
  // "On the year before", of a period that the sentence before this one names.
  const said =
    time?.period.kind === "named" && !(isOfAnother && time.period.ends)
      ? time.period
      : start?.period.kind === "previous" && !time && !periods.some(({ period }) => period.kind === "named")
        ? sentence.anchor
        : undefined;
  const last = said && labelOf(said, dataset);
  const first = start && fromOf(start, { to: last, dataset });
  // "68 in 2018, compared with 47 in 2019, a fall of 31%": what came later is what it fell to.
  const isTurned = start !== undefined && start.end <= span.start && isLater(first, last, dataset);
  const [from, to] = isTurned ? [last, first] : [first, last];
  return {
    to: to !== undefined && to !== from ? to : undefined,
    from,
    missing: [
      ...(from === undefined ? (["from"] as const) : []),
      ...(to === undefined || to === from ? (["to"] as const) : []),
    ],
    spans,
    notes,
  };
}

function isLater(label: string | undefined, than: string | undefined, dataset: DatasetVocabulary | undefined): boolean {
  const [one, other] = [label, than].map((text) => (text === undefined ? undefined : periodOf(text, dataset)));
  return one !== undefined && other !== undefined && one.start > other.start;
}

/** `rose 5% from 75 in 2018 to 79 in 2019`: the time of what it came to. */
function timeOfLevel(
  sentence: Sentence,
  { end }: TextSpan,
  periods: readonly PeriodMention[],
): PeriodMention | undefined {
  const level = sentence.quantities.find((other) => other.start >= end && !phraseAt(sentence, other));
  if (!level || isNewClause(sentence.source.slice(end, level.start))) return undefined;
  return /(?<!\p{L})(?:to|reaching)\s+$/iu.test(sentence.source.slice(end, level.start))
    ? timeOf(sentence, level, periods)
    : undefined;
}

/** What a change is from; `previous` is the period as long as `to`, just before it. */
function fromOf(
  { period }: PeriodMention,
  { to, dataset }: { readonly to: string | undefined; readonly dataset: DatasetVocabulary | undefined },
): string | undefined {
  if (period.kind === "vague") return undefined;
  if (period.kind === "named") return labelOf(period, dataset);
  if (to === undefined) return period.unit === "week" ? undefined : "previous";
  const after = periodOf(to, dataset);
  const before = periodBefore(after, period.unit);
  return before !== undefined && before === periodBefore(after, "period") ? "previous" : before;
}

const monthStems = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * The label of the period that lies so long before another: "a year earlier" than a month is that month of the year before.
 * Undefined where the words and the period do not go together: the quarter before a year.
 */
function periodBefore(period: Period | undefined, unit: PreviousUnit): string | undefined {
  if (!period) return undefined;
  if (unit === "period") return previousPeriod(period).label;
  const { start, endExclusive, format } = period;
  if (format === "day") return unit === "year" ? `${Number(start.slice(0, 4)) - 1}${start.slice(4)}` : undefined;
  if (!start.endsWith("-01") || !endExclusive.endsWith("-01")) return undefined;
  const index = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const [first, length] = [index(start), index(endExclusive) - index(start)];
  const back = { year: 12, quarter: 3, month: 1, week: 0 }[unit];
  if (back < length || back === 0) return undefined;
  if (back === length && format !== "months") return previousPeriod(period).label;
  const [year, month] = [Math.floor((first - back) / 12), (first - back) % 12];
  if (format === "month") return `${monthStems[month]} ${year}`;
  if (format === "quarter") return `${year} Q${month / 3 + 1}`;
  if (format === "months" && month + length <= 12)
    return `${monthStems[month]}-${monthStems[month + length - 1]} ${year}`;
  const day = (at: number) => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`;
  return `${day(first - back)}/${day(first - back + length)}`;
}
