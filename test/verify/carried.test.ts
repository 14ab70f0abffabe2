import { count, defineBriefing, defineDataset, generateBriefing, share } from "briefwright";
import { verifyFile } from "briefwright/verify";
import { expect, it } from "vitest";
import { offences } from "../briefing/recorded-offences.ts";

const carriedIn = (html: string): string =>
  /<script type="application\/json" id="briefwright-verification">(.*?)<\/script>/.exec(html)?.[1] ?? "";

it("a file carries nothing of places, periods and rows that no printed figure is of", async () => {
  const briefing = defineBriefing({
    title: "Offences",
    lang: "en-GB",
    datasets: { offences },
    claims: ({ offences }) => ({
      kent: count(offences, { area: "kent", period: "2018/19" }),
      essex: count(offences, { area: "essex", period: "2018/19" }),
      unprinted: count(offences, { area: "surrey", period: "2017/18" }),
    }),
    template: { text: '<h1>{{title}}</h1><p>{{claim "kent"}}, {{claim "essex"}}</p>', file: "briefing.hbs" },
    verifiable: true,
  });
  const rows = ["Kent,2018/19,274", "Essex,2018/19,163", "Surrey,2017/18,94", "Surrey,2018/19,101"];
  const carried = async (lines: readonly string[]) => {
    const csv = ["area,period,offences", ...lines].join("\n");
    const { html } = await generateBriefing(briefing, { data: { offences: { csv } }, formats: ["html"] });
    return JSON.parse(carriedIn(html));
  };
  const data = await carried(rows);
  expect(JSON.stringify(data)).not.toMatch(/surrey|\b94\b|\b101\b/i);
  // Nor does what it carries change with what is not printed, of which a hash would tell.
  const other = await carried([rows[0]!, rows[1]!, "Surrey,2017/18,95", "Surrey,2018/19,11"]);
  const withoutPage = ({ untouched: _, attachments: __, ...rest }: Record<string, unknown>) => rest;
  expect(withoutPage(other)).toEqual(withoutPage(data));
  const { excerpt } = (await carried([rows[1]!, rows[0]!, ...rows.slice(2)])).datasets[0];
  expect(excerpt.observations).toEqual(data.datasets[0].excerpt.observations);
});

it("a share of two protected counts is worked out again from what a file carries", async () => {
  const unit = { one: "case", other: "cases" };
  const cases = defineDataset({
    title: "Cases",
    dimensions: { area: { role: "area", label: "Area" }, year: { role: "time", label: "Year" } },
    measures: {
      all: { label: "All", unit, statType: "count" },
      charged: { label: "Charged", unit, statType: "count" },
      convicted: { label: "Convicted", unit, statType: "count" },
      found: { label: "Found", unit, statType: "share", numerator: "convicted", denominator: "charged" },
    },
    sums: [{ whole: "all", parts: ["charged"] }],
    sources: { s: { title: "Cases", publisher: "Ministry", kind: "official-statistics" } },
    disclosure: { profile: { hide: { from: 1, to: 4 } } },
  });
  const at = { area: "kent", year: "2019" } as const;
  const briefing = defineBriefing({
    title: "Cases",
    lang: "en-GB",
    datasets: { cases },
    claims: ({ cases }) => ({
      charged: share(cases, { part: { ...at, measure: "charged" }, whole: { ...at, measure: "all" } }),
      convicted: share(cases, { part: { ...at, measure: "convicted" }, whole: { ...at, measure: "charged" } }),
    }),
    template: {
      text: '<h1>{{title}}</h1><p>{{claim "charged"}}, {{claim "convicted"}}</p>',
      file: "briefing.hbs",
    },
    verifiable: true,
  });
  const data = {
    cases: { csv: "area,year,all,charged,convicted,found\nKent,2019,80,40,10,25\nEssex,2019,50,40,20,50" },
  };
  const { html } = await generateBriefing(briefing, { data, formats: ["html"] });
  const [{ excerpt }] = JSON.parse(carriedIn(html)).datasets;
  // By the names of the measures that the figures are of, and of no other.
  expect(excerpt.spec.sums).toEqual([
    { whole: "all", parts: ["charged"] },
    { whole: "charged", parts: ["convicted"] },
  ]);
  expect(Object.keys(excerpt.spec.measures)).toEqual(["all", "charged", "convicted"]);
  expect(await verifyFile(html, { file: "cases.html" })).toMatchObject({ verdict: "agrees", findings: [] });
});
