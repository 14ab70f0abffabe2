import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/index.ts";
import { type RenderPdfOptions, renderPdf } from "../../src/pdf/index.ts";
import { errorsIn } from "../support/diagnostics-of.ts";
import { OPS, readPages } from "../support/open-pdf.ts";
import { date, fonts } from "./fonts.ts";
import { readPdf } from "./read-pdf.ts";

type Outcome = { readonly bytes?: Uint8Array; readonly diagnostics: readonly Diagnostic[] };

async function render(html: string, options: Partial<RenderPdfOptions> = {}): Promise<Outcome> {
  try {
    return await renderPdf(html, { title: "T", lang: "en", date, fonts, file: "page.html", ...options });
  } catch (error) {
    return { diagnostics: errorsIn(error) };
  }
}

/** How many shapes a reader would see. */
async function rectanglesIn({ bytes, diagnostics }: Outcome): Promise<number> {
  expect(diagnostics).toEqual([]);
  const pages = await readPages(bytes as Uint8Array, async (page) => (await page.getOperatorList()).fnArray);
  return pages.flat().filter((operator) => operator === OPS.constructPath).length;
}

const file = (text: string) =>
  render(`<p>text</p>\n<img alt="x" src="logo.svg">`, { images: () => ({ kind: "svg", text }) });
const svg = (content: string, attributes = 'width="100" height="100"') =>
  file(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`);
const inline = (content: string) => render(`<svg role="img" aria-label="x" viewBox="0 0 100 100">${content}</svg>`);
const codes = ({ diagnostics }: Outcome) => diagnostics.map(({ code }) => code);

describe("an SVG file that is none", () => {
  it.each([
    ["an element that is never closed", "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>", 1],
    ["an attribute without quotes", "<svg xmlns='http://www.w3.org/2000/svg'>\n<rect width=10/></svg>", 2],
    ["nothing", "", 1],
    ["HTML", "<html><svg/></html>", 1],
    ["an entity of nowhere", "<svg xmlns='http://www.w3.org/2000/svg'>\n\n<text>&secret;</text></svg>", 3],
    ["two roots", "<svg xmlns='http://www.w3.org/2000/svg'/><svg/>", 1],
  ])("is an error with its name and place: %s", async (_, text, line) => {
    const { bytes, diagnostics } = await file(text);
    expect(bytes).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: "svg-syntax", severity: "error", source: { file: "logo.svg", line } }]);
    expect(diagnostics[0]?.message).toContain("logo.svg");
  });

  it("names the place in the HTML where the file is in it", async () => {
    const { diagnostics } = await render(`\n\n<img alt="x" src="data:image/svg+xml,%3Csvg%3E">`);
    expect(diagnostics).toMatchObject([{ code: "svg-syntax", source: { file: "page.html", line: 3 } }]);
  });

  it("does not grow by its entities, nor reads other files", async () => {
    const lols = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("");
    const bomb = `<!DOCTYPE svg [<!ENTITY l0 "lol">${lols}]><svg xmlns="http://www.w3.org/2000/svg"><text>&l9;</text></svg>`;
    expect(codes(await file(bomb))).toEqual(["svg-syntax"]);
    const outside = `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>`;
    expect(codes(await file(outside))).toEqual(["svg-syntax"]);
  });
});

describe("an SVG that goes on without end", () => {
  it("nests groups ten thousand deep", async () => {
    const groups = `${"<g>".repeat(10_000)}<rect width="9" height="9"/>${"</g>".repeat(10_000)}`;
    expect(codes(await svg(groups))).toEqual(["svg-syntax"]);
    expect(codes(await inline(groups))).toContain("html-too-deep");
  });

  it("refers to itself in ever more copies", async () => {
    const levels = Array.from(
      { length: 30 },
      (_, n) => `<g id="a${n + 1}"><use href="#a${n}"/><use href="#a${n}"/></g>`,
    ).join("");
    const bomb = `<defs><rect id="a0" width="1" height="1"/>${levels}</defs><use href="#a30"/>`;
    expect(codes(await svg(bomb))).toContain("svg-too-large");
  });

  it.each([
    ["use", '<g id="a"><use href="#a"/></g>'],
    ["two uses", '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'],
    [
      "pattern",
      '<pattern id="a" width="1" height="1"><rect width="9" height="9" fill="url(#a)"/></pattern><rect width="9" height="9" fill="url(#a)"/>',
    ],
    [
      "mask",
      '<mask id="a"><rect width="9" height="9" mask="url(#a)"/></mask><rect width="9" height="9" mask="url(#a)"/>',
    ],
    [
      "clip path",
      '<clipPath id="a" clip-path="url(#a)"><rect width="9" height="9"/></clipPath><rect width="9" height="9" clip-path="url(#a)"/>',
    ],
    [
      "marker",
      '<marker id="a"><path d="M0 0L1 1" marker-end="url(#a)"/></marker><path d="M0 0L1 1" marker-end="url(#a)"/>',
    ],
    [
      "gradient",
      '<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/><rect width="9" height="9" fill="url(#a)"/>',
    ],
  ])("refers to itself: %s", async (_, content) => {
    const { bytes, diagnostics } = await svg(content);
    expect((await readPdf(bytes as Uint8Array)).pages).toHaveLength(1);
    expect(diagnostics.every(({ severity, code }) => severity === "warning" && code === "svg-reference")).toBe(true);
  });

  it("shows itself", async () => {
    const self =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="logo.svg" width="5" height="5"/></svg>';
    expect(codes(await file(self))).toContain("svg-too-deep");
  });

  it("has a path of a megabyte", async () => {
    const path = `<path d="M0 0${"l1 2-1-2c1 2 3 4 5 6".repeat(50_000)}"/>`;
    expect(path.length).toBeGreaterThan(1_000_000);
    const { bytes, diagnostics } = await svg(path);
    expect(diagnostics).toEqual([]);
    expect((await readPdf(bytes as Uint8Array)).pages).toHaveLength(1);
  });
});

describe("an SVG of numbers that make no sense", () => {
  it.each([
    ["not a number", '<rect x="NaN" width="9" height="9"/><circle r="Infinity"/><path d="M0 0L NaN 5"/>'],
    [
      "beyond all bounds",
      '<rect width="1e300" height="1e999"/><path d="M0 0L1e308 1e308-1e308 5z"/><g transform="scale(1e300)"><g transform="scale(1e300) translate(1e9)"><rect width="9" height="9" stroke="red" fill="url(#g)"/></g></g><linearGradient id="g"><stop/><stop offset="1" stop-color="red"/></linearGradient>',
    ],
    [
      "flat",
      '<g transform="scale(0)"><rect width="9" height="9" stroke="red"/><text y="9">flat</text></g><rect width="9" height="9" transform="matrix(1 1 1 1 0 0)" stroke="red"/>',
    ],
    [
      "an empty view box",
      '<svg viewBox="0 0 0 0"><rect width="9" height="9"/></svg><svg viewBox="0 0 -5 5"><rect width="9" height="9"/></svg>',
    ],
    ["bad lists", '<polygon points="1,2 3"/><text x="1 two" y="9">t</text><line stroke-dasharray="1 x" x2="9"/>'],
  ])("%s", async (_, content) => {
    const { bytes, diagnostics } = await svg(content);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const pdf = Buffer.from(bytes ?? []).toString("latin1");
    expect(pdf).not.toMatch(/NaN|Infinity|\de\+/);
    expect((await readPdf(bytes as Uint8Array)).pages).toHaveLength(1);
  });

  it("shows nothing of a picture without a size", async () => {
    for (const size of ['width="0" height="5"', 'viewBox="0 0 0 0" width="10" height="10"', 'width="-5" height="5"'])
      expect(await rectanglesIn(await svg('<rect width="9" height="9"/>', size))).toBe(0);
    expect(await rectanglesIn(await svg('<rect width="9" height="9"/>', 'width="9" height="9"'))).toBeGreaterThan(0);
  });
});

describe("an SVG that reaches out", () => {
  it("is given nothing from outside", async () => {
    const { diagnostics, bytes } = await inline(`
      <script>alert(1)</script><rect width="9" height="9" onclick="alert(1)" fill="url(http://127.0.0.1:9/x#a)"/>
      <use href="file:///etc/passwd#a"/><a href="javascript:alert(1)"><rect width="9" height="9"/></a>
      <foreignObject><iframe src="http://127.0.0.1:9/"></iframe></foreignObject>
      <style>@import url(http://127.0.0.1:9/a.css); rect { clip-path: url("javascript:alert(1)") }</style>
      <rect width="9" height="9" filter="url(#f)"/><animate attributeName="x"/>`);
    const pdf = Buffer.from(bytes ?? []).toString("latin1");
    expect(pdf).not.toMatch(/127\.0\.0\.1|javascript|passwd|alert/i);
    expect((await readPdf(bytes as Uint8Array)).pages).toMatchObject([{ links: [], untagged: [] }]);
    expect(diagnostics.every(({ severity, source }) => severity === "warning" && source?.line !== undefined)).toBe(
      true,
    );
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(
      new Set(["svg-element", "svg-reference", "unknown-stylesheet", "unsupported-css-property"]),
    );
  });

  it("has pictures only from the resolver", async () => {
    for (const href of ["http://127.0.0.1:9/x.png", "file:///etc/passwd", "javascript:alert(1)"]) {
      expect(codes(await inline(`<image href="${href}" width="9" height="9"/>`))).toEqual(["unknown-image"]);
    }
  });
});
