import type { PlainReason, Words } from "../../language/index.ts";

/** What is to be said, in the words of whatever language. */
export type Said = (words: Words) => string;

/** A reason that names nothing. */
export const because =
  (reason: PlainReason): Said =>
  ({ reasons }) =>
    reasons.plain[reason];
