import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { create, type Font as FontkitFont, type Glyph } from "fontkit";
import { describe, expect, it } from "vitest";
import { parseFont } from "../../src/fonts/parse-font.ts";
import { trials } from "../support/trials.ts";

const folderOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const facesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ttf") && /regular/i.test(file))
    .map((file) => join(folder, file));
/** The letters of English and Welsh of Inter, with outlines of PostScript: made by fontTools, under Inter's licence. */
const compact = folderOf("test/fonts/compact-regular.otf");
const files = [
  ...facesIn(folderOf("templates/fonts")),
  ...facesIn(folderOf("node_modules/@expo-google-fonts")),
  compact,
];
const lastCode = 0x1ffff;

/** Undefined where it stumbles: over a glyph without an outline at the end of all. */
function advanceOf(glyph: Glyph): number | undefined {
  try {
    return glyph.advanceWidth;
  } catch {
    return undefined;
  }
}

const read = (file: string) => {
  const data = readFileSync(file);
  return { font: parseFont(data), other: create(data) as FontkitFont };
};

describe.each(files.map((file) => [file.slice(file.lastIndexOf("/") + 1), file]))(
  "%s is read as fontkit reads it",
  (_, file) => {
    const { font, other } = read(file);

    it("by its measures and names", () => {
      const { bbox } = other;
      expect({ ...font, features: [...font.features].sort() }).toMatchObject({
        unitsPerEm: other.unitsPerEm,
        ascent: other.ascent,
        descent: other.descent,
        lineGap: other.lineGap,
        italicAngle: other.italicAngle,
        capHeight: other.capHeight,
        xHeight: other.xHeight,
        numGlyphs: other.numGlyphs,
        bbox: { minX: bbox.minX, minY: bbox.minY, maxX: bbox.maxX, maxY: bbox.maxY },
        postscriptName: other.postscriptName,
        fullName: other.fullName,
        familyName: other.familyName,
        features: [...new Set(other.availableFeatures)].sort(),
      });
    });

    it("by its characters, and how wide they are", () => {
      const known = new Set(other.characterSet);
      for (let code = 0; code <= lastCode; code += 1) {
        const glyph = font.glyphOf(code);
        if (!known.has(code)) {
          if (glyph !== 0) expect.fail(`${code.toString(16)} is no character of it`);
          continue;
        }
        const drawn = other.glyphForCodePoint(code);
        if (glyph !== drawn.id) expect.fail(`${code.toString(16)} is glyph ${drawn.id}`);
        expect(font.advanceOf(glyph)).toBe(advanceOf(drawn) ?? font.advanceOf(glyph));
      }
    });

    it("by the bytes of its parts", async () => {
      await font.ready();
      const glyph = fc.nat(other.numGlyphs - 1).filter((each) => advanceOf(other.getGlyph(each)) !== undefined);
      fc.assert(
        fc.property(fc.array(glyph, { maxLength: 60 }), fc.boolean(), (glyphs, isTwice) => {
          const [part, otherPart] = [font.createSubset(), other.createSubset()];
          for (const glyph of glyphs)
            expect(part.includeGlyph(glyph)).toBe(otherPart.includeGlyph(other.getGlyph(glyph)));
          // A glyph that stands for two texts is there twice.
          if (isTwice)
            for (const each of [part.glyphs, (otherPart as typeof otherPart & { glyphs: number[] }).glyphs])
              each.push(...glyphs.slice(0, 2));
          expect(Buffer.compare(part.encode(), otherPart.encode())).toBe(0);
        }),
        { numRuns: trials(60, 10) },
      );
    });
  },
);
