import { ancestorsOf, type Dataset } from "../dataset/index.ts";
import { createRecentAnswers, matchesOf } from "../language/index.ts";
import { dimensionKey, type TracedFigure } from "./traced-figure.ts";

/** A category that a text names. */
export interface NamedCategory {
  readonly dataset: string;
  readonly dimension: string;
  readonly id: string;
  /** `dimensionKey` of its dimension. */
  readonly key: string;
  /** Named by an id that does not read as its label: a code. */
  readonly byCode?: true | undefined;
}

/** What the names of datasets mean, for a reader: labels first, ids where no label is the same. */
export interface CategoryNames {
  /** The categories that a text names as a whole; several where dimensions or datasets share a name. */
  named(text: string): readonly NamedCategory[];
  /** As readers know it: "Kent", "2018/19". */
  labelOf(category: Omit<NamedCategory, "key">): string;
  /** Whether a figure is of a category: `part` where it is of a part of it alone, undefined where it says nothing of the dimension. */
  isOf(figure: TracedFigure, category: NamedCategory): boolean | "part" | undefined;
  /** Whether it goes across parts of a category, as the median of all forces does. */
  goesAcross(figure: TracedFigure, category: NamedCategory): boolean;
  /** The names that a text mentions, in its order; of names within names the longest. */
  mentions(text: string): readonly Mention[];
}

export interface Mention {
  readonly index: number;
  readonly text: string;
  readonly categories: readonly NamedCategory[];
}

/** A code of small letters is a word as well: "all". */
export const isWordToo = ({ text, categories }: Mention): boolean =>
  /^\p{Ll}+$/u.test(text) && categories.every(({ byCode }) => byCode);

/** Texts that are remembered with what they name. */
const mostRead = 10_000;

/** Of texts that may hold names among other words there is no end. */
const mostMentioning = 200;

const normalise = (name: string): string => name.trim().replaceAll(/\s+/g, " ").toLowerCase();

export function createCategoryNames(datasets: ReadonlyMap<string, Dataset>): CategoryNames {
  const { byName, labels } = collectNames(datasets);
  const holders = new Map<string, ReadonlySet<string>>();

  // Rows of charts and headings of tables have the same texts over and over.
  const read = new Map<string, readonly NamedCategory[]>();
  const named = (text: string): readonly NamedCategory[] => {
    const before = read.get(text);
    if (before) return before;
    const found = byName.get(normalise(text)) ?? inOtherWords(text);
    if (read.size < mostRead) read.set(text, found);
    return found;
  };
  const inOtherWords = (text: string): readonly NamedCategory[] => {
    // Periods may be written in several ways, and names in the dataset's first language.
    return [...datasets.values()].flatMap((dataset) =>
      Object.keys(dataset.definition.spec.dimensions).flatMap((dimension) => {
        const found = dataset.category(dimension, text);
        return found
          ? [{ dataset: dataset.id, dimension, id: found.id, key: dimensionKey(dataset.id, dimension) }]
          : [];
      }),
    );
  };
  const holdersOf = (category: NamedCategory): ReadonlySet<string> => {
    const key = keyOf(category);
    const known = holders.get(key);
    if (known) return known;
    const dataset = datasets.get(category.dataset);
    const found = new Set(dataset ? ancestorsOf(dataset, category.dimension, category.id).map(({ id }) => id) : []);
    holders.set(key, found);
    return found;
  };
  let pattern: RegExp | undefined;
  const mentionsIn = (text: string): readonly Mention[] => {
    pattern ??= mentionPattern([...byName.keys()]);
    return matchesOf(pattern, text).flatMap(({ 0: found, index }) => {
      const categories = named(found);
      // Another spelling of a period may be that of a month: 2011-12.
      return categories.length > 0 ? [{ index, text: found, categories }] : [];
    });
  };
  // Each label of a chart is asked about by whoever looks at one of its figures.
  const mentioned = createRecentAnswers<readonly Mention[]>(mostMentioning);
  return {
    named,
    labelOf: ({ dataset, dimension, id }) => labels.get(keyOf({ key: dimensionKey(dataset, dimension), id })) ?? id,
    isOf({ coordinates, across }, category) {
      const { key } = category;
      const ids = coordinates.get(key);
      if (!ids) return undefined;
      if (across.has(key)) return false;
      if (ids.has(category.id)) return true;
      const isHeld = [...ids].every((id) => holdersOf({ ...category, id }).has(category.id));
      // The sum of the parts is a figure of the whole.
      return isHeld && (ids.size > 1 || "part");
    },
    goesAcross({ coordinates, across }, category) {
      const ids = across.has(category.key) ? coordinates.get(category.key) : undefined;
      return (
        ids !== undefined &&
        [...ids].every((id) => id === category.id || holdersOf({ ...category, id }).has(category.id))
      );
    },
    mentions: (text) => mentioned.get(text, mentionsIn),
  };
}

const keyOf = ({ key, id }: Pick<NamedCategory, "key" | "id">): string => `${key}\n${id}`;

interface CollectedNames {
  /** Without capitals and further spaces. */
  readonly byName: ReadonlyMap<string, readonly NamedCategory[]>;
  /** By `keyOf`. */
  readonly labels: ReadonlyMap<string, string>;
}

/** A function of its own, so that nothing of what it is collected by is held as long as the names are. */
function collectNames(datasets: ReadonlyMap<string, Dataset>): CollectedNames {
  const byName = new Map<string, NamedCategory[]>();
  const labels = new Map<string, string>();
  // Names that readers know first: an id that is another category's label means that other one.
  const ranks = [new Map<string, Set<string>>(), new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  const add = (rank: number, name: string, category: NamedCategory) => {
    const key = normalise(name);
    if (key === "") return;
    const scope = `${category.key}\n${key}`;
    const known = ranks.slice(0, rank).some((names) => names.has(scope));
    const here = ranks[rank] as Map<string, Set<string>>;
    const ids = here.get(scope) ?? new Set();
    if (known || ids.has(category.id)) return;
    here.set(scope, ids.add(category.id));
    const list = byName.get(key);
    if (list) list.push(category);
    else byName.set(key, [category]);
  };
  const listed = [...datasets.values()].flatMap((dataset) =>
    Object.keys(dataset.definition.spec.dimensions).flatMap((dimension) => {
      const key = dimensionKey(dataset.id, dimension);
      return dataset.categories(dimension).map((category) => ({ dataset, dimension, category, key }));
    }),
  );
  const each = (rank: number, namesOf: (item: (typeof listed)[number]) => readonly (string | undefined)[]) => {
    for (const item of listed) {
      const { dataset, dimension, category } = item;
      for (const name of namesOf(item))
        if (name !== undefined) add(rank, name, { dataset: dataset.id, dimension, id: category.id, key: item.key });
    }
  };
  for (const { key, category } of listed) labels.set(keyOf({ key, id: category.id }), category.label);
  each(0, ({ category }) => [category.label, category.inText]);
  each(1, ({ category }) => category.aliases ?? []);
  for (const { dataset, dimension, category, key } of listed) {
    const { id, label } = category;
    const isCode = !dataset.period(id) && lettersOf(id) !== lettersOf(label);
    add(2, id, { dataset: dataset.id, dimension, id, key, byCode: isCode || undefined });
  }
  // A chart that has an axis of dates draws a period where it starts.
  each(2, ({ dataset, category }) => [dataset.period(category.id)?.start]);
  return { byName, labels };
}

const lettersOf = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

/** Whole words; the longest name first, for a pattern takes the first alternative that fits. */
function mentionPattern(names: readonly string[]): RegExp {
  const escaped = names
    .filter((name) => name.length > 1)
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replaceAll(" ", String.raw`\s+`))
    .map((name) => name.replaceAll(twoYears, String.raw`$1[-–\/](?:\d\d)?$2`));
  if (escaped.length === 0) return /(?!)/gu;
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${escaped.join("|")})(?![\p{L}\p{N}])`, "giu");
}

/** Two years in an escaped name, which texts write with a stroke or a dash, and the second with two digits or four: 2017/18. */
const twoYears = /(?<!\d)(\d{4})(?:[-–]|\\\/)(?:\d\d)?(\d\d)(?![-\d])/g;
