import { describe, expect, it } from "vitest";
import { renderPdf } from "../../src/pdf/index.ts";
import { codesOf, failureOf } from "../support/diagnostics-of.ts";
import { date, fonts } from "./fonts.ts";
import { readPdf } from "./read-pdf.ts";

const render = (html: string, css = "") =>
  renderPdf(html, { title: "T", lang: "en", date, fonts, css, file: "page.html" });

async function textsOf(html: string, css = ""): Promise<readonly string[]> {
  const { pages } = await readPdf((await render(html, css)).bytes);
  return pages.map(({ tree }) => Array.from(tree.matchAll(/"([^"]*)"/g), ([, text]) => text).join(" "));
}

const many = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index));

it("a float with a row of which one item alone is tall is divided, with staggered lines beside it", async () => {
  const words = many(60, (index) => `word${index}`).join(" ");
  const beside = many(
    9,
    (index) => `<div style="overflow: hidden; line-height: 1.7">beside${index} and more words</div>`,
  ).join("");
  const css = "@page { size: 60mm 90mm; margin: 5mm } body, p { margin: 0 }";
  const html = `<div style="float: left; width: 30%; margin-top: -4pt"><div style="display: flex"><p>${words}</p><div>x</div></div></div>${beside}<p>${words}</p>`;
  const texts = await textsOf(html, css);
  const found = texts.join(" ").match(/word\d+|beside\d|x\b/g) ?? [];
  expect(found.length).toBe(60 * 2 + 9 + 1);
});

describe("what is taller than a page", () => {
  it.each([
    ["a cover with margins", '<div style="height: 297mm; margin: 10px 0">one</div>'],
    ["a least height", '<div style="min-height: 400mm">one</div>'],
    ["padding", '<div style="padding: 150mm 0">one</div>'],
    ["a row of flex items", '<div style="display: flex; height: 400mm"><div>one</div></div>'],
    ["a flex item", '<div style="display: flex"><div style="height: 400mm">one</div></div>'],
    ["a column of flex items", '<div style="display: flex; flex-direction: column"><p style="height: 400mm">one</div>'],
    ["a grid item", '<div style="display: grid"><div style="min-height: 400mm">one</div></div>'],
    ["a head of a table", '<table><thead><tr><th style="height: 400mm">one</thead></table>'],
    ["a box in a line", '<p><span style="display: inline-block; height: 400mm">one</span>'],
    ["a float", '<div style="float: left; height: 400mm">one</div>'],
  ])("is divided: %s", async (_, html) => {
    const texts = await textsOf(`${html}<p>two`);
    expect(texts.length).toBeGreaterThan(1);
    expect(
      texts
        .join(" ")
        .match(/one|two/g)
        ?.toSorted(),
    ).toEqual(["one", "two"]);
  });

  it("loses no word of a box in a line, and cuts none", async () => {
    const words = many(3000, (index) => `w${index}`);
    const texts = await textsOf(`<p><span style="display: inline-block">${words.join(" ")}</span>`);
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.join(" ").split(/\s+/)).toEqual(words);
  });

  it("is cut where it is a picture beside text, and the text is not", async () => {
    const pixel =
      "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAG7buVgAAAABJRU5ErkJggg==";
    const words = many(70, (index) => `word${index}`);
    const css = "@page { size: 60mm 90mm; margin: 5mm } body { margin: 0 } td { padding: 0; vertical-align: top }";
    const rows = [40, 41.5, 43, 47].map(
      (top) =>
        `<table><tr><td style="padding-top: ${top}px">${words.join("<br>")}<td><img alt="" src="${pixel}" width="3" height="1800"></table>`,
    );
    for (const html of rows) expect((await textsOf(html, css)).join(" ").match(/word\d+/g)).toEqual(words);
  });

  it("is an error with its place and size where it is a line", async () => {
    const tall = '<h1\nstyle="line-height: 400mm; margin: 0">one';
    const [found] = (await failureOf(() => render(tall, "body { margin: 0 }"))).diagnostics;
    expect(found?.message).toBe('The line "one" on page 1 is 1134 pt high; the page has room for 729 pt.');
    expect(found?.source).toMatchObject({ file: "page.html", line: 2 });
  });

  it("ends where it would take more pages than any document", async () => {
    const { diagnostics } = await failureOf(() => render('<p style="margin-top: 1e9px">x'));
    expect(codesOf(diagnostics)).toEqual(["too-many-pages"]);
  });
});

describe("what is wider than a page", () => {
  it("is told, with the first word that is cut and its place", async () => {
    const { diagnostics } = await render(
      `<p>x\n<div style="width: 400mm; white-space: nowrap">${many(79, (index) => `word${index}`).join(" ")}</div>`,
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(["content-off-page"]);
    expect(diagnostics[0]?.message).toMatch(/^\d\d words are cut off at the edge of the page, or beyond it: "word\d+"/);
    expect(diagnostics[0]?.source).toMatchObject({ line: 2 });
  });

  it.each([
    ["a box without words", '<div style="width: 400mm; height: 9mm; background: red"></div>'],
    ["a border", '<div style="width: 400mm; border: 1px solid">y</div>'],
    ["a box in a line", '<span style="display: inline-block; width: 400mm; height: 9mm; border: 1px solid"></span>'],
    ["a turned box", '<div style="height: 9mm; background: red; transform: translateX(100px)"></div>'],
    [
      "a picture",
      '<img alt="z" src="data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22%20viewBox=%220%200%209%209%22/%3E" style="width: 50mm; height: 9mm; margin-left: 150mm">',
    ],
  ])("is told of %s, with what comes before it", async (_, html) => {
    const { diagnostics } = await render(`<p>x</p>\n${html}`);
    expect(diagnostics.map(({ code }) => code)).toEqual(["content-off-page"]);
    expect(diagnostics[0]?.message).toMatch(
      /^A box or a picture after "x" is cut off at the edge of the page, by \d+ pt\.$/,
    );
  });

  it.each([
    ["where paper ends", '<div style="margin: 0 -20mm; height: 9mm; background: red"></div>'],
    [
      "where a box cuts it off",
      '<div style="overflow: hidden"><div style="width: 400mm; height: 9mm; background: red"></div></div>',
    ],
    ["white as paper", '<div style="width: 400mm; height: 9mm; background: #fff"></div>'],
    ["out of sight", '<div style="position: absolute; left: -9999px; width: 9px; height: 9px; background: red"></div>'],
  ])("is no news of a box %s", async (_, html) => {
    expect((await render(`<p>x</p>${html}`, "@page { margin: 20mm } body { margin: 0 }")).diagnostics).toEqual([]);
  });

  it("is no news where all of it is seen", async () => {
    expect((await render(`<p>${many(300, (index) => `word${index}`).join(" ")}`)).diagnostics).toEqual([]);
  });
});

describe("what begins a page", () => {
  it("begins at its top, whatever its margin", async () => {
    const html =
      '<p>one</p><p style="break-before: page; margin-top: -100px">two<br>three<br>four<br>five<br>six<br>seven';
    expect(await textsOf(html)).toEqual(["one", "two three four five six seven"]);
  });
});

describe("generated content", () => {
  it("is of elements, not of what it generates", async () => {
    expect((await textsOf("<p>x</p>", '*::before { content: "B" }')).join()).toContain("x");
  });
});
