import { exifMarker, orientationSegment, readOrientation } from "./orientation.ts";

/**
 * The bytes of a PNG or JPEG without what cameras and programs write into it beside the picture: the place where it was taken, its
 * time, names, a smaller copy. How it is turned stays, and its colours. The picture itself is the same, dot for dot.
 */
export function withoutMetadata(data: Uint8Array): Uint8Array {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  return view.getUint16(0) === 0xffd8 ? jpegWithout(data, view) : pngWithout(data, view);
}

/** Segments of applications, and comments; 0xffe0 is JFIF, 0xffe2 holds profiles of colours, 0xffee says how colours are stored. */
const isMetadata = (marker: number): boolean =>
  marker === 0xfffe || (marker >= exifMarker && marker <= 0xffef && marker !== 0xffe2 && marker !== 0xffee);

function jpegWithout(data: Uint8Array, view: DataView): Uint8Array {
  const kept: Uint8Array[] = [data.subarray(0, 2)];
  let offset = 2;
  while (offset + 4 <= data.length) {
    const marker = view.getUint16(offset);
    // From the first scan on all is picture.
    if (marker === 0xffda || marker < 0xff00) break;
    const end = offset + 2 + view.getUint16(offset + 2);
    if (!isMetadata(marker)) kept.push(data.subarray(offset, end));
    const orientation = marker === exifMarker ? readOrientation(data.subarray(offset + 4, end)) : undefined;
    if (orientation !== undefined && orientation !== 1) kept.push(orientationSegment(orientation));
    offset = end;
  }
  return Buffer.concat([...kept, data.subarray(offset)]);
}

const textChunks: ReadonlySet<string> = new Set(["eXIf", "iTXt", "tEXt", "tIME", "zTXt"]);

function pngWithout(data: Uint8Array, view: DataView): Uint8Array {
  const kept: Uint8Array[] = [data.subarray(0, 8)];
  let offset = 8;
  while (offset + 12 <= data.length) {
    const end = offset + 12 + view.getUint32(offset);
    const type = Buffer.from(data.subarray(offset + 4, offset + 8)).toString("latin1");
    if (!textChunks.has(type)) kept.push(data.subarray(offset, end));
    // What follows the last chunk is no part of the picture.
    if (type === "IEND") break;
    offset = end;
  }
  return Buffer.concat(kept);
}
