import { type DiagnosticDetails, didYouMean } from "../diagnostics/index.ts";
import { compareText, createLabelOrder } from "./compare-labels.ts";
import type { DatasetSpec } from "./definition.ts";
import { hasLifetime, lifetimeOf } from "./lifetime.ts";
import type { Category } from "./observation.ts";
import type { ObservationStatus } from "./observation-status.ts";
import { comparePeriods, type Period } from "./period.ts";
import { createPeriodReader } from "./period-reader.ts";
import { sayUnreadPeriods } from "./unread-periods.ts";

/** The categories of every dimension, found by id, label or alias; grows while data is read, where the definition allows. */
export interface CategoryRegistry {
  /** The category of a name, or a sentence that says why there is none. Adds it to an open dimension. */
  resolve(dimension: string, name: string): Category | string;
  /** Counts rows that write the name of a category so: of several spellings, the most frequent becomes its label. */
  countSpelling(dimension: string, name: string, rows: number): void;
  /** As `resolve`, but adds nothing. */
  find(dimension: string, name: string): Category | undefined;
  list(dimension: string): readonly Category[];
  /** All that a name may mean where several are called so at different times; none where it is clear. */
  namesakes(dimension: string, name: string): readonly Category[];
  /** Whether only those that the definition lists are categories. */
  isClosed(dimension: string): boolean;
  /** Decides how the labels of a time dimension are read, before any is resolved; says what leaves it open. */
  readPeriodLabels(dimension: string, labels: Iterable<string>): readonly DiagnosticDetails[];
  /** What a name of a period may mean, read as the labels are: several where they do not decide. */
  periodReadings(name: string): readonly Period[];
  /** Periods met so far, earliest first. */
  periods(): readonly Period[];
  period(id: string): Period | undefined;
  /** What a name says of its figures beside what it names: `2019p` is provisional. */
  statuses(dimension: string, name: string): readonly ObservationStatus[];
  /**
   * Makes names and order independent of the rows: categories that the definition does not list stand by their labels,
   * after those that it lists; of several spellings, the most frequent is the label. Called once all rows are read.
   */
  settle(): void;
  /** Makes a category the parent of another. Called once all rows are read. */
  nest(dimension: string, part: Category, whole: Category): void;
  /** What it knows once all rows are read, as data that can be cloned, whatever the order of the rows: see `known` of `createCategoryRegistry`. */
  snapshot(): CategorySnapshot;
}

/** What a registry knows once all rows are read. */
export interface CategorySnapshot {
  readonly byDimension: Map<string, DimensionEntry>;
  readonly periods: Map<string, Period>;
  /** All labels of periods, which decide together how each is read. */
  readonly periodLabels: ReadonlySet<string>;
}

/** @param known what another registry of the same definition knew. */
export function createCategoryRegistry(spec: DatasetSpec, known?: CategorySnapshot): CategoryRegistry {
  const byDimension = known?.byDimension ?? new Map<string, DimensionEntry>();
  const periods = known?.periods ?? new Map<string, Period>();
  let periodLabels = known?.periodLabels ?? new Set<string>();
  /** The periods that the data names, by each label of them. */
  const byLabel = new Map<string, Period>();
  /** The same by all that the data writes. */
  const named = new Map<string, Period>();
  /** How often each category that comes from the data was met in each spelling. */
  const spellings = new Map<Category, Map<string, number>>();
  const declared = new Map<string, ReadonlySet<string>>();
  /** Where categories stand, by dimension: of tens of thousands that are nested, each is found at once. */
  const placed = new Map<string, Map<Category, PlacedCategory>>();
  let timeDimension: string | undefined;
  /** One sentence for all labels of the column that are no periods. */
  let unread: string | undefined;
  let { reader } = createPeriodReader([], { dimension: "" });

  for (const [dimension, dimensionSpec] of Object.entries(spec.dimensions)) {
    if (dimensionSpec.role === "time") {
      timeDimension = dimension;
      ({ reader } = createPeriodReader(periodLabels, { ...dimensionSpec, lang: spec.lang, dimension }));
      if (!known) byDimension.set(dimension, emptyEntry(true));
      continue;
    }
    if (known) continue;
    const open = dimensionSpec.open ?? !dimensionSpec.categories;
    byDimension.set(dimension, emptyEntry(open, dimensionSpec.aliases));
    for (const category of dimensionSpec.categories ?? []) add({ dimension, inText: category.label, ...category });
    declared.set(dimension, new Set(dimensionSpec.categories?.map(({ id }) => id)));
  }

  function add(category: Category): Category {
    const entry = byDimension.get(category.dimension);
    if (!entry) throw new Error(`No dimension ${category.dimension}.`);
    placed.delete(category.dimension);
    entry.list.push(category);
    for (const name of new Set([category.id, category.label, ...(category.aliases ?? [])].map(normalise))) {
      const others = entry.byName.get(name);
      if (others && hasLifetime(category))
        entry.namesakes.set(name, [...(entry.namesakes.get(name) ?? [others]), category]);
      if (!others || isLater(category, others)) entry.byName.set(name, category);
      const [spelling, label] = [categoryId(name), normalise(category.label)];
      const known = entry.bySpelling.get(spelling);
      entry.bySpelling.set(spelling, known === undefined || known === label ? label : null);
    }
    return category;
  }

  /** As the definition knows it: the name that an alias means, or one that differs in signs and accents alone. */
  function knownName(entry: DimensionEntry | undefined, name: string): string {
    const plain = normalise(name);
    const meant = normalise(entry?.aliases.get(plain) ?? plain);
    if (!entry || entry.open || entry.byName.has(meant)) return meant;
    return entry.bySpelling.get(categoryId(meant)) ?? meant;
  }

  function find(dimension: string, name: string): Category | undefined {
    const entry = byDimension.get(dimension);
    // Most are asked for by their id, which is as names are kept.
    const known = entry?.byName.get(name) ?? entry?.byName.get(knownName(entry, name));
    if (known) return known;
    if (dimension !== timeDimension) return undefined;
    const [period, other] = periodReadings(name);
    return period && !other ? entry?.byName.get(normalise(period.id)) : undefined;
  }

  /** Where labels do not decide, the data does: by a period that it holds, then by the kinds of periods that it holds. */
  function periodReadings(name: string): readonly Period[] {
    const readings = reader.readings(name);
    if (readings.length < 2) return readings;
    const formats = new Set([...periods.values()].map(({ format }) => format));
    const held = readings.filter(({ id }) => periods.has(id));
    const alike = readings.filter(({ format }) => formats.has(format));
    return held.length === 1 ? held : alike.length === 1 ? alike : readings;
  }

  function resolve(dimension: string, given: string): Category | string {
    const name = byDimension.get(dimension)?.aliases.get(normalise(given)) ?? given;
    if (name.trim() === "")
      return `The row names no ${(spec.dimensions[dimension]?.label ?? dimension).toLowerCase()}.`;
    if (dimension === timeDimension) return resolvePeriod(dimension, name);
    const known = find(dimension, name);
    if (known) return known;
    const label = spec.dimensions[dimension]?.label ?? dimension;
    const entry = byDimension.get(dimension);
    if (!entry?.open) {
      const labels = entry?.list.map((category) => category.label) ?? [];
      return `"${name}" is not a declared category of ${label.toLowerCase()}. ${didYouMean(name, labels)}`;
    }
    const written = writtenName(dimension, given);
    const category = { dimension, id: categoryId(name), label: written, inText: written };
    const taken = entry.byName.get(normalise(category.id));
    if (taken)
      return `"${category.label}" makes an id, ${category.id}, that "${taken.label}" has already. List both in the definition, with ids of their own, or one as an alias of the other.`;
    return add(category);
  }

  /** What a category from the data is called: as the data calls it, unless an alias says another label, and not only the id. */
  function writtenName(dimension: string, given: string): string {
    const meant = byDimension.get(dimension)?.aliases.get(normalise(given)) ?? given;
    return (meant === categoryId(meant) ? given : meant).trim();
  }

  /** A period is called by its label, not by all that is written beside it. */
  function resolvePeriod(dimension: string, name: string): Category | string {
    const period = named.get(name) ?? reader.readings(name)[0];
    if (!period) return unread ?? sayUnreadPeriods([name], { dimension });
    const { id, label } = period;
    named.set(name, period);
    byLabel.set(label, period);
    const known = byDimension.get(dimension)?.byName.get(normalise(id));
    if (known) return known;
    periods.set(id, period);
    return add({ dimension, id, label, inText: label });
  }

  function countSpelling(dimension: string, name: string, rows: number): void {
    const period = dimension === timeDimension ? named.get(name) : undefined;
    const category = period ? find(dimension, period.id) : find(dimension, name);
    if (!category || declared.get(dimension)?.has(category.id)) return;
    const spelling = writtenName(dimension, period?.label ?? name);
    const counts = spellings.get(category) ?? new Map<string, number>();
    counts.set(spelling, (counts.get(spelling) ?? 0) + rows);
    spellings.set(category, counts);
  }

  function settle(): void {
    const order = createLabelOrder(spec.lang);
    placed.clear();
    for (const [dimension, { list, byName }] of byDimension) {
      const isDeclared = ({ id }: Category) => declared.get(dimension)?.has(id) === true;
      const listed = list.filter(isDeclared);
      const met = new Map(list.filter((category) => !isDeclared(category)).map((own) => [own, labelled(own)]));
      for (const [name, category] of byName) byName.set(name, met.get(category) ?? category);
      list.splice(0, list.length, ...listed, ...[...met.values()].sort((a, b) => order(a.label, b.label)));
      if (dimension !== timeDimension) continue;
      for (const { label } of list) {
        const period = byLabel.get(label);
        if (period) periods.set(period.id, period);
      }
    }
  }

  function labelled(category: Category): Category {
    const counts = [...(spellings.get(category) ?? [])];
    const [best] = counts.sort(([a, countA], [b, countB]) => countB - countA || compareText(a, b));
    const label = best?.[0] ?? category.label;
    return { ...category, label, inText: label };
  }

  return {
    resolve,
    countSpelling,
    find,
    settle,
    namesakes(dimension, name) {
      const entry = byDimension.get(dimension);
      return entry && entry.namesakes.size > 0 ? (entry.namesakes.get(knownName(entry, name)) ?? []) : [];
    },
    isClosed: (dimension) => byDimension.get(dimension)?.open === false,
    readPeriodLabels(dimension, labels) {
      const names = new Set(labels);
      periodLabels = names;
      const dimensionSpec = spec.dimensions[dimension];
      const options = dimensionSpec?.role === "time" ? dimensionSpec : {};
      const read = createPeriodReader(names, { ...options, lang: spec.lang, dimension });
      reader = read.reader;
      named.clear();
      const none = [...new Set([...names].map((name) => name.trim()))].filter(
        (name) => name !== "" && reader.readings(name).length === 0,
      );
      unread = none.length > 0 ? sayUnreadPeriods(none, { ...options, lang: spec.lang, dimension }) : undefined;
      return read.unclear;
    },
    periodReadings,
    nest(dimension, part, whole) {
      const entry = byDimension.get(dimension);
      if (!entry) return;
      const known = placed.get(dimension) ?? placesIn(entry);
      placed.set(dimension, known);
      const own = known.get(part);
      if (!own) return;
      const nested = { ...part, parent: whole.id };
      known.delete(part);
      known.set(nested, own);
      entry.list[own.index] = nested;
      for (const name of own.names) {
        if (entry.byName.get(name) === part) entry.byName.set(name, nested);
        const namesakes = entry.namesakes.get(name);
        if (namesakes)
          entry.namesakes.set(
            name,
            namesakes.map((one) => (one === part ? nested : one)),
          );
      }
    },
    list: (dimension) =>
      dimension === timeDimension
        ? [...periods.values()].sort(comparePeriods).map((period) => ({
            dimension,
            id: period.id,
            label: period.label,
            inText: period.label,
          }))
        : (byDimension.get(dimension)?.list ?? []),
    periods: () => [...periods.values()].sort(comparePeriods),
    period: (id) => periods.get(id),
    statuses: (dimension, name) => (dimension === timeDimension ? reader.statuses(name) : []),
    snapshot: () => ({
      byDimension: new Map([...byDimension].map(([dimension, entry]) => [dimension, inOrder(entry)])),
      periods: byKey(periods),
      periodLabels: new Set([...periodLabels].sort(compareText)),
    }),
  };
}

interface DimensionEntry {
  readonly list: Category[];
  readonly byName: Map<string, Category>;
  /** Categories of one name, where there are several. */
  readonly namesakes: Map<string, readonly Category[]>;
  /** Labels by what is left of names without signs and accents; null for several. */
  readonly bySpelling: Map<string, string | null>;
  /** What the definition says that a name means. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly open: boolean;
}

/** Where a category stands in the list of its dimension, and the names that mean it or one of its namesakes. */
interface PlacedCategory {
  readonly index: number;
  readonly names: string[];
}

function placesIn({ list, byName, namesakes }: DimensionEntry): Map<Category, PlacedCategory> {
  const placed = new Map(list.map((category, index) => [category, { index, names: [] as string[] }]));
  for (const [name, category] of byName) placed.get(category)?.names.push(name);
  for (const [name, all] of namesakes) for (const category of all) placed.get(category)?.names.push(name);
  return placed;
}

const emptyEntry = (open: boolean, aliases: Readonly<Record<string, string>> = {}): DimensionEntry => ({
  list: [],
  byName: new Map(),
  namesakes: new Map(),
  bySpelling: new Map(),
  aliases: new Map(Object.entries(aliases).map(([name, id]) => [normalise(name), id])),
  open,
});

/** What is looked up stands in the order of the rows, which may tell which of two counts is larger: sorted, it tells nothing. */
const byKey = <V>(map: ReadonlyMap<string, V>): Map<string, V> =>
  new Map([...map].sort(([a], [b]) => compareText(a, b)));

const inOrder = ({ byName, namesakes, bySpelling, ...entry }: DimensionEntry): DimensionEntry => ({
  ...entry,
  byName: byKey(byName),
  namesakes: byKey(namesakes),
  bySpelling: byKey(bySpelling),
});

/** Whether a category ends after another: of one name, the last is meant where no period says otherwise. */
function isLater(category: Category, other: Category): boolean {
  const [own, before] = [lifetimeOf(category).endExclusive, lifetimeOf(other).endExclusive];
  return before !== undefined && (own === undefined || own > before);
}

const normalise = (name: string): string => name.trim().replaceAll(/\s+/g, " ").toLowerCase();

/** Signs that tell labels apart: `<16` and `16+` are not one category. */
const signs: Readonly<Record<string, string>> = {
  "&": "and",
  "+": "plus",
  "<": "under",
  ">": "over",
  "≤": "up to",
  "≥": "from",
  "%": "percent",
  "#": "sharp",
};

/** The id of a category by its label: `Devon & Cornwall` → `devon-and-cornwall`; letters of every alphabet stay, accents go. */
export function categoryId(label: string): string {
  const id = label
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[&+<>≤≥%#]/g, (sign) => ` ${signs[sign]} `)
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
  return id || codePointsOf(label);
}

/** Of a name without a letter or digit, such as a sign: `☂` → `u2602`. */
const codePointsOf = (name: string): string =>
  [...name.trim()].map((sign) => `u${sign.codePointAt(0)?.toString(16)}`).join("-");
