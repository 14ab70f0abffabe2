import {
  change,
  count,
  defineBriefing,
  type GeneratedBriefing,
  generateBriefing,
  generateBriefings,
  rank,
  table,
} from "briefwright";
import { barSpec, rankingSpec } from "briefwright/charts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { trials } from "../support/trials.ts";
import { offences } from "./recorded-offences.ts";

const areas = ["Ashby", "Million", "Thousand Oaks", "Ward 7", "Zeal"];
const csv = [
  "area,period,offences",
  ...areas.flatMap((area, at) =>
    ["2017/18", "2018/19"].map((period, year) => `${area},${period},${[114, 274, 7, 390, 12][at]! + year * (at - 2)}`),
  ),
].join("\n");

/** Names that one area's chart draws beside the figures of each other. */
const exchanged: ReadonlyMap<unknown, string> = new Map([
  ["Ashby", "Million"],
  ["Million", "Ashby"],
]);

/** What audits and records remember: a name that is a magnitude, figures under other names, a table that one area alone prints. */
const briefing = defineBriefing(
  {
    title: "Offences in {{area.label}}",
    lang: "en-GB",
    datasets: { offences },
    parameters: { area: { kind: "category", dataset: "offences", dimension: "area" } },
    claims: ({ offences, area }) => ({
      total: count(offences, { area, period: "latest" }),
      rise: change(offences, { area, from: "first", to: "latest" }),
      place: rank(offences, { area, period: "latest", among: "area" }),
    }),
    tables: ({ offences, area }) => ({
      all: table({
        caption: "All",
        rowHeader: "Area",
        rows: offences.categories("area"),
        columns: { latest: { header: "2018/19", cell: (row) => count(offences, { area: row, period: "latest" }) } },
        highlight: area.id,
      }),
    }),
    charts: {
      years: {
        spec: barSpec({ x: "period", y: "offences", yTitle: "Offences" }),
        data: ({ offences, area }) => offences.where({ area }),
      },
      ranking: {
        spec: rankingSpec({ category: "area", value: "offences", valueTitle: "Offences" }),
        data: ({ offences, area }) =>
          offences.where({ period: "latest" }).map((row) => ({
            ...row,
            highlight: row.area === area.label,
            area: (area.id === "zeal" && exchanged.get(row.area)) || (row.area ?? null),
          })),
      },
    },
    template: new URL("file:///offences.hbs"),
  },
  {
    readText: async () =>
      `<h1>Offences</h1><p>{{claim "total"}}{{#if (eq area.id "million")}} thousand{{/if}} ({{claim "rise"}}), {{claim "place"}}.</p>
       <table><tr><th>{{area.label}}</th><td>{{value "total"}}</td></tr></table>
       {{chart "years"}}{{chart "ranking"}}{{#if (eq area.id "ashby")}}{{table "all"}}{{/if}}`,
  },
);

type Written = Pick<GeneratedBriefing<string, "html">, "html" | "record" | "diagnostics">;
const written = ({ html, record, diagnostics }: Written) => JSON.stringify([html, record, diagnostics]);
const request = { data: { offences: { csv } }, formats: ["html"], draft: true } as const;

test("property: what a briefing and its diagnostics are does not depend on the areas that were made before", async () => {
  const alone = new Map<string, string>();
  for (const area of areas)
    alone.set(area, written(await generateBriefing(briefing, { ...request, parameters: { area } })));
  expect(new Set(alone.values()).size).toBe(areas.length);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...areas), { minLength: 1, maxLength: 6 }), async (order) => {
      const each = order.map((area) => ({ area }));
      const made = [];
      for await (const result of generateBriefings(briefing, { ...request, each }))
        made.push(result.status === "generated" ? written(result) : result.diagnostics);
      expect(made).toEqual(order.map((area) => alone.get(area)));
    }),
    { numRuns: trials(12, 4) },
  );
});
