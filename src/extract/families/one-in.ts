import { type Family, spanOf } from "../mention.ts";
import { number, readNumber } from "../number-pattern.ts";

/** `one in ten`, `1 in 5`, `nine out of 10`, `two in every three`. */
export const oneIn: Family = {
  pattern: new RegExp(
    `(${number})(?:(?<=(?<!\\p{L})(?:one|1))\\s+(?!of|or|and|was|is)\\p{L}+)?\\s+(?:in|out\\s+of)\\s+(?:every\\s+)?(${number})(?!\\s*(?:years?|months?|weeks?|days?|hours?|minutes?)\\b)`,
    "giu",
  ),
  read(match) {
    const [part, whole] = [match[1], match[2]].map((text) => readNumber(text ?? ""));
    if (!part || !whole || part.value <= 0 || part.value >= whole.value || whole.value > 1000) return undefined;
    // "12 in 2018" is no share; a year has been read as one before this, "three in hospital" has no second number.
    return {
      ...spanOf(match),
      kind: "quantity",
      value: part.value / whole.value,
      unit: "fraction",
      inWords: part.inWords,
    };
  },
};
