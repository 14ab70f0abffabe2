import type { FieldMeaning, MeaningOf } from "../charts/index.ts";
import type { Dataset } from "../dataset/index.ts";
import { decimalsOf } from "../language/index.ts";
import type { FigureOrigin } from "../tracing/index.ts";
import type { RowOrigins } from "./traced-rows.ts";

/** What the figures of each field of a chart's rows are, from the cells and claims that they come from. */
export function fieldMeanings(origins: RowOrigins, datasets: ReadonlyMap<string, Dataset>): MeaningOf {
  const meanings = new Map<string, FieldMeaning>();
  for (const figures of origins.values()) {
    for (const [field, { origin, value }] of figures) {
      const meaning = meaningOf(origin, value ?? 0, datasets);
      const known = meanings.get(field);
      if (meaning && (!known || known.decimals < meaning.decimals)) meanings.set(field, meaning);
    }
  }
  return (field) => meanings.get(field);
}

function meaningOf(
  origin: FigureOrigin,
  value: number,
  datasets: ReadonlyMap<string, Dataset>,
): FieldMeaning | undefined {
  if (origin.kind === "claim") {
    const { figure, words } = origin.claim;
    const decimals = decimalsOf(value);
    return figure ? { unit: figure.unit, decimals, additive: false, words: words.phrase } : undefined;
  }
  const measure = datasets.get(origin.dataset)?.definition.spec.measures[origin.measure];
  if (!measure) return undefined;
  const { statType, decimals = statType === "count" ? 0 : 1, label, unit } = measure;
  return {
    unit: statType === "share" ? "percentage" : "number",
    decimals,
    additive: statType === "count",
    words: `${label} ${unit.one} ${unit.other}`,
  };
}
