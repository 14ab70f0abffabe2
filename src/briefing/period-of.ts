import type { PeriodOf } from "../charts/index.ts";
import { type Dataset, findDimension } from "../dataset/index.ts";

/** When the periods are that rows of a chart name, as the datasets read their labels: of several that have one, the last. */
export function periodOf(datasets: ReadonlyMap<string, Dataset>): PeriodOf {
  const dated = [...datasets.values()].toReversed().flatMap((dataset) => {
    const dimension = findDimension(dataset.definition, "time");
    return dimension === undefined ? [] : [{ dataset, dimension }];
  });
  return (name) => {
    for (const { dataset, dimension } of dated) {
      const known = dataset.category(dimension, name);
      const period = known && dataset.period(known.id);
      if (period) return period;
    }
    return undefined;
  };
}
