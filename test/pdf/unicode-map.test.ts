import fc from "fast-check";
import PDFDocument, { type EmbeddedFont, type PdfkitFont } from "pdfkit";
import { expect, it } from "vitest";
import { writeUnicodeMap } from "../../src/pdf/canvas/unicode-map.ts";
import { OperandWriter } from "../../src/pdf/objects/operand-writer.ts";

const font: PdfkitFont = {
  unitsPerEm: 1000,
  ascent: 800,
  descent: -200,
  lineGap: 0,
  capHeight: 700,
  xHeight: 500,
  bbox: { minX: 0, minY: 0, maxX: 0, maxY: 0 },
  italicAngle: 0,
  postscriptName: "Some",
  "OS/2": { sFamilyClass: 0 },
  post: { isFixedPitch: false },
  head: { macStyle: { italic: false } },
  getGlyph: () => ({ advanceWidth: 0 }),
  createSubset: () => ({ glyphs: [0], includeGlyph: () => 0, encode: () => new Uint8Array() }),
  layout() {
    throw new Error("Nothing is set.");
  },
};

/** What pdfkit writes of codes that stand for this. */
function ofPdfkit(unicode: EmbeddedFont["unicode"]): string {
  const document = new PDFDocument({
    pdfVersion: "1.7",
    subset: "PDF/A-3a",
    tagged: true,
    lang: "en",
    displayTitle: true,
    autoFirstPage: false,
    font: "",
    info: {},
  });
  document.registerFont("Some", font).font("Some");
  let text = "";
  const map = {
    end(chunk: string) {
      text = `${chunk}\n`;
    },
  };
  document._font.toUnicodeCmap.call({ document: { ref: () => map }, unicode } as unknown as EmbeddedFont);
  return text;
}

const meaning = fc.array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0x10000, max: 0x10ffff })), {
  maxLength: 3,
});

it("writes what glyphs stand for as pdfkit does, however many there are and beyond 16 bits", () => {
  fc.assert(
    fc.property(fc.array(meaning, { minLength: 1, maxLength: 600, size: "max" }), (unicode) => {
      const operands = new OperandWriter();
      writeUnicodeMap(unicode, operands);
      expect(operands.toString()).toBe(ofPdfkit(unicode));
    }),
    { numRuns: 20 },
  );
});
