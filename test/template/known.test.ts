import { toHtml } from "hast-util-to-html";
import { describe, expect, it } from "vitest";
import { buildDocument } from "../../src/document/index.ts";
import { compileTemplate } from "../../src/template/index.ts";
import { diagnosticsOf } from "../support/diagnostics-of.ts";
import { claimOf, inputOf } from "./fake-input.ts";

/** A briefing with `total` and `rise`, whose claim `hidden` has no figure; `timeless` has one, and no period. */
function inputs() {
  const { claims } = inputOf();
  const hidden = claimOf("hidden", { phrase: "a figure that is not shown, to protect confidentiality [c]" });
  const timeless = claimOf("timeless", { value: 3, text: "3", phrase: "3 offences", period: "", area: "" });
  return inputOf({ claims: new Map([...claims, ["hidden", hidden], ["timeless", timeless]]) });
}

function build(text: string, strict = true) {
  const template = compileTemplate({ template: { text, file: "page.hbs" }, title: "A briefing", parameters: ["area"] });
  const rendered = template.render(inputs());
  const { tree, diagnostics } = buildDocument(rendered, { strict });
  return {
    html: toHtml(tree)
      .replaceAll(/<\/?data[^>]*>|<span class="claim"[^>]*>|<\/span>/g, "")
      .replaceAll(/ id="[^"]*"/g, "")
      .trim(),
    warnings: [...rendered.diagnostics, ...diagnostics],
    printed: rendered.printed,
  };
}

const errorsOf = (text: string) => diagnosticsOf(() => build(text));

describe("what is known", () => {
  it("leaves out a sentence as a whole, and what stands around it", () => {
    const { html, warnings, printed } = build(
      '<h1>T</h1><section><h2>A</h2>{{#known}}<p>Up {{change "hidden"}}.{{note "total"}}</p>{{/known}}</section><p>B</p>',
    );
    expect(html).toBe("<h1>T</h1><p>B</p>");
    expect([...printed.figures]).toEqual(["hidden"]);
    expect(warnings.map(({ code, source }) => [code, source?.id])).toEqual([["claim-without-figure", "hidden"]]);
  });

  it("says what is put in its place, without a warning", () => {
    const { html, warnings } = build('<h1>T</h1><p>{{#known}}Up {{claim "hidden"}}.{{else}}Nothing.{{/known}}</p>');
    expect(html).toBe("<h1>T</h1><p>Nothing.</p>");
    expect(warnings).toEqual([]);
  });

  it("keeps the rest of a sentence whose clause is left out", () => {
    const text = '<h1>T</h1><p>{{claim "total"}}{{#known}}, {{claim "hidden"}}{{/known}}.</p>';
    expect(build(text).html).toBe("<h1>T</h1><p>274 offences.</p>");
  });

  it("asks for claims, charts, tables and parameters by name, as has does", () => {
    const of = (name: string) => build(`<h1>T</h1><p>a</p>{{#known ${name}}}<p>b</p>{{/known}}`).html;
    for (const name of ['claim="total"', 'chart="trend"', 'table="by-year"', 'parameter="area"'])
      expect(of(name)).toContain("<p>b</p>");
    for (const name of ['claim="hidden"', 'claim="none"', 'chart="none"', 'parameter="none"'])
      expect(of(name)).not.toContain("<p>b</p>");
    expect(build('<h1>T</h1><p>a{{#known claim="none"}}{{claim "none"}}{{/known}}</p>').html).toContain("<p>a</p>");
  });

  it("takes out lists, captions and headings that have nothing left, and nothing else", () => {
    const gone = '{{#known}}<li>{{claim "hidden"}}</li>{{/known}}';
    const of = (text: string) =>
      build(`<h1>T</h1><div class="rule"></div>${text}<p></p>`).html.slice("<h1>T</h1>".length);
    const rest = '<div class="rule"></div><p></p>';
    expect(of(`<ul> ${gone} ${gone} </ul>`)).toBe(rest);
    expect(of(`<div><section><h2>a</h2><h3>b</h3><ul>${gone}</ul></section></div>`)).toBe(rest);
    expect(of(`<h2>a</h2><h3>b</h3>{{#known}}<p>{{claim "hidden"}}</p>{{/known}}<h2>c</h2><p>d</p>`)).toBe(
      '<div class="rule"></div><h2>c</h2><p>d</p><p></p>',
    );
    expect(of(`<ul><li>{{claim "total"}}</li>${gone}</ul>`)).toContain("<ul><li>274 offences</li></ul>");
    expect(of(`<table><tr><td>{{#known}}{{value "hidden"}}{{/known}}</td><td>a</td></tr></table>`)).toContain(
      "<td></td>",
    );
    expect(of('{{#chart "trend" data=false}}{{#known}}Up {{change "hidden"}}{{/known}}{{/chart}}')).not.toContain(
      "figcaption",
    );
  });
});

describe("a hole", () => {
  const holes = [
    '<p>Police recorded {{claim "hidden"}}.</p>',
    '<p class="key-value">{{value "hidden"}}</p>',
    '<ul><li>{{sentence "hidden"}}</li></ul>',
    '<h2>Offences {{change "hidden"}}</h2>',
    '{{#chart "trend"}}Offences {{change "hidden"}}{{/chart}}',
    '<table><caption>{{label "hidden"}}</caption><tr><td>a</td></tr></table>',
    '<p title="{{value "hidden"}}">a</p>',
    '<p>Figures for {{period "timeless"}}</p>',
    '<p>Figures for {{area "timeless"}}</p>',
    '{{#each (list "total" "hidden")}}<p>{{claim this}}</p>{{/each}}',
  ];

  it.each(holes)("is an error with its place, and goes by following the advice: %s", (text) => {
    const line = `<h1>T</h1>\n${text}`;
    const errors = errorsOf(line);
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(["sentence-with-hole"]));
    expect(errors[0]?.source).toMatchObject({ file: "page.hbs", line: 2 });
    expect(errors[0]?.hint).toContain("{{#known}}");
    const mended = text.startsWith("{{#each")
      ? `{{#each (list "total" "hidden")}}{{#known}}<p>{{claim this}}</p>{{/known}}{{/each}}`
      : `{{#known}}${text}{{/known}}`;
    expect(errorsOf(`<h1>T</h1>\n${mended}`)).toEqual([]);
  });

  it("is a warning in a draft, and none in the cell of a table", () => {
    expect(build('<h1>T</h1><p>Up {{claim "hidden"}}</p>', false).warnings.map(({ code }) => code)).toEqual([
      "sentence-with-hole",
    ]);
    expect(errorsOf('<h1>T</h1><table><tr><th>{{label "total"}}</th><td>{{value "hidden"}}</td></tr></table>')).toEqual(
      [],
    );
  });
});
