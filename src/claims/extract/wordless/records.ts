import type { WordlessReader } from "./index.ts";

/** `record numbers`, `the highest since 2014`. */
export const records: WordlessReader = ({ mentions, periods, source }) =>
  mentions.flatMap((mention) => {
    if (mention.kind !== "record") return [];
    const since = periods.find(
      ({ start, period }) =>
        period.kind === "named" && start >= mention.end && /^\s+since\s+$/iu.test(source.slice(mention.end, start)),
    );
    const label = since?.period.kind === "named" ? since.period.labels[0] : undefined;
    return [
      {
        kind: "record",
        span: { start: mention.start, end: since?.end ?? mention.end },
        stated: {},
        draft: { extreme: mention.extreme, ...(label !== undefined && { since: label }) },
        explanation: `The ${mention.extreme} of a series${label === undefined ? "; since when is not said" : ""}.`,
      } as const,
    ];
  });
