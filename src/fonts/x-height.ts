import type { Font } from "./font-face.ts";

/** Of a small x, em: as the font says, else as it draws one. Files before version 2 of the table OS/2 do not say; undefined where there is no x either. */
export function xHeightOf(font: Font): number | undefined {
  const said: number | undefined = font.xHeight;
  if (said > 0) return said / font.unitsPerEm;
  const drawn = font.hasGlyphForCodePoint(letterX) ? font.glyphForCodePoint(letterX).bbox.maxY : 0;
  return drawn > 0 ? drawn / font.unitsPerEm : undefined;
}

const letterX = 0x78;
