import { createHash } from "node:crypto";
import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { beforeAll, describe, expect, it } from "vitest";
import type { RenderedChart } from "../../src/charts/index.ts";
import { BriefingError } from "../../src/diagnostics/index.ts";
import { type BriefingDocument, buildDocument } from "../../src/document/index.ts";
import { walkElements } from "../../src/document/walk-elements.ts";
import { createHtmlRenderer } from "../../src/html/index.ts";
import { createPage } from "../document/rendered.ts";
import { fonts, renderHtml, sampleChart, sampleDocument } from "./sample.ts";

const css = "/* quiet */\r\np { color: #123; content: '</style><script>' }";
let charts: ReadonlyMap<string, RenderedChart>;
let html: string;

beforeAll(async () => {
  charts = new Map([["trend", await sampleChart()]]);
  html = renderHtml(sampleDocument(), {
    stylesheets: [{ text: css }],
    fonts,
    charts,
    date: "2019-09-13",
    author: 'A "charity"',
    description: "One page",
    generator: "briefwright 0.1.0",
  });
});

function elementsOf(page: string, tagName: string): Element[] {
  const found: Element[] = [];
  walkElements(fromHtml(page), (element) => void (element.tagName === tagName && found.push(element)));
  return found;
}
const walkedById = (text: string): ReadonlyMap<unknown, Element> => {
  const found = new Map<unknown, Element>();
  walkElements(fromHtml(text), (element) => void found.set(element.properties.id, element));
  return found;
};
const small = (body: string): BriefingDocument =>
  buildDocument(createPage().rendered(`<h1>T</h1>${body}`), { strict: true });
const page = (body: string, stylesheets: readonly string[] = []) =>
  renderHtml(small(body), { stylesheets: stylesheets.map((text) => ({ text })), fonts, charts });
const policyOf = (text: string) =>
  String(elementsOf(text, "meta").find(({ properties }) => properties.httpEquiv)?.properties.content);

describe("a page", () => {
  it("says in its head what it is", () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n/);
    expect(textOf(elementsOf(html, "title")[0]!)).toBe("Grooming & “harm” <now>");
    const metadata = elementsOf(html, "meta").map(({ properties: { name, content } }) => [name, content]);
    expect(metadata).toEqual(
      expect.arrayContaining([
        ["description", "One page"],
        ["author", 'A "charity"'],
        ["generator", "briefwright 0.1.0"],
        ["dcterms.date", "2019-09-13"],
      ]),
    );
    expect(page("")).not.toMatch(/name="(author|description|generator|dcterms)/);
  });

  it("gives what stands among words no object of its own, at which screen readers would break off", () => {
    const figure = '<data value="few" id="a">few cases</data>';
    const role = (body: string, id: string) => walkedById(page(body)).get(id)?.properties.role;
    expect(role(`<p>There were ${figure}.</p>`, "a")).toEqual("none");
    expect(role(`<p><b>Of ${figure}</b></p>`, "a")).toEqual("none");
    expect(role(`<p>See <cite>${figure}</cite>, page one</p>`, "a")).toEqual("none");
    expect(role('<p>In <time datetime="--05" id="t">May</time>, none</p>', "t")).toEqual("none");
    expect(role(`<table><tr><th scope="row">Kent</th><td>${figure}</td></tr></table>`, "a")).toBeUndefined();
    // What an author means for readers stays.
    expect(role('<p>See <a href="#x" id="l">there</a>, <span id="x">here</span></p>', "l")).toBeUndefined();
  });

  it("holds all that it needs: nothing runs, nothing is fetched", () => {
    expect(elementsOf(html, "script")).toEqual([]);
    walkElements(fromHtml(html), ({ tagName, properties }) => {
      const { src, href, xLinkHref, srcSet } = properties;
      expect([src, xLinkHref, srcSet].filter((url) => url !== undefined && !String(url).startsWith("data:"))).toEqual(
        [],
      );
      if (tagName !== "a" && href !== undefined) expect(href).toMatch(/^(data:|#)/);
      expect(Object.keys(properties).filter((name) => /^on/i.test(name))).toEqual([]);
    });
    expect(textOf(elementsOf(html, "style")[0]!).match(/url\((?!data:)/g)).toBeNull();
  });

  it("has a policy that names its style sheet by hash, and allows nothing else", () => {
    const styles = elementsOf(html, "style");
    expect(styles).toHaveLength(1);
    const hash = createHash("sha256").update(textOf(styles[0]!)).digest("base64");
    expect(policyOf(html)).toBe(
      `default-src 'none'; img-src data:; font-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(policyOf(page('<p style="color:red">x</p>'))).toContain("; style-src-attr 'unsafe-inline';");
  });

  it("keeps a stylesheet inside its element", () => {
    expect(textOf(elementsOf(html, "style")[0]!)).toContain(
      "/* quiet */\np { color: #123; content: '<\\/style><script>' }",
    );
  });

  it("is the same, byte for byte, however it is made", async () => {
    const renderer = createHtmlRenderer({ stylesheets: [{ text: css }], fonts });
    const options = { charts: new Map([["trend", await sampleChart()]]) };
    const first = renderer.render(sampleDocument(), options);
    expect(renderer.render(sampleDocument(), options)).toBe(first);
    expect(renderHtml(sampleDocument(), { stylesheets: [{ text: css }], fonts, charts })).toBe(first);
  });

  it("leaves the document as it was", () => {
    const document = sampleDocument();
    const before = JSON.stringify(document);
    renderHtml(document, { stylesheets: [], fonts, charts });
    expect(JSON.stringify(document)).toBe(before);
  });
});

describe("landmarks", () => {
  it("wrap the text between header and footer", () => {
    const [main] = elementsOf(html, "main");
    expect(textOf(main!)).toContain("Police recorded 274 offences");
    expect(textOf(main!)).not.toContain("Online grooming in");
    expect(textOf(main!)).not.toContain("Cyhoeddwyd");
  });

  it("are the author's where the author gave them", () => {
    expect(page("<div><main><p>x</p></main></div>").match(/<main/g)).toHaveLength(1);
    expect(page('<div role="main"><p>x</p></div>')).not.toContain("<main");
  });
});

describe("charts", () => {
  it("are drawn in place, named by the image's alt text", () => {
    const svgs = elementsOf(html, "svg");
    expect(svgs).toHaveLength(1);
    expect(svgs[0]?.properties).toMatchObject({
      role: "img",
      ariaLabel: "Offences rose from 114 to 274, “sharply” & fast.",
      className: ["chart-image", "chart-on-paper", "wide"],
      viewBox: expect.stringMatching(/^0 0 640 /),
    });
    expect(html).not.toContain("chart:");
  });

  it("keep their ids apart when one is shown twice", () => {
    const svg = '<svg role="img" aria-label="x"><clipPath id="c-1"></clipPath><g clip-path="url(#c-1)"></g></svg>';
    const chart = { ...charts.get("trend")!, svg };
    const document = small('<img src="chart:trend" alt="x"><img src="chart:trend" alt="">');
    const text = renderHtml(document, { stylesheets: [], fonts, charts: new Map([["trend", chart]]) });
    expect(text).toContain('<clipPath id="chart--c-1"></clipPath><g clip-path="url(#chart--c-1)">');
    expect(text).toContain('<clipPath id="chart--c-1-use-2"></clipPath><g clip-path="url(#chart--c-1-use-2)">');
    expect(text).toContain('<svg class="chart-image chart-on-paper" aria-hidden="true">');
  });

  it("that were not drawn are an error with the nearest id", () => {
    const render = () => page('<img src="chart:trnd" alt="x"><figure><img src="chart:zzzzzzzz" alt="x"></figure>');
    expect(render).toThrow(BriefingError);
    expect(render).toThrow(/"trnd" that was not drawn. Did you mean "trend"\?[\s\S]*"zzzzzzzz"/);
  });
});

describe("fonts", () => {
  const facesOf = (text: string) =>
    [...text.matchAll(/font-weight:(\d+);font-style:(\w+);/g)].map(([, weight, style]) => `${weight} ${style}`);
  const upright = ["400 normal", "700 normal"];

  it.each([
    ["<p>x</p>", "", upright],
    ["<p><em>x</em></p>", "", ["400 normal", "400 italic", "700 normal"]],
    ["<h2>a <i>b</i></h2>", "", ["400 normal", "700 normal", "700 italic"]],
    [
      "<p>x</p>",
      "figcaption { font: italic 1rem/1.4 Inter }",
      ["400 normal", "400 italic", "700 normal", "700 italic"],
    ],
    ["<p>x</p>", "p::before { content: 'italic' } /* italic */", upright],
  ])("in use are embedded, and no others: %s %s", (body, stylesheet, faces) => {
    expect(facesOf(page(body, [stylesheet]))).toEqual(faces);
  });
});

describe("stylesheets", () => {
  it("that ask for something outside are warned of, with line and column", () => {
    const { diagnostics } = createHtmlRenderer({
      stylesheets: [
        { text: "p { color: red }" },
        { text: '@import "a.css";\n p { background: url(https://x.example/a.png) }\n q { background: url(data:,) }' },
      ],
      fonts,
    });
    expect(diagnostics.map(({ code, source }) => [code, source])).toEqual([
      ["outside-resource", { line: 1, column: 1 }],
      ["outside-resource", { line: 2, column: 18 }],
    ]);
  });

  it("are read where a rule is nested in another, with their file", () => {
    const text = "section {\n  p { background: url(https://x.example/a.png) }\n}";
    const { diagnostics } = createHtmlRenderer({ stylesheets: [{ text, file: "own.css" }], fonts });
    expect(diagnostics.map(({ code, source }) => [code, source])).toEqual([
      ["outside-resource", { file: "own.css", line: 2, column: 19 }],
    ]);
  });

  it("lose what only a paged formatter knows, and nothing else", () => {
    const text = page("<p>x</p>", [
      "h1 { color: red; string-set: title content() }\n@page { @top-left { content: string(title); color: #123 } @bottom-right { content: counter(page) } }",
    ]);
    expect(textOf(elementsOf(text, "style")[0]!).split("forced-color-adjust:none}}\n")[1]).toBe(
      "h1 { color: red; }\n@page { @top-left { color: #123 } @bottom-right { content: counter(page) } }",
    );
  });
});
