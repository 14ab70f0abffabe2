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

/** A PNG with more, some metres in print, is not unpacked: it would take gigabytes. Of a JPEG with more, the markers alone are read. */
export const mostPixels = 100_000_000;

/** Undefined if the bytes are neither a PNG nor a JPEG of a kind that a PDF can hold. Whether the file is whole, `rasterDamage` says. */
export function readRaster(data: Uint8Array): RasterFacts | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data.length > 24 && view.getUint32(0) === 0x89504e47) {
    const [width, height] = [view.getUint32(16), view.getUint32(20)];
    if (width === 0 || height === 0) return undefined;
    const isTooLarge = width * height > mostPixels;
    return { type: "image/png", width, height, orientation: 1, isTooLarge, isCmyk: false };
  }
  return data.length > 4 && view.getUint16(0) === 0xffd8 ? readJpeg(data, view) : undefined;
}

/**
 * By the first frame header, SOF0 to SOF15 without DHT, JPG and DAC (ITU T.81, B.2.2). Neither lossless nor arithmetic coding nor samples
 * of other than 8 bits are in PDF (ISO 32000-1, 7.4.8).
 */
function readJpeg(data: Uint8Array, view: DataView): RasterFacts | undefined {
  let offset = 2;
  let orientation: Orientation = 1;
  while (offset + 9 < view.byteLength) {
    const marker = view.getUint16(offset);
    if (marker < 0xff00) return undefined;
    // A marker may have more than one byte before it (B.1.1.2).
    if (marker === 0xffff) {
      offset += 1;
      continue;
    }
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) {
      const [height, width] = [view.getUint16(offset + 5), view.getUint16(offset + 7)];
      const isCmyk = view.getUint8(offset + 9) === 4;
      const upright = orientation > 4 ? { width: height, height: width } : { width, height };
      const isHeld = marker <= 0xffc2 && view.getUint8(offset + 4) === 8;
      return width > 0 && height > 0 && isHeld
        ? { type: "image/jpeg", ...upright, orientation, isTooLarge: false, isCmyk }
        : undefined;
    }
    if (marker === exifMarker) orientation = readOrientation(segmentAt(data, view, offset)) ?? orientation;
    offset += 2 + view.getUint16(offset + 2);
  }
  return undefined;
}

/** What a segment of a JPEG holds, behind its length. */
const segmentAt = (data: Uint8Array, view: DataView, offset: number): Uint8Array =>
  data.subarray(offset + 4, offset + 2 + view.getUint16(offset + 2));
