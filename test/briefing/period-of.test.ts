import { defineBriefing, defineDataset, generateBriefing } from "briefwright";
import { barSpec, trendSpec } from "briefwright/charts";
import { expect, test } from "vitest";

/** Years said as `05/06`, which only their dataset tells from months and parts. */
const definition = {
  title: "Recorded offences",
  dimensions: {
    area: { role: "area", label: "Police force", plural: "police forces" },
    period: { role: "time", label: "Year", format: "yy/yy" },
  },
  measures: { offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
  sources: {
    home: { title: "Recorded crime", publisher: "Home Office", kind: "official-statistics", published: "2019-07-18" },
  },
} as const;
const offences = defineDataset(definition);

/** Of other years. */
const surveys = defineDataset({ ...definition, title: "Surveys" });

const csvOf = (periods: readonly string[]) =>
  ["area,period,offences", ...periods.map((period, index) => `Kent,${period},${310 + index * 31}`)].join("\n");

async function generate(periods: readonly string[]) {
  const briefing = defineBriefing({
    title: "Offences",
    lang: "en-GB",
    datasets: { offences, surveys },
    claims: () => ({}),
    charts: {
      trend: { spec: trendSpec({ x: "period", y: "offences" }), data: ({ offences }) => offences.where({}) },
      bars: { spec: barSpec({ x: "period", y: "offences" }), data: ({ offences }) => offences.where({}) },
    },
    template: { file: "b.hbs", text: '<h1>{{title}}</h1>{{chart "trend"}}{{chart "bars"}}' },
  });
  return generateBriefing(briefing, {
    data: {
      offences: { csv: csvOf(periods), file: "offences.csv" },
      surveys: { csv: csvOf(["98/99", "99/00"]), file: "surveys.csv" },
    },
    formats: ["html"],
  });
}

/** Where the texts of a picture stand across it, px, by what they say. */
const placesOf = (svg: string) =>
  new Map(
    [...svg.matchAll(/<text [^>]*?transform="translate\((-?[\d.]+),[^>]*>([^<]+)</g)].map(([, x, text]) => [
      text,
      Number(x),
    ]),
  );

test("charts of a briefing have their periods where its datasets say that they are", async () => {
  const { html = "" } = await generate(["05/06", "14/15", "15/16", "16/17"]);
  expect(html.match(/Figures for 2005\/06, then 2014\/15 to 2016\/17/g)?.length).toBeGreaterThanOrEqual(2);
  const [trend = "", , bars = ""] = [...html.matchAll(/<svg.*?<\/svg>/gs)].map(([svg]) => svg);
  for (const svg of [trend, bars]) {
    const places = placesOf(svg);
    const [first, next, last] = ["2005/06", "2014/15", "2016/17"].map((name) => places.get(name) ?? Number.NaN);
    expect((next! - first!) / (last! - first!)).toBeCloseTo(9 / 11, 2);
  }
});
