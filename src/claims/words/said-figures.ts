import type { SaidFigure } from "./language.ts";

/**
 * Finds what patterns match, the longest first where they overlap, in the order of the text.
 * @param patterns global regular expressions. Where one has a group named `figure`, that is the figure; a group named `noun`
 *   is what it counts, and a name if it has a capital (Seven Sisters).
 */
export function findSaidFigures(text: string, patterns: readonly RegExp[]): readonly SaidFigure[] {
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { figure: said = match[0], noun = "" } = match.groups ?? {};
      const isName = /^\p{Lu}\p{Ll}/u.test(noun);
      return isName ? [] : [{ text: said, index: match.index + match[0].indexOf(said) }];
    }),
  );
  const ends = ({ index, text: said }: SaidFigure) => index + said.length;
  const longest = found.toSorted((a, b) => a.index - b.index || ends(b) - ends(a));
  return longest.filter(
    (one, at) => !longest.some((other, before) => before < at && other.index <= one.index && ends(other) > one.index),
  );
}

/** Words as alternatives of a regular expression. */
export const anyOf = (words: string): string => `(?:${words.trim().split(/\s+/).join("|")})`;
