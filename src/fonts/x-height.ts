import type { Font } from "./font-face.ts";

/** Of a small x, em: as the font says, else as it draws one. Files before version 2 of the table OS/2 do not say; undefined where there is no x either. */
export function xHeightOf(font: Font): number | undefined {
  const said = font.xHeight ?? 0;
  if (said > 0) return said / font.unitsPerEm;
  const glyph = font.glyphOf(letterX);
  const drawn = glyph === 0 ? 0 : font.topOf(glyph);
  return drawn > 0 ? drawn / font.unitsPerEm : undefined;
}

const letterX = 0x78;
