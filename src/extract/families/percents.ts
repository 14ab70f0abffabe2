import { type Family, spanOf } from "../mention.ts";
import { numberBeforeUnit, readNumber, signedNumber } from "../number-pattern.ts";
import { directionOf } from "./sign.ts";

/** `34%`, `34 per cent`, `300-plus per cent`, `34pc`, `thirty-four percent`, `−0.3%`. */
export const percents: Family = {
  pattern: new RegExp(
    `(?:${signedNumber}|(?<plain>${numberBeforeUnit}))(?:[-\\s]plus|\\+)?[-\\s]?(?:%|(?:per\\s?cent|pc)(?!\\p{L}))`,
    "giu",
  ),
  read(match) {
    const { sign, signed, plain } = match.groups ?? {};
    const read = readNumber(signed ?? plain ?? "");
    if (!read) return undefined;
    const { value, lastDigit: step, inWords } = read;
    return { ...spanOf(match), kind: "quantity", unit: "percent", value, step, inWords, direction: directionOf(sign) };
  },
};
