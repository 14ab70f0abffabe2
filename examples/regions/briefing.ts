import {
  change,
  comparison,
  defineBriefing,
  median,
  rank,
  rankingSpec,
  rate,
  record,
  table,
  trendSpec,
} from "briefwright";
import { imprisonment } from "./dataset.ts";

export const data = { imprisonment: new URL("./imprisonment-rates.csv", import.meta.url) };

/** One briefing for each of 42 police force areas, on the shipped regional template. */
export default defineBriefing({
  title: "Women's imprisonment: {{area.label}}",
  lang: "en-GB",
  author: "briefwright example",
  description: "How many women are sent to prison, by police force area, and how this has changed.",
  datasets: { imprisonment },
  attach: ["data", "claims"],
  parameters: {
    area: { kind: "category", dataset: "imprisonment", dimension: "area" },
    organisation: { kind: "text", default: "Example charity" },
  },
  claims: ({ imprisonment, area }) => ({
    total: rate(imprisonment, { area, period: "latest" }),
    rise: change(imprisonment, { area, from: "first", to: "latest" }),
    rank: rank(imprisonment, { area, period: "latest", among: "area" }),
    comparison: comparison(imprisonment, {
      left: { area, period: "latest" },
      right: { median: { period: "latest" }, among: "area" },
    }),
    record: record(imprisonment, { area, period: "latest" }, { extreme: "lowest" }),
  }),
  tables: ({ imprisonment, area }) => ({
    "by-year": table({
      caption: "Women sent to prison for each year, per hundred thousand women",
      rowHeader: "Year",
      rows: imprisonment.periods(),
      columns: {
        area: { header: area, cell: (period) => rate(imprisonment, { area, period }) },
        median: { header: "Median of all areas", cell: (period) => median(imprisonment, { period, among: "area" }) },
      },
    }),
    "by-area": table({
      caption: "All areas, from the highest rate to the lowest",
      rowHeader: "Police force area",
      rows: imprisonment.categories("area"),
      columns: {
        first: {
          header: firstOf(imprisonment.periods()),
          cell: (row) => rate(imprisonment, { area: row, period: "first" }),
        },
        latest: {
          header: lastOf(imprisonment.periods()),
          cell: (row) => rate(imprisonment, { area: row, period: "latest" }),
        },
        change: {
          header: "Change",
          cell: (row) => change(imprisonment, { area: row, from: "first", to: "latest" }),
          show: "change",
        },
      },
      highlight: area.id,
      sort: { by: "latest", order: "descending" },
    }),
  }),
  charts: {
    trend: {
      spec: trendSpec({ x: "period", y: "rate", series: "series", yTitle: "Per 100,000 women", format: ".1f" }),
      data: ({ imprisonment, area, figure }) => [
        ...imprisonment.where({ area }).map((row) => ({ ...row, series: area.label })),
        ...imprisonment.periods().map((period) => ({
          period: period.label,
          rate: figure(median(imprisonment, { period, among: "area" })),
          series: "Median of all areas",
        })),
      ],
      literals: ["100,000"],
    },
    ranking: {
      spec: rankingSpec({ category: "area", value: "rate", valueTitle: "Per 100,000 women", format: ".1f" }),
      data: ({ imprisonment, area }) =>
        imprisonment.where({ period: "latest" }).map((row) => ({ ...row, highlight: row.area === area.label })),
      literals: ["100,000"],
    },
  },
  topics: ["imprisonment"],
  template: "regional",
});

function firstOf<T>(items: readonly T[]): T {
  const [first] = items;
  if (first === undefined) throw new Error("The data holds no period.");
  return first;
}

const lastOf = <T>(items: readonly T[]): T => firstOf(items.slice(-1));
