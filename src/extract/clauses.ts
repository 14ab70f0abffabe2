import type { TextSpan } from "./extraction.ts";

const breaks =
  /;|:\s|\s[–—-]\s(?!(?:up|down|compared|an?|(?:the\s+)?equivalent)(?!\p{L}))|(?<!\p{L})(?:while|whilst|whereas|but|although|though|however|yet)(?!\p{L})/iu;

const verbs =
  "was|were|is|are|had|has|have|made|rose|fell|increased|decreased|grew|dropped|declined|accounted|stood|saw|remained|reached|recorded|reported|went|did|said|died|received|represented|comprised|showed|cost|took|spent|met|came|experienced";

/** `and unemployment fell to`: somebody or something else does something. */
const secondClause = new RegExp(
  `,?\\s(?:and|with)\\s(?:(?:numbers?|rates?|proportion|share|percentage|total|incidence)\\sof\\s|(?!of\\s)[\\p{L}’'-]+\\s){1,8}?(?:${verbs})(?!\\p{L})`,
  "iu",
);

/** Whether a clause ends in some words, and another begins. */
export const isNewClause = (words: string): boolean => breaks.test(words) || secondClause.test(words);

/** The brackets of a sentence, the outer ones before those within; one that is not closed ends with the sentence. */
export function findBrackets(words: string): readonly TextSpan[] {
  const found: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  for (const { index, 0: sign } of words.matchAll(/[()[\]]/gu)) {
    if (sign === "(" || sign === "[") {
      const bracket = { start: index, end: words.length };
      open.push(bracket);
      found.push(bracket);
    } else {
      const bracket = open.pop();
      if (bracket) bracket.end = index + 1;
    }
  }
  return found;
}

const finite = new RegExp(
  `(?<!\\p{L})(?:${verbs}|will|would|can|could|may|might|of\\s+(?:which|whom|these|them|those))(?!\\p{L})`,
  "iu",
);

/** Words between two numbers that stand in one list: `12, 14 and 16`, `34% of boys and 28% of girls`, `Kent (12%), Essex (5%)`. */
export function isListed(between: string): boolean {
  const words = between.replaceAll(/[()[\]]/g, "");
  return (
    /,|(?<!\p{L})(?:and|or)(?!\p{L})|&/iu.test(words) &&
    words.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length <= 9 &&
    !isNewClause(words) &&
    !finite.test(words) &&
    !/(?<!\p{L})(?:to|from|than|compared|up|down|including|with|totall?ing|reaching|bringing|leaving|representing|equivalent|an?\s+(?:rise|fall|increase|decrease|drop|rate|reduction|total))(?!\p{L})/iu.test(
      words,
    )
  );
}
