import { createHash } from "node:crypto";
import type { DiagnosticDetails } from "../diagnostics/index.ts";
import { needsDecoder } from "./decode-raster.ts";
import { jpegDamage } from "./jpeg-damage.ts";
import { pngDamage } from "./png-damage.ts";
import { mostPixels, type RasterFacts } from "./read-raster.ts";

/** What was found wrong with files, by their hashes: a photo of a megabyte is in each briefing of a batch, and takes a tenth of a second. */
const known = new Map<string, string | undefined>();
const mostKnown = 64;

/** What is wrong with the file of a PNG or JPEG, as the end of a sentence ("it has …"); undefined: nothing. */
export function rasterDamage(data: Uint8Array, facts: RasterFacts): string | undefined {
  const hash = createHash("sha256").update(data).digest("base64");
  if (known.has(hash)) return known.get(hash);
  const damage = findDamage(data, facts);
  const [oldest] = known.keys();
  if (known.size >= mostKnown && oldest !== undefined) known.delete(oldest);
  known.set(hash, damage);
  return damage;
}

const findDamage = (data: Uint8Array, { type, width, height }: RasterFacts): string | undefined =>
  type === "image/png" ? pngDamage(data) : jpegDamage(data, { isMarkersOnly: width * height > mostPixels });

/** Why a PDF cannot hold a picture; undefined if it can. @param subject of a sentence: `The image "hills.jpg"` */
export function refuseRaster(data: Uint8Array, facts: RasterFacts, subject: string): DiagnosticDetails | undefined {
  const { isTooLarge, isCmyk, width, height } = facts;
  if (isTooLarge) {
    return {
      code: "image-too-large",
      message: `${subject} has ${width} × ${height} pixels; more than ${mostPixels / 1_000_000} million are not unpacked.`,
      hint: "Make it smaller: a page at 600 dots an inch has 35 million.",
    };
  }
  if (isCmyk) {
    return {
      code: "cmyk-image",
      message: `${subject} has colours for print (CMYK), which an archivable PDF for screens cannot hold.`,
      hint: "Save it in RGB.",
    };
  }
  const damage = rasterDamage(data, facts);
  return damage === undefined
    ? undefined
    : {
        code: "damaged-image",
        message: `${subject} is damaged: it has ${damage}.`,
        hint: "Copy the file again from where it comes from, or open it in a program for pictures, look at it, and save it anew.",
      };
}

/** What is wrong with bytes that are no picture that can be read. */
export const refuseFormat = (data: Uint8Array, subject: string): DiagnosticDetails => ({
  code: "unknown-image-format",
  message: `${subject} is not a PNG, JPEG or SVG that can be read.`,
  hint: needsDecoder(data)
    ? "GIF, WebP, AVIF and BMP are read where the optional package is installed: npm install @napi-rs/canvas."
    : "Save it as a PNG or JPEG.",
});
