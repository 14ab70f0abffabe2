import { expect, test } from "vitest";
import { auditBesideInStylesheet } from "../../src/document/index.ts";
import { createWords, findLanguage } from "../../src/language/index.ts";

const words = createWords({ language: findLanguage("en-GB") });
const audit = (text: string) => auditBesideInStylesheet({ text, file: "brand.css" }, words);

test("a rule that makes another figure of one is told with its selector and its place", () => {
  expect(audit('h1 { color: red }\n.n::after {\n  content: " million";\n}')).toEqual([
    {
      code: "beside-figure",
      severity: "warning",
      message: 'The rule for .n::after writes " million", which makes another figure of one that it stands beside.',
      hint: "Say it in the template, or give the rule to elements that hold no figure.",
      source: { file: "brand.css", line: 3, column: 12 },
    },
  ]);
});

test.each([
  ['p::after { content: "%" }', 'writes "%"'],
  ['p:after { content: " offences " }', 'writes " offences "'],
  ['p::before { content: "−" }', 'writes "−"'],
  ['p:before { content: "half " }', 'writes "half "'],
  ['p::before { content: "twelve offences " }', 'writes "twelve offences "'],
  ["p::first-letter { font-size: 0 }", "hides a first letter"],
  ["p::first-letter { FONT-SIZE: 0px }", "hides a first letter"],
  ["p::first-letter { display: none }", "hides a first letter"],
  ["p:first-letter { visibility: hidden }", "hides a first letter"],
  ["p::first-letter { opacity: 0.00 }", "hides a first letter"],
  ["p::first-letter { color: transparent }", "hides a first letter"],
  ["@media print { p::first-letter { opacity: 0 } }", "hides a first letter"],
  [".n { unicode-bidi: bidi-override }", "turns characters round"],
  [".n { unicode-bidi: isolate-override }", "turns characters round"],
])("%s", (css, what) => {
  expect(audit(css).map(({ message }) => message)).toEqual([expect.stringContaining(what)]);
});

test.each([
  'p::before { content: "Note: " }',
  'p::before { content: "→ " }',
  // On the other side of what it stands beside, and beside no element.
  'p::before { content: "%" }',
  'p { content: " million" }',
  'p::after { quotes: " million" }',
  'p::after { content: " (provisional)" }',
  "p::first-letter { font-size: 10px }",
  "p::first-letter { opacity: 1.0 }",
  "p::first-letter { opacity: 0.5 }",
  "p { font-size: 0 }",
  "p::first-letter { font-weight: bold }",
  ".n { unicode-bidi: isolate }",
])("nothing is said of %s", (css) => {
  expect(audit(css)).toEqual([]);
});
