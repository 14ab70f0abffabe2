import { afterAll, describe, expect, test } from "vitest";
import { someAtTurn } from "../support/trials.ts";
import { auditPage, loadPage, views } from "./html/audit-page.ts";
import { listenToTrail } from "./html/listen-to-trail.ts";
import { openBrowser } from "./html/open-browser.ts";
import { spaceText } from "./html/space-text.ts";
import { validateHtml } from "./html/validate-html.ts";
import { walkTrail } from "./html/walk-trail.ts";
import { widenChartTexts } from "./html/widen-chart-texts.ts";
import { lazily } from "./lazily.ts";
import { testWith } from "./test-with.ts";
import { ofEachFolder, writtenFiles } from "./written-files.ts";

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

// A page takes axe a second a view: it sees one of the pages of a folder, in some of the views, and all with `DEEP=1`.
const seen = ofEachFolder(files, 1).map(
  ({ name, path }, turn) => [name, { path, views: someAtTurn(Object.entries(views), 2, turn) }] as const,
);

describe.each(seen)("%s", (_, { path, views }) => {
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

  for (const [name, view] of views) {
    testWith("chromium", "checkers")(`accessible, ${name} (axe)`, async () => {
      expect(await auditPage(await browser(), path, view)).toEqual([]);
    });
  }
});

describe("html/all", () => {
  const looks = seen.flatMap(([, own]) => own.views.map(([name]) => name));
  const all = Object.keys(views);
  test(`every view is among the looks at pages: ${seen.length} of ${files.length} pages, ${looks.length} of ${files.length * all.length} looks`, () => {
    if (seen.length >= all.length) expect(new Set(looks)).toEqual(new Set(all));
  });
});
