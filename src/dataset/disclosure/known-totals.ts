import type { Diagnostics } from "../../diagnostics/index.ts";
import type { CategoryRegistry } from "../category-registry.ts";
import { createCellKey } from "../cell-key.ts";
import { withObservations } from "../columns/build-columns.ts";
import { type ObservationColumns, observationAt, rowsOfMeasure } from "../columns/observation-columns.ts";
import type { DatasetSpec } from "../definition.ts";
import { groupBy } from "../group-by.ts";
import type { Category, Observation } from "../observation.ts";
import { outermostOf } from "../structure/margin-of.ts";
import { totalOf } from "../total-of.ts";
import { disclosureRule } from "./disclosure-spec.ts";

interface TotalsInput {
  readonly spec: DatasetSpec;
  readonly categories: Pick<CategoryRegistry, "list" | "find" | "period">;
  readonly columns: ObservationColumns;
  readonly diagnostics: Diagnostics;
}

export interface WithKnownTotals extends TotalsInput {
  /** Is a cell one of those totals? */
  isKnownTotal(measure: string, at: Readonly<Record<string, string>>): boolean;
  /** Those of them that are in no row. */
  readonly made: readonly Pick<Observation, "measure" | "at">[];
  /** Was a cell made for this, and is it in no row? */
  isMade(measure: string, at: Readonly<Record<string, string>>): boolean;
}

/** The id of a total that no row has; no label makes such an id. */
export const madeTotal = "\u0000all";

/**
 * Adds the totals that readers are said to know (`disclosure.knownTotals`) where no row has them, so that counts are
 * protected as if they had been published. Reports totals that cannot be worked out.
 */
export function withKnownTotals(input: TotalsInput): WithKnownTotals {
  const { spec, categories, columns, diagnostics } = input;
  const known = (disclosureRule(spec.disclosure) && spec.disclosure?.knownTotals) || [];
  const totalIn = (dimension: string): string => totalOf(spec, dimension, categories.find)?.id ?? madeTotal;
  const made: Observation[] = [];
  const without = new Set<string>();
  let unknown = 0;
  for (const { measure, by } of known) {
    const own = Array.from(rowsOfMeasure(columns, measure), (row) => observationAt(columns, row));
    const left = Object.keys(own[0]?.at ?? {}).filter((dimension) => !by.includes(dimension));
    for (const dimension of left) if (totalIn(dimension) === madeTotal) without.add(dimension);
    const isTotal = ({ at }: Observation) => left.every((dimension) => at[dimension] === totalIn(dimension));
    const inner = own.filter(({ at }) => left.every((dimension) => at[dimension] !== totalIn(dimension)));
    const outermost = new Map(
      left.map((dimension) => {
        const held = new Set(inner.map(({ at }) => at[dimension] ?? ""));
        return [dimension, outermostOf({ spec, categories, held }, dimension)];
      }),
    );
    const isLeaf = ({ at }: Observation) =>
      left.every((dimension) => outermost.get(dimension)?.has(at[dimension] ?? ""));
    for (const there of groupBy(own, ({ at }) => JSON.stringify(by.map((id) => at[id]))).values()) {
      if (there.some((observation) => isTotal(observation) && observation.cell.state !== "missing")) continue;
      const parts = there.filter((observation) => isLeaf(observation) && observation.cell.state !== "missing");
      const [first] = parts;
      if (!first || left.length === 0) continue;
      const cells = [...groupBy(parts, ({ at }) => JSON.stringify(left.map((id) => at[id]))).values()];
      if (cells.flat().some(({ cell }) => !("value" in cell))) {
        unknown += 1;
        continue;
      }
      const at = { ...first.at, ...Object.fromEntries(left.map((dimension) => [dimension, totalIn(dimension)])) };
      for (const edition of new Map(parts.map((part) => [editionOf(part), part])).values()) {
        const value = cells.reduce((sum, own) => sum + valueIn(own, editionOf(edition)), 0);
        made.push({ ...edition, at, cell: { state: "value", value }, statuses: [], note: "" });
      }
    }
  }
  const cellKey = createCellKey(spec);
  const keys = new Set(made.map(({ measure, at }) => cellKey(measure, at)));
  if (unknown > 0) {
    diagnostics.error({
      code: "unknown-total",
      message: `${unknown} of the totals that readers are said to know cannot be worked out: their publisher hides a part of each.`,
      hint: "Put rows with these totals into the data, and say which category they are of: dimensions.….total.",
      source: { id: spec.title, field: "disclosure.knownTotals" },
    });
  }
  return {
    ...input,
    spec: {
      ...spec,
      dimensions: Object.fromEntries(
        Object.entries(spec.dimensions).map(([id, own]) => [
          id,
          own.role !== "time" && without.has(id) ? { ...own, total: madeTotal } : own,
        ]),
      ),
    },
    categories: {
      ...categories,
      list: (dimension) => [...categories.list(dimension), ...(without.has(dimension) ? [allOf(dimension)] : [])],
      find: (dimension, name) => (name === madeTotal ? allOf(dimension) : categories.find(dimension, name)),
    },
    columns: withObservations(spec, columns, made),
    isKnownTotal: (measure, at) =>
      known.some(
        (own) =>
          own.measure === measure && Object.keys(at).every((id) => own.by.includes(id) || at[id] === totalIn(id)),
      ),
    made: [...new Map(made.map(({ measure, at }) => [cellKey(measure, at), { measure, at }])).values()],
    isMade: (measure, at) => keys.has(cellKey(measure, at)),
  };
}

const allOf = (dimension: string): Category => ({ dimension, id: madeTotal, label: "all", inText: "all" });

const editionOf = ({ vintage, source }: Observation): string => `${vintage}|${source}`;

/** The value that an edition gives, or the last before it, or the first after. */
function valueIn(cells: readonly Observation[], edition: string): number {
  const sorted = [...cells].sort((a, b) => (editionOf(a) < editionOf(b) ? -1 : 1));
  const { cell } = sorted.findLast((own) => editionOf(own) <= edition) ?? (sorted[0] as Observation);
  return "value" in cell ? cell.value : 0;
}
