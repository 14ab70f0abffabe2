import { type Family, spanOf } from "../mention.ts";

/** Whatever holds a digit and was taken by no other family, so that no digit of a text goes without a word. */
export const leftovers: Family = {
  pattern: /\p{N}+(?:[.,:/–-]\p{N}+)*%?/giu,
  read: (match) => ({ ...spanOf(match), kind: "not-understood", what: "number" }),
};
