import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundledFonts, createFontSet } from "../../src/fonts/index.ts";
import { createPdfFormatter } from "../../src/pdf/index.ts";
import { caseFonts, withCaseFonts } from "../pdf/cases/case-fonts.ts";
import { makeReports } from "../pdf/cases/make-reports.ts";
import { readCases } from "../pdf/cases/read-cases.ts";
import { type Agreement, compareWords, middleOf } from "./parity/compare-words.ts";
import { exceptions } from "./parity/exceptions.ts";
import { onGrid } from "./parity/on-grid.ts";
import { openPrinter, type Printer } from "./parity/open-printer.ts";
import { readWords } from "./parity/read-words.ts";
import { testWith } from "./test-with.ts";

/** Of the words of a document, on the same page and in the same line. */
const leastShare = 0.985;
/** pt, from the place where the browser puts a word; the middle of a document's. */
const largestOffset = 1;

const cases = [...readCases(), ...makeReports()];
const results = new Map<string, Agreement>();
let folder = "";
let printer: Printer | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "briefwright-parity-"));
});

afterAll(async () => {
  await printer?.close();
  await rm(folder, { recursive: true });
  if (results.size > 0) console.log(table());
});

const formatter = createPdfFormatter({
  fonts: createFontSet(await bundledFonts()),
  fontFiles: caseFonts,
  stylesheets: [],
});

async function compare(name: string, source: string): Promise<Agreement> {
  const html = onGrid(source);
  printer ??= await openPrinter();
  const { bytes } = await formatter.render(html, { date: new Date(0) });
  const [ours, theirs] = [join(folder, `${name}.pdf`), join(folder, `${name}.chromium.pdf`)];
  await Promise.all([writeFile(ours, bytes), writeFile(theirs, await printer.print(withCaseFonts(html)))]);
  const [ourWords, theirWords] = await Promise.all([readWords(ours), readWords(theirs)]);
  return compareWords(ourWords, theirWords);
}

describe.each(cases.map(({ name, html }) => [name, html] as const))("parity/%s", (name, html) => {
  testWith(
    "chromium",
    "poppler",
    "checkers",
  )("pages and lines as Chromium breaks them", async () => {
    const agreement = await compare(name, html);
    results.set(name, agreement);
    const differs = problemsOf(agreement);
    if (exceptions[name] === undefined) expect(differs).toEqual([]);
    else expect(differs, "This case agrees now: take it out of exceptions.ts.").not.toEqual([]);
  });
});

describe("parity/all", () => {
  testWith(
    "chromium",
    "poppler",
    "checkers",
  )("words of the corpus as Chromium places them", () => {
    const { share, offset } = totals(isNoException);
    expect(share).toBeGreaterThanOrEqual(leastShare);
    expect(offset).toBeLessThanOrEqual(largestOffset);
  });

  it("has no exception for a case that is not there", () => {
    const names = cases.map(({ name }) => name);
    expect(Object.keys(exceptions).filter((name) => !names.includes(name))).toEqual([]);
  });
});

function problemsOf(agreement: Agreement): readonly string[] {
  const { pageCounts, offsets, differing } = agreement;
  const problems: string[] = [];
  if (pageCounts[0] !== pageCounts[1]) problems.push(`${pageCounts[0]} pages, ${pageCounts[1]} in Chromium`);
  if (shareOf(agreement) < leastShare) problems.push(`${percent(shareOf(agreement))} of words`, ...differing);
  if (middleOf(offsets) > largestOffset) problems.push(`words ${middleOf(offsets).toFixed(2)} pt away`);
  return problems;
}

function totals(of: (name: string) => boolean = () => true) {
  const all = [...results].filter(([name]) => of(name)).map(([, agreement]) => agreement);
  const words = all.reduce((sum, { wordCount }) => sum + wordCount, 0);
  const sameLine = all.reduce((sum, each) => sum + each.sameLine, 0);
  const offset = middleOf(all.flatMap(({ offsets }) => offsets).sort((a, b) => a - b));
  const pages = all.filter(({ pageCounts: [ours, theirs] }) => ours === theirs).length;
  return { count: all.length, words, share: words === 0 ? 1 : sameLine / words, offset, pages };
}

const isNoException = (name: string) => exceptions[name] === undefined;

/** The cases that agree least, and all together. */
function table(): string {
  const worst = [...results].sort(
    ([, a], [, b]) => shareOf(a) - shareOf(b) || middleOf(b.offsets) - middleOf(a.offsets),
  );
  const row = (name: string, cells: readonly string[]) =>
    `${name.padEnd(28)}${cells.map((cell) => cell.padStart(16)).join("")}`;
  const sum = (name: string, of: (name: string) => boolean) => {
    const { count, words, share, offset, pages } = totals(of);
    return row(name, [`${pages} of ${count} equal`, String(words), percent(share), `${offset.toFixed(2)} pt`]);
  };
  return [
    row("case", ["pages", "words", "same line", "median offset"]),
    ...worst
      .slice(0, 10)
      .map(([name, agreement]) =>
        row(name, [
          agreement.pageCounts.join(" / "),
          String(agreement.wordCount),
          percent(shareOf(agreement)),
          `${middleOf(agreement.offsets).toFixed(2)} pt`,
        ]),
      ),
    sum("without exceptions", isNoException),
    sum("all", () => true),
  ].join("\n");
}

function shareOf({ sameLine, wordCount }: Agreement): number {
  return wordCount === 0 ? 1 : sameLine / wordCount;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
