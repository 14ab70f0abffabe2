import { afterAll, describe, expect, it } from "vitest";
import { makeReports } from "../pdf/cases/make-reports.ts";
import { readCases } from "../pdf/cases/read-cases.ts";
import { someOfEach } from "../support/trials.ts";
import { lazily } from "./lazily.ts";
import { type Agreement, middleOf, percent, shareOf } from "./parity/compare-words.ts";
import { exceptions } from "./parity/exceptions.ts";
import { onGrid } from "./parity/on-grid.ts";
import { openComparison } from "./parity/open-comparison.ts";
import { testWith } from "./test-with.ts";

/** Of the words of a document, on the same page and in the same line. */
const leastShare = 0.985;
/** pt, from the place where the browser puts a word; the middle of a document's. */
const largestOffset = 1;

const all = [...readCases(), ...makeReports()];
/** Of each kind a fifth, and all with `DEEP=1`. */
const cases = someOfEach(all, { kindOf: ({ name }) => name.split("-")[0] ?? "", share: 1 / 5 });
const results = new Map<string, Agreement>();
const comparison = lazily(openComparison);

afterAll(async () => {
  await (await comparison()).close();
  if (results.size > 0) console.log(table());
});

describe.each(cases.map(({ name, html }) => [name, html] as const))("parity/%s", (name, html) => {
  testWith(
    "chromium",
    "poppler",
    "checkers",
  )("pages and lines as Chromium breaks them", async () => {
    const both = onGrid(html);
    const agreement = await (await comparison()).compare(name, { ours: both, theirs: both });
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
  )(`words of the corpus as Chromium places them: ${cases.length} of ${all.length} cases`, () => {
    const { share, offset } = totals(isNoException);
    expect(share).toBeGreaterThanOrEqual(leastShare);
    expect(offset).toBeLessThanOrEqual(largestOffset);
  });

  it("has no exception for a case that is not there", () => {
    const names = all.map(({ name }) => name);
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
  const agreements = [...results].filter(([name]) => of(name)).map(([, agreement]) => agreement);
  const words = agreements.reduce((sum, { wordCount }) => sum + wordCount, 0);
  const sameLine = agreements.reduce((sum, each) => sum + each.sameLine, 0);
  const offset = middleOf(agreements.flatMap(({ offsets }) => offsets).sort((a, b) => a - b));
  const pages = agreements.filter(({ pageCounts: [ours, theirs] }) => ours === theirs).length;
  return { count: agreements.length, words, share: words === 0 ? 1 : sameLine / words, offset, pages };
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
