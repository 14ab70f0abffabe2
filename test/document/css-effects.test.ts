import { describe, expect, test } from "vitest";
import { counterCharacter, customProperties, readAffixRules } from "../../src/document/css-affixes.ts";

const read = (text: string, theme = "") =>
  readAffixRules({ text, file: "brand.css" }, customProperties([{ text: theme, file: "theme.css" }]));
const effects = (css: string, theme?: string) => read(css, theme).map(({ effect }) => effect);
/** What is written, each with its side. */
const writes = (css: string, theme?: string) =>
  effects(css, theme).map((effect) => (effect.kind === "writes" ? `${effect.at} ${effect.text}` : effect.kind));

describe("a first letter", () => {
  const isHidden = (declaration: string) =>
    effects(`p::first-letter { ${declaration} }`).some(({ kind }) => kind === "hides-first-letter");
  test.each([
    "font-size: 1.9px",
    "font-size: 0.1em",
    "font-size: 0.1rem",
    "font-size: .1ex",
    "font-size: 0.1ch",
    "font-size: 0.1lh",
    "font-size: 12%",
    "font-size: 1pt",
    "font: 0/1 Arial",
    "font: bold 1px Arial",
    "visibility: collapse",
    "opacity: 0",
    "opacity: 0%",
    "color: #fff0",
    "color: #ffffff00",
    "color: rgb(0 0 0 / 0)",
    "color: rgba(0, 0, 0, 0)",
    "color: hsla(0, 0%, 0%, .0)",
    "color: rgb(0 0 0 / 0%)",
  ])("that nobody sees: %s", (declaration) => {
    expect(isHidden(declaration)).toBe(true);
  });
  test.each([
    "font-size: 2px",
    "font-size: 0.2em",
    "font-size: 0.2rem",
    "font-size: 13%",
    "font-size: 100%",
    "font-size: medium",
    "font: Arial",
    "font: 10px/1 Arial",
    "font: bold 12px Arial",
    "visibility: visible",
    "opacity: 10%",
    "color: #fff1",
    "color: #ffffff01",
    "color: red",
    "color: rgb(0 0 0)",
    "color: rgb(0 0 0 / 0.5)",
    "color: rgba(0, 0, 0, 1)",
  ])("that one sees: %s", (declaration) => {
    expect(isHidden(declaration)).toBe(false);
  });
});

describe("what a rule writes", () => {
  test.each<[string, readonly string[]]>([
    ['p::after { content: "a" "b" }', ["after ab"]],
    ['p::before { content: "a" }', ["before a"]],
    ['li::marker { content: "a" }', ["before a"]],
    ['p { content: "a" }', ["instead a"]],
    ['p::first-line { content: "a" }', ["instead a"]],
    ['p::after { content: "%" / "per cent" }', ["after % per cent"]],
    ["p::after { content: counter(n) }", [`after ${counterCharacter}`]],
    ['p::after { content: counters(n, ".") "m" }', [`after ${counterCharacter}m`]],
    ["p::after { content: target-counter(url(#a), page) }", [`after ${counterCharacter}`]],
    ["p::after { content: leader(dotted) counter-style(n) }", []],
    ["p::after { content: attr(title) }", []],
    ['p::after { content: "mil" attr(title) "lion" }', ["after million"]],
    ['.after::before { content: "a" }', ["before a"]],
    ['.before { content: "a" }', ["instead a"]],
    ['@page { @top-left { content: "a"; nobody reads this } }', ["page a"]],
    ["@page { @top-left }", []],
    ['p::after { content: "" }', []],
    ['p::after { content: " " }', []],
    ["p::after { content: none }", []],
    ['li { list-style-type: "a" }', ["before a"]],
    ['li { list-style: "a" inside }', ["before a"]],
    ["li { list-style: disc }", []],
    ['q { quotes: "a" "b" "c" "d" }', ["before a", "after b", "before c", "after d"]],
    ['p::after { CONTENT: "a" }', ["after a"]],
    ['@page { @top-left { content: "a"; color: red } }', ["page a"]],
    ["@page { margin: 1cm; @top-left { color: red } }", []],
  ])("%s", (css, expected) => {
    expect(writes(css)).toEqual(expected);
  });

  test("with each value that a custom property has, and its fallback", () => {
    const css = 'p::after { content: var(--unit, "c") }';
    expect(writes(css)).toEqual(["after c"]);
    expect(writes(css, ':root { --unit: "a" } .b { --unit: "b" }')).toEqual(["after a", "after b", "after c"]);
    expect(writes(css, ':root { --unit: "a" } .b { --unit: "a" }')).toEqual(["after a", "after c"]);
    expect(writes("p::after { content: var(--unit) }", ':root { --unit: "a" }')).toEqual(["after a"]);
    expect(writes("p::after { content: var(--unit) }", ':root { --other: "a" }')).toEqual([]);
    const many = Array.from({ length: 20 }, (_, index) => `.c${index} { --unit: "${index}x" }`).join("\n");
    expect(writes("p::after { content: var(--unit) }", many)).toHaveLength(16);
    const two = ':root { --a: "1" } .b { --a: "2" } :root { --b: "x" }';
    expect(writes("p::after { content: var(--a) var(--b) }", two)).toEqual(["after 1x", "after 2x"]);
  });
});

describe("the elements that a rule is for", () => {
  const elements = (selector: string) => read(`${selector} { content: "a" }`).map(({ elements }) => elements);
  test.each<[string, readonly string[]]>([
    ["p::after", ["p"]],
    ["p:hover::after", ["p"]],
    ["p:first-child::after", ["p:first-child"]],
    ["::before", ["*"]],
    ["p > ::before", ["p>*"]],
    ["p :hover", ["p *"]],
    ["a:before, b:after", ["a", "b"]],
    ["p.first-letter", ["p.first-letter"]],
  ])("%s", (selector, expected) => {
    expect(elements(selector)).toEqual(expected);
  });
});
