import { type Family, spanOf } from "../mention.ts";

export const ordinals: Family = {
  pattern:
    /(?<![\p{L}\p{N}.,])\d+(?:st|nd|rd|th)(?!\p{L})|(?<!\p{L})(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth)(?!\p{L})/giu,
  read: (match) => ({ ...spanOf(match), kind: "not-a-statistic", what: "ordinal" }),
};
