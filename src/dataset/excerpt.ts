import { createHash } from "node:crypto";
import { defined } from "../diagnostics/index.ts";
import { createNameFinder } from "./categories-named.ts";
import { createCellKey } from "./cell-key.ts";
import { packObservations } from "./columns/build-columns.ts";
import { compareText } from "./compare-labels.ts";
import type { Dataset, DatasetRow } from "./dataset.ts";
import type { AnyDatasetDefinition, DatasetSpec } from "./definition.ts";
import { isToldPart } from "./disclosure/reckoned-share.ts";
import type { Category, Observation, Source } from "./observation.ts";
import type { Period } from "./period.ts";
import type { RelativePeriods } from "./relative-periods.ts";
import { withProperties } from "./with-properties.ts";

/**
 * The part of a dataset that some questions were answered from, as plain data: protected cells, the names asked for, and
 * nothing else. No unused measure, category or source, no notes beside cells, no rows of a file.
 */
export interface DatasetExcerpt {
  readonly id: string;
  /** What of the definition those answers rest on; names are those of the briefing's language. */
  readonly spec: DatasetSpec;
  /** By dimension: the categories met, in the dataset's order. */
  readonly categories: Readonly<Record<string, readonly Category[]>>;
  /** By dimension: ids of the categories that hold no other, where that was asked. */
  readonly leaves: Readonly<Record<string, readonly string[]>>;
  /** By dimension: ids of categories by the names that they were asked for. */
  readonly names: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly periods: readonly Period[];
  /** Periods by the labels that they were asked for. */
  readonly readPeriods: Readonly<Record<string, Period>>;
  /** By measure: what `latest` and its like mean, where that was asked. */
  readonly relativePeriods: Readonly<Record<string, RelativePeriods>>;
  readonly sources: readonly Source[];
  readonly observations: readonly Observation[];
}

/** A dataset that remembers what it was asked. */
export interface RecordedDataset {
  readonly dataset: Dataset;
  /** What all answers so far rest on; undefined where nothing was asked. */
  excerpt(): DatasetExcerpt | undefined;
}

/** A view of a dataset that answers as it does, and remembers what it answered from. */
export function recordReads(whole: Dataset): RecordedDataset {
  /** By cell. What one cell has keeps its order. */
  const observations = new Map<string, readonly Observation[]>();
  const categories = new Map<string, Set<string>>();
  const names = new Map<string, Map<string, string>>();
  const listed = new Set<string>();
  const leaves = new Map<string, readonly string[]>();
  const relativePeriods = new Map<string, RelativePeriods>();
  const readPeriods = new Map<string, Period>();
  /** Also those that have no cell where one was looked for. */
  const measures = new Set<string>();

  const keyOf = createCellKey(whole.definition.spec);
  const met = (category: Category | undefined): Category | undefined => {
    if (category) setIn(categories, category.dimension).add(category.id);
    return category;
  };
  const dataset: Dataset = withProperties(whole, {
    categories(dimension: string) {
      listed.add(dimension);
      return whole.categories(dimension);
    },
    leaves(dimension: string) {
      const found = whole.leaves(dimension);
      for (const category of found) met(category);
      leaves.set(
        dimension,
        found.map(({ id }) => id),
      );
      return found;
    },
    category(dimension: string, name: string) {
      const found = met(whole.category(dimension, name));
      if (found) mapIn(names, dimension).set(name, found.id);
      return found;
    },
    // What it looks up is read too.
    categoriesNamed: createNameFinder(() => dataset),
    readPeriod(label: string) {
      const found = whole.readPeriod(label);
      if (found) readPeriods.set(label, found);
      return found;
    },
    relativePeriods(measure: string) {
      measures.add(measure);
      const found = whole.relativePeriods(measure);
      relativePeriods.set(measure, found);
      return found;
    },
    lookup(measure: string, at: Readonly<Record<string, string>>) {
      measures.add(measure);
      const found = whole.lookup(measure, at);
      if (found.length > 0) observations.set(keyOf(measure, at), found);
      return found;
    },
    where: (selector: object): readonly DatasetRow[] => dataset.locatedRows(selector).map(({ row }) => row),
    locatedRows(selector: object) {
      const found = whole.locatedRows(selector);
      for (const { measure, at } of found) dataset.lookup(measure, at);
      return found;
    },
  });
  return {
    dataset,
    excerpt() {
      if (measures.size === 0) return undefined;
      // Not in the order of the rows, which nothing printed tells.
      const used = [...observations].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, found]) => found);
      const sources = new Set(used.map(({ source }) => source));
      for (const { at } of used) {
        for (const [dimension, id] of Object.entries(at)) setIn(categories, dimension).add(id);
      }
      const kept = (dimension: string): readonly Category[] =>
        whole
          .categories(dimension)
          .filter(({ id }) => listed.has(dimension) || categories.get(dimension)?.has(id))
          .map(({ aliases: _, ...category }) => category);
      const dimensions = Object.keys(whole.definition.spec.dimensions);
      return {
        id: whole.id,
        spec: usedPart(whole.definition.spec, measures),
        categories: Object.fromEntries(dimensions.map((dimension) => [dimension, kept(dimension)])),
        leaves: Object.fromEntries(leaves),
        names: Object.fromEntries([...names].map(([dimension, ids]) => [dimension, Object.fromEntries(ids)])),
        periods: whole.periods(),
        readPeriods: Object.fromEntries(readPeriods),
        relativePeriods: Object.fromEntries(relativePeriods),
        sources: [...whole.sources.values()].filter(({ id }) => sources.has(id)),
        observations: used.map((observation) => ({ ...observation, note: "" })),
      };
    },
  };
}

/** The definition without what is told elsewhere in the excerpt, and without measures that nobody asked for. */
function usedPart(spec: DatasetSpec, asked: ReadonlySet<string>): DatasetSpec {
  const { layout: _, markers: _markers, translations: _translations, disclosure, ...all } = spec;
  const { sums: _sums, notSums: _notSums, possibleSums: _possibleSums, ...rest } = all;
  const usedMeasures = new Set(asked);
  for (const id of [...usedMeasures]) {
    const { numerator, denominator } = spec.measures[id] ?? {};
    for (const other of [numerator, denominator]) if (other !== undefined) usedMeasures.add(other);
  }
  // Which of them are parts of others, so that a share of two can be worked out again.
  const inOrder = disclosure ? [...usedMeasures].sort(compareText) : [];
  const sums = inOrder.flatMap((whole) => {
    const parts = inOrder.filter((part) => part !== whole && isToldPart(spec, part, whole));
    return parts.length > 0 ? [{ whole, parts }] : [];
  });
  return {
    ...rest,
    dimensions: Object.fromEntries(
      Object.entries(spec.dimensions).map(([id, dimension]) => {
        if (dimension.role === "time") return [id, dimension];
        const {
          categories: _categories,
          holds: _holds,
          notSums: _chance,
          possibleSums: _possible,
          ...others
        } = dimension;
        return [id, others];
      }),
    ),
    measures: Object.fromEntries(Object.entries(spec.measures).filter(([id]) => usedMeasures.has(id))),
    sources: {},
    // Cells that readers know are of the author's reckoning, and were used up by it.
    ...defined({ disclosure: disclosure && withoutKnown(disclosure), sums: sums.length > 0 ? sums : undefined }),
  };
}

function withoutKnown(disclosure: NonNullable<DatasetSpec["disclosure"]>): NonNullable<DatasetSpec["disclosure"]> {
  const { known: _, released: _released, unrelated: _unrelated, knownTotals: _totals, ...rule } = disclosure;
  return rule;
}

/**
 * The dataset of an excerpt: it answers what the excerpt was made from as the whole dataset did. What else it is asked, it
 * does not know.
 */
export function restoreDataset(excerpt: DatasetExcerpt): Dataset {
  const { id, spec, observations } = excerpt;
  const definition: AnyDatasetDefinition = { kind: "dataset-definition", spec, hash: hashOf(spec) };
  const periods = new Map(excerpt.periods.map((period) => [period.id, period]));
  const keyOf = createCellKey(spec);
  const byCell = new Map<string, Observation[]>();
  for (const observation of observations) {
    const key = keyOf(observation.measure, observation.at);
    const known = byCell.get(key);
    if (known) known.push(observation);
    else byCell.set(key, [observation]);
  }
  // Maps: what a file carries may name a dimension as a property that every object has.
  const categories = new Map(Object.entries(excerpt.categories));
  const leaves = new Map(
    Object.entries(excerpt.leaves).map(([dimension, ids]) => {
      const held = new Set(ids);
      return [dimension, (categories.get(dimension) ?? []).filter(({ id }) => held.has(id))];
    }),
  );
  const names = new Map(Object.entries(excerpt.names).map(([dimension, ids]) => [dimension, entriesOf(ids)]));
  const readPeriods = entriesOf(excerpt.readPeriods);
  const relativePeriods = entriesOf(excerpt.relativePeriods);
  const byName = new Map(
    [...categories].map(([dimension, all]) => [
      dimension,
      new Map([...all.map((each) => [each.label, each] as const), ...all.map((each) => [each.id, each] as const)]),
    ]),
  );
  const category = (dimension: string, name: string) =>
    byName.get(dimension)?.get(names.get(dimension)?.get(name) ?? name);
  const dataset: Dataset = {
    id,
    definition,
    observations,
    get columns() {
      return packObservations(spec, observations);
    },
    sources: new Map(excerpt.sources.map((source) => [source.id, source])),
    hash: hashExcerpt(excerpt),
    disclosure: undefined,
    edition: undefined,
    diagnostics: [],
    categories: (dimension) => categories.get(dimension) ?? [],
    leaves: (dimension) => leaves.get(dimension) ?? [],
    category,
    categoriesNamed: createNameFinder(() => dataset),
    periods: () => excerpt.periods,
    period: (periodId) => periods.get(periodId),
    readPeriod: (label) => readPeriods.get(label),
    relativePeriods: (measure) => relativePeriods.get(measure) ?? nothingMeant,
    lookup: (measure, at) => byCell.get(keyOf(measure, at)) ?? [],
    where: () => [],
    locatedRows: () => [],
    inLanguage: () => dataset,
  };
  return dataset;
}

const entriesOf = <Value>(record: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> =>
  new Map(Object.entries(record));

/** Of a measure that was never asked about. */
const nothingMeant: RelativePeriods = {
  held: [],
  series: [],
  meaning: { unclear: "The excerpt does not say.", hint: "Name the period." },
};

/** SHA-256 of an excerpt, hex: of its JSON with the keys of every object in order, so that it depends on nothing but its content. */
export const hashExcerpt = (excerpt: DatasetExcerpt): string => hashOf(excerpt);

const hashOf = (value: unknown): string => createHash("sha256").update(canonicalJson(value)).digest("hex");

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function setIn(sets: Map<string, Set<string>>, key: string): Set<string> {
  const known = sets.get(key) ?? new Set<string>();
  sets.set(key, known);
  return known;
}

function mapIn(maps: Map<string, Map<string, string>>, key: string): Map<string, string> {
  const known = maps.get(key) ?? new Map<string, string>();
  maps.set(key, known);
  return known;
}
