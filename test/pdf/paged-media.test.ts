import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RenderPdfOptions, renderPdf } from "../../src/pdf/index.ts";
import { readPages, textItems } from "../support/open-pdf.ts";
import { trials } from "../support/trials.ts";
import { date, fonts } from "./fonts.ts";
import { readPdf } from "./read-pdf.ts";

const render = (body: string, css: string, options: Partial<RenderPdfOptions> = {}) =>
  renderPdf(body, { title: "T", lang: "en-GB", date, fonts, css, ...options });
const pagesOf = async (body: string, css: string) => (await readPdf((await render(body, css)).bytes)).pages;
const sizesOf = async (body: string, css: string) =>
  [
    ...Buffer.from((await render(body, css)).bytes)
      .toString("latin1")
      .matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g),
  ].map(([, width, height]) => `${Math.round(Number(width))} × ${Math.round(Number(height))}`);

describe("the area of a page", () => {
  const side = fc.double({ min: 0, max: 90, noNaN: true });
  const paper = fc.double({ min: 300, max: 900, noNaN: true });

  it("is whole px for any paper and margins, which lose less than one each", async () => {
    await fc.assert(
      fc.asyncProperty(paper, paper, side, side, side, side, async (width, height, top, right, bottom, left) => {
        const css = `@page { size: ${width}pt ${height}pt; margin: ${top}pt ${right}pt ${bottom}pt ${left}pt }
          body { margin: 0 } div { width: 100% } html, body, div { height: 100% }`;
        const { explained } = await render("<body><div></div><p>text</p>", css, { explain: "div" });
        const area = explained[0]?.areas[0];
        expect(area?.x).toBeCloseTo(left, 5);
        expect(area?.y).toBeCloseTo(top, 5);
        for (const [length, least, edge] of [
          [area?.width ?? 0, width - left - right, width - left],
          [area?.height ?? 0, height - top - bottom, height - top],
        ] as const) {
          const isAtEdge = Math.abs(length - edge) < 0.001;
          if (!isAtEdge) expect(length / 0.75).toBeCloseTo(Math.round(length / 0.75), 5);
          expect(length).toBeGreaterThan(least - 0.02);
          expect(length).toBeLessThan(least + 0.75);
          expect(length).toBeLessThan(edge + 0.001);
        }
      }),
      { numRuns: trials(500, 60) },
    );
  });
});

describe("break-inside: avoid", () => {
  const css = `@page { size: 100pt 200pt; margin: 10pt } body, p, h2, table { margin: 0; font: 10pt/20pt Inter } table { border-spacing: 0 }
    td { padding: 0 } .kept { break-inside: avoid } h2 { break-after: avoid } .flex { display: flex; flex-direction: column }`;
  const rows = (count: number) => Array.from({ length: count }, (_, index) => `row${index}`);
  const bodies: Readonly<Record<string, (words: readonly string[]) => string>> = {
    block: (words) => `<div class="kept">${words.map((word) => `<p>${word}</p>`).join("")}</div>`,
    table: (words) => `<table class="kept">${words.map((word) => `<tr><td>${word}`).join("")}</table>`,
    figure: (words) => `<div class="kept"><table>${words.map((word) => `<tr><td>${word}`).join("")}</table></div>`,
    flex: (words) => `<div class="kept flex">${words.map((word) => `<p>${word}</p>`).join("")}</div>`,
  };

  it.each(Object.keys(bodies))(
    "keeps a %s together that a page can hold, and leaves none empty for one that it cannot",
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 2, max: 30 }), fc.integer({ min: 1, max: 5 }), async (count, before) => {
          const intro = "<p>intro</p>".repeat(before);
          const pages = await pagesOf(`${intro}<h2>head</h2>${bodies[kind]?.(rows(count))}`, css);
          const perPage = pages.map(({ tree }) => Array.from(tree.matchAll(/row\d+/g)).length);
          // Nine lines on a page.
          if (count <= 9) expect(perPage.filter((found) => found > 0)).toEqual([count]);
          else expect(perPage[0]).toBe(9 - before - 1);
          expect(perPage.reduce((sum, found) => sum + found, 0)).toBe(count);
        }),
        { numRuns: trials(60, 15) },
      );
    },
  );
});

describe("named pages", () => {
  const css = `@page { size: A5; margin: 15mm; @bottom-center { content: "p" counter(page) } }
    @page wide { size: A5 landscape; @bottom-center { content: "wide " counter(page) } }
    .wide { page: wide }`;
  const body = `<p>before<section class="wide"><p>${"word ".repeat(60)}</section><p>after`;

  it("begin and end with a break, and have their size and margin boxes", async () => {
    expect(await sizesOf(body, css)).toEqual(["420 × 595", "595 × 420", "420 × 595"]);
    const pages = await pagesOf(body, css);
    expect(pages.map(({ artifacts }) => artifacts)).toEqual(["p1", "wide 2", "p3"]);
    expect(pages.map(({ tree }) => /P "(\w+)/.exec(tree)?.[1])).toEqual(["before", "word", "after"]);
  });

  it("lay out what is on them at their width", async () => {
    const { bytes } = await render(body, css);
    const [, second = []] = await readPages(bytes, textItems);
    const rights = second.map(({ transform, width }) => transform[4] + width);
    expect(Math.max(...rights)).toBeGreaterThan(500);
    expect(Math.max(...rights)).toBeLessThanOrEqual(595.276 - 42.5);
  });

  it("take a first page of their own, pseudo-classes with names, and lists of selectors", async () => {
    const pages = await pagesOf(
      `<section class="cover">cover</section><p>text`,
      `@page { @top-left { content: "any" } } @page cover:first, :blank { @top-left { content: "cover" } } .cover { page: cover }`,
    );
    expect(pages.map(({ artifacts }) => artifacts)).toEqual(["cover", "any"]);
  });
});

describe("sides", () => {
  it("put a chapter on a right-hand page, after a blank one where it must", async () => {
    const css = `h1 { break-before: right } @page { @top-left { content: "text" } } @page :blank { @top-left { content: "blank" } }`;
    const pages = await pagesOf("<h1>One</h1><p>a<h1>Two</h1><p>b", css);
    expect(pages.map(({ artifacts }) => artifacts)).toEqual(["text", "blank", "text"]);
    expect((await pagesOf("<p>a<p style='break-before: verso'>b", "")).length).toBe(2);
    expect((await pagesOf("<p>a<p style='break-before: left'>b<p style='break-before: left'>c", "")).length).toBe(4);
  });

  it("give their pages the width that left and right agree on", async () => {
    const css = `@page :left { margin: 15mm 20mm 15mm 10mm } @page :right { margin: 15mm 10mm 15mm 20mm }
      body { margin: 0 } div { height: 2em; break-after: page }`;
    const { explained } = await render("<div>a</div><div>b</div>", css, { explain: "div" });
    expect(
      explained.map(({ areas: [area] }) => [area?.x, area?.width].map((length) => Math.round(length ?? 0))),
    ).toEqual([
      [57, 511],
      [28, 511],
    ]);
  });

  it("leave whole px to the content, rounded up from margins in 64ths of a px, as browsers do", async () => {
    const widthOf = async (margin: string) => {
      const { explained } = await render("<div>a</div>", `@page { size: A4; margin: ${margin} } body { margin: 0 }`, {
        explain: "div",
      });
      return (explained[0]?.areas[0]?.width ?? 0) / 0.75;
    };
    const widths = ["20mm", "12mm", ".75cm", "25mm", "10mm", "1.25cm", "1in", "17px"].map(widthOf);
    for (const [index, width] of [643, 704, 738, 605, 719, 700, 602, 760].entries())
      expect(await widths[index], String(index)).toBeCloseTo(width, 3);
  });
});

describe("footnotes", () => {
  const css = "@page { size: 105mm 148mm; margin: 12mm } .fn { float: footnote; font-size: 8pt }";

  it("stand at the foot of the page, and are read after their call", async () => {
    const [page] = await pagesOf(
      `<p>One<span class="fn">First <i>note</i>.</span> two<span class="fn">Second.</span> three.`,
      css,
    );
    expect(page?.tree).toBe(`Root
  Document
    P
      "One"
      Reference
        Link "1"
      Note
        Lbl "1."
        "First note."
      "two"
      Reference
        Link "2"
      Note
        Lbl "2."
        "Second."
      "three."`);
    expect(page?.untagged).toEqual([]);
    expect(page?.links).toEqual([
      { dest: "note-1", contents: "1" },
      { dest: "note-2", contents: "2" },
    ]);
  });

  it("are read before the words that follow, also where no call is drawn", async () => {
    const body = `<p>One<sup>1</sup><span class="fn">First.</span> two<sup>2</sup><span class="fn">Second.</span> three.`;
    const [page] = await pagesOf(body, `${css} ::footnote-call { content: none }`);
    const read = [...(page?.tree ?? "").matchAll(/"([^"]*)"/g)].map(([, text]) => text?.trim());
    expect(read.filter((text) => /\w{3}/.test(text ?? ""))).toEqual(["One1", "First.", "two2", "Second.", "three."]);
  });

  it("move with their call, and take their style from @footnote, ::footnote-call and ::footnote-marker", async () => {
    const more = `@page { @footnote { border-top: none; padding: 0 } } ::footnote-call { content: "[" counter(footnote, lower-alpha) "]" }
      ::footnote-marker { content: counter(footnote, lower-alpha) ") " }`;
    const body = `${"<p>line</p>".repeat(13)}<p>call<span class="fn">${"note ".repeat(60)}</span>`;
    const pages = await pagesOf(body, css + more);
    expect(pages.map(({ tree }) => tree.includes("Note"))).toEqual([false, true]);
    expect(pages[1]?.tree).toContain(`Link "[a]"`);
    expect(pages[1]?.tree).toContain(`Lbl "a)"`);
  });

  it("run over to the next page where they must", async () => {
    const pages = await pagesOf(`<p>call<span class="fn">${"word ".repeat(900)}</span> and on<p>after`, css);
    expect(pages.length).toBeGreaterThan(2);
    const all = pages.map(({ tree }) => tree).join("\n");
    expect(all.match(/word/g)).toHaveLength(900);
    expect(all).toContain("after");
  });

  it("are never lost, never leave their page and keep their order, wherever they are called", async () => {
    const paragraph = fc.record({ words: fc.integer({ min: 1, max: 90 }), note: fc.integer({ min: 0, max: 120 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 12 }), fc.boolean(), async (list, inTable) => {
        const cells = list.map(({ words, note }, index) => {
          const text = `${"text ".repeat(words)}t${index}`;
          return note > 0 ? `${text}<span class="fn">n${index} ${"note ".repeat(note)}e${index}</span>` : text;
        });
        const body = inTable
          ? `<table>${cells.map((cell) => `<tr><td>${cell}<td>x`).join("")}</table>`
          : cells.map((cell) => `<p>${cell}</p>`).join("");
        const { bytes } = await render(body, css);
        const { pages } = await readPdf(bytes);
        const all = pages.map(({ tree }) => tree).join(" ");
        for (const [index, { note }] of list.entries()) {
          expect(all.match(new RegExp(`\\bt${index}\\b`, "g"))).toHaveLength(1);
          if (note > 0) expect(all.match(new RegExp(`\\b[ne]${index}\\b`, "g"))).toEqual([`n${index}`, `e${index}`]);
        }
        expect(all.match(/\bnote\b/g)?.length ?? 0).toBe(list.reduce((sum, { note }) => sum + note, 0));
        expect(await outside(bytes)).toEqual([]);
      }),
      { numRuns: trials(25, 8) },
    );
  });
});

/** Texts that are not between the margins of an A6 page. */
async function outside(bytes: Uint8Array): Promise<readonly string[]> {
  const margin = 34;
  const pages = await readPages(bytes, textItems);
  return pages.flat().flatMap(({ str, transform, width }) => {
    const [x, y] = [transform[4] as number, transform[5] as number];
    const isInside = x >= margin - 0.1 && x + width <= 297.64 - margin + 3.5 && y >= margin && y <= 419.53 - margin;
    return isInside || str.trim() === "" ? [] : [str];
  });
}

describe("references", () => {
  const chapters = ["One", "Two", "Three"];
  const body = `<ol role="doc-toc">${chapters.map((name) => `<li><a href="#${name}">${name}</a>`).join("")}</ol>
    ${chapters.map((name) => `<h1 id="${name}">${name}</h1><p>text`).join("")}<p>See <a class="see" href="#Two"></a>.`;

  it("print the number of a page, a counter there, and the text", async () => {
    const css = `h1 { break-before: page; counter-increment: chapter }
      li a::after { content: ", page " target-counter(attr(href), page) ", chapter " target-counter(attr(href), chapter, upper-roman) }
      .see::after { content: target-text(attr(href url)) " on page " target-counter(attr(href url), page) }`;
    const pages = await pagesOf(body, css);
    expect(pages[0]?.tree.match(/Link ".*"/g)).toEqual([
      `Link "One, page 2, chapter I"`,
      `Link "Two, page 3, chapter II"`,
      `Link "Three, page 4, chapter III"`,
    ]);
    expect(pages[3]?.tree).toContain(`Link "Two on page 3"`);
  });

  it("are the last that were tried, with a warning, where they go back and forth", async () => {
    // On page 8 the numbers are so long that the chapter stands on page 9, and as IX so short that it stands on page 8.
    const css = `@page { size: 105mm 148mm; margin: 12mm } h1 { break-before: page; font-size: 10pt } h2 { font-size: 10pt }
      a::after { content: target-counter(attr(href), page, upper-roman) "-" }`;
    const chapters = Array.from({ length: 7 }, () => "<h1>Chapter</h1>").join("");
    const links = '<a href="#t"></a> '.repeat(400);
    const { diagnostics } = await render(`${chapters}<p>${links}</p><h2 id="t">Target</h2>`, css);
    expect(diagnostics.map(({ code }) => code)).toEqual(["unsettled-page-numbers"]);
  });

  it("settle where the numbers themselves move the pages", async () => {
    const css = `@page { size: 74mm 105mm; margin: 10mm } li a::after { content: " on page number " target-counter(attr(href), page) }`;
    const many = Array.from({ length: 30 }, (_, index) => `c${index}`);
    const long = `<ol>${many.map((id) => `<li><a href="#${id}">A chapter called ${id}</a>`).join("")}</ol>${many
      .map((id) => `<h2 id="${id}">${id}</h2><p>text`)
      .join("")}`;
    const pages = await pagesOf(long, css);
    const printed = pages.flatMap(({ tree }) =>
      [...tree.matchAll(/called (c\d+) on page number (\d+)/g)].map(([, id, page]) => [id, Number(page)]),
    );
    expect(printed).toHaveLength(30);
    for (const [id, page] of printed) expect(pages[(page as number) - 1]?.tree).toMatch(new RegExp(`H\\d "${id}"`));
  });
});

describe("a row group, and what is in a box that is on every page", () => {
  it("are where links and page numbers lead to them", async () => {
    const css = `tbody { break-before: page } .fixed { position: fixed; top: 0 } a::after { content: " p" target-counter(attr(href), page) }`;
    const body = `<p class="fixed"><b id="head">head</b></p>
      <p><a href="#rows">rows</a> <a href="#head">head</a></p><p style="break-before: page">next</p>
      <table><thead><tr><th>a</thead><tbody id="rows"><tr><td>1</tbody></table>`;
    const [page] = await pagesOf(body, css);
    expect(page?.tree).toContain("rows p2");
    expect(page?.tree).toContain("head p1");
    expect(page?.links.map(({ dest }) => dest)).toEqual(["rows", "head"]);
  });
});
