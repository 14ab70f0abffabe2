import { type Family, spanOf } from "../mention.ts";
import { numberBeforeUnit, readNumber, signedNumber } from "../number-pattern.ts";
import { directionOf } from "./sign.ts";

/** `3.5 percentage points`, `3.5pp`, `−2 ppts`. */
export const percentagePoints: Family = {
  pattern: new RegExp(
    `(?:${signedNumber}|(?<plain>${numberBeforeUnit}))(?:[-\\s]plus|\\+)?(?:[-\\s]?(?:percentage|per\\s?cent(?:age)?|%)[-\\s]points?|\\s?pp(?:ts?|s)?)(?!\\p{L})`,
    "giu",
  ),
  read(match) {
    const { sign, signed, plain } = match.groups ?? {};
    const read = readNumber(signed ?? plain ?? "");
    if (!read) return undefined;
    const { value, lastDigit: step, inWords } = read;
    return {
      ...spanOf(match),
      kind: "quantity",
      unit: "percentage-points",
      value,
      step,
      inWords,
      direction: directionOf(sign),
    };
  },
};
