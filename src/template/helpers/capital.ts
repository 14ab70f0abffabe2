/** A text as what stands by itself begins: in a cell, beside a verdict. Letters that have no other form stay. */
export const capital = (text: string, lang: string): string =>
  text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(lang));
