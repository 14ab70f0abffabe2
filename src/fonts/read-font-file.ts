import { parseFont } from "./create-face.ts";
import { decodeWoff } from "./decode-woff.ts";

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
    const tables = tableTags(data);
    if (!tables.has("glyf") && !tables.has("CFF ")) return "It has no outlines that a PDF can hold (glyf or CFF).";
    const font = parseFont(data);
    // Of a file that is cut short, the first question fails.
    font.hasGlyphForCodePoint(0x20);
    return { data, isVariable: tables.has("fvar") };
  } catch (error) {
    return `It is damaged (${error instanceof Error ? error.message : String(error)}).`;
  }
}

/** fontkit cannot read the transformed outlines of a WOFF2. Loaded when there is one. */
async function decodeWoff2(file: Uint8Array): Promise<Uint8Array> {
  const { default: decompress } = await import("woff2-encoder/decompress");
  return decompress(file);
}

function tableTags(data: Uint8Array): ReadonlySet<string> {
  const font = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return new Set(
    Array.from({ length: font.readUInt16BE(4) }, (_, index) =>
      font.toString("latin1", 12 + 16 * index, 16 + 16 * index),
    ),
  );
}
