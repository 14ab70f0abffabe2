import { inflateSync } from "node:zlib";

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
 * What is wrong with a PNG, as the end of a sentence ("it has …"); undefined: nothing. pdfkit believes what a PNG says of its lengths, and
 * unpacks its pixels in a callback: a broken file would end the process. So both are tried here first.
 */
export function pngDamage(data: Uint8Array): string | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const chunks = chunksOf(data);
  if (chunks?.[0]?.type !== "IHDR" || chunks[0].data.length !== 13)
    return "no parts that follow each other up to its end";
  const palette = chunks.find(({ type }) => type === "PLTE");
  if (view.getUint8(25) === 3 && !palette) return "no palette";
  if (palette && (palette.data.length % 3 !== 0 || palette.data.length > 3 * 256)) return "a palette that cannot be";
  if (chunks.some((chunk) => chunk.type === "tRNS" && chunk.data.length > 256))
    return "more transparent colours than there are";
  const expected = unpackedLength(view);
  if (expected === undefined) return "colours of no kind";
  const isInterlaced = view.getUint8(28) === 1;
  const parts = chunks.flatMap((chunk) => (chunk.type === "IDAT" ? chunk.data : []));
  try {
    // The seven images of an interlaced one have rows of their own, each with a byte more.
    const { length } = inflateSync(Buffer.concat(parts), { maxOutputLength: expected * 2 + 4096 });
    return (isInterlaced ? length > 0 : length >= expected) ? undefined : "fewer pixels than it says";
  } catch {
    return "pixels that cannot be unpacked";
  }
}
