import { count, defineBriefing, generateBriefing, median } from "briefwright";
import { barSpec, bulletSpec, rankingSpec, stripSpec, trendSpec } from "briefwright/charts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { defineDataset } from "../../src/dataset/index.ts";
import { trials } from "../support/trials.ts";

const areas = ["Ashby", "Birch", "Cold", "Dun"] as const;
const years = ["2021", "2022", "2023"] as const;

const datasetWith = (rounding: "each" | "together") =>
  defineDataset({
    title: "Referrals",
    dimensions: { area: { role: "area", label: "Area" }, year: { role: "time", label: "Year" } },
    measures: { n: { label: "Referrals", unit: { one: "referral", other: "referrals" }, statType: "count" } },
    sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
    disclosure: { profile: "under5", rounding },
  });
const datasets = { each: datasetWith("each"), together: datasetWith("together") };

const specs = {
  bars: rankingSpec({ category: "area", value: "n" }),
  columns: barSpec({ x: "year", y: "n" }),
  lines: trendSpec({ x: "year", y: "n", series: "area" }),
};
const isIn = { bars: (_: string, year: string) => year === "2023", columns: (area: string) => area === "Ashby" };

test("rows of claims are described as rows of cells are", async () => {
  const counts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 12, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(counts, fc.constantFrom("each", "together"), async (values, rounding) => {
      const rows = areas.flatMap((area, at) =>
        years.map((year, index) => ({ area, year, n: values[at * years.length + index] as number })),
      );
      const described = (from: "cells" | "claims") =>
        Object.fromEntries(
          Object.entries(specs).map(([id, spec]) => [
            `${id}-${from}`,
            {
              spec,
              data: ({ referrals, figure }: never) => drawn(id, from, { referrals, figure } as never),
            },
          ]),
        );
      const drawn = (
        id: string,
        from: "cells" | "claims",
        { referrals, figure }: { referrals: never; figure: never },
      ) => {
        const isDrawn = isIn[id as "bars"] ?? (() => true);
        const all =
          from === "cells"
            ? (referrals as { where(selector: object): readonly Record<string, string>[] }).where({ year: years })
            : rows.map(({ area, year }) => {
                const n = (figure as (claim: unknown) => number | null)(count(referrals, { area, year } as never));
                return { area, year, n, state: n === null ? "suppressed" : "value" };
              });
        return all
          .filter(({ area = "", year = "" }) => isDrawn(area, year))
          .map((row) => ({ ...row, ...(id === "bars" && { highlight: row.area === "Birch" }) }));
      };
      const briefing = defineBriefing({
        title: "Referrals",
        lang: "en-GB",
        datasets: { referrals: datasets[rounding] },
        claims: () => ({}),
        charts: { ...described("cells"), ...described("claims") } as never,
        template: {
          file: "page.hbs",
          text: `<h1>{{title}}</h1>${Object.keys(specs)
            .flatMap((id) => [`${id}-cells`, `${id}-claims`])
            .map((id) => `{{chart "${id}" caption="A chart"}}`)
            .join("")}`,
        },
      });
      const { html = "" } = await generateBriefing(briefing, { data: { referrals: { rows } }, formats: ["html"] });
      // The description, the caption and the table of each, without its name.
      const figures = html.split("<figure").slice(1);
      expect(figures).toHaveLength(6);
      const told = figures.map((text) => [
        /<(?:svg|span)[^>]*aria-label="([^"]*)"/.exec(text)?.[1],
        text.slice(text.indexOf("</svg>"), text.indexOf("</details>")).replaceAll(/<[^>]*>/g, " "),
      ]);
      const ids = Object.keys(specs).flatMap((id) => [`${id}-cells`, `${id}-claims`]);
      for (const [index, id] of ids.entries())
        if (id.endsWith("-claims")) expect([id, ...(told[index] ?? [])]).toEqual([id, ...(told[index - 1] ?? [])]);
      expect(told.every(([alt]) => alt?.includes("Counts are rounded to a multiple of 5."))).toBe(true);
    }),
    { numRuns: trials(60, 6) },
  );
});

test("a comparator that rounding leaves open is no value that is missing", async () => {
  const counts = fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 12, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(counts, async (values) => {
      const rows = areas.flatMap((area, at) =>
        years.map((year, index) => ({ area, year, n: values[at * years.length + index] as number })),
      );
      const briefing = defineBriefing({
        title: "Referrals",
        lang: "en-GB",
        datasets: { referrals: datasets.each },
        claims: () => ({}),
        charts: {
          strip: {
            spec: stripSpec({
              category: "area",
              value: "n",
              annotations: [{ kind: "reference", value: "middle", label: "Median" }],
            }),
            data: ({ referrals, figure }) => {
              const middle = figure(median(referrals, { year: "latest", among: "area" }));
              return referrals.where({ year: "latest" }).map((row) => ({ ...row, middle }));
            },
          },
          bullet: {
            spec: bulletSpec({ category: "year", value: "n", comparator: "middle", comparatorTitle: "Median" }),
            data: ({ referrals, figure }) =>
              referrals.where({ area: "Ashby" }).map((row) => ({
                ...row,
                middle: figure(median(referrals, { year: String(row.year), among: "area" })),
              })),
          },
        },
        template: {
          file: "page.hbs",
          text: '<h1>{{title}}</h1>{{chart "strip" caption="Areas"}}{{chart "bullet" caption="Years"}}',
        },
      });
      const { record } = await generateBriefing(briefing, { data: { referrals: { rows } }, formats: ["html"] });
      expect(record.charts).toHaveLength(2);
      for (const { description } of record.charts) expect(description).not.toContain("missing");
    }),
    { numRuns: trials(30, 4) },
  );
});
