import { type Family, spanOf } from "../mention.ts";
import { month, monthNumber } from "./month.ts";

const day = "(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?";

/** What is said, done or published on a day is no figure of that day. */
const event =
  /(?<!\p{L})(?:publish\p{L}*|releas\p{L}*|announc\p{L}*|updated?|said|says|told|launch\p{L}*|wrote|dated|speech|statement|interview\p{L}*|report|called|meeting|vot\p{L}*|passed|introduced|began|begins|started|starts|opened|born|came\s+into|took\s+effect|due)(?!\p{L})[^.;]{0,40}$/iu;

/**
 * Days and decades, which are times that no figure is of, but for a day at which something stood: `at 31 March 2019`.
 * Longer periods that end with a day are read before.
 */
export const dates: Family = {
  pattern: new RegExp(
    [
      `(?<![\\p{L}\\p{N}.,])(?<from>${day}(?:\\s?(?:to|[‐‑‒–-]|and)\\s?))?(?<day>${day})\\s(?:of\\s)?(?<month>${month})(?:,?\\s(?<year>\\d{4}))?(?![\\p{L}\\p{N}])`,
      `(?<!\\p{L})${month}\\s${day}(?:,?\\s\\d{4})?(?![\\p{L}\\p{N}%,]|\\s?%)`,
      `(?<!\\p{L})${month}\\s${day},\\s(?:19|20)\\d{2}(?![\\p{L}\\p{N}])`,
      "(?<![\\p{N}/])\\d{1,2}/\\d{1,2}/\\d{2,4}(?![\\p{N}/])",
      "(?<![\\p{N}-])\\d{4}-\\d{2}-\\d{2}(?![\\p{N}-])",
      "(?<![\\p{L}\\p{N}])(?:(?:19|20)\\d0|['’]?[1-9]0)s(?!\\p{L})",
    ].join("|"),
    "giu",
  ),
  read(match, text) {
    const { from, day: number, month: name, year } = match.groups ?? {};
    const before = text.slice(Math.max(0, match.index - 90), match.index);
    const standsAt =
      /(?<!\p{L})(?:as\s+(?:at|of|on)|at|on|with|to|than|from|since|between|and)\s+(?:the\s+)?$/iu.test(before) &&
      !event.test(before);
    if (from || !number || !name || !year || !standsAt) {
      return { ...spanOf(match), kind: "period", period: { kind: "vague" } };
    }
    const label = `${year}-${String(monthNumber(name)).padStart(2, "0")}-${String(Number.parseInt(number, 10)).padStart(2, "0")}`;
    return { ...spanOf(match), kind: "period", period: { kind: "named", labels: [label] } };
  },
};
