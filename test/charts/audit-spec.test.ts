import { describe, expect, test } from "vitest";
import { auditAlt, barSpec, compileChart, rankingSpec, trendSpec } from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";

const area = { field: "area", type: "nominal" };
const n = { field: "n", type: "quantitative" };
const bars = { mark: "bar", encoding: { x: area, y: n } };

async function untraced(spec: object, literals: readonly string[] = []) {
  const chart = await compileChart({ id: "years", spec, fonts, literals });
  return chart.untraced;
}
const figuresOf = async (spec: object, literals?: readonly string[]) =>
  (await untraced(spec, literals)).map(({ message }) => /^The figure "(.*?)"/.exec(message)?.[1]);

test("figures in an author's alt text are the rows', as they are written", () => {
  const rows = [
    { period: "2017/18", rate: 0.14234 },
    { period: "2018/19", rate: 1274 },
  ];
  const formatValue = (value: number) => (value < 1 ? `${(value * 100).toFixed(1)}%` : String(value));
  const audit = (alt: string) => auditAlt({ id: "years", alt, rows, formatValue, literals: ["16-17"] });
  expect(audit("From 14.2% in 2017/18 to 1,274 in 2018/19, for ages 16-17.")).toEqual([]);
  expect(audit("From 14.2% to 1274: up 140% since 2017.").map(({ message }) => message)).toEqual([
    expect.stringContaining('The figure "140%" in the chart\'s alt text'),
    expect.stringContaining('The figure "2017" in the chart\'s alt text'),
  ]);
});

describe("figures typed into a spec", () => {
  test("are told with their place and a way out", async () => {
    expect(await untraced({ ...bars, title: "Up 140% in a year" })).toEqual([
      {
        code: "untraced-figure",
        message: 'The figure "140%" in the chart\'s title cannot be traced: "Up 140% in a year".',
        hint: `Draw it from the chart's rows, or declare it with literals: ["140%"] if it is not a figure of the data.`,
        source: { id: "years", field: "title" },
      },
    ]);
  });

  test.each<[string, object]>([
    ["an axis", { ...bars, encoding: { x: area, y: { ...n, axis: { title: "of 140" } } } }],
    ["a field", { ...bars, encoding: { x: area, y: { ...n, title: "of 140" } } }],
    ["a legend", { ...bars, encoding: { ...bars.encoding, color: { ...area, legend: { title: ["a", "140"] } } } }],
    ["a subtitle", { ...bars, title: { text: "Title", subtitle: "140 more" } }],
    ["the description", { ...bars, description: "140 more" }],
    ["a text mark", { ...bars, mark: { type: "text", text: "140" } }],
    ["a text value", { mark: "text", encoding: { x: area, y: n, text: { value: 140 } } }],
    [
      "a condition",
      { mark: "text", encoding: { x: area, y: n, text: { ...n, condition: { test: "true", value: "140" } } } },
    ],
    ["a rule", { layer: [bars, { mark: "rule", encoding: { y: { datum: 140 } } }] }],
    ["labels", { ...bars, encoding: { x: { ...area, axis: { labelExpr: "datum.label + ' of 140'" } }, y: n } }],
    ["a calculation", { ...bars, transform: [{ calculate: "datum.n > 3 ? '140' : 'few'", as: "t" }] }],
    ["an expression", { ...bars, mark: { type: "text", text: { expr: "'140' + datum.n" } } }],
    ["a parameter", { ...bars, params: [{ name: "p", value: "140 in all" }] }],
    [
      "a date's format",
      { ...bars, encoding: { x: { field: "d", type: "temporal", axis: { format: "%Y (140)" } }, y: n } },
    ],
    [
      "rows of a layer's own",
      { layer: [bars, { data: { values: [{ at: 140 }] }, mark: "rule", encoding: { y: { field: "at" } } }] },
    ],
  ])("%s", async (_, spec) => {
    expect((await figuresOf(spec)).join("")).toBe("140");
  });

  test("are none where a spec says how to draw, or what to draw of the data", async () => {
    const specs = [
      trendSpec({ x: "period", y: "n", series: "area", format: ".1f", yTitle: "Offences" }),
      rankingSpec({ category: "area", value: "n", format: ",.2f" }),
      barSpec({ x: "p1", y: "n2", series: "s3" }),
      {
        data: { values: [{ area: "an example", n: 12 }] },
        mark: { type: "bar", color: "#123456", size: 12 },
        params: [
          { name: "ink", value: "#123456" },
          { name: "limit", value: 5 },
        ],
        transform: [
          { filter: "datum.period === '2018/19'" },
          { calculate: "datum['p1'] == '2018/19' ? format(datum.n, '.1f') : '[c]'", as: "label" },
        ],
        encoding: {
          x: { ...area, sort: ["2017/18", "2018/19"], axis: { values: [0, 50], format: ".3s" } },
          y: { ...n, scale: { domain: [0, 300] }, axis: { format: ".1%" } },
          color: { value: "#1f77b4" },
        },
      },
      { layer: [bars, { mark: "rule", encoding: { y: { datum: 0 } } }] },
    ];
    for (const spec of specs) expect(await figuresOf(spec)).toEqual([]);
  });

  test("are covered by a literal, which covers no part of another figure", async () => {
    const titled = (title: string) => ({ ...bars, title });
    expect(await figuresOf(titled("Per 100,000 women aged 16-17"), ["100,000", "16-17"])).toEqual([]);
    expect(await figuresOf(titled("Per 100,000 of 2,100,000 and 1100,000"), ["100,000"])).toEqual([
      "2,100,000",
      "1100,000",
    ]);
    expect(await figuresOf(titled("10 of 100 of 10.5"), ["10"])).toEqual(["100", "10.5"]);
  });
});
