import { describe, expect, it } from "vitest";
import { buildDocument } from "../../src/document/index.ts";
import { codesOf, diagnosticsOf } from "../support/diagnostics-of.ts";
import { createPage } from "./rendered.ts";

const saidOf = (html: string) =>
  codesOf(diagnosticsOf(() => buildDocument(createPage().rendered(html), { strict: true })));

describe("a page", () => {
  it.each([
    ["heading-outline", "<p>x</p>", "<h1>T</h1><p>x</p>"],
    ["heading-outline", "<h1>T</h1><h1>U</h1>", "<h1>T</h1><h2>U</h2>"],
    ["heading-outline", "<h1>T</h1><h3>U</h3>", "<h1>T</h1><h2>U</h2>"],
    ["empty-heading", "<h1>T</h1><h2></h2>", "<h1>T</h1><h2>U</h2>"],
    ["duplicate-id", '<h1>T</h1><p id="a">x</p><p id="a">y</p>', '<h1>T</h1><p id="a">x</p><p id="b">y</p>'],
    ["unclosed-html", '<h1>T</h1><p class="a>x</p>', '<h1>T</h1><p class="a">x</p>'],
    ["nested-too-deeply", `<h1>T</h1>${"<div>".repeat(20_000)}`, "<h1>T</h1><div></div>"],
  ])("%s goes when it is mended", (code, wrong, mended) => {
    expect(saidOf(wrong)).toEqual([code]);
    expect(saidOf(mended)).toEqual([]);
  });
});
