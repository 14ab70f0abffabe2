import { type Family, spanOf } from "../mention.ts";
import { number, readNumber } from "../number-pattern.ts";

/** `274`, `4.3 thousand`, `twelve`. "One" by itself is a pronoun more often than a number, and is passed over. */
export const plainNumbers: Family = {
  pattern: new RegExp(number, "giu"),
  read(match) {
    const read = readNumber(match[0]);
    if (!read || /^(?:one|zero)$/iu.test(match[0])) return undefined;
    return { ...spanOf(match), kind: "quantity", unit: "number", ...read };
  },
};
