import { change, count, defineBriefing, defineDataset, generateBriefing, table } from "briefwright";
import type { BriefingRecord } from "briefwright/record";

export const offences = defineDataset({
  title: "Recorded offences",
  dimensions: {
    area: { role: "area", label: "Police force", plural: "police forces" },
    period: { role: "time", label: "Year" },
  },
  measures: { offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
  sources: {
    home: { title: "Recorded crime", publisher: "Home Office", kind: "official-statistics", published: "2019-07-18" },
  },
  layout: { vintage: { column: "vintage" } },
  vintages: "latest",
});

const briefing = defineBriefing({
  title: "Offences in {{area.label}}",
  lang: "en-GB",
  author: "A charity",
  datasets: { offences },
  parameters: { area: { kind: "category", dataset: "offences", dimension: "area" } },
  claims: ({ offences, area }) => ({
    total: count(offences, { area, period: "latest" }),
    rise: change(offences, { area, from: "previous", to: "latest" }),
    unsaid: count(offences, { area, period: "first" }),
    said: count(
      offences,
      { area, period: "2017/18" },
      {
        text: "There were 114 offences </script><b> in 2017/18",
        attribution: { who: "A. Name", role: "councillor" },
        stated: { value: 114 },
      },
    ),
  }),
  tables: ({ offences, area }) => ({
    years: table({
      caption: "By year",
      rowHeader: "Year",
      rows: offences.periods(),
      columns: { offences: { header: "Offences", cell: (period) => count(offences, { area, period }) } },
    }),
  }),
  charts: {
    years: {
      spec: {
        mark: "bar",
        encoding: { x: { field: "period", type: "nominal" }, y: { field: "offences", type: "quantitative" } },
      },
      data: ({ offences, area }) => offences.where({ area }),
    },
  },
  template: {
    file: "briefing.hbs",
    text: `<h1>{{title}}</h1>{{#known}}<p>Police recorded {{claim "total"}}{{#known}}, {{claim "rise"}}{{/known}}.{{note "total"}}</p>{{/known}}
<p>{{stated "said"}}: {{verdict "said"}}</p>{{chart "years" caption="By year"}}{{table "years"}}`,
  },
});

/** `area,period,offences,vintage` rows, as a briefing about Kent records them. */
export async function recordOf(rows: string, request: { readonly date?: Date } = {}) {
  const csv = `area,period,offences,vintage\n${rows}`;
  return generateBriefing(briefing, {
    data: { offences: { csv, file: "offences.csv" } },
    parameters: { area: "Kent" },
    formats: ["html"],
    ...request,
  });
}

export const figureOf = ({ claims }: BriefingRecord, id: string) => claims.find((claim) => claim.id === id);
