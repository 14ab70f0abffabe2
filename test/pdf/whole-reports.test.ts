import { expect, test } from "vitest";
import { createPdfFormatter } from "../../src/pdf/index.ts";
import { inPart } from "../support/trials.ts";
import { caseFonts } from "./cases/case-fonts.ts";
import { makeReports } from "./cases/make-reports.ts";
import { date, fonts } from "./fonts.ts";
import { houseStyle } from "./house-style.ts";
import { readPdf } from "./read-pdf.ts";

/** By the number of pages that were looked at. */
const reports = {
  "report-summary": 1,
  "report-bulletin": 3,
  "report-methods": 5,
  "report-tables": 5,
  "report-small-format": 8,
  "report-landscape": 10,
  "report-chapters": 19,
  "report-handbook": 22,
  "report-annual": 55,
  "report-compendium": 60,
};
const counted = Object.entries(reports);
const formatter = createPdfFormatter({ fonts, fontFiles: caseFonts, stylesheets: [{ text: houseStyle }] });
const made = new Map(makeReports().map(({ name, html }) => [name, html]));

test("each report that is made is counted", () => {
  expect([...made.keys()].sort()).toEqual(Object.keys(reports).sort());
});

test.each(counted.slice(0, inPart(counted.length, 7)))(
  "%s has %i pages, and every word of the HTML on them",
  async (name, count) => {
    const html = made.get(name) as string;
    const { bytes, pageCount, diagnostics } = await formatter.render(html, { date, file: `${name}.html` });
    expect(diagnostics).toEqual([]);
    expect(pageCount).toBe(count);
    if (count > 20) return;
    const { pages } = await readPdf(bytes);
    expect(pages.flatMap(({ untagged }) => untagged)).toEqual([]);
    expect(wordsOfTree(pages.map(({ tree }) => tree).join("\n"))).toEqual(wordsOfHtml(html));
  },
);

/** In order, list labels left out. */
function wordsOfTree(tree: string): readonly string[] {
  const texts = tree.split("\n").filter((line) => !/^ *Lbl /.test(line));
  return texts.flatMap((line) => (line.match(/"(.*)"$/)?.[1] ?? "").split(/\s+/)).filter(Boolean);
}

function wordsOfHtml(html: string): readonly string[] {
  const body = html.slice(html.indexOf("<body>"));
  return body
    .replaceAll(/<[^>]*>/g, " ")
    .split(/\s+/)
    .filter(Boolean);
}
