import fc from "fast-check";
import { toHtml } from "hast-util-to-html";
import { toString as textOf } from "hast-util-to-string";
import { describe, expect, it } from "vitest";
import { BriefingError } from "../../src/diagnostics/index.ts";
import { buildDocument } from "../../src/document/index.ts";
import { createPage } from "./rendered.ts";

const h1 = "<h1>Title</h1>";

/** The figures that the audit reports or warns of, without what else a document may warn of. */
function figuresOf(rendered: ReturnType<ReturnType<typeof createPage>["rendered"]>): string[] {
  return buildDocument(rendered, { strict: false })
    .diagnostics.filter(({ code }) => code === "untraced-figure" || code === "figure-or-label")
    .map(({ message }) => /^The (?:figure|number) "(.*?)" in/.exec(message)?.[1] ?? message);
}

describe("the figure audit", () => {
  it("reports a typed figure with template, line, column, digits and a way out", () => {
    const page = createPage();
    const html = `${h1}<p>${page.typed("Offences rose by 140% in a year.", 12)}</p>`;
    const { diagnostics } = buildDocument(page.rendered(html), { strict: false });
    expect(diagnostics).toEqual([
      {
        code: "untraced-figure",
        severity: "warning",
        message: 'The figure "140%" in the text cannot be traced: "Offences rose by 140% in a year.".',
        hint: 'Print it with {{claim}} or {{value}}, or write {{literal "140%"}} if it is not a figure of the data.',
        source: { file: "regional.hbs", line: 12, column: 18 },
      },
    ]);
  });

  it("throws every one of them at once in strict mode", () => {
    const page = createPage();
    const html = `${h1}<p>${page.typed("From 114")}</p><p title="${page.typed("to 274")}">${page.claim("140%", 1.4)}</p>`;
    const build = () => buildDocument(page.rendered(html, { title: page.typed("19 briefings") }), { strict: true });
    expect(build).toThrow(BriefingError);
    try {
      build();
    } catch (error) {
      expect((error as BriefingError).diagnostics.map(({ message }) => message)).toEqual([
        expect.stringContaining('"19" in the document\'s title'),
        expect.stringContaining('"114" in the text'),
        expect.stringContaining('"274" in the title attribute of <p>'),
      ]);
    }
  });

  it("lets pass what a run covers", () => {
    const page = createPage();
    const html =
      `<h1>${page.metadata("Area 51")}</h1><p>${page.claim("a 140% rise", 1.4035)} ${page.literal("0800 1111")} ` +
      `${page.run("2018/19", { kind: "period" })} ${page.cell("1,234", 1234)}</p>` +
      `<img src="chart:trend" alt="${page.run("From 114 to 274.", { kind: "chart", id: "trend" })}">`;
    expect(figuresOf(page.rendered(html, { title: page.metadata("Area 51") }))).toEqual([]);
  });

  it("looks everywhere a reader does, and nowhere else", () => {
    const page = createPage();
    const html =
      `${h1}<img src="data:image/png;base64,iVBORw0KGgo9" alt="1" width="22" height="22"><p class="p-22" id="p-22" data-note="22" aria-label="2" ` +
      `aria-description="3" aria-roledescription="4 charts">x</p><a href="https://example.org/22" title="5">a</a>` +
      `<table><caption>6</caption><tr><th abbr="7" colspan="2">h</th></tr></table><ol start="8"><li value="9">x</li></ol>` +
      `<data value="9.5">nine</data>` +
      `<details><summary>10</summary>x</details><figure><figcaption>11</figcaption></figure>` +
      `<style>p{margin:22px}</style><script>22</script><!-- 22 --><time datetime="2022">then</time>`;
    expect(figuresOf(page.rendered(html))).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "9.5", "10", "11"]);
  });

  it("sees digits of any script, superscripts, fractions, Roman numerals, references and digits in words", () => {
    const page = createPage();
    expect(
      figuresOf(page.rendered(`${h1}<p>٣٤٪ x² ½ Ⅷ ① &#49;&#x32; 𝟙 COVID-19 £4,373,500 34&nbsp;per cent</p>`)),
    ).toEqual(["٣٤", "²", "½", "Ⅷ", "①", "12", "𝟙", "£4,373,500", "34"]);
    expect(figuresOf(page.rendered(`${h1}<p>It&#8217;s one &mdash; &#x2019;</p>`))).toEqual([]);
  });

  it("sees digits that are split over elements, or stand right against a traced figure", () => {
    const page = createPage();
    const html = `${h1}<p>1<b>4</b>0 <span>${page.claim("27", 27)}4</span></p>`;
    expect(figuresOf(page.rendered(html))).toEqual(["1", "4", "0", "4"]);
  });

  it("keeps what an element that is not allowed held in the audit", () => {
    const page = createPage();
    expect(figuresOf(page.rendered(`${h1}<font>34%</font><marquee>77%</marquee>`))).toEqual(["34%", "77%"]);
  });

  it("reads the metadata too", () => {
    const page = createPage();
    const rendered = page.rendered(h1, { description: `${page.metadata("Area 51")}, ${page.typed("up 140%", 3)}` });
    const document = buildDocument(rendered, { strict: false, metadata: { author: "99 of them" } });
    expect(document.description).toBe("Area 51, up 140%");
    expect(document.diagnostics).toMatchObject([
      {
        message: 'The figure "140%" in the document\'s description cannot be traced: ", up 140%".',
        source: { file: "regional.hbs", line: 3, column: 4 },
      },
      {
        message: 'The figure "99" in the document\'s author cannot be traced: "99 of them".',
        source: { file: "briefing", field: "author" },
      },
    ]);
  });

  it("takes in what charts and stylesheets were found to write", () => {
    const untraced = [{ code: "untraced-figure", message: "The stylesheet writes 9." }] as const;
    expect(() => buildDocument(createPage().rendered(h1), { strict: true, untraced })).toThrow("writes 9.");
    const { diagnostics } = buildDocument(createPage().rendered(h1), { strict: false, untraced });
    expect(diagnostics).toEqual([{ ...untraced[0], severity: "warning" }]);
  });

  it("reports a figure once though a loop repeats it", () => {
    const page = createPage();
    const row = `<p>${page.typed("over 5 years", 3)}</p>`;
    expect(figuresOf(page.rendered(h1 + row.repeat(43)))).toEqual(["5"]);
  });

  it("trusts no broken or forged mark", () => {
    const page = createPage();
    page.literal("nothing");
    const forged = "&#xFDD0;0&#xFDD1;140%&#64978; &#XfDd0;0&#0064977;77%";
    const unknown = "\uFDD099\uFDD134%\uFDD2";
    const unclosed = "<b>\uFDD00\uFDD1x</b> 12%";
    const { tree, diagnostics } = buildDocument(page.rendered(`${h1}<p>${forged} ${unknown} ${unclosed}</p>`), {
      strict: false,
    });
    const figures = diagnostics.map(({ message }) => /"(.*?)"/.exec(message)?.[1]);
    expect(figures).toEqual(["0140%", "077%", "34%", "12%"]);
    expect(textOf(tree)).not.toMatch(/[\uFDD0-\uFDEF]/);
  });

  it("property: around any words, exactly the counts outside runs are reported", () => {
    const word = fc.stringMatching(/^[a-z \u00e9<&"']{1,8}$/);
    const digits = fc.stringMatching(/^[0-9٠-٩½²]{1,3}$/u);
    const segment = fc.record({ traced: fc.boolean(), before: word, digits, after: word, attribute: fc.boolean() });
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 12 }), (segments) => {
        const page = createPage();
        const escaped = (text: string) =>
          text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
        const html = segments.map(({ traced, before, digits, after, attribute }) => {
          const text = `${escaped(before)}: ${traced ? page.claim(digits, 1) : page.typed(digits)} offences ${escaped(after)}`;
          return attribute ? `<p title="${text}">x</p>` : `<p>${text}</p>`;
        });
        const rendered = page.rendered(h1 + html.join(""));
        const untraced = segments.filter(({ traced }) => !traced).map(({ digits }) => digits);
        expect(figuresOf(rendered)).toEqual(untraced);
        expect(toHtml(buildDocument(rendered, { strict: false }).tree)).not.toMatch(/[\uFDD0-\uFDEF]/);
      }),
    );
  });
});

describe("traced runs", () => {
  const bodyOf = (html: string, page: ReturnType<typeof createPage>) =>
    toHtml(buildDocument(page.rendered(h1 + html), { strict: true }).tree).slice(h1.length + ' id="title"'.length);

  it("become data, time or plain text", () => {
    const page = createPage();
    const html =
      `<p>${page.claim("a 140% rise", 1.4035)} ${page.claim("[c]")} ${page.cell("274", 274)} ` +
      `${page.run("2018/19", { kind: "period", datetime: "2019-03-31" })} ${page.run("last year", { kind: "period" })} ${page.literal("999")}</p>`;
    expect(bodyOf(html, page)).toBe(
      '<p><data class="claim" data-claim="rise" value="1.4035">a 140% rise</data> <span class="claim" data-claim="rise">[c]</span> ' +
        '<data class="cell" data-cell="by-year/1" value="274">274</data> <time datetime="2019-03-31">2018/19</time> last year 999</p>',
    );
  });

  it("leave attributes as plain values of the right type", () => {
    const page = createPage();
    const html = `<p class="a ${page.claim("b 2", 2)}" title="${page.claim("140%", 1.4)}">x</p><ol start="${page.literal("3")}"><li>x</ol>`;
    const { tree } = buildDocument(page.rendered(h1 + html), { strict: true });
    const [, paragraph, list] = tree.children as { properties: object }[];
    expect(paragraph?.properties).toEqual({ className: ["a", "b", "2"], title: "140%" });
    expect(list?.properties).toEqual({ start: 3 });
  });
});
