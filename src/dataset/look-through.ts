import { hasValue, isMissing } from "./columns/cell-columns.ts";
import { usedValues } from "./columns/coded-column.ts";
import { observationAt } from "./columns/observation-columns.ts";
import type { Dataset } from "./dataset.ts";
import { isAdditive } from "./measure-spec.ts";
import type { Observation } from "./observation.ts";

// Questions about all observations of a dataset, answered without keeping an object of each.

/** The categories of a dimension of which the data has any figure, also a hidden one, and how many. */
export function figuresByCategory({ columns }: Dataset, dimension: string): ReadonlyMap<string, number> {
  const { categoryColumns, cells, length } = columns;
  const own = categoryColumns.find((column) => column.dimension === dimension);
  const figures = new Map<string, number>();
  if (!own) return figures;
  const counts = new Uint32Array(own.values.length);
  for (let row = 0; row < length; row += 1) {
    const code = own.codes[row] as number;
    if (!isMissing(cells, row)) counts[code] = (counts[code] as number) + 1;
  }
  for (const [code, id] of own.values.entries())
    if (code !== 0 && counts[code] !== 0) figures.set(id, counts[code] as number);
  return figures;
}

/**
 * The least figure of a measure above nothing, and what no figure of it is above: the greatest, or what all come to where they may be
 * added up. Hidden ones are not looked at. Undefined where it has no figure.
 */
export function figureSpan(
  { columns: { measure, cells, length }, definition }: Dataset,
  id: string,
): { readonly least: number; readonly most: number } | undefined {
  const code = measure.values.indexOf(id);
  const spec = definition.spec.measures[id];
  let [least, most, sum] = [Number.POSITIVE_INFINITY, 0, 0];
  for (let row = 0; row < length; row += 1) {
    if (measure.codes[row] !== code || !hasValue(cells, row)) continue;
    const value = Math.abs(cells.values[row] as number);
    sum += value;
    most = Math.max(most, value);
    if (value > 0) least = Math.min(least, value);
  }
  return most === 0 ? undefined : { least, most: spec && isAdditive(spec) ? sum : most };
}

/** When the observations of a dataset were published, each day once. */
export const vintagesOf = ({ columns }: Dataset): readonly string[] => usedValues(columns.vintage);

/** Whether any observation is so. */
export function someObservation({ columns }: Dataset, isSo: (observation: Observation) => boolean): boolean {
  for (let row = 0; row < columns.length; row += 1) if (isSo(observationAt(columns, row))) return true;
  return false;
}
