import { type DiagnosticDetails, defined, didYouMean } from "../diagnostics/index.ts";
import type { CategoryRegistry } from "./category-registry.ts";
import type { AnyDatasetDefinition, DatasetSpec } from "./definition.ts";
import type { DimensionSpec } from "./dimension-spec.ts";
import type { MeasureSpec } from "./measure-spec.ts";
import type { Category, Source } from "./observation.ts";
import type { Period } from "./period.ts";
import type { CategoryTranslation, DatasetTranslation, MeasureTranslation } from "./translation.ts";

/** What a dataset is asked to be named in. */
export interface NamingOptions {
  /** BCP 47. */
  readonly lang: string;
  /** A period as the language names it. */
  readonly periodName: (period: Period) => string;
}

/** The parts of a dataset that hold names. */
export interface NamedParts {
  readonly definition: AnyDatasetDefinition;
  readonly categories: Pick<CategoryRegistry, "find" | "list" | "periods" | "period" | "periodReadings">;
  readonly sources: ReadonlyMap<string, Source>;
}

interface TranslatedParts extends NamedParts {
  /** What was not translated, and what was that does not exist. */
  readonly untranslated: readonly DiagnosticDetails[];
}

/**
 * The names of a dataset in another language: the same ids, the same figures. Undefined where nothing would change. What
 * stays in the dataset's own language says so in `lang`, so that no grammar is put on it.
 */
export function translateDataset(parts: NamedParts, { lang, periodName }: NamingOptions): TranslatedParts | undefined {
  const spec: DatasetSpec = parts.definition.spec;
  const { lang: own = "en", translations = {} } = spec;
  const translation = translations[lang] ?? Object.entries(translations).find(([tag]) => isSame(tag, lang))?.[1];
  const periods = parts.categories.periods();
  const isOwn = translation === undefined && isSame(own, lang);
  if (isOwn && periods.every((period) => periodName(period) === period.label)) return undefined;
  const foreign = isSame(own, lang) ? {} : { lang: own };
  return {
    definition: { ...parts.definition, spec: translateSpec(spec, translation, foreign) },
    categories: translateCategories(parts, { translation, foreign, periodName }),
    sources: new Map([...parts.sources].map(([id, source]) => [id, translateSource(source, translation)])),
    untranslated: isOwn ? [] : untranslated(parts, lang, translation),
  };
}

const isSame = (a: string, b: string): boolean => languageOf(a) === languageOf(b);
const languageOf = (tag: string): string => tag.toLowerCase().split("-")[0] ?? "";

/** Says of what language a name is that has none in the language asked for. */
interface Foreign {
  readonly lang?: string;
}

function translateSpec(spec: DatasetSpec, translation: DatasetTranslation | undefined, foreign: Foreign): DatasetSpec {
  const dimensions = Object.entries(spec.dimensions).map(([id, dimension]): [string, DimensionSpec] => {
    const own = translation?.dimensions?.[id];
    const { plural, ...rest } = dimension;
    return [
      id,
      own
        ? { ...rest, label: own.label, ...defined({ plural: own.plural }) }
        : { ...rest, ...defined({ plural }), ...foreign },
    ];
  });
  const measures = Object.entries(spec.measures).map(([id, measure]): [string, MeasureSpec] => [
    id,
    translateMeasure(measure, translation?.measures?.[id], foreign),
  ]);
  return {
    ...spec,
    title: translation?.title ?? spec.title,
    dimensions: Object.fromEntries(dimensions),
    measures: Object.fromEntries(measures),
    ...defined({ caveats: spec.caveats?.map((caveat, index) => translation?.caveats?.[index] ?? caveat) }),
  };
}

function translateMeasure(measure: MeasureSpec, own: MeasureTranslation | undefined, foreign: Foreign): MeasureSpec {
  const { short, shortDefinite, ...unnamed } = measure;
  // A short name has the grammar of its language: without one in the other, that has a noun of its own.
  if (!own) return { ...("lang" in foreign ? unnamed : measure), unit: { ...measure.unit, ...foreign } };
  const { population, breaks, ...rest } = unnamed;
  return defined({
    ...rest,
    label: own.label,
    short: own.short,
    shortDefinite: own.shortDefinite,
    unit: own.unit,
    population: population === undefined ? undefined : (own.population ?? population),
    breaks: breaks?.map(({ at, note }, index) => ({ at, note: own.breaks?.[index] ?? note })),
  });
}

function translateSource(source: Source, translation: DatasetTranslation | undefined): Source {
  const own = translation?.sources?.[source.id];
  if (!own) return source;
  const { coverage, ...texts } = own;
  return defined({
    ...source,
    ...texts,
    coverage: source.coverage && coverage !== undefined ? { ...source.coverage, note: coverage } : source.coverage,
  });
}

interface CategoryContext {
  readonly translation: DatasetTranslation | undefined;
  readonly foreign: Foreign;
  readonly periodName: (period: Period) => string;
}

/** Found by their names in either language; periods too. */
function translateCategories(
  { definition, categories }: NamedParts,
  { translation, foreign, periodName }: CategoryContext,
): NamedParts["categories"] {
  const named = (period: Period): Period => ({ ...period, label: periodName(period) });
  const translate = (category: Category): Category => {
    const period = categories.period(category.id);
    if (period && definition.spec.dimensions[category.dimension]?.role === "time") {
      const label = periodName(period);
      return { ...category, label, inText: label };
    }
    const own = categoryTranslation(translation, category);
    return own ? translateCategory(category, own) : { ...category, ...foreign };
  };
  const listed = new Map(
    Object.keys(definition.spec.dimensions).map((id) => [id, categories.list(id).map(translate)] as const),
  );
  const byName = new Map(
    [...listed].flatMap(([dimension, list]) =>
      list.map((category) => [`${dimension} ${normalise(category.label)}`, category] as const),
    ),
  );
  return {
    list: (dimension) => listed.get(dimension) ?? [],
    find(dimension, name) {
      const known = categories.find(dimension, name);
      return known ? translate(known) : byName.get(`${dimension} ${normalise(name)}`);
    },
    periods: () => categories.periods().map(named),
    periodReadings: (name) => categories.periodReadings(name),
    period(id) {
      const period = categories.period(id);
      return period && named(period);
    },
  };
}

const normalise = (name: string): string => name.trim().replaceAll(/\s+/g, " ").toLowerCase();

function categoryTranslation(
  translation: DatasetTranslation | undefined,
  { dimension, id, label }: Category,
): CategoryTranslation | undefined {
  const all = translation?.dimensions?.[dimension]?.categories ?? {};
  const own = Object.hasOwn(all, id) ? all[id] : Object.hasOwn(all, label) ? all[label] : undefined;
  return typeof own === "string" ? { label: own } : own;
}

function translateCategory(category: Category, own: CategoryTranslation): Category {
  const { locative: _, ...rest } = category;
  return defined({
    ...rest,
    label: own.label,
    inText: own.inText ?? own.label,
    locative: own.locative,
    // The name in the data is still a name of it.
    aliases: [...(category.aliases ?? []), category.label],
  });
}

function untranslated(
  { definition, categories, sources }: NamedParts,
  lang: string,
  translation: DatasetTranslation | undefined,
): readonly DiagnosticDetails[] {
  const spec: DatasetSpec = definition.spec;
  const source = { id: spec.title, field: `translations.${lang}` };
  const code = "untranslated";
  if (!translation) {
    const message = `The dataset has no names in the language "${lang}": its own are printed.`;
    return [
      { code, message, hint: `Add translations: { ${lang}: { … } } to its definition, or say its lang.`, source },
    ];
  }
  const missing = [
    ...lacking("dimensions", Object.keys(spec.dimensions), translation.dimensions),
    ...lacking("measures", Object.keys(spec.measures), translation.measures),
    ...lacking(
      "sources",
      [...sources.keys()].filter((id) => id in spec.sources),
      translation.sources,
    ),
    ...(spec.caveats?.length === (translation.caveats?.length ?? 0) || !spec.caveats ? [] : ["caveats"]),
  ];
  const unknown = Object.entries(translation.dimensions ?? {}).flatMap(([dimension, own]) =>
    Object.keys(own?.categories ?? {})
      .filter((name) => !categories.find(dimension, name))
      .map((name): DiagnosticDetails => {
        const known = categories.list(dimension).flatMap(({ id, label }) => [id, label]);
        const message = `There is no ${dimension} "${name}" in the data, and a translation of it.`;
        return { code: "unknown-category", message, hint: didYouMean(name, known), source };
      }),
  );
  if (missing.length === 0) return unknown;
  const message = `Not all names are translated into "${lang}": ${missing.join(", ")}. They are printed as the dataset has them.`;
  return [{ code, message, source }, ...unknown];
}

const lacking = (kind: string, ids: readonly string[], given: Readonly<Record<string, unknown>> = {}): string[] =>
  ids.filter((id) => given[id] === undefined).map((id) => `${kind}.${id}`);
