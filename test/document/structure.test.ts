import { toHtml } from "hast-util-to-html";
import { describe, expect, it } from "vitest";
import { buildDocument } from "../../src/document/index.ts";
import { createPage } from "./rendered.ts";

const build = (html: string) => buildDocument(createPage().rendered(html), { strict: true });
const bodyOf = (html: string) => toHtml(build(html).tree);
const codesOf = (html: string) => build(html).diagnostics.map(({ code }) => code);

describe("notes", () => {
  it("are numbered, gathered and linked both ways; the same note is one note", () => {
    const html =
      '<h1>T</h1><p>a<span data-note="claim:a">From <em>A</em>.</span> b<span data-note="claim:b">From B.</span> ' +
      'c<span data-note="claim:c">From <em>A</em>.</span></p><section data-notes></section><p>end</p>';
    expect(bodyOf(html)).toBe(
      '<h1 id="t">T</h1><p>' +
        'a<sup class="note-ref"><a href="#note-1" id="note-ref-1" role="doc-noteref" aria-label="Note 1">1</a></sup> ' +
        'b<sup class="note-ref"><a href="#note-2" id="note-ref-2" role="doc-noteref" aria-label="Note 2">2</a></sup> ' +
        'c<sup class="note-ref"><a href="#note-1" id="note-ref-1-2" role="doc-noteref" aria-label="Note 1">1</a></sup></p>' +
        '<section class="notes" role="doc-endnotes" aria-labelledby="notes"><h2 id="notes">Notes</h2><ol class="note-list">' +
        '<li id="note-1">From <em>A</em>. ' +
        '<a class="note-back" href="#note-ref-1" role="doc-backlink" aria-label="Back to reference of note 1">↑</a></li>' +
        '<li id="note-2">From B. ' +
        '<a class="note-back" href="#note-ref-2" role="doc-backlink" aria-label="Back to reference of note 2">↑</a></li>' +
        "</ol></section><p>end</p>",
    );
  });

  it("go to the end of the text, before the footer, if the template places none", () => {
    const note = '<p>a<span data-note="a">A</span></p>';
    expect(bodyOf(`<h1>T</h1>${note}<footer>f</footer>\n`)).toMatch(
      /<\/p><section class="notes".*<\/section><footer>f<\/footer>\n$/,
    );
    expect(bodyOf(`<header>h</header><main><h1>T</h1>${note}</main><footer>f</footer>`)).toMatch(
      /<\/section><\/main><footer>/,
    );
  });

  it("take the author's heading, in the section or before it", () => {
    const note = '<p>a<span data-note="a">A</span></p>';
    expect(bodyOf(`<h1>T</h1>${note}<h2>Sources</h2><section data-notes></section>`)).toContain(
      '<section class="notes" role="doc-endnotes" aria-labelledby="notes"><h2 id="notes">Sources</h2><ol',
    );
    expect(bodyOf(`<h1>T</h1>${note}<section data-notes class="x"><h3 id="s">S</h3></section>`)).toContain(
      '<section class="notes x" role="doc-endnotes" aria-labelledby="s"><h3 id="s">S</h3><ol',
    );
  });

  it("may hold a further note", () => {
    const html = '<h1>T</h1><p>a<span data-note="a">A<span data-note="b">B</span></span></p>';
    expect(bodyOf(html)).toMatch(/<li id="note-1">A<sup.*href="#note-2".*<li id="note-2">B /);
  });

  it("leave no empty section, and no second one", () => {
    expect(bodyOf("<h1>T</h1><section data-notes></section>")).toBe('<h1 id="t">T</h1>');
    const twice =
      '<h1>T</h1><p>a<span data-note="a">A</span></p><section data-notes></section><section data-notes></section>';
    expect(bodyOf(twice).match(/<section/g)).toHaveLength(1);
    expect(codesOf(twice)).toEqual(["notes-twice"]);
  });

  it("never take an id that the author gave", () => {
    const html = '<h1 id="note-1">T</h1><p id="notes">a<span data-note="a">A</span></p>';
    expect(bodyOf(html)).toContain('<a href="#note-1-2" id="note-ref-1"');
    expect(bodyOf(html)).toContain('<h2 id="notes-2">');
  });
});

describe("headings", () => {
  it("get ids that say what they say, once each, and leave note references out", () => {
    const { headings } = build(
      '<h1>Plant y tŷ: Ŵyl</h1><h2>Trend<span data-note="a">A</span></h2><h2>Trend</h2><h2 id="own">It’s &amp; all</h2><h3>…</h3><h4>數據</h4>',
    );
    expect(headings).toEqual([
      { level: 1, id: "plant-y-ty-wyl", text: "Plant y tŷ: Ŵyl" },
      { level: 2, id: "trend", text: "Trend" },
      { level: 2, id: "trend-2", text: "Trend" },
      { level: 2, id: "own", text: "It’s & all" },
      { level: 3, id: "section", text: "…" },
      { level: 4, id: "數據", text: "數據" },
      { level: 2, id: "notes", text: "Notes" },
    ]);
  });

  it.each([
    ["<p>x</p>", "The document has no <h1>."],
    ["<h1>a</h1><h1>b</h1>", "The document has 2 <h1>, not one."],
    ["<h1>a</h1><h3>b</h3>", 'The heading "b" is an <h3> after an <h1>: a level is left out.'],
    ["<h1>a</h1><h2></h2>", "An <h2> has no text."],
  ])("%s is warned of", (html, message) => {
    expect(build(html).diagnostics.map((diagnostic) => diagnostic.message)).toEqual([message]);
  });
});

describe("contents", () => {
  it("list the second and third level", () => {
    const html = "<h1>T</h1><nav data-contents></nav><h2>A</h2><h3>A one</h3><h4>deep</h4><h3>A two</h3><h2>B</h2>";
    expect(bodyOf(html)).toContain(
      '<nav aria-labelledby="contents"><p class="contents-title" id="contents">Contents</p><ul class="contents-list">' +
        '<li><a href="#a">A</a><ul><li><a href="#a-one">A one</a></li><li><a href="#a-two">A two</a></li></ul></li>' +
        '<li><a href="#b">B</a></li></ul></nav>',
    );
  });

  it("keep the author's heading, out of the list", () => {
    expect(bodyOf('<h1>T</h1><nav data-contents class="c"><h2>In here</h2></nav><h2>A</h2>')).toContain(
      '<nav class="c" aria-labelledby="in-here"><h2 id="in-here">In here</h2><ul class="contents-list"><li><a href="#a">A</a></li></ul></nav>',
    );
  });

  it("go where there is nothing to list", () => {
    expect(bodyOf("<h1>T</h1><nav data-contents></nav>")).toBe('<h1 id="t">T</h1>');
  });
});

describe("checks", () => {
  it("refuse an id used twice, an image without alt, no title and no language", () => {
    const page = createPage();
    const rendered = page.rendered('<h1>T</h1><p id="a">x</p><p id="a">y</p><img src="chart:x">', {
      title: " ",
      lang: "en_GB",
    });
    expect(() => buildDocument(rendered, { strict: false })).toThrow(
      /no title[\s\S]*"en_GB" is not a language tag[\s\S]*chart:x has no text alternative[\s\S]*The id "a" is used more than once/,
    );
  });

  it("warn of a link to nowhere and name the nearest id", () => {
    const { diagnostics } = build(
      '<h1>T</h1><p><a href="#sorces">x</a> <a href="#t%C5%B7">y</a></p><h2>Sources</h2><p id="tŷ">x</p>',
    );
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: "unknown-target",
        message: 'A link leads to "#sorces", and nothing has that id.',
        hint: 'Did you mean "sources"?',
      }),
    ]);
  });

  it("give the same tree for the same input, and no parser positions", () => {
    const html = '<h1>T</h1><nav data-contents></nav><h2>A</h2><p>x<span data-note="a">A</span></p>';
    expect(JSON.stringify(build(html))).toBe(JSON.stringify(build(html)));
    expect(JSON.stringify(build(html).tree)).not.toContain('"position"');
  });
});
