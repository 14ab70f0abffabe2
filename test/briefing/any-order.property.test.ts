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
import * as bench from "../bench/briefing.mjs";
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
const audited = () =>
  defineBriefing(
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

type Written = { readonly [K in "html" | "pdf" | "record" | "diagnostics"]?: GeneratedBriefing[K] | undefined };
const written = ({ html, pdf, record, diagnostics }: Written) =>
  JSON.stringify([html, Buffer.from(pdf ?? []).toString("latin1"), record, diagnostics]);

const benches = () => defineBriefing(bench.briefing.spec);
const data = { offences: { csv } };
type Area = { readonly area: string };

// Each is defined anew, so that nothing of it is compiled yet.
test.each([
  {
    name: "of the bench",
    one: (parameters: Area) => generateBriefing(benches(), { data: bench.data, parameters }),
    all: (each: readonly Area[]) => generateBriefings(benches(), { data: bench.data, each }),
    areas: bench.areas,
    runs: trials(60, 12),
  },
  {
    name: "of names and figures that are alike",
    one: (parameters: Area) => generateBriefing(audited(), { data, parameters, formats: ["html"], draft: true }),
    all: (each: readonly Area[]) => generateBriefings(audited(), { data, each, formats: ["html"], draft: true }),
    areas,
    runs: trials(12, 4),
  },
])(
  "property: what a briefing $name is, with its diagnostics, does not depend on what was made before it",
  async ({ one, all, areas, runs }) => {
    const known = new Map<string, Promise<string>>();
    const alone = (area: string) => {
      const made = known.get(area) ?? one({ area }).then(written);
      known.set(area, made);
      return made;
    };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...areas), { minLength: 2, maxLength: 6 }), async (order) => {
        const made: string[] = [];
        for await (const result of all(order.map((area) => ({ area }))))
          made.push(result.status === "generated" ? written(result) : JSON.stringify(result.diagnostics));
        const expected = await Promise.all(order.map(alone));
        expect(
          made.map((each, index) => each === expected[index]),
          order.join(", "),
        ).toEqual(order.map(() => true));
      }),
      { numRuns: runs },
    );
    expect(new Set(await Promise.all(known.values())).size).toBe(known.size);
  },
);
