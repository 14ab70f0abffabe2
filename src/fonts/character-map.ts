import type { FontTables } from "./font-tables.ts";

/** The glyph of a character, 0 where there is none. */
export type CharacterMap = (codePoint: number) => number;

/** Tables of Unicode, those with characters beyond the basic plane first (OpenType, cmap). */
const unicode: readonly (readonly [platform: number, encoding: number])[] = [
  [3, 10],
  [0, 6],
  [0, 4],
  [3, 1],
  [0, 3],
  [0, 2],
  [0, 1],
  [0, 0],
];

/** What fonts of before Unicode are in, and the name that a decoder has for it. */
const macintosh: Readonly<Record<number, string>> = {
  0: "x-mac-roman",
  4: "iso-8859-6",
  5: "iso-8859-8",
  7: "x-mac-cyrillic",
};

/** Throws where there is none that can be read. */
export function readCharacterMap(tables: FontTables): CharacterMap {
  const cmap = tables.needed("cmap");
  const found = Array.from({ length: cmap.getUint16(2) }, (_, index) => {
    const at = 4 + 8 * index;
    return { platform: cmap.getUint16(at), encoding: cmap.getUint16(at + 2), offset: cmap.getUint32(at + 4) };
  });
  for (const [platform, encoding] of unicode) {
    const one = found.find((each) => each.platform === platform && each.encoding === encoding);
    if (one) return readSubtable(cmap, one.offset);
  }
  const old = found.findLast(({ platform, encoding }) => platform === 1 && encoding in macintosh);
  if (!old) throw new Error("it has no table of characters that can be read");
  const glyphOf = readSubtable(cmap, old.offset);
  const codes = codesOf(macintosh[old.encoding] as string);
  return (codePoint) => glyphOf(codes.get(codePoint) ?? codePoint);
}

/** The bytes above ASCII, by the character that each stands for. */
function codesOf(encoding: string): ReadonlyMap<number, number> {
  const bytes = Uint8Array.from({ length: 0x80 }, (_, index) => 0x80 + index);
  return new Map(
    Array.from(new TextDecoder(encoding).decode(bytes), (letter, index) => [
      letter.codePointAt(0) as number,
      0x80 + index,
    ]),
  );
}

function readSubtable(cmap: DataView, offset: number): CharacterMap {
  const view = new DataView(cmap.buffer, cmap.byteOffset + offset, cmap.byteLength - offset);
  const format = view.getUint16(0);
  switch (format) {
    case 0:
      return (code) => (code < 256 ? view.getUint8(6 + code) : 0);
    case 4:
      return (code) => (code > 0xffff ? 0 : lookInSegments(view, code));
    case 6:
      return trimmed(view, { first: view.getUint16(6), count: view.getUint16(8), start: 10 });
    case 10:
      return trimmed(view, { first: view.getUint32(12), count: view.getUint32(16), start: 20 });
    case 12:
    case 13:
      return (code) => lookInGroups(view, code, format === 12);
    default:
      throw new Error(`its table of characters is in a format that is not read (${format})`);
  }
}

const trimmed =
  (view: DataView, { first, count, start }: { first: number; count: number; start: number }): CharacterMap =>
  (code) =>
    code >= first && code < first + count ? view.getUint16(start + 2 * (code - first)) : 0;

/** Format 4. */
function lookInSegments(view: DataView, code: number): number {
  const twice = view.getUint16(6) & ~1;
  let [low, high] = [0, twice / 2 - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const end = 14 + 2 * middle;
    const start = end + twice + 2;
    if (code > view.getUint16(end)) low = middle + 1;
    else if (code < view.getUint16(start)) high = middle - 1;
    else {
      const delta = view.getInt16(start + twice);
      const place = start + 2 * twice;
      const range = view.getUint16(place);
      if (range === 0) return (code + delta) & 0xffff;
      const at = place + range + 2 * (code - view.getUint16(start));
      const glyph = at + 2 <= view.byteLength ? view.getUint16(at) : 0;
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
  }
  return 0;
}

/** Formats 12 and 13: in the latter all characters of a group have one glyph. */
function lookInGroups(view: DataView, code: number, isCounted: boolean): number {
  let [low, high] = [0, view.getUint32(12) - 1];
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const at = 16 + 12 * middle;
    const first = view.getUint32(at);
    if (code < first) high = middle - 1;
    else if (code > view.getUint32(at + 4)) low = middle + 1;
    else return view.getUint32(at + 8) + (isCounted ? code - first : 0);
  }
  return 0;
}
