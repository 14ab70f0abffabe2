import type { Dataset } from "../dataset/index.ts";

/** What a place in a dataset is called: the labels of its categories and of its period. */
export const namesAt = (dataset: Dataset, at: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(at).map(
    ([dimension, id]) =>
      dataset.category(dimension, id)?.label ?? dataset.periods().find((own) => own.id === id)?.label ?? id,
  );
