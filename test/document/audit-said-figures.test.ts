import { describe, expect, test } from "vitest";
import { formatDiagnostic } from "../../src/diagnostics/index.ts";
import { type BuildDocumentOptions, buildDocument } from "../../src/document/index.ts";
import { createWords, englishWords, findLanguage, type Words } from "../../src/language/index.ts";
import { compileTemplate } from "../../src/template/index.ts";
import { claimOf, inputOf } from "../template/fake-input.ts";

function auditOf(text: string, options: Partial<BuildDocumentOptions> = {}, words: Words = englishWords()): string[] {
  const template = compileTemplate({ template: { text, file: "page.hbs" }, title: "A briefing" });
  const claims = new Map([["few", claimOf("few", { value: 9, text: "9", phrase: "nine offences" })]]);
  const rendered = template.render(inputOf({ words, claims }));
  const { diagnostics } = buildDocument(rendered, { strict: true, words, ...options });
  return diagnostics.filter(({ code }) => code === "said-figure").map(formatDiagnostic);
}

describe("figures said in words", () => {
  test("are warned of, with what stands around them and what to do", () => {
    expect(auditOf("<p>Police recorded twelve offences, and it has doubled.</p>")).toEqual([
      'warning: "twelve" in the text says a figure in words, which cannot be traced: "Police recorded twelve offences, and it has doubled.". Print it with {{claim}}, or write {{literal "twelve"}} if it is not a figure of the data. [said-figure]',
      'warning: "doubled" in the text says a figure in words, which cannot be traced: "…d twelve offences, and it has doubled.". Print it with {{claim}}, or write {{literal "doubled"}} if it is not a figure of the data. [said-figure]',
    ]);
  });

  test("are errors or nothing where the briefing says so", () => {
    const text = "<p>A third of offences.</p>";
    expect(auditOf(text, { saidFigures: "ignore" })).toEqual([]);
    expect(() => auditOf(text, { saidFigures: "error" })).toThrow(/"A third" in the text says a figure/);
    // A draft prints what cannot be traced.
    expect(auditOf(text, { saidFigures: "error", strict: false })).toHaveLength(1);
  });

  test("pass where a claim says them, and where the author declares them", () => {
    expect(auditOf('<p>There were {{claim "few"}}. {{literal "Ten children"}} sang.</p>')).toEqual([]);
  });

  test("are looked for in attributes that readers meet, and once where a loop repeats them", () => {
    const looped = '{{#each (list "a" "b")}}<abbr title="twelve offences">x</abbr>{{/each}}';
    expect(auditOf(`<p>${looped}</p>`)).toHaveLength(1);
  });

  test("are those of the document's language", () => {
    const welsh = createWords({ language: findLanguage("cy") });
    expect(auditOf("<p>Cofnodwyd pump o droseddau.</p>", {}, welsh)).toHaveLength(1);
    expect(auditOf("<p>Cofnodwyd pump o droseddau.</p>")).toEqual([]);
    expect(auditOf("<p>twelve offences</p>", {}, welsh)).toEqual([]);
  });
});
