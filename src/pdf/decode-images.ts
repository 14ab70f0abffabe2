import { decodeRaster } from "../images/index.ts";
import type { PdfRaster } from "./canvas/pdf-image.ts";

/** PNGs that stand for pictures of other kinds, by their addresses. */
export type DecodedImages = ReadonlyMap<string, PdfRaster>;

/** @param undecoded bytes by address. What cannot be decoded, or by nothing that is installed, is left out. */
export async function decodeImages(undecoded: ReadonlyMap<string, Uint8Array>): Promise<DecodedImages> {
  const decoded = new Map<string, PdfRaster>();
  for (const [src, data] of undecoded) {
    const png = await decodeRaster(data);
    if (png) decoded.set(src, { kind: "raster", data: png });
  }
  return decoded;
}
