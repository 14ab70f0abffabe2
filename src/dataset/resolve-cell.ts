import type { Dataset, Observation } from "./dataset.ts";

/** A cell after its vintages are reconciled, with the observations that it rests on. */
export type ResolvedCell =
  | {
      readonly state: "value";
      readonly value: number;
      /** The multiple that disclosure control rounded to; absent where the value is as published. */
      readonly base?: number;
      readonly observations: readonly Observation[];
    }
  | { readonly state: "suppressed"; readonly observations: readonly Observation[] }
  | { readonly state: "missing"; readonly observations: readonly Observation[] }
  /** Vintages disagree, and nothing says which one is meant. */
  | { readonly state: "conflict"; readonly values: readonly number[]; readonly observations: readonly Observation[] };

/**
 * Reconciles the vintages of one cell. A pinned vintage or source is the only one looked at. Suppression wins over a
 * value that another vintage printed: what has been withdrawn is not printed again.
 */
export function resolveCell(
  dataset: Dataset,
  vintages: readonly Observation[],
  pin: { readonly vintage?: string; readonly source?: string } = {},
): ResolvedCell {
  const latest =
    pin.vintage === "latest" || (pin.vintage === undefined && dataset.definition.spec.vintages === "latest");
  const pinned = vintages.filter(
    (observation) =>
      (pin.source === undefined || observation.source === pin.source) &&
      (pin.vintage === undefined || pin.vintage === "latest" || observation.vintage === pin.vintage),
  );
  // A cell left empty says nothing; "not available" is an answer, and the newest answer counts.
  const held = pinned.filter(({ cell }) => cell.state !== "missing" || cell.reason !== "not-supplied");
  const newest = held
    .map(({ vintage }) => vintage)
    .sort()
    .at(-1);
  const observations = held.filter(({ vintage, cell }) => (latest ? vintage === newest : cell.state !== "missing"));
  if (observations.length === 0) return { state: "missing", observations: pinned };
  if (observations.some(({ cell }) => cell.state === "suppressed")) return { state: "suppressed", observations };
  const values = [...new Set(observations.flatMap(({ cell }) => ("value" in cell ? [cell.value] : [])))];
  const [value] = values;
  if (value === undefined) return { state: "missing", observations };
  const base = Math.max(1, ...observations.map(({ cell }) => (cell.state === "rounded" ? cell.base : 1)));
  const rounded = base > 1 ? { base } : {};
  return values.length === 1
    ? { state: "value", value, ...rounded, observations }
    : { state: "conflict", values, observations };
}
