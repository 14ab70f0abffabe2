import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type ChartRow, renderSpec } from "../../src/charts/index.ts";
import { bundledFonts, createFontSet, type FontSet } from "../../src/fonts/index.ts";
import { trials } from "../support/trials.ts";

let fonts: FontSet;
beforeAll(async () => {
  fonts = createFontSet(await bundledFonts());
});

const altOf = async (spec: object, rows: readonly ChartRow[]) =>
  (await renderSpec({ data: { values: rows }, ...spec }, { fonts, trusted: true })).alt;

const areas = ["Essex", "Kent", "Surrey", "Sussex", "Devon"];
const rows = fc.array(
  fc.record({
    area: fc.constantFrom(...areas),
    who: fc.constantFrom("boys", "girls"),
    month: fc.integer({ min: 1, max: 12 }),
    n: fc.integer({ min: 1, max: 900 }),
  }),
  { minLength: 2, maxLength: 40 },
);
type Row = { area: string; who: string; month: number; n: number };

/** By another way than the chart's: what each group's figures come to. */
function worked(all: readonly Row[], key: (row: Row) => string, how: (values: number[]) => number): [string, number][] {
  const names = [...new Set(all.map(key))];
  return names.map((name) => [name, how(all.filter((row) => key(row) === name).map(({ n }) => n))]);
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const ways: Readonly<Record<string, (values: number[]) => number>> = {
  sum,
  mean: (values) => sum(values) / values.length,
  max: (values) => Math.max(...values),
  min: (values) => Math.min(...values),
  count: (values) => values.length,
};

const number = (text: string) => Number(text.replaceAll(",", "").replace("−", "-"));

/** The highest and lowest that a description tells are the largest and the smallest that were worked out. */
function expectExtremes(alt: string, figures: readonly [string, number][]): void {
  const values = figures.map(([, value]) => value);
  const [most, least] = [Math.max(...values), Math.min(...values)];
  const close = (told: string, value: number) => expect(Math.abs(number(told) - value), alt).toBeLessThan(0.00051);
  const told = /[Hh]ighest (.+?), ([\d.,−]+)(?: each)?; lowest (.+?), ([\d.,−]+)(?: each)?\./.exec(alt);
  if (!told) {
    expect(most - least, alt).toBeLessThan(0.001);
    return;
  }
  const [, highest = "", high = "", lowest = "", low = ""] = told;
  close(high, most);
  close(low, least);
  const holders = (value: number) => figures.filter(([, own]) => Math.abs(own - value) < 1e-9).map(([name]) => name);
  for (const name of holders(most).slice(0, 1)) if (holders(most).length === 1) expect(highest).toBe(name);
  for (const name of holders(least).slice(0, 1)) if (holders(least).length === 1) expect(lowest).toBe(name);
}

describe("property: a description tells what is drawn, after all that the chart works out", () => {
  test("of bars of sums, means, extremes and numbers", async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(...Object.keys(ways)), fc.boolean(), async (all, way, isAcross) => {
        const figure = way === "count" ? { aggregate: "count" } : { aggregate: way, field: "n", type: "quantitative" };
        const name = { field: "area", type: "nominal" };
        const spec = { mark: "bar", encoding: isAcross ? { x: figure, y: name } : { x: name, y: figure } };
        const how = ways[way] as (values: number[]) => number;
        expectExtremes(
          await altOf(spec, all),
          worked(all, ({ area }) => area, how),
        );
      }),
      { numRuns: trials(200, 25) },
    );
  });

  test("of what a filter leaves, calculated", async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 0, max: 900 }), async (all, least) => {
        const left = all.filter(({ n }) => n > least);
        fc.pre(left.length > 1);
        const spec = {
          transform: [{ filter: `datum.n > ${least}` }, { calculate: "datum.n * 2", as: "twice" }],
          mark: "bar",
          encoding: {
            x: { field: "area", type: "nominal" },
            y: { aggregate: "sum", field: "twice", type: "quantitative" },
          },
        };
        const figures = worked(
          left,
          ({ area }) => area,
          (values) => 2 * sum(values),
        );
        expectExtremes(await altOf(spec, all), figures);
      }),
      { numRuns: trials(100, 12) },
    );
  });

  test("of the classes of a histogram", async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const spec = {
          mark: "bar",
          encoding: {
            x: { field: "n", type: "quantitative", bin: { step: 100, extent: [0, 900] } },
            y: { aggregate: "count" },
          },
        };
        const classOf = ({ n }: Row) => Math.min(8, Math.floor(n / 100));
        const figures = worked(all, (row) => `${classOf(row) * 100}–${classOf(row) * 100 + 100}`, ways.count as never);
        const alt = await altOf(spec, all);
        if (figures.length > 1) expectExtremes(alt, figures);
        else expect(alt).toContain(`${figures[0]?.[0]}, ${figures[0]?.[1]}`);
      }),
      { numRuns: trials(100, 12) },
    );
  });

  test("of the parts of a stack of shares, as the axis prints them", async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        fc.pre(new Set(all.map(({ who }) => who)).size === 2 && new Set(all.map(({ area }) => area)).size > 1);
        const spec = {
          mark: "bar",
          encoding: {
            x: { field: "area", type: "nominal" },
            y: { aggregate: "sum", field: "n", type: "quantitative", stack: "normalize", axis: { format: ".0%" } },
            color: { field: "who", type: "nominal" },
          },
        };
        const alt = await altOf(spec, all);
        const totals = new Map(worked(all, ({ area }) => area, sum));
        const shares = worked(all, ({ area, who }) => `${area}|${who}`, sum).map(
          ([key, n]) => (100 * n) / (totals.get(key.split("|")[0] as string) as number),
        );
        const told = [...alt.matchAll(/([\d.]+)%/g)].map(([, text]) => Number(text));
        expect(told.length).toBeGreaterThan(0);
        for (const share of told)
          expect(Math.min(...shares.map((own) => Math.abs(own - share))), alt).toBeLessThan(0.00051);
      }),
      { numRuns: trials(100, 12) },
    );
  });

  test("of a line of sums by month: its first and its last", async () => {
    const dated = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(dated, rows, async (months, all) => {
        const own = months.flatMap((month, at) =>
          all.slice(0, 1 + (at % 3)).map(({ n }) => ({ date: `2021-${String(month).padStart(2, "0")}-03`, n: n + at })),
        );
        const spec = {
          mark: "line",
          encoding: {
            x: { field: "date", type: "temporal", timeUnit: "yearmonth" },
            y: { aggregate: "sum", field: "n", type: "quantitative" },
          },
        };
        const of = (month: number) =>
          sum(own.filter(({ date }) => Number(date.slice(5, 7)) === month).map(({ n }) => n));
        const [first, last] = [Math.min(...months), Math.max(...months)];
        const name = (month: number) => new Date(Date.UTC(2021, month - 1)).toLocaleString("en-GB", { month: "long" });
        const written = (month: number) => `${of(month).toLocaleString("en-GB")} in ${name(month)} 2021`;
        const alt = await altOf(spec, own);
        expect(alt).toContain(written(first));
        if (of(first) !== of(last))
          expect(alt).toContain(`${of(last) > of(first) ? "rising" : "falling"} to ${written(last)}`);
      }),
      { numRuns: trials(100, 12) },
    );
  });
});

describe("property: what stands where Vega-Lite puts it is told by what it is of", () => {
  const bands = fc.constantFrom(0, 0.25, 0.5, 1);

  test("bars of months that are drawn around or before their beginning", async () => {
    await fc.assert(
      fc.asyncProperty(rows, bands, fc.boolean(), async (all, band, isOwn) => {
        fc.pre(new Set(all.map(({ month }) => month)).size > 1);
        const spec = {
          mark: "bar",
          encoding: {
            x: { field: "date", type: "temporal", timeUnit: "month", ...(isOwn && { bandPosition: band }) },
            y: { aggregate: "sum", field: "n", type: "quantitative" },
          },
          ...(!isOwn && { config: { bar: { timeUnitBandPosition: band } } }),
        };
        const dated = all.map(({ month, n }) => ({ date: `2021-${String(month).padStart(2, "0")}-03`, n }));
        const name = ({ month }: Row) => new Date(Date.UTC(2021, month - 1)).toLocaleString("en-GB", { month: "long" });
        expectExtremes(await altOf(spec, dated), worked(all, name, sum));
      }),
      { numRuns: trials(60, 10) },
    );
  });

  test("what an author has put in for a gap", async () => {
    const cells = fc.array(fc.option(fc.integer({ min: 1, max: 90 })), { minLength: 3, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(cells, cells, fc.boolean(), async (boys, girls, isTransform) => {
        fc.pre([boys, girls].every((line) => line.filter((n) => n !== null).length > 1));
        const lines = { boys, girls };
        const drawn = Object.entries(lines).flatMap(([who, line]) =>
          line.flatMap((n, t) => (n === null ? [] : [{ who, t, n }])),
        );
        const put = { value: 100 };
        const spec = {
          mark: "line",
          ...(isTransform && { transform: [{ impute: "n", key: "t", groupby: ["who"], ...put }] }),
          encoding: {
            x: { field: "t", type: "quantitative" },
            y: { field: "n", type: "quantitative", ...(!isTransform && { impute: put }) },
            color: { field: "who", type: "nominal" },
          },
        };
        const alt = await altOf(spec, drawn);
        const last = Math.max(...drawn.map(({ t }) => t));
        for (const [who, line] of Object.entries(lines))
          expect(alt).toMatch(new RegExp(`${who}: .*?(?: ${line[last] ?? 100} in ${last}\\b|the same in ${last}\\b)`));
      }),
      { numRuns: trials(60, 10) },
    );
  });

  test("so many plots as there are: those told, and those left", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 16 }), async (count) => {
        const fields = Array.from({ length: count }, (_, index) => `measure ${index + 1} of them all`);
        const all = areas.map((area, at) => ({
          area,
          who: "all",
          ...Object.fromEntries(fields.map((name, index) => [name, index + at])),
        }));
        const spec = {
          concat: fields.map((field) => ({
            mark: "bar",
            encoding: {
              x: { field: "area", type: "nominal" },
              y: { aggregate: "sum", field, type: "quantitative" },
            },
          })),
        };
        const chart = await renderSpec({ data: { values: all }, ...spec }, { fonts, trusted: true });
        for (const text of [chart.alt, chart.longDescription].filter(Boolean)) {
          const [, left = "0"] = /And (\d+) more\.$/.exec(text) ?? [];
          expect(text.match(/Bar chart:/g)?.length, text).toBe(count - Number(left));
        }
      }),
      { numRuns: trials(16, 4) },
    );
  });
});

test("a box plot tells the median and the middle half of each, by another program's quartiles", async () => {
  const all = [
    ...[1, 2, 3, 4, 100].map((n) => ({ area: "Kent", n })),
    ...[10, 20, 30, 40].map((n) => ({ area: "Essex", n })),
  ];
  const spec = {
    mark: "boxplot",
    encoding: { x: { field: "area", type: "nominal" }, y: { field: "n", type: "quantitative", title: "Days" } },
  };
  // numpy.percentile(…, [25, 50, 75])
  expect(await altOf(spec, all)).toBe(
    "Box plot: Days by area. Medians, each with the range that holds the middle half. Essex, 25, from 17.5 to 32.5. Kent, 3, from 2 to 4.",
  );
});

test("points without one of their two figures are told as missing, and not as drawn", async () => {
  const spec = {
    mark: "point",
    encoding: { x: { field: "a", type: "quantitative" }, y: { field: "b", type: "quantitative" } },
  };
  const alt = await altOf(spec, [
    { a: 1, b: 2 },
    { a: 3, b: 5 },
    { a: null, b: 4 },
    { a: 4, b: null },
  ]);
  expect(alt).toContain("2 points.");
  expect(alt).toContain("2 values are missing.");
});

test("a chart of many plots keeps its description within 400 characters, and the long one within 2,000", async () => {
  const names = ["first", "second", "third", "fourth", "fifth", "sixth"];
  const long = (name: string) => `${name} measure of what was recorded in the areas`;
  const all = areas.map((area, at) => ({ area, ...Object.fromEntries(names.map((name) => [long(name), at * 7])) }));
  const spec = {
    hconcat: names.map((name) => ({
      mark: "bar",
      encoding: { x: { field: "area" }, y: { field: long(name), type: "quantitative" } },
    })),
  };
  const { alt, longDescription } = await renderSpec({ data: { values: all }, ...spec }, { fonts, trusted: true });
  expect(alt.length).toBeLessThanOrEqual(400);
  expect(alt).toMatch(/And \d more\.$/);
  expect(longDescription.length).toBeLessThanOrEqual(2000);
  expect(longDescription).toContain("sixth measure");
});
