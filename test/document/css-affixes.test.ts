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
  ["p { font-size: 0 }", { kind: "looks", look: "hides" }],
  ["p::first-letter { opacity: 1% }", { kind: "hides-first-letter" }],
  [".n { unicode-bidi: bidi-override }", { kind: "turns" }],
  [".n { unicode-bidi: isolate-override }", { kind: "turns" }],
])("%s does it", (css, effect) => {
  expect(effects(css)).toEqual([effect]);
});

test.each([
  "p::first-letter { font-size: 10px }",
  "p::first-letter { opacity: 1.0 }",
  "p::first-letter { opacity: 0.5 }",
  "p::first-letter { font-weight: bold }",
  ".n { unicode-bidi: isolate }",
])("%s does nothing to a figure", (css) => {
  expect(effects(css)).toEqual([]);
});
