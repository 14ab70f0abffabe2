import { expect, test } from "vitest";
import { customProperties, readBesideRules } from "../../src/document/index.ts";
import { defineBriefing, generateBriefing } from "../../src/doors/index.ts";
import { honest, honestCsv } from "../briefing/tricks/trick.ts";

const body = `<p class="a">Police recorded {{claim "total"}}.</p><ul class="b"><li>{{claim "rise"}}</li></ul>
<p><a href="https://example.org">More</a></p><h2>Notes</h2><p><q>So they said</q>{{note "total"}}</p>{{notes}}`;

const warnings = async (text: string) => {
  const briefing = defineBriefing({
    ...honest.spec,
    template: { file: "page.hbs", text: `<h1>{{title}}</h1>${body}` },
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
  ':root{--brand:"Inter"}.a{font-family:var(--brand)}',
])("a rule that makes no other figure is no warning: %s", async (css) => {
  expect(await warnings(css)).toEqual([]);
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
  const rules = readBesideRules(sheet, customProperties([sheet]));
  expect(rules.map(({ effect }) => effect.kind === "writes" && effect.text)).toEqual(["one", "two", "three"]);
});
