import { type Reader, statedOf } from "../reader.ts";

/** `15.0 per 100,000 women`; `12 offences a day`. */
export const rate: Reader = (quantity) => {
  const { start, end, population, per, whom } = quantity;
  if (population === undefined && !per) return undefined;
  return {
    kind: "rate",
    span: { start, end },
    stated: statedOf(quantity),
    draft: per ? { per } : {},
    ...(population !== undefined && { population }),
    ...(whom && { whom }),
    explanation: per ? `A count over time, by the ${per}.` : "A rate: so many in a population.",
  };
};
