import { expect, test } from "vitest";
import { readAffixRules } from "../../src/document/index.ts";

const read = (text: string) => readAffixRules({ text, file: "brand.css" }, new Map());
const effects = (css: string) => read(css).map(({ effect }) => effect);

test("a rule that writes beside a figure is told with its selector and its place", () => {
  expect(read('h1 { color: red }\n.n::after {\n  content: " million";\n}')).toEqual([
    {
      selector: ".n::after",
      elements: ".n",
      effect: { kind: "writes", text: " million", at: "after" },
      source: { file: "brand.css", line: 3, column: 3 },
    },
  ]);
});

test.each([
  ['p::after { content: "%" }', { kind: "writes", text: "%", at: "after" }],
  ['p:before { content: "−" }', { kind: "writes", text: "−", at: "before" }],
  ["p::first-letter { font-size: 0 }", { kind: "hides-first-letter" }],
  ["p::first-letter { FONT-SIZE: 0px }", { kind: "hides-first-letter" }],
  ["p:first-letter { visibility: hidden }", { kind: "hides-first-letter" }],
  ["p::first-letter { opacity: 0.00 }", { kind: "hides-first-letter" }],
  ["p::first-letter { color: transparent }", { kind: "hides-first-letter" }],
  ["@media print { p::first-letter { opacity: 0 } }", { kind: "hides-first-letter" }],
  ["p::first-letter { float: right }", { kind: "hides-first-letter" }],
  ["p::first-letter { float: inline-end }", { kind: "hides-first-letter" }],
  ["p::first-letter { position: absolute }", { kind: "hides-first-letter" }],
  ["p::first-letter { position: fixed }", { kind: "hides-first-letter" }],
  ["p::first-letter { margin-left: -2em }", { kind: "hides-first-letter" }],
  ["p::first-letter { margin-inline-start: -9px }", { kind: "hides-first-letter" }],
  ["p::first-letter { color: white }", { kind: "hides-first-letter" }],
  ["p::first-letter { color: #FFF }", { kind: "hides-first-letter" }],
  ["p::first-letter { -webkit-text-fill-color: transparent }", { kind: "hides-first-letter" }],
  ["p::first-letter { background: currentcolor }", { kind: "hides-first-letter" }],
  ["p::first-letter { background-color: currentColor }", { kind: "hides-first-letter" }],
  ["p { font-size: 0 }", { kind: "looks", look: "hides" }],
  ["p::first-letter { opacity: 1% }", { kind: "hides-first-letter" }],
  ["p::first-letter { font-size: 10px }", { kind: "looks", look: "shows-first" }],
  ["p::first-letter { color: #fffff0 }", { kind: "looks", look: "shows-first" }],
  ["p::first-letter { vertical-align: super }", { kind: "looks", look: "lifts-first" }],
  [".n { unicode-bidi: bidi-override }", { kind: "turns" }],
  [".n { unicode-bidi: isolate-override }", { kind: "turns" }],
])("%s does it", (css, effect) => {
  expect(effects(css)).toEqual([effect]);
});

test.each([
  "p::first-letter { opacity: 1.0 }",
  "p::first-letter { opacity: 0.5 }",
  "p::first-letter { font-weight: bold }",
  "p::first-letter { vertical-align: baseline }",
  "p::first-letter { float: left }",
  "p::first-letter { position: relative }",
  "p::first-letter { margin-left: 2em }",
  "p::first-letter { scroll-margin-left: -2em }",
  "p::first-letter { margin-left-x: -2em }",
  "p::first-letter { background: white }",
  "p::first-letter { border-color: currentcolor }",
  "p::first-letter { background-image: currentcolor }",
  ".n { unicode-bidi: isolate }",
  '@font-face { font-family: "x"; content: " million" }',
])("%s does nothing to a figure", (css) => {
  expect(effects(css)).toEqual([]);
});

/** With a counter as `#`. */
const written = (css: string) =>
  effects(css).map((effect) => effect.kind === "writes" && [effect.text.replaceAll(/[^ -~]/g, "#"), effect.at]);

test.each<[string, readonly (readonly [string, string])[]]>([
  // What an element is given before, behind and in place of what it holds.
  ['p::marker { content: "x" }', [["x", "before"]]],
  ['p { content: "x" }', [["x", "instead"]]],
  [
    'q { quotes: "a" "b" "c" "d" }',
    [
      ["a", "before"],
      ["b", "after"],
      ["c", "before"],
      ["d", "after"],
    ],
  ],
  ['li { list-style: "x" inside }', [["x", "before"]]],
  ['p::after { content: "x" counter(n) }', [["x#", "after"]]],
  ['p::after { content: "x" / "spoken" }', [["x spoken", "after"]]],
  ["p::after { content: none }", []],
  ['p::after { content: " " }', []],
  // A counter style is what it writes, on either side too.
  [
    '@counter-style s { symbols: "a" b; suffix: ")" } li { list-style: s }',
    [
      ["a)", "before"],
      ["b)", "before"],
    ],
  ],
  ['@counter-style s { additive-symbols: 1 "I" } li { list-style-type: s }', [["I. ", "before"]]],
  ['@counter-style s { system: extends decimal; prefix: "-" } li { list-style: s }', [["-#. ", "before"]]],
  [
    '@counter-style s { symbols: "a" } p::after { content: counter(n, s) }',
    [
      ["#", "after"],
      ["a", "after"],
    ],
  ],
  [
    '@counter-style s { symbols: "a" } p::after { content: counters(n, ".", s) }',
    [
      ["#", "after"],
      ["a", "after"],
    ],
  ],
  ['@counter-style s { symbols: "a" } p::after { content: counter(n, t) }', [["#", "after"]]],
  ['@counter-style s { symbols: "a" } li { list-style: other }', []],
  // In the margin of a page.
  ['@page { @top-left { content: "x" } }', [["x", "page"]]],
  ["@page { @top-left { color: red } }", []],
  ['@page { @top-left { font-family: "x"; content: "y" } }', [["y", "page"]]],
])("%s writes", (css, expected) => {
  expect(written(css)).toEqual(expected);
});

test.each<[string, string]>([
  ["p::after", "p"],
  ["p:hover::after", "p"],
  ["::before", "*"],
  ["p > ::before", "p > *"],
  ["p:not(.a):before", "p:not(.a)"],
])("%s is of %s", (selector, elements) => {
  const [rule] = read(`${selector} { content: "x" }`);
  expect(rule?.elements.replaceAll(/\s*>\s*/g, " > ")).toBe(elements);
});

test.each<[string, boolean]>([
  ["p::first-letter { float: right }", true],
  ["p::first-letter { float: left }", false],
  ["p::first-letter { position: absolute }", true],
  ["p::first-letter { position: relative }", false],
  ["p::first-letter { margin-left: -2em }", true],
  ["p::first-letter { margin-left: 2em }", false],
  ["p::first-letter { color: white }", true],
  ["p::first-letter { color: #fff }", true],
  ["p::first-letter { color: #eee }", false],
  ["p::first-letter { background: currentColor }", true],
  ["p::first-letter { background: red }", false],
  ["p::first-line { opacity: 0 }", true],
])("%s: whether a first letter is gone is %s", (css, gone) => {
  expect(effects(css).some(({ kind }) => kind === "hides-first-letter")).toBe(gone);
});

test("a first letter that one value of a custom property hides is told, whatever the others do", () => {
  const custom = new Map([["--first", ["16px", "0"]]]);
  const read = (css: string) => readAffixRules({ text: css, file: "brand.css" }, custom).map(({ effect }) => effect);
  expect(read("p::first-letter { font-size: var(--first) }")).toContainEqual({ kind: "hides-first-letter" });
  expect(read("p::first-letter { opacity: var(--first) }")).toContainEqual({ kind: "hides-first-letter" });
  const shown = new Map([["--first", ["16px", "12px"]]]);
  const all = readAffixRules({ text: "p::first-letter { font-size: var(--first) }", file: "brand.css" }, shown);
  expect(all.map(({ effect }) => effect)).not.toContainEqual({ kind: "hides-first-letter" });
});

test.each([
  "p::first-letter { background-size: currentcolor }",
  "p::first-letter { text-underline-position: -1em }",
  "p::first-letter { margin-left: 1em -2em }",
  "p::first-letter { color: whitesmoke }",
])("what is no hiding of a first letter is none: %s", (css) => {
  expect(effects(css)).not.toContainEqual({ kind: "hides-first-letter" });
});

test("what is broken beside it hides no writing in a margin box, nor in a counter style", () => {
  const written = (css: string) => effects(css).flatMap((effect) => (effect.kind === "writes" ? [effect.text] : []));
  expect(written('@page { @top-left { !!!; content: "5" } }')).toEqual(["5"]);
  const list = "ol { list-style-type: own }";
  expect(written(`@counter-style own { !!!; symbols: "5"; suffix: "" } ${list}`)).toContain("5");
});

test("a state of a page that has been opened is none of its elements' selector, and others are", () => {
  const elements = (selector: string) =>
    read(`${selector}::after { content: " million" }`).map((rule) => rule.elements);
  for (const state of ["hover", "FOCUS", "focus-visible", "focus-within", "active", "visited", "link", "any-link"])
    expect(elements(`p > a:${state}`)).toEqual(["p>a"]);
  for (const state of ["target", "enabled", "checked", "valid", "open", "autofill", "defined", "fullscreen"])
    expect(elements(`a:${state}`)).toEqual(["a"]);
  for (const state of ["first-child", "invalid", "target-within", "user-valid"])
    expect(elements(`a:${state}`)).toEqual([`a:${state}`]);
});
