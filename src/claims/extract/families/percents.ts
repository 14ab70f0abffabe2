import { type Family, spanOf } from "../mention.ts";
import { number, readNumber } from "../number-pattern.ts";

/** `34%`, `34 per cent`, `34pc`, `thirty-four percent`. */
export const percents: Family = {
  pattern: new RegExp(`(${number})[-\\s]?(?:%|(?:per\\s?cent|pc)(?!\\p{L}))`, "giu"),
  read(match) {
    const read = readNumber(match[1] ?? "");
    return read && { ...spanOf(match), kind: "quantity", value: read.value, unit: "percent", inWords: read.inWords };
  },
};
