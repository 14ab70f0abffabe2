import type { SaidFigure } from "../contract/audit.ts";
import { matchesOf } from "../matches-of.ts";

/** Numbers that Unicode has as pictures or letters, and not as numerals: faces of dice and, one by one, of clocks, dominoes, cells of braille, signs of a hundred and of ten, Chinese numbers of two signs or more. */
const inSigns =
  /[\u2680-\u2685\u{1F030}-\u{1F093}\u{1F4AF}\u{1F51F}]+|[\u{1F550}-\u{1F567}]{2,}|\u283C[\u2801-\u281B]+|[\u3007\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341\u767E\u5343\u842C\u4E07\u5104\u4EBF\u5146]{2,}/gu;
/** Morse has five signs for a digit. Rules and rows of dots are all of one sign; a digit among them is not. */
const inMorse =
  /(?<![.·•–—-])(?:(?:[.·•]{5}|[–—-]{5})[ /])*(?:[.·•]{1,4}[–—-]{1,4}|[–—-]{1,4}[.·•]{1,4})(?:[ /](?:[.·•]{1,5}[–—-]{0,4}|[–—-]{1,5}[.·•]{0,4}))*(?![.·•–—-])/gu;
const fiveSigns = /^[.·•–—-]{5}$/u;
const anyMorse = /[.·•–—-]{5}/u;
const anyOther = /[\u2680-\u{1F9FF}]/u;

/** The figures that a text says in such signs, in any language. */
export const figuresInSigns = (text: string): readonly SaidFigure[] =>
  [
    ...(anyOther.test(text) ? matchesOf(inSigns, text) : []),
    ...(anyMorse.test(text)
      ? matchesOf(inMorse, text).filter(({ 0: found }) => found.split(/[ /]/).every((sign) => fiveSigns.test(sign)))
      : []),
  ].map(({ 0: found, index }) => ({ text: found, index }));
