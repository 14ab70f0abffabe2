import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createPdfFormatter } from "../../src/pdf/index.ts";
import { readCases } from "./cases/read-cases.ts";
import { date, fonts } from "./fonts.ts";
import { type ReadPdf, readPdf } from "./read-pdf.ts";

const formatter = createPdfFormatter({ fonts, stylesheets: [] });

// What a case becomes stands beside it, in tags.txt: pages, warnings, and the tag tree of each page with its text. A
// change of it is reviewed as text: `npx vitest -u --config .config/vitest.config.ts test/pdf/cases.test.ts` writes it.
describe.each(readCases().map((each) => [each.name, each] as const))("%s", (name, { html, folder }) => {
  it("has the tags and the pages that were reviewed", async () => {
    const { bytes, diagnostics } = await formatter.render(html, { date, file: `${name}.html` });
    const read = await readPdf(bytes);
    expect(read.pages.flatMap(({ untagged }) => untagged)).toEqual([]);
    const warnings = diagnostics.map(({ code, message }) => `${code}: ${message}`);
    await expect(inWords(read, warnings)).toMatchFileSnapshot(fileURLToPath(new URL("tags.txt", folder)));
  });
});

function inWords({ lang, pages }: ReadPdf, warnings: readonly string[]): string {
  const lines = [`Pages: ${pages.length}, language: ${lang}`, ...warnings];
  for (const [index, { tree, artifacts, links }] of pages.entries()) {
    // What stands on a page begins under the document's element.
    const elements = tree.replace(/^Root\n {2}Document ?/, "").replaceAll(/^ {4}/gm, "");
    lines.push("", `Page ${index + 1}`, ...(elements === "" ? [] : [elements.trim()]));
    if (artifacts !== "") lines.push(`Artifacts "${artifacts}"`);
    for (const { url, dest } of links) lines.push(`Link to ${url ?? `#${dest}`}`);
  }
  return `${lines.join("\n")}\n`;
}
