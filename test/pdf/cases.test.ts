import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createPdfFormatter, type Stylesheet } from "../../src/pdf/index.ts";
import { readTaggedPages } from "../conformance/pdf/read-tagged-pages.ts";
import { caseFonts } from "./cases/case-fonts.ts";
import { readCases } from "./cases/read-cases.ts";
import { date, fonts } from "./fonts.ts";
import { caseStyle, houseStyle } from "./house-style.ts";
import { readMetadata } from "./read-pdf.ts";
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
