import { describe, expect, test } from "vitest";
import { type PdfCanvas, type PdfDrawing, renderPdf } from "../../src/pdf/index.ts";
import { readPages, textItems } from "../support/open-pdf.ts";
import { fonts } from "./fonts.ts";

/** A drawing of 400 × 100 px that says its width, and is as many times higher as it is narrower. */
function drawing(widthPx: number, { asked = [], times = 1 }: { asked?: number[]; times?: number } = {}): PdfDrawing {
  return {
    kind: "drawing",
    widthPx,
    heightPx: (40_000 / widthPx) * (widthPx < 400 ? times : 1),
    draw(context) {
      const canvas = context as PdfCanvas;
      canvas.font = "20px Inter";
      canvas.fillText(`drawn at ${widthPx}`, 0, 20);
    },
    ...(widthPx === 400 && {
      async forWidth(width: number) {
        asked.push(width);
        return drawing(width, { times });
      },
    }),
  };
}

async function print(html: string, { css = "", times = 1 } = {}) {
  const asked: number[] = [];
  const made = drawing(400, { asked, times });
  const { bytes } = await renderPdf(html, {
    title: "Drawings",
    lang: "en-GB",
    date: new Date(0),
    fonts,
    css: `@page { size: 600px 800px; margin: 50px } body { margin: 0 } ${css}`,
    images: (src) => (src === "own" ? made : undefined),
  });
  const texts = (await readPages(bytes, textItems)).flat().filter(({ str }) => str.trim() !== "");
  return {
    asked,
    drawn: texts.map(({ str, transform }) => ({ str, size: Math.round(Number(transform[3]) / 0.75) })),
  };
}
const image = '<img src="own" alt="A drawing">';

describe("a drawing that is made for less width", () => {
  test("is asked for where it may be no higher than it is, and is smaller where the one made would be", async () => {
    const css = "div { width: 300px } img { max-height: 120px }";
    const { asked, drawn } = await print(`<div>${image}</div>`, { css });
    expect(asked).toEqual([300]);
    expect(drawn).toEqual([{ str: "drawn at 300", size: 18 }]);
  });

  test("is asked for where it has less, once for each width, and drawn in its own size", async () => {
    const { asked, drawn } = await print(`<div>${image}</div><div>${image}</div><p>${image}</p>`, {
      css: "div { width: 300px }",
    });
    expect(asked).toEqual([300]);
    expect(drawn).toEqual([
      { str: "drawn at 300", size: 20 },
      { str: "drawn at 300", size: 20 },
      { str: "drawn at 400", size: 20 },
    ]);
  });

  test("does not change the widths around it: a cell is as wide as for the one that is there first", async () => {
    const cells = `<td>${image}</td><td>${"words ".repeat(60)}</td>`;
    const { asked, drawn } = await print(`<table><tr>${cells}</tr></table>`);
    expect(asked).toHaveLength(1);
    expect(drawn[0]).toEqual({ str: `drawn at ${asked[0]}`, size: 20 });
  });

  test("is left where a page has so little height that it would be smaller than the other", async () => {
    const { asked, drawn } = await print(`<div>${image}</div>`, { css: "div { width: 300px }", times: 20 });
    expect(asked).toEqual([300]);
    expect(drawn).toEqual([{ str: "drawn at 400", size: 15 }]);
  });

  test.each(["height: 50px", "max-height: 50px", "object-fit: contain", "aspect-ratio: 2"])(
    "is not asked for where its height is not what its width makes it: %s",
    async (declaration) => {
      const { asked } = await print(`<div>${image}</div>`, { css: `div { width: 300px } img { ${declaration} }` });
      expect(asked).toEqual([]);
    },
  );

  test("is found again in a document that prints its page numbers, and is laid out again for them", async () => {
    const css = "div { width: 300px } a::after { content: target-counter(attr(href), page) }";
    const { asked, drawn } = await print(`<a href="#end">End</a><div>${image}</div><p id="end">Here.</p>`, { css });
    expect(asked).toEqual([300]);
    expect(drawn.map(({ str }) => str)).toContain("drawn at 300");
  });
});
