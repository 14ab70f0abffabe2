import type { Diagnostics } from "../diagnostics/index.ts";
import type { CategoryRegistry } from "./category-registry.ts";
import { createCellKey } from "./cell-key.ts";
import type { DatasetSpec } from "./definition.ts";
import { type Absent, isAdditive, type MeasureSpec } from "./measure-spec.ts";
import type { Observation } from "./observation.ts";

interface FillInput {
  readonly spec: DatasetSpec;
  readonly categories: CategoryRegistry;
  readonly observations: readonly Observation[];
  readonly diagnostics: Diagnostics;
}

/** Cells that zeros are filled into at most: beyond, a file was not meant to be read so. */
const mostFilled = 5_000_000;

/**
 * Adds the zeros that a file leaves out, where the definition says that it does. Counts that seem to be left out so, and of which it
 * says nothing, are warned of: their sums would have no figure.
 */
export function fillAbsent(input: FillInput): readonly Observation[] {
  const { spec, observations, diagnostics } = input;
  const cellKey = createCellKey(spec);
  const byMeasure = new Map<string, Observation[]>(Object.keys(spec.measures).map((measure) => [measure, []]));
  for (const observation of observations) byMeasure.get(observation.measure)?.push(observation);
  const filled: Observation[] = [];
  const left = new Set<Observation>();
  for (const [measure, own] of byMeasure) {
    const measureSpec = spec.measures[measure] as MeasureSpec;
    const { absent } = measureSpec;
    const reported = within(spec, measureSpec);
    if (absent === undefined) warnOfSparse(input, { measure, measureSpec, own, reported });
    if (absent === undefined || absent === "not-available" || own.length === 0) continue;
    const empty = new Set(own.filter(({ cell }) => cell.state === "missing" && cell.reason === "not-supplied"));
    const known = new Set(own.filter((one) => !empty.has(one)).map(({ at }) => cellKey(measure, at)));
    const grid = gridOf(input, { measure, measureSpec, own, reported: reportedBy(absent) });
    if (grid.size > mostFilled) {
      diagnostics.error({
        code: "absent-too-many",
        message: `To fill in zeros, ${measureSpec.label} would need ${grid.size.toLocaleString("en-GB")} cells.`,
        hint: `Say where the data is complete: absent: { zeroWhereReported: [${reported.map((name) => `"${name}"`).join(", ")}] }.`,
        source: { id: spec.title, field: `measures.${measure}.absent` },
      });
      continue;
    }
    for (const one of empty) left.add(one);
    for (const { at, origin } of grid.cells())
      if (!known.has(cellKey(measure, at)))
        filled.push({ ...origin, measure, at, cell: { state: "value", value: 0 }, statuses: [], note: "" });
  }
  if (filled.length === 0) return observations;
  return [...observations.filter((observation) => !left.has(observation)), ...filled];
}

const reportedBy = (absent: Absent): readonly string[] => (typeof absent === "object" ? absent.zeroWhereReported : []);

/** The dimensions of which a publisher reports all or nothing: areas and periods. */
const within = ({ dimensions }: DatasetSpec, measure: MeasureSpec): readonly string[] =>
  (measure.dimensions ?? Object.keys(dimensions)).filter((dimension) => dimensions[dimension]?.role !== "category");

interface GridInput {
  readonly measure: string;
  readonly measureSpec: MeasureSpec;
  readonly own: readonly Observation[];
  readonly reported: readonly string[];
}

/**
 * The cells that a measure may have: each combination of categories that hold no other, in the periods that it is there for;
 * only in those combinations of the `reported` dimensions that the data has any row of.
 */
function gridOf({ spec, categories }: FillInput, { measureSpec, own, reported }: GridInput) {
  const dimensions = measureSpec.dimensions ?? Object.keys(spec.dimensions);
  const met = new Map(dimensions.map((dimension) => [dimension, new Set(own.map(({ at }) => at[dimension]))]));
  const idsOf = (dimension: string): readonly string[] => {
    const dimensionSpec = spec.dimensions[dimension];
    const list = categories.list(dimension);
    if (!dimensionSpec || dimensionSpec.role === "time")
      return list.map(({ id }) => id).filter((id) => met.get(dimension)?.has(id));
    const total = dimensionSpec.total === undefined ? undefined : categories.find(dimension, dimensionSpec.total)?.id;
    const parents = new Set(list.map(({ parent }) => parent));
    return list.map(({ id }) => id).filter((id) => id !== total && !parents.has(id));
  };
  const free = dimensions
    .filter((dimension) => !reported.includes(dimension))
    .map((dimension) => ({ dimension, ids: idsOf(dimension) }));
  const bound = new Map(reported.map((dimension) => [dimension, new Set(idsOf(dimension))]));
  const origins = new Map<string, { readonly at: Readonly<Record<string, string>>; readonly origin: Origin }>();
  for (const { at, source, vintage } of own) {
    if (reported.some((dimension) => !bound.get(dimension)?.has(at[dimension] ?? ""))) continue;
    const key = reported.map((dimension) => at[dimension]).join("|");
    const known = origins.get(key);
    if (!known || known.origin.vintage < vintage)
      origins.set(key, {
        at: Object.fromEntries(reported.map((dimension) => [dimension, at[dimension] ?? ""])),
        origin: { source, vintage },
      });
  }
  const size = origins.size * free.reduce((product, { ids }) => product * ids.length, 1);
  function* cells() {
    for (const { at, origin } of origins.values()) {
      let places: readonly Readonly<Record<string, string>>[] = [at];
      for (const { dimension, ids } of free)
        places = places.flatMap((place) => ids.map((id) => ({ ...place, [dimension]: id })));
      for (const place of places)
        yield {
          at: Object.fromEntries(dimensions.map((dimension) => [dimension, place[dimension] as string])),
          origin,
        };
    }
  }
  return { size, cells };
}

interface Origin {
  readonly source: string;
  readonly vintage: string;
}

/** A table is taken to leave zeros out where it has none, and lacks more than one in so many of the cells of reported places. */
const sparseShare = 20;
/** Of fewer cells, some may be lacking for any reason. */
const fewCells = 30;

function warnOfSparse(input: FillInput, { measure, measureSpec, own, reported }: GridInput): void {
  const { spec, diagnostics } = input;
  const dimensions = measureSpec.dimensions ?? Object.keys(spec.dimensions);
  if (measureSpec.statType !== "count" || !isAdditive(measureSpec) || reported.length === dimensions.length) return;
  if (own.some(({ cell }) => cell.state === "missing" || (cell.state === "value" && cell.value === 0))) return;
  const { size } = gridOf(input, { measure, measureSpec, own, reported });
  if (size < fewCells || own.length >= size - size / sparseShare) return;
  const lacking = Math.round(100 - (own.length / size) * 100);
  diagnostics.warn({
    code: "sparse-counts",
    message: `${measureSpec.label} has no zeros, and ${lacking}% of the cells of reported ${reported.join(" and ") || "data"} are not in the file: sums over them have no figure.`,
    hint: `If what is absent is zero, say measures.${measure}.absent: { zeroWhereReported: [${reported.map((name) => `"${name}"`).join(", ")}] }, or "zero" where whole places may be; else "not-available".`,
    source: { id: spec.title, field: `measures.${measure}` },
  });
}
