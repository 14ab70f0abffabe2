import { count, defineBriefing, defineDataset, generateBriefing, median, rate } from "briefwright";
import { bulletSpec, funnelSpec, rankingSpec, stripSpec } from "briefwright/charts";
import { describe, expect, test } from "vitest";
import { laterErrorsOf } from "../support/diagnostics-of.ts";

/** Surrey and Dorset have the figure of the median, and the rate of all. */
const offences = defineDataset({
  title: "Recorded offences",
  dimensions: {
    area: {
      role: "area",
      label: "Police force",
      plural: "police forces",
      categories: [
        { id: "all", label: "All forces" },
        ...["Kent", "Essex", "Surrey", "Dorset", "Devon"].map((label) => ({
          id: label.toLowerCase(),
          label,
          parent: "all",
        })),
      ],
    },
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
const csv = `area,period,offences,people
all,2022,150,150000
kent,2022,10,20000
essex,2022,20,30000
surrey,2022,30,30000
dorset,2022,30,30000
devon,2022,60,40000
`;
const names = ["Kent", "Essex", "Surrey", "Dorset", "Devon"];
/** Kent and Devon have one another's figures. */
const exchanged = ["Devon", "Essex", "Surrey", "Dorset", "Kent"];

const base = defineBriefing({
  title: "Offences",
  lang: "en-GB",
  datasets: { offences },
  claims: ({ offences }) => ({ total: count(offences, { measure: "offences", area: "kent", period: "2022" }) }),
  template: { file: "b.hbs", text: '<h1>{{title}}</h1>{{chart "compared" caption="Compared"}}' },
});
type Chart = NonNullable<(typeof base)["spec"]["charts"]>[string];

async function messagesOf(compared: Chart): Promise<readonly string[]> {
  const request = { data: { offences: { csv } }, formats: ["html"] as const };
  const briefing = defineBriefing({ ...base.spec, charts: { compared } });
  const errors = await laterErrorsOf(() => generateBriefing(briefing, request));
  return errors.map(({ code, message }) => `${code}: ${message}`);
}

const reference = (value: string, label: string) => [{ kind: "reference", value, label }] as const;

/** Each area's figure beside the median of all; areas under the names given. */
const besideMedian = (spec: Chart["spec"], as: readonly string[]): Chart => ({
  spec,
  data: ({ offences, figure }) => {
    const rows = offences.where({ measure: "offences", area: names, period: "2022" } as never);
    const middle = { period: "2022", measure: "offences", among: "area" } as never;
    return rows.map((row, index) => ({
      ...row,
      area: as[index] as string,
      median: figure(median(offences as never, middle) as never),
    }));
  },
});

/** Each area's rate between its limits, beside that of all. */
const besideRate = (as: readonly string[]): Chart => ({
  spec: funnelSpec({
    category: "area",
    value: "rate",
    population: "people",
    low: "low",
    high: "high",
    outerLow: "outerLow",
    outerHigh: "outerHigh",
    annotations: reference("overall", "All forces"),
    format: ".1f",
  }),
  data: ({ offences, figure, limits }) => {
    const at = (measure: string, area: string) => ({ measure, area, period: "2022" }) as never;
    const rateOf = (area: string, more: object = {}) =>
      rate(offences as never, at("offences", area), { population: at("people", area), ...more } as never) as never;
    const overall = { of: at("offences", "all"), population: at("people", "all") };
    return offences.where(at("people", names as never)).map((row, index) => {
      const own = rateOf(String(row.area), { overall });
      return { ...row, area: as[index] as string, rate: figure(own), ...limits(own), overall: figure(rateOf("all")) };
    });
  },
});

const fields = { category: "area", value: "offences" };
const recipes: readonly [string, (as: readonly string[]) => Chart][] = [
  ["rankingSpec", (as) => besideMedian(rankingSpec({ ...fields, annotations: reference("median", "Median") }), as)],
  ["stripSpec", (as) => besideMedian(stripSpec({ ...fields, annotations: reference("median", "Median") }), as)],
  ["bulletSpec", (as) => besideMedian(bulletSpec({ ...fields, comparator: "median", comparatorTitle: "Median" }), as)],
  ["funnelSpec", besideRate],
];

describe.each(recipes)("what %s compares with", (_, chartOf) => {
  test("may have the figure of several areas", async () => {
    expect(await messagesOf(chartOf(names))).toEqual([]);
  });
  test("makes no figure right that stands beside another name", async () => {
    expect((await messagesOf(chartOf(exchanged))).join("\n")).toMatch(
      /misplaced-figure: .* for Devon, and it is of Kent/,
    );
  });
});
