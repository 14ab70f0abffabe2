import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bundledFonts, createFontSet, type FontFileSpec } from "../../src/fonts/index.ts";
import { parseFont } from "../../src/fonts/parse-font.ts";
import { trials } from "../support/trials.ts";

const [inter] = await bundledFonts();
const data = Buffer.from((inter as FontFileSpec).data);
const font = parseFont(data);
const glyph = (letter: string) => font.glyphOf(letter.codePointAt(0) as number);

/** The font without some of its tables, and with others. */
function withTables(without: readonly string[], added: Readonly<Record<string, Buffer>>): Buffer {
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < data.readUInt16BE(4); index += 1) {
    const at = 12 + 16 * index;
    const tag = data.toString("latin1", at, at + 4);
    const [offset, length] = [data.readUInt32BE(at + 8), data.readUInt32BE(at + 12)];
    if (!without.includes(tag)) tables.set(tag, data.subarray(offset, offset + length));
  }
  for (const [tag, table] of Object.entries(added)) tables.set(tag, table);
  const header = Buffer.alloc(12 + 16 * tables.size);
  data.copy(header, 0, 0, 4);
  header.writeUInt16BE(tables.size, 4);
  const parts = [header];
  let offset = header.length;
  for (const [index, [tag, table]] of [...tables].toSorted(([a], [b]) => (a < b ? -1 : 1)).entries()) {
    const at = 12 + 16 * index;
    header.write(tag, at, "latin1");
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(table.length, at + 12);
    const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}

interface SubtableSpec {
  readonly pairs: readonly (readonly [string, number])[];
  readonly coverage?: number;
}

/** A table of one subtable for each list of pairs. */
function kernTable(...subtables: readonly SubtableSpec[]) {
  const parts = subtables.map(({ pairs, coverage = 1 }) => {
    const sorted = pairs
      .map(([[left = "", right = ""], value]) => [glyph(left) * 0x10000 + glyph(right), value] as const)
      .toSorted(([a], [b]) => a - b);
    const part = Buffer.alloc(14 + 6 * sorted.length);
    part.writeUInt16BE(part.length, 2);
    part.writeUInt16BE(coverage, 4);
    part.writeUInt16BE(sorted.length, 6);
    for (const [index, [key, value]] of sorted.entries()) {
      part.writeUInt32BE(key, 14 + 6 * index);
      part.writeInt16BE(value, 18 + 6 * index);
    }
    return part;
  });
  const header = Buffer.alloc(4);
  header.writeUInt16BE(parts.length, 2);
  return Buffer.concat([header, ...parts]);
}

const pairs = [
  ["AV", -300],
  ["VA", -200],
  ["To", -150],
  ["zz", 40],
] as const;

async function advances(file: Buffer, text: string, features: readonly string[] = []): Promise<readonly number[]> {
  const set = createFontSet([{ ...(inter as FontFileSpec), data: file }]);
  await set.ready();
  const face = set.match({ families: ["Inter"], weight: 400, style: "normal" });
  return set.shape(face, text, { features }).glyphs.map(({ xAdvance }) => xAdvance);
}

describe("the table kern", () => {
  const old = withTables(["GPOS"], { kern: kernTable({ pairs }) });
  const plain = (text: string) => [...text].map((letter) => font.advanceOf(glyph(letter)));

  it("kerns the text of a font that has no other kerning, and not where a style asks for none", async () => {
    const [a = 0, v = 0] = plain("AV");
    expect(await advances(old, "AVA")).toEqual([a - 300, v - 200, a]);
    expect(await advances(old, "AV", ["-kern"])).toEqual([a, v]);
    expect(await advances(old, "VV")).toEqual([v, v]);
  });

  it("does not count where OpenType's layout kerns", async () => {
    const both = withTables([], { kern: kernTable({ pairs }) });
    expect(await advances(both, "AVA")).toEqual(await advances(data, "AVA"));
  });

  it("adds up its subtables, of those that kern lines of text", () => {
    const [left, right] = [glyph("A"), glyph("V")];
    const kerningOf = (...subtables: readonly SubtableSpec[]) =>
      parseFont(withTables(["GPOS"], { kern: kernTable(...subtables) })).pairKerning?.(left, right);
    expect(kerningOf({ pairs }, { pairs: [["AV", -7]] })).toBe(-307);
    // Least values, lines from top to bottom, and classes of glyphs.
    for (const coverage of [3, 0, 5, 0x0201]) expect(kerningOf({ pairs }, { pairs, coverage })).toBe(-300);
    expect(kerningOf({ pairs, coverage: 0 })).toBeUndefined();
    expect(parseFont(data).pairKerning).toBeUndefined();
  });

  it("stumbles over nothing in a damaged one", () => {
    const whole = kernTable({ pairs }, { pairs });
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.nat(255),
        fc.integer({ min: 1, max: whole.length }),
        (at, value, length) => {
          const damaged = Buffer.from(whole);
          damaged[at] = value;
          const kerning = parseFont(withTables(["GPOS"], { kern: damaged.subarray(0, length) })).pairKerning;
          for (const [text] of pairs)
            expect(Number.isFinite(kerning?.(glyph(text.slice(0, 1)), glyph(text.slice(1))) ?? 0)).toBe(true);
        },
      ),
      { numRuns: trials(200, 60) },
    );
  });
});
