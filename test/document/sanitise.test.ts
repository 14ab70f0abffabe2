import { toHtml } from "hast-util-to-html";
import { describe, expect, it } from "vitest";
import { BriefingError } from "../../src/diagnostics/index.ts";
import { buildDocument } from "../../src/document/index.ts";
import { createPage } from "./rendered.ts";

const h1 = '<h1 id="title">Title</h1>';

function clean(html: string): { html: string; messages: string[] } {
  const { tree, diagnostics } = buildDocument(createPage().rendered(h1 + html), { strict: false });
  return {
    html: toHtml(tree).slice(h1.length),
    messages: diagnostics.filter(({ code }) => code === "unsafe-html").map(({ message }) => message),
  };
}

describe("sanitising", () => {
  it.each([
    ["<script>alert()</script><p>x", "<p>x</p>", "<script> and what it holds was removed."],
    ["<p onclick=alert()>x", "<p>x</p>", 'The attribute onclick="alert()" of <p> was removed.'],
    ["<a href=javascript:alert()>x</a>", "<a>x</a>", 'The attribute href="javascript:alert()" of <a> was removed.'],
    [
      '<a href=" java\nscript:alert()">x</a>',
      "<a>x</a>",
      'The attribute href=" java\nscript:alert()" of <a> was removed.',
    ],
    ["<a href=//evil.example/>x</a>", "<a>x</a>", 'The attribute href="//evil.example/" of <a> was removed.'],
    ["<a href=next.html>x</a>", "<a>x</a>", 'The attribute href="next.html" of <a> was removed.'],
    [
      '<img src="https://x.example/a.png" alt="x">y',
      "y",
      'The attribute src="https://x.example/a.png" of <img> was removed.',
    ],
    ['<img src="data:text/html,x" alt="x">y', "y", 'The attribute src="data:text/html,x" of <img> was removed.'],
    ['<p style="background:URL (x)">x', "<p>x</p>", 'The attribute style="background:URL (x)" of <p> was removed.'],
    ['<p style="background:u\\72l(x)">x', "<p>x</p>", 'The attribute style="background:u\\72l(x)" of <p> was removed.'],
    ["<p data-value=140>x", "<p>x</p>", 'The attribute data-value="140" of <p> was removed.'],
    ["<meter value=140>x</meter>", "x", "<meter> was removed; what it holds was kept."],
    ['<svg><a xlink:href="x"><text>x</text></a></svg>y', "y", "<svg> and what it holds was removed."],
    ["<iframe src=x>a</iframe>y", "y", "<iframe> and what it holds was removed."],
    ["<template><b>a</b></template>y", "y", "<template> and what it holds was removed."],
    ["<font>a<center>b</center></font>", "ab", "<font> was removed; what it holds was kept."],
    ["<form action=x><p>a</form>", "<p>a</p>", "<form> was removed; what it holds was kept."],
    ["<base href=x><p>a", "<p>a</p>", "<base> was removed; what it holds was kept."],
  ])("%s", (html, expected, message) => {
    const result = clean(html);
    expect(result.html).toBe(expected);
    expect(result.messages).toContain(message);
  });

  it("keeps what documents are made of, in silence", () => {
    const html =
      '<section class="a b" id="s" lang="cy" dir="ltr" role="region" aria-label="x" tabindex="0"><p style="color:rgb(0,0,0)">x<br>y</p>' +
      '<a href="https://example.org/?a=b#c" rel="external">x</a><a href="mailto:a@example.org">x</a><a href="tel:+44">x</a><a href="#s">x</a>' +
      '<img src="data:image/svg+xml,%3Csvg/%3E" alt=""><img src="chart:trend" alt="x" width="640" height="320">' +
      '<table><caption>x</caption><thead><tr><th id="h" scope="col" colspan="2" abbr="x">x</th></tr></thead><tbody><tr><td headers="h" rowspan="1">x</td></tr></tbody></table>' +
      '<dl><dt>x</dt><dd>x</dd></dl><details open><summary>x</summary>x</details><blockquote cite="https://example.org">x</blockquote></section>';
    expect(clean(html)).toEqual({ html, messages: [] });
  });

  it("says a thing once, however often it occurs", () => {
    expect(clean("<p onclick=x>a</p>".repeat(50)).messages).toHaveLength(1);
  });

  it("ends in a clear error where elements are nested past all sense", () => {
    expect(() => clean("<div>".repeat(20_000))).toThrow(BriefingError);
    expect(() => clean("<div>".repeat(20_000))).toThrow(/nested too deeply/);
    expect(clean("<div>".repeat(400)).messages).toEqual([]);
  });

  it.each([
    '<p title="x>lost</p>',
    "<p>x</p><!-- lost",
    "<p>x</p><style>lost",
    "<textarea>lost",
    "<template>lost",
    "x<p",
  ])("refuses to lose the rest of the text to %s", (html) => {
    expect(() => clean(html)).toThrow(/ends inside a tag, a comment or an element/);
  });

  it.each(["<section><p>x", "<table><tr><td>x", "<table><div>x", "<b><p>x</b>", "x"])(
    "closes what HTML lets stay open: %s",
    (html) => expect(clean(html).html).toContain("x"),
  );
});
