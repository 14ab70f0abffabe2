import { type Diagnostic, type DiagnosticCode, didYouMean } from "../diagnostics/index.ts";
import type { Dataset } from "./dataset.ts";
import type { DatasetSpec } from "./definition.ts";
import { dimensionsOf } from "./dimensions-of.ts";
import { findDimension } from "./find-dimension.ts";
import { hasLifetime, presenceIn } from "./lifetime.ts";
import type { MeasureSpec } from "./measure-spec.ts";
import type { Category, Observation } from "./observation.ts";
import { comparePeriods, type Period } from "./period.ts";
import { describePeriod, periodReadings } from "./period-reader.ts";
import { isRelativePeriod, latestAvailable, relativePeriodWords } from "./relative-periods.ts";
import { resolveCell } from "./resolve-cell.ts";
import type { PlainSelector } from "./selector.ts";

export interface ResolvedCoordinates {
  readonly measure: string;
  readonly measureSpec: MeasureSpec;
  /** Category id by dimension, one entry a cell: the product of the categories chosen. */
  readonly coordinates: readonly Readonly<Record<string, string>>[];
  /** The periods chosen, earliest first, also those for which there is no data. Empty without a time dimension. */
  readonly periods: readonly Period[];
  /** The words that chose periods: `latest`, `previous`, `first`, `latest-available`; none where all are named outright. */
  readonly words: readonly string[];
  /** For the author: a sentence for each word whose period has a figure for fewer than half of the areas. */
  readonly sparse: readonly string[];
  /** Category ids chosen, by dimension. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
}

type Failure = { readonly error: Omit<Diagnostic, "severity"> };

/**
 * Turns a selector's names into coordinates of cells.
 * @param omitted what a dimension means that the selector leaves out: `all` of its categories that hold no other (rows for a chart), or its
 *   declared `total`, or the only category there is (one figure); anything else is ambiguous, since forces, regions and
 *   countries cannot be added up.
 */
export function resolveCoordinates(
  dataset: Dataset,
  selector: PlainSelector,
  omitted: "all" | "total",
): ResolvedCoordinates | Failure {
  const spec: DatasetSpec = dataset.definition.spec;
  const measure = measureOf(spec, selector.measure);
  if (!measure) return unknownMeasure(dataset, selector.measure);
  const [measureId, measureSpec] = measure;
  const dimensions = dimensionsOf(spec, measureSpec);

  for (const name of Object.keys(selector.at)) {
    if (!(name in spec.dimensions)) {
      return failure(
        dataset,
        "unknown-dimension",
        `There is no dimension "${name}".`,
        didYouMean(name, Object.keys(spec.dimensions)),
      );
    }
    if (!dimensions.includes(name)) {
      return failure(
        dataset,
        "dimension-not-of-measure",
        `The measure ${measureId} is not broken down by ${name}.`,
        "Leave it out.",
      );
    }
  }

  const chosen: Record<string, readonly string[]> = {};
  const timeDimension = dimensions.find((dimension) => spec.dimensions[dimension]?.role === "time");
  for (const dimension of dimensions) {
    if (dimension === timeDimension) continue;
    const ids = chooseCategories(dataset, { dimension, names: selector.at[dimension], omitted });
    if (!Array.isArray(ids)) return ids as Failure;
    chosen[dimension] = ids;
  }
  let inTime: ChosenPeriods = { periods: [], words: [], sparse: [] };
  if (timeDimension) {
    const context = { measure: measureId, dimension: timeDimension, chosen, selector, omitted };
    const found = choosePeriods(dataset, context);
    if ("error" in found) return found;
    inTime = found;
    chosen[timeDimension] = found.periods.map((period) => period.id);
  }
  const coordinates = withoutAbsent(dataset, {
    measure: measureId,
    time: timeDimension,
    chosen,
    coordinates: product(dimensions, chosen),
  });
  return { measure: measureId, measureSpec, coordinates, ...inTime, chosen };
}

interface ChosenCoordinates {
  readonly measure: string;
  readonly time: string | undefined;
  readonly chosen: ResolvedCoordinates["chosen"];
  readonly coordinates: ResolvedCoordinates["coordinates"];
}

/**
 * Leaves out cells of categories in periods that they are not there for, where those that they followed or that followed them
 * are chosen too: districts and the authority that they became, over the years.
 */
function withoutAbsent(
  dataset: Dataset,
  { measure, time, chosen, coordinates }: ChosenCoordinates,
): ResolvedCoordinates["coordinates"] {
  if (time === undefined || coordinates.length < 2) return coordinates;
  const mayBeAbsent = Object.entries(chosen).some(
    ([dimension, ids]) =>
      dimension !== time &&
      ids.some((id) => {
        const category = dataset.category(dimension, id);
        return category !== undefined && hasLifetime(category);
      }),
  );
  if (!mayBeAbsent) return coordinates;
  const categoriesAt = (at: Readonly<Record<string, string>>) =>
    Object.keys(at).flatMap((dimension) =>
      dimension === time ? [] : (dataset.category(dimension, at[dimension] ?? "") ?? []),
    );
  const isAbsent = (at: Readonly<Record<string, string>>): readonly Category[] => {
    const period = dataset.period(at[time] ?? "");
    if (!period) return [];
    const absent = categoriesAt(at).filter((category) => presenceIn(category, period) !== "all");
    return absent.length > 0 && !hasFigure(dataset.lookup(measure, at)) ? absent : [];
  };
  const kept = new Set<string>();
  const absences = coordinates.map((at) => {
    const absent = isAbsent(at);
    if (absent.length === 0)
      for (const { dimension, id } of categoriesAt(at)) kept.add(`${at[time]}|${dimension}|${id}`);
    return absent;
  });
  return coordinates.filter((at, index) =>
    (absences[index] ?? []).every(
      (category) =>
        !relatedTo(dataset, category).some(({ dimension, id }) => kept.has(`${at[time]}|${dimension}|${id}`)),
    ),
  );
}

const hasFigure = (observations: readonly Observation[]): boolean =>
  observations.some(({ cell }) => cell.state !== "missing");

/** The categories that followed one and that it followed, from first to last. */
function relatedTo(dataset: Dataset, { dimension, id }: Category): readonly Category[] {
  const all = dataset.categories(dimension);
  const byId = new Map(all.map((category) => [category.id, category]));
  const after = (category: Category): readonly Category[] =>
    (category.successors ?? []).flatMap((next) => byId.get(next) ?? []);
  const before = (category: Category): readonly Category[] =>
    all.filter(({ successors = [] }) => successors.includes(category.id));
  const follow = (step: (category: Category) => readonly Category[]): readonly Category[] => {
    const found = new Set(step(byId.get(id) as Category));
    for (const category of found) for (const next of step(category)) found.add(next);
    return [...found];
  };
  return byId.has(id) ? [...follow(after), ...follow(before)] : [];
}

interface PeriodContext {
  readonly measure: string;
  readonly dimension: string;
  /** The categories chosen in the other dimensions. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
  readonly selector: PlainSelector;
  readonly omitted: "all" | "total";
}

type ChosenPeriods = Pick<ResolvedCoordinates, "periods" | "words" | "sparse">;

function choosePeriods(dataset: Dataset, context: PeriodContext): ChosenPeriods | Failure {
  const { measure, dimension, selector, omitted } = context;
  const names = selector.at[dimension];
  const unworded = { words: [], sparse: [] };
  if (names === undefined) {
    if (omitted === "all") return { periods: dataset.periods(), ...unworded };
    const { held } = dataset.relativePeriods(measure);
    if (held.length === 1) return { periods: held, ...unworded };
    return failure(
      dataset,
      "period-not-said",
      "The selector does not say which period.",
      `Add ${dimension}: "latest", or a period such as "${held.at(-1)?.label ?? "2018/19"}".`,
    );
  }
  const chosen: ChosenPeriod[] = [];
  for (const name of typeof names === "string" ? [names] : names) {
    const found = choosePeriod(dataset, name, context);
    if ("error" in found) return found;
    if (!chosen.some(({ period }) => period.id === found.period.id)) chosen.push(found);
  }
  return {
    periods: chosen.map(({ period }) => period).sort(comparePeriods),
    words: chosen.flatMap(({ word }) => word ?? []),
    sparse: chosen.flatMap(({ sparse }) => sparse ?? []),
  };
}

interface ChosenPeriod {
  readonly period: Period;
  readonly word?: string;
  readonly sparse?: string | undefined;
}

/** The period that a name or a word means. */
function choosePeriod(dataset: Dataset, name: string, context: PeriodContext): ChosenPeriod | Failure {
  const { measure, dimension } = context;
  const unknown = (message: string): Failure =>
    failure(
      dataset,
      "unknown-period",
      message,
      `Write it as the data does, or ${[...relativePeriodWords, latestAvailable].map((word) => `"${word}"`).join(", ")}.`,
    );
  if (name === latestAvailable) return ownLatest(dataset, context);
  if (isRelativePeriod(name)) {
    const { meaning } = dataset.relativePeriods(measure);
    if ("unclear" in meaning) {
      return failure(dataset, "several-period-lengths", `"${name}" is not clear. ${meaning.unclear}`, meaning.hint);
    }
    const { period, sparse } = meaning[name];
    return period ? { period, word: name, sparse } : unknown(`The data holds no period, so none is "${name}".`);
  }
  const period = dataset.readPeriod(name);
  if (period) return { period };
  const readings = periodReadings(name);
  if (readings.length > 1) {
    const either = readings.map(describePeriod).join(" or ");
    const hint = `Write it as the data does, or say dimensions.${dimension}.format in the definition.`;
    return failure(dataset, "ambiguous-period", `"${name}" may be ${either}.`, hint);
  }
  return unknown(`"${name}" is not a period.`);
}

/**
 * The last period for which the chosen cells of one area have a figure, also a hidden one. Of several areas it would be
 * several periods, which are neither added up nor drawn side by side.
 */
function ownLatest(
  dataset: Dataset,
  { measure, dimension, chosen, selector, omitted }: PeriodContext,
): ChosenPeriod | Failure {
  const area = findDimension(dataset.definition, "area");
  if (omitted === "all" || (area !== undefined && (chosen[area] ?? []).length > 1)) {
    return failure(
      dataset,
      "mixed-periods",
      `"${latestAvailable}" is each area's own period, and figures of several periods are not drawn or added up as one.`,
      `Use "latest", or claims of one area each: they print their period.`,
    );
  }
  const { held, series, meaning } = dataset.relativePeriods(measure);
  if ("unclear" in meaning) {
    return failure(
      dataset,
      "several-period-lengths",
      `"${latestAvailable}" is not clear. ${meaning.unclear}`,
      meaning.hint,
    );
  }
  const coordinates = product(Object.keys(chosen), chosen);
  const own = series.findLast((period) =>
    coordinates.some(
      (at) =>
        resolveCell(dataset, dataset.lookup(measure, { ...at, [dimension]: period.id }), selector).state !== "missing",
    ),
  );
  const period = own ?? series.at(-1) ?? held.at(-1);
  return period
    ? { period, word: latestAvailable }
    : failure(dataset, "unknown-period", "The data holds no period.", "Give it data.");
}

function chooseCategories(
  dataset: Dataset,
  {
    dimension,
    names,
    omitted,
  }: { dimension: string; names: string | readonly string[] | undefined; omitted: "all" | "total" },
): readonly string[] | Failure {
  // All of them are asked for only where they decide: what was asked of a dataset is what its verifiable file carries.
  if (names === undefined) {
    if (omitted === "all") return dataset.leaves(dimension).map(({ id }) => id);
    const own = dataset.definition.spec.dimensions[dimension];
    const total = own?.role === "time" ? undefined : own?.total;
    // Of a total that the data does not have there is no figure, and no other stands in for it.
    if (total !== undefined) return [dataset.category(dimension, total)?.id ?? total];
    const categories = dataset.categories(dimension);
    const [only] = categories;
    if (only && categories.length === 1) return [only.id];
    return failure(
      dataset,
      "ambiguous-selector",
      `The selector does not say which ${dimension}, and there are ${categories.length}.`,
      `Add ${dimension}: "…", or declare the dimension's total.`,
    );
  }
  const ids = new Set<string>();
  for (const name of typeof names === "string" ? [names] : names) {
    const category = dataset.category(dimension, name);
    if (!category) {
      const categories = dataset.categories(dimension);
      const known = [...categories.map(({ id }) => id), ...categories.map(({ label }) => label)];
      return failure(dataset, "unknown-category", `There is no ${dimension} "${name}".`, didYouMean(name, known));
    }
    ids.add(category.id);
  }
  return [...ids];
}

function product(
  dimensions: readonly string[],
  chosen: Readonly<Record<string, readonly string[]>>,
): readonly Readonly<Record<string, string>>[] {
  const first: Record<string, string> = {};
  for (const dimension of dimensions) first[dimension] = chosen[dimension]?.[0] ?? "";
  let coordinates: readonly Readonly<Record<string, string>>[] = [first];
  for (const dimension of dimensions) {
    const ids = chosen[dimension] ?? [];
    if (ids.length === 1) continue;
    const next: Record<string, string>[] = [];
    for (const at of coordinates)
      for (const id of ids) {
        // All are of one shape from the beginning, so that a million of them are made without looking for their keys.
        const own = { ...at };
        own[dimension] = id;
        next.push(own);
      }
    coordinates = next;
  }
  return coordinates;
}

function unknownMeasure(dataset: Dataset, name: string | undefined): Failure {
  const measures = Object.keys(dataset.definition.spec.measures);
  return name === undefined
    ? failure(dataset, "measure-not-said", "The selector does not say which measure.", didYouMean("", measures))
    : failure(dataset, "unknown-measure", `There is no measure "${name}".`, didYouMean(name, measures));
}

const failure = (dataset: Dataset, code: DiagnosticCode, message: string, hint: string): Failure => ({
  error: { code, message, hint, source: { id: dataset.id } },
});

/** The measure that a selector means, if it names one that exists or there is only one. */
function measureOf(spec: DatasetSpec, name: string | undefined): readonly [string, MeasureSpec] | undefined {
  const measures = Object.entries(spec.measures);
  if (name !== undefined) return measures.find(([measure]) => measure === name);
  return measures.length === 1 ? measures[0] : undefined;
}
