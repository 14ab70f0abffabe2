import { BriefingError, createDiagnostic } from "../diagnostics/index.ts";
import type { FontFileSpec } from "./font-face.ts";
import { parseFont } from "./parse-font.ts";
import { readFontFile } from "./read-font-file.ts";

/**
 * A font for `createFontSet`, with the family, weight and style that the file itself says. TrueType, OpenType, WOFF or WOFF2.
 * Throws a `BriefingError` (`unusable-font`).
 * @param name of the file, for the error.
 */
export async function readFontSpec(file: Uint8Array, name?: string): Promise<FontFileSpec> {
  const read = await readFontFile(file);
  if (typeof read === "string") {
    const source = name === undefined ? undefined : { file: name };
    const message = `The font file cannot be used. ${read}`;
    throw new BriefingError([createDiagnostic("error", { code: "unusable-font", message, source })]);
  }
  const font = parseFont(read.data);
  return {
    family: font.typographicFamily ?? font.familyName ?? "",
    weight: Math.min(1000, Math.max(1, font.weight)),
    style: font.isSlanted || font.italicAngle !== 0 ? "italic" : "normal",
    data: read.data,
  };
}
