/** A grey JPEG of one block of 8 × 8 dots. */
const grey = Buffer.from(
  "/9j/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAAEAAYBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z",
  "base64",
);
const frame = grey.indexOf("ffc0", 0, "hex");

/**
 * A JPEG of at most 8 × 8 dots, as it is stored, with segments before its picture.
 * @param channels what its header says: 4 are colours for print.
 */
export function greyPhoto({ width = 6, height = 4, channels = 1 } = {}, segments: readonly Uint8Array[] = []): Buffer {
  const file = Buffer.from(grey);
  file.writeUInt16BE(height, frame + 5);
  file.writeUInt16BE(width, frame + 7);
  file.writeUInt8(channels, frame + 9);
  return Buffer.concat([file.subarray(0, 2), ...segments, file.subarray(2)]);
}
