import { toHtml } from "hast-util-to-html";
import { describe, expect, it } from "vitest";
import { buildDocument, type PagesOptions } from "../../src/document/index.ts";
import { createPage } from "./rendered.ts";

const build = (html: string, pages?: Partial<PagesOptions>) =>
  buildDocument(createPage().rendered(html), {
    strict: false,
    screen: true,
    pages: { chartDetails: "after", notes: "foot", ...pages },
  });
const pagedOf = (html: string, pages?: Partial<PagesOptions>) => toHtml(build(html, pages).paged!.tree);
const screenOf = (html: string) => toHtml(build(html).tree);

describe("on pages, notes", () => {
  const note = (text: string) => `<span data-note="a">${text}</span>`;
  const html = `<h1>T</h1><nav data-contents></nav><h2>A</h2><p>a${note("From <em>A</em>.")} b${note("From B.")} c${note("From <em>A</em>.")}</p><section data-notes></section>`;

  it("stand after the first reference, once, with their number and without a way back; their list is gone", () => {
    const paged = pagedOf(html);
    expect(paged).toContain(
      '<p>a<sup class="note-ref"><a href="#note-1" id="note-ref-1" role="doc-noteref" aria-label="Note 1">1</a></sup>' +
        '<span class="page-note" id="note-1"><span class="page-note-number">1</span> From <em>A</em>. </span> ' +
        'b<sup class="note-ref"><a href="#note-2" id="note-ref-2" role="doc-noteref" aria-label="Note 2">2</a></sup>' +
        '<span class="page-note" id="note-2"><span class="page-note-number">2</span> From B. </span> ' +
        'c<sup class="note-ref"><a href="#note-1" id="note-ref-1-2" role="doc-noteref" aria-label="Note 1">1</a></sup></p>',
    );
    expect(paged).not.toContain("doc-endnotes");
    expect(paged).not.toContain("#notes");
    expect(screenOf(html)).toContain('role="doc-endnotes"');
  });

  it("stay in their list where that is asked, and where one refers to another", () => {
    expect(pagedOf(html, { notes: "end" })).toContain('role="doc-endnotes"');
    expect(pagedOf(`<h1>T</h1><p>a${note(`A${note("B")}`)}</p>`)).toContain('role="doc-endnotes"');
  });

  it("that hold blocks are blocks", () => {
    expect(pagedOf(`<h1>T</h1><div>a${note("<p>A</p><p>B</p>")}</div>`)).toContain('<div class="page-note"');
  });
});

describe("on pages, what charts show in words and figures", () => {
  const html =
    '<h1>T</h1><main><p>a</p><img src="chart:a" alt="A" aria-details="d"><details class="chart-data" id="d"><summary>Data</summary><p>b</p></details>' +
    "<p>c</p></main>";

  it("stands after the chart, in an appendix, or nowhere, and no image leads to what is not there", () => {
    expect(pagedOf(html)).toMatch(/<img[^>]*>\s*<details.*<p>c<\/p><\/main>/);
    expect(pagedOf(html, { chartDetails: "appendix" })).toMatch(
      /aria-details="d"><p>c<\/p><section class="chart-appendix"><h2 id="charts">The charts in words and figures<\/h2><details.*<\/section><\/main>/,
    );
    const without = pagedOf(html, { chartDetails: "none" });
    expect(without).not.toContain("details");
    expect(without).toContain('alt="A"');
    expect(screenOf(html)).toContain("<details");
  });

  it("is warned of where the figures take many pages, by the name of the chart, and not where they are left out", () => {
    const rowsOf = (count: number) =>
      html.replace(
        "<p>b</p>",
        `<table><tr><th>A</th></tr>${Array.from({ length: count }, () => "<tr><td>b</td></tr>").join("")}</table>`,
      );
    const warned = (count: number, pages?: Partial<PagesOptions>) =>
      build(rowsOf(count), pages).diagnostics.filter(({ code }) => code === "long-chart-data");
    expect(warned(399)).toEqual([]);
    expect(warned(999)).toMatchObject([
      { severity: "warning", message: 'The figures behind chart "a" are 1000 rows in print, about 25 pages.' },
    ]);
    expect(warned(999, { chartDetails: "appendix" })).toHaveLength(1);
    expect(warned(999, { chartDetails: "none" })).toEqual([]);
  });

  it("has no appendix where there is nothing for it", () => {
    expect(pagedOf("<h1>T</h1><p>a</p>", { chartDetails: "appendix" })).not.toContain("section");
  });
});

describe("a marker in a table", () => {
  const html = "<h1>T</h1><p>[c]</p><table><tr><th>[z] a</th><td>[c]</td><td>[q] 1 [x]</td></tr></table>";

  it("is heard as what it means: words that are not seen on screens, an expansion in PDF", () => {
    const screen = screenOf(html);
    expect(screen).toContain(
      '<td><span aria-hidden="true" title="not shown, to protect confidentiality">[c]</span>' +
        '<span class="visually-hidden">not shown, to protect confidentiality</span></td>',
    );
    expect(screen).toContain("<p>[c]</p>");
    expect(screen).toContain('<td>[q] 1 <span aria-hidden="true" title="not available">[x]</span>');
    expect(pagedOf(html)).toContain(
      '<th><abbr title="not applicable">[z]</abbr> a</th><td><abbr title="not shown, to protect confidentiality">[c]</abbr></td>',
    );
  });
});

describe("the first link of a page", () => {
  it("leads to its main part, else to its first heading, and is not on pages", () => {
    expect(screenOf("<header>h</header><main><h1>T</h1></main>")).toMatch(
      /^<a class="skip-link" href="#content">Skip to the content<\/a><header>h<\/header><main id="content">/,
    );
    expect(screenOf('<h1 id="x">T</h1>')).toMatch(/^<a class="skip-link" href="#x">/);
    expect(pagedOf("<main><h1>T</h1></main>")).not.toContain("skip-link");
  });
});
