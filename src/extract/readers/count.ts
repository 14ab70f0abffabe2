import { defined } from "../../diagnostics/index.ts";
import { countedAfter } from "../counted.ts";
import { type Reader, statedOf } from "../reader.ts";

/** Below ten, words for numbers are how anybody talks: only what is counted as cases makes them a figure. */
const smallest = 10;

/** `274 offences`, `up from 114`, `4.3 thousand`: any other number. */
export const count: Reader = (quantity, sentence) => {
  if (quantity.unit !== "number") return undefined;
  const { start, end, value, inWords } = quantity;
  const counted = countedAfter(sentence, end);
  if (inWords && value < smallest && !counted?.isCase) return { unread: "small number" };
  return {
    kind: "count",
    span: { start, end },
    stated: defined({ ...statedOf(quantity), counted: counted?.words }),
    draft: {},
    explanation: counted ? `A number of ${counted.words}.` : "A number; of what, the words after it do not say.",
  };
};
