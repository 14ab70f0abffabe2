import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { createPdfFormatter, type RenderPdfOptions, renderPdf } from "../../src/pdf/index.ts";
import { failureOf } from "../support/diagnostics-of.ts";
import { readPages, textItems } from "../support/open-pdf.ts";
import { richImages } from "./fixtures/rich-images.ts";
import { date, fonts } from "./fonts.ts";
import { houseStyle } from "./house-style.ts";
import { readPdf } from "./read-pdf.ts";

const html = await readFile(new URL("fixtures/rich.html", import.meta.url), "utf8");
const rich = await renderPdf(html, { css: houseStyle, date, fonts, images: richImages, file: "rich.html" });
const read = await readPdf(rich.bytes);

const render = (body: string, options: Partial<RenderPdfOptions> = {}) =>
  renderPdf(body, { title: "T", lang: "en", date, fonts, ...options });
const treeOf = async (body: string, options: Partial<RenderPdfOptions> = {}) =>
  (await readPdf((await render(body, options)).bytes)).pages.map((page) => page.tree).join("\n");

/** How far below the top of its page the first text of each page stands, pt. */
const placesOf = (bytes: Uint8Array): Promise<readonly number[]> =>
  readPages(bytes, async (page) => {
    const [item] = await textItems(page);
    return item ? (page.view[3] ?? 0) - Number(item.transform[5]) : 0;
  });

const errorsOf = async (promise: Promise<unknown>) =>
  (await failureOf(() => promise)).diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);

describe("a rich document", () => {
  it("has four pages, no warning, and says what it is", () => {
    expect(rich).toMatchObject({ pageCount: 4, diagnostics: [] });
    expect(read).toMatchObject({ lang: "en-GB", title: "Offences & children: a briefing <2019>" });
  });

  it("leaves no text outside the structure tree but furniture", () => {
    expect(read.pages.flatMap((page) => page.untagged)).toEqual([]);
    expect(read.pages.map((page) => page.artifacts)).toEqual([
      "Embargoed until 00:01 Page 1 of 4",
      "England and Wales 3,217 4,373 +1,156 Example charity Every force Embargoed until 00:01 Page 2 of 4",
      "Police force 2017/18 2018/19 Change Example charity Every force Embargoed until 00:01 Page 3 of 4",
      "Example charity Methods and sources Embargoed until 00:01 Page 4 of 4",
    ]);
  });

  it("reads in document order, under the roles that HTML means", () => {
    const tree = read.pages[0]?.tree ?? "";
    expect(tree.slice(0, tree.indexOf("\n", tree.indexOf("Figure 1:")))).toBe(`Root
  Document
    P "Example charity"
    H1 "Online offences against children: Thames Valley"
    P
      "Police recorded 274 offences in the year to April 2019, a 140% rise on the year before."
      Reference
        Link "1"
    P "274"
    P "offences recorded in the year to April 2019"
    P "+140%"
    P "on the year before"
    P "43"
    P "forces in England and Wales gave figures"
    Sect
      TOC
        TOCI
          Lbl "1."
          P
            Reference
              Link "What happened"
        TOCI
          Lbl "2."
          P
            Reference
              Link "Every force"
        TOCI
          Lbl "3."
          P
            Reference
              Link "Methods and sources"
    Sect
      H2 "What happened"
      P
        "Sexual communication with a child became an offence in April 2017."
        Span "TVP"
        "recorded 114 offences in the first year and 274 in the second. See"
        Link "the published figures"
        ", or read on in"
        Link "the chapter on methods and sources, which is a rather long link that runs over the end of its line"
        "."
      P [cy] "Yng Nghymru y mae’r heddlu’n cofnodi’r un troseddau; ŵyr a ŷd, tŷ, gŵr, Llŷn, ẁ ẃ ẅ ỳ ý ÿ. Mae’r ffigurau’n cynnwys Gogledd Cymru, De Cymru, Gwent a Dyfed-Powys."
      Div
        Figure (Bar chart: 114 offences in 2017/18 and 274 in 2018/19.) "2017/18 114 2018/19 274"
        Caption "Figure 1: offences a year, Thames Valley"`);
  });

  it("has bookmarks from its headings and working links", () => {
    expect(read.outline).toEqual([
      {
        title: "Online offences against children: Thames Valley",
        items: [
          { title: "What happened", items: [{ title: "If you need to talk", items: [] }] },
          { title: "Every force", items: [] },
          { title: "Methods and sources", items: [] },
        ],
      },
    ]);
    expect(read.pages[0]?.links).toEqual([
      { dest: "note-1", contents: "1" },
      { dest: "what-happened", contents: "What happened" },
      { dest: "forces", contents: "Every force" },
      { dest: "methods", contents: "Methods and sources" },
      { url: "https://www.example.org/?q=a&b=%C5%B5", contents: "Published figures at example.org" },
      { dest: "methods", contents: expect.stringContaining("the chapter on methods") },
      { dest: "methods", contents: expect.stringContaining("the chapter on methods") },
    ]);
  });

  it("gives the same bytes from a warm formatter, in any time zone, after other documents", async () => {
    const formatter = createPdfFormatter({ fonts, stylesheets: [{ text: houseStyle }] });
    await formatter.render("<h1>Another</h1><p>with other letters: ŵ Ŷ Ж</p>", { title: "T", lang: "en", date });
    const zone = process.env.TZ;
    process.env.TZ = "America/New_York";
    const again = await formatter.render(html, { date, images: richImages, file: "rich.html" });
    process.env.TZ = zone;
    expect(Buffer.from(again.bytes).equals(Buffer.from(rich.bytes))).toBe(true);
  });
});

describe("structure", () => {
  it("reads what stands in a line where it stands, inline-blocks too", async () => {
    const block = (text: string) => `<span style="display: inline-block; padding: 2pt">${text}</span>`;
    expect(await treeOf(`<p>a ${block("b")} c ${block("d")} e`)).toBe(`Root\n  Document\n    P "a b c d e"`);
  });

  it("marks a word of another language as a part of its paragraph", async () => {
    expect(await treeOf(`<p>The <i lang="fr">mot</i> <span lang="cy">gair</span>.`)).toBe(
      `Root\n  Document\n    P\n      "The"\n      Span [fr] "mot"\n      Span [cy] "gair"\n      "."`,
    );
  });

  it("draws and reads a letter and its marks as one character where the font has it", async () => {
    expect(await treeOf("<p>e\u0301 w\u0302 e\u0323\u0302")).toContain(`"\u00e9 \u0175 \u1ec7"`);
  });

  it("knows the types of lists, whose case counts", async () => {
    const tree = await treeOf(
      `<ol type="a"><li>x</ol><ol type="A"><li>x</ol><ol type="i"><li>x</ol><ol type="I"><li>x</ol>`,
    );
    expect(tree.match(/Lbl "[^"]+"/g)).toEqual(['Lbl "a."', 'Lbl "A."', 'Lbl "i."', 'Lbl "I."']);
  });

  it("warns of an unsupported property once, however many stylesheets and attributes have it", async () => {
    const attributes = [1, 2, 3].map((px) => `<p style="padding: ${px}px; mix-blend-mode: screen; zoom: 2">a`).join("");
    const { diagnostics } = await render(`<style>p { mix-blend-mode: multiply }</style>${attributes}`);
    expect(diagnostics.map(({ source }) => source?.field)).toEqual(["mix-blend-mode", "zoom"]);
  });

  it("closes gaps between heading levels, and says so", async () => {
    const { diagnostics } = await render("<h1>a</h1><h4>b</h4><h4>c</h4><h2>d</h2>");
    expect(diagnostics.map(({ code }) => code)).toEqual(["heading-level-skipped"]);
    expect(await treeOf("<h1>a</h1><h4>b</h4><h4>c</h4><h2>d</h2>")).toMatch(/H1 "a"\s+H2 "b"\s+H2 "c"\s+H2 "d"/);
  });

  it("gives loose text a paragraph, and text beside blocks too", async () => {
    expect(await treeOf("<div>one<p>two</p>three</div>")).toBe(
      `Root\n  Document\n    P "one"\n    P "two"\n    P "three"`,
    );
  });

  it("makes items of a definition list from its terms", async () => {
    const tree = await treeOf("<dl><dt>a</dt><dd>b</dd><dd>c</dd><dt>d</dt><dd>e</dd></dl>");
    expect(tree.match(/LI/g)).toHaveLength(2);
    expect(tree).toMatch(/Lbl "a"\s+LBody "b"\s+LBody "c"\s+LI\s+Lbl "d"\s+LBody "e"/);
  });

  it("numbers lists as HTML does, and puts the label in Lbl", async () => {
    const tree = await treeOf(
      `<ol start="3" style="list-style-type: upper-roman"><li>a<li value="9">b</ol><ol reversed><li>c<li>d</ol>`,
    );
    expect(tree.match(/Lbl "[^"]+"/g)).toEqual(['Lbl "III."', 'Lbl "IX."', 'Lbl "2."', 'Lbl "1."']);
  });

  it("marks words of another language in the text", async () => {
    expect(await treeOf(`<p>a <i lang="cy">ŵyr</i> b`)).toMatch(/P\s+"a"\s+Span \[cy\] "ŵyr"\s+"b"/);
  });

  it("keeps notes as notes, and what is hidden from readers as decoration", async () => {
    const body = `<p>a<a href="#n">1</a></p><p aria-hidden="true">ornament</p><ol role="doc-endnotes"><li id="n" role="doc-endnote">note</ol>`;
    const tree = await treeOf(body);
    expect(tree).toMatch(/Reference\s+Link "1"/);
    expect(tree).toMatch(/LBody\s+Note "note"/);
    expect(tree).not.toContain("ornament");
  });

  it("takes a table for layout as no table", async () => {
    expect(await treeOf(`<table role="presentation"><tr><td>a<td>b</table>`)).toBe(
      `Root\n  Document\n    P "a"\n    P "b"`,
    );
  });

  it("writes generated content, counters and quotes", async () => {
    const css = `body { counter-reset: n } h2 { counter-increment: n } h2::before { content: counter(n, upper-alpha) ". " } abbr::after { content: " (" attr(title) ")" }`;
    const tree = await treeOf(`<h2>one</h2><h2>two</h2><p><abbr title="x y">XY</abbr> <q>a <q>b</q></q>`, { css });
    expect(tree).toContain(`H1 "A. one"`);
    expect(tree).toContain(`H1 "B. two"`);
    expect(tree).toContain("XY (x y)");
    expect(tree).toMatch(/"“a"\s+Quote "‘b’"\s+"”"/);
  });
});

describe("pages", () => {
  it("need no room for the margin after the last thing", async () => {
    const { pageCount } = await render(`<div style="height: 250mm"></div><p style="margin: 0 0 30mm">last`);
    expect(pageCount).toBe(1);
  });

  it("drop margins where they end on their own, and keep the one after a break that was asked for", async () => {
    const css = "h2 { margin: 50pt 0 0 } .new { break-before: page }";
    const top = async (body: string) => {
      const { bytes } = await render(body, { css });
      return (await placesOf(bytes))[1] ?? 0;
    };
    const tall = `<div style="height: 250mm"></div>`;
    const forced = await top(`<p>a</p><h2 class="new">b</h2>`);
    expect(forced - (await top(`${tall}<h2>b</h2>`))).toBeCloseTo(50, 1);
  });

  it("keep a heading with the text that follows it", async () => {
    const { pages } = await readPdf(
      (await render(`<div style="height:236mm"></div><h2>Head</h2><p>${"text ".repeat(200)}`)).bytes,
    );
    expect(pages[0]?.tree ?? "").not.toContain("Head");
    expect(pages[1]?.tree).toContain(`H1 "Head"`);
  });

  it("leave at least two lines of a paragraph on either side", async () => {
    const body = (space: number) => `<div style="height:${space}mm"></div><p>${"<span>line</span><br>".repeat(5)}`;
    const counts: number[][] = [];
    for (let space = 228; space < 252; space += 3) {
      const { pages } = await readPdf((await render(body(space))).bytes);
      counts.push(pages.map((page) => page.tree.match(/line/g)?.length ?? 0));
    }
    for (const [first = 0, second = 0] of counts) {
      expect(first + second).toBe(5);
      expect(first === 1 || second === 1).toBe(false);
    }
    expect(counts.some(([first = 0, second = 0]) => first > 0 && second > 0)).toBe(true);
  });

  it("break where the style says, and have the size and margin boxes of @page", async () => {
    const css = `@page { size: A5 landscape; margin: 15mm; @bottom-center { content: counter(page) " / " counter(pages) } }
      @page :first { @bottom-center { content: none } }
      h2 { break-before: page; string-set: title content() } @page { @top-right { content: string(title) } }`;
    const { bytes, pageCount } = await render("<h2>One</h2><p>a<h2>Two</h2><p>b<p style='break-before: page'>c", {
      css,
    });
    expect(pageCount).toBe(3);
    expect((await readPdf(bytes)).pages.map((page) => page.artifacts)).toEqual(["One", "Two 2 / 3", "Two 3 / 3"]);
    expect(Buffer.from(bytes).toString("latin1")).toContain("/MediaBox [0 0 595.276 419.528]");
  });
});

describe("errors", () => {
  it("are collected: title, language, alt text, images", async () => {
    const body = `<img src="a"><img src="b" alt="">`;
    expect(await errorsOf(renderPdf(body, { date, fonts }))).toEqual([
      "missing-title",
      "missing-language",
      "missing-alt",
      "unknown-image",
      "unknown-image",
    ]);
  });

  it("name a character that no font has, with its place", async () => {
    const error = await failureOf(() => render("<p>ok</p>\n<p>漢</p>", { file: "a.html" }));
    expect(error.diagnostics).toMatchObject([
      {
        code: "missing-glyph",
        message: expect.stringContaining("U+6F22"),
        source: { file: "a.html", line: 2, column: 4 },
      },
    ]);
  });

  it("end input that nests without end, and content that no page holds", async () => {
    expect(await errorsOf(render("<div>".repeat(400)))).toEqual(["html-too-deep"]);
    const tall = `<span style="font-size: 2000px">a</span>`;
    expect(await errorsOf(render(`<p>${tall}</p>`))).toEqual(["content-too-tall"]);
  });

  it("name images that cannot be read, before anything is drawn", async () => {
    const broken = Buffer.from("89504e470d0a1a0a0000000d49484452000000050000000508060000008d6f26e5", "hex").toString(
      "base64",
    );
    expect(await errorsOf(render(`<img alt="x" src="data:image/png;base64,${broken}">`))).toEqual(["damaged-image"]);
    const cmyk = Buffer.from("ffd8ffc0001408000a000a04011100021100031100041100ffd9", "hex");
    const images = () => ({ kind: "raster", data: cmyk }) as const;
    expect(await errorsOf(render(`<img alt="x" src="print">`, { images }))).toEqual(["cmyk-image"]);
  });

  it("take the <img> of a <picture>", async () => {
    const images = () => ({ kind: "drawing", widthPx: 10, heightPx: 10, draw: () => {} }) as const;
    const body = `<picture><source srcset="b"><img alt="x" src="a"></picture>`;
    expect((await render(body, { images })).diagnostics).toEqual([]);
  });

  it("are warnings where only a link is lost", async () => {
    const { diagnostics, bytes } = await render(`<p><a href="#nowhere">there</a>`);
    expect(diagnostics.map(({ code }) => code)).toEqual(["unknown-link-target"]);
    expect((await readPdf(bytes)).pages[0]).toMatchObject({ tree: `Root\n  Document\n    P "there"`, links: [] });
  });

  it("leave nothing for an empty document to fail on", async () => {
    expect((await render("")).pageCount).toBe(1);
  });
});
