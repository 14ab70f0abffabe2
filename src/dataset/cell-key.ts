import type { DatasetSpec } from "./definition.ts";

/** Names one cell: its measure, and its category in each dimension of the measure. */
export type CellKey = (measure: string, at: Readonly<Record<string, string>>) => string;

export function createCellKey(spec: DatasetSpec): CellKey {
  const all = Object.keys(spec.dimensions);
  const dimensions = new Map(Object.entries(spec.measures).map(([id, measure]) => [id, measure.dimensions ?? all]));
  return (measure, at) => {
    let key = measure;
    for (const dimension of dimensions.get(measure) ?? all) key += `|${at[dimension]}`;
    return key;
  };
}
