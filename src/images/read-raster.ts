import { inflateSync } from "node:zlib";

/** What a PNG or JPEG says of itself; sizes in px. */
export interface RasterFacts {
  readonly type: "image/png" | "image/jpeg";
  readonly width: number;
  readonly height: number;
  /** Colours for print, which PDF/A allows only with a profile of theirs (ISO 19005-3, 6.2.4.3). */
  readonly isCmyk: boolean;
}

/** Undefined if the bytes are neither a PNG nor a JPEG, or a PNG whose pixels cannot be unpacked. */
export function readRaster(data: Uint8Array): RasterFacts | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data.length > 24 && view.getUint32(0) === 0x89504e47) {
    const facts = { type: "image/png", width: view.getUint32(16), height: view.getUint32(20), isCmyk: false } as const;
    return facts.width > 0 && facts.height > 0 && hasPixels(data, view) ? facts : undefined;
  }
  return data.length > 4 && view.getUint16(0) === 0xffd8 ? readJpeg(view) : undefined;
}

/** The first frame header: SOF0 to SOF15 without DHT, JPG and DAC (ITU T.81, B.2.2). */
function readJpeg(view: DataView): RasterFacts | undefined {
  let offset = 2;
  while (offset + 9 < view.byteLength) {
    const marker = view.getUint16(offset);
    if (marker < 0xff00) return undefined;
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) {
      const [height, width] = [view.getUint16(offset + 5), view.getUint16(offset + 7)];
      return width > 0 && height > 0
        ? { type: "image/jpeg", width, height, isCmyk: view.getUint8(offset + 9) === 4 }
        : undefined;
    }
    offset += 2 + view.getUint16(offset + 2);
  }
  return undefined;
}

/** pdfkit unpacks pixels in a callback, where a broken file would end the process: so they are tried here first. */
function hasPixels(data: Uint8Array, view: DataView): boolean {
  const parts: Uint8Array[] = [];
  let offset = 8;
  while (offset + 12 <= data.length) {
    const length = view.getUint32(offset);
    if (view.getUint32(offset + 4) === 0x49444154) parts.push(data.subarray(offset + 8, offset + 8 + length));
    offset += 12 + length;
  }
  try {
    return inflateSync(Buffer.concat(parts)).length > 0;
  } catch {
    return false;
  }
}
