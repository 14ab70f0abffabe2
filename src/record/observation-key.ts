/** Names one cell among those of all datasets: equal for the same coordinates, in whatever order its dimensions stand. */
export const observationKey = ({
  dataset,
  measure,
  at,
}: {
  readonly dataset: string;
  readonly measure: string;
  readonly at: Readonly<Record<string, string>>;
}): string => JSON.stringify([dataset, measure, Object.entries(at).sort(([a], [b]) => (a < b ? -1 : 1))]);
