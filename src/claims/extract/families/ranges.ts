import { type Family, spanOf } from "../mention.ts";
import { digitNumber, number } from "../number-pattern.ts";

/** `between 40 and 50 offences`, `40–50 offences`: a claim states one number. */
export const ranges: Family = {
  pattern: new RegExp(
    `(?<!\\p{L})(?:somewhere\\s+)?between\\s+(?:${number})\\s+and\\s+(?:${number})|(?<![\\p{L}\\p{N}.,/-])${digitNumber}\\s?[–-]\\s?${digitNumber}(?=\\s+\\p{Ll})(?![\\p{N}])`,
    "giu",
  ),
  read(match) {
    const low = Number.parseFloat(match[0].replaceAll(",", "").replace(/^\D+/, ""));
    return Number.isNaN(low) || low > 12 || /between/i.test(match[0])
      ? { ...spanOf(match), kind: "not-understood", what: "range" }
      : { ...spanOf(match), kind: "not-a-statistic", what: "score" };
  },
};
