import type { ObservationStore } from "./columns/observation-store.ts";
import { partsOfDataset } from "./create-dataset.ts";
import type { Dataset } from "./dataset.ts";
import type { Observation } from "./observation.ts";

/**
 * Observations by the numbers of their rows, which are the same wherever a dataset was shared to: a number says in another thread
 * which one is meant.
 */
export interface ObservationRows {
  /** The row of the observation of a cell that `isWanted`. */
  find(cell: Pick<Observation, "measure" | "at">, isWanted: (observation: Observation) => boolean): number | undefined;
  observation(row: number): Observation;
}

/** @param dataset as it was read or restored, in whichever language. */
export function observationRows(dataset: Dataset): ObservationRows {
  const { [partsOfDataset]: parts } = dataset as { readonly [partsOfDataset]?: { readonly store: ObservationStore } };
  if (!parts) throw new Error("Only a dataset that was read has rows.");
  const { rowsAt, observation } = parts.store;
  return {
    find: ({ measure, at }, isWanted) => rowsAt(measure, at).find((row) => isWanted(observation(row))),
    observation,
  };
}
