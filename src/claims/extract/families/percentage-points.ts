import { type Family, spanOf } from "../mention.ts";
import { numberBeforeUnit, readNumber } from "../number-pattern.ts";

export const percentagePoints: Family = {
  pattern: new RegExp(
    `(${numberBeforeUnit})[-\\s]?(?:percentage|per\\s?cent(?:age)?|%)[-\\s]points?(?!\\p{L})|(${numberBeforeUnit})\\s?ppts?(?!\\p{L})`,
    "giu",
  ),
  read(match) {
    const read = readNumber(match[1] ?? match[2] ?? "");
    if (!read) return undefined;
    const { value, lastDigit: step, inWords } = read;
    return { ...spanOf(match), kind: "quantity", unit: "percentage-points", value, step, inWords };
  },
};
