import type { FieldMeaning, MeaningOf } from "../charts/index.ts";
import type { Claim } from "../claims/index.ts";
import { type Dataset, isAdditive, measureDecimals } from "../dataset/index.ts";
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
      if (meaning) meanings.set(field, meaning);
    }
  }
  return (field) => meanings.get(field);
}

function meaningOf(
  origin: FigureOrigin,
  decimals: number,
  datasets: ReadonlyMap<string, Dataset>,
): FieldMeaning | undefined {
  return origin.kind === "claim"
    ? meaningOfClaim(origin.claim, decimals, datasets)
    : meaningOfMeasure(datasets.get(origin.dataset), origin.measure);
}

/** A change is written with its sign; of all that claims work out, only counts add up. */
function meaningOfClaim(
  claim: Claim,
  decimals: number,
  datasets: ReadonlyMap<string, Dataset>,
): FieldMeaning | undefined {
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

function meaningOfMeasure(dataset: Dataset | undefined, id: string): FieldMeaning | undefined {
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
    isSigned: false,
  };
}
