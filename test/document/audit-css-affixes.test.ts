import { describe, expect, test } from "vitest";
import { buildDocument, customProperties, readAffixRules } from "../../src/document/index.ts";
import { defineBriefing, generateBriefing } from "../../src/doors/index.ts";
import { honest, honestCsv } from "../briefing/tricks/trick.ts";
import { createPage } from "./rendered.ts";

const body = `<p class="a">Police recorded {{claim "total"}}.</p><ul class="b"><li>{{claim "rise"}}</li></ul>
<p><a href="https://example.org">More</a></p><h2>Notes</h2><p><q>So they said</q>{{note "total"}}</p>{{notes}}`;

const warnings = async (text: string, content = body) => {
  const briefing = defineBriefing({
    ...honest.spec,
    template: { file: "page.hbs", text: `<h1>{{title}}</h1>${content}` },
    stylesheets: [{ file: "brand.css", text }],
  });
  const { diagnostics } = await generateBriefing(briefing, {
    data: { offences: { csv: honestCsv } },
    parameters: { area: "kent" },
    formats: ["html"],
  });
  return diagnostics.map(({ message, source }) => `${source?.line}:${source?.column} ${message}`);
};

test.each([
  '.a::after{content:"";display:table;clear:both}',
  'li::marker{content:"• "}.b{list-style-type:"– "}',
  'a::after{content:" (opens in a new tab)"}',
  'h2::before{content:"§ " counter(section) ". ";counter-increment:section}',
  'q{quotes:"“" "”"}q::before{content:open-quote}',
  '.none::after{content:" million"}',
  'a::after{content:" million"}',
  "h2::first-letter{font-size:0}",
  ".a::first-letter{font-size:2em;color:#c00}",
  "a{unicode-bidi:bidi-override}",
  "data{unicode-bidi:isolate}",
  // It looks like a digit, and stands at a word.
  '.a data::after{content:"O"}',
  ':root{--brand:"Inter"}.a{font-family:var(--brand)}',
])("a rule that makes no other figure is no warning: %s", async (css) => {
  expect(await warnings(css)).toEqual([]);
});

describe("a column that a rule leaves out", () => {
  const row = (words: string, id: string) =>
    `<tr><th scope="row">${words}</th><td class="n">–</td><td>{{value "${id}"}}</td></tr>`;
  const table = `<table><caption>Offences</caption><thead><tr><th scope="col">Year</th><th scope="col" class="n">Note</th><th scope="col">Offences</th></tr></thead><tbody>${row("this year", "total")}${row("once more", "total")}</tbody></table>{{notes}}`;
  test("of all rows takes no figure out from under its heading", async () => {
    expect(await warnings(".n{display:none}", table)).toEqual([]);
  });
  test("of some rows of a table of words takes none out either", async () => {
    const words = table.replaceAll('{{value "total"}}', "many");
    expect(await warnings("td.n{display:none}", `${words}<p>{{claim "total"}}</p>`)).toEqual([]);
  });
  test("of some rows does", async () => {
    expect(await warnings("td.n{display:none}", table)).toEqual([expect.stringContaining("under other headings")]);
  });
});

test("a rule is told once, with its place, the first figure that it stands beside, and the claim", async () => {
  expect(await warnings("p {\n  & data::after { content: ' million' }\n}")).toEqual([
    '2:19 The rule for p data::after writes " million" beside the figure "274 offences" of the claim "total", which makes another figure of it.',
  ]);
});

test("a selector that nobody understands is taken for one of all elements", async () => {
  expect(await warnings("data:unheard-of(x)::after { content: '%' }")).toHaveLength(1);
});

test("all values of a custom property are tried, and its fallback", () => {
  const sheet = {
    file: "a.css",
    text: ':root{--x:"one"}@media print{:root{--x:"two"}}p::before{content:var(--x,"three")}',
  };
  const rules = readAffixRules(sheet, customProperties([sheet]));
  expect(rules.map(({ effect }) => effect.kind === "writes" && effect.text)).toEqual(["one", "two", "three"]);
});

test.each([
  '.b > li:has(data)::after{content:" million"}',
  '.a data[data-claim]::after{content:" million"}',
  '.a :nth-child(1)::after{content:" million"}',
  '.a > data:only-child::after{content:" million"}',
])("the elements of %s are those of the page", async (css) => {
  expect(await warnings(css)).toEqual([
    expect.stringMatching(/ writes " million" beside the figure .* of the claim "(?:total|rise)"/),
  ]);
});

test.each([
  '.a:empty::after{content:" million"}',
  'h2:has(data)::after{content:" million"}',
  'data[title]::after{content:" million"}',
  ".a:empty{unicode-bidi:bidi-override}",
])("nor is one for others told: %s", async (css) => {
  expect(await warnings(css)).toEqual([]);
});

test("a block that turns characters, or hides a first letter, does so to the first figure of its parts", async () => {
  const figure = /the figure "[^"]+" of the claim "rise"/;
  expect(await warnings("ul.b{unicode-bidi:bidi-override}")).toEqual([expect.stringMatching(figure)]);
  expect(await warnings(".b::first-letter{font-size:0}")).toEqual([expect.stringMatching(figure)]);
});

describe("a counter", () => {
  const at = (html: string, css: string) => {
    const page = createPage();
    const text = html.replaceAll("[274]", page.claim("274", 274, "total"));
    const { diagnostics } = buildDocument(page.rendered(`<h1>Title</h1>${text}`), {
      strict: false,
      cssRules: readAffixRules({ text: css, file: "brand.css" }, new Map()),
    });
    return diagnostics.filter(({ code }) => code === "figure-affix").length;
  };
  test("is a digit of the figure that it stands at, across spaces, and of no other", () => {
    expect(at("<p>[274] </p>", "p::after{content:counter(n)}")).toBe(1);
    expect(at("<p>[274]<b> </b></p>", "p::after{content:counter(n)}")).toBe(1);
    expect(at("<p>[274] in all</p>", 'p::before{content:"No. " counter(n)}')).toBe(1);
    expect(at("<p>[274] in all</p>", 'p::before{content:counter(n) ". "}')).toBe(0);
    expect(at("<p>Some [274] in all</p>", "p::before{content:counter(n)}")).toBe(0);
  });
  test("is a figure of its own in the middle of a text", () => {
    expect(at("<p>In all [274] cases</p>", "p::after{content:counter(n)}")).toBe(1);
    expect(at("<p>In all [274] </p>", "p::after{content:counter(n)}")).toBe(2);
  });
  test("is nothing to what the page itself writes beside a figure", () => {
    const millions = "<p><b>[274]</b> million</p>";
    expect(at(millions, "")).toBe(1);
    // What stands between them parts them; that there are millions was told once.
    expect(at(millions, 'b::after{content:" (of all), and "}')).toBe(1);
    expect(at(millions, 'b::after{content:" thousand"}')).toBe(2);
  });
});

test.each<[html: string, css: string, told: readonly string[]]>([
  ["<p>[274]</p>", "p{unicode-bidi:bidi-override}", ["The rule for p turns characters round, among them [figure]."]],
  [
    "<p>In all [274] cases</p>",
    "p{unicode-bidi:bidi-override}",
    ["The rule for p turns characters round, among them [figure]."],
  ],
  [
    "<p>None</p><p>[274]</p><p>[274]</p>",
    "p{unicode-bidi:bidi-override}",
    ["The rule for p turns characters round, among them [figure]."],
  ],
  ["<p>None</p>", "p{unicode-bidi:bidi-override}", []],
  [
    '<p style="unicode-bidi: bidi-override">[274]</p>',
    "",
    ["The style attribute of <p> turns characters round, among them [figure]."],
  ],
  ['<p style="unicode-bidi : isolate">[274]</p>', "", []],
  [
    "<p>[274] cases</p>",
    "p::first-letter{font-size:0}",
    ["The rule for p::first-letter hides the first letter of [figure]."],
  ],
  [
    "<p>( [274] cases</p>",
    "p::first-letter{font-size:0}",
    ["The rule for p::first-letter hides the first letter of [figure]."],
  ],
  ["<p>In all [274] cases</p>", "p::first-letter{font-size:0}", []],

  ['<p><bdo dir="rtl">In all [274]</bdo></p>', "", ["<bdo> turns characters round, among them [figure]."]],
  ['<p><bdo dir="rtl">None</bdo> [274]</p>', "", []],
  ['<p><bdo dir="rtl">None</bdo> [274]</p>', "p::after{content:'!'}", []],
  [
    "<p>[274]</p>",
    'p::after{content:" million"}',
    ['The rule for p::after writes " million" beside [figure], which makes another figure of it.'],
  ],
  [
    "<p>[274]</p>",
    'p::before{content:"–"}',
    ['The rule for p::before writes "–" beside [figure], which makes another figure of it.'],
  ],
  [
    "<p>[274]</p><p>[274]</p>",
    'p::before{content:"million "}',
    ['The rule for p::before writes "million " beside [figure], which makes another figure of it.'],
  ],
  ["<p>[274]</p><p>None</p>", 'p + p::before{content:" million"}', []],
  ["<p>None</p><p>[274]</p>", 'p:first-of-type::after{content:"−"}', []],
  [
    "<p><b>[274]</b> cases</p>",
    'b::after{content:" million"}',
    ['The rule for b::after writes " million" beside [figure], which makes another figure of it.'],
  ],
  [
    "<p>[274] <b>cases</b></p>",
    'b::before{content:"million "}',
    ['The rule for b::before writes "million " beside [figure], which makes another figure of it.'],
  ],
  ["<p>None <i>here</i></p><p>[274]</p>", 'i::after{content:" million"}', []],
  ["<p>[274]</p><p><i>Or</i> none</p>", 'i::before{content:" million"}', []],
  ["<p>[274]</p>", 'body::after{content:" million"}', []],
  ["<p>[274]</p>", 'p{content:" million"}', []],
  [
    "<p>[274]</p>",
    "p::after{content:counter(n)}",
    ['The rule for p::after writes "1" beside [figure], which makes another figure of it.'],
  ],
])("%s under %s", (html, css, told) => {
  const page = createPage();
  const text = html.replaceAll("[274]", page.claim("274", 274, "total"));
  const { diagnostics } = buildDocument(page.rendered(text), {
    strict: false,
    cssRules: readAffixRules({ text: css, file: "brand.css" }, new Map()),
  });
  const found = diagnostics.filter(({ code }) => code === "figure-affix").map(({ message }) => message);
  expect(found).toEqual(told.map((message) => message.replace("[figure]", 'the figure "274" of the claim "total"')));
});

test.each<[html: string, css: string, told: readonly string[]]>([
  [
    "<p>[274]</p>",
    '@page{@top-left{content:"Twice as many"}}',
    [
      'The rule for @top-left writes "Twice as many", which says a figure in words that cannot be traced: "Twice as many".',
    ],
  ],
  [
    "<p>[274] cases</p>",
    'p::after{content:", half of them ours"}',
    [
      'The rule for p::after writes ", half of them ours", beside the figure "274" of the claim "total", which says a figure in words that cannot be traced: "half".',
    ],
  ],
  // What stands in another block is not beside it.
  [
    "<p>None <i>here</i></p><p>[274] cases</p>",
    'i::after{content:", half of them ours"}',
    ['The rule for i::after writes ", half of them ours", which says a figure in words that cannot be traced: "half".'],
  ],
  [
    "<p>None</p>",
    'p::after{content:"Offences doubled"}',
    ['The rule for p::after writes "Offences doubled", which says a figure in words that cannot be traced: "doubled".'],
  ],
  ["<p>None</p>", 'p::after{content:"Offences fell"}', []],
])("what %s says in words under %s", (html, css, told) => {
  const page = createPage();
  const text = html.replaceAll("[274]", page.claim("274", 274, "total"));
  const { diagnostics } = buildDocument(page.rendered(text), {
    strict: false,
    cssRules: readAffixRules({ text: css, file: "brand.css" }, new Map()),
  });
  const found = diagnostics.filter(({ code }) => code === "said-figure").map(({ message }) => message);
  expect(found).toEqual(told);
});

describe("words of a stylesheet and of the page", () => {
  const said = async (css: string, text: string) => {
    const briefing = defineBriefing({
      ...honest.spec,
      template: { file: "page.hbs", text: `<h1>{{title}}</h1><p class="a">${text}</p>` },
      stylesheets: [{ file: "brand.css", text: css }],
    });
    const { diagnostics } = await generateBriefing(briefing, {
      data: { offences: { csv: honestCsv } },
      parameters: { area: "kent" },
      formats: ["html"],
    });
    return diagnostics.flatMap(({ code, message, source }) =>
      code === "said-figure" ? [`${source?.file}: ${/^"(.*?)"/.exec(message)?.[1] ?? message}`] : [],
    );
  };

  test("are told of the page where the page says all of a figure", async () => {
    expect(await said('.a::after{content:" indeed"}', "Police saw twelve offences")).toEqual(["undefined: twelve"]);
    expect(await said('.a::before{content:"So: "}', "twelve offences fell")).toEqual(["undefined: twelve"]);
  });

  test("are told of the stylesheet where it says a part", async () => {
    const [told, ...others] = await said('.a::after{content:" of the offences"}', "Police ended half");
    expect([told, others]).toEqual([expect.stringMatching(/^brand\.css: .*half/), []]);
  });
});

test.each<[css: string, told: readonly string[]]>([
  // A copy of a figure is one, and what stands beside it makes another of it.
  ['@page{@top-left{content:string(total) " million"}}', ['"million" stands beside what it copies', "@top-left"]],
  ['@page{@top-left{content:"−" string(total)}}', ['"−"', "@top-left"]],
  ["@page{@top-left{content:string(total) counter(page)}}", ["another text", "@top-left"]],
  ['@page{@top-left{content:string(total) ", page " counter(page)}}', []],
  ['@page{@top-left{content:"In all: " string(total)}}', []],
  ['@page{@top-left{content:"million"}}', []],
])("what a margin box writes beside what it copies: %s", (css, told) => {
  const page = createPage();
  const { diagnostics } = buildDocument(
    page.rendered(`<h1>Title</h1><p>${page.claim("274", 274, "total")} cases</p>`),
    {
      strict: false,
      cssRules: readAffixRules({ text: css, file: "brand.css" }, new Map()),
    },
  );
  const found = diagnostics.filter(({ code }) => code === "figure-affix").map(({ message }) => message);
  expect(found).toHaveLength(told.length > 0 ? 1 : 0);
  for (const words of told) expect(found[0]).toContain(words);
});
