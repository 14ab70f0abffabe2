import type { CategoryRegistry } from "../category-registry.ts";
import type { Cell } from "../cell.ts";
import { allRows, type ObservationColumns, observationAt } from "../columns/observation-columns.ts";
import { compareText } from "../compare-labels.ts";
import type { DatasetSpec } from "../definition.ts";
import { disclosureRule } from "../disclosure/disclosure-spec.ts";
import { madeTotal } from "../disclosure/known-totals.ts";
import type { Observation } from "../observation.ts";
import { totalOf } from "../total-of.ts";
import {
  type DatasetEdition,
  figuresOf,
  isExact,
  type ReleaseRule,
  type ReleaseStructure,
  ruleNow,
  type Shown,
} from "./edition.ts";
import { cellText, withRelease } from "./merge-editions.ts";

interface Released {
  readonly columns: ObservationColumns;
  readonly spec: DatasetSpec;
  readonly categories: Pick<CategoryRegistry, "list" | "find">;
  /** Totals that readers are said to know and no row has. */
  readonly known: readonly Place[];
}

type Place = Pick<Observation, "measure" | "at">;

/**
 * What is shown of the counts of a dataset, after what earlier editions showed: also of those that are not protected, as readers know
 * them when they are. Undefined where the definition does not speak of disclosure control, nor any earlier one did.
 */
export function editionOf(
  { columns, spec, categories, known }: Released,
  earlier: DatasetEdition | undefined,
): DatasetEdition | undefined {
  const { disclosure, measures } = spec;
  const rule = disclosureRule(disclosure);
  if (!disclosure && !earlier) return undefined;
  // What was kept once is kept also where it is no count by now.
  const before = new Set(earlier?.cells.map(({ measure }) => measure));
  const isKept = columns.measure.values.map(
    (id) => before.has(id) || (disclosure !== undefined && measures[id]?.statType === "count"),
  );
  const isRounding = rule !== undefined && rule.base > 1;
  const cells = new Map<string, Place & { readonly is: Shown }>();
  for (const row of allRows(columns)) {
    if (!isKept[columns.measure.codes[row] as number]) continue;
    const { measure, at, cell } = observationAt(columns, row);
    if (cell.state === "missing") continue;
    const text = cellText({ measure, at });
    cells.set(text, { measure, at: { ...at }, is: together(cells.get(text)?.is ?? null, cell, isRounding) });
  }
  for (const { measure, at } of known) cells.set(cellText({ measure, at }), { measure, at, is: "known" });
  const sorted = [...cells].sort(([a], [b]) => compareText(a, b)).map(([, cell]) => cell);
  const structure = structureOf({ spec, categories }, sorted);
  return withRelease(earlier, { rule: rule ? ruleNow(rule) : unprotected, structure, cells: sorted });
}

/** Which categories of some cells hold which, and which measures: readers know it, also when it is gone from the definition. */
function structureOf(
  { spec, categories }: Pick<Released, "spec" | "categories">,
  cells: readonly Place[],
): ReleaseStructure {
  const held = new Map<string, Set<string>>();
  for (const { at } of cells)
    for (const [dimension, id] of Object.entries(at)) {
      const ids = held.get(dimension) ?? new Set();
      held.set(dimension, ids.add(id));
    }
  const holders = [...held].map(([dimension, ids]) => {
    const own = spec.dimensions[dimension];
    const total = totalOf(spec, dimension, categories.find)?.id ?? (ids.has(madeTotal) ? madeTotal : undefined);
    const isSum = own?.role !== "time" && own?.exclusive !== false;
    const all = isSum ? categories.list(dimension) : [];
    const pairs = all.flatMap(({ id, parent }) => {
      const holder = (parent === undefined ? undefined : categories.find(dimension, parent)?.id) ?? total;
      return ids.has(id) && id !== total && holder !== undefined && holder !== id ? [[id, holder] as const] : [];
    });
    return [dimension, Object.fromEntries(pairs.sort(([a], [b]) => compareText(a, b)))] as const;
  });
  return {
    holders: Object.fromEntries(
      holders.filter(([, pairs]) => Object.keys(pairs).length > 0).sort(([a], [b]) => compareText(a, b)),
    ),
    sums: (spec.sums ?? []).map(({ whole, parts }) => ({ whole, parts: [...parts] })),
  };
}

/** The rule of a release that hides nothing. */
const unprotected: ReleaseRule = { hide: { from: 1, to: 0 }, roundTo: 1, rounding: "each" };

/** A cell of which several vintages are shown, all of them or none; as they are where others of the release are rounded, or as its rule has them. */
function together(known: Shown, cell: Exclude<Cell, { state: "missing" }>, isRounding: boolean): Shown {
  if (known === "hidden" || cell.state === "suppressed") return "hidden";
  const before = figuresOf(known);
  const all = before.includes(cell.value) ? before : [...before, cell.value].sort((a, b) => a - b);
  const [one = 0, ...others] = all;
  const figures = others.length === 0 ? one : [...all];
  // One vintage as it is tells as much as all of them.
  return isRounding && (cell.state === "value" || isExact(known)) ? { exact: figures } : figures;
}
