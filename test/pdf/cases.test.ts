import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createPdfFormatter, type Stylesheet } from "../../src/pdf/index.ts";
import { readTaggedPages } from "../conformance/pdf/read-tagged-pages.ts";
import { caseFonts } from "./cases/case-fonts.ts";
import { makeReports } from "./cases/make-reports.ts";
import { readCases } from "./cases/read-cases.ts";
import { date, fonts } from "./fonts.ts";
import { caseStyle, houseStyle } from "./house-style.ts";
import { readMetadata, readPdf } from "./read-pdf.ts";
import { readStructure } from "./read-structure.ts";
import { writeTags } from "./write-tags.ts";

const formatterOf = (stylesheets: readonly Stylesheet[]) =>
  createPdfFormatter({ fonts, fontFiles: caseFonts, stylesheets });
const formatter = formatterOf([{ text: houseStyle }]);
const plainFormatter = formatterOf([]);

// What a case becomes stands beside it, in tags.txt: pages, warnings, and the tag tree with its attributes and its text.
// A change of it is reviewed as text (cases/README.md says against what):
// `npx vitest run --config .config/vitest.config.ts test/pdf/cases.test.ts -u` writes it.
describe.each(readCases().map((each) => [each.name, each] as const))("%s", (name, { html, folder }) => {
  it("has the tags and the pages that were reviewed", async () => {
    const { bytes, diagnostics } = await (caseStyle(name) === "" ? plainFormatter : formatter).render(html, {
      date,
      file: `${name}.html`,
    });
    const { lang } = await readMetadata(bytes);
    const pages = await readTaggedPages(bytes);
    expect(pages.flatMap(({ untagged }) => untagged)).toEqual([]);
    const warnings = diagnostics.map(({ code, message }) => `${code}: ${message}`);
    const tags = writeTags({ lang, pages, document: await readStructure(bytes), warnings });
    await expect(tags).toMatchFileSnapshot(fileURLToPath(new URL("tags.txt", folder)));
  });
});

describe("whole reports", () => {
  it("have the pages that were looked at, and every word of the HTML on them", async () => {
    const pageCounts: Record<string, number> = {};
    for (const { name, html } of makeReports()) {
      const { bytes, pageCount, diagnostics } = await formatter.render(html, { date, file: `${name}.html` });
      expect(diagnostics).toEqual([]);
      pageCounts[name] = pageCount;
      if (pageCount > 20) continue;
      const { pages } = await readPdf(bytes);
      expect(pages.flatMap(({ untagged }) => untagged)).toEqual([]);
      expect(wordsOfTree(pages.map(({ tree }) => tree).join("\n"))).toEqual(wordsOfHtml(html));
    }
    expect(pageCounts).toMatchInlineSnapshot(`
      {
        "report-annual": 55,
        "report-bulletin": 3,
        "report-chapters": 19,
        "report-compendium": 60,
        "report-handbook": 22,
        "report-landscape": 10,
        "report-methods": 5,
        "report-small-format": 8,
        "report-summary": 1,
        "report-tables": 5,
      }
    `);
  });
});

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
