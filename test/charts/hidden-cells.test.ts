import { describe, expect, test } from "vitest";
import { barSpec, type ChartRow, compileChart, rankingSpec, trendSpec } from "../../src/charts/index.ts";
import { failureOf } from "../support/diagnostics-of.ts";
import { fonts } from "./chart-fonts.ts";

const rows: readonly ChartRow[] = [
  { area: "Kent", period: "2017/18", n: 114, state: "value" },
  { area: "Kent", period: "2018/19", n: 274, state: "value" },
  { area: "Essex", period: "2017/18", n: null, state: "suppressed" },
  { area: "Essex", period: "2018/19", n: 30, state: "value" },
];
const area = { field: "area", type: "nominal" };
const n = { field: "n", type: "quantitative" };

const render = async (spec: object, data: readonly ChartRow[] = rows) =>
  (await compileChart({ id: "years", spec, fonts })).render(data);

const errorsOf = async (spec: object, data?: readonly ChartRow[]) =>
  (await failureOf(() => render(spec, data))).diagnostics;

describe("nothing is computed from a hidden cell", () => {
  test("a sum says which field, how many cells, and what to do", async () => {
    const spec = { mark: "bar", encoding: { x: area, y: { ...n, aggregate: "sum" } } };
    expect(await errorsOf(spec)).toEqual([
      {
        code: "chart-hidden-total",
        severity: "error",
        message:
          'The chart takes the sum of "n", and 1 cell of it is hidden or missing: the result would be wrong, or tell what is hidden.',
        hint: "Leave those rows out of `data`, or show the cells themselves.",
        source: { id: "years", field: "n" },
      },
    ]);
    const { texts } = await render(spec, rows.slice(0, 2));
    expect(texts).toContain("Kent");
  });

  test.each<[string, object]>([
    ["bars stacked by Vega-Lite itself", { mark: "bar", encoding: { x: area, y: n, color: { field: "period" } } }],
    ["a pie", { mark: "arc", encoding: { theta: n, color: { field: "period" } } }],
    ["areas", { mark: "area", encoding: { x: { field: "period" }, y: n, color: area } }],
    ["a box plot", { mark: "boxplot", encoding: { x: area, y: n } }],
    ["a histogram", { mark: "bar", encoding: { x: { ...n, bin: true }, y: { aggregate: "count" } } }],
    [
      "dates in years",
      { mark: "line", encoding: { x: { field: "p", timeUnit: "year" }, y: { ...n, aggregate: "mean" } } },
    ],
    [
      "a running total",
      {
        transform: [{ window: [{ op: "sum", field: "n", as: "t" }] }],
        mark: "bar",
        encoding: { x: area, y: { ...n, field: "t" } },
      },
    ],
    [
      "a share of a total",
      {
        transform: [{ joinaggregate: [{ op: "sum", field: "n", as: "t" }] }],
        mark: "bar",
        encoding: { x: area, y: { ...n, field: "t" } },
      },
    ],
    [
      "a rank",
      {
        transform: [{ window: [{ op: "rank", as: "t" }], sort: [{ field: "n" }] }],
        mark: "point",
        encoding: { x: area, y: { ...n, field: "t" } },
      },
    ],
    [
      "a total of what was calculated",
      {
        transform: [{ calculate: "isValid(datum.n) ? datum.n * 2 : 0", as: "d" }],
        mark: "bar",
        encoding: { x: area, y: { ...n, field: "d", aggregate: "sum" } },
      },
    ],
    [
      "folded columns",
      {
        transform: [{ fold: ["n"] }],
        mark: "bar",
        encoding: { x: area, y: { ...n, field: "value", aggregate: "sum" } },
      },
    ],
    [
      "gaps that are filled",
      { transform: [{ impute: "n", key: "period", value: 0 }], mark: "bar", encoding: { x: area, y: n } },
    ],
    [
      "a gap taken for a number",
      {
        transform: [{ calculate: "datum['n'] + 1", as: "m" }],
        mark: "bar",
        encoding: { x: area, y: { ...n, field: "m" } },
      },
    ],
    [
      "a gap written as a number",
      { mark: "text", encoding: { x: area, y: { field: "period" }, text: { ...n, format: "," } } },
    ],
  ])("%s", async (_, spec) => {
    const dated = rows.map((row) => ({ ...row, p: "2018-01-01" }));
    const codes = (await errorsOf(spec, dated)).map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(["chart-hidden-total"]));
  });

  test("where every figure is hidden, there is no data", async () => {
    const spec = { mark: "bar", encoding: { x: area, y: { ...n, aggregate: "sum" } } };
    expect(await errorsOf(spec, rows.slice(2, 3))).toMatchObject([{ code: "chart-no-data" }]);
  });

  test("rows that are merely drawn may have gaps", async () => {
    const specs = [
      trendSpec({ x: "period", y: "n", series: "area" }),
      barSpec({ x: "area", y: "n", series: "period" }),
      {
        mark: "bar",
        encoding: { x: area, xOffset: { field: "period" }, y: { ...n, stack: null }, color: { field: "period" } },
      },
      { mark: "text", encoding: { x: area, y: n, text: { ...n, format: "," } } },
    ];
    for (const spec of specs) await expect(render(spec)).resolves.toMatchObject({ diagnostics: [] });
    const ranking = rankingSpec({ category: "area", value: "n" });
    await expect(render(ranking, rows.slice(1, 3))).resolves.toMatchObject({ diagnostics: [] });
    // Two bars in one row would lie on one another.
    await expect(render(ranking)).rejects.toThrow(/has no room.*one row for each name/);
    // One bar an area: each is a cell, whatever its colour.
    const coloured = { mark: "bar", encoding: { x: area, y: n, color: { field: "period" } } };
    await expect(render(coloured, rows.slice(1, 3))).resolves.toMatchObject({ diagnostics: [] });
  });
});

test("numbers that are none and words for numbers are errors that name row and field", async () => {
  const spec = { mark: "point", encoding: { x: area, y: n } };
  for (const [bad, shown] of [
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    ["12", '"12"'],
  ] as const) {
    expect(await errorsOf(spec, [...rows, { area: "Kent", n: bad }])).toMatchObject([
      { code: "chart-bad-value", message: `Row 5 of the chart has ${shown} in "n", which is no number.` },
    ]);
  }
});

test("the table behind a chart that computes holds what it was computed from", async () => {
  const spec = { mark: "bar", encoding: { x: { field: "period" }, y: { ...n, aggregate: "mean", title: "Mean" } } };
  const whole = rows.filter((row) => row.state === "value");
  const { table } = await render(spec, whole);
  expect(table.columns).toEqual([
    { id: "period", label: "period", numeric: false },
    { id: "area", label: "area", numeric: false },
    { id: "n", label: "n", numeric: true },
  ]);
  expect(table.rows).toEqual(whole);
});
