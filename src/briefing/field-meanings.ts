import type { ChartRow, FieldMeaning, MeaningOf } from "../charts/index.ts";
import type { Claim } from "../claims/index.ts";
import { addsOverTime, type Dataset, isAdditive, measureDecimals, periodMonths } from "../dataset/index.ts";
import { decimalsOf } from "../language/index.ts";
import type { FigureOrigin } from "../tracing/index.ts";
import type { RowOrigins } from "./traced-rows.ts";
import { unitOfClaim } from "./units-of-claims.ts";

/** What the figures of each field of a chart's rows are, from the cells and claims that they come from. */
export function fieldMeanings(origins: RowOrigins, datasets: ReadonlyMap<string, Dataset>): MeaningOf {
  const meanings = new Map<string, FieldMeaning>();
  for (const figures of origins.values()) {
    for (const [field, { origin, value }] of figures) {
      const known = meanings.get(field);
      const decimals = origin.kind === "claim" ? decimalsOf(value ?? 0) : 0;
      // All cells of a measure mean the same; claims differ in their decimals.
      if (known && (origin.kind !== "claim" || decimals <= known.decimals)) continue;
      const meaning = meaningOf(origin, decimals, datasets);
      if (!meaning) continue;
      meanings.set(field, {
        ...meaning,
        addsOver: (rows) => addOver(rows, { field, origins, datasets }),
        spanMonths: () => shortestSpan(field, origins, datasets),
      });
    }
  }
  return (field) => meanings.get(field);
}

/** What is known of a field by any one of its cells. */
type FieldOfCell = Omit<FieldMeaning, "addsOver" | "spanMonths">;

interface FieldOfRows {
  readonly field: string;
  readonly origins: RowOrigins;
  readonly datasets: ReadonlyMap<string, Dataset>;
}

/** Whether figures of a field make a sum: of a stock or a running total, those of one period. */
function addOver(rows: readonly ChartRow[], { field, origins, datasets }: FieldOfRows): boolean {
  const times = new Set<string>();
  for (const row of rows) {
    const origin = origins.get(row)?.get(field)?.origin;
    if (origin?.kind !== "cell") continue;
    const { spec } = datasets.get(origin.dataset)?.definition ?? {};
    const measure = spec?.measures[origin.measure];
    if (spec === undefined || measure === undefined || addsOverTime(measure)) continue;
    for (const [dimension, id] of Object.entries(origin.at))
      if (spec.dimensions[dimension]?.role === "time") times.add(id);
  }
  return times.size <= 1;
}

/** The months of the shortest period that cells of a field are of; asked for by titles that name a span of time. */
function shortestSpan(field: string, origins: RowOrigins, datasets: ReadonlyMap<string, Dataset>): number | undefined {
  const spans = [...origins.values()].flatMap((figures) => {
    const origin = figures.get(field)?.origin;
    if (origin?.kind !== "cell") return [];
    const dataset = datasets.get(origin.dataset);
    return Object.values(origin.at).flatMap((id) => {
      const period = dataset?.period(id);
      return period ? [periodMonths(period)] : [];
    });
  });
  return spans.length === 0 ? undefined : spans.reduce((least, months) => Math.min(least, months));
}

function meaningOf(
  origin: FigureOrigin,
  decimals: number,
  datasets: ReadonlyMap<string, Dataset>,
): FieldOfCell | undefined {
  return origin.kind === "claim"
    ? meaningOfClaim(origin.claim, decimals, datasets)
    : meaningOfMeasure(datasets.get(origin.dataset), origin.measure);
}

/** A change is written with its sign; of all that claims work out, only counts add up. */
function meaningOfClaim(
  claim: Claim,
  decimals: number,
  datasets: ReadonlyMap<string, Dataset>,
): FieldOfCell | undefined {
  const { figure, kind, words } = claim;
  if (!figure) return undefined;
  const { own, others } = unitOfClaim(claim, datasets) ?? { own: [], others: [] };
  return {
    unit: figure.unit,
    decimals,
    additive: kind === "count",
    own: [...own, words.phrase],
    others,
    label: undefined,
    otherLabels: [],
    isSigned: kind === "change" || kind === "comparison",
  };
}

/** Whether some figure of a measure is below zero, as of a change: a plus then tells others from it. */
function hasBelowZero({ columns: { measure, cells } }: Dataset, id: string): boolean {
  const code = measure.values.indexOf(id);
  return cells.values.some((value, row) => value < 0 && measure.codes[row] === code);
}

function meaningOfMeasure(dataset: Dataset | undefined, id: string): FieldOfCell | undefined {
  const { measures = {} } = dataset?.definition.spec ?? {};
  const measure = measures[id];
  if (!measure) return undefined;
  const { statType, label, unit, per } = measure;
  const others = Object.entries(measures).flatMap(([other, spec]) => (other === id ? [] : [spec]));
  return {
    unit: statType === "share" || (statType === "rate" && per === 100) ? "percentage" : "number",
    decimals: measureDecimals(measure),
    additive: isAdditive(measure),
    own: [label, unit.one, unit.other, ...(measure.population === undefined ? [] : [measure.population])],
    others: others.map((other) => other.unit.other),
    label,
    otherLabels: others.map((other) => other.label),
    isSigned: dataset !== undefined && hasBelowZero(dataset, id),
  };
}
