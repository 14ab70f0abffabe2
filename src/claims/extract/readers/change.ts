import { exact } from "../../rational.ts";
import { moveAfter, moveBefore } from "../moves.ts";
import { type Reader, statedOf } from "../reader.ts";
import { wordsAfter, wordsBefore } from "../sentence.ts";
import { thanPlace } from "../than-place.ts";

const modes = { percent: "relative", fraction: "relative", number: "absolute", "percentage-points": "points" } as const;

/** `rose by 140%`, `a 30% fall`, `160 more than the year before`, `up 14 percentage points`. */
export const change: Reader = (quantity, sentence) => {
  if (quantity.unit === "times" || quantity.isRate || quantity.per) return undefined;
  const { start, end, unit } = quantity;
  const after = wordsAfter(sentence, end);
  const tail = moveAfter(after);
  const move = tail ?? moveBefore(wordsBefore(sentence, start));
  if (!move) return unit === "percentage-points" ? { unread: "number" } : undefined;
  if (/^[-\s]+(?:more|less)\s+likely(?!\p{L})/iu.test(after)) return { unread: "number" };
  const span = { start, end };
  const than = tail?.compares ? thanPlace(sentence, end) : undefined;
  if (than !== undefined && unit !== "number" && unit !== "percentage-points") return elsewhere();
  // "4,000 more offences" counts; without what it is more than, it is no change.
  if (tail?.compares && unit === "number" && !/(?<!\p{L})than(?!\p{L})/iu.test(after)) return { unread: "number" };
  return {
    kind: "change",
    span,
    stated: statedOf(quantity, move.direction),
    draft: { mode: modes[unit] },
    explanation: `A ${move.direction === "down" ? "fall" : "rise"}, ${unit === "percentage-points" ? "of a share, in percentage points" : unit === "number" ? "in numbers" : "in proportion to what it was before"}.`,
  };

  /** "30% higher than in Essex" is 1.3 times the figure there. */
  function elsewhere() {
    const scale = unit === "percent" ? 100 : 1;
    const part = exact(quantity.value).div(scale);
    const ratio = move?.direction === "down" ? exact(1).sub(part) : exact(1).add(part);
    const { hedge, step = unit === "percent" ? 1 : undefined } = quantity;
    return {
      kind: "comparison",
      span,
      stated: {
        value: ratio.valueOf(),
        unit: "times",
        ...(step !== undefined && { step: step / scale }),
        ...(hedge !== "none" && { hedge }),
      },
      draft: { relation: "times" },
      ...(than !== undefined && { than }),
      explanation: "So much more or less than in another place, as so many times its figure.",
    } as const;
  }
};
