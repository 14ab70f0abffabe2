import { plainType } from "../language/index.ts";

/**
 * Two texts as readers compare them: white space, and hyphens that a line break put between letters, do not count; nor do
 * capitals, which a stylesheet may write, nor whether quotation marks and dashes are as typed.
 */
export const sameText = (a: string, b: string): boolean => plain(a) === plain(b);

/** Whether two texts write the same numbers: "2 74" is read as two. A page of HTML is not broken within a number, and a line of a PDF may be. */
export const sameDigits = (a: string, b: string): boolean => numbersIn(a) === numbersIn(b);

const numbersIn = (text: string): string =>
  (
    text
      .normalize("NFKC")
      .replaceAll(/[\u00AD\u200B-\u200F\u2028-\u202E\u2066-\u2069]/gu, "")
      .match(/\p{N}+/gu) ?? []
  ).join(" ");

export const plain = (text: string): string =>
  plainType(text)
    .normalize("NFKC")
    .replaceAll(/[\s\u00AD\u200B-\u200F\u2028-\u202E\u2066-\u2069]+/gu, "")
    .replaceAll(/(?<=\p{L})-(?=\p{L})/gu, "")
    .toLowerCase();

/** The first text of a list that does not stand in a longer one where it should; undefined where all do. */
export function firstDifference(texts: readonly string[], whole: string): { text: string; found: string } | undefined {
  const drawn = plain(whole);
  let at = 0;
  for (const text of texts) {
    const expected = plain(text);
    if (!drawn.startsWith(expected, at)) return { text, found: drawn.slice(at, at + Math.max(expected.length, 8)) };
    at += expected.length;
  }
  return at === drawn.length ? undefined : { text: "", found: drawn.slice(at, at + 24) };
}
