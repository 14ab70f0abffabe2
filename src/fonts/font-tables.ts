/** The tables of a TrueType or OpenType file (OpenType, "Organization of an OpenType font"). Big-endian, as all of it is. */
export interface FontTables {
  has(tag: string): boolean;
  /** Undefined where there is none, or nothing of it. Throws where it reaches past the end of the file. */
  table(tag: string): DataView | undefined;
  /** Throws a sentence where there is none. */
  needed(tag: string): DataView;
}

const signatures: ReadonlySet<string> = new Set(["\0\x01\0\0", "true", "OTTO"]);

/** Throws where it is no such file. */
export function readFontTables(data: Uint8Array): FontTables {
  const file = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const textAt = (at: number) => String.fromCharCode(...[0, 1, 2, 3].map((index) => file.getUint8(at + index)));
  if (!signatures.has(textAt(0))) throw new Error("it is no TrueType or OpenType");
  const places = new Map<string, readonly [offset: number, length: number]>();
  for (let index = 0; index < file.getUint16(4); index += 1) {
    const at = 12 + 16 * index;
    places.set(textAt(at), [file.getUint32(at + 8), file.getUint32(at + 12)]);
  }

  function table(tag: string): DataView | undefined {
    const [offset, length] = places.get(tag) ?? [0, 0];
    if (length === 0) return undefined;
    if (offset + length > file.byteLength) throw new Error(`its table ${tag.trim()} is cut short`);
    return new DataView(file.buffer, file.byteOffset + offset, length);
  }

  return {
    has: (tag) => places.has(tag),
    table,
    needed(tag) {
      const found = table(tag);
      if (!found) throw new Error(`it has no table ${tag.trim()}`);
      return found;
    },
  };
}
