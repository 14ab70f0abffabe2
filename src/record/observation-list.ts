import type { Evidence } from "../claims/index.ts";
import type { Cell, Dataset, Observation, Source } from "../dataset/index.ts";
import type { RecordedObservation } from "./briefing-record.ts";
import { freezeAll } from "./freeze-all.ts";
import { sha256OfList } from "./sha256.ts";

/** The observations that figures rest on, each once, numbered as they are met. */
export interface ObservationList {
  /** Index of an observation; a new one is added. */
  indexOf(evidence: Evidence): number;
  all(): RecordedObservation[];
  /** The hash of those of a dataset, as the JSON of a list. */
  hashOf(dataset: string): string;
  /** The sources of all of them, each once. */
  sources(): readonly Source[];
}

export function createObservationList(datasets: ReadonlyMap<string, Dataset>): ObservationList {
  const indices = new Map<Observation, number>();
  const all: RecordedObservation[] = [];
  const sources = new Map<string, Source>();
  const textsByDataset = new Map<string, string[]>();
  return {
    indexOf({ dataset, observation }) {
      const known = indices.get(observation);
      if (known !== undefined) return known;
      const held = datasets.get(dataset);
      const { recorded, text } = recordObservation(dataset, observation, held);
      const index = all.push(recorded) - 1;
      indices.set(observation, index);
      const texts = textsByDataset.get(dataset);
      if (texts) texts.push(text);
      else textsByDataset.set(dataset, [text]);
      const source = held?.sources.get(observation.source);
      if (source) sources.set(source.id, source);
      return index;
    },
    all: () => all,
    hashOf: (dataset) => sha256OfList(textsByDataset.get(dataset) ?? []),
    sources: () => [...sources.values()],
  };
}

/** Most observations have none. */
const noStatuses: RecordedObservation["statuses"] = [];

interface KnownObservation {
  readonly dataset: Dataset | undefined;
  readonly recorded: RecordedObservation;
  /** Its JSON. */
  readonly text: string;
}

/** What is recorded of an observation is the same in all briefings of a batch that share it: nobody may change it. */
const ofObservation = new WeakMap<Observation, KnownObservation>();
/** What was recorded once may be of one area alone, and is not kept for the others: of a batch of any size that would be all its cells. */
const recordedOnce = new WeakSet<Observation>();
const observationOf = new WeakMap<RecordedObservation, Observation>();

/** Whether an observation was recorded so: the very same, not an equal one. */
export const isRecordedAs = (observation: Observation, recorded: RecordedObservation): boolean =>
  observationOf.get(recorded) === observation;

/** What is recorded of an observation, and its JSON. */
export function recordObservation(
  id: string,
  observation: Observation,
  dataset: Dataset | undefined,
): KnownObservation {
  const before = ofObservation.get(observation);
  if (before && before.dataset === dataset && before.recorded.dataset === id) return before;
  const { measure, at, cell, source, vintage, statuses } = observation;
  const labels = Object.entries(at).map(([dimension, category]) => [
    dimension,
    dataset?.category(dimension, category)?.label ?? category,
  ]);
  const recorded: RecordedObservation = freezeAll({
    dataset: id,
    measure,
    // As `{ ...at }` each would have a shape of its own once it is frozen, which takes more than itself.
    at: Object.fromEntries(Object.entries(at)),
    labels: Object.fromEntries(labels),
    state: cell.state,
    ...numberOf(cell),
    source,
    vintage,
    statuses: statuses.length === 0 ? noStatuses : [...statuses],
  });
  const known = { dataset, recorded, text: JSON.stringify(recorded) };
  observationOf.set(recorded, observation);
  if (recordedOnce.has(observation)) ofObservation.set(observation, known);
  else recordedOnce.add(observation);
  return known;
}

function numberOf(cell: Cell): Pick<RecordedObservation, "value" | "bounds"> {
  if (!("value" in cell)) return {};
  return cell.state === "rounded"
    ? { value: cell.value, bounds: { low: cell.low, high: cell.high } }
    : { value: cell.value };
}
