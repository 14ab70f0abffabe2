import {
  type AnyDatasetDefinition,
  type Dataset,
  type DatasetSpec,
  findDimension,
  type MeasureSpec,
  type Period,
  parsePeriod,
} from "../../dataset/index.ts";
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
  /** The categories that a text names, in its order; of two that overlap in one dataset, the longer. */
  findCategories(text: string): readonly CategoryMention[];
}

export function createVocabulary(datasets: ExtractDatasets): Vocabulary {
  const known = Object.entries(datasets).map(([id, dataset]) => datasetVocabulary(id, dataset));
  const names = Object.entries(datasets).flatMap(([id, dataset]) => namesOf(id, dataset));
  // Longest first: "England and Wales" before "Wales".
  names.sort((a, b) => b.name.length - a.name.length);
  return {
    datasets: known,
    findCategories(text) {
      const found: CategoryMention[] = [];
      for (const { pattern, category } of names) {
        for (const { index, 0: words } of text.matchAll(pattern)) {
          const span = { start: index, end: index + words.length };
          const taken = found.some(
            (other) => other.dataset === category.dataset && other.start < span.end && span.start < other.end,
          );
          if (!taken) found.push({ ...category, ...span });
        }
      }
      return found.sort((a, b) => a.start - b.start);
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
  return {
    id,
    spec: definition.spec,
    timeDimension,
    areaDimension: findDimension(definition, "area"),
    periods,
    holds: (measure, at) => isDataset(dataset) && dataset.lookup(measure, at).length > 0,
    period(labels) {
      const ids = labels.map((label) => parsePeriod(label, yearStartMonth)?.id);
      const held = periods?.filter((period) => ids.includes(period.id)) ?? [];
      // Where the data holds two of the readings, it does not say which is meant.
      if (held.length > 1) return undefined;
      return held[0]?.label ?? (labels.length === 1 ? labels[0] : undefined);
    },
  };
}

interface CategoryName {
  readonly name: string;
  readonly pattern: RegExp;
  readonly category: Omit<CategoryMention, "start" | "end">;
}

function namesOf(id: string, dataset: Dataset | AnyDatasetDefinition): readonly CategoryName[] {
  const definition = isDataset(dataset) ? dataset.definition : dataset;
  return Object.entries(definition.spec.dimensions).flatMap(([dimension, spec]) => {
    if (spec.role === "time") return [];
    const categories = isDataset(dataset) ? dataset.categories(dimension) : (spec.categories ?? []);
    return categories.flatMap((category) => {
      const names = new Set([category.label, category.inText ?? category.label, ...(category.aliases ?? [])]);
      return [...names].map((name) => ({
        name,
        // Names of places keep their capitals in prose; "Under 13" and "Instagram" may lose theirs.
        pattern: new RegExp(
          `(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`,
          spec.role === "area" ? "gu" : "giu",
        ),
        category: { dataset: id, dimension, role: spec.role, id: category.id },
      }));
    });
  });
}

const escaped = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(/\s+/g, "\\s+");

/** The measure whose unit or label the words name; the longest name wins. Undefined where none does, or two as well. */
export function measureNamed(words: string, { spec }: DatasetVocabulary): string | undefined {
  const found = Object.entries(spec.measures)
    .map(([id, measure]) => ({ id, length: longestName(words, measure) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length);
  return found[0] && found[0].length !== found[1]?.length ? found[0].id : undefined;
}

const longestName = (words: string, { unit, label }: MeasureSpec): number =>
  Math.max(
    0,
    ...[unit.one, unit.other, label].map((name) =>
      new RegExp(`(?<![\\p{L}])${escaped(name)}(?![\\p{L}])`, "iu").test(words) ? name.length : 0,
    ),
  );
