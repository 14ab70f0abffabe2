import type { FontTables } from "./font-tables.ts";
import { readPositioningFeatures } from "./layout-features.ts";

/** Font units. */
export type PairKerning = (left: number, right: number) => number;

/** Coverage of a subtable that moves glyphs along a horizontal line, of format 0, whatever it says of those before it. */
const horizontalPairs = 0x0001;
const overrides = 0x0008;

const headerLength = 14;
const pairLength = 6;

/**
 * The table `kern`, which counts where the font positions no pairs by OpenType's layout (OpenType, kern). Undefined where there is none, or
 * none that can be read.
 */
export function readPairKerning(tables: FontTables): PairKerning | undefined {
  const table = tables.table("kern");
  if (!table || table.byteLength < 4 || table.getUint16(0) !== 0 || readPositioningFeatures(tables).has("kern"))
    return undefined;
  const subtables = readSubtables(table);
  if (subtables.length === 0) return undefined;
  return (left, right) => subtables.reduce((sum, subtable) => sum + kerningIn(subtable, left * 0x10000 + right), 0);
}

/** Of pairs in ascending order: two glyphs, and a value. */
interface Subtable {
  readonly table: DataView;
  readonly at: number;
  readonly count: number;
}

function readSubtables(table: DataView): readonly Subtable[] {
  const subtables: Subtable[] = [];
  let at = 4;
  for (let left = table.getUint16(2); left > 0 && at + headerLength <= table.byteLength; left -= 1) {
    const coverage = table.getUint16(at + 4) & ~overrides;
    const pairs = at + headerLength;
    // A length of 16 bits is too short for many pairs: the number of these counts.
    const count = Math.min(table.getUint16(at + 6), Math.floor((table.byteLength - pairs) / pairLength));
    if (coverage === horizontalPairs) subtables.push({ table, at: pairs, count });
    at += Math.max(headerLength, table.getUint16(at + 2));
  }
  return subtables;
}

function kerningIn({ table, at, count }: Subtable, pair: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    const place = at + middle * pairLength;
    const found = table.getUint32(place);
    if (found === pair) return table.getInt16(place + 4);
    if (found < pair) low = middle + 1;
    else high = middle;
  }
  return 0;
}
