import { change, count, defineBriefing, share, table } from "briefwright";
import { rankingSpec, trendSpec } from "briefwright/charts";
import { referrals } from "./dataset.ts";

export const data = { referrals: new URL("./invented-referrals.csv", import.meta.url) };

/** Invented figures, protected: one briefing for each area, none of which gives away what another hides. */
export default defineBriefing({
  title: "Invented referrals: {{area.label}}",
  lang: "en-GB",
  author: "briefwright example",
  description: "An exercise with invented figures: small counts are hidden, and cannot be worked out from the others.",
  datasets: { referrals },
  verifiable: true,
  trail: true,
  parameters: {
    area: { kind: "category", dataset: "referrals", dimension: "area" },
    organisation: { kind: "text", default: "Example charity" },
  },
  claims: ({ referrals, area }) => ({
    total: count(referrals, { area, period: "latest" }),
    rise: change(referrals, { area, from: "previous", to: "latest" }),
    young: share(referrals, {
      part: { area, age: "under-12", period: "latest" },
      whole: { area, period: "latest" },
    }),
  }),
  tables: ({ referrals, area }) => ({
    "by-year": table({
      caption: "Referrals by age group, {{area.label}} (invented)",
      rowHeader: "Age group",
      rows: referrals.categories("age"),
      columns: {
        previous: { header: "Year before", cell: (age) => count(referrals, { area, age, period: "previous" }) },
        latest: { header: "Latest year", cell: (age) => count(referrals, { area, age, period: "latest" }) },
      },
    }),
    "by-area": table({
      caption: "Referrals of children under twelve, by area (invented)",
      rowHeader: "Area",
      rows: referrals.categories("area"),
      columns: {
        previous: {
          header: "Year before",
          cell: (row) => count(referrals, { area: row, age: "under-12", period: "previous" }),
        },
        latest: {
          header: "Latest year",
          cell: (row) => count(referrals, { area: row, age: "under-12", period: "latest" }),
          bars: true,
        },
      },
      highlight: area.id,
    }),
  }),
  charts: {
    trend: {
      spec: trendSpec({ x: "period", y: "referrals", series: "age", yTitle: "Referrals" }),
      data: ({ referrals, area }) => referrals.where({ area, age: ["under-12", "teenagers"] }),
    },
    ranking: {
      spec: rankingSpec({ category: "area", value: "referrals", valueTitle: "Referrals" }),
      data: ({ referrals, area }) =>
        referrals
          .where({
            area: ["ashby-vale", "birch-moor", "cold-fell", "dunmarsh", "eastwater"],
            age: "all",
            period: "latest",
          })
          .map((row) => ({ ...row, highlight: row.area === area.label })),
    },
  },
  template: "regional",
});
