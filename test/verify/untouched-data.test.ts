import {
  change,
  comparison,
  count,
  defineBriefing,
  defineDataset,
  direction,
  generateBriefing,
  inDataset,
  rank,
  rate,
  record,
  statement,
  table,
} from "briefwright";
import { rankingSpec, trendSpec } from "briefwright/charts";
import { verifyFile } from "briefwright/verify";
import { expect, it } from "vitest";
import { inPart, someOf } from "../support/trials.ts";

const dimensions = {
  area: { role: "area", label: "Police force", plural: "police forces" },
  period: { role: "time", label: "Year" },
} as const;

/** Published twice: what a later release revised has two figures, unless one release is named. */
const offences = defineDataset({
  title: "Recorded offences",
  dimensions,
  measures: { offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
  sources: { home: { title: "Recorded crime", publisher: "Home Office", kind: "official-statistics" } },
  layout: { vintage: { column: "published" } },
});

const residents = defineDataset({
  title: "Mid-year estimates",
  dimensions,
  measures: { people: { label: "People", unit: { one: "person", other: "people" }, statType: "count" } },
  sources: {
    estimates: { title: "Population estimates", publisher: "A statistical office", kind: "official-statistics" },
  },
});

const offencesCsv = [
  "area,period,offences,published",
  ...["Kent,2016,1003", "Kent,2017,1210", "Essex,2016,175", "Essex,2017,180", "Surrey,2016,90"].map(
    (row) => `${row},2018-07-18`,
  ),
  ...["Kent,2017,1198", "Essex,2017,180", "Kent,2018,1274", "Essex,2018,163"].map((row) => `${row},2019-07-18`),
].join("\n");
const residentsCsv = [
  "area,period,people",
  ...["2016", "2017", "2018"].flatMap((year, at) => [
    `Kent,${year},${1_500_000 + at * 7_000}`,
    `Essex,${year},${1_400_100 + at}`,
    `Surrey,${year},1180000`,
  ]),
].join("\n");

const earlier = { vintage: "2018-07-18" } as const;
const later = { vintage: "2019-07-18" } as const;
const newspaper = { who: "a newspaper" };

const made = (lang: string, trail: boolean) =>
  generateBriefing(
    defineBriefing({
      title: "Offences in Kent",
      lang,
      datasets: { offences, residents },
      claims: ({ offences, residents }) => ({
        total: count(offences, { area: "kent", period: "latest" }),
        before: count(offences, { area: "kent", period: "2017", ...earlier }),
        revised: count(offences, { area: "kent", period: "2017", ...later }),
        either: count(offences, { area: "kent", period: "2017" }),
        rise: change(offences, { area: "kent", from: "2017", to: "2018", ...later }),
        own: count(offences, { area: "surrey", period: "latest-available" }),
        place: rank(offences, { area: "kent", period: "2018", among: "area" }),
        most: record(offences, { area: "essex", period: "2018" }),
        than: comparison(offences, {
          left: { area: "kent", period: "2018" },
          right: { area: "essex", period: "2018" },
        }),
        perHead: rate(
          offences,
          { area: "kent", period: "2018" },
          { population: inDataset(residents, { area: "kent", period: "2018" }), per: 100_000 },
        ),
        said: count(
          offences,
          { area: "kent", period: "2018" },
          { text: "Kent had 1,300 offences", attribution: newspaper, stated: { value: 1300, hedge: "about" } },
        ),
        wrong: change(
          offences,
          { area: "kent", from: "2017", to: "2018", ...later },
          { text: "They rose by half", attribution: newspaper, stated: { value: 50, unit: "percent" } },
        ),
        rose: direction(
          offences,
          { area: "kent", from: "2017", to: "2018", ...later },
          { text: "Offences rose", attribution: newspaper, direction: "up", stated: {} },
        ),
        asked: statement("The force answered in full", { attribution: newspaper }),
      }),
      tables: ({ offences, residents }) => ({
        years: table({
          caption: "By year",
          rowHeader: "Year",
          rows: residents.periods(),
          columns: {
            offences: { header: "Offences", cell: ({ id }) => count(offences, { area: "essex", period: id }) },
            people: { header: "People", cell: ({ id }) => count(residents, { area: "essex", period: id }) },
          },
        }),
      }),
      charts: {
        trend: {
          spec: trendSpec({ x: "period", y: "people" }),
          data: ({ residents }) => residents.where({ area: "kent" }),
        },
        ranking: {
          spec: rankingSpec({ category: "area", value: "offences" }),
          data: ({ offences }) => offences.where({ period: "2018" }),
        },
      },
      template: {
        file: "briefing.hbs",
        text: `<h1>{{title}}</h1>
          <p>{{claim "total"}}{{note "total"}} {{claim "before"}}{{note "before"}} {{claim "revised"}}{{note "revised"}} {{claim "rise"}}</p>
          <p>{{#known}}{{claim "either"}}{{/known}}{{claim "own"}} {{claim "place"}}{{note "place"}} {{claim "most"}} {{claim "than"}} {{claim "perHead"}}{{note "perHead"}}</p>
          <ul><li>{{claim "said"}} {{verdict "said"}}{{note "said"}}</li><li>{{claim "wrong"}} {{verdict "wrong"}}</li><li>{{claim "rose"}} {{verdict "rose"}}</li><li>{{claim "asked"}} {{verdict "asked"}}</li></ul>
          {{table "years"}}{{chart "trend"}}{{chart "ranking"}}{{> provenance}}{{notes}}`,
      },
      verifiable: true,
      trail,
    }),
    {
      data: { offences: { csv: offencesCsv }, residents: { csv: residentsCsv } },
      // Names of the data are in English.
      draft: true,
    },
  );

const kinds = [
  ["en-GB", true],
  ["cy", false],
  ["en-GB", false],
  ["cy", true],
] as const;
it.each(someOf(kinds, inPart(kinds.length, 4)))(
  "a briefing of two datasets, releases and what others said agrees (%s, with a trail: %s)",
  async (lang, trail) => {
    const { html, pdf } = await made(lang, trail);
    for (const content of [html, pdf]) {
      const { verdict, findings, checked } = await verifyFile(content, { file: "briefing" });
      expect({ verdict, findings }).toEqual({ verdict: "agrees", findings: [] });
      expect(checked).toMatchObject({ claims: 14, charts: 2 });
    }
  },
);
