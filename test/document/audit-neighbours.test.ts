import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildDocument } from "../../src/document/index.ts";
import { createWords, findLanguage } from "../../src/language/index.ts";
import { createPage } from "./rendered.ts";

const english = createWords({ language: findLanguage("en-GB") });

/** What is said of a page; `[12]` in it is the figure of a claim, `(12)` that of a cell, `{12}` a literal. */
function said(html: string, words = english): readonly string[] {
  const page = createPage();
  const text = html
    .replaceAll(/\[(.+?)\]/g, (_, figure: string) => page.claim(figure, 7, `c${figure}`))
    .replaceAll(/\((.+?)\)/g, (_, figure: string) => page.cell(figure, 7))
    .replaceAll(/\{(.+?)\}/g, (_, literal: string) => page.literal(literal));
  return buildDocument(page.rendered(`<h1>Title</h1>${text}`), {
    strict: false,
    words,
    unitOf: () => ({ own: ["Offences"], others: [] }),
  })
    .diagnostics.filter(({ code }) => code === "figure-affix")
    .map(({ message }) => message);
}
const joined = (html: string) =>
  said(html).flatMap(
    (message) => /^The figures (.*) stand side by side .* as one: "(.*)"/.exec(message)?.slice(1) ?? [],
  );

describe("two figures", () => {
  test.each<[string, readonly string[]]>([
    ["<p>[12][34]", ['"12" and "34"', "1234"]],
    ["<p>(12)(34)", ['"12" and "34"', "1234"]],
    ["<p>[12]<b>[34]</b>", ['"12" and "34"', "1234"]],
    ["<p>[12],[34]", ['"12" and "34"', "12,34"]],
    ["<p>[12]&nbsp;[34]", ['"12" and "34"', "12\u00A034"]],
    ["<p>[12]&shy;[34]", ['"12" and "34"', "1234"]],
    ["<p>[12]{34}", ['"12" and "34"', "1234"]],
    ["<p>[1][2](3)", ['"1" and "2" and "3"', "123"]],
    // A reader sees a space, two signs, a new line or another block between them; or there is one figure alone.
    ["<p>[12] [34]", []],
    ["<p>[12], [34]", []],
    ["<p>[12],,[34]", []],
    ["<p>[12]<br>[34]", []],
    ["<p>[12]<p>[34]", []],
    ["<p>[12 of 34]", []],
    ["<p>{12}{34}", []],
    ["<p>[many][34]", []],
  ])("%s", (html, expected) => {
    expect(joined(html)).toEqual(expected);
  });

  test("are read as one where nothing but a sign of numbers, which may stand within one, parts their digits", () => {
    const between = fc.constantFrom(
      "",
      ",",
      ".",
      "'",
      "’",
      " ",
      "\u00A0",
      "\u202F",
      "–",
      "/",
      ", ",
      ",,",
      " and ",
      ";",
    );
    fc.assert(
      fc.property(fc.nat(99), between, fc.nat(99), (left, sign, right) => {
        const isOne = ["", ",", ".", "'", "’", "/", "\u00A0", "\u202F"].includes(sign);
        expect(joined(`<p>[${left}]${sign}[${right}]`)).toEqual(
          isOne ? [`"${left}" and "${right}"`, `${left}${sign}${right}`] : [],
        );
      }),
    );
  });
});

describe("a letter that looks like a digit", () => {
  const touching = (html: string) =>
    said(html).flatMap((message) => /beside "(.)" in .*, which looks/.exec(message)?.[1] ?? []);
  test.each<[string, readonly string[]]>([
    ["<p>[12]O", ["O"]],
    ["<p>[12]l more", ["l"]],
    ["<p>О[12]", ["О"]],
    ["<p>|[12]O", ["|", "O"]],
    ["<p>(12)O", ["O"]],
    ["<p>[12] O", []],
    ["<p>[12]Of", []],
    ["<p>[12 offences]O", []],
    ["<p>O[about 12]", []],
    ["<p>{12}O", []],
    ["<p>NO[12]", []],
  ])("%s", (html, signs) => {
    expect(touching(html)).toEqual(signs);
  });
  test("beside a claim that has no figure is a letter", () => {
    const page = createPage();
    const { diagnostics } = buildDocument(page.rendered(`<h1>Title</h1><p>${page.claim("about 12", null)}O</p>`), {
      strict: false,
      words: createWords({ language: findLanguage("en-GB") }),
    });
    expect(diagnostics.filter(({ message }) => message.includes("looks like a part"))).toEqual([]);
  });
});

describe("a unit in a block of its own", () => {
  const before = (html: string) =>
    said(html).flatMap((message) => /stands before "(.*?)" in <(\w+)>/.exec(message)?.slice(1) ?? []);
  test.each<[string, readonly string[]]>([
    ["<div>[12]</div><div>million</div>", ["million", "div"]],
    ["<div>[12]</div>\n<p>million</p>", ["million", "p"]],
    ["<div><b>[12] </b></div><section>million</section>", ["million", "section"]],
    ["<dl><dt>[12]</dt><dd>%</dd></dl>", ["%", "dd"]],
    ["<table><caption>T</caption><tr><td>[12]</td><td>million</td></tr></table>", ["million", "td"]],
    // What begins something new, or says more, or stands behind no figure.
    ["<ul><li>[12]</li><li>million</li></ul>", []],
    ["<div>[12]</div><div>million more came by another way</div>", []],
    ["<div>[12]</div><div>Offences</div>", []],
    ["<div>[12]</div><div></div>", []],
    ["<div>[12] in all</div><div>million</div>", []],
    ["<div>{12}</div><div>million</div>", []],
    ["<div>[12]</div><hr><div>million</div>", ["million", "div"]],
    ["<div>[12]</div><p> </p><aside>million</aside>", ["million", "aside"]],
    ["<figure><p>[12]</p><figcaption>per cent</figcaption></figure>", ["per cent", "figcaption"]],
    ["<p><b>[12]</b><i>and</i></p><p>million</p>", []],
  ])("%s", (html, expected) => {
    expect(before(html)).toEqual(expected);
  });
});

describe("another direction", () => {
  const isTurned = (html: string) => said(html).some((message) => message.includes("turns the order"));
  test.each<[string, boolean]>([
    ["<p>[12]\u200F", true],
    ["<p>\u200F[12]", true],
    ["<p>[12] שנים\u200F", false],
    ["<p>{12}\u200F", false],
    ["<p>[12]<p>a\u200F", false],
    ['<p dir="rtl">[12] cases', true],
    ['<p dir="RTL"><b>[12]</b>', true],
    ['<p dir="rtl">[12] שנים', false],
    ['<p dir="ltr">[12] cases', false],
    ['<p dir="rtl">none', false],
  ])("%s", (html, expected) => {
    expect(isTurned(html)).toBe(expected);
  });
});

test("what is said of a short text is of that text, whatever was asked before", () => {
  const text = fc.constantFrom("million", "in millions", "Ashby", "minus", "£", "US", "per cent", "and", "thousand");
  const page = fc
    .tuple(text, fc.constantFrom("<p>@", "<div>@</div><div>[12]</div>", "<table><tr><th>@<td>[12]</table>"))
    .map(([own, around]) => around.replace("@", own));
  const alone = (own: string) => said(`<p>${own}`).filter((message) => message.includes("stands by itself"));
  expect(["Ashby", "million", "and", "minus"].map((own) => alone(own).length)).toEqual([0, 1, 0, 1]);
  // What is remembered is remembered by the words of a language.
  const fresh = () => ({ ...english, figureAffixes: { ...english.figureAffixes } });
  fc.assert(
    fc.property(fc.array(page, { minLength: 2, maxLength: 8 }), (pages) => {
      const words = fresh();
      expect(pages.map((each) => said(each, words))).toEqual(pages.map((each) => said(each, fresh())));
    }),
    { numRuns: 60 },
  );
});

test.each<[html: string, isTold: boolean]>([
  // What is counted stands between, in one word or two; more words are another thing.
  ['<p>[274] offences <abbr title="million">m</abbr>', true],
  ['<p>[274] recorded offences <abbr title="million">m</abbr>', true],
  ['<p>[274] children’s offences <abbr title="million">m</abbr>', true],
  ['<p>[274] offences that were recorded <abbr title="million">m</abbr>', false],
  ['<p>[274] offences, <abbr title="million">m</abbr>', false],
  ['<p>[274] offences <abbr title="metres">m</abbr>', false],
  ['<p>None of the offences <abbr title="million">m</abbr>', false],
])("what a term says behind what a figure counts: %s", (html, isTold) => {
  expect(said(html).filter((message) => message.includes("which says")).length).toBe(isTold ? 1 : 0);
});

test.each<[html: string, isTold: boolean]>([
  ["<p>[12]</p><p>million</p>", true],
  ["<p>[12]</p>\n  <p> million </p>", true],
  ["<p>[12]</p><p></p><p>million</p>", true],
  ["<p>[12]</p><hr><p>million</p>", true],
  ["<p>[12]</p><h2>million</h2>", false],
  ["<p>[12]</p><p>millionaires</p>", false],
  ["<p>[12]</p><p>[34]</p>", false],
  ["<p>All</p><p>[34]</p>", false],
])("a block beside a figure that is read on with it: %s", (html, isTold) => {
  expect(said(html).filter((message) => message.includes("stands before")).length).toBe(isTold ? 1 : 0);
});
