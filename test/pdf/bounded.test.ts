import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { BriefingError } from "../../src/diagnostics/index.ts";
import { type RenderPdfOptions, renderPdf } from "../../src/pdf/index.ts";
import { countCalls } from "../support/count-calls.ts";
import { failureOf } from "../support/diagnostics-of.ts";
import { crc32 } from "./crc32.ts";
import { date, fonts, notoSans } from "./fonts.ts";
import { readPdf } from "./read-pdf.ts";

const render = (html: string, options: Partial<RenderPdfOptions> = {}) =>
  renderPdf(html, { title: "T", lang: "en", date, fonts, file: "page.html", ...options });

const warningsOf = async (html: string, css: string) =>
  (await render(html, { css })).diagnostics.map(({ code, message }) => `${code}: ${message}`);

const many = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join("");

describe("what a stylesheet may cost is bounded, and the limit is named", () => {
  it.each([
    ["lists in nested rules", `${"a, b, c {".repeat(12)} color: red ${"}".repeat(12)}`, "more than 1000 parts"],
    ["rules twenty thousand deep", `${"p {".repeat(20_000)} color: red`, "more than 128 deep"],
    [
      "selectors five thousand deep",
      `${":not(".repeat(5000)}p${")".repeat(5000)} { color: red }`,
      "more than 128 deep",
    ],
  ])("%s", async (_, css, limit) => {
    expect((await warningsOf("<p>x", css)).join()).toContain(limit);
  });

  it("leaves a value unset whose custom properties multiply", async () => {
    const css = `:root { --a0: x; ${many(12, (index) => `--a${index + 1}: ${`var(--a${index}) `.repeat(10)};`)} } p { width: var(--a12) }`;
    expect((await warningsOf("<p>x", css)).join()).toContain("unknown-css-variable");
  });

  it("takes lengths without end for long ones, and columns without end for many", async () => {
    const grid = "div { display: grid; grid-template-columns: repeat(1000000, 1fr) }";
    expect(await warningsOf("<div><p>x</div>", grid)).toEqual([]);
    await expect(render("<p>x", { css: "p { font-size: 1e309px; margin: 0 }" })).rejects.toThrow(/page has room for/);
  });

  it("divides a column alone once, however deep it stands, as pages divide any other block", async () => {
    const html = "<div>".repeat(60) + many(500, (index) => `<p>line ${index}</p>`);
    const callsWith = (css: string) =>
      countCalls(async () => {
        expect((await render(html, { css: `div { padding-bottom: 3pt; ${css} }` })).pageCount).toBeGreaterThan(10);
      }, "pdf/");
    const [columns, blocks] = [await callsWith("columns: 200vw"), await callsWith("")];
    // Cut anew in each column around it, it takes forty times as many.
    expect(columns).toBeLessThan(2 * blocks);
  });

  // With the square of the elements, each of these takes minutes.
  it.each([
    ["siblings before", "h2 ~ p { color: red }", (count: number) => many(count, () => "<p>x</p>")],
    ["siblings behind", "p:has(~ h2) { color: red }", (count: number) => many(count, () => "<p>x</p>")],
    [
      "what is inside",
      ":has(:has(:has(i))) { color: red }",
      (count: number) => "<div>".repeat(200) + many(count, () => "<b>x</b> "),
    ],
    [
      "the last child",
      "p:last-child, p:nth-last-of-type(2) { color: red }",
      (count: number) => many(count, () => "<p>x</p>"),
    ],
  ])("looks for %s once", async (_, css, html) => {
    expect((await render(html(8000), { css })).pageCount).toBeGreaterThan(1);
  });
});

describe("selectors with relations that are remembered match what they say", () => {
  const red = async (selector: string, html: string) => {
    const css = `b::before { content: "-" } ${selector}::before { content: "+" }`;
    const { pages } = await readPdf((await render(html, { css })).bytes);
    return pages.flatMap(({ tree }) => tree.match(/[+-][a-z]/g) ?? []).join(" ");
  };

  it.each([
    ["b.x ~ b", "<p><b>a</b><b class=x>b</b><b>c</b><b>d</b>", "-a -b +c +d"],
    ["p ~ p b", "<p><b>a</b></p><p><b>b</b></p>", "-a +b"],
    ["b.x ~ b ~ b", "<p><b class=x>a</b><b>b</b><b>c</b>", "-a -b +c"],
    [":is(b.x ~ b)", "<p><b class=x>a</b><b>b</b>", "-a +b"],
    ["b:has(i)", "<p><b>a</b><b>b<u><i>x</i></u></b>", "-a +b"],
    ["b:has(> i)", "<p><b>a<u><i>x</i></u></b><b>b<i>x</i></b>", "-a +b"],
    ["b:has(+ i)", "<p><b>a</b><b>b</b><i>x</i>", "-a +b"],
    ["b:has(~ i)", "<p><b>a</b><b>b</b><i>x</i><b>c</b>", "+a +b -c"],
    ["b:has(u i)", "<p><u><b>a<i>x</i></b></u><b>b<u><i>x</i></u></b>", "-a +b"],
    ["b:not(:has(i))", "<p><b>a</b><b>b<i>x</i></b>", "+a -b"],
    ["b:nth-last-child(2)", "<p><b>a</b><b>b</b><b>c</b>", "-a +b -c"],
    ["b:last-of-type", "<p><b>a</b><b>b</b><i>x</i>", "-a +b"],
    ["b:only-child", "<p><b>a</b><p><b>b</b><i>x</i>", "+a -b"],
  ])("%s", async (selector, html, expected) => {
    expect(await red(selector, html)).toBe(expected);
  });
});

describe("long words", () => {
  it("are divided with and without hyphenation, and keep all their letters", async () => {
    for (const style of ["hyphens: auto", "hyphens: none"]) {
      const word = "Donaudampfschifffahrt".repeat(1000);
      const { pages } = await readPdf((await render(`<p style="${style}">${word}`, { lang: "de" })).bytes);
      const letters = pages.map(({ tree }) => tree.match(/P "([^"]*)"/)?.[1] ?? "").join("");
      expect(letters.replaceAll(/\s/g, "")).toBe(word);
    }
  });

  it("are written once where they are the title", async () => {
    const title = "word ".repeat(3000).trim();
    expect((await readPdf((await render("<p>x", { title })).bytes)).title).toBe(title);
  });
});

describe("images and fonts that cannot be used are errors or warnings with their place", () => {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  function png(width: number, height: number, pixels: Buffer): Buffer {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    header[8] = 8;
    const signature = Buffer.from("89504e470d0a1a0a", "hex");
    return Buffer.concat([
      signature,
      chunk("IHDR", header),
      chunk("IDAT", deflateSync(pixels)),
      chunk("IEND", Buffer.alloc(0)),
    ]);
  }

  it.each([
    ["image-too-large", png(0x7fffffff, 0x7fffffff, Buffer.alloc(9))],
    ["damaged-image", png(10, 10, Buffer.alloc(9))],
    [undefined, png(10, 10, Buffer.alloc(110))],
  ])("%s", async (code, data) => {
    const images = () => ({ kind: "raster", data }) as const;
    const outcome = await render('<img alt="x" src="a.png">', { images }).catch((error: unknown) => error);
    if (code === undefined) expect(outcome).not.toBeInstanceOf(Error);
    else {
      expect((outcome as BriefingError).diagnostics.map((found) => found.code)).toEqual([code]);
      expect((outcome as BriefingError).diagnostics[0]?.source).toMatchObject({ file: "page.html", line: 1 });
    }
  });

  it("damaged fonts", async () => {
    const font = notoSans("hebrew");
    const css = "@font-face { font-family: F; src: url(f.ttf) } p { font-family: F }";
    let damaged = 0;
    const tried = 40;
    for (let index = 0; index < tried; index += 1) {
      const data = Buffer.from(font);
      // The directory of tables and the first of them are where a bit changes most.
      for (let flip = 0; flip < 8; flip += 1) {
        const at = (index * 331 + flip * 97) % 3000;
        data[at] = (data[at] as number) ^ (1 << flip);
      }
      const outcome = await render("<p>abc", { css, fontFiles: () => data }).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(BriefingError);
      else if ((outcome as Awaited<ReturnType<typeof render>>).diagnostics.length > 0) damaged += 1;
    }
    // What is damaged in its layout alone, HarfBuzz does without, as browsers do.
    expect(damaged).toBeGreaterThan(tried / 8);
  });
});

it("names a font whose outlines are damaged, with the place of its rule", async () => {
  const data = Buffer.from(notoSans("hebrew"));
  // From the middle of the outlines on.
  data.fill(0xff, 25_000, 48_000);
  const css = [{ text: "@font-face { font-family: F; src: url(f.ttf) } p { font-family: F }", file: "a.css" }];
  const error = await failureOf(() => render("<p>abc \u05d0\u05d1", { css, fontFiles: () => data }));
  expect(error.diagnostics[0]).toMatchObject({
    code: "damaged-font",
    source: { file: "a.css", line: 1 },
  });
});

it("tells of characters that mean something to their font alone", async () => {
  const { diagnostics } = await render("<p>a\ue001", { lenient: true });
  expect(diagnostics.map(({ code }) => code)).toEqual(["private-use-character", "missing-glyph"]);
});

describe("links that are programs", () => {
  it("leave their text behind, and a warning", async () => {
    const { bytes, diagnostics } = await render(
      "<p><a href='javascript:alert(1)'>one</a> <a href=' Java\nScript:alert(1)'>two</a> <a href='data:text/html,x'>three</a>",
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(["unsafe-link", "unsafe-link", "unsafe-link"]);
    const { pages } = await readPdf(bytes);
    expect(pages[0]?.links).toEqual([]);
    expect(pages[0]?.tree).toContain("one two three");
  });
});

describe("addresses in an SVG's fill", () => {
  it("never reach the file", async () => {
    const { bytes } = await render(
      `<svg aria-label="x" width="9" height="9"><rect width="5" height="5" fill="url(https://example.com/a#b)" stroke=")"/></svg>`,
    );
    expect(Buffer.from(bytes).includes("example.com")).toBe(false);
  });
});
