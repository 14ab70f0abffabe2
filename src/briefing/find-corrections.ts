import {
  type Claim,
  type ClaimEvaluator,
  type ClaimTable,
  createClaimEvaluator,
  readClaimSpec,
  tableCells,
} from "../claims/index.ts";
import { type Category, type Dataset, type Observation, type Period, resolveCell } from "../dataset/index.ts";
import type { Words } from "../language/index.ts";
import {
  type BriefingRecord,
  correctionPrefix,
  observationKey,
  type PrintedCell,
  printedCells,
  type RecordedFigure,
  type RecordedObservation,
} from "../record/index.ts";
import type { Correction, CorrectionReason, Corrections } from "../template/index.ts";

/** What an edition is held against: what it prints, from which data. */
interface Edition {
  readonly lang: string;
  readonly parameters: Readonly<Record<string, Category | string>>;
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly evaluator: ClaimEvaluator;
  readonly words: Words;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly tables: ReadonlyMap<string, ClaimTable>;
}

/** So many are set out. */
const mostTold = 20;

/**
 * The figures that earlier editions printed and that are others by the data of now: cells that stood there as figures of their own, in text, charts or
 * tables, whether or not this edition prints them; and what is still asked for in the same way, and comes out otherwise. What is hidden now
 * is not told, nor what could tell it: a cell of the measure and of the time of one that is, or one that is rounded now and was not then.
 * @param records of earlier briefings; those of the same categories and language are of this one's earlier editions.
 * @returns undefined where there is none of them.
 */
export function findCorrections(records: readonly BriefingRecord[], edition: Edition): Corrections | undefined {
  const own = records.filter((record) => isOfSame(record, edition));
  if (own.length === 0) return undefined;
  const all: Correction[] = [];
  const told = new Set<string>();
  let withheld = 0;
  for (const record of own) {
    const mayBeTold = createGate(record, edition.datasets);
    const add = (key: string, found: Correction | "withheld" | undefined): void => {
      if (!found || told.has(key)) return;
      told.add(key);
      if (found === "withheld") withheld += 1;
      else all.push(found);
    };
    for (const cell of printedCells(record)) {
      const key = observationKey(cell.observation);
      if (!told.has(key))
        add(key, correctCell(cell, { edition, mayBeTold, id: `${correctionPrefix}${all.length + 1}` }));
    }
    for (const figure of [...record.claims, ...record.cells])
      if (!told.has(figure.id)) add(figure.id, correctWorkedOut(figure, { record, edition, mayBeTold }));
  }
  const dates = own.map(({ date }) => date).toSorted();
  return {
    edition: dates.at(-1) ?? "",
    all: all.slice(0, mostTold),
    more: Math.max(0, all.length - mostTold),
    withheld,
  };
}

/** Editions of one briefing are of the same categories; words that it is given (an organisation) may change. */
function isOfSame(record: BriefingRecord, { lang, parameters }: Edition): boolean {
  const categories = Object.entries(parameters).flatMap(([name, value]) =>
    typeof value === "string" ? [] : [[name, value.id] as const],
  );
  return record.lang === lang && categories.every(([name, id]) => record.parameters[name] === id);
}

interface Correcting {
  readonly edition: Edition;
  /** Whether a cell may be set beside what it was. */
  readonly mayBeTold: (before: RecordedObservation, now: Observation) => boolean;
}

/** A cell that was printed as a figure. Hidden now, it is passed over in silence: that it changed could tell something of it. */
function correctCell(
  { observation, text, spec }: PrintedCell,
  { edition: { datasets, evaluator, words }, mayBeTold, id }: Correcting & { readonly id: string },
): Correction | "withheld" | undefined {
  const dataset = datasets.get(observation.dataset);
  if (!dataset || observation.value === undefined || !(observation.measure in dataset.definition.spec.measures))
    return undefined;
  const vintages = dataset.lookup(observation.measure, observation.at);
  const now = resolveCell(dataset, vintages);
  const [latest] = now.observations;
  if (now.state !== "value" || !latest || now.value === observation.value) return undefined;
  const asked = specOf(observation, spec, dataset);
  const claim = evaluator.evaluate(id, readClaimSpec(id, asked));
  const before = asItWas({ dataset, observation, words, datasets }).evaluate(id, readClaimSpec(id, asked));
  if (!claim.figure || claim.words.value === before.words.value) return undefined;
  if (!mayBeTold(observation, latest)) return "withheld";
  return {
    claim,
    before: { text: text ?? before.words.value, value: before.figure?.value ?? null },
    reasons: reasonsOf(observation, latest),
  };
}

/** The claim that asked for a cell, pinned to the cell: of its period, whichever is the latest now. */
function specOf({ dataset, measure, at }: RecordedObservation, spec: PrintedCell["spec"], held: Dataset): object {
  const kind = held.definition.spec.measures[measure]?.statType === "count" ? "count" : "rate";
  return { ...(spec ?? { kind }), dataset, of: { measure, at } };
}

interface Past {
  readonly dataset: Dataset;
  readonly observation: RecordedObservation;
  readonly words: Words;
  readonly datasets: ReadonlyMap<string, Dataset>;
}

/** Evaluates as if a cell were what it was: so its figure is written as one of now is. */
function asItWas({ dataset, observation, words, datasets }: Past): ClaimEvaluator {
  const { value = 0, measure } = observation;
  const key = observationKey(observation);
  const lookup: Dataset["lookup"] = (asked, at) => {
    const held = dataset.lookup(asked, at);
    const [first] = held;
    if (asked !== measure || !first || observationKey({ dataset: dataset.id, measure, at: first.at }) !== key)
      return held;
    return [{ ...first, cell: { state: "value", value } }];
  };
  const past = Object.create(dataset, { lookup: { value: lookup } }) as Dataset;
  return createClaimEvaluator(new Map([...datasets, [dataset.id, past]]), words);
}

function reasonsOf(before: RecordedObservation, now: Observation): readonly CorrectionReason[] {
  const remark = now.note.trim();
  const reasons: CorrectionReason[] = [
    ...(before.statuses.includes("provisional") && !now.statuses.includes("provisional")
      ? [{ kind: "provisional" as const }]
      : []),
    // What it says in words is more than its mark.
    ...(remark !== ""
      ? [{ kind: "remark" as const, text: remark }]
      : now.statuses.includes("revised")
        ? [{ kind: "revised" as const }]
        : []),
  ];
  return reasons.length > 0 ? reasons : [{ kind: "unsaid" }];
}

/** Kinds of claims that come to one figure; trends and standings are sentences on figures that are told by themselves. */
const ofSeveralCells: ReadonlySet<string> = new Set([
  "count",
  "rate",
  "change",
  "share",
  "comparison",
  "median",
  "rank",
]);

/** A figure that is worked out from several cells, and asked for as it was. */
function correctWorkedOut(
  figure: RecordedFigure,
  { record, edition: { claims, tables }, mayBeTold }: Correcting & { readonly record: BriefingRecord },
): Correction | "withheld" | undefined {
  if (!figure.printed || !figure.figure || !ofSeveralCells.has(figure.kind) || figure.spec.stated !== undefined)
    return undefined;
  if (figure.id.startsWith(correctionPrefix)) return undefined;
  const claim = claims.get(figure.id) ?? cellOf(tables, figure.id);
  if (!claim?.figure || claim.words.period !== figure.period || claim.words.value === figure.value) return undefined;
  if (JSON.stringify(claim.spec) !== JSON.stringify(figure.spec)) return undefined;
  const before = new Map(
    figure.evidence.flatMap(({ observation }) => {
      const found = record.observations[observation];
      return found ? [[observationKey(found), found] as const] : [];
    }),
  );
  // A cell of its own is told as such.
  if (before.size < 2) return undefined;
  const moved = claim.evidence.flatMap(({ dataset, observation }) => {
    const old = before.get(observationKey({ ...observation, dataset }));
    return old ? [{ old, observation }] : [];
  });
  const isSame = ({ old, observation: { cell } }: (typeof moved)[number]) =>
    old.state === cell.state && old.value === ("value" in cell ? cell.value : undefined);
  const numbers = (value: number | null | undefined) => value ?? null;
  if (numbers(claim.figure.value) === numbers(figure.figure.value) || moved.every(isSame)) return undefined;
  if (moved.some(({ old, observation }) => !mayBeTold(old, observation))) return "withheld";
  return {
    claim,
    before: { text: figure.value, value: numbers(figure.figure.value) },
    reasons: [{ kind: "worked-out" }],
  };
}

const cellOf = (tables: ReadonlyMap<string, ClaimTable>, id: string): Claim | undefined =>
  tableCells(tables).find((cell) => cell.id === id);

/** Cells of a measure that are hidden, by the time that they are of. */
interface HiddenTime {
  readonly dataset: string;
  readonly measure: string;
  /** Undefined: of no time, or of one that is not known. */
  readonly period: Period | undefined;
}

/**
 * Says of which cells the earlier figure may be printed. A total that moved is not, beside one that is hidden of the same measure and time, then or
 * now: what it moved by may be what that one did. Nor is one that is published more coarsely now than it was.
 */
function createGate(record: BriefingRecord, datasets: ReadonlyMap<string, Dataset>): Correcting["mayBeTold"] {
  const periodOf = (dataset: string, at: Readonly<Record<string, string>>): Period | undefined => {
    const held = datasets.get(dataset);
    return Object.values(at)
      .map((id) => held?.period(id))
      .find((period) => period !== undefined);
  };
  const hidden: HiddenTime[] = [
    ...[...datasets.values()].flatMap(({ id, observations }) =>
      observations.flatMap(({ measure, at, cell }) =>
        cell.state === "suppressed" ? [{ dataset: id, measure, period: periodOf(id, at) }] : [],
      ),
    ),
    ...record.observations.flatMap(({ dataset, measure, at, state }) =>
      state === "suppressed" ? [{ dataset, measure, period: periodOf(dataset, at) }] : [],
    ),
  ];
  const times = new Map<string, Map<string, Period | undefined>>();
  for (const { dataset, measure, period } of hidden) {
    const key = JSON.stringify([dataset, measure]);
    times.set(key, (times.get(key) ?? new Map()).set(period?.id ?? "", period));
  }
  return (before, { cell }) => {
    if (before.state === "suppressed" || before.state === "missing" || cell.state === "suppressed") return false;
    if (cell.state === "rounded" && (before.state !== "rounded" || isFiner(before, cell))) return false;
    const spans = [...(times.get(JSON.stringify([before.dataset, before.measure]))?.values() ?? [])];
    const own = periodOf(before.dataset, before.at);
    return !spans.some((span) => !span || !own || (span.start < own.endExclusive && own.start < span.endExclusive));
  };
}

const isFiner = (
  { bounds }: RecordedObservation,
  { low, high }: { readonly low: number; readonly high: number },
): boolean => !bounds || bounds.high - bounds.low < high - low;
