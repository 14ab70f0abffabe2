import { describe, expect, it } from "vitest";
import { renderPdf } from "../../src/pdf/index.ts";
import { readPages, textItems } from "../support/open-pdf.ts";
import { date, fonts } from "./fonts.ts";

const reset = "@page { size: 400pt 200pt; margin: 10pt } body, div, pre { margin: 0; font: 20px/1 Cousine }";

/** The lines of a page, the words of each as they stand: text and left edge, pt. */
async function linesOf(html: string, css = ""): Promise<readonly (readonly [string, number])[]> {
  const { bytes } = await renderPdf(html, { title: "T", lang: "en", date, fonts, css: reset + css });
  const [items = []] = await readPages(bytes, async (page) => await textItems(page));
  return items
    .filter(({ str }) => str.trim() !== "")
    .map(({ str, transform }) => [str.trim(), Math.round((transform[4] as number) - 10)]);
}

/** 0.6 em: the width of every letter of the font, pt. */
const ch = 9;

describe("ch", () => {
  it("is as wide as the zero of the element's own font", async () => {
    const html = `<div style="width: 10ch; text-align: right">a</div><div style="margin-left: 4ch">b</div>`;
    expect(await linesOf(html)).toEqual([
      ["a", 9 * ch],
      ["b", 4 * ch],
    ]);
    const [[, left = 0] = []] = await linesOf(`<div style="font-family: Inter; margin-left: 10ch">a</div>`);
    expect(left).toBeGreaterThan(85);
  });

  it("is of the parent's font where it is the size of a font", async () => {
    const [[, left = 0] = []] = await linesOf(
      `<div style="font-size: 5ch; font-family: Inter; margin-left: 1em">a</div>`,
    );
    expect(left).toBe(5 * ch);
  });
});

describe("white-space: break-spaces", () => {
  const css = "div { white-space: break-spaces; width: 8ch }";

  it("keeps all spaces, and may end a line after each", async () => {
    expect(await linesOf("<div>abc      def</div>", css)).toEqual([
      ["abc", 0],
      ["def", ch],
    ]);
    expect(await linesOf("<div>ab  cd  ef</div>", css)).toEqual([
      ["ab", 0],
      ["cd", 4 * ch],
      ["ef", 0],
    ]);
  });

  it("does not part a word from the space after it, unless words may be broken", async () => {
    expect(await linesOf("<div>abcdefgh ijk</div>", css)).toEqual([
      ["abcdefgh", 0],
      ["ijk", 0],
    ]);
    expect(await linesOf("<div>abcdefgh ijk</div>", `${css} div { overflow-wrap: anywhere }`)).toEqual([
      ["abcdefgh", 0],
      ["ijk", ch],
    ]);
  });
});

it("tab stops are counted from the start of the line, over elements", async () => {
  expect(await linesOf("<pre><b>abc</b>&#9;d\nabc&#9;d</pre>")).toEqual(
    expect.arrayContaining([
      ["d", 8 * ch],
      ["d", 8 * ch],
    ]),
  );
});

describe("a field of a form", () => {
  // The mean of the font's letters, or that to the next px, and room for its widest once: as Chromium prints them.
  it.each([
    ["<input size=4>", 3 * 9 + 44 + 8],
    ["<input size=4 style='font: 20px Inter'>", 3 * 13 + 66 + 8],
    ["<input size=4 style='font: 16px Tinos'>", 3 * 9 + 53 + 8],
    ["<input type=search>", 19 * 9 + 44 + 8],
    ["<textarea cols=40></textarea>", 40 * 8 + 15 + 6],
  ])("is as wide as so many letters of its font: %s", async (control, px) => {
    expect(await linesOf(`<div>${control}x</div>`)).toEqual([["x", Math.round(0.75 * px)]]);
  });
});
