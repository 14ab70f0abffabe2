/** Whether a text has letters of Chinese, Japanese or Korean, which none of the shipped fonts has. */
const isEastAsian = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303F\uFF00-\uFFEF]/u.test(
    text,
  );

/** Whether a text has letters of a script that none of the shipped fonts has: of Hebrew, Arabic, Thai, Devanagari, say. */
export const isOfOtherScript = (text: string): boolean =>
  isEastAsian(text) ||
  /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}])\p{L}/u.test(text);

/** What to do about a character that no font has, by its script. */
export function missingGlyphHint(character: string): string {
  const which = isEastAsian(character)
    ? "Chinese, Japanese and Korean need a font of yours (Noto Sans CJK, say)"
    : "Add a font that has it";
  return `${which}: a file by @font-face in the stylesheet, by --font of "briefwright pdf", or in the font set of a program; or write it another way.`;
}
