const numeral = /\p{N}/u;

/** Whether a text has a numeral of any script (Unicode's class N). Most texts are of ASCII, which is told without an expression. */
export function hasNumeral(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 47 && code < 58) return true;
    if (code > 127) return numeral.test(text);
  }
  return false;
}

const isDigit = (code: number): boolean => code > 47 && code < 58;

/** Whether its first character is one. */
export const startsWithNumeral = (text: string): boolean =>
  isDigit(text.charCodeAt(0)) || (text.charCodeAt(0) > 127 && /^\p{N}/u.test(text));

/** Whether its last character is one. */
export const endsWithNumeral = (text: string): boolean =>
  isDigit(text.charCodeAt(text.length - 1)) || (text.charCodeAt(text.length - 1) > 127 && /\p{N}$/u.test(text));
