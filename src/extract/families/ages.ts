import { type Family, spanOf } from "../mention.ts";
import { wordNumber } from "../number-pattern.ts";

const age = `(?:\\d{1,3}|${wordNumber})`;
const to = `(?:\\s?(?:to|and|or|[‐‑‒–-])\\s?${age})?`;

export const ages: Family = {
  pattern: new RegExp(
    [
      // 12-year-old, eleven to 13 year olds, 14 years old, ten months old
      `(?<![\\p{L}\\p{N}.,])${age}${to}[-\\s](?:years?|months?|weeks?)(?:[-\\s]olds?|\\sof\\sage)(?!\\p{L})`,
      // aged 12, ages 11 to 15, the age of 13, aged between 4 and 7, aged under five
      `(?<!\\p{L})age[ds]?\\s(?:of\\s|between\\s|under\\s|over\\s|about\\s|just\\s)*${age}${to}(?!\\p{L})`,
      // under-16s, over-65s, under 18s, 16 and over, 12 or under
      "(?<!\\p{L})(?:under|over)[-\\s]\\d{1,2}s(?!\\p{L})",
      "(?<!\\p{L})(?:under|over)-\\d{1,2}(?!\\p{N})",
      `(?<![\\p{L}\\p{N}.,])\\d{1,3}\\s(?:and|or)\\s(?:under|over|older|younger|above|below)(?!\\p{L})`,
      // children under 13, adults over 65
      "(?<=(?:children|adults?|people|girls|boys|men|women|pupils|those|anyone|child|someone|teenagers)\\s)(?:under|over|below|above)\\s\\d{1,2}(?![\\p{N}%,.]\\p{N}|\\s?(?:%|per\\s?cent))",
      // who was 17 when, the youngest was only 13, 27% of suspects were under 18.
      "(?<=(?<!\\p{L})(?:who|he|she|youngest|oldest|victim)\\s(?:was|is)\\s(?:only\\s|just\\s)?)\\d{1,2}(?=\\s(?:when|at|and)(?!\\p{L})|[.,;](?!\\d))",
      "(?<=(?<!\\p{L})(?:were|are)\\s)(?:under|over)\\s\\d{1,2}(?=[.,;](?!\\d))",
      // Jane Smith, 43, said
      "(?<=\\p{Lu}\\p{Ll}+,\\s)\\d{1,2}(?=,\\s)",
      // 25 to 34 (12%), after ages
      "(?<=(?<!\\p{L})(?:age[ds]?|ages)\\s[^.;]{0,120})(?<![\\p{L}\\p{N}.,])\\d{1,2}\\s(?:to|and)\\s\\d{1,2}(?=\\s?\\()",
    ].join("|"),
    "giu",
  ),
  read(match) {
    // The name before an age begins with a capital, which the flag for ignoring case would let go.
    const isAfterName = /^\d+$/.test(match[0]) && /,\s$/.test(match.input.slice(0, match.index));
    if (isAfterName && !/\p{Lu}\p{Ll}+,\s$/u.test(match.input.slice(Math.max(0, match.index - 30), match.index))) {
      return undefined;
    }
    return { ...spanOf(match), kind: "not-a-statistic", what: "age" };
  },
};
