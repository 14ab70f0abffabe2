import { type Family, spanOf } from "../mention.ts";
import { number, readNumber } from "../number-pattern.ts";

export const percentagePoints: Family = {
  pattern: new RegExp(
    `(${number})[-\\s]?(?:percentage|per\\s?cent(?:age)?|%)[-\\s]points?(?!\\p{L})|(${number})\\s?ppts?(?!\\p{L})`,
    "giu",
  ),
  read(match) {
    const read = readNumber(match[1] ?? match[2] ?? "");
    return (
      read && {
        ...spanOf(match),
        kind: "quantity",
        value: read.value,
        unit: "percentage-points",
        inWords: read.inWords,
      }
    );
  },
};
