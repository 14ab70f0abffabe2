const digit = /\p{Nd}/u;
/** Signs that are written with the digits of other scripts, and what stands for them here. */
const signs: ReadonlyMap<string, string> = new Map([
  ["٪", "%"],
  ["％", "%"],
  ["．", "."],
  ["，", ","],
  ["－", "-"],
  ["＋", "+"],
]);
const foreign = /[\u066A-\u066C．，％－＋]|(?![0-9\u{1D7CE}-\u{1D7FF}])\p{Nd}/gu;
const plainAscii = /^[\0-\x7F]*$/;

/**
 * A text with the digits of ASCII in place of those of other scripts, `٢٠٢٤` or `２０２４`, and with the signs that go with them.
 * @param decimal what stands for the Arabic sign before decimals.
 */
export function withAsciiDigits(text: string, decimal: "." | "," = "."): string {
  if (plainAscii.test(text)) return text;
  const thousands = decimal === "." ? "," : ".";
  return text.replaceAll(foreign, (character) =>
    character === "٫" ? decimal : character === "٬" ? thousands : (signs.get(character) ?? asciiDigit(character)),
  );
}

/** The digits of a script follow each other from a zero, which Unicode has at a multiple of sixteen, or six behind one. */
function asciiDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const start = code - (code % 16);
  return String(code - (digit.test(String.fromCodePoint(start)) ? start : start + 6));
}
