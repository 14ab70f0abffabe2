import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditPage, loadPage, views } from "./html/audit-page.ts";
import { openBrowser } from "./html/open-browser.ts";
import { validateHtml } from "./html/validate-html.ts";
import { checkGrammar } from "./languagetool/check-grammar.ts";
import { checkReadingOrder } from "./pdf/check-reading-order.ts";
import { readTaggedPages, type TaggedPage } from "./pdf/read-tagged-pages.ts";
import { testWith } from "./test-with.ts";
import { validatePdfs } from "./verapdf/validate-pdfs.ts";

const brokenHtml = `<!DOCTYPE html><html><head><title>Broken</title></head><body>
<img src="http://127.0.0.1:9/outside.png"><p style="color:#ccc">Pale</p><div style="width:2000px">Wide</div></body></html>`;

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "briefwright-checkers-"));
  await writeFile(join(folder, "broken.html"), brokenHtml);
  await writeFile(join(folder, "untagged.pdf"), untaggedPdf());
});
afterAll(() => rm(folder, { recursive: true }));

// A check that cannot fail proves nothing: each of them has to find what was broken on purpose.
describe("the checkers find what is broken", () => {
  testWith("java", "maven")("veraPDF: a PDF without tags", async () => {
    const path = join(folder, "untagged.pdf");
    const found = await validatePdfs([path], ["ua1", "3a"]);
    expect(found.get(`ua1 ${path}`)).toContainEqual(expect.stringMatching(/^7\.1-3 .*Artifact or tagged/));
    expect(found.get(`3a ${path}`)).not.toEqual([]);
  });

  test("pdf.js: a PDF without tags", async () => {
    const problems = checkReadingOrder(await readTaggedPages(join(folder, "untagged.pdf")));
    expect(problems).toContain('Page 1: "Nobody tagged this." is neither tagged nor an artifact.');
  });

  test("order: content outside the tree or in another order, a figure without words", () => {
    const drawn = new Map([
      ["a", "First"],
      ["b", "Second"],
      ["c", "Forgotten"],
    ]);
    const children = [
      { role: "P", children: ["b"] },
      { role: "Figure", children: ["a"] },
    ];
    const page: TaggedPage = { number: 1, structure: { role: "Root", children }, drawn, untagged: [], artifacts: [] };
    expect(checkReadingOrder([page])).toEqual([
      'Page 1: no structure element holds the content c, "Forgotten".',
      'Page 1: "Second" is read where "First" is drawn.',
      "Page 1: a figure has no alternative text.",
    ]);
  });

  testWith("java", "maven")("LanguageTool: a verb that does not agree, the wrong article", async () => {
    const found = await checkGrammar(["The figure are higher than in 2019.", "It is an rise of 4%."], []);
    expect(found).toContainEqual(expect.stringMatching(/SINGULAR_AGREEMENT.*"are"/));
    expect(found).toContainEqual(expect.stringMatching(/EN_A_VS_AN.*"an"/));
  });

  testWith("java", "checkers")("Nu: an image without alt", async () => {
    const path = join(folder, "broken.html");
    expect((await validateHtml([path])).get(path)).toContainEqual(expect.stringContaining("alt"));
  });

  testWith("chromium", "checkers")(
    "axe: contrast, alt, a page wider than a phone, a request to the outside",
    async () => {
      const path = join(folder, "broken.html");
      const browser = await openBrowser();
      try {
        const problems = await auditPage(browser, path, views["320 px"]);
        for (const rule of ["color-contrast", "image-alt", "wider than the window"]) {
          expect(problems).toContainEqual(expect.stringContaining(rule));
        }
        expect(await loadPage(browser, path)).toContainEqual("asks for http://127.0.0.1:9/outside.png");
      } finally {
        await browser.close();
      }
    },
  );
});

/** The least that is a PDF with a line of text. */
function untaggedPdf(): string {
  const text = "BT /F 12 Tf 72 720 Td (Nobody tagged this.) Tj ET";
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let file = "%PDF-1.7\n";
  let offsets = "";
  for (const [index, object] of objects.entries()) {
    offsets += `${String(file.length).padStart(10, "0")} 00000 n \n`;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets}trailer\n<< /Size ${size} /Root 1 0 R >>\n`;
  return `${file}${table}startxref\n${file.length}\n%%EOF\n`;
}
