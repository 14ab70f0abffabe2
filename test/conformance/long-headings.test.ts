import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { count, defineBriefing, defineDataset, generateBriefing, table } from "briefwright";
import { afterAll, expect } from "vitest";
import { onPage, openBrowser } from "./html/open-browser.ts";
import { lazily } from "./lazily.ts";
import { testWith } from "./test-with.ts";

let opened = false;
const browser = lazily(() => {
  opened = true;
  return openBrowser();
});
afterAll(async () => {
  if (opened) await (await browser()).close();
});

const widths = [900, 640, 560, 500, 420, 340, 320] as const;

const cases = defineDataset({
  title: "Drivers",
  dimensions: { area: { role: "area", label: "State", open: true }, period: { role: "time", label: "Year" } },
  measures: { drivers: { label: "Drivers", unit: { one: "driver", other: "drivers" }, statType: "count" } },
  sources: { s: { title: "Drivers", publisher: "Ministry", kind: "official-statistics" } },
});
const briefing = defineBriefing({
  title: "Drivers",
  lang: "en-GB",
  datasets: { cases },
  claims: () => ({}),
  tables: ({ cases }) => ({
    areas: table({
      caption: "Number of drivers involved in fatal collisions for each billion miles that were driven, by state",
      rowHeader: "State",
      rows: cases.categories("area"),
      columns: {
        figure: {
          header: "Number of drivers involved in fatal collisions for each billion miles that were driven",
          bars: true,
          cell: ({ id }) => count(cases, { area: id, period: "latest" }),
        },
      },
    }),
  }),
  template: { file: "t.hbs", text: '<h1>{{title}}</h1>{{table "areas"}}' },
});

/** Figures and bars of which a part is not to be seen before a reader scrolls sideways. */
const cutOff = `[...document.querySelectorAll(".figures td")].flatMap((cell) => {
  const { right } = cell.closest(".table-region").getBoundingClientRect();
  return [cell, ...cell.querySelectorAll(".bar > span")]
    .filter((own) => own.getBoundingClientRect().right > right + 1)
    .map((own) => own.className + " " + cell.textContent);
})`;

testWith("chromium", "checkers")(
  "figures and their bars are seen whole under a heading as long as a sentence",
  async () => {
    const names = ["North Dakota", "South Carolina", "West Virginia", "Alaska"];
    const rows = names.map((name, index) => `${name},2012,${239 - index * 20}`);
    const csv = ["area,period,drivers", ...rows].join("\n");
    const { html } = await generateBriefing(briefing, {
      data: { cases: { csv, file: "drivers.csv" } },
      formats: ["html"],
    });
    const folder = await mkdtemp(join(tmpdir(), "briefwright-headings-"));
    try {
      const path = join(folder, "page.html");
      await writeFile(path, html);
      for (const width of widths) {
        const view = { path, viewport: { width, height: 800 } };
        const found = await onPage(await browser(), view, (page) => page.evaluate<readonly string[]>(cutOff));
        expect(found, `at ${width} px`).toEqual([]);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);
