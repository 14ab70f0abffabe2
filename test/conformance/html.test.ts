import { dirname } from "node:path";
import { afterAll, describe, expect } from "vitest";
import { auditPage, loadPage, views } from "./html/audit-page.ts";
import { listenToTrail } from "./html/listen-to-trail.ts";
import { openBrowser } from "./html/open-browser.ts";
import { spaceText } from "./html/space-text.ts";
import { validateHtml } from "./html/validate-html.ts";
import { walkTrail } from "./html/walk-trail.ts";
import { widenChartTexts } from "./html/widen-chart-texts.ts";
import { lazily } from "./lazily.ts";
import { testWith } from "./test-with.ts";
import { type WrittenFile, writtenFiles } from "./written-files.ts";

const files = writtenFiles(".html");
const validated = lazily(() => validateHtml(files.map(({ path }) => path)));

let opened = false;
const browser = lazily(() => {
  opened = true;
  return openBrowser();
});
afterAll(async () => {
  if (opened) await (await browser()).close();
});

describe.each(files.map(({ name, path }) => [name, path] as const))("%s", (_, path) => {
  testWith("java", "checkers")("valid (Nu checker)", async () => {
    expect((await validated()).get(path)).toEqual([]);
  });
});

// A page takes axe a second a view, so of many pages of one kind it sees a few.
describe.each(sample(files).map(({ name, path }) => [name, path] as const))("%s", (_, path) => {
  testWith("chromium", "checkers")("asks for nothing outside", async () => {
    expect(await loadPage(await browser(), path)).toEqual([]);
  });

  testWith("chromium", "checkers")("each figure leads to where it comes from, and back, by keyboard", async () => {
    expect(await walkTrail(await browser(), path)).toEqual([]);
  });

  testWith("chromium", "checkers")("each figure is heard with the way to where it comes from, and back", async () => {
    expect(await listenToTrail(await browser(), path)).toEqual([]);
  });

  testWith("chromium", "checkers")("keeps all its text where readers space it out", async () => {
    expect(await spaceText(await browser(), path)).toEqual([]);
  });

  testWith("chromium", "checkers")("keeps all of its charts' texts where a reader's font is wider", async () => {
    expect(await widenChartTexts(await browser(), path)).toEqual([]);
  });

  for (const [name, view] of Object.entries(views)) {
    testWith("chromium", "checkers")(`accessible, ${name} (axe)`, async () => {
      expect(await auditPage(await browser(), path, view)).toEqual([]);
    });
  }
});

/** All pages of a folder with few; the first, the middle and the last of a folder with many. */
function sample(pages: readonly WrittenFile[]): readonly WrittenFile[] {
  const folders = new Map<string, WrittenFile[]>();
  for (const page of pages) folders.set(dirname(page.name), [...(folders.get(dirname(page.name)) ?? []), page]);
  return [...folders.values()].flatMap((all) =>
    all.length <= 6 ? all : [0, Math.floor(all.length / 2), all.length - 1].map((index) => all[index]!),
  );
}
