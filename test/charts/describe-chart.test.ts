import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { barSpec, type ChartRow, describeChart, rankingSpec, slopeSpec, trendSpec } from "../../src/charts/index.ts";
import { rankingRows, trendRows } from "./sample-rows.ts";

const ranking = rankingSpec({
  category: "area",
  value: "offences",
  categoryTitle: "Police force",
  valueTitle: "Offences",
});
const line = trendSpec({ x: "period", y: "n", yTitle: "Offences a year", xTitle: "Year" });
const bars = { mark: "bar", encoding: { x: { field: "period" }, y: { field: "n", type: "quantitative" } } };
const yearly = (...figures: readonly (number | null)[]): ChartRow[] =>
  figures.map((n, index) => ({ period: String(2015 + index), n }));

describe("bars", () => {
  test("highest, lowest, highlighted, suppressed", () => {
    expect(describeChart(ranking, rankingRows("Thames Valley"))).toBe(
      "Bar chart: Offences by Police force, 43 in all. Highlighted: Thames Valley, 46, 7th lowest of the 42 shown. " +
        "Of these, highest West Yorkshire, 311; lowest Avon and Somerset, 5. 1 value is suppressed: Cheshire.",
    );
  });

  test("ties share a place; many are cut short with their number", () => {
    const rows = ["A", "B", "C", "D", "E", "F"].map((area, index) => ({ area, offences: index === 5 ? 1 : 1234 }));
    expect(describeChart(ranking, rows)).toContain("Highest A, B, C and 2 more, 1,234 each; lowest F, 1.");
  });

  test("one bar, equal bars, a title, a format", () => {
    expect(describeChart(ranking, [{ area: "Kent", offences: 7 }], { title: "Offences in 2018/19" })).toBe(
      "Offences in 2018/19. Bar chart: Offences by Police force. Kent, 7.",
    );
    const rows = [
      { area: "Kent", offences: 7.1 },
      { area: "Essex", offences: 7.4 },
    ];
    expect(describeChart(ranking, rows, { formatValue: (value) => value.toFixed(0) })).toContain("Both are about 7.");
  });

  test("series are told apart", () => {
    const text = describeChart(barSpec({ x: "period", y: "offences", series: "area" }), trendRows("Kent"));
    expect(text).toMatch(/Kent: \d+ in 2015\/16, .*\. Middle force: 90 in 2015\/16, rising to 102 in 2018\/19\./);
  });
});

describe("lines", () => {
  test.each([
    ["a rise", [114, 154, 274], "114 in 2015, rising to 274 in 2017."],
    ["a fall", [9, 4], "9 in 2015, falling to 4 in 2016."],
    ["no change", [5, 5], "5 in 2015, and the same in 2016."],
    ["a peak", [5, 90, 6], "5 in 2015, rising to 6 in 2017; highest 90 in 2016."],
    ["a dip and a peak", [5, 90, 1, 6], "5 in 2015, rising to 6 in 2018; highest 90 in 2016, lowest 1 in 2017."],
    ["one figure", [5], "5 in 2015."],
    ["gaps", [5, null, 6, null], "5 in 2015, rising to 6 in 2017. 2 values are missing: 2016 and 2018."],
    ["nothing", [null, null], "No data. 2 values are missing: 2015 and 2016."],
  ])("%s", (_, figures, text) => {
    expect(describeChart(line, yearly(...figures))).toBe(`Line chart: Offences a year by Year. ${text}`);
  });

  test("the direction is that of the figures as written", () => {
    const formatValue = (value: number) => value.toFixed(0);
    expect(describeChart(line, yearly(5.1, 5.4), { formatValue })).toContain("5 in 2015, and about the same in 2016.");
  });

  test("lines are told to be there for comparison only where one of them stands out", () => {
    const rowsOf = (marked: string) =>
      ["A", "B", "C", "D", "E", "F"].flatMap((area, index) =>
        yearly(1 + index, 2 + index).map((row) => ({ ...row, area, highlight: area === marked })),
      );
    const slope = slopeSpec({ x: "period", y: "n", series: "area" });
    expect(describeChart(slope, rowsOf("B"))).toContain("5 more lines for comparison.");
    expect(describeChart(slope, rowsOf(""))).toContain("And 5 more.");
    expect(describeChart(slope, rowsOf(""))).not.toContain("comparison");
    const trend = trendSpec({ x: "period", y: "n", series: "area" });
    expect(describeChart(trend, rowsOf(""))).toContain("5 more lines for comparison.");
  });

  test("of many lines the highlighted one is told", () => {
    const spec = trendSpec({ x: "period", y: "n", series: "area" });
    const rows = ["A", "B", "C", "D", "E", "F"].flatMap((area) =>
      yearly(1, 2).map((row) => ({ ...row, area, highlight: area === "C" })),
    );
    expect(describeChart(spec, rows)).toContain(
      "Slope chart: n by period. C: 1 in 2015, rising to 2 in 2016. 2015 to 2016: 6 rose. " +
        "5 more lines for comparison.",
    );
  });
});

test("suppressed and missing are told apart", () => {
  const rows = [
    { period: "2015", n: 3 },
    { period: "2016", n: null, state: "suppressed" },
    { period: "2017", n: null, state: "suppressed" },
    { period: "2018", n: null, state: "missing" },
  ];
  expect(describeChart(line, rows)).toContain("2 values are suppressed: 2016 and 2017; 1 is missing: 2018.");
});

test("publications that disagree are not called missing", () => {
  const rows = [
    { period: "2015", n: 3 },
    { period: "2016", n: null, state: "conflict" },
    { period: "2017", n: null, state: "suppressed" },
  ];
  expect(describeChart(line, rows)).toContain("1 value is suppressed: 2017. For 1 value, publications disagree: 2016.");
});

test.each([
  [1 / 3, "0.333"],
  [44.00000000000001, "44"],
  [1.0005, "1.001"],
  [-1234.5, "−1,234.5"],
  [0.00012345, "0.000123"],
  [1e21, "1,000,000,000,000,000,000,000"],
  [1e-15, "0"],
])("a figure is written for reading: %d as %s", (n, text) => {
  expect(describeChart(line, [{ period: "2015", n }])).toContain(`${text} in 2015.`);
});

test("no rows, and figures that the chart computes", () => {
  expect(describeChart(line, [])).toBe("Line chart: Offences a year by Year. No data.");
  const mean = { mark: "bar", encoding: { x: { field: "period" }, y: { field: "n", aggregate: "mean" } } };
  expect(describeChart(mean, yearly(1, 2))).toBe("Bar chart: period. 2 rows of data.");
});

test("rows that the chart filters out are not described", () => {
  const spec = { ...bars, transform: [{ filter: "datum.n > 1" }] };
  expect(describeChart(spec, yearly(1, 2))).toBe("Bar chart: period. 2 rows of data.");
});

test("every number is one of the rows', rounded at most, or a number of rows", () => {
  const row = fc.record({
    area: fc.constantFrom("A", "B", "C"),
    period: fc.constantFrom("p", "q", "r"),
    n: fc.option(fc.oneof(fc.integer({ min: -5000, max: 5_000_000 }), fc.double({ min: -100, max: 100, noNaN: true }))),
    state: fc.constantFrom("value", "suppressed", "missing"),
    highlight: fc.boolean(),
  });
  const specs = [
    trendSpec({ x: "period", y: "n", series: "area" }),
    rankingSpec({ category: "area", value: "n" }),
    { mark: "point", encoding: { x: { field: "n", type: "quantitative" }, y: { field: "n", type: "quantitative" } } },
    { mark: "arc", encoding: { theta: { field: "n", type: "quantitative" }, color: { field: "area" } } },
  ];
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), fc.constantFrom(...specs), (rows, spec) => {
      const said = [...describeChart(spec, rows).matchAll(/−?\d[\d,]*(\.\d+)?/g)];
      const numbers = said.map(([text]) => Number(text.replaceAll(",", "").replace("−", "-").replace(/\.$/, "")));
      for (const number of numbers) {
        const isCount = Number.isInteger(number) && number >= 0 && number <= rows.length;
        const isRounded = (n: number | null) =>
          // Twelve decimals at the most: that is as near as a figure of next to nothing comes.
          n !== null && Math.abs(n - number) <= Math.max(6e-13, Math.min(0.0005, Math.abs(n) / 100));
        expect(isCount || rows.some(({ n }) => n === number || isRounded(n))).toBe(true);
      }
    }),
  );
});

test("gaps that share a name are counted, not named", () => {
  const spec = {
    mark: "bar",
    encoding: { x: { field: "area", type: "nominal" }, y: { field: "n", type: "quantitative" } },
  };
  const alt = describeChart(spec, [
    { area: "Kent", n: 1 },
    { area: "Kent", n: null, state: "missing" },
    { area: "Kent", n: null, state: "missing" },
  ]);
  expect(alt).toContain("2 values are missing.");
});

test("a chart of 150,000 points is told", () => {
  const spec = {
    mark: "point",
    encoding: { x: { field: "a", type: "quantitative" }, y: { field: "b", type: "quantitative" } },
  };
  const rows = Array.from({ length: 150_000 }, (_, index) => ({ a: index, b: -index }));
  expect(describeChart(spec, rows)).toContain("150,000 points. a from 0 to 149,999. b from −149,999 to 0.");
});
