import { existsSync } from "node:fs";
import { afterAll, describe, expect } from "vitest";
import { readHtml } from "./html/read-html.ts";
import { lastKept, lazily } from "./lazily.ts";
import { checkLinkPages } from "./pdf/check-link-pages.ts";
import { checkReadingOrder } from "./pdf/check-reading-order.ts";
import { readTaggedPages } from "./pdf/read-tagged-pages.ts";
import { spokenText } from "./pdf/spoken-text.ts";
import { runProgram } from "./run-program.ts";
import { testWith } from "./test-with.ts";
import { validatePdfs } from "./verapdf/validate-pdfs.ts";
import { ofEachFolder, writtenFiles } from "./written-files.ts";

const all = writtenFiles(".pdf");
/** Of a folder of many areas some, and all with `DEEP=1`. */
const files = ofEachFolder(all, 4);
afterAll(() => console.log(`${files.length} of ${all.length} PDF files were read.`));

const pagesOf = lastKept(readTaggedPages);
const htmlOf = lastKept(readHtml);
const validated = lazily(() =>
  validatePdfs(
    files.map(({ path }) => path),
    ["ua1", "3a"],
  ),
);

describe.each(files.map(({ name, path }) => [name, path] as const))("%s", (_, path) => {
  testWith("java", "maven")("PDF/UA-1 (veraPDF)", async () => {
    expect((await validated()).get(`ua1 ${path}`)).toEqual([]);
  });

  testWith("java", "maven")("PDF/A-3a (veraPDF)", async () => {
    expect((await validated()).get(`3a ${path}`)).toEqual([]);
  });

  testWith("qpdf")("sound file (qpdf)", async () => {
    const { exitCode, stdout, stderr } = await runProgram("qpdf", ["--check", path]);
    expect(exitCode, stdout + stderr).toBe(0);
  });

  testWith("poppler")("tagged, titled (pdfinfo)", async () => {
    const { stdout } = await runProgram("pdfinfo", [path]);
    expect(stdout).toMatch(/^Tagged: +yes$/m);
    expect(stdout).toMatch(/^Title: +\S/m);
  });

  testWith()("reading order (pdf.js)", async () => {
    expect(checkReadingOrder(await pagesOf(path))).toEqual([]);
  });

  testWith("qpdf")("links in the tree (qpdf)", async () => {
    expect(await checkLinkPages(path)).toEqual([]);
  });

  const twin = path.replace(/\.pdf$/, ".html");
  if (!existsSync(twin)) return;

  // On paper a chart is drawn for the width that it has there: a label may take two lines, and an axis name fewer of its periods.
  testWith("poppler")("words of charts (pdftotext)", async () => {
    const { stdout } = await runProgram("pdftotext", ["-layout", path, "-"]);
    const page = withoutSpaces(stdout);
    const { chartTexts } = await htmlOf(twin);
    const words = chartTexts.flatMap((text) => text.split(/\s+/)).filter((word) => !/^\d{4}$/.test(word));
    expect(words.filter((word) => !page.includes(word))).toEqual([]);
  });

  testWith()("headings as in the HTML (pdf.js)", async () => {
    const spoken = spokenText(await pagesOf(path));
    const { headings } = await htmlOf(twin);
    expect(spoken.headings.map(withoutSpaces)).toEqual(headings.map(withoutSpaces));
  });

  testWith()("words as in the HTML, none glued (pdf.js)", async () => {
    const spoken = spokenText(await pagesOf(path));
    const { words } = await htmlOf(twin);
    expect(missingFrom(spoken.words, words)).toEqual([]);
  });
});

/** The words that are asked for more often than they are there, whatever their case: CSS may have changed it. */
function missingFrom(words: readonly string[], asked: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const word of words.map(lowered)) left.set(word, (left.get(word) ?? 0) + 1);
  return asked.filter((word) => {
    const count = left.get(lowered(word)) ?? 0;
    left.set(lowered(word), count - 1);
    return count <= 0;
  });
}

function lowered(word: string): string {
  return word.toLowerCase();
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, "");
}
