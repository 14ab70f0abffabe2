import type { Dataset } from "../dataset/index.ts";

/** Some twenty seconds of one processor; a file of the largest size that the program writes takes a fraction of them. */
const mostReads = 1_000_000;

/** A file asks for more work than its figures can need. */
export class BudgetExceeded extends Error {}

/** Makes views of datasets that together may be asked for so many cells: what a stranger's file may ask for has an end. */
export function createReadingBudget(limit = mostReads): (dataset: Dataset) => Dataset {
  let left = limit;
  return (dataset) => {
    const lookup: Dataset["lookup"] = (measure, at) => {
      left -= 1;
      if (left < 0) throw new BudgetExceeded();
      return dataset.lookup(measure, at);
    };
    return Object.create(dataset, { lookup: { value: lookup } }) as Dataset;
  };
}
