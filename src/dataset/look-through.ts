import { isMissing } from "./columns/cell-columns.ts";
import { usedValues } from "./columns/coded-column.ts";
import { observationAt } from "./columns/observation-columns.ts";
import type { Dataset } from "./dataset.ts";
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

/** When the observations of a dataset were published, each day once. */
export const vintagesOf = ({ columns }: Dataset): readonly string[] => usedValues(columns.vintage);

/** Whether any observation is so. */
export function someObservation({ columns }: Dataset, isSo: (observation: Observation) => boolean): boolean {
  for (let row = 0; row < columns.length; row += 1) if (isSo(observationAt(columns, row))) return true;
  return false;
}
