import { type Family, spanOf } from "../mention.ts";
import { number } from "../number-pattern.ts";

/** `three years`, `20 minutes`, `a two-year sentence`, `every 20 minutes`: how long, not how many. */
export const durations: Family = {
  pattern: new RegExp(
    `${number}(?:\\s?(?:to|-|–|and)\\s?(?:${number}))?[-\\s](?:(?:consecutive|successive|straight)\\s)?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries)(?!\\p{L})`,
    "giu",
  ),
  read: (match) => ({ ...spanOf(match), kind: "not-a-statistic", what: "duration" }),
};
