import { type Family, spanOf } from "../mention.ts";
import { digitNumber, numberBeforeUnit } from "../number-pattern.ts";

/** `between 40 and 50 offences`, `40–50 offences`: a claim states one number. */
export const ranges: Family = {
  pattern: new RegExp(
    `(?<!\\p{L})(?:somewhere\\s+)?between\\s+(?:${numberBeforeUnit})(?:%|\\sper\\s?cent)?\\s+and\\s+(?:${numberBeforeUnit})(?![\\p{L}\\p{N}]|[.,/:]\\p{N})(?:%|\\sper\\s?cent)?(?!\\s(?:years?|months?|weeks?|days?|hours?|minutes?))|(?<![\\p{L}\\p{N}.,/-])${digitNumber}\\s?[‐‑‒–-]\\s?${digitNumber}(?=\\s+\\p{Ll})(?![\\p{N}])`,
    "giu",
  ),
  read(match, text) {
    const [low = Number.NaN, high] = [...match[0].matchAll(/\d[\d,.]*/gu)].map(([digits]) =>
      Number.parseFloat(digits.replaceAll(",", "")),
    );
    // "More than 18,000 - 18 per cent - telephoned": what stands between dashes says the number once more.
    const isAside =
      /\s[‐‑‒–-]\s/u.test(match[0]) &&
      /^\s?(?:%|per\s?cent)?\s+(?:\p{L}+\s+){0,6}[‐‑‒–—-]\s/iu.test(text.slice(match.index + match[0].length));
    if (isAside || (high !== undefined && high < low && !/million|billion|thousand|[mk]n?(?!\p{L})/iu.test(match[0])))
      return undefined;
    return Number.isNaN(low) || low > 12 || /between/i.test(match[0])
      ? { ...spanOf(match), kind: "not-understood", what: "range" }
      : { ...spanOf(match), kind: "not-a-statistic", what: "score" };
  },
};
