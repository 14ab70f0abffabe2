import { decodeWoff } from "./decode-woff.ts";
import type { Font } from "./font-face.ts";
import { readFontTables } from "./font-tables.ts";
import { parseFont } from "./parse-font.ts";

/** A font file unpacked and looked into. */
export interface FontFile {
  /** TrueType or OpenType. */
  readonly data: Uint8Array;
  /** It holds many faces in one; what is drawn is the one that its designer drew first. */
  readonly isVariable: boolean;
}

/** Unpacks TrueType, OpenType, WOFF or WOFF2. A sentence that says why, of a file that cannot be used. */
export async function readFontFile(file: Uint8Array): Promise<FontFile | string> {
  const signature = Buffer.from(file.subarray(0, 4)).toString("latin1");
  if (signature === "ttcf") return "It is a collection of fonts: take one of them out of it.";
  if (!["wOFF", "wOF2", "OTTO", "true", "\0\x01\0\0"].includes(signature)) {
    return "It is no font: TrueType, OpenType, WOFF and WOFF2 are read.";
  }
  try {
    const data = signature === "wOF2" ? await decodeWoff2(file) : decodeWoff(file);
    const tables = readFontTables(data);
    if (!tables.has("glyf") && !tables.has("CFF ")) return "It has no outlines that a PDF can hold (glyf or CFF).";
    const font = parseFont(data);
    await font.ready();
    probeFont(font);
    return { data, isVariable: tables.has("fvar") };
  } catch (error) {
    return `It is damaged (${error instanceof Error ? error.message : String(error)}).`;
  }
}

/** Loaded when there is one. */
async function decodeWoff2(file: Uint8Array): Promise<Uint8Array> {
  const { default: decompress } = await import("woff2-encoder/decompress");
  return decompress(file);
}

const mostProbed = 2000;

/** Asks what layout and embedding will ask: of a file that is damaged or cut short, a question fails. `isThorough`: of each character. */
export function probeFont(font: Font, { isThorough = false } = {}): void {
  const numbers = [font.unitsPerEm, font.ascent, font.descent, font.italicAngle, font.numGlyphs, font.bbox.minX];
  if (!(font.unitsPerEm > 0) || numbers.some((value) => !Number.isFinite(value)))
    throw new Error("its measures are none");
  void [font.postscriptName, font.fullName, font.embedding, font.isFixedPitch, font.features];
  const subset = font.createSubset();
  for (const character of charactersOf(font, isThorough ? mostProbed : 1)) {
    const glyph = font.glyphOf(character);
    void [font.advanceOf(glyph), subset.includeGlyph(glyph)];
  }
  subset.encode();
}

/** Of planes that hold letters. */
const lastCodePoint = 0x2ffff;

/** The first characters that it has. */
function charactersOf(font: Font, most: number): readonly number[] {
  const found: number[] = [];
  for (let code = 0x20; code <= lastCodePoint && found.length < most; code += 1)
    if (font.glyphOf(code) !== 0) found.push(code);
  return found;
}
