import { defined } from "../diagnostics/index.ts";
import type { BriefingRecord, RecordedFigure, RecordedObservation } from "./briefing-record.ts";
import { observationKey } from "./observation-key.ts";
import type { WithheldFigures } from "./withheld-figures.ts";

/** One cell that two editions read differently. */
export interface CellChange {
  readonly dataset: string;
  readonly measure: string;
  /** Labels by dimension, the period among them. */
  readonly labels: Readonly<Record<string, string>>;
  readonly before: PublishedCell;
  readonly after: PublishedCell;
}

/** What a publication says of a cell. */
export interface PublishedCell {
  readonly state: RecordedObservation["state"];
  /** Only where the state is value or rounded, and may be set beside the other. */
  readonly value?: number;
  readonly source: string;
  readonly vintage: string;
}

interface Side {
  readonly record: BriefingRecord;
  readonly figure: RecordedFigure | null | undefined;
}

/** The cells that a figure rests on in both editions and whose state or number differ. */
export function changedCells(before: Side, after: Side, withheld: WithheldFigures): readonly CellChange[] {
  const old = cellsOf(before);
  return [...cellsOf(after)].flatMap(([key, observation]) => {
    const earlier = old.get(key);
    if (!earlier || (earlier.state === observation.state && earlier.value === observation.value)) return [];
    const { dataset, measure, labels } = observation;
    const isWithheld = withheld.holdsCell(observation) || withheld.holdsCell(earlier);
    const say = (each: RecordedObservation) => published(isWithheld ? { ...each, value: undefined } : each);
    return [{ dataset, measure, labels, before: say(earlier), after: say(observation) }];
  });
}

/** The newest publication of each cell, by dataset, measure and coordinates. */
function cellsOf({ record, figure }: Side): ReadonlyMap<string, RecordedObservation> {
  const cells = new Map<string, RecordedObservation>();
  for (const { observation: index } of figure?.evidence ?? []) {
    const observation = record.observations[index];
    if (!observation) continue;
    const key = observationKey(observation);
    const known = cells.get(key);
    if (!known || known.vintage <= observation.vintage) cells.set(key, observation);
  }
  return cells;
}

function published({ state, value, source, vintage }: RecordedObservation): PublishedCell {
  return defined({ state, value, source, vintage });
}
