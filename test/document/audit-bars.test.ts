import { expect, test } from "vitest";
import { buildDocument, readAffixRules } from "../../src/document/index.ts";
import { createPage } from "./rendered.ts";

/** What is said of a table of bars: of each row its figure (null: none) and the style of its bar (undefined: none). */
function said(
  rows: readonly (readonly [value: number | null, style: string | undefined])[],
  css = "",
): readonly string[] {
  const page = createPage();
  const cells = rows.map(([value, style], index) => {
    const text = value === null ? "[c]" : String(value);
    const bar = style === undefined ? "" : `<span style="${style}"></span>`;
    return `<tr><th>Row</th><td>${page.claim(text, value, `t.${index}.n`)}<span class="bar" aria-hidden="true">${bar}</span></td></tr>`;
  });
  return buildDocument(page.rendered(`<h1>Title</h1><table><caption>T</caption>${cells.join("")}</table>`), {
    strict: false,
    cssRules: css === "" ? [] : readAffixRules({ text: css, file: "brand.css" }, new Map()),
  })
    .diagnostics.filter(({ code }) => code === "untraced-figure")
    .map(({ message }) => message);
}

const style = (width: string, start = "0.00%") => `width:${width};margin-left:${start}`;

test.each([
  [
    [
      [20, style("100.00%")],
      [5, style("25.00%")],
      [null, undefined],
    ],
  ],
  [
    [
      [20, style("66.67%", "33.33%")],
      [-10, style("33.33%", "0.00%")],
      [0, undefined],
    ],
  ],
] as const)("bars as long as their figures are silent: %j", (rows) => {
  expect(said(rows)).toEqual([]);
});

test.each([
  [
    "too long",
    [
      [20, style("100.00%")],
      [5, style("50.00%")],
    ],
    'The bar beside "5" is 50.0% long',
  ],
  [
    "not from zero",
    [
      [20, style("100.00%")],
      [5, style("25.00%", "30.00%")],
    ],
    "from 30.0%",
  ],
  [
    "none",
    [
      [20, style("100.00%")],
      [5, undefined],
    ],
    'The figure "5" has no bar',
  ],
  [
    "of another unit of length",
    [
      [20, style("100.00%")],
      [5, "width:9em;margin-left:0"],
    ],
    "nobody can read",
  ],
  [
    "of a length that it says twice",
    [
      [20, style("100.00%")],
      [5, `min-width:90%;${style("25.00%")}`],
    ],
    "nobody can read",
  ],
  [
    "of what is hidden",
    [
      [20, style("100.00%")],
      [null, style("15.00%")],
    ],
    "prints no figure",
  ],
] as const)("a bar that is %s is told", (_, rows, message) => {
  expect(said(rows)).toEqual([expect.stringContaining(message)]);
});

const right = [
  [20, style("100.00%")],
  [5, style("25.00%")],
] as const;

test.each([
  ["tr:last-child .bar { width: 20em }", true],
  ["tr:last-child td .bar { padding-left: 2em }", true],
  [".bar > span { min-width: 3em }", true],
  ["td span { width: 50% !important }", true],
  [".bar > span { transform: scaleX(2) }", true],
  [".bar > span { box-shadow: 80px 0 0 currentColor }", true],
  [".bar > span { outline: 30px solid red }", true],
  [".bar { background: linear-gradient(90deg, #036 80%, transparent 80%) }", true],
  [".bar { transform: scaleX(-1) }", true],
  ['.bar::after { content: ""; display: block; width: 90%; background: #036 }', true],
  [".bar { background: #eee }", false],
  [".bar > span { box-shadow: none; outline: 0 }", false],
  ['th::after { content: ""; width: 90% }', false],
  [".bar { width: 6em }", false],
  ["table * { color: red }", false],
  [".bar > span { background: teal }", false],
  ["th { width: 6em }", false],
])("%s is told: %s", (css, isTold) => {
  expect(said(right, css).length > 0).toBe(isTold);
});

test.each([
  // All of what is drawn alike is as long beside one another as before; some of it is not.
  [".bar > span { height: 4px }", false],
  ["tr:last-child .bar > span { height: 4px }", true],
  [".bar { height: 1em }", false],
  ["tr:last-child .bar { height: 1em }", true],
  // A ground is the room's: of all of them it is none of a bar's, of one it looks like a bar.
  ["tr:last-child .bar { background-color: teal }", true],
  ["tr:last-child .bar > span { background-color: teal }", false],
  // What is painted in the cell of one bar stands beside it.
  ["tr:last-child td { box-shadow: inset 80px 0 teal }", true],
  ["th { box-shadow: inset 80px 0 teal }", false],
  // Nothing of how long they are.
  ["tr:last-child .bar { color: teal }", false],
  // What a row hands down is the room of its bar.
  ["tr:last-child { --bar-room: 24rem }", true],
  ["tr:last-child .bar { --bar-room: calc(2 * 12rem) }", true],
  ["table { --bar-room: 24rem }", false],
  ["tr:last-child th { --bar-room: 24rem }", false],
  ["tr:last-child { --ink: #1e1e1e; --level: 2; --bar-room: 24rem }", true],
  ["tr:last-child { --ink: #1e1e1e; --level: 2 }", false],
  ["tr:last-child { --own: 9em } .bar { width: calc(var(--own) - 1em) }", true],
  ["tr:last-child { --times: 2 } .bar { width: calc(var(--times) * 6em) }", true],
  ["tr:last-child { --gap: 4px } td { gap: var(--gap) }", false],
])("of several bars, %s is told: %s", (css, isTold) => {
  expect(said(right, css).length > 0).toBe(isTold);
});

test("a rule for the bars of one table alone is told in a page of two", () => {
  const page = createPage();
  const table = (id: string) =>
    `<table id="${id}"><caption>T</caption><tr><th>Row</th><td>${page.claim("20", 20, `${id}.n`)}<span class="bar"><span style="${style("100.00%")}"></span></span></td></tr></table>`;
  const told = (css: string) =>
    buildDocument(page.rendered(`<h1>Title</h1>${table("one")}${table("two")}`), {
      strict: false,
      cssRules: readAffixRules({ text: css, file: "brand.css" }, new Map()),
    }).diagnostics.filter(({ code }) => code === "untraced-figure").length;
  expect(told("#two .bar > span { min-width: 3em }")).toBe(1);
  expect(told("#two .bar { width: 6em }")).toBe(0);
  expect(told("#three .bar > span { min-width: 3em }")).toBe(0);
});
