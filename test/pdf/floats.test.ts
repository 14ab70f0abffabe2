import { describe, expect, it } from "vitest";
import { createPdfFormatter } from "../../src/pdf/index.ts";
import { date, fonts } from "./fonts.ts";
import { houseStyle } from "./house-style.ts";
import { layOut, linesOf } from "./lay-out.ts";
import { readPdf } from "./read-pdf.ts";

const css = `html { line-height: 20pt; font-size: 10pt } p { margin: 0 }
  .left { float: left; width: 100pt; height: 50pt } .right { float: right; width: 100pt; height: 50pt }`;
const words = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`).join(" ");
const lay = (html: string, more = "") => linesOf(layOut(html, { css: css + more }).laidOut.fragment);

describe("lines", () => {
  it("are shorter beside floats, and as wide as the page below them", () => {
    const [float, ...lines] = lay(`<div class="left">F</div><p>${words(80)}</p>`);
    expect([float?.x, float?.y]).toEqual([0, 0]);
    expect(lines.map(({ x, line }) => [x, line.width]).slice(0, 4)).toEqual([
      [100, 300],
      [100, 300],
      [100, 300],
      [0, 400],
    ]);
  });

  it("begin below floats that leave them no room", () => {
    const lines = lay(`<div class="left">F</div><div class="right">F</div><p>${"m".repeat(40)}</p>`);
    expect(lines.at(-1)).toMatchObject({ x: 0, y: 50 });
  });
});

describe("a float", () => {
  it("stands beside its line if it fits there with what comes before it, and else below", () => {
    const fits = lay(`<p>Some <span class="left">F</span> words</p>`);
    expect(fits.find(({ text }) => text === "F")).toMatchObject({ x: 0, y: 0 });
    expect(fits.find(({ text }) => text.startsWith("Some"))?.x).toBe(100);
    const waits = lay(`<p><b>${"m".repeat(36)}</b> <span class="left">F</span> words</p>`);
    expect(waits.find(({ text }) => text === "F")).toMatchObject({ x: 0, y: 20 });
  });

  it("goes below others where there is no room beside them", () => {
    const floats = lay(`<div class="left">A</div>`.repeat(5));
    expect(floats.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [100, 0],
      [200, 0],
      [300, 0],
      [0, 50],
    ]);
  });

  it("is as wide as its words", () => {
    const [float] = lay(`<div style="float: right">Words</div>`);
    expect((float?.x ?? 0) + (float?.line.width ?? 0)).toBeCloseTo(400);
    expect(float?.line.width).toBeLessThan(60);
  });

  it("gives its block no height, unless that is a formatting root", () => {
    const below = (style: string) => lay(`<div style="${style}"><div class="left">F</div></div><p>After</p>`).at(-1);
    expect(below("")).toMatchObject({ x: 100, y: 0 });
    for (const overflow of ["overflow", "overflow-x", "overflow-y"])
      expect(below(`${overflow}: hidden`)).toMatchObject({ x: 0, y: 50 });
  });
});

describe("clear", () => {
  it("goes below the floats of its sides", () => {
    const [, , left, both] = lay(
      `<div class="left">F</div><div class="right" style="height: 90pt">F</div><p class="a">A</p><p class="b">B</p>`,
      ".a { clear: left } .b { clear: both }",
    );
    expect([left?.y, both?.y]).toEqual([50, 90]);
  });
});

describe("over pages", () => {
  const formatter = createPdfFormatter({
    fonts,
    stylesheets: [
      { text: `@page { size: 400pt 240pt; margin: 20pt } ${css} .tall { height: 120pt; width: 100pt; float: left }` },
    ],
  });
  const pagesOf = async (html: string) => {
    const { bytes } = await formatter.render(html, { title: "T", lang: "en-GB", date });
    return (await readPdf(bytes)).pages.map(({ tree }) => tree);
  };

  it("a float that finds no room stands on the next page, and the text before it goes on without a hole", async () => {
    const [first, second] = await pagesOf(`<p>${words(110)}</p><div class="tall">Float</div><p>${words(150)} end</p>`);
    expect(first).not.toContain("Float");
    expect(second).toContain("Float");
    // The second paragraph begins on the first page, above the float that it stands beside.
    expect(first?.match(/w0 /g)).toHaveLength(2);
  });

  it("a forced break ends the floats before it", async () => {
    const pages = await pagesOf(`<div class="tall">Float</div><p>A</p><p style="break-before: page">B</p>`);
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain("Float");
  });
});

describe("floats that the end of a page would cut askew", () => {
  it("stand in the flow, with a warning, and no word is lost", async () => {
    let count = 0;
    const next = (length: number) => Array.from({ length }, () => `w${++count}`).join(" ");
    const html = `<div class="l"><p>${next(15)}</p><p>${next(1)}</p><div class="l kept"><p>${next(21)}</p></div>
      <p>${next(6)}</p><p>${next(1)}</p><div class="row"><p>${next(37)}</p><div>${next(2)}</div></div></div><p>${next(1)}</p>`;
    const sheet = `@page { size: 105mm 148mm; margin: 12mm } p { margin: 0 0 6pt } .l { float: left; margin: 0 6pt 4pt 0 }
      .kept { width: 40%; break-inside: avoid } .row { display: flex; gap: 8pt; break-inside: avoid } .row > * { flex: 1 }`;
    const formatter = createPdfFormatter({ fonts, stylesheets: [{ text: houseStyle }, { text: sheet }] });
    const { bytes, diagnostics } = await formatter.render(html, { title: "T", lang: "en", date });
    const { pages } = await readPdf(bytes);
    const found = pages.flatMap(({ tree }) => tree.match(/\bw\d+/g) ?? []);
    expect(found).toEqual(Array.from({ length: count }, (_, index) => `w${index + 1}`));
    expect(diagnostics.map(({ code }) => code)).toEqual(["floats-in-flow"]);
  });
});
