import { wordsOf } from "../words.ts";
import { isOfChange, saysPercent } from "./measure-kind.ts";

/** What names of measures say that is told, each in figures of its own kind. */
const quantities: readonly (readonly [name: string, look: RegExp])[] = [
  ["bound", /\b(?:lower|upper)\b.*\b(?:ci|cl|limit|bound|confidence)\b|\b[lu]ci\b|\bconfidence (?:limit|interval)/iu],
  ["rate", /\brates?\b(?! arrears)|\bper (?:\d|capita|head|person|thousand|million)/iu],
  ["index", /\b(?:ind(?:ex|ices)|scores?)$/iu],
  ["rank", /\brank(?:ing)?$/iu],
  ["mean", /^(?:mean|median|average|avg)\b|\b(?:mean|median|average)$/iu],
  ["money", /\b(?:prices?|rents?|costs?|wages?|salar(?:y|ies)|earnings|expenditure|spend(?:ing)?|revenue|turnover)$/iu],
  [
    "count",
    /^(?:no\.?|n|numbers?|counts?|numerators?|denominators?|frequency)$|^(?:total )?(?:numbers?|counts?|no\.) of \p{L}|\p{L} (?:numbers?|counts?)$/iu,
  ],
  ["population", /\bpopulation$/iu],
  ["value", /^(?:values?|observations?|estimates?)$/iu],
];

/** The kind of quantity that a label is the name of, as far as its words tell. */
function quantityOf(label: string): string | undefined {
  const words = wordsOf(label);
  if (saysPercent(words, [])) return "percent";
  if (isOfChange(words)) return "change";
  return quantities.find(([, look]) => look.test(words))?.[0];
}

/** Whether labels are all names of quantities, and of several kinds of these: `Rent price` and `Annual change`; `Number`, `Rate`. No categories are. */
export const areQuantities = (labels: readonly string[]): boolean => {
  const kinds = labels.map(quantityOf);
  return !kinds.includes(undefined) && new Set(kinds).size > 1;
};
