import type { FontTables } from "./font-tables.ts";

/** What a font calls itself (OpenType, name). */
export interface FontNames {
  /** The name in English, else in any language. */
  name(id: FontNameId): string | undefined;
}

export const nameIds = { family: 1, full: 4, postScript: 6, typographicFamily: 16 } as const;
type FontNameId = (typeof nameIds)[keyof typeof nameIds];

/** Names of encodings as a decoder has them. */
const ofMacintosh = ["x-mac-roman", "shift-jis", "big5", "euc-kr"];
const ofWindows = ["utf-16be", "utf-16be", "shift-jis", "gb18030", "big5", "euc-kr"];

export function readFontNames(tables: FontTables): FontNames {
  const table = tables.table("name");
  if (!table) return { name: () => undefined };
  const strings = table.getUint16(4);
  const known = new Map<number, string>();
  for (let index = 0; index < table.getUint16(2); index += 1) {
    const field = (number: number) => table.getUint16(6 + 12 * index + 2 * number);
    const [platform, encoding, language, id] = [field(0), field(1), field(2), field(3)];
    const isEnglish = (platform === 1 && language === 0) || (platform === 3 && language === 0x409);
    if (known.has(id) && !isEnglish) continue;
    const text = decode(table, { platform, encoding, start: strings + field(5), length: field(4) });
    if (text === undefined) continue;
    known.set(id, text);
  }
  return { name: (id) => known.get(id) };
}

function decode(
  table: DataView,
  { platform, encoding, start, length }: { platform: number; encoding: number; start: number; length: number },
): string | undefined {
  const label = platform === 1 ? ofMacintosh[encoding] : platform === 3 ? ofWindows[encoding] : "utf-16be";
  if (start + length > table.byteLength) return undefined;
  return new TextDecoder(label ?? "utf-16be").decode(new Uint8Array(table.buffer, table.byteOffset + start, length));
}
