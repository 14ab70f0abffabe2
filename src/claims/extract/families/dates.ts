import { type Family, spanOf } from "../mention.ts";
import { month } from "./month.ts";

const day = "(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?";

/** Days, and decades; the periods that a figure can be of are read before. */
export const dates: Family = {
  pattern: new RegExp(
    [
      `(?<![\\p{L}\\p{N}.,])${day}(?:\\s?(?:to|-|–|and)\\s?${day})?\\s(?:of\\s)?${month}(?:,?\\s\\d{4})?(?![\\p{L}\\p{N}])`,
      `(?<!\\p{L})${month}\\s${day}(?:,?\\s\\d{4})?(?![\\p{L}\\p{N}%,]|\\s?%)`,
      "(?<![\\p{N}/])\\d{1,2}/\\d{1,2}/\\d{2,4}(?![\\p{N}/])",
      "(?<![\\p{N}-])\\d{4}-\\d{2}-\\d{2}(?![\\p{N}-])",
      "(?<![\\p{L}\\p{N}])(?:(?:19|20)\\d0|['’]?[1-9]0)s(?!\\p{L})",
    ].join("|"),
    "giu",
  ),
  read: (match) => ({ ...spanOf(match), kind: "not-a-statistic", what: "date" }),
};
