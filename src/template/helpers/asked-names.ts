/** What `has` and `known` ask for: things by their names, and whether a chart or table shows several periods. */
export const askedNames = {
  claim: "name",
  chart: "name",
  table: "name",
  image: "name",
  source: "name",
  parameter: "name",
  overTime: "flag",
} as const;
