import type { Evidence } from "../claims/index.ts";
import type { Cell, Dataset, Observation, Source } from "../dataset/index.ts";
import type { RecordedObservation } from "./briefing-record.ts";

/** The observations that figures rest on, each once, numbered as they are met. */
export interface ObservationList {
  /** Index of an observation; a new one is added. */
  indexOf(evidence: Evidence): number;
  all(): RecordedObservation[];
  /** The sources of all of them, each once. */
  sources(): readonly Source[];
}

export function createObservationList(datasets: ReadonlyMap<string, Dataset>): ObservationList {
  const indices = new Map<Observation, number>();
  const all: RecordedObservation[] = [];
  const sources = new Map<string, Source>();
  return {
    indexOf({ dataset, observation }) {
      const known = indices.get(observation);
      if (known !== undefined) return known;
      const index = all.push(recordObservation(dataset, observation, datasets.get(dataset))) - 1;
      indices.set(observation, index);
      const source = datasets.get(dataset)?.sources.get(observation.source);
      if (source) sources.set(source.id, source);
      return index;
    },
    all: () => all,
    sources: () => [...sources.values()],
  };
}

function recordObservation(id: string, observation: Observation, dataset: Dataset | undefined): RecordedObservation {
  const { measure, at, cell, source, vintage, statuses } = observation;
  const labels = Object.entries(at).map(([dimension, category]) => [
    dimension,
    dataset?.category(dimension, category)?.label ?? category,
  ]);
  return {
    dataset: id,
    measure,
    at: { ...at },
    labels: Object.fromEntries(labels),
    state: cell.state,
    ...numberOf(cell),
    source,
    vintage,
    statuses: [...statuses],
  };
}

function numberOf(cell: Cell): Pick<RecordedObservation, "value" | "bounds"> {
  if (!("value" in cell)) return {};
  return cell.state === "rounded"
    ? { value: cell.value, bounds: { low: cell.low, high: cell.high } }
    : { value: cell.value };
}
