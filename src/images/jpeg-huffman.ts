/** For each sequence of 16 bits, the symbol that it begins with in the lower 8 bits and how long its code is above; 0: none. */
export type HuffmanTable = Uint16Array;

/**
 * From how many codes there are of each length, 1 to 16, and their symbols (ITU T.81, C.2); undefined if they do not fit: a code of ones alone
 * is none.
 */
export function huffmanTable(counts: readonly number[], symbols: Uint8Array): HuffmanTable | undefined {
  if (symbols.length > 256) return undefined;
  const table = new Uint16Array(0x10000);
  let code = 0;
  let index = 0;
  for (const [place, count] of counts.entries()) {
    const length = place + 1;
    const shift = 16 - length;
    if (count > 0 && code + count > 1 << length) return undefined;
    for (let each = 0; each < count; each += 1, code += 1, index += 1)
      table.fill((length << 8) | (symbols[index] as number), code << shift, (code + 1) << shift);
    code <<= 1;
  }
  return table;
}

/** Thrown where a scan's bits end before it does. */
export class EndOfScan extends Error {}

/** The bits of a scan: a byte 0 behind each 0xff is left out, and a marker ends them (ITU T.81, F.1.2.3). */
export interface BitReader {
  /** The next symbol; -1 if no code is like these bits. @throws EndOfScan */
  symbol(table: HuffmanTable): number;
  /** @throws EndOfScan */
  skip(count: number): void;
  /** The next bits as a number. @throws EndOfScan */
  take(count: number): number;
  /** Goes on behind the mark of this number, 0 to 7; false if it is not what comes next. */
  restart(number: number): boolean;
  /** About where it is in the file. */
  readonly offset: number;
}

export function createBitReader(data: Uint8Array, start: number): BitReader {
  let offset = start;
  /** Bits that were read, the next of them the highest of the lower `count`. */
  let buffer = 0;
  let count = 0;
  /** Of `buffer`: bits that are not in the file. */
  let missing = 0;

  /** At least 16 bits, with zeros where there are no more. */
  function fill(): void {
    while (count <= 16) {
      const byte = offset < data.length ? (data[offset] as number) : 0xff;
      if (byte === 0xff && data[offset + 1] !== 0) {
        buffer = (buffer & 0xffff) << 8;
        missing += 8;
      } else {
        buffer = ((buffer & 0xffff) << 8) | byte;
        offset += byte === 0xff ? 2 : 1;
      }
      count += 8;
    }
  }

  function skip(length: number): void {
    if (count < length) fill();
    count -= length;
    if (count < missing) throw new EndOfScan();
  }

  return {
    symbol(table) {
      if (count < 16) fill();
      const found = table[(buffer >>> (count - 16)) & 0xffff] as number;
      if (found === 0) {
        if (count - 16 < missing) throw new EndOfScan();
        return -1;
      }
      skip(found >> 8);
      return found & 0xff;
    },
    skip,
    take(length) {
      if (length === 0) return 0;
      if (count < length) fill();
      const value = (buffer >>> (count - length)) & ((1 << length) - 1);
      skip(length);
      return value;
    },
    restart(number) {
      [buffer, count, missing] = [0, 0, 0];
      // Bytes that fill up are let be.
      while (data[offset] === 0xff && data[offset + 1] === 0xff) offset += 1;
      if (data[offset] !== 0xff || data[offset + 1] !== 0xd0 + number) return false;
      offset += 2;
      return true;
    },
    get offset() {
      return Math.min(offset, data.length);
    },
  };
}
