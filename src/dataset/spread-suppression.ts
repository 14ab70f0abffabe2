import type { CellKey } from "./cell-key.ts";
import type { Observation } from "./observation.ts";

/**
 * A cell that one publication suppresses is suppressed in all of them: what has been withdrawn is not printed again, by
 * pinning an older vintage or as evidence.
 */
export function spreadSuppression(observations: readonly Observation[], cellKey: CellKey): readonly Observation[] {
  const suppressed = new Set(
    observations.filter(({ cell }) => cell.state === "suppressed").map(({ measure, at }) => cellKey(measure, at)),
  );
  if (suppressed.size === 0) return observations;
  return observations.map((observation) =>
    suppressed.has(cellKey(observation.measure, observation.at))
      ? { ...observation, cell: { state: "suppressed" } }
      : observation,
  );
}
