/**
 * How a stored picture is turned to be seen (Exif 2.32, 4.6.4): 1, as it is; 2 to 4, mirrored, turned by 180°, both; 5 to 8, lying on its
 * side.
 */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** The segment of a JPEG in which cameras say it: APP1. */
export const exifMarker = 0xffe1;

const header = "Exif\0\0";
const orientationTag = 0x0112;

/** What such a segment says, behind its length; undefined if it says nothing, or is of another kind. */
export function readOrientation(segment: Uint8Array): Orientation | undefined {
  if (Buffer.from(segment.subarray(0, header.length)).toString("latin1") !== header) return undefined;
  const tiff = new DataView(segment.buffer, segment.byteOffset + header.length, segment.byteLength - header.length);
  if (tiff.byteLength < 8) return undefined;
  const little = tiff.getUint16(0) === 0x4949;
  const first = tiff.getUint32(4, little);
  if (first + 2 > tiff.byteLength) return undefined;
  const count = tiff.getUint16(first, little);
  for (let entry = first + 2; entry < first + 2 + count * 12 && entry + 12 <= tiff.byteLength; entry += 12) {
    if (tiff.getUint16(entry, little) !== orientationTag) continue;
    const value = tiff.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? (value as Orientation) : undefined;
  }
  return undefined;
}

/** A segment that says nothing else, with its marker and length. */
export function orientationSegment(orientation: Orientation): Uint8Array {
  const tiff = Buffer.alloc(26);
  tiff.write("MM\0*", 0, "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(orientationTag, 10);
  // One number of 16 bits.
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const start = Buffer.alloc(4);
  start.writeUInt16BE(exifMarker, 0);
  start.writeUInt16BE(2 + header.length + tiff.length, 2);
  return Buffer.concat([start, Buffer.from(header, "latin1"), tiff]);
}
