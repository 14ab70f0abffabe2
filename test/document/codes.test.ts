import { describe, expect, it } from "vitest";
import { BriefingError } from "../../src/diagnostics/index.ts";
import { buildDocument } from "../../src/document/index.ts";
import { createPage } from "./rendered.ts";

function codesOf(html: string): readonly string[] {
  try {
    return buildDocument(createPage().rendered(html), { strict: true }).diagnostics.map(({ code }) => code);
  } catch (error) {
    if (error instanceof BriefingError) return error.diagnostics.map(({ code }) => code);
    throw error;
  }
}

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
    expect(codesOf(wrong)).toEqual([code]);
    expect(codesOf(mended)).toEqual([]);
  });
});
