import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { BriefingError } from "../../src/diagnostics/index.ts";
import { type RenderPdfOptions, renderPdf } from "../../src/pdf/index.ts";
import { codesOf, failureOf } from "../support/diagnostics-of.ts";
import { date, fonts } from "./fonts.ts";
import { readPdf } from "./read-pdf.ts";

const render = (html: string, options: Partial<RenderPdfOptions> = {}) =>
  renderPdf(html, { title: "T", lang: "en", date, fonts, ...options });

const errorCodesOf = async (promise: Promise<unknown>) => codesOf((await failureOf(() => promise)).diagnostics);

describe("broken HTML", () => {
  it.each([
    ["tags that are never closed", "<p>one<b> two<i> three</p><p>four", "one two three four"],
    ["tags closed in the wrong order", "<b><p>one</b> two</p>", "one two"],
    ["a tag that never ends", '<p>one</p><p class="a', "one"],
    ["text where a table has none", "<table>one<tr> two<td>three</table>", "one two three"],
    ["rows without a table", "<tr><td>one</td></tr><p>two", "one two"],
    ["entities that are none", "<p>one &nosuch; &amp &#0; &#x110000; two", "one &nosuch;"],
    ["a comment that never ends", "<p>one</p><!-- <p>two", "one"],
    ["attributes twice, and with odd characters", '<p class=a class=b <i ="x">one</p>', "one"],
    ["two bodies and a late title", "<body><p>one</p></body><title>late</title><body><p>two", "one two"],
    [
      "spans larger than the table",
      "<table><tr><td colspan=9999 rowspan=99999>one<td colspan=-2>two</table>",
      "one two",
    ],
    ["lists in lists without items", "<ul><ol><dl>one</dl></ol>two</ul>", "one two"],
    ["control characters", "<p>one\u0001\u0008 two</p>", "one"],
  ])("%s", async (_, html, expected) => {
    const outcome = await render(html).catch((error: unknown) => error);
    if (outcome instanceof BriefingError) {
      // A character that no font has is said, not dropped.
      expect(outcome.diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual(
        expect.arrayContaining(["missing-glyph"]),
      );
      return;
    }
    const { pages } = await readPdf((outcome as Awaited<ReturnType<typeof render>>).bytes);
    const text = (pages[0]?.tree ?? "").match(/"[^"]*"/g)?.map((quoted) => quoted.slice(1, -1)) ?? [];
    expect(text.join(" ").replaceAll(/\s+/g, " ")).toContain(expected);
  });

  it("ends at nesting without end, whatever nests", async () => {
    expect(await errorCodesOf(render(`${"<div>".repeat(10_000)}x`))).toContain("html-too-deep");
    expect(await errorCodesOf(render(`<p>${"<span>".repeat(10_000)}x`))).toContain("html-too-deep");
    expect(await errorCodesOf(render("<ul><li>".repeat(10_000)))).toContain("html-too-deep");
    expect(await errorCodesOf(render("<table><tr><td>".repeat(3_000)))).toContain("html-too-deep");
  });

  it("names a character that no font has in a running head, too", async () => {
    const css = '@page { @top-left { content: "\\4e2d" } }';
    expect(await errorCodesOf(render("<p>text", { css }))).toEqual(["missing-glyph"]);
  });

  it.each([
    ["in an id", "<p id='\ud800'>one", 'P "one"', []],
    ["in a link", "<p><a href='#\udc00'>one", 'P "one"', ["unknown-link-target"]],
    ["in a text", "<p>\ud800 one", 'P "\ufffd one"', []],
    ["in a description", "<svg role=img aria-label='\udfff two'></svg>", "Figure (\ufffd two)", []],
  ])("takes half of a surrogate pair for the sign of a lost character, %s", async (_, html, expected, warnings) => {
    const { bytes, diagnostics } = await render(html);
    expect(codesOf(diagnostics)).toEqual(warnings);
    expect((await readPdf(bytes)).pages[0]?.tree).toContain(expected);
  });

  it("has a page for nothing at all", async () => {
    for (const html of ["", " \n ", "<!doctype html>", "<!-- -->", "<html></html>"]) {
      expect((await render(html)).pageCount).toBe(1);
    }
  });
});

describe("broken CSS", () => {
  it.each([
    ["braces that are never closed", "p { font-weight: bold", []],
    ["braces closed twice", "} p { color: red } }", ["css-syntax"]],
    ["a string that never ends", 'p::before { content: "one }\np { color: red }', ["css-syntax"]],
    ["values that are none", "p { width: red; color: 12pt; margin: 1px 2px 3px 4px 5px }", ["unsupported-css-value"]],
    ["a selector that is none", "p:nth-child(x) { color: red } >> p { } p { color: red }", []],
    ["variables that refer to each other", ":root { --a: var(--b); --b: var(--a) } p { width: var(--a) }", []],
    ["sizes beyond all bounds", "p { font-size: 1e9pt; margin: 1e308px; width: calc(1px / 0) }", []],
    ["pages smaller than their margins", "@page { size: 10pt 10pt; margin: 50pt }", []],
  ])("%s", async (_, css) => {
    const outcome = await render("<p>text</p>", { css }).catch((error: unknown) => error);
    if (outcome instanceof BriefingError) {
      expect(outcome.diagnostics.some(({ severity }) => severity === "error")).toBe(true);
      return;
    }
    expect(outcome).not.toBeInstanceOf(Error);
    const { pages } = await readPdf((outcome as Awaited<ReturnType<typeof render>>).bytes);
    expect(pages.map(({ tree }) => tree).join(" ")).toContain("t");
  });

  it("asks nothing of the outside", async () => {
    const css = `@import url(http://127.0.0.1:9/a.css); p { background: url(file:///etc/passwd); content: url(http://127.0.0.1:9/x) }
      li { list-style-image: url("javascript:alert(1)") }`;
    const { diagnostics } = await render("<p>text</p><ul><li>item</ul>", { css });
    expect(diagnostics.length).toBeGreaterThan(2);
    expect(diagnostics.every(({ severity }) => severity === "warning")).toBe(true);
    for (const source of [
      "file:///etc/passwd",
      "http://127.0.0.1:9/x.png",
      "../../etc/passwd",
      "data:image/png;base64,!",
    ]) {
      expect(await errorCodesOf(render(`<img alt="x" src="${source}">`))).toHaveLength(1);
    }
  });
});

describe("large input", () => {
  it("breaks a word that is wider than the page, and keeps all its letters", async () => {
    const { bytes, pageCount } = await render(`<p>${"Donaudampfschifffahrt".repeat(1000)}</p>`);
    expect(pageCount).toBeGreaterThan(2);
    const { pages } = await readPdf(bytes);
    const letters = pages.map(({ tree }) => tree.match(/P "(.*)"/)?.[1] ?? "").join("");
    expect(letters.replaceAll(/\s/g, "")).toHaveLength(21_000);
  });

  // The conformance run has one of 100,000.
  it("keeps every row of a table of 1,000, in order", async () => {
    const rows = Array.from({ length: 1_000 }, (_, index) => `<tr><td>${index}</td></tr>`).join("");
    const { bytes } = await render(`<table><thead><tr><th>n</thead>${rows}</table>`);
    const { pages } = await readPdf(bytes);
    const cells = pages.flatMap(({ tree }) => [...tree.matchAll(/TD "(\d+)"/g)].map(([, number]) => Number(number)));
    expect(cells).toEqual(Array.from({ length: 1_000 }, (_, index) => index));
  });

  it.each([
    ["rows, every second one shaded", (index: number) => `<tr><td>${index}<td>x`, "<table>"],
    ["rows in groups of one", (index: number) => `<tbody><tr><th>${index}<td>x`, "<table>"],
    ["paragraphs after paragraphs", (index: number) => `<p>${index}</p>`, "<div>"],
    ["notes with one id", () => `<p id="same" role="doc-footnote">x</p>`, "<div>"],
  ])("writes twice as much for twice as many %s, and no more", async (_, piece, around) => {
    const css = "tr:nth-child(even) td { background: #eee } p + p { margin: 0 }";
    const objects = async (count: number) => {
      const { bytes } = await render(around + Array.from({ length: count }, (_, index) => piece(index)).join(""), {
        css,
      });
      const [, size] = /\/Size (\d+)/.exec(Buffer.from(bytes.subarray(-400)).toString("latin1")) ?? [];
      return { size: Number(size), bytes: bytes.length };
    };
    const [once, twice] = [await objects(500), await objects(1000)];
    expect(twice.size / once.size).toBeGreaterThan(1.8);
    expect(twice.size / once.size).toBeLessThan(2.1);
    expect(twice.bytes / once.bytes).toBeLessThan(2.1);
  });

  it("builds a document once, and again only while the page numbers that it prints change", async () => {
    const asked: string[] = [];
    const images = (source: string) => {
      asked.push(source);
      return { kind: "raster" as const, data: noise(1, 1) };
    };
    await render(`<p><img alt="a" src="one"></p><h2 id="x">Two</h2>`, { images });
    expect(asked).toEqual(["one"]);
    asked.length = 0;
    const css = "a::after { content: target-counter(attr(href), page) }";
    await render(`<p><a href="#x">to</a><img alt="a" src="one"></p><h2 id="x">Two</h2>`, { css, images });
    expect(asked).toEqual(["one", "one"]);
  });

  it("embeds an image of 5 MB as it is", async () => {
    const image = noise(1300, 1300);
    expect(image.length).toBeGreaterThan(5_000_000);
    const { bytes, pageCount } = await render(`<img alt="noise" src="picture">`, {
      images: () => ({ kind: "raster", data: image }),
    });
    expect(pageCount).toBe(1);
    expect(bytes.length).toBeLessThan(image.length * 1.1);
  });
});

describe("a PNG", () => {
  const show = (data: Uint8Array) =>
    render(`<p>x</p><img alt="noise" src="picture">`, { images: () => ({ kind: "raster", data }) });
  const image = Buffer.from(noise(8, 8));
  const at = (type: string) => image.indexOf(type) - 4;

  it.each([
    ["pixels that go beyond the file", at("IDAT"), 0x7fff_fff0],
    ["an end that goes beyond the file", at("IEND"), 0x10],
    ["a header of another length", at("IHDR"), 12],
  ])("with %s is an error, and ends no process", async (_, offset, length) => {
    const broken = Buffer.from(image);
    broken.writeUInt32BE(length, offset);
    await expect(show(broken)).rejects.toThrow("is damaged: it has");
  });

  it("without its end is an error", async () => {
    await expect(show(image.subarray(0, at("IEND")))).rejects.toThrow("is damaged: it has");
  });

  it("may hold texts of any length, which are left out", async () => {
    const text = chunk("tEXt", Buffer.alloc(500_000, "a"));
    const { bytes } = await show(Buffer.concat([image.subarray(0, at("IDAT")), text, image.subarray(at("IDAT"))]));
    expect(bytes.length).toBeLessThan(100_000);
  });
});

/** A PNG that does not compress, its pixels from a generator of pseudo-random numbers. */
function noise(width: number, height: number): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 3));
  let state = 1;
  for (let index = 0; index < rows.length; index += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    rows[index] = index % (1 + width * 3) === 0 ? 0 : state >>> 24;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 1 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** ISO 3309; zlib's own came with a later Node. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
