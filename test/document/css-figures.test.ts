import { describe, expect, it } from "vitest";
import { auditStylesheets, buildDocument } from "../../src/document/index.ts";
import { createPage } from "./rendered.ts";

const audit = (text: string) => auditStylesheets([{ text, file: "brand.css" }]);

describe("figures that a stylesheet writes", () => {
  it("are told with file, line and column", () => {
    expect(audit('h1 { color: red }\nh1::after {\n  content: " up 140%";\n}')).toEqual([
      {
        code: "untraced-figure",
        message: 'The stylesheet writes the figure "140%".',
        hint: "Print figures in the template, with {{claim}}, {{value}} or {{literal}}.",
        source: { file: "brand.css", line: 3, column: 12 },
      },
    ]);
  });

  it.each([
    ["an escape", 'p::before { content: "\\31 40" }', /figure "140"/],
    ["a margin box", '@page { @top-left { content: "of 140" } }', /figure "140"/],
    ["a marker", 'li { list-style-type: "140 " }', /figure "140"/],
    ["a short marker", 'ul { list-style: "140 " inside }', /figure "140"/],
    ["quotation marks", 'q { quotes: "140" "x" }', /figure "140"/],
    ["a running head", 'h1 { string-set: title "140" }', /figure "140"/],
    ["a counter style", '@counter-style x { system: cyclic; symbols: "140" }', /figure "140"/],
    ["a custom property", 'p { --n: "140" } p::after { content: var( --n ) }', /figure "140"/],
    [
      "a custom property called after one whose strings are names",
      'p { --src: "140"; --brand-font: "x" } p::after { font-family: var(--brand-font); content: var(--src) }',
      /figure "140"/,
    ],
    [
      "a custom property in single quotes",
      "p { --n: 'up 140'; --m: var(--n, 1) } li { list-style: var(--m) }",
      /figure "140"/,
    ],
    ["a custom property that is no CSS", 'p { --n: { content: "up 140" } } p::after { content: var(--\\6e) }', /140/],
    ["a name of a sum of symbols", "@counter-style x { additive-symbols: 10 up140 }", /figure "140"/],
    ["a name before a number", "@counter-style x { PREFIX: up140 }", /figure "140"/],
    ["a name behind a number", "@counter-style x { suffix: up140 }", /figure "140"/],
    ["a name for below zero", "@counter-style x { negative: up140 }", /figure "140"/],
    ["a name that fills a number up", "@counter-style x { pad: 3 up140 }", /figure "140"/],
    ["a name of a symbol", "@counter-style x { system: cyclic; symbols: up140 }", /figure "140"/],
    ["a number in groups", 'p::before { content: "up 1,400.5% so far" }', /figure "1,400\.5%"/],
    ["an attribute", "p::after { content: attr(title) }", /prints an attribute/],
    ["a counter that is set", "ol { counter-reset: c 139 }", /sets a counter by counter-reset/],
    ["a counter that leaps", "li { counter-increment: c 140 }", /sets a counter/],
    ["a counter that goes by a variable", "li { counter-set: list-item var(--n) }", /sets a counter/],
    ["an image", 'p { background: url("data:image/svg+xml,<svg><text>140</text></svg>") }', /SVG with texts/],
    ["a rule within a rule", 'p { .a { b::after { content: "140" } } }', /figure "140"/],
    ["a rule within rules", '@media print { @supports (color: red) { p::after { content: "140" } } }', /figure "140"/],
  ])("%s", (_, css, message) => {
    expect(audit(css)).toMatchObject([{ code: "untraced-figure", message: expect.stringMatching(message) }]);
  });

  it("are none where a text or an address is broken off, so that browsers drop the declaration", () => {
    expect(audit('p::after { content: "up 140\n; color: red }')).toEqual([]);
    expect(audit('p::after { content: url(a b) "140" }')).toEqual([]);
    expect(audit('p::after { content: url("a b") "140" }')).toHaveLength(1);
  });

  it("are none in what lays out, names or counts", () => {
    const css = `
      :root { --font: "Source Serif 4", serif; --heading: var(--font) } h1 { font: bold 2em var(--heading) }
      p { --size: 140px; --name: "x" 140; --list: { width: 140px } }
      @import "a2.css";
      @font-face { font-family: "Font 2"; src: url("data:font/woff2;base64,d09GMg") format("woff2"), local("Font 2"); }
      @page { size: A4; margin: 20mm; @bottom-right { content: "Page " counter(page) " of " counter(pages) } }
      body { counter-reset: section; font: 12px/1.5 "Font 2"; grid-template-areas: "a1 a2" }
      h2 { counter-increment: section 1 } h2::before { content: counter(section) ". " }
      a[href="#s2"]::after { content: " →" } li { list-style: decimal url("data:image/svg+xml,%3Csvg%3E%3Cpath d='M0 0h9'/%3E%3C/svg%3E") }
      .old { filter: progid:DXImageTransform.Microsoft.gradient(startColorstr='#0099cc'); -ms-filter: "progid:X(M11=0.7)"; *filter: "x1" }
      .named { grid: "a1" 40px / 1fr; grid-template: "a2" / 1fr; font-feature-settings: "ss01" 1; FONT-PALETTE: "p2" }
      .moved { animation: "spin2" 1s; animation-name: "spin3"; _filter: "x2"; --alpha: "x3"; filter: var(--alpha) }
      .broken { --icon: url(data:image/svg+xml,%3csvg fill='%23212529' viewBox='0 0 16 16'%3e); --text: 'up 140
      }
      .contents a::after { content: target-counter(attr(href url), page) target-counters(attr(href), section, ".") }
      @counter-style plain { system: fixed; fallback: style2; speak-as: style3 } .plain { counter-reset: section2 0 }
      ol { counter-reset: list-item 0 } .box { content: none; margin: 0 12px; color: #123456 }`;
    expect(audit(css)).toEqual([]);
  });
});

describe("figures that elements show without text", () => {
  const messagesOf = (html: string) =>
    buildDocument(createPage().rendered(`<h1>Title</h1>${html}`), { strict: false })
      .diagnostics.filter(({ code }) => code === "untraced-figure")
      .map(({ message }) => message);
  const svg = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`;
  const image = (address: string) => `<img src='${address.replaceAll("'", "%27")}' alt="">`;
  const base64 = (text: string) => `data:image/svg+xml;base64,${Buffer.from(text).toString("base64")}`;

  it("may be any where a style attribute writes a custom property", () => {
    expect(messagesOf(`<ul><li style="color: var(--a); list-style-type: var(--n)">x</ul>`)).toEqual([
      "The style attribute of <li> writes a custom property (list-style-type), whose figures cannot be traced.",
    ]);
    for (const property of ["--mark", "list-style", "LIST-STYLE-TYPE", "quotes", "content"])
      expect(messagesOf(`<ul style="${property}: var(--n)"><li>x</ul>`)).toHaveLength(1);
    for (const property of ["font", "list-style-position", "content-visibility", "width"])
      expect(messagesOf(`<ul style="${property}: var(--n)"><li>x</ul>`)).toEqual([]);
  });

  it("are found in style attributes", () => {
    expect(messagesOf(`<ul><li style="list-style-type: '140 '">x</ul><q style='quotes: "1" "2"'>x</q>`)).toEqual([
      'The style attribute of <li> writes the figure "140".',
      'The style attribute of <q> writes the figure "1".',
      'The style attribute of <q> writes the figure "2".',
    ]);
    expect(messagesOf('<ol style="counter-reset: list-item 139"><li>x</ol>')).toHaveLength(1);
    expect(messagesOf('<p style="margin: 12px">x')).toEqual([]);
  });

  it.each([
    ["plain", `data:image/svg+xml,${svg("<text>140</text>")}`],
    ["in percents", `data:image/svg+xml;utf8,${encodeURIComponent(svg("<text>140</text>"))}`],
    ["in base64", base64(svg("<text>140</text>"))],
    ["with a prefix", base64('<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:text>140</s:text></s:svg>')],
    ["as HTML", base64(svg("<foreignObject><p>140</p></foreignObject>"))],
    ["as an entity", base64(`<!DOCTYPE svg [<!ENTITY t "<text>140</text>">]>${svg("&t;")}`)],
    [
      "with a prefix in any letters",
      base64('<à:svg xmlns:à="http://www.w3.org/2000/svg"><à:text>140</à:text></à:svg>'),
    ],
    [
      "with such a prefix in percents",
      `data:image/svg+xml,${encodeURIComponent("<à:svg><à:text>140</à:text></à:svg>")}`,
    ],
    ["in an image within", base64(svg('<image href="data:image/svg+xml,x"/>'))],
    ["in another encoding", "data:image/svg+xml;charset=utf-16,%FF%FE"],
  ])("are refused in SVG images: %s", (_, address) => {
    expect(messagesOf(image(address))).toEqual([
      "An image is an SVG with texts in it, whose figures cannot be traced.",
    ]);
  });

  it("are none in drawings and photographs", () => {
    const drawing = svg('<title>A tree</title><path d="M0 0h140v140z"/>');
    expect(messagesOf(image(base64(drawing)) + image("data:image/png;base64,iVBORw0KGgo9"))).toEqual([]);
    expect(messagesOf(image(`data:image/svg+xml;charset=utf8,${encodeURIComponent(drawing)}`))).toEqual([]);
  });
});
