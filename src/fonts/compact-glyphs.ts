import type { FontSubset, OutlineCommand } from "./font-face.ts";

/** The glyphs of a font in the outlines of PostScript (OpenType, CFF). */
export interface CompactGlyphs {
  outline(glyph: number): readonly OutlineCommand[];
  /** The highest point, font units. */
  top(glyph: number): number;
  createSubset(): FontSubset;
}

/** By fontkit, whose subsets need programs of glyphs to be followed. It is large, and fonts of this kind are few: loaded for the first of them. */
export async function loadCompactGlyphs(data: Uint8Array): Promise<CompactGlyphs> {
  const { create } = await import("fontkit");
  const font = create(Buffer.from(data.buffer, data.byteOffset, data.byteLength));
  if (!("getGlyph" in font)) throw new Error("it is a collection of fonts");
  return {
    outline: (glyph) => font.getGlyph(glyph).path.commands,
    top: (glyph) => font.getGlyph(glyph).bbox.maxY,
    createSubset() {
      const subset: unknown = font.createSubset();
      return subset as FontSubset;
    },
  };
}
