import { inflateSync } from "node:zlib";
import { exifMarker, type Orientation, readOrientation } from "./orientation.ts";

/** What a PNG or JPEG says of itself; sizes in px. */
export interface RasterFacts {
  readonly type: "image/png" | "image/jpeg";
  /** As it is seen: of a photo that was taken with the camera on its side, the height of what is stored. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /** It has more pixels than are unpacked: `mostPixels`. */
  readonly isTooLarge: boolean;
  /** Colours for print, which PDF/A allows only with a profile of theirs (ISO 19005-3, 6.2.4.3). */
  readonly isCmyk: boolean;
}

/** A PNG with more, some metres in print, is not unpacked: it would take gigabytes. A JPEG is never unpacked. */
export const mostPixels = 100_000_000;

/** Undefined if the bytes are neither a PNG nor a JPEG, or a PNG whose pixels cannot be unpacked. */
export function readRaster(data: Uint8Array): RasterFacts | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data.length > 24 && view.getUint32(0) === 0x89504e47) {
    const [width, height] = [view.getUint32(16), view.getUint32(20)];
    if (width === 0 || height === 0) return undefined;
    const isTooLarge = width * height > mostPixels;
    const facts = { type: "image/png", width, height, orientation: 1, isTooLarge, isCmyk: false } as const;
    return isTooLarge || hasPixels(data, view) ? facts : undefined;
  }
  return data.length > 4 && view.getUint16(0) === 0xffd8 ? readJpeg(data, view) : undefined;
}

/** The first frame header: SOF0 to SOF15 without DHT, JPG and DAC (ITU T.81, B.2.2). */
function readJpeg(data: Uint8Array, view: DataView): RasterFacts | undefined {
  let offset = 2;
  let orientation: Orientation = 1;
  while (offset + 9 < view.byteLength) {
    const marker = view.getUint16(offset);
    if (marker < 0xff00) return undefined;
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) {
      const [height, width] = [view.getUint16(offset + 5), view.getUint16(offset + 7)];
      const isCmyk = view.getUint8(offset + 9) === 4;
      const upright = orientation > 4 ? { width: height, height: width } : { width, height };
      return width > 0 && height > 0
        ? { type: "image/jpeg", ...upright, orientation, isTooLarge: false, isCmyk }
        : undefined;
    }
    if (marker === exifMarker) orientation = readOrientation(segmentAt(data, view, offset)) ?? orientation;
    offset += 2 + view.getUint16(offset + 2);
  }
  return undefined;
}

/** Samples of a pixel by the colour type of a PNG (PNG 3, 11.2.1). */
const samplesByType: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Of a PNG: what its rows take unpacked, without those of interlacing; undefined if its header says nothing that there is. */
function unpackedLength(view: DataView): number | undefined {
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const samples = samplesByType[view.getUint8(25)];
  return samples && (1 + Math.ceil((width * samples * view.getUint8(24)) / 8)) * height;
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

/** The parts of a PNG up to its end (PNG 3, 5.3); undefined if one of them goes beyond the file, or there is no end. */
function chunksOf(data: Uint8Array): readonly Chunk[] | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const chunks: Chunk[] = [];
  for (let offset = 8; offset + 12 <= data.length; ) {
    const next = offset + 12 + view.getUint32(offset);
    if (next > data.length) return undefined;
    const type = Buffer.from(data.subarray(offset + 4, offset + 8)).toString("latin1");
    chunks.push({ type, data: data.subarray(offset + 8, next - 4) });
    if (type === "IEND") return chunks;
    offset = next;
  }
  return undefined;
}

/**
 * pdfkit believes what a PNG says of its lengths, and unpacks its pixels in a callback: a broken file would end the process. So
 * both are tried here first.
 */
function hasPixels(data: Uint8Array, view: DataView): boolean {
  const chunks = chunksOf(data);
  if (chunks?.[0]?.type !== "IHDR" || chunks[0].data.length !== 13) return false;
  const palette = chunks.find(({ type }) => type === "PLTE");
  if (view.getUint8(25) === 3 && !palette) return false;
  if (palette && (palette.data.length % 3 !== 0 || palette.data.length > 3 * 256)) return false;
  if (chunks.some((chunk) => chunk.type === "tRNS" && chunk.data.length > 256)) return false;
  const expected = unpackedLength(view);
  if (expected === undefined) return false;
  const isInterlaced = view.getUint8(28) === 1;
  const parts = chunks.flatMap((chunk) => (chunk.type === "IDAT" ? chunk.data : []));
  try {
    // The seven images of an interlaced one have rows of their own, each with a byte more.
    const { length } = inflateSync(Buffer.concat(parts), { maxOutputLength: expected * 2 + 4096 });
    return isInterlaced ? length > 0 : length >= expected;
  } catch {
    return false;
  }
}

/** What a segment of a JPEG holds, behind its length. */
const segmentAt = (data: Uint8Array, view: DataView, offset: number): Uint8Array =>
  data.subarray(offset + 4, offset + 2 + view.getUint16(offset + 2));
