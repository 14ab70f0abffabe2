import { readFile } from "node:fs/promises";
import { afterAll, describe, expect } from "vitest";
import { makeReports } from "../pdf/cases/make-reports.ts";
import { lazily } from "./lazily.ts";
import { type Agreement, middleOf, percent, shareOf } from "./parity/compare-words.ts";
import { offGridStyle } from "./parity/off-grid-style.ts";
import { openComparison, type Printed } from "./parity/open-comparison.ts";
import { withoutCharts } from "./parity/without-charts.ts";
import { testWith } from "./test-with.ts";
import { chosenFolder, writtenFiles } from "./written-files.ts";

/** pt, from the place where the browser puts a word; the middle of a document's. */
const largestOffset = 1;
/** The examples have more boxes around their words, whose edges Chromium moves to whole px. */
const largestExampleOffset = 1.25;
/** Of the words of all reports, on the same page and in the same line. */
const leastShare = 0.985;
/** Examples whose words stand on other pages in Chromium, and are not compared, with what is seen. */
const otherPages: Readonly<Record<string, string>> = {
  "report/briefing.html":
    "Its notes stand at the foot of pages here and at the end there, so that a picture finds room on other pages.",
  "charts/briefing.html": "Its charts, of which some are as high as a page, take 24 pages here and 25 there.",
};

const rows: (readonly [string, Agreement])[] = [];
const comparison = lazily(openComparison);

afterAll(async () => {
  await (await comparison()).close();
  if (rows.length > 0) console.log(table());
});

const reports = makeReports().map(({ name, html }) => ({
  name,
  html: html.replace("</style>", `${offGridStyle}</style>`),
}));

async function compare(name: string, html: Printed): Promise<Agreement> {
  const agreement = await (await comparison()).compare(name.replaceAll(/\W+/g, "-"), html);
  rows.push([name, agreement]);
  return agreement;
}

describe("off-grid/reports", () => {
  testWith(
    "chromium",
    "poppler",
    "checkers",
  )("sizes in pt and mm, as written", async () => {
    const all: Agreement[] = [];
    for (const { name, html } of reports) all.push(await compare(name, { ours: html, theirs: html }));
    for (const { offsets, pageCounts } of all) {
      expect(pageCounts[0]).toBe(pageCounts[1]);
      expect(middleOf(offsets)).toBeLessThanOrEqual(largestOffset);
    }
    expect(shareOfAll(all)).toBeGreaterThanOrEqual(leastShare);
  });
});

const examples = (chosenFolder === undefined ? oneOfEach(writtenFiles(".html")) : []).filter(
  ({ name }) => otherPages[name] === undefined,
);

describe.each(examples)("off-grid/$name", ({ name, path }) => {
  testWith(
    "chromium",
    "poppler",
    "checkers",
  )("the shipped stylesheet, printed by Chromium", async () => {
    const { pageCounts, offsets } = await compare(name, withoutCharts(await readFile(path, "utf8")));
    expect(pageCounts[0]).toBe(pageCounts[1]);
    expect(middleOf(offsets)).toBeLessThanOrEqual(largestExampleOffset);
  });
});

/** The first of each folder: the areas of an example differ in their figures only. */
function oneOfEach<File extends { readonly name: string }>(files: readonly File[]): readonly File[] {
  return files.filter(({ name }, index) => folderOf(name) !== folderOf(files[index - 1]?.name));
}

function folderOf(name: string | undefined): string | undefined {
  return name?.split("/")[0];
}

function shareOfAll(all: readonly Agreement[]): number {
  const words = all.reduce((sum, { wordCount }) => sum + wordCount, 0);
  return all.reduce((sum, { sameLine }) => sum + sameLine, 0) / words;
}

function table(): string {
  const line = (cells: readonly string[]) =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(34) : cell.padStart(15))).join("");
  return [
    line(["off the grid", "pages", "words", "same line", "median offset"]),
    ...rows.map(([name, agreement]) =>
      line([
        name,
        agreement.pageCounts.join(" / "),
        String(agreement.wordCount),
        percent(shareOf(agreement)),
        `${middleOf(agreement.offsets).toFixed(2)} pt`,
      ]),
    ),
  ].join("\n");
}
