import { describe, expect, it } from "vitest";
import { formatDiagnostic } from "../../src/diagnostics/index.ts";
import { buildDocument } from "../../src/document/index.ts";
import { englishWords } from "../../src/language/index.ts";
import { compileTemplate } from "../../src/template/index.ts";
import { diagnosticsOf } from "../support/diagnostics-of.ts";

/** What the real template stage and the audit say together of a page. */
function auditOf(text: string, title = "A briefing"): string[] {
  const template = compileTemplate({ template: { text, file: "regional.hbs" }, title });
  const rendered = template.render({
    words: englishWords(),
    lang: "en-GB",
    date: "2019-09-12",
    claims: new Map(),
    charts: new Map(),
    tables: new Map(),
    sources: new Map(),
    datasets: new Map(),
    parameters: {
      area: { dimension: "area", id: "tv", label: "Thames Valley 43", inText: "Thames Valley 43" },
      edition: "17 issues",
    },
  });
  return diagnosticsOf(() => buildDocument(rendered, { strict: true })).map((diagnostic) =>
    formatDiagnostic(diagnostic).replace(/ Print it with.*(?= \[)/, ""),
  );
}

describe("a template that types a figure", () => {
  it("fails the audit with the template, the line, the column and the digits", () => {
    const text =
      '<h1>T</h1>\n<p>Offences in {{area.label}}\n  rose by 140%.</p>\n<p title="4,373 in all">{{edition}}</p>';
    expect(auditOf(text)).toEqual([
      'regional.hbs:3:11: error: The figure "140%" in the text cannot be traced: "rose by 140%.". [untraced-figure]',
      'regional.hbs:4:11: error: The figure "4,373" in the title attribute of <p> cannot be traced: "4,373 in all". [untraced-figure]',
      'regional.hbs:4:25: error: The figure "17" in the text cannot be traced: "17 issues". [untraced-figure]',
    ]);
  });

  it("fails it where a number is an attribute's value", () => {
    const text =
      '<h1>T</h1><ol start="3"><li value=4>x</ol>\n<data value="140%">most</data><table><tr><th abbr="5 more">x</table>';
    expect(auditOf(text).map((line) => line.replace(/ cannot be.*/, ""))).toEqual([
      'regional.hbs:1:22: error: The figure "3" in the start attribute of <ol>',
      'regional.hbs:1:35: error: The figure "4" in the value attribute of <li>',
      'regional.hbs:2:14: error: The figure "140%" in the value attribute of <data>',
      'regional.hbs:2:52: error: The figure "5" in the abbr attribute of <th>',
    ]);
  });

  it("fails it in the title too", () => {
    expect(auditOf("<h1>T</h1>", "Up 140% in {{area.label}}")).toEqual([
      expect.stringContaining('The figure "140%" in the document\'s title cannot be traced'),
    ]);
  });

  it("passes with literals, dates and the dataset's own words", () => {
    expect(
      auditOf('<h1>{{area.label}}</h1><p>Call {{literal "0800 1111"}}, {{published}}.</p>', "{{area.label}}"),
    ).toEqual([]);
  });
});
