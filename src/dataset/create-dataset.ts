import { createHash } from "node:crypto";
import { BriefingError, createDiagnostic, type Diagnostic } from "../diagnostics/index.ts";
import { createNameFinder } from "./categories-named.ts";
import type { CategorySnapshot } from "./category-registry.ts";
import { isMissing } from "./columns/cell-columns.ts";
import { createRowGroups } from "./columns/group-rows.ts";
import { allRows, coordinatesAt, type ObservationColumns, observationAt } from "./columns/observation-columns.ts";
import type { ObservationStore } from "./columns/observation-store.ts";
import type { Dataset, LocatedRow, TypedDataset } from "./dataset.ts";
import type { AnyDatasetDefinition, DatasetSpec } from "./definition.ts";
import type { DisclosureReport } from "./disclosure/disclosure-report.ts";
import type { DatasetEdition } from "./editions/edition.ts";
import { findDimension } from "./find-dimension.ts";
import { leafCategories } from "./leaf-categories.ts";
import { presenceIn } from "./lifetime.ts";
import type { Category, Source } from "./observation.ts";
import { type RelativePeriods, readRelativePeriods } from "./relative-periods.ts";
import { resolveCell } from "./resolve-cell.ts";
import { resolveCoordinates } from "./resolve-coordinates.ts";
import { toPlainSelector } from "./selector.ts";
import { type NamedParts, translateDataset } from "./translate-dataset.ts";

export interface DatasetParts<D extends AnyDatasetDefinition> {
  readonly id: string;
  readonly definition: D;
  readonly store: ObservationStore;
  readonly disclosure: DisclosureReport | undefined;
  /** Worked out when it is asked for: it has a line for each cell. */
  readonly edition?: () => DatasetEdition | undefined;
  readonly categories: NamedParts["categories"];
  readonly sources: ReadonlyMap<string, Source>;
  readonly diagnostics: readonly Diagnostic[];
  /** Where it is known already. */
  readonly hash?: string;
  /** What the names of a dataset that was read are restored from, in its own language. */
  readonly snapshot: () => CategorySnapshot;
}

/** The parts of a dataset that was read, whatever was put around it: for those that make another one of them. */
export const partsOfDataset = Symbol("parts");

/** Puts observations behind the questions of `Dataset`. */
export function createDataset<D extends AnyDatasetDefinition>(parts: DatasetParts<D>): TypedDataset<D>;
export function createDataset(parts: DatasetParts<AnyDatasetDefinition>): Dataset {
  const { id, definition, store, disclosure, categories, sources, diagnostics } = parts;
  const spec: DatasetSpec = definition.spec;
  const { columns } = store;
  const periods = categories.periods();
  const listed = new Map(Object.keys(spec.dimensions).map((dimension) => [dimension, categories.list(dimension)]));
  const timeDimension = findDimension(definition, "time");
  const areaDimension = findDimension(definition, "area");
  const relativePeriods = new Map<string, RelativePeriods>();
  const leaves = new Map<string, readonly Category[]>();
  let { hash } = parts;
  let edition: DatasetEdition | undefined;

  function findRelativePeriods(measure: string): RelativePeriods {
    const time = timeDimension === undefined ? undefined : spec.dimensions[timeDimension];
    return readRelativePeriods({
      measure,
      periods,
      cells: pairsHeld(dataset, store, { measure, timeDimension, areaDimension }),
      frequency: time?.role === "time" ? time.frequency : undefined,
      timeDimension: timeDimension ?? "",
      isThere: (area, period) => {
        const category = areaDimension === undefined ? undefined : categories.find(areaDimension, area);
        return !category || presenceIn(category, period) === "all";
      },
    });
  }

  const dataset: Dataset & { readonly [partsOfDataset]: DatasetParts<AnyDatasetDefinition> } = {
    [partsOfDataset]: parts,
    id,
    definition,
    columns,
    get observations() {
      return store.observations;
    },
    sources,
    disclosure,
    get edition() {
      edition ??= parts.edition?.();
      return edition;
    },
    diagnostics,
    get hash() {
      hash ??= hashOf(definition.hash, columns);
      return hash;
    },
    categories: (dimension) => listed.get(dimension) ?? [],
    leaves(dimension) {
      const known = leaves.get(dimension) ?? leafCategories(dataset, dimension);
      leaves.set(dimension, known);
      return known;
    },
    category: (dimension, name) => categories.find(dimension, name),
    categoriesNamed: createNameFinder(() => dataset),
    periods: () => periods,
    period: (id) => categories.period(id),
    readPeriod(label) {
      const known = timeDimension === undefined ? undefined : categories.find(timeDimension, label);
      const readings = known ? [] : categories.periodReadings(label);
      return known ? categories.period(known.id) : readings.length === 1 ? readings[0] : undefined;
    },
    relativePeriods(measure) {
      const found = relativePeriods.get(measure) ?? findRelativePeriods(measure);
      relativePeriods.set(measure, found);
      return found;
    },
    lookup: store.lookup,
    inLanguage(naming) {
      const translated = translateDataset(parts, naming);
      if (!translated) return dataset;
      const { untranslated, ...named } = translated;
      const warnings = untranslated.map((found) => createDiagnostic("warning", found));
      return createDataset({ ...parts, ...named, diagnostics: [...diagnostics, ...warnings] });
    },
    where: (selector) => dataset.locatedRows(selector).map(({ row }) => row),
    locatedRows(selector) {
      const plain = toPlainSelector(selector);
      const resolved = resolveCoordinates(dataset, plain, "all");
      if ("error" in resolved) throw new BriefingError([{ ...resolved.error, severity: "error" }]);
      const { measure, coordinates } = resolved;
      return coordinates
        .filter((at) => store.has(measure, at))
        .map((at) => ({ ...rowOf(dataset, { measure, at, timeDimension, pin: plain }), measure, at }));
    },
  };
  return dataset;
}

interface Holding {
  readonly measure: string;
  readonly timeDimension: string | undefined;
  readonly areaDimension: string | undefined;
}

/** The periods and areas of which a measure has a figure, also a hidden one; each pair once. Forecasts only where there is nothing else. */
function pairsHeld(
  dataset: Dataset,
  { columns, lookup, forEachCell }: ObservationStore,
  { measure, timeDimension, areaDimension }: Holding,
) {
  const { categoryColumns, cells } = columns;
  const asked = categoryColumns.filter(({ dimension }) => dimension === timeDimension || dimension === areaDimension);
  const pairs = createRowGroups(
    asked.map(({ codes }) => codes),
    columns.length,
  );
  forEachCell(measure, (first, count) => {
    const isHeld =
      count === 1
        ? !isMissing(cells, first)
        : resolveCell(dataset, lookup(measure, coordinatesAt(columns, first))).state !== "missing";
    if (isHeld) pairs.add(first);
  });
  const held = Array.from(pairs.firsts.subarray(0, pairs.count), (row) => {
    const at = coordinatesAt(columns, row);
    return { row, period: at[timeDimension ?? ""] ?? "", area: at[areaDimension ?? ""] };
  });
  const { values, codes } = columns.statuses;
  const happened = held.filter(({ row }) => !values[codes[row] as number]?.includes("forecast"));
  return (happened.length > 0 ? happened : held).map(({ period, area }) => ({ period, area }));
}

interface RowInput {
  readonly measure: string;
  readonly at: Readonly<Record<string, string>>;
  readonly timeDimension: string | undefined;
  readonly pin: { readonly vintage?: string; readonly source?: string };
}

function rowOf(dataset: Dataset, { measure, at, timeDimension, pin }: RowInput): Pick<LocatedRow, "row" | "rounding"> {
  const cell = resolveCell(dataset, dataset.lookup(measure, at), pin);
  const row: Record<string, string | number | null> = {};
  for (const [dimension, categoryId] of Object.entries(at)) {
    row[dimension] = dataset.category(dimension, categoryId)?.label ?? categoryId;
  }
  if (timeDimension && at[timeDimension]) row.periodStart = at[timeDimension].slice(0, 10);
  row[measure] = cell.state === "value" ? cell.value : null;
  row.state = cell.state;
  const rounding = cell.state === "value" ? cell.rounding : undefined;
  if (rounding) row.rounding = rounding.base;
  return { row, rounding };
}

/** One after the other: all of them as one text may be longer than any string can be. */
function hashOf(definition: string, columns: ObservationColumns): string {
  const hash = createHash("sha256").update(definition);
  for (const row of allRows(columns)) hash.update(`${JSON.stringify(observationAt(columns, row))}\n`);
  return hash.digest("hex");
}
