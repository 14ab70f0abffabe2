import type { ClaimDraft } from "../claims/index.ts";
import type { MeasureSpec } from "../dataset/index.ts";
import { defined } from "../diagnostics/index.ts";
import { decimalsOf, exact } from "../language/index.ts";
import { chooseCategories, heldAt } from "./choose-categories.ts";
import type { ClaimProposal, MissingPart, ProposedKind, TextSpan } from "./extraction.ts";
import { measureOf } from "./measure-of.ts";
import { otherSide, sideOf } from "./other-side.ts";
import { type ReadPeriods, readPeriod, readSpan } from "./read-periods.ts";
import type { Reading } from "./reader.ts";
import type { Sentence } from "./sentence.ts";
import type { DatasetVocabulary } from "./vocabulary.ts";

/** Finds the dataset, measure, categories and times of a reading in its sentence, and says what is still missing. */
export function completeReading(reading: Reading, sentence: Sentence): Omit<ClaimProposal, "id"> {
  const candidates = sentence.vocabulary.datasets.map((dataset) => completeIn(dataset, reading, sentence));
  const best = bestOf(candidates);
  const found = best ?? withoutDataset(reading, sentence);
  const { source, start, end } = sentence;
  const undecided = !best && candidates.some(({ score }) => score > 1) ? ["More than one dataset fits the words."] : [];
  return {
    kind: found.kind,
    span: reading.span,
    text: source.slice(reading.span.start, reading.span.end),
    sentence: { start, end, text: source.slice(start, end) },
    readings: merged([reading.span, ...(reading.base ? [reading.base] : []), ...found.spans]),
    stated: found.stated,
    draft: found.draft,
    missing: [...found.missing, ...(reading.missing ?? [])],
    explanation: [reading.explanation, ...found.notes, ...undecided].join(" "),
  };
}

interface Completed {
  readonly kind: ProposedKind;
  readonly stated: ClaimProposal["stated"];
  readonly draft: ClaimDraft;
  readonly missing: readonly MissingPart[];
  readonly spans: readonly TextSpan[];
  readonly notes: readonly string[];
  /** How much of the sentence the dataset has names for. */
  readonly score: number;
}

/** The one dataset that fits best; undefined where none fits, or two do as well. */
function bestOf(candidates: readonly Completed[]): Completed | undefined {
  const [best, second] = [...candidates].sort((a, b) => b.score - a.score);
  return best && best.score > 1 && best.score !== second?.score ? best : undefined;
}

const isSpan = (kind: ProposedKind): boolean => kind === "change" || kind === "direction";

const periodsOf = (reading: Reading, sentence: Sentence, dataset: DatasetVocabulary | undefined): ReadPeriods =>
  (isSpan(reading.kind) ? readSpan : readPeriod)(reading, sentence, dataset);

/** Without a dataset: the times alone. */
function withoutDataset(reading: Reading, sentence: Sentence): Completed {
  const { period, from, to, missing, spans, notes } = periodsOf(reading, sentence, undefined);
  return {
    kind: reading.kind,
    stated: reading.stated,
    draft: defined({ ...reading.draft, at: period === undefined ? undefined : { period }, from, to }),
    missing: ["dataset", ...missing, ...sideOf(reading.kind)],
    spans,
    notes,
    score: 0,
  };
}

function completeIn(dataset: DatasetVocabulary, reading: Reading, sentence: Sentence): Completed {
  const own = sentence.categories.filter((category) => category.dataset === dataset.id);
  // What stands after "than" is the other side of a comparison.
  const right = reading.than === undefined ? [] : own.filter(({ start }) => start >= (reading.than ?? 0));
  const left = own.filter((category) => !right.includes(category));
  const measured = measureOf(dataset, reading, { sentence, categories: left });
  const { measure } = measured;
  const spec = measure === undefined ? undefined : dataset.spec.measures[measure];
  const times = periodsOf(reading, sentence, dataset);
  const chosen = chooseCategories(dataset, { measure: spec, span: reading.span, sentence, categories: left });
  const { timeDimension } = dataset;
  const at = {
    ...chosen.at,
    ...(times.period !== undefined && timeDimension !== undefined && { [timeDimension]: times.period }),
  };
  // A rate of a measure of shares has no whole to be asked for.
  const kind = kindIn(reading.kind, spec);
  const sides = otherSide({ dataset, reading: { ...reading, kind }, right, at, measured, sentence });
  const several = Object.keys(dataset.spec.measures).length > 1;
  const held = measure !== undefined && heldAt(dataset, measure, { at, to: times.to }) ? 2 : 0;
  return {
    kind,
    stated: scaledTo(spec, reading),
    draft: defined({
      ...reading.draft,
      dataset: dataset.id,
      measure: several ? measure : undefined,
      at,
      from: times.from,
      to: times.to,
      ...sides.draft,
    }),
    missing: [
      ...(measure === undefined ? (["measure"] as const) : []),
      ...chosen.missing,
      ...times.missing,
      ...sides.missing,
    ],
    spans: [...times.spans, ...chosen.spans, ...sides.spans],
    notes: times.notes,
    score: (measured.isNamed ? 3 : 0) + 2 * new Set(own.map(({ dimension }) => dimension)).size + held,
  };
}

/** A measure of rates has no counts, and one of shares is published as such. */
function kindIn(kind: ProposedKind, measure: MeasureSpec | undefined): ProposedKind {
  if (!measure || measure.statType === "count") return kind;
  if (kind === "count" || (kind === "share" && measure.statType === "share")) return "rate";
  return kind;
}

/** "3 per 1,000" is 300 in a measure per 100,000. */
function scaledTo(measure: MeasureSpec | undefined, { stated, population }: Reading): Reading["stated"] {
  const { value, step } = stated;
  if (population === undefined || value === undefined || !measure?.per || measure.per === population) return stated;
  const scaled = (number: number) =>
    exact(number)
      .mul(measure.per ?? 1)
      .div(population)
      .valueOf();
  return { ...stated, value: scaled(value), step: scaled(step ?? 10 ** -decimalsOf(value)) };
}

/** Spans in order, those that touch or overlap as one. */
function merged(spans: readonly TextSpan[]): readonly TextSpan[] {
  const all: TextSpan[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last && start <= last.end) all[all.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else all.push({ start, end });
  }
  return all;
}
