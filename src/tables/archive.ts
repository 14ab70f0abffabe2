import { crc32, inflateRawSync } from "node:zlib";
import { damaged, passwordNeeded, tooLarge } from "./unreadable-file.ts";

/** The parts of a zip archive. */
export interface Archive {
  readonly names: readonly string[];
  /** A part's bytes, or undefined if there is none of that name, in whatever case. Throws an `UnreadableFile`. */
  read(name: string): Buffer | undefined;
  /** So many bytes do these parts have. Throws an `UnreadableFile` where they are too many to be read. */
  checkSize(names: readonly string[]): void;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
  /** Of its bytes unpacked. */
  readonly checksum: number;
}

/** What the parts of a workbook, or a packed text, may have unpacked. Larger ones do not fit into memory as cells. */
export const maxBytes = 400 * 2 ** 20;
const maxEntries = 100_000;

/** Opens a zip archive by its directory (APPNOTE 4.3.12 and 4.3.16). Nothing is inflated yet. */
export function openArchive(content: Uint8Array, file: string): Archive {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const directory = readDirectory(bytes, file);
  const entries = new Map(directory.map((entry) => [entry.name.toLowerCase(), entry]));
  const checkSize = (names: readonly string[]) => {
    const size = names.reduce((sum, name) => sum + (entries.get(name.toLowerCase())?.size ?? 0), 0);
    if (size <= maxBytes) return;
    throw tooLarge(
      file,
      `The workbook would have ${(size / 2 ** 20).toFixed(0)} MiB unpacked, of which ${maxBytes / 2 ** 20} can be read.`,
      "Save the sheet that is needed as CSV.",
    );
  };
  return {
    names: directory.map(({ name }) => name),
    checkSize,
    read(name) {
      const entry = entries.get(name.toLowerCase());
      if (!entry) return undefined;
      checkSize([name]);
      return inflate(bytes, entry, file);
    },
  };
}

function readDirectory(bytes: Buffer, file: string): readonly Entry[] {
  const end = bytes.lastIndexOf("PK\u0005\u0006");
  if (end < 0 || end + 22 > bytes.length)
    throw damaged(file, "the directory at its end is missing, it seems to be cut off");
  let count = bytes.readUInt16LE(end + 10);
  let position = bytes.readUInt32LE(end + 16);
  // Archives in the 64-bit form keep these in a record of their own, which a locator before the end points to.
  const locator = end - 20;
  if (locator >= 0 && bytes.readUInt32LE(locator) === 0x07064b50) {
    const record = Number(bytes.readBigUInt64LE(locator + 8));
    if (record + 56 > bytes.length) throw damaged(file, "its directory is not where it says");
    count = Number(bytes.readBigUInt64LE(record + 32));
    position = Number(bytes.readBigUInt64LE(record + 48));
  }
  if (count > maxEntries) throw tooLarge(file, `The archive has ${count} parts.`, "This is no workbook.");
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (position + 46 > bytes.length || bytes.readUInt32LE(position) !== 0x02014b50) {
      throw damaged(file, "its directory is not where it says");
    }
    const nameLength = bytes.readUInt16LE(position + 28);
    const extraLength = bytes.readUInt16LE(position + 30);
    const next = position + 46 + nameLength + extraLength + bytes.readUInt16LE(position + 32);
    if (next > bytes.length) throw damaged(file, "its directory is cut off");
    const extra = bytes.subarray(position + 46 + nameLength, position + 46 + nameLength + extraLength);
    entries.push({
      name: bytes.toString("utf8", position + 46, position + 46 + nameLength).replaceAll("\\", "/"),
      flags: bytes.readUInt16LE(position + 8),
      method: bytes.readUInt16LE(position + 10),
      checksum: bytes.readUInt32LE(position + 16),
      ...sizesOf(bytes, position, extra),
    });
    position = next;
  }
  return entries;
}

/** Sizes that do not fit into 32 bits stand in an extra field of kind 1, in this order. */
function sizesOf(bytes: Buffer, position: number, extra: Buffer): Pick<Entry, "size" | "packedSize" | "offset"> {
  const long = findExtra(extra, 1);
  let at = 0;
  const [size = 0, packedSize = 0, offset = 0] = [24, 20, 42].map((field) => {
    const short = bytes.readUInt32LE(position + field);
    if (short !== 0xffffffff || long.length < at + 8) return short;
    at += 8;
    return Number(long.readBigUInt64LE(at - 8));
  });
  return { size, packedSize, offset };
}

function findExtra(extra: Buffer, kind: number): Buffer {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === kind) return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  }
  return extra.subarray(0, 0);
}

/** A part as it was packed: one whose bytes have changed since is refused, for a figure of it would be none of the publisher's. */
function inflate(bytes: Buffer, entry: Entry, file: string): Buffer {
  const part = unpack(bytes, entry, file);
  if (crc32(part) !== entry.checksum) throw damaged(file, `the part "${entry.name}" is not what was packed`);
  return part;
}

function unpack(bytes: Buffer, { name, method, flags, packedSize, size, offset }: Entry, file: string): Buffer {
  if ((flags & 1) !== 0) throw passwordNeeded(file);
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== 0x04034b50) {
    throw damaged(file, `the part "${name}" is not where the directory says`);
  }
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const packed = bytes.subarray(start, start + packedSize);
  if (packed.length < packedSize) throw damaged(file, `the part "${name}" is cut off`);
  if (method === 0) return packed;
  if (method !== 8) throw damaged(file, `the part "${name}" is packed in a way that workbooks are not`);
  try {
    // The size that the directory says is not trusted: more than that is an error before it is in memory.
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw damaged(file, `the part "${name}" cannot be unpacked`);
  }
}
