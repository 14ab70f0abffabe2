import type { ShapedGlyph } from "../../fonts/index.ts";

/**
 * Says of each glyph which characters of the text it stands for: [] for the second glyph of one letter.
 *
 * The shaper's own answer is only a hint: of several letters in one cluster it tells of the first glyph alone. Text is read from left to right: where
 * hints agree with it they are believed, and what lies between two such glyphs is shared out.
 */
export function alignText(text: string, glyphs: readonly ShapedGlyph[]): readonly (readonly number[])[] {
  const codes = Array.from(text, (character) => character.codePointAt(0) as number);
  if (codes.length === glyphs.length) return codes.map((code) => [code]);
  const result: (readonly number[])[] = [];
  let at = 0;
  for (const [index, glyph] of glyphs.entries()) {
    const rest = glyphs.slice(index + 1);
    const length = matches(codes, at, glyph.codePoints) ? glyph.codePoints.length : lengthBefore(codes, at, rest);
    result.push(codes.slice(at, at + length));
    at += length;
  }
  return result;
}

const matches = (codes: readonly number[], at: number, wanted: readonly number[]) =>
  wanted.length > 0 && wanted.every((code, offset) => codes[at + offset] === code);

/** How many characters lie before the next glyph that says where it belongs; all that are left if none does. */
function lengthBefore(codes: readonly number[], at: number, rest: readonly ShapedGlyph[]): number {
  const next = rest[0];
  if (!next) return codes.length - at;
  for (let start = at; start < codes.length; start += 1) if (matches(codes, start, next.codePoints)) return start - at;
  return Math.min(1, codes.length - at);
}
