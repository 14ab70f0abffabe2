import { describe, expect, it } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/index.ts";
import type { ComputedStyle } from "../../src/pdf/css/computed-style.ts";
import { createStyleEngine, type Styled } from "../../src/pdf/css/style-engine.ts";
import { compileStylesheet } from "../../src/pdf/css/stylesheet.ts";
import { userAgent } from "../../src/pdf/css/user-agent.ts";
import { type DomElement, elementsIn } from "../../src/pdf/dom/dom-node.ts";
import { readDom } from "../../src/pdf/dom/read-dom.ts";

/** The computed style of the element with id "x". */
function styleOf(html: string, css: string): ComputedStyle {
  const engine = createStyleEngine({ userAgent: userAgent(), author: [compileStylesheet({ text: css })] });
  const { html: root } = readDom(html, { diagnostics: createDiagnostics(), file: undefined });
  const [target] = elementsIn(root, ({ attributes }) => attributes.id === "x");
  const styled = (element: DomElement): Styled =>
    engine.styleOf(element, element.parent ? styled(element.parent) : engine.root);
  return styled(target as DomElement).style;
}

const red = { red: 1, green: 0, blue: 0, alpha: 1 };
const warnings = (text: string) => compileStylesheet({ text, file: "brand.css" }).diagnostics;

describe("the cascade", () => {
  it("prefers the more specific rule, then the later one, then the style attribute, then !important", () => {
    const html = `<p class="a b" id="x" style="text-align: end">`;
    expect(styleOf(html, "p.a { orphans: 3 } p { orphans: 4 }").orphans).toBe(3);
    expect(styleOf(html, ".a { orphans: 3 } .b { orphans: 4 }").orphans).toBe(4);
    expect(styleOf(html, "#x { text-align: center }").textAlign).toBe("end");
    expect(styleOf(html, ".a { text-align: center !important }").textAlign).toBe("center");
  });

  it("lets any author rule win over the user agent's", () => {
    expect(styleOf(`<a href="#" id="x">`, "a { color: red }").color).toEqual(red);
  });

  it("mixes the colour of the text into others", () => {
    const css = (rest: string) => `#x { color: red; ${rest} }`;
    const mixed = { red: 0.5, green: 0, blue: 0.5, alpha: 1 };
    const near = (color: unknown) =>
      expect(color).toEqual({ ...mixed, red: expect.closeTo(0.5, 2), blue: expect.closeTo(0.5, 2) });
    const mix = "color-mix(in srgb, currentColor, blue)";
    near(styleOf('<p id="x">', css(`background: ${mix}`)).backgroundColor);
    near(styleOf('<p id="x">', css(`border-top: 1px solid ${mix}`)).borderTopColor);
    near(styleOf('<p id="x">', css(`box-shadow: 1px 1px ${mix}`)).boxShadow[0]?.color);
    near(styleOf('<div style="color: red"><p id="x">', `#x { color: ${mix} }`).color);
    expect(warnings(`p { color: ${mix}; background: oklch(70% 0.1 200) }`)).toEqual([]);
  });

  it("knows names that are written with escapes", () => {
    expect(styleOf('<p class="sm:w-1/2" id="x">', String.raw`.sm\:w-1\/2 { orphans: 3 }`).orphans).toBe(3);
    expect(styleOf('<p class="2x" id="x">', String.raw`.\32 x { orphans: 3 }`).orphans).toBe(3);
    expect(styleOf('<p id="x"><b id="a.b">', String.raw`#\78 { orphans: 3 }`).orphans).toBe(3);
  });

  it("counts the most specific argument of :is() and :not(), and nothing of :where()", () => {
    const html = `<p class="a" id="x">`;
    expect(styleOf(html, ":is(.a, #y) { orphans: 3 } p.a { orphans: 4 }").orphans).toBe(3);
    expect(styleOf(html, "p { orphans: 3 } :where(#x) { orphans: 4 }").orphans).toBe(3);
  });

  it.each([
    ["p:nth-child(2)", false],
    ["p:nth-child(3)", true],
    ["p:nth-child(odd)", true],
    ["p:nth-child( 2n )", false],
    ["p:nth-of-type(2)", true],
    ["p:nth-of-type(-n + 1)", false],
    ["p:nth-last-child(2)", true],
    ["h2 + p", true],
    ["p + p", false],
    ["body > :is(p:nth-child(3), h6)", true],
    ["p:not(:nth-child(3))", false],
    ["html:nth-child(1) p", true],
  ])("counts siblings by elements alone: %s", (selector, isMatched) => {
    const html = `<p>one</p> text <h2>two</h2> <!-- --> <p id="x">three</p><b>four</b>`;
    expect(styleOf(html, `${selector} { orphans: 7 }`).orphans === 7).toBe(isMatched);
  });

  it("inherits what is inherited, and the rest where `inherit` says so", () => {
    const html = `<div><p id="x">`;
    expect(styleOf(html, "div { color: red; padding-top: 3px }")).toMatchObject({ color: red, paddingTop: 0 });
    expect(styleOf(html, "div { padding-top: 4px } p { padding: inherit }").paddingTop).toBe(3);
  });

  it("computes em from the parent for font-size and from the element for the rest, rem from the root", () => {
    const css =
      "html { font-size: 20px } div { font-size: 2em } p { font-size: 0.5em; margin: 2em 1rem calc(1em + 50%) }";
    expect(styleOf(`<div><p id="x">`, css)).toMatchObject({
      fontSize: 15,
      marginTop: 30,
      marginRight: 15,
      marginBottom: { percent: 50, plus: 15 },
    });
  });

  it("resolves custom properties where they are used, with fallbacks, and drops cycles", () => {
    const css =
      ":root { --gap: 8px; --a: var(--b); --b: var(--a) } p { padding: var(--gap) var(--none, 4px); orphans: var(--a) }";
    expect(styleOf(`<p id="x">`, css)).toMatchObject({ paddingTop: 6, paddingRight: 3, orphans: 2 });
  });

  it("keeps what a variable stands for apart from what is beside it", () => {
    const css =
      ":root { --gap: 8px; --side: 4px } p { padding: 2px var(--gap) 0 var(--side); margin: var(--gap)0 2px; width: calc(var(--gap)*2) }";
    const padding = { paddingTop: 1.5, paddingRight: 6, paddingBottom: 0, paddingLeft: 3 };
    expect(styleOf(`<p id="x">`, css)).toMatchObject({ ...padding, marginTop: 6, marginBottom: 1.5, width: 12 });
  });

  it("takes no size of nothing for a weight, as what hides a text behind its picture has it", () => {
    const nothing = { fontSize: 0, lineHeight: { value: 0 }, fontFamily: ["a"] };
    expect(styleOf(`<p id="x">`, "p { font: 0/0 a }")).toMatchObject({ ...nothing, fontWeight: 400 });
    expect(styleOf(`<p id="x">`, "p { font: 700 0/0 a }")).toMatchObject({ ...nothing, fontWeight: 700 });
  });

  it("expands shorthands, setting to initial what they leave out", () => {
    const css = "p { border-left-color: red; border: 2px solid; flex: 1; font: italic bold 10pt/1.5 'A b', serif }";
    expect(styleOf(`<p id="x" style="color: red">`, css)).toMatchObject({
      borderTopWidth: 1.5,
      borderTopStyle: "solid",
      borderLeftColor: red,
      flexGrow: 1,
      flexBasis: 0,
      fontStyle: "italic",
      fontWeight: 700,
      fontSize: 10,
      lineHeight: { kind: "factor", value: 1.5 },
      fontFamily: ["A b", "serif"],
    });
  });

  it("takes a declaration whose custom property is not there as unset", () => {
    const css = "div { color: red } p { color: blue; padding: 4px; color: var(--none); padding: var(--none) }";
    expect(styleOf(`<div><p id="x">`, css)).toMatchObject({ color: red, paddingTop: 0, paddingLeft: 0 });
  });

  it("puts the rule around a nested one in place of &, or before it", () => {
    const html = `<section class="dark"><div class="card wide"><p id="x" class="lead">`;
    expect(styleOf(html, ".card { p { orphans: 3 } }").orphans).toBe(3);
    expect(styleOf(html, ".card { > p { orphans: 3 } & > .lead { orphans: 4 } > div { orphans: 5 } }").orphans).toBe(4);
    expect(styleOf(html, ".lead { .dark & { orphans: 3 } .light & { orphans: 4 } }").orphans).toBe(3);
    expect(styleOf(html, ".a, .card { &.wide p { orphans: 3 } }").orphans).toBe(3);
    expect(styleOf(html, ".card { :not(&) > p { orphans: 3 } }").orphans).toBe(2);
    expect(styleOf(html, ".card { .lead { &:first-child { orphans: 3 } } }").orphans).toBe(3);
    expect(styleOf(html, "p { @media print { orphans: 3 } @media screen { orphans: 4 } }").orphans).toBe(3);
  });

  it("counts a nested selector as :is() would, and keeps declarations in their place among nested rules", () => {
    const html = `<div class="card" id="y"><p id="x" class="lead">`;
    expect(styleOf(html, "#z, .card { p { orphans: 3 } } .card p.lead { orphans: 4 }").orphans).toBe(3);
    expect(styleOf(html, "p { orphans: 3; & { orphans: 4 } orphans: 5 }").orphans).toBe(5);
  });

  it("answers @supports by what it supports", () => {
    const supported = (condition: string) =>
      styleOf(`<p id="x">`, `@supports ${condition} { p { orphans: 5 } }`).orphans === 5;
    const yes = ["(display: grid)", "not (display: ruby)", "(display: grid) and (gap: 1em)", "selector(:is(a, b) > c)"];
    const no = [
      "(animation-timeline: scroll())",
      "(display: ruby)",
      "selector(::first-line)",
      "not (color: red)",
      "font-tech(variations)",
    ];
    expect(yes.filter((condition) => !supported(condition))).toEqual([]);
    expect(no.filter(supported)).toEqual([]);
    expect(supported("(display: ruby) or (--any: thing)")).toBe(true);
    expect(supported("(color: var(--any)) and (not (frob: var(--any)))")).toBe(true);
  });

  it("answers media queries for print", () => {
    const css = "@media screen { p { orphans: 5 } } @media print and (max-width: 1000px) { p { widows: 5 } }";
    expect(styleOf(`<p id="x">`, css)).toMatchObject({ orphans: 2, widows: 5 });
  });
});

describe("states", () => {
  const orphans = (html: string, selector: string) => styleOf(html, `${selector} { orphans: 7 }`).orphans === 7;

  it.each(["hover", "focus", "focus-within", "focus-visible", "active", "visited", "target", "autofill", "fullscreen"])(
    "are not :%s on paper, and all that is not so is :not() so",
    (state) => {
      const link = '<p><a id="x" href="#y">';
      expect(orphans(link, `a:${state}`)).toBe(false);
      expect(orphans(link, `a:not(:${state})`)).toBe(true);
      expect(orphans(link, `p:not(:${state}) > a`)).toBe(true);
      expect(orphans(link, `a:is(:${state}, :link)`)).toBe(true);
      expect(warnings(`a:${state}, a:not(:${state}), ::selection, ::file-selector-button { orphans: 7 }`)).toEqual([]);
    },
  );

  it("of fields, drawers and directions are those that the document says", () => {
    expect(orphans('<input id="x" placeholder="Name">', "#x:placeholder-shown")).toBe(true);
    expect(orphans('<input id="x" placeholder="Name" value="a">', "#x:placeholder-shown")).toBe(false);
    expect(orphans('<textarea id="x" placeholder="Name">a</textarea>', "#x:not(:placeholder-shown)")).toBe(true);
    expect(orphans('<progress id="x"></progress>', "#x:indeterminate")).toBe(true);
    expect(orphans('<progress id="x" value="1"></progress>', "#x:indeterminate")).toBe(false);
    expect(orphans('<details id="x" open>', "#x:open")).toBe(true);
    expect(orphans('<my-tag id="x">', "#x:defined")).toBe(false);
    expect(orphans('<div dir="rtl"><p id="x">', "#x:dir(rtl)")).toBe(true);
    expect(orphans('<div dir="rtl"><p id="x" dir="ltr">', "#x:dir(rtl)")).toBe(false);
  });
});

describe("what is not supported", () => {
  it("is a warning with file, line and column, once a property", () => {
    const found = warnings("p {\n  mix-blend-mode: multiply;\n  colour: red;\n}\nh1 { mix-blend-mode: screen }");
    expect(found).toMatchObject([
      { code: "unsupported-css-property", severity: "warning", source: { file: "brand.css", line: 2, column: 3 } },
      { code: "unsupported-css-property", hint: 'Did you mean "color"?', source: { line: 3 } },
    ]);
  });

  it("is no loss where a property asks for nothing", () => {
    expect(warnings("p { box-shadow: none; position: static; columns: auto; transform: none }")).toEqual([]);
    expect(warnings("p { dislpay: none }").map(({ code }) => code)).toEqual(["unsupported-css-property"]);
  });

  it("is named for values, selectors, rules and broken syntax too", () => {
    expect(warnings("p { color: rainbow }").map(({ code }) => code)).toEqual(["unsupported-css-value"]);
    expect(warnings("p::first-line { color: red }").map(({ code }) => code)).toEqual(["unsupported-selector"]);
    expect(warnings("@font-face { font-family: x }").map(({ code }) => code)).toEqual(["unsupported-css-rule"]);
    expect(warnings("p { color }").map(({ code }) => code)).toEqual(["css-syntax"]);
  });

  it("says nothing about what paper has no use for", () => {
    expect(warnings("a:hover { cursor: pointer } a { transition: 1s; -webkit-foo: 1 }")).toEqual([]);
  });
});

describe("queries of the width", () => {
  const orphans = (css: string) => styleOf('<p id="x">', `@page { size: 600px 800px } ${css}`).orphans;
  const initial = orphans("");

  it.each([
    ["@media (width >= 600px)", true],
    ["@media (width > 600px)", false],
    ["@media (400px <= width <= 700px)", true],
    ["@media (400px < width < 600px)", false],
    ["@container (min-width: 500px)", true],
    ["@container card (width < 500px)", false],
    ["@container card (inline-size > 500px) and (max-width: 650px)", true],
    ["@container not (max-width: 550px)", true],
    ["@container (width > 500px) or (width < 3px)", true],
    ["@container style(--wide: 1)", false],
    ["@container (height > 1px)", false],
  ])("%s holds by the page: %s", (query, holds) => {
    expect(orphans(`${query} { p { orphans: 9 } }`)).toBe(holds ? 9 : initial);
    expect(warnings(`${query} { p { container: card / inline-size } }`)).toEqual([]);
  });

  it("are not answered by the size of a page that is in a query itself", () => {
    expect(orphans("@media print { @page { size: A3 } } @media (width <= 600px) { p { orphans: 9 } }")).toBe(9);
  });
});
