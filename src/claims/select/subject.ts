import { type Category, comparePeriods, latestAvailable, type Period } from "../../dataset/index.ts";
import type { Selection } from "./selection.ts";

/** The periods and areas that selections are about: earliest first, and each once. */
export function subjectOf(selections: readonly Selection[]): {
  readonly periods: readonly Period[];
  readonly areas: readonly Category[];
  readonly ownPeriod: boolean;
} {
  const periods = selections.flatMap((selection) => selection.periods).sort(comparePeriods);
  const areas = selections.flatMap((selection) => selection.areas);
  return {
    periods: [...new Map(periods.map((period) => [period.label, period])).values()],
    areas: [...new Map(areas.map((area) => [area.inText, area])).values()],
    ownPeriod: selections.some(({ periodWords }) => periodWords.includes(latestAvailable)),
  };
}
