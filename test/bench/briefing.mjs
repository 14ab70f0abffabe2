import { readFileSync } from "node:fs";
import { change, comparison, defineBriefing, defineDataset, median, rank, rate, record, table } from "briefwright";
import { barSpec, rankingSpec, trendSpec } from "briefwright/charts";

export const data = { rates: new URL("../../examples/regions/imprisonment-rates.csv", import.meta.url) };

const first = "thames-valley";
const [, ...lines] = readFileSync(data.rates, "utf8").trim().split("\n");
const ids = lines.map((line) => line.slice(0, line.indexOf(",")).toLowerCase().replaceAll(" ", "-"));

/** The areas that a run goes through, all of the file: no briefing of a batch is made twice. */
export const areas = [first, ...ids.filter((id) => id !== first)];

const rates = defineDataset({
  title: "Women sent to prison per 100,000 women, by police force area",
  dimensions: {
    area: { role: "area", label: "Police force area", plural: "police force areas" },
    period: { role: "time", label: "Year", plural: "years" },
  },
  measures: {
    rate: {
      label: "Women sent to prison per 100,000 women",
      unit: { one: "woman sent to prison", other: "women sent to prison" },
      statType: "rate",
      per: 100_000,
      population: "women",
      decimals: 1,
    },
  },
  sources: {
    trust: {
      title: "Women's imprisonment rates by police force area",
      publisher: "Prison Reform Trust",
      kind: "other",
      published: "2023",
    },
  },
  layout: { dimensions: { area: "Police Force Area" }, wide: { columns: "{period}", measure: "rate" } },
});

/** What the bench makes with everything it compares: four pages, three charts and a table of 43 rows with its head. */
export const briefing = defineBriefing({
  title: "Women's imprisonment: {{area.label}}",
  lang: "en-GB",
  datasets: { rates },
  parameters: { area: { kind: "category", dataset: "rates", dimension: "area" } },
  claims: ({ rates, area }) => ({
    total: rate(rates, { area, period: "latest" }),
    rise: change(rates, { area, from: "first", to: "latest" }),
    rank: rank(rates, { area, period: "latest", among: "area" }),
    median: median(rates, { period: "latest", among: "area" }),
    comparison: comparison(rates, {
      left: { area, period: "latest" },
      right: { median: { period: "latest" }, among: "area" },
    }),
    record: record(rates, { area, period: "latest" }, { extreme: "lowest" }),
  }),
  tables: ({ rates, area }) => ({
    "by-area": table({
      caption: "All areas, from the highest rate to the lowest",
      rowHeader: "Police force area",
      rows: rates.categories("area"),
      columns: {
        first: { header: rates.periods().at(0), cell: (row) => rate(rates, { area: row, period: "first" }) },
        latest: { header: rates.periods().at(-1), cell: (row) => rate(rates, { area: row, period: "latest" }) },
        change: {
          header: "Change",
          cell: (row) => change(rates, { area: row, from: "first", to: "latest" }),
          show: "change",
        },
      },
      highlight: area.id,
      sort: { by: "latest", order: "descending" },
    }),
  }),
  charts: {
    trend: {
      literals: ["100,000"],
      spec: trendSpec({ x: "period", y: "rate", series: "series", yTitle: "Per 100,000 women", format: ".1f" }),
      data: ({ rates, area, figure }) => [
        ...rates.where({ area }).map((row) => ({ ...row, series: area.label })),
        ...rates.periods().map((period) => ({
          period: period.label,
          rate: figure(median(rates, { period, among: "area" })),
          series: "Median of all areas",
        })),
      ],
    },
    breakdown: {
      literals: ["100,000"],
      spec: { ...barSpec({ x: "period", y: "rate", yTitle: "Per 100,000 women", format: ".1f" }), height: 170 },
      data: ({ rates, area }) => rates.where({ area }),
    },
    ranking: {
      literals: ["100,000"],
      spec: rankingSpec({ category: "area", value: "rate", valueTitle: "Per 100,000 women", format: ".1f" }),
      data: ({ rates, area }) =>
        rates.where({ period: "latest" }).map((row) => ({ ...row, highlight: row.area === area.label })),
    },
  },
  template: new URL("./briefing.hbs", import.meta.url),
});
