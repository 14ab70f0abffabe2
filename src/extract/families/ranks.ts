import { type Family, spanOf } from "../mention.ts";
import { number, readNumber } from "../number-pattern.ts";

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const things =
  "number|numbers|rate|rates|figure|figures|total|share|proportion|level|count|percentage|increase|rise|of|in|among|out";

/** `the third highest of 42 police forces`, `the second-lowest rate`, `the highest of 42`. */
export const ranks: Family = {
  pattern: new RegExp(
    `(?<!\\p{L})(?:(?:joint\\s+)?(?<place>${ordinals.join("|")}|\\d{1,3}(?:st|nd|rd|th))[-\\s])?(?<order>highest|lowest|largest|smallest|most|fewest)(?=\\s+(?:\\p{L}+\\s+){0,2}?(?:${things}|on\\s+record|since)\\b)(?<set>(?:\\s+\\p{L}+){0,4}?\\s+(?:of|out\\s+of|among)\\s+(?:the\\s+|all\\s+)?(?<size>${number}))?`,
    "giu",
  ),
  read(match) {
    const { place, order = "", size } = match.groups ?? {};
    // "The highest number" alone, and "most of the", say no rank.
    if (place === undefined && (size === undefined || /^(?:most|fewest)$/i.test(order))) return undefined;
    if (size !== undefined && !readNumber(size)) return undefined;
    const position = place === undefined ? 1 : ordinals.indexOf(place.toLowerCase()) + 1 || Number.parseInt(place, 10);
    const lowest = /^(?:lowest|smallest|fewest)$/i.test(order);
    return { ...spanOf(match), kind: "rank", position, order: lowest ? "lowest" : "highest" };
  },
};
