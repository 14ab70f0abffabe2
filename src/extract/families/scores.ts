import { type Family, spanOf } from "../mention.ts";

/** `3-1`, `6-4`. */
export const scores: Family = {
  pattern: /(?<![\p{L}\p{N}.,/-])\d{1,3}\s?[‐‑‒–-]\s?\d{1,3}(?![\p{L}\p{N}%])/giu,
  read: (match) => ({ ...spanOf(match), kind: "not-a-statistic", what: "score" }),
};
