import type { SaidFigure } from "../contract/audit.ts";
import { matchesOf } from "./matches-of.ts";

/** Numbers that Unicode has as pictures or letters, and not as numerals: faces of dice, dominoes, cells of braille, signs of a hundred and of ten, Chinese numbers of two signs or more. */
const inSigns =
  /[\u2680-\u2685\u{1F030}-\u{1F093}\u{1F4AF}\u{1F51F}]+|\u283C[\u2801-\u281B]+|[\u3007\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341\u767E\u5343\u842C\u4E07\u5104\u4EBF\u5146]{2,}/gu;
const anyOther = /[\u2680-\u{1F9FF}]/u;

/** The figures that a text says in such signs, in any language. */
export const figuresInSigns = (text: string): readonly SaidFigure[] =>
  anyOther.test(text) ? matchesOf(inSigns, text).map(({ 0: found, index }) => ({ text: found, index })) : [];
