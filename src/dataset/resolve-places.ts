import { type Diagnostic, didYouMean } from "../diagnostics/index.ts";
import type { Dataset } from "./dataset.ts";
import type { DatasetSpec, MeasureSpec } from "./definition.ts";
import { groupBy } from "./group-by.ts";
import { measureOf } from "./measure-of.ts";
import { comparePeriods, type Period, parsePeriod, periodMonths, previousPeriod } from "./period.ts";
import type { PlainSelector } from "./selector.ts";

export interface ResolvedPlaces {
  readonly measure: string;
  readonly measureSpec: MeasureSpec;
  /** Category id by dimension, one entry a cell: the product of the categories chosen. */
  readonly places: readonly Readonly<Record<string, string>>[];
  /** The periods chosen, earliest first, also those for which there is no data. Empty without a time dimension. */
  readonly periods: readonly Period[];
  /** Category ids chosen, by dimension. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
}

type Failure = { readonly error: Omit<Diagnostic, "severity"> };

/**
 * Turns a selector's names into places of cells.
 * @param omitted what a dimension means that the selector leaves out: `all` of its categories (rows for a chart), or its
 *   declared `total`, or the only category there is (one figure); anything else is ambiguous, since forces, regions and
 *   countries cannot be added up.
 */
export function resolvePlaces(
  dataset: Dataset,
  selector: PlainSelector,
  omitted: "all" | "total",
): ResolvedPlaces | Failure {
  const spec: DatasetSpec = dataset.definition.spec;
  const measure = measureOf(spec, selector.measure);
  if (!measure) return unknownMeasure(dataset, selector.measure);
  const [measureId, measureSpec] = measure;
  const dimensions = measureSpec.dimensions ?? Object.keys(spec.dimensions);

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
  let periods: readonly Period[] = [];
  if (timeDimension) {
    const held = () => periodsHeld(dataset, { measure: measureId, chosen, timeDimension });
    const found = choosePeriods(dataset, {
      dimension: timeDimension,
      names: selector.at[timeDimension],
      held,
      omitted,
    });
    if ("error" in found) return found;
    periods = found.periods;
    chosen[timeDimension] = periods.map((period) => period.id);
  }
  return { measure: measureId, measureSpec, places: product(dimensions, chosen), periods, chosen };
}

/** The periods for which any cell of the chosen categories holds more than "not supplied", earliest first. */
function periodsHeld(
  dataset: Dataset,
  {
    measure,
    chosen,
    timeDimension,
  }: { measure: string; chosen: Readonly<Record<string, readonly string[]>>; timeDimension: string },
): readonly Period[] {
  const places = product(Object.keys(chosen), chosen);
  return dataset
    .periods()
    .filter((period) =>
      places.some((at) =>
        dataset.lookup(measure, { ...at, [timeDimension]: period.id }).some(({ cell }) => cell.state !== "missing"),
      ),
    );
}

interface PeriodContext {
  readonly dimension: string;
  readonly names: string | readonly string[] | undefined;
  /** Worked out only where a word such as `latest` asks for it. */
  readonly held: () => readonly Period[];
  readonly omitted: "all" | "total";
}

function choosePeriods(
  dataset: Dataset,
  { dimension, names, held, omitted }: PeriodContext,
): { periods: readonly Period[] } | Failure {
  if (names === undefined) {
    if (omitted === "all") return { periods: dataset.periods() };
    const only = held();
    if (only.length === 1) return { periods: only };
    return failure(
      dataset,
      "period-not-said",
      "The selector does not say which period.",
      `Add ${dimension}: "latest", or a period such as "${only.at(-1)?.label ?? "2018/19"}".`,
    );
  }
  const periods: Period[] = [];
  for (const name of typeof names === "string" ? [names] : names) {
    const period = periodOf(dataset, { name, dimension, held });
    if (!period) {
      return failure(
        dataset,
        "unknown-period",
        `"${name}" is not a period.`,
        `Write it as the data does, or "latest", "previous" or "first".`,
      );
    }
    if (!periods.some(({ id }) => id === period.id)) periods.push(period);
  }
  return { periods: periods.sort(comparePeriods) };
}

/** The period that a name or a word means. Where nothing is held, `latest` is the latest of the whole dataset. */
function periodOf(
  dataset: Dataset,
  { name, dimension, held }: { name: string; dimension: string; held: () => readonly Period[] },
): Period | undefined {
  const series = () => {
    const found = held();
    return mainSeries(found.length > 0 ? found : dataset.periods());
  };
  switch (name) {
    case "latest":
      return series().at(-1);
    case "first":
      return series()[0];
    case "previous": {
      const latest = series().at(-1);
      return latest && asLabelled(dataset, previousPeriod(latest));
    }
    default: {
      const known = dataset.category(dimension, name);
      if (known) return dataset.period(known.id);
      const dimensionSpec = dataset.definition.spec.dimensions[dimension];
      return parsePeriod(name, dimensionSpec?.role === "time" ? dimensionSpec.yearStartMonth : undefined);
    }
  }
}

/** The same span as the data labels it. */
const asLabelled = (dataset: Dataset, period: Period): Period => dataset.period(period.id) ?? period;

/**
 * Whole years and half-years may stand in one dataset. The words mean periods of the length that most have; of the
 * longer one, where two lengths have as many.
 */
function mainSeries(periods: readonly Period[]): readonly Period[] {
  const byLength = [...groupBy(periods, periodMonths)].sort(
    ([monthsA, a], [monthsB, b]) => b.length - a.length || monthsB - monthsA,
  );
  return byLength[0]?.[1] ?? [];
}

function chooseCategories(
  dataset: Dataset,
  {
    dimension,
    names,
    omitted,
  }: { dimension: string; names: string | readonly string[] | undefined; omitted: "all" | "total" },
): readonly string[] | Failure {
  const categories = dataset.categories(dimension);
  if (names === undefined) {
    if (omitted === "all") return categories.map(({ id }) => id);
    const dimensionSpec = dataset.definition.spec.dimensions[dimension];
    const total = dimensionSpec?.role !== "time" ? dimensionSpec?.total : undefined;
    const only = categories.length === 1 ? categories[0]?.id : undefined;
    const found = total ?? only;
    if (found !== undefined) return [found];
    return failure(
      dataset,
      "ambiguous-selector",
      `The selector does not say which ${dimension}, and there are ${categories.length}.`,
      `Add ${dimension}: "…", or declare the dimension's total.`,
    );
  }
  const ids: string[] = [];
  for (const name of typeof names === "string" ? [names] : names) {
    const category = dataset.category(dimension, name);
    if (!category) {
      const known = [...categories.map(({ id }) => id), ...categories.map(({ label }) => label)];
      return failure(dataset, "unknown-category", `There is no ${dimension} "${name}".`, didYouMean(name, known));
    }
    if (!ids.includes(category.id)) ids.push(category.id);
  }
  return ids;
}

function product(
  dimensions: readonly string[],
  chosen: Readonly<Record<string, readonly string[]>>,
): readonly Readonly<Record<string, string>>[] {
  let places: Readonly<Record<string, string>>[] = [{}];
  for (const dimension of dimensions) {
    places = places.flatMap((at) => (chosen[dimension] ?? []).map((id) => ({ ...at, [dimension]: id })));
  }
  return places;
}

function unknownMeasure(dataset: Dataset, name: string | undefined): Failure {
  const measures = Object.keys(dataset.definition.spec.measures);
  return name === undefined
    ? failure(dataset, "measure-not-said", "The selector does not say which measure.", didYouMean("", measures))
    : failure(dataset, "unknown-measure", `There is no measure "${name}".`, didYouMean(name, measures));
}

const failure = (dataset: Dataset, code: string, message: string, hint: string): Failure => ({
  error: { code, message, hint, source: { id: dataset.id } },
});
