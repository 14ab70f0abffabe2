import { create, type Font } from "fontkit";

/** A font whose table of characters gives some of them the glyphs of others: `{ "1": "9" }` draws a 9 for each 1. */
export function exchangedFont(data: Uint8Array, drawnAs: Readonly<Record<string, string>>): Uint8Array {
  const bytes = Buffer.from(data);
  const font = create(bytes) as Font;
  const groups = font.characterSet.map((code) => {
    const drawn = drawnAs[String.fromCodePoint(code)]?.codePointAt(0) ?? code;
    return [code, code, font.glyphForCodePoint(drawn).id];
  });
  const head = Buffer.alloc(28);
  head.writeUInt16BE(1, 2);
  head.writeUInt16BE(3, 4);
  head.writeUInt16BE(10, 6);
  head.writeUInt32BE(12, 8);
  head.writeUInt16BE(12, 12);
  head.writeUInt32BE(16 + 12 * groups.length, 16);
  head.writeUInt32BE(groups.length, 24);
  const table = Buffer.concat([head, ...groups.map((group) => Buffer.from(Uint32Array.from(group).buffer).swap32())]);
  for (let record = 12; record < 12 + 16 * bytes.readUInt16BE(4); record += 16) {
    if (bytes.toString("latin1", record, record + 4) !== "cmap") continue;
    bytes.writeUInt32BE(bytes.length, record + 8);
    bytes.writeUInt32BE(table.length, record + 12);
  }
  return Buffer.concat([bytes, table]);
}
