import bidiFactory from "bidi-js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bundledFonts, createFontSet } from "../../src/fonts/index.ts";
import { initialStyle } from "../../src/pdf/css/properties/index.ts";
import { renderPdf } from "../../src/pdf/index.ts";
import { createBidi, visualOrder } from "../../src/pdf/text/bidi.ts";
import { createWordShaper } from "../../src/pdf/text/word-shaper.ts";
import { readPages, textItems } from "../support/open-pdf.ts";
import { date, notoSans } from "./fonts.ts";
import { readPdf } from "./read-pdf.ts";

/** The bundled fonts have no Hebrew. */
const withHebrew = async () =>
  createFontSet([
    ...(await bundledFonts()),
    { family: "Noto Sans Hebrew", weight: 400, style: "normal", data: notoSans("hebrew") },
  ]);

const bidi = createBidi();

describe("the order of the eye", () => {
  it("is that of UAX 9, whatever the text", () => {
    const algorithm = bidiFactory();
    const characters = fc.constantFrom(
      "a",
      "b",
      "א",
      "ב",
      "ع",
      "1",
      "2",
      " ",
      ".",
      "(",
      ")",
      "\u2067",
      "\u2066",
      "\u2069",
    );
    fc.assert(
      fc.property(
        fc.array(characters, { minLength: 1, maxLength: 30 }),
        fc.constantFrom("ltr", "rtl"),
        (list, direction) => {
          const text = `${list.join("")}x`;
          const levels = bidi.levels(text, direction) ?? new Uint8Array(text.length);
          const embedding = {
            levels,
            paragraphs: [{ start: 0, end: text.length - 1, level: direction === "rtl" ? 1 : 0 }],
          };
          expect(visualOrder([...levels])).toEqual(algorithm.getReorderedIndices(text, embedding));
        },
      ),
    );
  });

  it("is asked for only where something runs from right to left", () => {
    expect(bidi.levels("Ŵyl – 274 (140%)", "ltr")).toBeUndefined();
    expect([...(bidi.levels("a אב", "ltr") ?? [])]).toEqual([0, 0, 1, 1]);
  });
});

describe("Hebrew", () => {
  const textsOf = async (body: string, css = "") => {
    const { bytes, diagnostics } = await renderPdf(body, {
      title: "T",
      lang: "he",
      date,
      fonts: await withHebrew(),
      css: `body { margin: 0 } ${css}`,
    });
    expect(diagnostics).toEqual([]);
    const [items = []] = await readPages(bytes, textItems);
    const places = items.filter(({ str }) => str.trim() !== "");
    return {
      read: await readPdf(bytes),
      placeOf: (text: string) => {
        const found = places.find((item) => item.str.includes(text));
        return { x: (found?.transform[4] as number) ?? Number.NaN, width: found?.width ?? 0 };
      },
    };
  };

  it("runs from right to left, with numbers and Latin words in their own direction", async () => {
    const { read, placeOf } = await textsOf(`<p dir="rtl">משטרה 274 עבירות London סוף</p>`);
    const order = ["משטרה", "274", "עבירות", "London", "סוף"].map((word) => placeOf(word).x);
    expect(order).toEqual(order.toSorted((a, b) => b - a));
    const first = placeOf("משטרה");
    expect(first.x + first.width).toBeCloseTo(595.276 - 56.69, 0);
    // pdf.js leaves out a space at the left end of a piece of text.
    expect(read.pages[0]?.tree.replaceAll(" ", "")).toContain(`P"משטרה274עבירותLondonסוף"`);
    expect(read.pages[0]?.untagged).toEqual([]);
  });

  it("runs so in a picture too, from where its direction says", async () => {
    const { read, placeOf } = await textsOf(
      `<svg role="img" aria-label="x" width="300" height="40"><text x="150" y="20" direction="rtl">שלום London סוף</text></svg>`,
    );
    const order = ["שלום", "London", "סוף"].map((word) => placeOf(word).x);
    expect(order).toEqual(order.toSorted((a, b) => b - a));
    const first = placeOf("שלום");
    expect(first.x + first.width).toBeCloseTo(56.69 + 150 * 0.75, 0);
    expect(read.pages[0]?.tree.replaceAll(" ", "")).toContain(`"שלוםLondonסוף"`);
  });

  it("inside other text stands where it is called, its brackets turned round", async () => {
    const { placeOf } = await textsOf(`<p>one <bdi>שלום</bdi> two`);
    expect(placeOf("one").x).toBeLessThan(placeOf("שלום").x);
    expect(placeOf("שלום").x).toBeLessThan(placeOf("two").x);
    const fonts = await withHebrew();
    await fonts.ready();
    const word = createWordShaper(fonts).fontOf(initialStyle).word("(אב)", true);
    const glyphs = word.runs.flatMap((run) => run.glyphs);
    // The first on the left is the bracket that closes, and looks like one that opens.
    expect(glyphs.flatMap(({ codePoints }) => codePoints)).toEqual(
      [")", "ב", "א", "("].map((character) => character.codePointAt(0)),
    );
    const { font } = fonts.match({ families: [], weight: 400, style: "normal" });
    expect(glyphs[0]?.id).toBe(font.glyphOf(0x28));
    expect(glyphs[3]?.id).toBe(font.glyphOf(0x29));
  });

  it("turns round lists, tables and rows of boxes too", async () => {
    const { placeOf } = await textsOf(
      `<div dir="rtl"><table style="width: 100%"><tr><th>אחת<td>שתיים</table><div style="display: flex"><p>שלוש<p>ארבע</div><ol><li>חמש</ol></div>`,
    );
    expect(placeOf("אחת").x).toBeGreaterThan(placeOf("שתיים").x + 100);
    expect(placeOf("שלוש").x).toBeGreaterThan(placeOf("ארבע").x);
    expect(placeOf("1").x).toBeGreaterThan(placeOf("חמש").x);
  });

  it("finds its direction by itself for dir=auto", async () => {
    const { placeOf } = await textsOf(`<p dir="auto">שלום<p dir="auto">Latin`);
    expect(placeOf("שלום").x).toBeGreaterThan(400);
    expect(placeOf("Latin").x).toBeLessThan(100);
  });
});
