import { change, count, type Dataset, defineBriefing, generateBriefing, rank, table } from "briefwright";
import { trendSpec } from "briefwright/charts";
import { expect, it } from "vitest";
import { offences } from "../briefing/recorded-offences.ts";
import { readTrail } from "./read-trail.ts";

const names = ["Kent", "Essex", "Surrey", "Dorset", "Devon", "Cumbria", "Avon", "Rutland"];
const csvOf = (rutland: number) =>
  [
    "area,period,offences",
    ...names.flatMap((name, at) => {
      const latest = name === "Rutland" ? rutland : 1274 + at;
      return [`${name},2017/18,${1101 + at}`, `${name},2018/19,${latest}`];
    }),
  ].join("\n");

const made = (options: object, { rutland = 1300, formats = ["html"] as ("html" | "pdf")[] } = {}) =>
  generateBriefing(
    defineBriefing({
      title: "Offences in Kent",
      lang: "en-GB",
      datasets: { offences },
      claims: ({ offences }) => ({
        total: count(offences, { area: "kent", period: "2018/19" }),
        rise: change(offences, { area: "kent", from: "2017/18", to: "2018/19" }),
        place: rank(offences, { area: "kent", period: "2018/19", among: "area" }),
      }),
      template: {
        text: '<main><h1>{{title}}</h1><p>Police recorded {{value "total"}}, {{claim "rise"}}.</p><h2>Rank</h2><p>{{claim "place"}}; {{value "rise"}}; no more.</p></main>',
        file: "briefing.hbs",
      },
      trail: true,
      ...options,
    }),
    { data: { offences: { csv: csvOf(rutland) } }, formats },
  );

/** The text of the trail, an element a line. */
const trailOf = (html: string): readonly string[] =>
  html
    .slice(html.indexOf('<section class="trail"'), html.lastIndexOf("</main>"))
    .replaceAll(/<\/(?:h\d|p|div|li|strong)>/g, "\n")
    .replaceAll(/<[^>]+>/g, "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

it("says of each figure what it was before rounding, its cells and their source; a set of cells once", async () => {
  const { html } = await made({});
  expect(html).toContain('<p>Police recorded <data class="claim" data-claim="total" value="1274">1,274</data>');
  expect(html).not.toContain("data-trace");
  const areas = "Kent: 1,274; Essex: 1,275; Surrey: 1,276; Dorset: 1,277; Devon: 1,278; Cumbria: 1,279; Avon: 1,280";
  const source = "Source: Recorded offences: Recorded crime, Home Office, 18\u00A0July 2019";
  expect(trailOf(html).slice(2)).toEqual([
    "1. Offences in Kent",
    "Back to the text",
    "1,274",
    "Offences, Kent (2018/19): 1,274",
    "a 16% rise on the previous year",
    "before rounding: 15.7130%",
    "Offences, Kent – 2017/18: 1,101; 2018/19: 1,274",
    source,
    "2. Rank",
    "Back to the text",
    "the lowest of 8 police forces",
    "Offences, Kent (2018/19): 1,274",
    "cells of set 1",
    "16%",
    "a 16% rise on the previous year",
    "before rounding: 15.7130%",
    "Offences, Kent – 2017/18: 1,101; 2018/19: 1,274",
    "Set 1, 8 cells: Offences, 2018/19",
    source,
    "Set 1, 8 cells: Offences, 2018/19",
    `Offences, 2018/19 – ${areas}; Rutland: 1,300`,
    source,
  ]);
});

it("leaves the PDF, and the page but for its links and its trail, as they were", async () => {
  const [on, off] = [
    await made({}, { formats: ["html", "pdf"] }),
    await made({ trail: false }, { formats: ["html", "pdf"] }),
  ];
  expect(Buffer.from(on.pdf).equals(off.pdf)).toBe(true);
  const bare = on.html
    .replaceAll(/ <a class="trail-ref".*?<\/a>/g, "")
    .replace(/<section class="trail".*(?=<\/main>)/s, "");
  expect(bare).toBe(off.html);
});

it("refuses to print small counts that nobody protected, in an option's name", async () => {
  const refused = made({}, { rutland: 7 });
  await expect(refused).rejects.toMatchObject({
    diagnostics: [{ code: "unprotected-counts", message: expect.stringContaining("The trail would print 1 count") }],
  });
  const { html } = await made({ trail: { publish: true } }, { rutland: 7 });
  expect(html).toContain("Rutland: 7");
});

it("has one link to the cells of a table, whatever the number of its rows", async () => {
  const areas = Array.from({ length: 40 }, (_, at) => `Area ${String.fromCharCode(65 + (at % 26))}${"x".repeat(at)}`);
  const csv = [
    "area,period,offences",
    ...areas.flatMap((area, at) =>
      ["2017/18", "2018/19"].map((period, year) => `${area},${period},${1000 + at * 7 + year * 3}`),
    ),
  ].join("\n");
  const { html } = await generateBriefing(
    defineBriefing({
      title: "Offences",
      lang: "en-GB",
      datasets: { offences },
      claims: () => ({}),
      tables: ({ offences }) => ({
        ranks: table({
          caption: "Ranks",
          rowHeader: "Area",
          rows: offences.categories("area"),
          columns: {
            first: { header: "Before", cell: (area) => rank(offences, { area, period: "2017/18", among: "area" }) },
            last: { header: "After", cell: (area) => rank(offences, { area, period: "2018/19", among: "area" }) },
          },
        }),
      }),
      template: { text: '<main><h1>{{title}}</h1>{{table "ranks"}}</main>', file: "briefing.hbs" },
      trail: true,
    }),
    { data: { offences: { csv } }, formats: ["html"] },
  );
  const { entries, stops } = readTrail(html);
  expect([...entries.values()].map((figures) => figures.length)).toContain(80);
  expect(stops).toEqual([
    { entry: "trail-1", links: ["#trail-ref-1", "#trail-sets"] },
    { entry: "trail-cells", links: [] },
    { entry: "trail-cells-2", links: [] },
  ]);
  expect(html).toContain('<h3 id="trail-sets">Sets of cells</h3>');
  expect(html).toMatch(/<h4 id="trail-cells-2">.*Set 2, 40 cells/);
});

it("leads from the figures behind a chart, where they stand by themselves", async () => {
  const { html } = await made({
    charts: {
      years: {
        spec: trendSpec({ x: "period", y: "offences", series: "area" }),
        data: ({ offences: data }: { offences: Dataset }) => data.where({ area: "essex" }),
      },
    },
    template: {
      text: '<main><h1>{{title}}</h1><p>Police recorded {{value "total"}}.</p>{{chart-data "years" caption="Years"}}</main>',
      file: "briefing.hbs",
    },
  });
  expect(trailOf(html).join("\n")).toContain("Essex (2017/18)");
});
