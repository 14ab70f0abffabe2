import { type Family, spanOf } from "../mention.ts";

/** Numbers within names: `A421`, `MK9 3HP`, `Covid-19`, `4G`, `Channel4`, `iPhone 12`. */
export const identifiers: Family = {
  pattern:
    /(?<![\p{L}\p{N}]|\p{N}[.,])(?:\p{Lu}{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}|\p{L}+[-–]?\d[\p{L}\p{N}]*(?:[-–.]\d+)*|\d+(?!(?:m|bn|k|mn|th|st|nd|rd|s|pc|pp|ppts?|thousand|million|billion|per\s?cent|percentage)(?!\p{L}))\p{L}[\p{L}\p{N}]*|(?:iPhone|iOS|Android|Windows|Boeing|Airbus|Xbox|PlayStation|Apollo|Formula|Covid|Radio|BBC|ITV|Sky|Brexit|Catch|Operation)\s\d+)(?![\p{L}\p{N}])/giu,
  read: (match) => ({ ...spanOf(match), kind: "not-a-statistic", what: "name" }),
};
