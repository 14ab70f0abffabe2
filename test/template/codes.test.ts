import { describe, expect, it } from "vitest";
import { compileTemplate } from "../../src/template/index.ts";
import { codesOf, diagnosticsOf } from "../support/diagnostics-of.ts";
import { inputOf } from "./fake-input.ts";

const compile = (text: string) =>
  compileTemplate({ template: { text, file: "page.hbs" }, title: "t", parameters: ["area"] });
const saidOf = (text: string) => codesOf(diagnosticsOf(() => compile(text).render(inputOf())));

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
    expect(saidOf(wrong)).toEqual([code]);
    expect(saidOf(mended)).toEqual([]);
  });
});
