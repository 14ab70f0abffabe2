import { type Family, spanOf } from "../mention.ts";
import { numberBeforeUnit, readNumber } from "../number-pattern.ts";

/** `34%`, `34 per cent`, `34pc`, `thirty-four percent`. */
export const percents: Family = {
  pattern: new RegExp(`(${numberBeforeUnit})[-\\s]?(?:%|(?:per\\s?cent|pc)(?!\\p{L}))`, "giu"),
  read(match) {
    const read = readNumber(match[1] ?? "");
    if (!read) return undefined;
    const { value, lastDigit: step, inWords } = read;
    return { ...spanOf(match), kind: "quantity", unit: "percent", value, step, inWords };
  },
};
