import { type Family, spanOf } from "../mention.ts";

export const phoneNumbers: Family = {
  // With the United Kingdom's leading 0 or +44; short ones only where somebody is told to call.
  pattern:
    /(?<!\w)\+\d{1,3}[\s-]?\(?\d[\d\s()-]{5,14}\d|\b0\d{2,4}[\s-]?\d{3,4}(?:[\s-]?\d{3,4})?\b|(?<=\b(?:call|calling|called|dial|dialling|ring|ringing|phone|text|texting|contacted\son|reached\son)(?:\s+\p{L}+){0,4}\s)(?:\d{3}\s\d{3}|\d{3,6})\b/giu,
  read: (match) => ({ ...spanOf(match), kind: "not-a-statistic", what: "phone number" }),
};
