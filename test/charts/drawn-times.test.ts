import { expect, test } from "vitest";
import { describeChart, intervalSpec, renderSpec } from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";

const described = async (spec: object) => {
  const { alt, longDescription } = await renderSpec(spec, { fonts, trusted: true });
  return `${alt}\n${longDescription}`;
};
const n = { field: "n", type: "quantitative" };

/** Bars from a date to the next, which the data bring. */
const bars = (dates: readonly string[]) => ({
  data: { values: dates.map((from, index) => ({ from, to: dates[index + 1] ?? "2024-01-01", n: 10 + index })) },
  mark: "bar",
  encoding: { x: { field: "from", type: "temporal", bin: "binned", title: "From" }, x2: { field: "to" }, y: n },
});

test("times that each begin a year or a month are told as years or months, others as days", async () => {
  expect(await described(bars(["2021-01-01", "2022-01-01", "2023-01-01"]))).toContain(
    "10 in 2021, rising to 12 in 2023.",
  );
  expect(await described(bars(["2021-01-01", "2021-02-01", "2021-03-01"]))).toContain(
    "10 in January 2021, rising to 12 in March 2021.",
  );
  expect(await described(bars(["2021-01-01", "2021-01-08", "2021-01-15"]))).toContain(
    "10 on 1 January 2021, rising to 12 on 15 January 2021.",
  );
});

test("a line turns where two points at its peak are printed alike, and where it stays level it does not", async () => {
  const spec = (figures: readonly number[]) => ({
    data: { values: figures.map((figure, x) => ({ x, n: figure })) },
    mark: "line",
    encoding: { x: { field: "x", type: "quantitative" }, y: n },
  });
  const peaks = [1, 3, 2, 5, 5, 2, 4, 4, 6, 3, 7, 2, 8];
  expect(await described(spec(peaks))).toContain(
    "Turning points: 3 in 1, 2 in 2, 5 in 3, 2 in 5, 6 in 8, 3 in 9, 7 in 10, 2 in 11.",
  );
});

test("ends of intervals have three digits of how far they reach, and no fewer than tell them apart", async () => {
  const spec = (low: number, high: number) => ({
    data: { values: [{ area: "Kent", n: 274, low, high }] },
    encoding: { y: { field: "area", type: "nominal" } },
    layer: [
      { mark: "rule", encoding: { x: { field: "low", type: "quantitative" }, x2: { field: "high" } } },
      { mark: "point", encoding: { x: n } },
    ],
  });
  expect(await described(spec(242.513, 308.44))).toContain("Kent, 274, from 242.5 to 308.4.");
  const printed = intervalSpec({ category: "area", value: "n", low: "low", high: "high", format: ",.1f" });
  const row = { area: "Kent", n: 1001, low: 805.6, high: 1308.7, state: "value" };
  expect(describeChart(printed, [row])).toContain("from 805.6 to 1,308.7.");
  expect(await described(spec(273.512, 274.488))).toContain("Kent, 274, from 273.512 to 274.488.");
});

test("bars from one date to another are told by both, and are not missing for having no figure", async () => {
  const values = [
    { task: "Plan", from: "2021-01-04", to: "2021-02-10" },
    { task: "Write", from: "2021-04-01", to: null },
  ];
  const encoding = {
    y: { field: "task", type: "nominal" },
    x: { field: "from", type: "temporal" },
    x2: { field: "to" },
  };
  const text = await described({ data: { values }, mark: "bar", encoding });
  expect(text).toContain("Plan, from 4 January 2021 to 10 February 2021.");
  expect(text).toContain("1 value is missing: Write.");
  expect(text).not.toContain("No data.");
});

test("a line has no gaps for ends that stand in other data than its own", async () => {
  const spec = {
    data: { values: [1, 2, 3].map((figure) => ({ date: `2021-0${figure}-01`, n: figure })) },
    layer: [
      {
        data: { values: [{ from: "2021-01-15", to: "2021-02-15" }] },
        mark: "rect",
        encoding: { x: { field: "from", type: "temporal" }, x2: { field: "to" } },
      },
      { mark: "line", encoding: { x: { field: "date", type: "temporal" }, y: n } },
    ],
  };
  expect(await described(spec)).not.toContain("missing");
});

test("charts side by side that say the same are told once with their number, however many they are", async () => {
  const chart = { mark: { type: "rect", x: 6, x2: 45, y: 8, y2: 40 } };
  const text = await described({ data: { values: [{}] }, concat: Array.from({ length: 15 }, () => chart) });
  expect(text).toContain("1 row of data. 14 more charts say the same.");
  expect(text).not.toContain("And ");
});

test("charts that are left out are counted as they are drawn, also those that would say the same", async () => {
  const values = ["Kent", "Essex", "Devon"].map((area, index) => ({ area, ...figuresOf(index) }));
  const columns = (field: string) => ({
    mark: "bar",
    encoding: { x: { field: "area" }, y: { field, type: "quantitative" } },
  });
  const others = fields.map(columns);
  const last = others.at(-1);
  const spec = { data: { values }, hconcat: [columns("n0"), ...others, last, last] };
  const { alt } = await renderSpec(spec, { fonts, trusted: true });
  const told = alt.split("Bar chart:").length - 1;
  expect(told).toBeLessThan(fields.length);
  expect(alt).toMatch(new RegExp(`1 more chart says the same\\. And ${fields.length + 2 - told} more\\.$`));
});

/** More figures than an alt text has room for. */
const fields = Array.from({ length: 8 }, (_, index) => `n${index}`);
const figuresOf = (index: number) => Object.fromEntries(fields.map((field, at) => [field, (index * 7 + at * 3) % 11]));
