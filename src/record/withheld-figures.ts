import type { BriefingRecord, RecordedFigure, RecordedObservation } from "./briefing-record.ts";
import { hasHiddenFigures } from "./chart-figures.ts";
import { observationKey } from "./observation-key.ts";

/** Which figures of two editions may not be set side by side. */
export interface WithheldFigures {
  /** Whether a cell is hidden by either edition, or moved where it may be the total of one that is. */
  holdsCell(observation: RecordedObservation): boolean;
  /** Whether a figure rests on such a cell. Null for one of a chart, whose cells are not recorded: whether anything is hidden. */
  holds(figure: RecordedFigure | null): boolean;
}

/**
 * Finds what a comparison would give away: a count that one of both editions hides, and the difference of two counts of the same measure
 * and of a period in common with one that is hidden. Records do not say which cells are totals of which, so that any of them may be.
 */
export function withheldFigures(previous: BriefingRecord, next: BriefingRecord): WithheldFigures {
  const editions = [previous, next].map((record) => ({ record, spanOf: spansOf(record) }));
  const hidden = new Set<string>();
  const hiddenSpans = new Map<string, Set<string>>();
  const values = new Map<string, Set<string>>();
  for (const { record, spanOf } of editions) {
    for (const observation of record.observations) {
      const key = observationKey(observation);
      values.set(key, (values.get(key) ?? new Set()).add(`${observation.state} ${observation.value}`));
      if (observation.state !== "suppressed") continue;
      hidden.add(key);
      const measure = measureOf(observation);
      hiddenSpans.set(measure, (hiddenSpans.get(measure) ?? new Set()).add(spanOf(observation)));
    }
  }
  const mayHold = (observation: RecordedObservation): boolean => {
    const spans = hiddenSpans.get(measureOf(observation));
    if (!spans || (values.get(observationKey(observation))?.size ?? 0) < 2) return false;
    return editions.some(({ spanOf }) => [...spans].some((span) => overlap(span, spanOf(observation))));
  };
  const holdsCell = (observation: RecordedObservation) =>
    hidden.has(observationKey(observation)) || mayHold(observation);
  const known = new Map<RecordedFigure, boolean>();
  for (const { record } of editions)
    for (const figure of [...record.claims, ...record.cells])
      known.set(
        figure,
        figure.evidence.some(({ observation }) => {
          const found = record.observations[observation];
          return found !== undefined && holdsCell(found);
        }),
      );
  const isAnyHidden = hidden.size > 0 || editions.some(({ record }) => record.charts.some(hasHiddenFigures));
  return { holdsCell, holds: (figure) => (figure ? known.get(figure) === true : isAnyHidden) };
}

const measureOf = ({ dataset, measure }: RecordedObservation): string => JSON.stringify([dataset, measure]);

/** Finds the period of an observation by its label: `2018-04-01/2019-04-01`; empty where it has none, which overlaps all. */
function spansOf({ datasets }: BriefingRecord): (observation: RecordedObservation) => string {
  const byDataset = new Map(
    datasets.map(({ id, periods }) => [
      id,
      new Map(periods.map(({ label, start, endExclusive }) => [label, `${start}/${endExclusive}`])),
    ]),
  );
  return ({ dataset, labels }) => {
    const spans = byDataset.get(dataset);
    return (
      Object.values(labels)
        .map((label) => spans?.get(label))
        .find((span) => span !== undefined) ?? ""
    );
  };
}

function overlap(one: string, other: string): boolean {
  if (one === "" || other === "") return true;
  const [start = "", end = ""] = one.split("/");
  const [from = "", to = ""] = other.split("/");
  return start < to && from < end;
}
