import { type Family, spanOf } from "../mention.ts";
import { digitNumber, numberBeforeUnit } from "../number-pattern.ts";

/** `between 40 and 50 offences`, `40–50 offences`: a claim states one number. */
export const ranges: Family = {
  pattern: new RegExp(
    `(?<!\\p{L})(?:somewhere\\s+)?between\\s+(?:${numberBeforeUnit})(?:%|\\sper\\s?cent)?\\s+and\\s+(?:${numberBeforeUnit})(?![\\p{L}\\p{N}]|[.,/:]\\p{N})(?:%|\\sper\\s?cent)?(?!\\s(?:years?|months?|weeks?|days?|hours?|minutes?))|(?<![\\p{L}\\p{N}.,/-])${digitNumber}\\s?[‐‑‒–-]\\s?${digitNumber}(?=\\s+\\p{Ll})(?![\\p{N}])`,
    "giu",
  ),
  read(match) {
    const low = Number.parseFloat(match[0].replaceAll(",", "").replace(/^\D+/, ""));
    return Number.isNaN(low) || low > 12 || /between/i.test(match[0])
      ? { ...spanOf(match), kind: "not-understood", what: "range" }
      : { ...spanOf(match), kind: "not-a-statistic", what: "score" };
  },
};
