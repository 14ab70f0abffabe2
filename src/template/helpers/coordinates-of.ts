import type { Evidence } from "../../claims/index.ts";
import type { Dataset } from "../../dataset/index.ts";
import type { CellCoordinates } from "../../language/index.ts";

/** What a cell is of, in the order of its dataset's dimensions. Nothing of a dataset that is not there. */
export function coordinatesOf({ observation: { at } }: Evidence, dataset: Dataset | undefined): CellCoordinates {
  const entries = Object.entries(at);
  return {
    categories: entries.flatMap(([dimension, id]) => {
      const isTime = dataset?.definition.spec.dimensions[dimension]?.role === "time";
      return isTime ? [] : (dataset?.category(dimension, id) ?? []);
    }),
    periods: entries.flatMap(([, id]) => dataset?.period(id) ?? []),
  };
}
