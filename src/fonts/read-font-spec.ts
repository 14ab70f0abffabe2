import { BriefingError, createDiagnostic } from "../diagnostics/index.ts";
import { parseFont } from "./create-face.ts";
import type { Font, FontFileSpec } from "./font-face.ts";
import { readFontFile } from "./read-font-file.ts";

/** The parts of the table OS/2 that say which face of a family a font is (OpenType, OS/2). */
interface FaceTable {
  readonly usWeightClass?: number;
  readonly fsSelection?: { readonly italic?: boolean; readonly oblique?: boolean };
}

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
  const { usWeightClass = 400, fsSelection } = (font as Font & { readonly "OS/2"?: FaceTable })["OS/2"] ?? {};
  const isItalic = fsSelection?.italic === true || fsSelection?.oblique === true || font.italicAngle !== 0;
  return {
    family: typographicFamily(font) ?? font.familyName,
    weight: Math.min(1000, Math.max(1, usWeightClass)),
    style: isItalic ? "italic" : "normal",
    data: read.data,
  };
}

/** The family with all its weights (OpenType, name 16); name 1 may be that of one weight. */
function typographicFamily(font: Font): string | undefined {
  const { name } = font as Font & { readonly name?: { readonly records?: NameRecords } };
  const record = name?.records?.preferredFamily;
  return record && (record.en ?? Object.values(record)[0]);
}

type NameRecords = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
