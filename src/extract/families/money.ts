import { type Family, spanOf } from "../mention.ts";
import { digitNumber, number } from "../number-pattern.ts";

/** An amount of money may well be a statistic; the kinds of claims here have no currency. */
export const money: Family = {
  pattern: new RegExp(`[£$€]\\s?${digitNumber}|${number}\\s?(?:p\\b|pence|pounds?|euros?|dollars?)(?!\\p{L})`, "giu"),
  read: (match) => ({ ...spanOf(match), kind: "not-understood", what: "money" }),
};
