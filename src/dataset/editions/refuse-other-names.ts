import type { Diagnostics } from "../../diagnostics/index.ts";
import { allRows, type ObservationColumns, observationAt } from "../columns/observation-columns.ts";
import type { DatasetSpec } from "../definition.ts";
import { disclosureRule } from "../disclosure/disclosure-spec.ts";
import { type DatasetEdition, type Edition, figuresOf } from "./edition.ts";
import { cellText, mergeEditions } from "./merge-editions.ts";

interface Reading {
  /** The dataset, by the name that the briefing gives it. */
  readonly id: string;
  readonly spec: DatasetSpec;
  readonly columns: ObservationColumns;
}

interface Editions {
  readonly previous: readonly Edition[];
  /** The names of all datasets that are published now. */
  readonly present: ReadonlySet<string>;
}

/** So many figures, and half of those that both have, are no chance. */
const fewestAlike = 3;

/**
 * Reports a dataset that earlier editions may have had by another name: one that they have nothing of, while they had one that is
 * gone; and one whose figures are those of another that is gone. What hangs together between the two nobody here knows.
 */
export function refuseOtherNames(
  { id, spec, columns }: Reading,
  { previous, present }: Editions,
  diagnostics: Diagnostics,
): void {
  if (!disclosureRule(spec.disclosure)) return;
  const { unrelated = [] } = spec.disclosure ?? {};
  const isNew = !mergeEditions(previous, id);
  const names = [...new Set(previous.flatMap(({ datasets }) => Object.keys(datasets)))].sort();
  const others = names.filter((name) => {
    if (present.has(name) || unrelated.includes(name)) return false;
    const other = mergeEditions(previous, name);
    return other !== undefined && (isNew || isAlike(columns, other));
  });
  if (others.length === 0) return;
  const listed = others.map((name) => `"${name}"`).join(", ");
  diagnostics.error({
    code: "dataset-not-in-edition",
    message: `The earlier editions had ${listed}, which the briefing has no longer, and ${isNew ? `nothing of "${id}"` : `the figures of "${id}" are the same`}: whether both count the same cases is not known.`,
    hint: `If "${id}" had another name, give it that name. If they have no cases in common, say disclosure: { …, unrelated: [${listed}] }.`,
    source: { id },
  });
}

function isAlike(columns: ObservationColumns, { cells }: DatasetEdition): boolean {
  const figures = new Map(
    cells.map((cell) => [cellText(cell), figuresOf(cell.shown.findLast(([, is]) => is !== null)?.[1] ?? null)]),
  );
  let [alike, shared] = [0, 0];
  for (const row of allRows(columns)) {
    const { measure, at, cell } = observationAt(columns, row);
    const before = figures.get(cellText({ measure, at })) ?? [];
    if (before.length === 0 || !("value" in cell)) continue;
    shared += 1;
    if (before.includes(cell.value)) alike += 1;
  }
  return alike >= fewestAlike && alike * 2 >= shared;
}
