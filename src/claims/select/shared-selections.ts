import type { Dataset } from "../../dataset/index.ts";
import type { Group } from "./group.ts";
import { createRecentMap } from "./recent-map.ts";
import type { Selection } from "./selection.ts";

type Datasets = ReadonlyMap<string, Dataset>;

/**
 * What claims about each of many areas ask alike: the figures of all of them, which each is ranked among or set against. Selected once,
 * they cost a batch as much as its areas, and not the square of that.
 */
export interface SharedSelections {
  /** @param key what is asked, as a text: of one set of datasets, the same is always answered alike. */
  group(key: string, select: (datasets: Datasets) => Group): Group;
  total(key: string, select: (datasets: Datasets) => Selection): Selection;
}

/** Some 100 MB of selections. */
const mostSelections = 100_000;
const mostTotals = 1000;

/** Selections from the same datasets, for as long as they are asked for. */
export function createSharedSelections(datasets: Datasets): SharedSelections {
  const groups = createRecentMap<Group>(mostSelections, ({ all }) => all.length);
  const totals = createRecentMap<Selection>(mostTotals);
  return {
    group(key, select) {
      const found = groups.get(key) ?? select(datasets);
      groups.set(key, found);
      return found;
    },
    total(key, select) {
      const found = totals.get(key) ?? select(datasets);
      totals.set(key, found);
      return found;
    },
  };
}
