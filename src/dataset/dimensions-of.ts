import type { DatasetSpec } from "./definition.ts";
import type { MeasureSpec } from "./measure-spec.ts";

type Measure = Pick<MeasureSpec, "dimensions">;

/** The dimensions that a measure is broken down by: those that it names, else all of its dataset's. */
export const dimensionsOf = (
  { dimensions: all }: Pick<DatasetSpec, "dimensions">,
  { dimensions }: Measure,
): readonly string[] => dimensions ?? Object.keys(all);

/** The same for all measures that are broken down alike, in whatever order they name their dimensions. */
export const breakdownOf = (spec: Pick<DatasetSpec, "dimensions">, measure: Measure): string =>
  dimensionsOf(spec, measure).toSorted().join();
