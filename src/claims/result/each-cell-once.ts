import type { Evidence } from "./claim.ts";

/** A cell may be there as the figure itself, and among those that it is compared with: as the last of these. */
export const eachCellOnce = (evidence: readonly Evidence[]): readonly Evidence[] => [
  ...new Map(evidence.map((item) => [item.observation, item])).values(),
];
