import { type Family, spanOf } from "../mention.ts";
import { digitNumber, wordNumber } from "../number-pattern.ts";

/** `five-strong`, `10-point`, `three-bedroom`, `two-thirds` apart: the number describes one thing. */
export const compounds: Family = {
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}.,/-])(?:${digitNumber}|${wordNumber})[-–](?!(?:plus|odd|ish)(?!\\p{L}))(?!(?:one|two|three|four|five|six|seven|eight|nine)(?!\\p{L}))\\p{L}[\\p{L}-]*`,
    "giu",
  ),
  read: (match) => ({ ...spanOf(match), kind: "not-a-statistic", what: "compound" }),
};
