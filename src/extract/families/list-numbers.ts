import { type Family, spanOf } from "../mention.ts";

/** `3.` or `(3)` where a line begins, `[3]` where a note is meant. */
export const listNumbers: Family = {
  pattern: /^[ \t]*\(?\d{1,3}[.)](?=\s)|\[\d{1,3}\]/gimu,
  read: (match) => ({ ...spanOf(match), kind: "not-a-statistic", what: "list number" }),
};
