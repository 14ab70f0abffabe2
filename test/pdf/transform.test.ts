import { describe, expect, it } from "vitest";
import { readPages } from "../support/open-pdf.ts";
import { readPdf } from "./read-pdf.ts";
import { renderSmall } from "./small-page.ts";

const matrixOf = async (html: string, css = "") => (await renderSmall(html, css)).pages[0]?.[0]?.matrix;

describe("a transformed box", () => {
  it("is moved by lengths and by parts of its own size, and nothing else moves", async () => {
    const { pages } = await renderSmall(
      `<p style="width: 80pt; transform: translate(50%, 20pt)">A</p><p>B</p><p style="translate: 10pt 100%">C</p><p>D</p>`,
    );
    expect(pages[0]?.map(({ text, matrix }) => ({ text, matrix }))).toEqual([
      { text: "B", matrix: [10, 0, 0, 10, 10, 171] },
      { text: "D", matrix: [10, 0, 0, 10, 10, 151] },
      { text: "A", matrix: [10, 0, 0, 10, 50, 161] },
      { text: "C", matrix: [10, 0, 0, 10, 20, 151] },
    ]);
  });

  it("is turned and stretched around its middle, or its origin", async () => {
    const square = "width: 20pt; height: 10pt";
    expect(await matrixOf(`<p style="${square}; transform: rotate(90deg)">A</p>`)).toEqual([0, -10, 10, 0, 16, 195]);
    expect(await matrixOf(`<p style="${square}; scale: 2; transform-origin: 0 0">A</p>`)).toEqual([
      20, 0, 0, 20, 10, 173,
    ]);
    expect(await matrixOf(`<p style="${square}; rotate: 0.5turn; transform-origin: bottom right">A</p>`)).toEqual([
      -10, 0, 0, -10, 50, 179,
    ]);
    expect(await matrixOf(`<p style="${square}; transform: matrix(1, 0, 0, 1, 8, 0) translateZ(9px)">A</p>`)).toEqual([
      10, 0, 0, 10, 16, 181,
    ]);
  });

  it("takes its links, its figures and its bookmarks along", async () => {
    const { bytes } = await renderSmall(
      `<div style="transform: translate(40pt, 50pt) scale(2); transform-origin: 0 0">
        <p><a href="https://example.org/">A</a><svg width="20" height="20" role="img" aria-label="B"><rect width="9" height="9"/></svg></p>
        <h1 id="c" style="margin: 0">C</h1></div>`,
    );
    const [[[left = 0, bottom = 0, right = 0, top = 0] = []] = []] = await readPages(bytes, async (page) =>
      ((await page.getAnnotations()) as { rect: readonly number[] }[]).map(({ rect }) => rect.map(Math.round)),
    );
    expect([left, right - left > 8, top - bottom]).toEqual([50, true, 24]);
    expect(top).toBeLessThan(140);
    const text = Buffer.from(bytes).toString("latin1");
    expect(text).toMatch(/\/BBox \[6\d\.\d+ \d+\.?\d* 9\d\.\d+ 1\d\d\.?\d*\]/);
    expect((await readPdf(bytes)).outline).toEqual([{ title: "C", items: [] }]);
  });

  it("holds fixed boxes and absolute ones that nothing nearer does", async () => {
    const { pages } = await renderSmall(
      `<div style="transform: translate(0); height: 50pt"><p style="position: fixed; right: 0; bottom: 0; width: 20pt">A</p></div>
       <div style="rotate: 0deg; height: 50pt"><p style="position: absolute; left: 30pt; top: 20pt">B</p></div>`,
    );
    expect(pages[0]?.map(({ matrix }) => matrix.slice(4))).toEqual([
      [170, 141],
      [40, 111],
    ]);
  });

  it("is read where it stands, whatever it is painted over", async () => {
    const { bytes } = await renderSmall(
      `<p style="transform: rotate(5deg)">one</p><p>two</p><ul style="width: 40pt"><li style="scale: 2">three</ul>`,
    );
    const [page] = (await readPdf(bytes)).pages;
    expect(page?.untagged).toEqual([]);
    expect(page?.tree.match(/one|two|three/g)).toEqual(["one", "two", "three"]);
  });

  it("is read and not seen where nothing of it is left", async () => {
    const { bytes } = await renderSmall(`<p>seen</p><p style="transform: scale(0)">unseen</p>`);
    expect((await readPdf(bytes)).pages[0]?.tree).toContain("unseen");
    expect(Buffer.from(bytes).includes("NaN")).toBe(false);
  });

  it("saves no state in another, however deep boxes are turned in boxes", async () => {
    const depth = 60;
    const { bytes } = await renderSmall(
      `${`<div style="transform: rotate(6deg)">`.repeat(depth)}A${"</div>".repeat(depth)}`,
    );
    const deepest = await readPages(bytes, async (page) => {
      const { fnArray } = await page.getOperatorList();
      let [most, now] = [0, 0];
      for (const name of fnArray) {
        // pdf.js: save, restore.
        if (name === 10) now += 1;
        if (name === 11) now -= 1;
        most = Math.max(most, now);
      }
      return most;
    });
    expect(deepest[0]).toBeLessThan(5);
    expect(
      (await renderSmall(`<div style="rotate: 6deg; width: 9pt"><div style="rotate: 6deg">A</div></div>`)).pages[0]?.[0]
        ?.matrix[1],
    ).toBe(-2);
  });

  it("is warned of where its words leave the page, and not where they stay", async () => {
    const codes = async (style: string) =>
      (await renderSmall(`<p style="width: 50pt; ${style}">Word</p>`)).diagnostics.map(({ code }) => code);
    expect(await codes("transform: translateX(-60pt)")).toEqual(["content-off-page"]);
    expect(await codes("transform: rotate(90deg) translateX(-30pt)")).toEqual(["content-off-page"]);
    expect(await codes("transform: translateX(20pt) rotate(20deg)")).toEqual([]);
    expect(await codes("margin-left: -40pt; transform: translateX(40pt)")).toEqual([]);
  });

  it("says what it cannot do", async () => {
    const { diagnostics } = await renderSmall(
      `<p style="transform: rotateX(20deg)">A</p><p style="rotate: x 20deg">B</p>`,
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(["unsupported-css-value", "unsupported-css-value"]);
  });
});

describe("in an SVG", () => {
  const rectangle = async (style: string) => {
    const { bytes } = await renderSmall(
      `<svg width="100" height="100" aria-hidden="true"><rect width="10" height="10" fill="#f00" style="${style}"/></svg>`,
    );
    return Buffer.from(bytes).toString("latin1");
  };

  it("transformations begin at the corner, or where they say, and percentages are of the viewport", async () => {
    const plain = await rectangle("transform: translate(50px, 0) scale(2)");
    expect(await rectangle("transform: translate(50%, 0) scale(2)")).toBe(plain);
    expect(await rectangle("translate: 50px; scale: 2")).toBe(plain);
    expect(await rectangle("transform: scale(2); transform-origin: -50px 0")).toBe(plain);
  });
});
