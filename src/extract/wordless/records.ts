import { defined } from "../../diagnostics/index.ts";
import type { WordlessReader } from "./wordless-reader.ts";

/** `since records began in 1926`, `since the start of the series in 2001`: the first figure is one of those that it is set against. */
const beginsThen = (words: string): boolean =>
  /(?<!\p{L})(?:beg[au]n|start(?:ed)?|beginning|introduced|first\s+(?:collected|recorded|published|measured))(?!\p{L})/iu.test(
    words,
  );

/** `record numbers`, `the highest since 2014`. */
export const records: WordlessReader = ({ mentions, periods, source }) =>
  mentions.flatMap((mention) => {
    if (mention.kind !== "record") return [];
    const { extreme, isSinceOpen, surpassing } = mention;
    const since = periods.find(
      ({ start, period }) =>
        period.kind === "named" &&
        start >= mention.end &&
        /^\s+since\s+(?:[\p{L}&’'-]+\s+){0,8}(?:[\d.,%]+\s+in\s+)?$/iu.test(source.slice(mention.end, start)),
    );
    const label =
      since?.period.kind === "named" && since.period.labels.length === 1 ? since.period.labels[0] : undefined;
    const what =
      extreme === undefined ? "An extreme of a series; which end is meant is not said" : `The ${extreme} of a series`;
    return [
      {
        kind: "record",
        span: { start: mention.start, end: since?.end ?? mention.end },
        stated: {},
        draft: defined({
          extreme,
          since: label,
          includesSince: (label !== undefined && beginsThen(source.slice(mention.end, since?.start))) || undefined,
          surpassing: surpassing || undefined,
        }),
        missing: [
          ...(extreme === undefined ? (["extreme"] as const) : []),
          ...(isSinceOpen ? (["since"] as const) : []),
        ],
        explanation: `${what}${label === undefined ? "; since when is not said" : ""}.`,
      } as const,
    ];
  });
