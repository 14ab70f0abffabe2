import { describe, expect, it } from "vitest";
import { renderPdf } from "../../src/pdf/index.ts";
import { date, fonts } from "./fonts.ts";
import { readPdf } from "./read-pdf.ts";

async function treeOf(html: string): Promise<string> {
  const { bytes } = await renderPdf(html, { title: "T", lang: "en", date, fonts });
  const { pages } = await readPdf(bytes);
  return pages.map(({ tree }) => tree.replaceAll(/ *\n */g, " ")).join(" ");
}

describe("whatever the style, the tree keeps to what its elements may hold (ISO 14289-1, 7.2)", () => {
  it.each([
    [
      "items in a line",
      '<ul style="list-style: none"><li style="display: inline">a</li> <li style="display: inline-block">b</li></ul>',
      'L LI LBody "a" LI LBody "b"',
    ],
    [
      "text and paragraphs between items",
      '<ul style="list-style: none">x<li>a</li><p>p</p></ul>',
      'L LI LBody P "x" LI LBody "a" LI LBody P "p"',
    ],
    [
      "terms in a line",
      '<dl><dt style="display: inline">a</dt> <dd style="display: inline">b</dd></dl>',
      'L LI Lbl "a" LBody "b"',
    ],
    [
      "items as tables",
      '<ul><li style="display: table">a</li><li style="display: flex">b</li></ul>',
      'L LI LBody "a" LI LBody "b"',
    ],
    [
      "items as rows",
      '<ul style="display: table"><li style="display: table-row">a</li><li style="display: table-row">b</li></ul>',
      'L LI LBody "a" LI LBody "b"',
    ],
    ["items without boxes", '<ul><li style="display: contents">a</li></ul>', 'L LI LBody "a"'],
    ["items and their parts without lists", "<p>x</p><li>a</li><dd>b</dd>", 'P "x" L LI Lbl "•" LBody "a" P "b"'],
    ["headings in a line", '<h4 style="display: inline">a</h4>', 'P H1 "a"'],
    [
      "cells that reach past the end of the table",
      "<table><tr><th rowspan=5>a</th><td>b</td></tr><tr><td>c</td></tr></table>",
      'Table TBody TR TH "a" TD "b" TR TD "c"',
    ],
    [
      "cells that say that they reach to its end",
      "<table><tr><th rowspan=0>a</th><td>b</td></tr><tr><td>c</td></tr></table>",
      'Table TBody TR TH "a" TD "b" TR TD "c"',
    ],
    [
      "tables of nothing but a head, with captions between",
      "<table><thead><tr><th>a</thead><caption>b</caption><caption>c</caption></table>",
      'Table Caption "b c" TBody TR TH "a"',
    ],
  ])("%s", async (_, html, tree) => {
    expect(await treeOf(html)).toContain(tree);
  });
});
