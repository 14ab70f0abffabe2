/** Words that selectors, builders and chart rows use for something else. */
export const reservedDimensionNames: ReadonlySet<string> = new Set([
  "measure",
  "vintage",
  "source",
  "dataset",
  "at",
  "from",
  "to",
  "among",
  "state",
  "rounding",
  "periodStart",
]);
