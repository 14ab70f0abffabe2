import { type Reader, statedOf } from "../reader.ts";
import { wordsAfter } from "../sentence.ts";

/** `34% of offences`, `a fifth of cases`, `one in ten`, and any other per cent that is no change. */
export const share: Reader = (quantity, sentence) => {
  const { start, end, unit } = quantity;
  if (unit !== "percent" && unit !== "fraction") return undefined;
  const after = wordsAfter(sentence, end);
  const of = /^\s+(?:of\s+)(?<what>[^,.;:()]+)/iu.exec(after);
  const offset = of ? end + of[0].length - (of.groups?.what?.length ?? 0) : 0;
  return {
    kind: "share",
    span: { start, end },
    stated: statedOf(quantity),
    draft: {},
    whole: of ? { start: offset, end: offset + (of.groups?.what?.length ?? 0) } : undefined,
    explanation: "A part of a whole.",
  };
};
