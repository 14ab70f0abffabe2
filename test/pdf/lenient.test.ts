import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Leniency, leniencies, type RenderPdfOptions, renderPdf } from "../../src/pdf/index.ts";
import { failureOf } from "../support/diagnostics-of.ts";
import { trials } from "../support/trials.ts";
import { date, fonts } from "./fonts.ts";
import { readPdf } from "./read-pdf.ts";

const render = (html: string, options: Partial<RenderPdfOptions> = {}) => renderPdf(html, { date, fonts, ...options });
const whole = { title: "T", lang: "en" };

const errorsOf = async (promise: Promise<unknown>) =>
  (await failureOf(() => promise)).diagnostics.filter(({ severity }) => severity === "error");

const gif = "data:image/gif;base64,R0lGODlhAQABAIAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==";
const brokenSvg = `data:image/svg+xml,${encodeURIComponent("<svg><g></svg>")}`;

const faulty: Readonly<Partial<Record<Leniency, string>>> = {
  "missing-alt": `<p>one</p><img src="${gif}">`,
  "missing-glyph": "<p>one \u4e2d</p>",
  "unknown-image": '<p>one</p><img src="none.png" alt="A plan">',
  "unknown-image-format": '<p>one</p><img src="data:image/x,abc" alt="A plan">',
  "svg-syntax": `<p>one</p><img src="${brokenSvg}" alt="A plan">`,
  "unsupported-element": "<p>one</p><iframe src='https://example.org/' title='A map'></iframe>",
};

const claim = "<pdfuaid:part>1</pdfuaid:part>";
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

describe("what is let pass", () => {
  it.each(Object.entries(faulty))("%s: an error that names the way out; a warning in its place", async (code, html) => {
    const [error, ...others] = await errorsOf(render(html, whole));
    expect(others).toEqual([]);
    expect(error).toMatchObject({ code, hint: expect.stringContaining(`--allow ${code}`) as string });
    for (const lenient of [true, [code as Leniency]] as const) {
      const { bytes, diagnostics, conformance } = await render(html, { ...whole, lenient });
      expect(diagnostics).toMatchObject([{ code, severity: "warning", source: error?.source }]);
      expect(conformance).toEqual(["PDF/A-3a"]);
      expect(latin(bytes)).not.toContain(claim);
    }
    const rest = leniencies.filter((each) => each !== code);
    expect((await errorsOf(render(html, { ...whole, lenient: rest }))).map((each) => each.code)).toEqual([code]);
  });

  it("leaves a file alone that has nothing wrong", async () => {
    const html = "<p>one</p>";
    const { bytes, conformance, placeholders } = await render(html, { ...whole, lenient: true });
    expect(conformance).toEqual(["PDF/UA-1", "PDF/A-3a"]);
    expect(placeholders).toEqual({ glyphs: 0, pictures: 0 });
    expect(latin(bytes)).toContain(claim);
    expect(latin(bytes) === latin((await render(html, whole)).bytes)).toBe(true);
  });

  it("takes the first heading for the title, and nothing for the language", async () => {
    const { bytes, diagnostics } = await render("<p>one</p><h2>Flood <i>risk</i></h2>", { lenient: true });
    expect(diagnostics.map(({ code }) => code)).toContain("missing-title");
    const { title, lang } = await readPdf(bytes);
    expect({ title, lang }).toEqual({ title: "Flood risk", lang: "und" });
    const named = await render("<p>one</p>", { lenient: true, file: "out/minutes.html" });
    expect((await readPdf(named.bytes)).title).toBe("minutes");
  });

  it("is not spoken of where nothing may be let pass", async () => {
    const [error] = await errorsOf(render("<p>one \u4e2d</p>", { ...whole, lenient: false }));
    expect(error?.hint).not.toContain("lenient");
  });

  it("is named rightly, or an error", async () => {
    const lenient = ["alt"] as unknown as readonly Leniency[];
    expect(await errorsOf(render("<p>one", { ...whole, lenient }))).toMatchObject([
      { code: "invalid-option", source: { field: "lenient" } },
    ]);
  });
});

describe("what stands in", () => {
  it("shows the words of a picture, and reads them", async () => {
    const { bytes, placeholders } = await render('<p>one</p><img src="none.png" alt="A plan of the town">', {
      ...whole,
      lenient: true,
    });
    expect(placeholders).toEqual({ glyphs: 0, pictures: 1 });
    const [page] = (await readPdf(bytes)).pages;
    expect(page?.tree).toMatch(/Figure.*A plan of the town/);
  });

  it("is one for each character, which is still copied as itself", async () => {
    const { bytes, placeholders } = await render("<p>one \u4e2d\u6587, \u4e2d</p>", { ...whole, lenient: true });
    expect(placeholders.glyphs).toBe(3);
    expect((await readPdf(bytes)).pages[0]?.tree).toContain("one \u4e2d\u6587, \u4e2d");
  });

  it.each([
    ["<mfrac><mn>1</mn><mrow><mi>a</mi><mo>+</mo><mn>2</mn></mrow></mfrac>", "1/(a+2)"],
    ["<msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><msqrt><mn>2</mn></msqrt>", "x^2=√2"],
    ["<semantics><mi>y</mi><annotation encoding='application/x-tex'>\\y</annotation></semantics>", "y"],
    ["<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><msub><mi>x</mi><mi>i</mi></msub>", "∑_i^nx_i"],
  ])("is a line for a formula: %s", async (math, words) => {
    const { bytes } = await render(`<p>So <math>${math}</math>.</p>`, { ...whole, lenient: true });
    const { tree } = (await readPdf(bytes)).pages[0] ?? {};
    expect(tree).toContain(`Formula`);
    expect(tree).toContain(words);
  });

  it("is what a player holds, if it holds something", async () => {
    const html = "<video controls><p>See the transcript.</p></video><canvas width=50 height=50></canvas>";
    const { bytes, placeholders } = await render(html, { ...whole, lenient: true });
    expect(placeholders.pictures).toBe(1);
    expect((await readPdf(bytes)).pages[0]?.tree).toContain("See the transcript.");
  });

  it("is needed for no GIF where there is a decoder", async () => {
    const { placeholders, diagnostics } = await render(`<img src="${gif}" alt="red">`, whole);
    expect(placeholders.pictures).toBe(0);
    expect(diagnostics).toEqual([]);
  });

  it("is needed for none that a page alone shows, when elements are boxes already", async () => {
    const html = (place: string) =>
      `<style>${place} { background: url("${gif}") }</style><p>one</p><p id="two">two</p>`;
    const { bytes, diagnostics } = await render(html("@page"), whole);
    expect(diagnostics).toEqual([]);
    expect(latin(bytes)).toContain("/Subtype /Image");
    const [onPage, onElement] = [await readPdf(bytes), await readPdf((await render(html("p"), whole)).bytes)];
    expect(onPage.pages.map(({ tree }) => tree)).toEqual(onElement.pages.map(({ tree }) => tree));
  });
});

describe("any document", () => {
  const word = fc.stringMatching(/^[a-z0-9\u4e2d\u0e01]{1,6}$/u);
  const names = "p div span b li ul td table h2 h4 section blockquote figure em pre a article header center font".split(
    " ",
  );
  /** What placeholders say is in capitals: the words are not. */
  const odd = fc.constantFrom(
    "<img src=no.png>",
    "<img alt=X>",
    "<iframe src=A></iframe>",
    "<canvas title=C></canvas>",
    "<embed src=B>",
    `<img src="${gif}">`,
    "<br>",
    "<hr>",
  );
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      word.map((text) => ` ${text} `),
      odd,
      fc
        .tuple(fc.constantFrom(...names), fc.array(tie("node"), { maxLength: 4 }))
        .map(([name, inside]) => `<${name}>${inside.join("")}</${name}>`),
      word.map((text) => `<video>${text}</video>`),
    ),
  }));

  it("renders, and gives back every word in its order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(node, { minLength: 1, maxLength: 6 }), async (nodes) => {
        const html = `<body>${nodes.join("")}`;
        const { bytes, pageCount } = await render(html, { lenient: true });
        const pages = await readPdf(bytes);
        expect(pages.pages).toHaveLength(pageCount);
        const read = wordsIn(pages.pages.map(({ tree }) => quotedIn(tree)).join(""));
        expect(read).toBe(wordsIn(await textOf(html)));
      }),
      { numRuns: trials(400, 40) },
    );
  });

  const wordsIn = (text: string) => text.replaceAll(/[^a-z0-9\u4e2d\u0e01]/gu, "");
  const quotedIn = (tree: string) => (tree.match(/"[^"]*"/g) ?? []).join("");

  /** As a parser of HTML reads it: it moves what stands in no place of a table. */
  async function textOf(html: string): Promise<string> {
    const { fromHtml } = await import("hast-util-from-html");
    const { toString: text } = await import("hast-util-to-string");
    return text(fromHtml(html));
  }
});
