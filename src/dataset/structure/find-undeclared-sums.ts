import type { DiagnosticDetails } from "../../diagnostics/index.ts";
import { createLabelOrder } from "../compare-labels.ts";
import type { Dataset } from "../dataset.ts";
import type { DatasetSpec } from "../definition.ts";
import type { Category } from "../observation.ts";
import { sortObservations } from "../sort-observations.ts";
import { refusedSums, tellingSums } from "./find-structure.ts";
import { isAnyUndeclared, type UndeclaredSums, undeclaredMeasures, undeclaredSums } from "./undeclared-sums.ts";

/**
 * The sums that the figures of a dataset tell and its definition does not: what a definition should declare. Of several that say the same, another
 * one may be found in the order of protected data; of measures these are added.
 */
export function findUndeclaredSums(dataset: Dataset, { isProtective = false } = {}): UndeclaredSums {
  const found = undeclaredSums({ ...asRead(dataset), isProtective });
  const known = new Set(found.measures.map(({ whole }) => whole));
  const further = sumsAsProtected(dataset).filter(({ whole }) => !known.has(whole));
  return { ...found, measures: [...found.measures, ...further] };
}

/** Whether the figures of a dataset tell any sum that its definition does not. */
export const hasUndeclaredSums = (dataset: Dataset): boolean =>
  isAnyUndeclared(asRead(dataset)) || sumsAsProtected(dataset).length > 0;

/** A dataset in the order of its table. */
const asRead = (dataset: Dataset) => ({
  spec: dataset.definition.spec,
  columns: dataset.columns,
  categories: declaredCategories(dataset, dataset.definition.spec),
});

/** The sums of measures that are found in the order of protected data. */
function sumsAsProtected(dataset: Dataset): UndeclaredSums["measures"] {
  const { spec } = dataset.definition;
  const counts = Object.values(spec.measures).filter(({ statType }) => statType === "count");
  return counts.length < fewestSummed ? [] : undeclaredMeasures(arranged(dataset, spec));
}

/** A whole and two parts. */
const fewestSummed = 3;

/** The sums for which the data of an unprotected dataset would be refused by another definition of it. */
export const findRefusedSums = (dataset: Dataset, spec: DatasetSpec): readonly DiagnosticDetails[] =>
  refusedSums(arranged(dataset, spec));

/**
 * The sums of these that could be declared.
 * @param isNone whether a category is known to be the sum of no others: where figures do not prove that it is one, it is not told.
 */
export const findTellingSums = (
  dataset: Dataset,
  spec: DatasetSpec,
  isNone: (dimension: string, id: string) => boolean,
): UndeclaredSums => tellingSums({ ...arranged(dataset, spec), isProtective: true, isNone });

/** A dataset in the order in which protected data is looked through. */
function arranged(dataset: Dataset, spec: DatasetSpec) {
  const categories = declaredCategories(dataset, spec);
  const order = createLabelOrder(spec.lang);
  const list = (dimension: string): readonly Category[] => {
    const own = spec.dimensions[dimension];
    const named = new Set(own === undefined || own.role === "time" ? [] : own.categories?.map(({ id }) => id));
    const all = categories.list(dimension);
    const met = all.filter(({ id }) => !named.has(id)).sort((a, b) => order(a.label, b.label));
    return [...all.filter(({ id }) => named.has(id)), ...met];
  };
  const sorted = { find: categories.find, list, periods: () => dataset.periods() };
  const columns = sortObservations(dataset.columns, { spec, categories: sorted, sources: dataset.sources });
  return { spec, columns, categories: sorted };
}

/** Categories below those alone that hold them by a definition: reading has put them below the sums that it found. */
function declaredCategories({ categories, category, definition }: Dataset, spec: DatasetSpec) {
  const declared = (own: Category): Category => {
    const dimension = spec.dimensions[own.dimension];
    if (!dimension || dimension.role === "time") return own;
    const isHeld = dimension.categories?.some(({ id, parent }) => id === own.id && parent !== undefined);
    const asRead = definition.spec.dimensions[own.dimension];
    if (isHeld || (asRead !== undefined && asRead.role !== "time" && asRead.holds)) return own;
    const { parent: _, ...alone } = own;
    const [holder] = Object.entries(dimension.holds ?? {}).find(([, parts]) => parts.includes(own.id)) ?? [];
    return holder === undefined ? alone : { ...alone, parent: category(own.dimension, holder)?.id ?? holder };
  };
  return {
    list: (dimension: string) => categories(dimension).map(declared),
    find(dimension: string, name: string) {
      const found = category(dimension, name);
      return found && declared(found);
    },
  };
}
