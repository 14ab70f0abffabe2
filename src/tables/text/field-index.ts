import { type Codes, createCodes } from "../grow-codes.ts";
import type { SheetCell, SheetColumn } from "../sheet.ts";

/** A column of a text that is being read: each different field once, known by its bytes. */
export interface FieldIndex {
  /** Takes the field of a row, which is not blank: its bytes from `start` to `end`, and the hash of them. */
  add(row: number, start: number, end: number, hash: number): void;
  finish(column: number, height: number): SheetColumn;
}

/** The hash of some bytes and one more; it begins as 0. */
export const hashWith = (hash: number, byte: number): number => (Math.imul(hash, 31) + byte) | 0;

/**
 * Fields are compared as bytes and decoded once each, at the end: a million rows have few different places and periods. `bytes` must
 * keep each field where it was added.
 */
export function createFieldIndex(bytes: Uint8Array): FieldIndex {
  const codes: Codes = createCodes();
  // Of each different field, by its code. Code 0 is the blank cell.
  let starts = new Uint32Array(8);
  let ends = new Uint32Array(8);
  let hashes = new Int32Array(8);
  let count = 1;
  // Codes by hash, with open addressing; 0 is free. At most half are taken.
  let slots = new Uint32Array(16);

  function isSame(code: number, start: number, end: number): boolean {
    let at = starts[code] as number;
    if ((ends[code] as number) - at !== end - start) return false;
    for (let index = start; index < end; index += 1, at += 1) if (bytes[index] !== bytes[at]) return false;
    return true;
  }

  function grow(): void {
    starts = doubled(starts);
    ends = doubled(ends);
    const more = new Int32Array(hashes.length * 2);
    more.set(hashes);
    hashes = more;
    slots = new Uint32Array(slots.length * 2);
    const mask = slots.length - 1;
    for (let code = 1; code < count; code += 1) {
      let slot = spread(hashes[code] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
  }

  function codeOf(start: number, end: number, hash: number): number {
    const mask = slots.length - 1;
    let slot = spread(hash) & mask;
    for (let code = slots[slot] as number; code !== 0; code = slots[slot] as number) {
      if (hashes[code] === hash && isSame(code, start, end)) return code;
      slot = (slot + 1) & mask;
    }
    if (count === starts.length) {
      grow();
      return codeOf(start, end, hash);
    }
    starts[count] = start;
    ends[count] = end;
    hashes[count] = hash;
    slots[slot] = count;
    count += 1;
    return count - 1;
  }

  return {
    add: (row, start, end, hash) => codes.set(row, codeOf(start, end, hash)),
    finish(column, height) {
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const values: SheetCell[] = [null];
      for (let code = 1; code < count; code += 1) {
        values.push(text.toString("utf8", starts[code], ends[code]));
      }
      return { column, values, codes: codes.take(height) };
    },
  };
}

/** The upper bits of a hash have to say something about its lower ones. */
const spread = (hash: number): number => hash ^ (hash >>> 15);

function doubled(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}
