import { type ClaimSpec, count, defineDataset } from "briefwright";
import { describe, expect, test } from "vitest";
import { boundsOf, createRowSource, intervalOf } from "../../src/briefing/traced-rows.ts";
import type { ChartRow } from "../../src/charts/index.ts";
import { type Claim, createClaimEvaluator } from "../../src/claims/index.ts";
import { loadDatasets } from "../../src/dataset/index.ts";
import { createCategoryNames, dimensionKey } from "../../src/tracing/index.ts";

const unit = { one: "offence", other: "offences" };
const offences = defineDataset({
  title: "Recorded offences",
  dimensions: {
    area: {
      role: "area",
      label: "Area",
      categories: [
        { id: "w3", label: "Ward 3" },
        { id: "w4", label: "Ward 4", inText: "District 9", locative: "down in District 9" },
      ],
    },
    period: { role: "time", label: "Year" },
  },
  measures: {
    n: { label: "Offences", unit, statType: "count" },
    people: { label: "People", unit: { one: "person", other: "people" }, statType: "count" },
  },
  disclosure: { profile: { hide: { from: 1, to: 4 }, roundTo: 5 }, measures: { people: "publish" } },
  sources: {
    home: { title: "Recorded crime", publisher: "Home Office", kind: "official-statistics", published: "2019-07-18" },
  },
});
const csv = "area,period,n,people\nw3,2017/18,52,1000\nw3,2018/19,61,1013\nw4,2017/18,71,2000\nw4,2018/19,83,2017\n";
const datasets = await loadDatasets({ offences }, { offences: { csv } });
const dataset = datasets.get("offences") as never;

/** Every figure is the same. */
const twins = await loadDatasets(
  { offences },
  { offences: { csv: "area,period,n,people\nw3,2018/19,60,60\nw4,2018/19,60,60\n" } },
);

const sourceNow = () =>
  createRowSource(createClaimEvaluator(datasets), {
    names: createCategoryNames(datasets),
    timeDimensions: new Set([dimensionKey("offences", "period")]),
  });
type Source = ReturnType<typeof sourceNow>;

const rowsOf = (source: Source, selector: object): readonly ChartRow[] =>
  source.datasets.offences?.where({ measure: "n", ...selector } as never) ?? [];

/** The fields that are told, each with its message. */
function told(make: (where: (selector: object) => readonly ChartRow[], source: Source) => readonly ChartRow[]) {
  const source = sourceNow();
  const rows = make((selector) => rowsOf(source, selector), source);
  return source.trace("years", rows).diagnostics.map(({ code, message, source }) => [code, source?.field, message]);
}
const unknownIn = (...input: Parameters<typeof told>) =>
  told(...input).map(([code, field, message]) => [code, field, /"(.*?)"/.exec(message ?? "")?.[1]]);

describe("rows that a chart is given", () => {
  test("are known as they come, with what they say of their rounding", () => {
    expect(told((where) => where({}))).toEqual([]);
    expect(told((where) => where({}).filter(({ n }) => n !== 60))).toEqual([]);
    const [row] = rowsOf(sourceNow(), { area: "w3", period: "2017/18" });
    expect(row).toMatchObject({ n: 50, rounding: 5 });
  });
  test("are not, where a number was typed, or worked out", () => {
    const changed = (by: object) => unknownIn((where) => where({}).map((row) => ({ ...row, ...by })));
    expect(changed({ made: 7 })).toEqual([["untraced-figure", "made", "7"]]);
    expect(changed({ rounding: 7 })).toEqual([["untraced-figure", "rounding", "7"]]);
    // Five is how figures are rounded here, and no figure.
    expect(changed({ made: 5 })).toEqual([["untraced-figure", "made", "5"]]);
    expect(unknownIn((where) => where({}).map((row, index) => ({ ...row, made: 7 + index })))).toEqual([
      ["untraced-figure", "made", "7"],
    ]);
  });
  test("or where a text has digits that no dataset knows", () => {
    const saying = (text: string) =>
      unknownIn((where) => where({ period: "2018/19" }).map((row) => ({ ...row, text })));
    for (const text of ["Offences", "", "2018/19"]) expect(saying(text)).toEqual([]);
    expect(saying("Up 7%")).toEqual([["untraced-figure", "text", "Up 7%"]]);
    expect(unknownIn(() => [{ text: "Ward 4" }])).toEqual([]);
    for (const text of ["District 9", "down in District 9"]) expect(unknownIn(() => [{ text }])).toEqual([]);
    expect(unknownIn(() => [{ text: "District 8" }])).toEqual([["untraced-figure", "text", "District 8"]]);
    expect(unknownIn(() => [{ text: "Ward 5" }])).toEqual([["untraced-figure", "text", "Ward 5"]]);
    // What rows say of their cells is no name; other words under the same name are.
    expect(unknownIn(() => [{ state: "suppressed" }])).toEqual([]);
    expect(unknownIn(() => [{ state: "Ward 6" }])).toEqual([["untraced-figure", "state", "Ward 6"]]);
  });
  test("or where a figure stands in a field that is called as another measure", () => {
    const people = (field: string) =>
      told((where) =>
        where({ measure: "people", area: "w3", period: "2018/19" }).map((row): ChartRow => {
          const { people = null, ...rest } = row;
          return { ...rest, [field]: people };
        }),
      );
    expect(people("n")).toEqual([
      ["misplaced-figure", "n", `The chart's rows have 1013 in "n", and it is of the measure "people".`],
    ]);
    expect(people("value")).toEqual([]);
  });
  test("may hold what claims have worked out", () => {
    const of = (period: string) => count(dataset, { measure: "people", area: "w3", period } as never) as ClaimSpec;
    expect(told((_, { figure }) => [{ area: "Ward 3", period: "2018/19", value: figure(of("2018/19")) }])).toEqual([]);
    expect(told((_, { figure }) => [{ area: "Ward 4", period: "2018/19", value: figure(of("2018/19")) }])).toHaveLength(
      1,
    );
    const source = sourceNow();
    expect(source.figures(1013)).toEqual([]);
    expect(source.figure(of("2018/19"))).toBe(1013);
    expect(source.figures(1013).map(({ value, origin }) => [value, origin.kind])).toEqual([[1013, "claim"]]);
    const rounded = count(dataset, { measure: "n", area: "w3", period: "2018/19" } as never);
    const { low, high } = source.bounds(rounded as never);
    expect([low, high]).toEqual([58, 62]);
    expect([58, 62].map((end) => source.figures(end).length)).toEqual([1, 1]);
  });
  test("may hold the ends of an interval, and none where the figure has none", () => {
    const source = sourceNow();
    const of = (period: string) => count(dataset, { measure: "people", area: "w3", period } as never) as never;
    const { low, high } = source.interval(of("2018/19"));
    expect(low).toBeLessThan(1013);
    expect(high).toBeGreaterThan(1013);
    for (const end of [low, high])
      expect(source.figures(Number(end)).map(({ value, origin }) => [value, origin.kind])).toEqual([[end, "claim"]]);
    expect(source.trace("years", [{ area: "Ward 3", low, high }]).diagnostics).toEqual([]);
    expect(source.trace("years", [{ area: "Ward 3", low: Number(low) + 1 }]).diagnostics).toHaveLength(1);
    expect(source.interval(of("2015/16"))).toEqual({ low: null, high: null });
  });
  test("may hold no interval of a claim that has none of its own: interval() says what it takes", () => {
    const asked = () =>
      sourceNow().interval({ ...count(dataset, { measure: "people" } as never), kind: "share" } as never);
    expect(asked).toThrow("interval() takes counts and rates, and no share claim.");
    // The interval of a count is another one than that of a part of a sample.
    expect(asked).toThrow(/the ends that their publisher gives as measures/);
  });
  test("are those of the row's own cell first, whatever else has the same value", () => {
    const source = sourceNow();
    const twin = createRowSource(createClaimEvaluator(twins), {
      names: createCategoryNames(twins),
      timeDimensions: new Set([dimensionKey("offences", "period")]),
    });
    const rows = ["people", "n"].flatMap((measure) => rowsOf(twin, { measure, period: "2018/19" }));
    const { origins, diagnostics } = twin.trace("years", rows);
    expect(diagnostics).toEqual([]);
    expect(
      rows.map((row) =>
        [...(origins.get(row) ?? [])].map(([field, { origin }]) => [
          field,
          "measure" in origin && origin.measure,
          "at" in origin && origin.at.area,
        ]),
      ),
    ).toEqual([[["people", "people", "w3"]], [["people", "people", "w4"]], [["n", "n", "w3"]], [["n", "n", "w4"]]]);
    expect(source.figures(60)).toEqual([]);
  });
  test("have what each of their figures is", () => {
    const source = sourceNow();
    const rows = rowsOf(source, { area: "w4" });
    const { origins } = source.trace("years", rows);
    const [first] = rows;
    expect(origins.get(first as ChartRow)?.get("n")?.origin).toMatchObject({
      kind: "cell",
      measure: "n",
      at: { area: "w4" },
    });
    expect(origins.get(first as ChartRow)?.has("rounding")).toBe(false);
  });
});

test("a figure of each area's own period is none of a chart's", () => {
  const own = count(dataset, { measure: "n", area: "w3", period: "latest-available" } as never);
  expect(() => sourceNow().figure(own)).toThrow("A chart draws figures of the periods that it names");
});

test("bounds are the figure itself, where rounding leaves no other", () => {
  const of = (figure: unknown) => boundsOf({ figure } as Claim);
  expect(of({ rounded: 7, bounds: { low: 5, high: 9 } })).toEqual({ low: 5, high: 9 });
  expect(of({ rounded: 7 })).toEqual({ low: 7, high: 7 });
  expect(of({ rounded: null })).toEqual({ low: null, high: null });
  expect(of(undefined)).toEqual({ low: null, high: null });
});

test("an interval is none where the claim has none", () => {
  const evaluator = {
    evaluate: (_: string, spec: object) => ({
      figure: "uncertainty" in spec ? { interval: { low: 1, high: 2 } } : undefined,
    }),
  };
  expect(intervalOf(evaluator as never, {} as never)).toEqual({ low: 1, high: 2 });
  const silent = { evaluate: () => ({ figure: undefined }) };
  expect(intervalOf(silent as never, {} as never)).toEqual({ low: null, high: null });
});
