import type { CellRounding } from "./cell.ts";
import type { Dataset } from "./dataset.ts";
import type { Observation } from "./observation.ts";

/** A cell after its vintages are reconciled, with the observations that it rests on. */
export type ResolvedCell =
  | {
      readonly state: "value";
      readonly value: number;
      /** How the value was rounded, and what it may be before that; absent where it is as it was counted. */
      readonly rounding?: CellRounding | undefined;
      readonly observations: readonly Observation[];
    }
  | { readonly state: "suppressed"; readonly observations: readonly Observation[] }
  | { readonly state: "missing"; readonly observations: readonly Observation[] }
  /** Vintages disagree, and nothing says which one is meant. */
  | {
      readonly state: "conflict";
      readonly values: readonly number[];
      /** Of all of them together, where any is rounded. */
      readonly rounding?: CellRounding | undefined;
      readonly observations: readonly Observation[];
    };

/**
 * Reconciles the vintages of one cell. A pinned vintage or source is the only one looked at. Suppression wins over a
 * value that another vintage printed: what has been withdrawn is not printed again.
 */
export function resolveCell(
  dataset: Dataset,
  vintages: readonly Observation[],
  pin: { readonly vintage?: string; readonly source?: string } = {},
): ResolvedCell {
  const [only] = vintages;
  // Most cells have one observation, and nobody asks for another.
  if (
    only &&
    vintages.length === 1 &&
    pin.vintage === undefined &&
    pin.source === undefined &&
    only.cell.state === "value"
  )
    return { state: "value", value: only.cell.value, observations: vintages };
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
  const rounding = roundingOf(observations);
  return values.length === 1
    ? { state: "value", value, rounding, observations }
    : { state: "conflict", values, rounding, observations };
}

function roundingOf(observations: readonly Observation[]): CellRounding | undefined {
  if (!observations.some(({ cell }) => cell.state === "rounded")) return undefined;
  const cells = observations.flatMap(({ cell }) => ("value" in cell ? [cell] : []));
  const rounded = cells.flatMap((cell) => (cell.state === "rounded" ? [cell] : []));
  return {
    base: Math.max(...rounded.map(({ base }) => base)),
    of: rounded.some(({ of }) => of === "counts") ? "counts" : "figure",
    low: Math.min(...cells.map((cell) => (cell.state === "rounded" ? cell.low : cell.value))),
    high: Math.max(...cells.map((cell) => (cell.state === "rounded" ? cell.high : cell.value))),
  };
}
