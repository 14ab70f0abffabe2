import { describe, expect, it } from "vitest";
import { BriefingError } from "../../src/diagnostics/index.ts";
import { compileTemplate } from "../../src/template/index.ts";
import { inputOf } from "./fake-input.ts";

function codesOf(text: string): readonly string[] {
  try {
    const template = compileTemplate({ template: { text, file: "page.hbs" }, title: "t", parameters: ["area"] });
    return template.render(inputOf()).diagnostics.map(({ code }) => code);
  } catch (error) {
    if (error instanceof BriefingError) return error.diagnostics.map(({ code }) => code);
    throw error;
  }
}

describe("a template", () => {
  it.each([
    ["misused-helper", '{{#claim "total"}}x{{/claim}}', '{{claim "total"}}'],
    ["misused-helper", '{{has claim="total"}}', '{{#if (has claim="total")}}x{{/if}}'],
    ["unknown-date", '{{date "12 September"}}', '{{date "2019-09-12"}}'],
    ["unknown-symbol", '{{symbol "supressed"}}', '{{symbol "[c]"}}'],
    ["unknown-phrase", '{{phrase "surce"}}', ""],
    ["unknown-source", '{{source "foi"}}', '{{source "foi-2019"}}'],
    ["wrong-argument", "{{claim area}}", '{{claim "total"}}'],
  ])("%s goes when it is mended", (code, wrong, mended) => {
    expect(codesOf(wrong)).toEqual([code]);
    expect(codesOf(mended)).toEqual([]);
  });
});
