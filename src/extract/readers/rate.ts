import { countedAfter } from "../counted.ts";
import { type Reader, statedOf } from "../reader.ts";
import type { QuantityMention, Sentence } from "../sentence.ts";

/** `15.0 per 100,000 women`; `the rate per 1,000 was 4.2`; `12 offences a day`. */
export const rate: Reader = (quantity, sentence) => {
  const { start, end, population, per, whom } = quantity;
  const base = population === undefined && !per ? baseBefore(quantity, sentence) : undefined;
  const of = population ?? base?.population;
  if (of === undefined && !per) return undefined;
  return {
    kind: "rate",
    span: { start, end },
    stated: statedOf(quantity),
    draft: per ? { per } : {},
    population: of,
    whom,
    base: base ? { start: base.start, end: base.end } : undefined,
    explanation: per ? `A count over time, by the ${per}.` : "A rate: so many in a population.",
  };
};

/** Of a number that counts nothing itself, the `per 100,000` before it in a sentence about rates. */
function baseBefore(quantity: QuantityMention, sentence: Sentence) {
  if (quantity.unit !== "number" || countedAfter(sentence, quantity.end)) return undefined;
  const base = sentence.mentions.findLast(({ kind, end }) => kind === "rate base" && end <= quantity.start);
  if (base?.kind !== "rate base") return undefined;
  const words = sentence.source.slice(sentence.start, quantity.start);
  return base.start === sentence.start ||
    /(?<!\p{L})(?:rates?|incidence|prevalence|mortality|number|cases|deaths|offences|births)(?!\p{L})/iu.test(words)
    ? base
    : undefined;
}
