import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { bundledFonts, createFontSet } from "../../src/fonts/index.ts";
import { createPdfFormatter } from "../../src/pdf/index.ts";
import { caseFonts } from "../pdf/cases/case-fonts.ts";
import { makeReports } from "../pdf/cases/make-reports.ts";
import { readCases } from "../pdf/cases/read-cases.ts";
import { someOfEach } from "../support/trials.ts";
import { lastKept, lazily } from "./lazily.ts";
import { checkLinkPages } from "./pdf/check-link-pages.ts";
import { checkReadingOrder } from "./pdf/check-reading-order.ts";
import { readTaggedPages } from "./pdf/read-tagged-pages.ts";
import { spokenText } from "./pdf/spoken-text.ts";
import { runProgram } from "./run-program.ts";
import { testWith } from "./test-with.ts";
import { validatePdfs } from "./verapdf/validate-pdfs.ts";

const all = [...readCases(), ...makeReports()];
/** Of each kind half, and all with `DEEP=1`. */
const cases = someOfEach(all, { kindOf: ({ name }) => name.split("-")[0] ?? "", share: 1 / 3, turn: 1 });
/** Of each case, by name. */
const pageCounts = new Map<string, number>();
let folder = "";
const pathOf = (name: string) => join(folder, `${name}.pdf`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "briefwright-cases-"));
  const formatter = createPdfFormatter({
    fonts: createFontSet(await bundledFonts()),
    fontFiles: caseFonts,
    stylesheets: [],
  });
  for (const { name, html } of cases) {
    const { bytes, pageCount } = await formatter.render(html, { date: new Date(0), file: `${name}.html` });
    pageCounts.set(name, pageCount);
    await writeFile(pathOf(name), bytes);
  }
});
afterAll(() => rm(folder, { recursive: true }));

const pagesOf = lastKept(readTaggedPages);
const validated = lazily(() =>
  validatePdfs(
    cases.map(({ name }) => pathOf(name)),
    ["ua1", "3a"],
  ),
);

/** They hide text on purpose, or say nothing. */
const hiding = new Set(["css-nested", "css-media", "box-display", "page-empty-body"]);

/** What is read there in another order, or in other words, than the HTML has as text, and why. Their tags are reviewed. */
const readOtherwise: Readonly<Record<string, string>> = {
  "float-over-pages": "A float is read before the text beside it, which began on the page before.",
  "float-tall": "A float is read before the text beside it, which began on the page before.",
  "page-footnotes": "A note is read where it is called, and drawn at the foot of the page.",
  "page-references": "Page numbers, which the HTML does not have, stand between its words.",
  "transform-boxes": "What is moved or turned is painted over what is around it, and read where it stands.",
  "text-quotes": "Quotation marks, which the HTML does not have, stand at its words.",
  "text-transform-languages": "Capitals of one language are not those of another.",
};

describe("the last page of each case by itself, with its boxes", () => {
  testWith("java", "maven")(`is PDF/A-3a (veraPDF): ${cases.length} of ${all.length} cases`, async () => {
    const formatter = createPdfFormatter({
      fonts: createFontSet(await bundledFonts()),
      fontFiles: caseFonts,
      stylesheets: [],
    });
    const written: string[] = [];
    for (const { name, html } of cases) {
      const pageCount = pageCounts.get(name);
      if (pageCount === 1) continue;
      const part = await formatter.render(html, { date: new Date(0), pages: String(pageCount), debug: "layout" });
      expect(part.conformance).toEqual(["PDF/A-3a"]);
      written.push(join(folder, `${name}-last.pdf`));
      await writeFile(written.at(-1) as string, part.bytes);
    }
    expect(written.length).toBeGreaterThan(cases.length / 10);
    const problems = await validatePdfs(written, ["3a"]);
    expect([...problems].filter(([, broken]) => broken.length > 0)).toEqual([]);
  });
});

describe.each(cases.map(({ name, html }) => [name, html] as const))("cases/%s", (name, html) => {
  testWith("java", "maven")("PDF/UA-1 (veraPDF)", async () => {
    expect((await validated()).get(`ua1 ${pathOf(name)}`)).toEqual([]);
  });

  testWith("java", "maven")("PDF/A-3a (veraPDF)", async () => {
    expect((await validated()).get(`3a ${pathOf(name)}`)).toEqual([]);
  });

  testWith("qpdf")("sound file (qpdf)", async () => {
    const { exitCode, stdout, stderr } = await runProgram("qpdf", ["--check", pathOf(name)]);
    expect(exitCode, stdout + stderr).toBe(0);
  });

  testWith("qpdf")("links in the tree (qpdf)", async () => {
    expect(await checkLinkPages(pathOf(name))).toEqual([]);
  });

  if (hiding.has(name) || readOtherwise[name] !== undefined) return;

  testWith()("reading order (pdf.js)", async () => {
    expect(checkReadingOrder(await pagesOf(pathOf(name)))).toEqual([]);
  });

  if (!name.startsWith("script-")) {
    testWith()("words as in the HTML, in its order, none glued (pdf.js)", async () => {
      const spoken = spokenText(await pagesOf(pathOf(name)));
      // A float parts the words around it, also where the HTML has no space.
      const written = name.startsWith("float-") ? html.replaceAll(/<\/?span\b[^>]*>/g, " ") : html;
      expect(outOfOrder(wordsOf(written), spoken.words)).toBeUndefined();
    });
    return;
  }

  // Where words have no spaces, a line may end within what stands between two.
  testWith()("letters as in the HTML, in its order (pdf.js)", async () => {
    const { words } = spokenText(await pagesOf(pathOf(name)));
    expect(words.join("").replaceAll("•", "").normalize("NFC")).toBe(wordsOf(html).join("").normalize("NFC"));
  });

  testWith("poppler")("letters as in the HTML, in its order, none glued (Poppler)", async () => {
    const { stdout } = await runProgram("pdftotext", [pathOf(name), "-"]);
    const heard = lettersOf(stdout.split(/\s+/));
    // It reads tables column by column.
    const written = lettersOf(wordsOf(html.replace(/<table>.*/s, "")));
    expect(heard.join("").slice(0, written.join("").length)).toBe(written.join(""));
    if (!joined.has(name)) expect(outOfOrder(written, heard)).toBeUndefined();
  });
});

/** Lines end within words there, or Poppler drops the space between two directions. */
const joined = new Set(
  ["arabic", "chinese", "hebrew", "japanese", "khmer", "korean", "thai"].map((script) => `script-${script}`),
);

/** Punctuation left out: Poppler has its own idea of where it goes between two directions. */
const lettersOf = (words: readonly string[]) =>
  words.map((word) => word.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, "").normalize("NFC")).filter(Boolean);

/** The text of the body as words; tags of text are nothing, all others part words. Of pictures the alt text is read. */
function wordsOf(html: string): readonly string[] {
  return withoutPictures(html)
    .slice(html.indexOf("<body>"))
    .replaceAll(
      /<\/?(?:a|abbr|b|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var)\b[^>]*>/g,
      "",
    )
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&nbsp;", "\u00a0")
    .replaceAll("&amp;", "&")
    .split(/\s+/)
    .filter(Boolean);
}

/** From the inside out. */
function withoutPictures(html: string): string {
  const shorter = html.replaceAll(/<svg(?:(?!<svg).)*?<\/svg>/gs, " ");
  return shorter === html ? html : withoutPictures(shorter);
}

/** The first word that is not heard after the ones before it. What is heard between them, labels and generated text, is let be. */
function outOfOrder(words: readonly string[], heard: readonly string[]): string | undefined {
  let at = 0;
  for (const word of words) {
    const found = indexFrom(heard, at, word);
    if (found === -1) return word;
    at = found + 1;
  }
  return undefined;
}

/** Whatever CSS does to its case, and to the quotation marks around it. */
function plain(word: string): string {
  return word
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[“”‘’]/g, "");
}

function indexFrom(heard: readonly string[], start: number, word: string): number {
  for (let index = start; index < heard.length; index += 1) if (plain(heard[index] ?? "") === plain(word)) return index;
  return -1;
}
