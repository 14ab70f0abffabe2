import type { Cell } from "../cell.ts";
import { allRows, type ObservationColumns, observationAt } from "../columns/observation-columns.ts";
import { compareText } from "../compare-labels.ts";
import type { DatasetSpec } from "../definition.ts";
import { disclosureRule, treatmentOf } from "../disclosure/disclosure-spec.ts";
import type { MeasureSpec } from "../measure-spec.ts";
import { type DatasetEdition, type Release, releaseOf, type Shown } from "./edition.ts";
import { cellText, withRelease } from "./merge-editions.ts";

/** What is shown of a dataset's protected counts, after what earlier editions showed. Undefined where nothing is protected, or was. */
export function editionOf(
  columns: ObservationColumns,
  spec: DatasetSpec,
  earlier: DatasetEdition | undefined,
): DatasetEdition | undefined {
  const { disclosure, measures } = spec;
  const rule = disclosureRule(disclosure);
  if (!rule && !earlier) return undefined;
  // What was protected once is remembered also where it is shown whole by now.
  const before = new Set(earlier?.cells.map(({ measure }) => measure));
  const isProtected = columns.measure.values.map(
    (id) =>
      before.has(id) ||
      (disclosure !== undefined && rule && treatmentOf(disclosure, id, measures[id] as MeasureSpec) === "protect"),
  );
  const cells = new Map<string, { measure: string; at: Record<string, string>; is: Shown }>();
  for (const row of allRows(columns)) {
    if (!isProtected[columns.measure.codes[row] as number]) continue;
    const { measure, at, cell } = observationAt(columns, row);
    if (cell.state === "missing") continue;
    const text = cellText({ measure, at });
    cells.set(text, { measure, at: { ...at }, is: together(cells.get(text)?.is ?? null, cell) });
  }
  const sorted = [...cells].sort(([a], [b]) => compareText(a, b)).map(([, cell]) => cell);
  return withRelease(earlier, rule ? releaseOf(rule) : unprotected, sorted);
}

/** The rule of a release that hides nothing. */
const unprotected: Release = { hide: { from: 1, to: 0 }, roundTo: 1, rounding: "each" };

/** A cell of which several vintages are shown, all of them or none. */
function together(known: Shown, cell: Exclude<Cell, { state: "missing" }>): Shown {
  if (known === "hidden" || cell.state === "suppressed") return "hidden";
  if (known === null) return cell.value;
  const figures = typeof known === "number" ? [known] : known;
  if (figures.includes(cell.value)) return known;
  return [...figures, cell.value].sort((a, b) => a - b);
}
