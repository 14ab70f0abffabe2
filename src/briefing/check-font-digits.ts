import type { DiagnosticDetails } from "../diagnostics/index.ts";
import { bundledFonts, createDigitCheck, createFontSet, type FontFace, readFontFile } from "../fonts/index.ts";

const [firstDigit, lastDigit] = [0x30, 0x39];

/** Warns of fonts of the author's that draw digits as other digits: what a page shows is then no figure of its own. */
export async function checkFontDigits(faces: readonly FontFace[]): Promise<readonly DiagnosticDetails[]> {
  const used = faces.filter(
    ({ unicodeRange }) => unicodeRange?.some(([first, last]) => first <= lastDigit && last >= firstDigit) ?? true,
  );
  if (used.length === 0) return [];
  const known = createFontSet(await bundledFonts()).faces.filter(({ weight }) => weight === 400);
  const check = await createDigitCheck(known);
  const found: DiagnosticDetails[] = [];
  for (const face of used) {
    const ofPages = await fontOfPages(face);
    const answers = await Promise.all([face, ...ofPages].map((each) => check(each, face.features)));
    const exchanged = answers.find(({ length }) => length > 0);
    if (!exchanged) continue;
    const said = exchanged.map(({ digit, looksLike }) => `${digit} as ${looksLike}`).join(", ");
    found.push({
      code: "figure-affix",
      message: `The font "${face.family}" (${face.weight}, ${face.style}) draws digits as others: ${said}. A page in it shows other figures than are traced.`,
      hint: "Take a font whose digits are drawn as they are read.",
    });
  }
  return found;
}

/** What a page shows where that is a file of its own. */
async function fontOfPages({ family, weight, style, woff2 }: FontFace): Promise<readonly FontFace[]> {
  if (!woff2) return [];
  const file = await readFontFile(woff2);
  return typeof file === "string" ? [] : createFontSet([{ family, weight, style, data: file.data }]).faces;
}
