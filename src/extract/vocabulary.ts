import {
  type AnyDatasetDefinition,
  type Dataset,
  type DatasetSpec,
  findDimension,
  type MeasureSpec,
  type Period,
  parsePeriod,
} from "../dataset/index.ts";
import type { TextSpan } from "./extraction.ts";

/** Datasets, or their definitions alone, by the name that claims give them. */
export type ExtractDatasets = Readonly<Record<string, Dataset | AnyDatasetDefinition>>;

/** The names that one dataset gives things, to find them in prose. */
export interface DatasetVocabulary {
  readonly id: string;
  readonly spec: DatasetSpec;
  readonly timeDimension: string | undefined;
  readonly areaDimension: string | undefined;
  /** The periods that the data holds; undefined where there is a definition only. */
  readonly periods: readonly Period[] | undefined;
  /** Whether the data says anything of a cell; false where there is a definition only. */
  holds(measure: string, at: Readonly<Record<string, string>>): boolean;
  /** The period of a label, read as the data reads its own. */
  read(label: string): Period | undefined;
  /** The period of one of these labels, as the data names it. */
  period(labels: readonly string[]): string | undefined;
}

export interface CategoryMention extends TextSpan {
  readonly dataset: string;
  readonly dimension: string;
  readonly role: "area" | "category";
  readonly id: string;
}

export interface Vocabulary {
  readonly datasets: readonly DatasetVocabulary[];
  /** How labels of periods are read: as each dataset reads its own; where there is none, as they stand. */
  readonly readers: readonly ((label: string) => Period | undefined)[];
  /** The categories that a text names, in its order; of two that overlap in one dataset, the longer. */
  findCategories(text: string): readonly CategoryMention[];
}

export function createVocabulary(datasets: ExtractDatasets): Vocabulary {
  const names = Object.entries(datasets).flatMap(([id, dataset]) => namesOf(id, dataset));
  const vocabularies = Object.entries(datasets).map(([id, dataset]) => datasetVocabulary(id, dataset));
  return {
    datasets: vocabularies,
    readers: vocabularies.length > 0 ? vocabularies.map(({ read }) => read) : [parsePeriod],
    findCategories(text) {
      const found = names.flatMap(({ pattern, categories }) =>
        [...text.matchAll(pattern)].flatMap(({ index, 0: words }): CategoryMention[] => {
          const category = categories.get(normalised(words));
          return category ? [{ ...category, start: index, end: index + words.length }] : [];
        }),
      );
      // The longest first: of two names that overlap in one dataset, the longer is meant.
      found.sort((a, b) => b.end - b.start - (a.end - a.start));
      const kept: CategoryMention[] = [];
      for (const mention of found) {
        const isTaken = kept.some(
          ({ dataset, start, end }) => dataset === mention.dataset && start < mention.end && mention.start < end,
        );
        if (!isTaken) kept.push(mention);
      }
      return kept.sort((a, b) => a.start - b.start);
    },
  };
}

const isDataset = (dataset: Dataset | AnyDatasetDefinition): dataset is Dataset => "definition" in dataset;

function datasetVocabulary(id: string, dataset: Dataset | AnyDatasetDefinition): DatasetVocabulary {
  const definition = isDataset(dataset) ? dataset.definition : dataset;
  const timeDimension = findDimension(definition, "time");
  const timeSpec = timeDimension === undefined ? undefined : definition.spec.dimensions[timeDimension];
  const yearStartMonth = timeSpec?.role === "time" ? timeSpec.yearStartMonth : undefined;
  const periods = isDataset(dataset) ? dataset.periods() : undefined;
  const read = (label: string) => (isDataset(dataset) ? dataset.readPeriod(label) : parsePeriod(label, yearStartMonth));
  return {
    id,
    spec: definition.spec,
    timeDimension,
    areaDimension: findDimension(definition, "area"),
    periods,
    holds: (measure, at) => isDataset(dataset) && dataset.lookup(measure, at).length > 0,
    read,
    period(labels) {
      const ids = labels.map((label) => read(label)?.id);
      const held = periods?.filter((period) => ids.includes(period.id)) ?? [];
      // Where the data holds two of the readings, it does not say which is meant.
      if (held.length > 1) return undefined;
      return held[0]?.label ?? (labels.length === 1 ? labels[0] : undefined);
    },
  };
}

/** The names of one dimension's categories, as one pattern. */
interface DimensionNames {
  readonly pattern: RegExp;
  readonly categories: ReadonlyMap<string, Omit<CategoryMention, "start" | "end">>;
}

function namesOf(id: string, dataset: Dataset | AnyDatasetDefinition): readonly DimensionNames[] {
  const definition = isDataset(dataset) ? dataset.definition : dataset;
  return Object.entries(definition.spec.dimensions).flatMap(([dimension, spec]) => {
    if (spec.role === "time") return [];
    const { role } = spec;
    const categories = new Map<string, Omit<CategoryMention, "start" | "end">>();
    const names: string[] = [];
    for (const category of isDataset(dataset) ? dataset.categories(dimension) : (spec.categories ?? [])) {
      for (const name of [category.label, category.inText ?? category.label, ...(category.aliases ?? [])]) {
        categories.set(normalised(name), { dataset: id, dimension, role, id: category.id });
        names.push(name);
      }
    }
    if (names.length === 0) return [];
    // Longest first: "England and Wales" before "England".
    const alternatives = names.sort((a, b) => b.length - a.length).map(escaped);
    // Names of places keep their capitals in prose; "Under 13" and "Instagram" may lose theirs.
    const flags = role === "area" ? "gu" : "giu";
    return [
      { pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join("|")})(?![\\p{L}\\p{N}])`, flags), categories },
    ];
  });
}

const normalised = (name: string): string => name.replaceAll(/\s+/g, " ").toLowerCase();

const escaped = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(/\s+/g, "\\s+");

/** The measure whose unit or label the words name; the longest name wins. Undefined where none does, or two as well. */
export function measureNamed(words: string, { spec }: DatasetVocabulary): string | undefined {
  const found = Object.entries(spec.measures)
    .map(([id, measure]) => ({ id, length: longestName(words, measure) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length);
  return found[0] && found[0].length !== found[1]?.length ? found[0].id : undefined;
}

/** The unit of a measure that the words begin with, after three words at most; the longest name wins. */
export function unitAtStart(words: string, { spec }: DatasetVocabulary): string | undefined {
  const units = Object.values(spec.measures).flatMap(({ unit }) => [unit.other, unit.one]);
  return units
    .sort((a, b) => b.length - a.length)
    .find((unit) => new RegExp(`^\\s+(?:\\p{L}+\\s+){0,3}?${escaped(unit)}(?!\\p{L})`, "iu").test(words));
}

const longestName = (words: string, { unit, label }: MeasureSpec): number =>
  Math.max(
    0,
    ...[unit.one, unit.other, label].map((name) =>
      new RegExp(`(?<![\\p{L}])${escaped(name)}(?![\\p{L}])`, "iu").test(words) ? name.length : 0,
    ),
  );
