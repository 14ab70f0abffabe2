import type { ComputedStyle } from "../css/computed-style.ts";

/** Languages with letters or marks of their own in Unicode's SpecialCasing; what the machine's locale is has no say. */
const ownCases = new Set(["az", "el", "lt", "tr"]);

export interface CaseContext {
  readonly transform: ComputedStyle["textTransform"];
  /** BCP 47. */
  readonly lang: string;
  /** The character before the text, in the same line of thought; "" at the start. */
  readonly before: string;
}

/** `text-transform`, by the rules of the text's language (CSS Text 3, 2.1). */
export function changeCase(text: string, { transform, lang, before }: CaseContext): string {
  if (transform === "none") return text;
  const primary = lang.split("-")[0]?.toLowerCase() ?? "";
  const locale = ownCases.has(primary) ? primary : "en";
  if (transform === "uppercase") return text.toLocaleUpperCase(locale);
  if (transform === "lowercase") return text.toLocaleLowerCase(locale);
  const first = primary === "nl" ? /ij|\p{L}/iu : /\p{L}/u;
  // The first letter of each word: an apostrophe within a word starts none, and a digit is no letter.
  return text.replaceAll(/[\p{L}\p{N}\p{M}’']+/gu, (word, at: number) => {
    const isContinued = at === 0 && /[\p{L}\p{N}\p{M}’']/u.test(before);
    const start = /^[’']*/.exec(word)?.[0].length ?? 0;
    const letters = word.slice(start);
    if (isContinued || /^\p{N}/u.test(letters)) return word;
    return word.slice(0, start) + letters.replace(first, (letter) => letter.toLocaleUpperCase(locale));
  });
}
