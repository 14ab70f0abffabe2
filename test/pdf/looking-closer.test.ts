import { describe, expect, it } from "vitest";
import { BriefingError } from "../../src/diagnostics/index.ts";
import { createPdfFormatter, type ElementArea, type PdfDocumentOptions } from "../../src/pdf/index.ts";
import { readPages, textItems } from "../support/open-pdf.ts";
import { inPart, someOf } from "../support/trials.ts";
import { caseFonts } from "./cases/case-fonts.ts";
import { makeReports } from "./cases/make-reports.ts";
import { readCases } from "./cases/read-cases.ts";
import { date, fonts } from "./fonts.ts";
import { houseStyle } from "./house-style.ts";

const formatter = createPdfFormatter({ fonts, fontFiles: caseFonts, stylesheets: [{ text: houseStyle }] });
const plain = createPdfFormatter({ fonts, fontFiles: caseFonts, stylesheets: [] });
const render = (html: string, options: Partial<PdfDocumentOptions> = {}) =>
  formatter.render(html, { date, ...options });
const textsOf = (bytes: Uint8Array) =>
  readPages(bytes, async (page) => (await textItems(page)).map(({ str, transform }) => [str, ...transform]));

const documents = [
  ...readCases(),
  ...makeReports().filter(({ name }) => /chapters|methods|tables|landscape/.test(name)),
];
/** Each is drawn several times. */
const sampled = someOf(documents, inPart(40, 12));
const wholes = new Map<string, ReturnType<typeof render>>();
const wholeOf = ({ name, html }: (typeof documents)[number]) => {
  const whole = wholes.get(name) ?? render(html);
  wholes.set(name, whole);
  return whole;
};
const wrap = (body: string, css = "") =>
  `<!doctype html><html lang="en"><title>T</title><style>${css}</style>\n<body>${body}</body></html>`;

const codesOf = async (html: string, options: Partial<PdfDocumentOptions>) => {
  const error = await render(html, options).catch((caught: unknown) => caught);
  return error instanceof BriefingError ? error.diagnostics.map(({ code }) => code) : error;
};

/** Where each text of each page begins, from the top left of the page. */
const placedTexts = (bytes: Uint8Array) =>
  readPages(bytes, async (page) =>
    (await textItems(page)).map(({ transform }) => ({ x: transform[4], y: (page.view[3] ?? 0) - transform[5] })),
  );
const isIn = (area: ElementArea, { x, y }: { readonly x: number; readonly y: number }) =>
  x >= area.x - 0.5 && x <= area.x + area.width + 0.5 && y >= area.y - 0.5 && y <= area.y + area.height + 0.5;

describe("some pages of a document", () => {
  it("have on them what they have in the whole one, whichever are asked for", async () => {
    for (const document of sampled) {
      const { name, html } = document;
      const whole = await wholeOf(document);
      const pages = await textsOf(whole.bytes);
      const asked = pages.length > 6 ? [1, 2, 4, pages.length] : pages.map((_, index) => index + 1);
      for (const number of asked) {
        const { bytes, pageCount } = await render(html, { pages: String(number) });
        expect({ name, pageCount }).toEqual({ name, pageCount: pages.length });
        expect({ name, number, texts: await textsOf(bytes) }).toEqual({ name, number, texts: [pages[number - 1]] });
      }
    }
  });

  it("are numbers and ranges, as for printing", async () => {
    const html = wrap(
      Array.from({ length: 6 }, (_, index) => `<p>page ${index + 1}</p>`).join(""),
      "p + p { break-before: page }",
    );
    const pagesFor = async (pages: string) =>
      (await textsOf((await render(html, { pages })).bytes)).map(([item]) => String(item?.[0]));
    expect(await pagesFor("2-3")).toEqual(["page 2", "page 3"]);
    expect(await pagesFor(" 1, 5 - ")).toEqual(["page 1", "page 5", "page 6"]);
    expect(await pagesFor("4,2,2-4")).toEqual(["page 2", "page 3", "page 4"]);
    expect(await pagesFor("5–90")).toEqual(["page 5", "page 6"]);
  });

  it.each(["", "0", "3-2", "a", "1;2", "-3", "7", "9-"])("are none, which is an error: %j", async (pages) => {
    const html = wrap(`<p>a<p style="break-before: page">b`);
    await expect(codesOf(html, { pages })).resolves.toEqual(["invalid-pages"]);
  });

  it("have no links and bookmarks to pages that are not there, and do not claim what only the whole does", async () => {
    const html = wrap(
      `<h1 id="a">A</h1><p><a href="#b">to b</a> <a href="#c">to c</a> <a href="https://example.org">out</a></p>
      <h1 id="b">B</h1><h1 id="c">C</h1>`,
      "h1 + h1, p + h1 { break-before: page }",
    );
    const { bytes, conformance } = await render(html, { pages: "1,3" });
    expect(conformance).toEqual(["PDF/A-3a"]);
    expect(Buffer.from(bytes).toString("latin1")).not.toContain("pdfuaid:part>1");
    const links = await readPages(bytes, async (page) => await page.getAnnotations());
    expect(links.map((all) => all.map(({ dest, url }) => dest ?? url))).toEqual([["c", "https://example.org/"], []]);
  });
});

describe("the boxes drawn over the pages", () => {
  it("change nothing under them", async () => {
    const numbered = documents.filter(({ name }) => name === "page-first-margin");
    for (const document of [...sampled, ...numbered]) {
      const { name, html } = document;
      const [under, over] = [await wholeOf(document), await render(html, { debug: "layout" })];
      const [before, after] = [await textsOf(under.bytes), await textsOf(over.bytes)];
      expect({ name, pages: after.map((items, page) => items.slice(0, before[page]?.length)) }).toEqual({
        name,
        pages: before,
      });
    }
  });

  it("have the names of their elements", async () => {
    const { bytes } = await render(wrap(`<section id="one" class="part wide"><p>text</section>`), { debug: "layout" });
    const [items = []] = await textsOf(bytes);
    expect(items.map(([text]) => String(text)).filter((text) => text.trim() !== "")).toEqual([
      "text",
      "body",
      "section#one.part.wide",
      "p",
    ]);
  });
});

describe("an element explained", () => {
  it("is where its text is drawn", async () => {
    // Pictures alone, or nothing.
    const empty = ["figure-sizes", "svg-image", "table-empty-cells", "table-foot", "table-headings-between"];
    const others = documents.filter(({ name }) => !empty.includes(name));
    const looked = [
      ...documents.filter(({ name }) => empty.includes(name)),
      ...someOf(others, inPart(others.length, 40)),
    ];
    const misses = new Set<string>();
    let count = 0;
    for (const { name, html } of looked) {
      const { explained, bytes } = await render(`${html}<p>last</p>`, { explain: "p, li, td, h2, figcaption, em" });
      const pages = await placedTexts(bytes);
      for (const { name: element, areas } of explained.filter(({ style }) => style.get("visibility") !== "hidden")) {
        count += areas.length;
        const without = areas.filter(
          (area) => area.height > 8 && !pages[area.page - 1]?.some((text) => isIn(area, text)),
        );
        for (const { page } of without) misses.add(`${name}: ${element} on page ${page}`);
      }
    }
    expect([...misses].toSorted()).toEqual([
      "figure-sizes: p on page 1",
      "svg-image: p.row on page 1",
      "table-empty-cells: td on page 1",
      "table-foot: td on page 1",
      "table-headings-between: td on page 1",
    ]);
    expect(count).toBeGreaterThan(4 * looked.length);
  });

  it("has its computed style as CSS", async () => {
    const css = `div { margin: 1px 2px; padding: 4px; width: calc(50% - 8px); display: grid; gap: 1em; color: rgb(255 0 0 / 50%);
      grid-template-columns: [a] minmax(10px, 1fr) repeat(auto-fill, 20px); font: italic 20px/1.5 Inter, serif; z-index: 2; orphans: 4; flex-grow: 0.5; opacity: 0.5; position: relative }`;
    const { explained } = await plain.render(wrap(`<div id="it">a</div>`, css), { date, explain: "#it" });
    expect(Object.fromEntries(explained[0]?.style ?? [])).toEqual({
      color: "#ff000080",
      "column-gap": "15pt",
      display: "grid",
      "flex-grow": "0.5",
      "font-family": "Inter, serif",
      "font-size": "15pt",
      "font-style": "italic",
      "grid-template-columns": "[a] minmax(7.5pt, 1fr) repeat(auto-fill, 15pt)",
      "line-height": "1.5",
      "margin-bottom": "0.75pt",
      "margin-left": "1.5pt",
      "margin-right": "1.5pt",
      "margin-top": "0.75pt",
      opacity: "0.5",
      orphans: "4",
      padding: "3pt",
      position: "relative",
      "row-gap": "15pt",
      width: "calc(50% - 6pt)",
      "z-index": "2",
    });
  });

  const page =
    "@page { size: 200pt 200pt; margin: 20pt } body { margin: 0; font: 10pt/20pt Inter } * { margin: 0 } p { orphans: 1; widows: 1 }";
  const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}`).join("<br>");
  const why = async (body: string, css = "") => {
    const { explained } = await plain.render(wrap(body, page + css), { date, explain: "#it" });
    return explained[0]?.breaks.map((each) => `${each.page}: ${each.why}`);
  };

  it("says why pages end before it and in it", async () => {
    expect(await why(`<p>a</p><p id="it">b</p>`)).toEqual([]);
    expect(await why(`<p>a</p><p id="it">b</p>`, "#it { break-before: page }")).toEqual([
      '1: "break-before: page" of p#it (line 2).',
    ]);
    expect(await why(`<p class="last">a</p><p id="it">b</p>`, ".last { break-after: page }")).toEqual([
      '1: "break-after: page" of p.last (line 2).',
    ]);
    expect(await why(`<p>a</p><p id="it">b</p>`, "@page wide { size: 300pt 200pt } #it { page: wide }")).toEqual([
      '1: "page: wide" of p#it (line 2): the pages from here on are others.',
    ]);
    expect(await why(`<p>${lines(7)}</p><p id="it">${lines(3)}</p>`, "#it { break-inside: avoid }")).toEqual([
      '1: 21 pt are left at its foot, as what comes next is kept together: "break-inside: avoid" of p#it (line 2).',
    ]);
    expect(
      await why(
        `<p>${lines(6)}</p><h2>Head</h2><p id="it">${lines(4)}</p>`,
        "h2 { font: inherit } #it { break-inside: avoid }",
      ),
    ).toEqual([
      '1: 41 pt are left at its foot, as what comes next is kept together: "break-after: avoid" of h2 (line 2); "break-inside: avoid" of p#it (line 2).',
    ]);
    expect(await why(`<p>${lines(7)}</p><p id="it">${lines(4)}</p>`, "#it { orphans: 3 }")).toEqual([
      '1: 21 pt are left at its foot, as what comes next is kept together: "orphans" and "widows" of p#it (line 2).',
    ]);
    expect(await why(`<p>a</p><div id="it" style="height: 400pt"></div>`)).toEqual([
      "1: What comes next, div#it (line 2), takes 400 pt in one piece, and 141 pt are left.",
      "2: Nowhere on the page may it end: div#it (line 2) is divided where no line is cut.",
      "3: Nowhere on the page may it end: div#it (line 2) is divided where no line is cut.",
    ]);
    expect(
      await why(
        `<div style="height: 150pt"></div><p id="it"><img alt="x" width="40" height="60" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>"></p>`,
      ),
    ).toEqual([
      expect.stringMatching(/^1: What comes next, p#it \(line 2\), takes \d+ pt in one piece, and 11 pt are left\.$/),
    ]);
  });

  it("is an error where nothing is meant", async () => {
    const asking = (explain: string) => codesOf(wrap("<p>a</p>"), { explain });
    expect(await asking("#none")).toEqual(["unmatched-selector"]);
    for (const text of ["p:::x", "p::before", "", "p {", ":is(".repeat(200)])
      expect({ text, codes: await asking(text) }).toEqual({ text, codes: ["invalid-selector"] });
  });

  it("is one of twenty at most", async () => {
    const { explained, diagnostics } = await render(wrap("<p>a".repeat(30)), { explain: "p" });
    expect(explained.length).toBe(20);
    expect(diagnostics.map(({ message }) => message)).toEqual(['"p" matches 30 elements: the first 20 are explained.']);
  });

  it("without a box says so by having no area", async () => {
    const { explained } = await render(wrap(`<p hidden>a</p><p>b`), { explain: "[hidden]" });
    expect(explained.map(({ areas, style }) => [areas, style.get("display")])).toEqual([[[], "none"]]);
  });
});
