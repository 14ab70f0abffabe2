import fc from "fast-check";
import { toHtml } from "hast-util-to-html";
import { toString as textOf } from "hast-util-to-string";
import { describe, expect, it } from "vitest";
import { buildDocument, figuresIn } from "../../src/document/index.ts";
import { createWords, findLanguage, plainType, setType } from "../../src/language/index.ts";
import { createPage } from "./rendered.ts";

interface Options {
  readonly lang?: string;
  readonly typography?: boolean;
  readonly title?: string;
}

const build = (html: string, { typography, ...about }: Options = {}, page = createPage()) =>
  buildDocument(page.rendered(`<h1>T</h1>${html}`, about), {
    // Typed figures are no matter here.
    strict: false,
    words: createWords({ language: findLanguage(about.lang ?? "en-GB") }),
    typography,
    identify: true,
  });
const bodyOf = (html: string, options: Options = {}) =>
  toHtml(build(html, options).tree).replace('<h1 id="t">T</h1>', "").replaceAll("\u00A0", "_");

describe("the type of a document", () => {
  it("is set across inline elements, note references and traced figures", () => {
    expect(bodyOf('<p id="a">"<em>Women</em>\'s Aid" said "<a href="#a">no</a>".</p>')).toBe(
      '<p id="a">“<em>Women</em>’s Aid” said “<a href="#a">no</a>”.</p>',
    );
    expect(bodyOf("<p>a <b>-</b> b</p><p>so-<b>-</b>and</p>")).toBe("<p>a_<b>–</b> b</p><p>so–<b></b>and</p>");
    const page = createPage();
    const { tree } = build(
      `<p>"${page.claim("4.5", 4.5)} million"<span data-note="a">A</span> and 'so'</p>`,
      { typography: true },
      page,
    );
    expect(textOf(tree).replaceAll("\u00A0", "_")).toMatch(/^T“4\.5_million”1 and ‘so’/);
  });

  it("is set block by block: a mark that one opens is none in the next", () => {
    expect(bodyOf("<ul><li>the boys'</li><li>'em all</li></ul>")).toBe("<ul><li>the boys’</li><li>’em all</li></ul>");
    expect(bodyOf('<table><tr><th>5\'</th><td>"a"</td></tr></table>')).toContain("<th>5′</th><td>“a”</td>");
    expect(bodyOf("<div>'a<p>b'</p>c'</div>")).toBe("<div>’a<p>b’</p>c’</div>");
  });

  it("leaves code, addresses, attributes that programs read, and what is asked to stay as typed", () => {
    const html =
      "<p><code>it's -- 'x'</code>'s \"<kbd>'</kbd>\" https://example.org/'a'</p><pre>\"a\"</pre>" +
      '<p id="a--b" title="it\'s" class="x--y"><a href="#a--b">it\'s</a></p>';
    expect(bodyOf(html)).toBe(
      "<p><code>it's -- 'x'</code>’s “<kbd>'</kbd>” https://example.org/'a'</p><pre>\"a\"</pre>" +
        '<p id="a--b" title="it’s" class="x--y"><a href="#a--b">it’s</a></p>',
    );
    expect(bodyOf('<p>"it\'s"</p>', { typography: false })).toBe('<p>"it\'s"</p>');
  });

  it("is set in the language of each part, and left where the house does not know it", () => {
    expect(bodyOf('<p>5 miliwn, <span lang="cy">5 miliwn, 5 million</span>, 5 million</p>')).toBe(
      '<p>5 miliwn, <span lang="cy">5_miliwn, 5 million</span>, 5_million</p>'.replace("5 miliwn, <", "5 miliwn, <"),
    );
    expect(bodyOf('<p>"a" <span lang="fr">"c\'est"</span> "b"</p>')).toBe(
      '<p>“a” <span lang="fr">"c\'est"</span> “b”</p>',
    );
  });

  it("is set in the title that readers see, not in the one that names the document in data", () => {
    const { title, printedTitle } = build("<p>a</p>", { title: "Women's imprisonment" });
    expect([title, printedTitle]).toEqual(["Women's imprisonment", "Women’s imprisonment"]);
  });

  it("reads as what was typed, whatever that is and however it is divided, and is recorded as it stands", () => {
    const part = fc.tuple(
      fc.constantFrom("", "em", "data", "code", "sup"),
      fc
        .array(fc.constantFrom(..."'\"-. ab", "--", "...", " - "), { minLength: 1, maxLength: 6 })
        .map((each) => each.join("")),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const html = parts.map(([tag, text]) => (tag === "" ? text : `<${tag}>${text}</${tag}>`)).join("");
        const typed = parts.map(([, text]) => text).join("");
        const { tree } = build(`<p>${html}</p>`);
        const read = (text: string) => plainType(text).replaceAll(/\s+/g, " ").replaceAll(/-+/g, "-");
        expect(read(textOf(tree))).toBe(read(`T${typed}`));
        if (parts.every(([tag]) => tag !== "code"))
          expect(textOf(tree)).toBe(`T${setType(typed, findLanguage("en").typography)}`);
      }),
    );
    const page = createPage();
    const text = "5'10\" and 16-24";
    const { figures } = build(`<p>${page.literal(text)}</p>`, {}, page);
    expect(figures?.identified[0]?.text).toBe("5′10″ and 16–24");
    expect(figuresIn("5′10″ and 16–24")).toEqual(figuresIn(text));
  });
});
