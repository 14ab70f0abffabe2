import { defined } from "../../diagnostics/index.ts";
import type { WordlessReader } from "./wordless-reader.ts";

/** "Children are abused every day": one a day at least, on average. */
export const everyDay: WordlessReader = ({ mentions, source, start }, readings) =>
  mentions.flatMap((mention) => {
    // Where a number is given too, that is the claim.
    if (mention.kind !== "every" || readings.length > 0) return [];
    const [who] =
      /(?:children|people|women|men|girls|boys|victims|patients|pupils|offences|crimes|cases|incidents|attacks|families)/iu.exec(
        source.slice(start, mention.start),
      ) ?? [];
    return [
      {
        kind: "rate",
        span: { start: mention.start, end: mention.end },
        stated: defined({ value: 1, hedge: "at-least", counted: who?.toLowerCase() }),
        draft: { per: mention.per },
        explanation: `Every ${mention.per} is one a ${mention.per} at least, on average.`,
      } as const,
    ];
  });
