import { type Family, spanOf } from "../mention.ts";
import { number, readNumber, signedNumber } from "../number-pattern.ts";
import { directionOf } from "./sign.ts";

/** `274`, `4.3 thousand`, `twelve`, `−1,200`. "One" by itself is a pronoun more often than a number, and is passed over. */
export const plainNumbers: Family = {
  pattern: new RegExp(`${signedNumber}|${number}`, "giu"),
  read(match) {
    const { sign, signed } = match.groups ?? {};
    const read = readNumber(signed ?? match[0]);
    if (!read || /^(?:one|zero)$/iu.test(match[0])) return undefined;
    const { value, step, inWords } = read;
    return { ...spanOf(match), kind: "quantity", unit: "number", value, step, inWords, direction: directionOf(sign) };
  },
};
