// A briefing for as many areas as AREAS says, whose small counts are hidden: see batch-unchanged.mjs. With CHANGED one cell is another,
// by so much, in a year that no area is ranked by.
import { change, count, defineBriefing, defineDataset, rank } from "briefwright";
import { barSpec } from "briefwright/charts";

const size = Number(process.env.AREAS ?? 1000);
const years = ["2019", "2020", "2021", "2022"];
const nameOf = (index) => `Area ${String(index + 1).padStart(String(size).length, "0")}`;
const changed = Number(process.env.CHANGED ?? 0);
/** The same numbers each time, one in twelve of them small. */
const casesIn = (index, year) =>
  index === 7 && year === 2
    ? 90 + changed
    : (index * 7919 + year * 104_729) % 12 === 0
      ? 3
      : 20 + ((index * 31 + year * 17) % 400);

export const areaNames = Array.from({ length: size }, (_, index) => nameOf(index));

const rowsOfAll = () =>
  years.flatMap((year, at) => {
    const own = Array.from({ length: size }, (_, index) => ({ area: nameOf(index), year, cases: casesIn(index, at) }));
    return [{ area: "All", year, cases: own.reduce((sum, { cases }) => sum + cases, 0) }, ...own];
  });

/** A function, so that workers, which load this module too, hold no rows. */
export const data = { cases: () => ({ rows: rowsOfAll() }) };

const cases = defineDataset({
  title: "Cases",
  dimensions: { area: { role: "area", label: "Area", total: "All" }, year: { role: "time", label: "Year" } },
  measures: { cases: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
  sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
  disclosure: { profile: { hide: { from: 1, to: 4 } } },
});

export const briefing = defineBriefing({
  title: "Cases in {{area.label}}",
  lang: "en-GB",
  datasets: { cases },
  parameters: { area: { kind: "category", dataset: "cases", dimension: "area" } },
  claims: ({ cases, area }) => ({
    total: count(cases, { area, year: "latest" }),
    change: change(cases, { area, from: "first", to: "latest" }),
    rank: rank(cases, { area, year: "latest", among: "area" }),
  }),
  charts: {
    trend: {
      spec: barSpec({ x: "year", y: "cases", yTitle: "Cases", format: "d" }),
      data: ({ cases, area }) => cases.where({ area }),
    },
  },
  template: {
    file: "many-areas.hbs",
    text: `<h1>{{title}}</h1>{{#known}}<p>{{claim "total"}}</p>{{/known}}{{#known}}<p>{{claim "change"}}</p>{{/known}}
{{#known}}<p>{{claim "rank"}}</p>{{/known}}{{chart "trend"}}`,
  },
});
