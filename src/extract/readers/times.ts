import { comparandStart } from "../comparand.ts";
import { type Reader, statedOf } from "../reader.ts";

/** `doubled`, `halved`, `twice as many as the year before`, `three times the figure in Essex`. */
export const times: Reader = (quantity, sentence) => {
  if (quantity.unit === "fraction" && quantity.isVerb) {
    const { start, end } = quantity;
    return {
      kind: "change",
      span: { start, end },
      stated: statedOf(quantity, "down"),
      draft: { mode: "relative" },
      explanation: "A fall by half of what it was before.",
    };
  }
  if (quantity.unit !== "times") return undefined;
  const { start, end } = quantity;
  const than = quantity.isVerb ? undefined : comparandStart(sentence, end);
  const isLikely = /^\s+(?:as|more|less)\s+likely(?!\p{L})/iu.test(sentence.source.slice(end, end + 20));
  if (than !== undefined || isLikely) {
    return {
      kind: "comparison",
      span: { start, end },
      stated: statedOf(quantity),
      draft: { relation: "times" },
      than,
      explanation: "So many times the figure of another place.",
    };
  }
  return {
    kind: "change",
    span: { start, end },
    stated: statedOf(quantity),
    draft: { mode: "ratio" },
    explanation: "So many times what it was before.",
  };
};
