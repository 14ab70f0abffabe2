import { defineBriefing, defineDataset, generateBriefing, rate } from "briefwright";
import { rankingSpec } from "briefwright/charts";
import { expect, test } from "vitest";
import { laterErrorsOf } from "../support/diagnostics-of.ts";

const offences = defineDataset({
  title: "Recorded offences",
  dimensions: {
    area: { role: "area", label: "Police force", plural: "police forces" },
    period: { role: "time", label: "Year" },
  },
  measures: {
    offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" },
    people: { label: "People", unit: { one: "person", other: "people" }, statType: "count" },
  },
  sources: {
    home: { title: "Recorded crime", publisher: "Home Office", kind: "official-statistics", published: "2023-07-18" },
  },
});
// 11.48 and 30.5 for each 1,000: the first is 11.5 in texts, and no 12; the second is 31 from whichever it is rounded.
const csv = `area,period,offences,people
Kent,2022,287,25000
Essex,2022,610,20000
`;

const errorsOf = (format: string) => {
  const of = (measure: string, area: string) => ({ measure, area, period: "2022" }) as never;
  const briefing = defineBriefing({
    title: "Offences",
    lang: "en-GB",
    datasets: { offences },
    claims: () => ({}),
    charts: {
      rates: {
        spec: rankingSpec({ category: "area", value: "rate", format }),
        data: ({ offences, figure }) =>
          ["Kent", "Essex"].map((area) => ({
            area,
            rate: figure(
              rate(offences as never, of("offences", area), {
                population: of("people", area),
                per: 1000,
              } as never) as never,
            ),
          })),
      },
    },
    template: { file: "b.hbs", text: '<h1>{{title}}</h1>{{chart "rates" caption="Offences"}}' },
  });
  return laterErrorsOf(() => generateBriefing(briefing, { data: { offences: { csv } }, formats: ["html"] }));
};

test("a chart rounds no figure that a claim has rounded to another one than it was rounded from, and its advice works", async () => {
  const errors = await errorsOf(".0f");
  expect(errors).toMatchObject([{ code: "chart-rounded-twice", source: { id: "rates", field: "rate" } }]);
  expect(errors[0]?.message).toContain('writes 12 for a figure in "rate" that is 11 so rounded');
  const [advised] = /(?<=")\.\d+f(?=")/.exec(errors[0]?.hint ?? "") ?? [];
  expect(advised).toBe(".1f");
  expect(await errorsOf(String(advised))).toEqual([]);
});
