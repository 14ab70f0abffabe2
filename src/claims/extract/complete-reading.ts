import type { MeasureSpec, PlainSelector } from "../../dataset/index.ts";
import type { ClaimDraft, ClaimProposal, MissingPart, ProposedKind, TextSpan } from "./extraction.ts";
import { type ReadPeriods, readPeriod, readSpan } from "./read-periods.ts";
import type { Reading } from "./reader.ts";
import { nearest, type Sentence } from "./sentence.ts";
import { type CategoryMention, type DatasetVocabulary, measureNamed } from "./vocabulary.ts";

/** Finds the dataset, measure, places and times of a reading in its sentence, and says what is still missing. */
export function completeReading(reading: Reading, sentence: Sentence): Omit<ClaimProposal, "id"> {
  const candidates = sentence.vocabulary.datasets.map((dataset) => placeIn(dataset, reading, sentence));
  const placed = bestOf(candidates);
  const found = placed ?? unplaced(reading, sentence);
  const { source, start, end } = sentence;
  const undecided =
    !placed && candidates.some(({ score }) => score > 1) ? ["More than one dataset fits the words."] : [];
  return {
    kind: found.kind,
    span: reading.span,
    text: source.slice(reading.span.start, reading.span.end),
    sentence: { start, end, text: source.slice(start, end) },
    readings: merged([reading.span, ...found.spans]),
    stated: found.stated,
    draft: found.draft,
    missing: found.missing,
    explanation: [reading.explanation, ...found.notes, ...undecided].join(" "),
  };
}

interface Placed {
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
function bestOf(candidates: readonly Placed[]): Placed | undefined {
  const [best, second] = [...candidates].sort((a, b) => b.score - a.score);
  return best && best.score > 1 && best.score !== second?.score ? best : undefined;
}

const isSpan = (kind: ProposedKind): boolean => kind === "change" || kind === "direction";

const periodsOf = (reading: Reading, sentence: Sentence, dataset: DatasetVocabulary | undefined): ReadPeriods =>
  (isSpan(reading.kind) ? readSpan : readPeriod)(reading, sentence, dataset);

/** Without a dataset: the times alone. */
function unplaced(reading: Reading, sentence: Sentence): Placed {
  const { period, from, to, missing, spans, notes } = periodsOf(reading, sentence, undefined);
  return {
    kind: reading.kind,
    stated: reading.stated,
    draft: {
      ...reading.draft,
      ...(period !== undefined && { at: { period } }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    },
    missing: ["dataset", ...missing, ...sideOf(reading.kind)],
    spans,
    notes,
    score: 0,
  };
}

const sideOf = (kind: ProposedKind): readonly MissingPart[] =>
  kind === "share" ? ["whole"] : kind === "comparison" ? ["right"] : kind === "rank" ? ["among"] : [];

function placeIn(dataset: DatasetVocabulary, reading: Reading, sentence: Sentence): Placed {
  const own = sentence.categories.filter((category) => category.dataset === dataset.id);
  // What stands after "than" is the other side of a comparison.
  const right = reading.than === undefined ? [] : own.filter(({ start }) => start >= (reading.than ?? 0));
  const left = own.filter((category) => !right.includes(category));
  const measured = measureOf(dataset, reading, { sentence, categories: left });
  const { measure } = measured;
  const spec = measure === undefined ? undefined : dataset.spec.measures[measure];
  const times = periodsOf(reading, sentence, dataset);
  const places = choosePlaces(dataset, { measure: spec, span: reading.span, sentence, categories: left });
  const { timeDimension } = dataset;
  const at = {
    ...places.at,
    ...(times.period !== undefined && timeDimension !== undefined && { [timeDimension]: times.period }),
  };
  const sides = otherSide({ dataset, reading, right, at, measured });
  const several = Object.keys(dataset.spec.measures).length > 1;
  const held =
    measure !== undefined && heldAt(dataset, measure, { at, ...(times.to !== undefined && { to: times.to }) }) ? 2 : 0;
  return {
    kind: kindIn(reading.kind, spec),
    stated: reading.stated,
    draft: {
      ...reading.draft,
      dataset: dataset.id,
      ...(measure !== undefined && several && { measure }),
      at,
      ...(times.from !== undefined && { from: times.from }),
      ...(times.to !== undefined && { to: times.to }),
      ...sides.draft,
    },
    missing: [
      ...(measure === undefined ? (["measure"] as const) : []),
      ...places.missing,
      ...times.missing,
      ...sides.missing,
    ],
    spans: [...times.spans, ...places.spans, ...sides.spans],
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

interface Measured {
  readonly measure: string | undefined;
  /** The sentence says its unit or label. */
  readonly isNamed: boolean;
  /** Of a share: the measure of its whole, and the words that name it. */
  readonly whole?: string;
}

function measureOf(
  dataset: DatasetVocabulary,
  { kind, stated, whole }: Reading,
  { sentence, categories }: { readonly sentence: Sentence; readonly categories: readonly CategoryMention[] },
): Measured {
  const ids = Object.keys(dataset.spec.measures);
  const words = sentence.source.slice(sentence.start, sentence.end);
  const only = ids.length === 1 ? ids[0] : undefined;
  if (kind === "share" && whole) {
    const base = measureNamed(sentence.source.slice(whole.start, whole.end), dataset);
    // What is a part of it is broken down by a category that the whole is not.
    const extra = categories.filter(({ role }) => role === "category").map(({ dimension }) => dimension);
    const part = ids.filter((id) => extra.every((dimension) => dimensionsOf(dataset, id).includes(dimension)));
    const own = part.length === 1 ? part[0] : (part.find((id) => id === base) ?? only);
    return { measure: own, isNamed: base !== undefined, ...(base !== undefined && { whole: base }) };
  }
  const named = (stated.counted && measureNamed(stated.counted, dataset)) || measureNamed(words, dataset);
  const fitting = ids.filter((id) =>
    categories.every(({ dimension }) => dimensionsOf(dataset, id).includes(dimension)),
  );
  const byPlace = fitting.length === 1 ? fitting[0] : undefined;
  return { measure: named ?? only ?? byPlace, isNamed: named !== undefined };
}

const dimensionsOf = ({ spec }: DatasetVocabulary, measure: string): readonly string[] =>
  spec.measures[measure]?.dimensions ?? Object.keys(spec.dimensions);

type Places = Readonly<Record<string, string | readonly string[]>>;

interface PlacesInput {
  readonly measure: MeasureSpec | undefined;
  readonly span: TextSpan;
  readonly sentence: Sentence;
  readonly categories: readonly CategoryMention[];
}

/** The category that goes with the number, in each dimension; what has a total may be left out. */
function choosePlaces(
  { spec, areaDimension }: DatasetVocabulary,
  { measure, span, sentence, categories }: PlacesInput,
) {
  const at: Record<string, string | readonly string[]> = {};
  const spans: TextSpan[] = [];
  const missing: MissingPart[] = [];
  for (const dimension of measure?.dimensions ?? Object.keys(spec.dimensions)) {
    const dimensionSpec = spec.dimensions[dimension];
    if (!dimensionSpec || dimensionSpec.role === "time") continue;
    const mention = nearest(
      sentence,
      span,
      categories.filter((category) => category.dimension === dimension),
    );
    if (mention) {
      const listed = listOf(sentence, mention, categories);
      const ids = [...new Set(listed.map(({ id }) => id))];
      at[dimension] = ids.length > 1 ? ids : mention.id;
      spans.push(...listed);
    } else if (dimensionSpec.total === undefined && measure) {
      missing.push(dimension === areaDimension ? "area" : `category ${dimension}`);
    }
  }
  return { at, spans, missing };
}

/** `Facebook, Instagram and Snapchat`: the mention with those that it is listed with. */
function listOf(
  { source }: Sentence,
  mention: CategoryMention,
  categories: readonly CategoryMention[],
): readonly CategoryMention[] {
  const own = categories.filter(({ dimension }) => dimension === mention.dimension);
  const isListed = (first: CategoryMention, second: CategoryMention | undefined) =>
    second !== undefined &&
    /^(?:,\s+|,?\s+and\s+|,?\s+or\s+)(?:in\s+|on\s+)?$/iu.test(source.slice(first.end, second.start));
  let first = own.indexOf(mention);
  let last = first;
  while (first > 0 && isListed(own[first - 1] as CategoryMention, own[first])) first -= 1;
  while (isListed(own[last] as CategoryMention, own[last + 1])) last += 1;
  return own.slice(first, last + 1);
}

interface OtherSideInput {
  readonly dataset: DatasetVocabulary;
  readonly reading: Reading;
  readonly right: readonly CategoryMention[];
  readonly at: Places;
  readonly measured: Measured;
}

/** The whole of a share, the right of a comparison, the others of a rank. */
function otherSide({ dataset, reading, right, at, measured }: OtherSideInput): {
  readonly draft: ClaimDraft;
  readonly missing: readonly MissingPart[];
  readonly spans: readonly TextSpan[];
} {
  const nothing = { draft: {}, missing: sideOf(reading.kind), spans: [] };
  const several = Object.keys(dataset.spec.measures).length > 1;
  switch (reading.kind) {
    case "comparison": {
      const [other] = right;
      if (!other) return nothing;
      const { measure } = measured;
      const selector: PlainSelector = {
        ...(measure !== undefined && several && { measure }),
        at: { ...at, [other.dimension]: other.id },
      };
      return { draft: { right: selector }, missing: [], spans: [other] };
    }
    case "share": {
      const { whole, measure } = measured;
      if (whole === undefined || measure === undefined || !reading.whole) return nothing;
      const dimensions = dimensionsOf(dataset, whole);
      const kept = Object.entries(at).filter(([dimension]) => {
        const spec = dataset.spec.dimensions[dimension];
        return dimensions.includes(dimension) && spec?.role !== "category";
      });
      // Part and whole would be one and the same.
      if (whole === measure && kept.length === Object.keys(at).length) return nothing;
      const selector: PlainSelector = { ...(several && { measure: whole }), at: Object.fromEntries(kept) };
      return { draft: { whole: selector }, missing: [], spans: [] };
    }
    case "rank": {
      const { areaDimension } = dataset;
      return areaDimension === undefined
        ? nothing
        : { draft: { among: { dimension: areaDimension } }, missing: [], spans: [] };
    }
    default:
      return { ...nothing, missing: [] };
  }
}

/** Whether the data says anything of the place that was read. */
function heldAt(
  dataset: DatasetVocabulary,
  measure: string,
  { at, to }: { readonly at: Readonly<Record<string, string>>; readonly to?: string },
): boolean {
  const { timeDimension, periods } = dataset;
  const label = to ?? (timeDimension === undefined ? undefined : at[timeDimension]);
  const period = periods?.find((candidate) => candidate.label === label);
  if (timeDimension !== undefined && !period) return false;
  return dataset.holds(measure, {
    ...at,
    ...(timeDimension !== undefined && period && { [timeDimension]: period.id }),
  });
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
