import fc from "fast-check";
import { expect, test } from "vitest";
import { longestWords, paperFit, tableWidth } from "../../src/template/helpers/table-width.ts";
import { plainText } from "../../src/template/plain-text.ts";
import { withoutTracing } from "../../src/template/traced-text.ts";

/** The same as expressions say it, text by text. */
function widthOf(rows: readonly string[]): number {
  const columns: number[] = [];
  for (const row of rows) {
    const text = withoutTracing(row)
      .replaceAll(/<t[hd](?=[\s>])[^>]*>/gu, "\0")
      .replaceAll(/<br>/gu, " ")
      .replaceAll(/<[^>]*>/gu, "");
    for (const [index, cell] of plainText(text).split("\0").slice(1).entries())
      columns[index] = Math.max(columns[index] ?? 0, ...cell.split(/\s/u).map(({ length }) => length));
  }
  return columns.reduce((width, letters) => width + letters * 9 + 17, 0);
}

const pieces = [
  ..."a B 1 £ é 😀 & ; > \u00a0 \u2009 \u3000".split(" "),
  ...[" ", "\n", "&amp;", "&#x27;", "&lt;b&gt;", "&unknown;", "<br>", "<b>", "</b>", "<thead>", '<span class="bar">'],
  ...["<td>", "</td>", '<td class="numeric">', "<th>", '<th\nscope="row">', "</tr>"],
  ...["\uFDD012\uFDD1", "\uFDD2", "\uFDD33\uFDD1", "\uFDD0", "\uFDD012", "\uFDD67\uFDD1", "\uFDD6"],
];

test("a table is as wide as the longest words of its columns", () => {
  const row = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join(""));
  fc.assert(fc.property(fc.array(row, { maxLength: 4 }), (rows) => void expect(tableWidth(rows)).toBe(widthOf(rows))));
  expect(tableWidth(["<td>12 women&amp;\uFDD04\uFDD1girls\uFDD2</td><td>a</td>"])).toBe(11 * 9 + 17 + 9 + 17);
});

test("a table of many columns is set closer, then smaller, and then is none", () => {
  const table = (columns: number, figure: string) =>
    paperFit(
      longestWords([
        ["Rochdale", ...Array.from({ length: columns }, () => figure)].map((text) => `<td>${text}`).join(""),
      ]),
    );
  expect([6, 10, 12].map((columns) => table(columns, "−0.32"))).toEqual(["well", "close", "small"]);
  expect(["12,345", "1,234,567"].map((figure) => table(12, figure))).toEqual(["small", "not"]);
});
