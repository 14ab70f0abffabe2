import { count, defineBriefing, defineDataset, generateBriefing, rate, table } from "briefwright";
import { barSpec } from "briefwright/charts";
import { diffBriefings, formatBriefingRecord, parseBriefingRecord } from "briefwright/record";
import { expect, test } from "vitest";

const definition = defineDataset({
  title: "Referrals",
  dimensions: {
    area: { role: "area", label: "Area", plural: "areas" },
    period: { role: "time", label: "Year" },
  },
  measures: {
    cases: { label: "Referrals", unit: { one: "referral", other: "referrals" }, statType: "count", roundedTo: 5 },
    people: { label: "Population", unit: { one: "child", other: "children" }, statType: "count" },
  },
  sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
});

const briefing = defineBriefing({
  title: "Referrals",
  lang: "en-GB",
  datasets: { data: definition },
  claims: ({ data }) => {
    const own = { area: "ashby", period: "2024", measure: "cases" } as const;
    return {
      total: count(data, own),
      both: count(data, { ...own, area: ["ashby", "brook"] }),
      rate: rate(data, own, { population: { ...own, measure: "people" }, per: 1000, uncertainty: true }),
      sure: rate(data, { ...own, area: "crane" }, { population: { ...own, area: "crane", measure: "people" } }),
    };
  },
  tables: ({ data }) => ({
    rates: table({
      caption: "Rates",
      rowHeader: "Area",
      rows: data.categories("area"),
      columns: {
        rate: {
          header: "Rate",
          cell: ({ id }) =>
            rate(
              data,
              { area: id, period: "2024", measure: "cases" },
              { population: { area: id, period: "2024", measure: "people" }, per: 1000 },
            ),
        },
      },
    }),
  }),
  charts: {
    rates: {
      spec: barSpec({ x: "area", y: "low", yTitle: "Least referrals a thousand" }),
      data: ({ data, figure, bounds }) =>
        data.where({ period: "2024", measure: "cases" }).map(({ area }) => {
          const own = { area: String(area), period: "2024" } as const;
          const spec = rate(
            data,
            { ...own, measure: "cases" },
            { population: { ...own, measure: "people" }, per: 1000 },
          );
          return { area: area ?? null, rate: figure(spec), ...bounds(spec) };
        }),
    },
  },
  template: {
    file: "rates.hbs",
    text: '<h1>Referrals</h1><p>{{sentence "total"}}, {{claim "both"}}, {{claim "rate"}}, {{claim "sure"}}.</p>{{table "rates"}}{{chart "rates" caption="Rates"}}',
  },
});

const rowsOf = (ashby: number) => [
  { area: "Ashby", period: "2024", cases: ashby, people: 3000 },
  { area: "Brook", period: "2024", cases: 15, people: 3000 },
  { area: "Crane", period: "2024", cases: 0, people: 900_000 },
];

const generate = (ashby: number) =>
  generateBriefing(briefing, { data: { data: { rows: rowsOf(ashby) } }, formats: ["html"] });

test("a range is printed as one, in text, table, chart, record and comparison", async () => {
  const { html, record } = await generate(80);
  const body = html.slice(html.indexOf("<body"));
  expect(body).toContain('value="80">About 80 referrals</data>');
  expect(body).toContain('value="91/99">between 91 and 99 referrals</data>');
  expect(body).toContain(
    'value="26/27.4">between 26.0 and 27.4 referrals per 1,000 children (95% confidence interval, rounding included: 20.6 to 33.9)</data>',
  );
  expect(body).toMatch(/<td[^>]*><data[^>]*value="26\/27\.4">26\.0 to 27\.4<\/data>/);
  const parsed = parseBriefingRecord(formatBriefingRecord(record), "r.json");
  const figures = new Map(parsed.claims.map(({ id, figure }) => [id, figure]));
  expect(figures.get("total")).toMatchObject({ value: 80, rounded: 80, bounds: { low: 78, high: 82 } });
  expect(figures.get("rate")).toMatchObject({
    value: null,
    rounded: null,
    bounds: { low: 26, high: 27.4 },
    interval: { low: 20.6, high: 33.9 },
  });
  // Of 0 to 2 in 900,000, all print as less than a case, and not as one number.
  expect(figures.get("sure")).toMatchObject({ value: null, bounds: { low: 0, high: 0.3 } });
  expect(parsed.observations[0]).toMatchObject({ state: "rounded", value: 80, bounds: { low: 78, high: 82 } });
  // No point is drawn where only a range is known.
  expect(parsed.charts[0]?.rows.map(({ rate, low, high }) => [rate, low, high])).toEqual([
    [null, 26, 27.4],
    [null, 4.3, 5.7],
    [0, 0, 0],
  ]);
  const { record: revised } = await generate(85);
  const changes = diffBriefings(record, revised).changes.filter(({ id }) => id === "claim rate");
  expect(changes).toMatchObject([{ kind: "revised", after: { value: "27.6 to 29.0" } }]);
});
