import type { BriefingRecord, RecordedObservation } from "./briefing-record.ts";
import { observationKey } from "./observation-key.ts";

/** A cell that an edition printed as a figure of its own, in text, in a table or in a chart. */
export interface PrintedCell {
  readonly observation: RecordedObservation;
  /** As it was printed; undefined for charts, whose texts are not recorded. */
  readonly text: string | undefined;
  /** The claim that asked for it; undefined for charts. */
  readonly spec: Readonly<Record<string, unknown>> | undefined;
}

/** Ids of claims that are asked for to be set beside what an earlier edition printed begin so. */
export const correctionPrefix = "correction.";

const ofOneCell: ReadonlySet<string> = new Set(["count", "rate"]);

/**
 * The cells that a record's edition printed, each once: of claims in the text first, then of charts, then of tables. Those that
 * figures were worked out from, and that nobody saw, are none of them.
 */
export function printedCells(record: BriefingRecord): readonly PrintedCell[] {
  const found = new Map<string, PrintedCell>();
  const add = (cell: PrintedCell): void => {
    const key = observationKey(cell.observation);
    if (!found.has(key)) found.set(key, cell);
  };
  const addFigures = (figures: BriefingRecord["claims"]): void => {
    for (const { id, kind, printed, figure, spec, evidence, value } of figures) {
      if (!printed || !figure || !ofOneCell.has(kind) || spec.stated !== undefined || id.startsWith(correctionPrefix))
        continue;
      const cells = evidence.flatMap(({ observation }) => record.observations[observation] ?? []);
      // The newest of several publications of one cell.
      const newest = cells.toSorted((a, b) => (a.vintage < b.vintage ? -1 : 1)).at(-1);
      if (newest && new Set(cells.map(observationKey)).size === 1)
        add({ observation: newest, text: value, spec: { ...spec } });
    }
  };
  addFigures(record.claims);
  for (const observation of drawnIn(record)) add({ observation, text: undefined, spec: undefined });
  addFigures(record.cells);
  return [...found.values()];
}

/** The observations that the rows of charts are of: rows name all that a cell is of, and hold its number. */
function drawnIn({ charts, observations }: BriefingRecord): readonly RecordedObservation[] {
  const byLabels = new Map<string, RecordedObservation[]>();
  for (const observation of observations) {
    const key = keyOf(Object.values(observation.labels));
    byLabels.set(key, [...(byLabels.get(key) ?? []), observation]);
  }
  return charts
    .filter(({ printed }) => printed)
    .flatMap(({ columns, rows }) =>
      rows.flatMap((row) => {
        const words = columns.filter(({ numeric }) => !numeric).map(({ id }) => String(row[id] ?? ""));
        const named = byLabels.get(keyOf(words.filter((word) => word !== ""))) ?? [];
        return columns
          .filter(({ numeric }) => numeric)
          .flatMap(({ id }) => named.filter(({ measure, value }) => measure === id && value === row[id]));
      }),
    );
}

const keyOf = (labels: readonly string[]): string => JSON.stringify([...new Set(labels)].sort());
