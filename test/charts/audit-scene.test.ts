import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  auditAlt,
  barSpec,
  type ChartRow,
  compileChart,
  type FieldMeaning,
  rankingSpec,
  trendSpec,
} from "../../src/charts/index.ts";
import { createWords, findLanguage } from "../../src/language/index.ts";
import { inPart, someOf } from "../support/trials.ts";
import { fonts } from "./chart-fonts.ts";
import { recipeSamples } from "./recipe-samples.ts";

const area = { field: "area", type: "nominal" };
const n = { field: "n", type: "quantitative" };
const bars = { mark: "bar", encoding: { x: area, y: n } };
const rows: readonly ChartRow[] = [
  {
    area: "Kent",
    n: 114,
    rate: 14.23,
    share: 0.34,
    period: "2017/18",
    periodStart: "2017-04-01",
    periodEnd: "2018-03-31",
  },
  {
    area: "Essex",
    n: 1274,
    rate: 2.4,
    share: 0.08,
    period: "2018/19",
    periodStart: "2018-04-01",
    periodEnd: "2019-03-31",
  },
  {
    area: "Surrey",
    n: 452,
    rate: 9.5,
    share: 0.58,
    period: "2019/20",
    periodStart: "2019-04-01",
    periodEnd: "2020-03-31",
  },
];
const measure = (label: string, units: readonly string[]) => ({
  label,
  own: [label, ...units],
  others: [["offences"], ["children"]].flat().filter((unit) => !units.includes(unit)),
  otherLabels: ["Offences", "Rate", "Share"].filter((other) => other !== label),
  addsOver: () => true,
  spanMonths: () => undefined,
  isSigned: false,
});
const meanings: Readonly<Record<string, FieldMeaning>> = {
  n: { ...measure("Offences", ["offence", "offences"]), unit: "number", decimals: 0, additive: true },
  rate: { ...measure("Rate", ["offence", "offences"]), unit: "number", decimals: 1, additive: false },
  share: { ...measure("Share", ["child", "children"]), unit: "percent", decimals: 2, additive: false },
};

async function audit(
  spec: object,
  { literals = [], data = rows }: { literals?: readonly string[]; data?: readonly ChartRow[] } = {},
) {
  const chart = await compileChart({ id: "years", spec, fonts, literals });
  return (await chart.render(data, { meaningOf: (field) => meanings[field] })).untraced;
}
const messages = async (spec: object, options?: Parameters<typeof audit>[1]) =>
  (await audit(spec, options)).map(({ message }) => message).join("\n");

describe("what charts found outside draw, and is right", () => {
  const n0 = { ...n, stack: "zero" };
  test("pieces of a stack may be of any breadths", async () => {
    const data = rows.flatMap((row) => ["2017", "2018"].map((year) => ({ ...row, year })));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 3, max: 60 }), { minLength: 3, maxLength: 3 }), async (range) => {
        const size = { ...area, scale: { range } };
        const stacked = { mark: "bar", encoding: { x: { field: "year", type: "ordinal" }, y: n0, color: area, size } };
        expect(await messages(stacked, { data })).toBe("");
      }),
      { numRuns: 5 },
    );
  });
  test("counts may be the numbers of other years", async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([2016, 2017, 2018, 2019], { minLength: 4 }), async (counts) => {
        const data = counts.map((count, index) => ({ year: String(2016 + index), n: count }));
        const x = { field: "year", type: "ordinal" };
        const bar = { mark: "bar", encoding: { x, y: n } };
        const label = { mark: { type: "text", dy: -6 }, encoding: { x, y: n, text: n } };
        expect(await messages({ layer: [bar, label] }, { data })).toBe("");
      }),
      { numRuns: 5 },
    );
  });
  test("cells around points that catch the pointer are not seen", async () => {
    const nearest = { name: "p", select: { type: "point", on: "pointerover", nearest: true } };
    const points = { params: [nearest], mark: "point", encoding: { x: n, y: { field: "rate", type: "quantitative" } } };
    expect(await messages(points)).toBe("");
  });
  test("points stand on a map where they are", async () => {
    const data = rows.map((row, index) => ({ ...row, lon: -1 + index, lat: 51 + index / 2 }));
    const at = { longitude: { field: "lon", type: "quantitative" }, latitude: { field: "lat", type: "quantitative" } };
    const map = (size: object) => ({ projection: { type: "mercator" }, mark: "circle", encoding: { ...at, size } });
    expect(await messages(map(n), { data })).toBe("");
  });
  test("months and days of any year stand on an axis that says no year", async () => {
    const unit = (timeUnit: string, axis: object = {}) => ({
      mark: "point",
      encoding: { x: { field: "periodStart", type: "temporal", timeUnit, axis }, y: n },
    });
    for (const timeUnit of ["monthdate", "month", "quarter", "date"])
      expect(await messages(unit(timeUnit)), timeUnit).toBe("");
    expect(await messages(unit("monthdate", { format: "%b %Y" }))).toMatch(/stands at 2012/);
  });
});

test("a stack of figures that do not add up is told as one, with what to do", async () => {
  const rows = [
    { area: "Kent", year: "2018", rate: 2 },
    { area: "Essex", year: "2018", rate: 3 },
  ];
  const rate = { field: "rate", type: "quantitative" };
  const spec = { mark: "bar", encoding: { x: { field: "year", type: "nominal" }, y: rate, color: area } };
  const [told, ...others] = await audit(spec, { data: rows });
  expect(told).toMatchObject({
    message: expect.stringMatching(/ is a piece of a stack, and figures of "rate" do not add up/),
    hint: expect.stringContaining("side by side"),
  });
  expect(others).toEqual([]);
});

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

test.each<[alt: string, found: readonly string[]]>([
  ["No figure at all.", []],
  ["Kent 14, once and again 14.", []],
  ["Kent 1,200, or 1200.", []],
  ["In 2017/18, of ages 16-17.", []],
  ["Kent 13, Essex 13, and 12.", ["13", "12"]],
  ["Infinity 9, NaN 7, true 1, null 0.", ["9", "7", "1", "0"]],
])("a figure in an alt text that no row has is told once: %s", (alt, found) => {
  const rows: readonly ChartRow[] = [
    {
      area: "Kent",
      period: "2017/18",
      n: 14,
      hidden: null,
      is: true,
      none: Number.NaN,
      most: Number.POSITIVE_INFINITY,
    },
    { area: "Essex", n: 1200 },
  ];
  for (const [field, what] of [
    ["alt", "alt text"],
    ["longDescription", "long description"],
  ] as const) {
    const told = auditAlt({ id: "years", alt, field, rows, literals: ["16-17"] });
    expect(told.map(({ message, source }) => [message, source])).toEqual(
      found.map((figure) => [
        `The figure "${figure}" in the chart's ${what} cannot be traced: "${alt}".`,
        { id: "years", field },
      ]),
    );
  }
  expect(auditAlt({ id: "years", alt: "Kent 14.", rows, literals: [] })).toEqual([]);
});

const text = (definition: object) => ({
  encoding: { x: area, y: n },
  layer: [{ mark: "bar" }, { mark: "text", encoding: { text: definition } }],
});
const calculated = (calculate: string, encoding: object) => ({ transform: [{ calculate, as: "made" }], ...encoding });
const made = { field: "made", type: "quantitative" };

describe("what is drawn as the rows have it passes", () => {
  test.each<[string, object]>([
    ["bars", bars],
    ["a format that rounds", text({ ...n, format: ",.0f" })],
    ["two digits and a prefix", text({ ...n, format: ".3s" })],
    [
      "a share as a percentage",
      { mark: "bar", encoding: { x: area, y: { field: "share", type: "quantitative", axis: { format: ".0%" } } } },
    ],
    [
      "dates of periods",
      { mark: "line", encoding: { x: { field: "periodStart", type: "temporal", axis: { format: "%b %Y" } }, y: n } },
    ],
    [
      "labels that an expression shortens",
      {
        mark: "bar",
        encoding: { x: { field: "period", type: "ordinal", axis: { labelExpr: "slice(datum.label, 0, 4)" } }, y: n },
      },
    ],
    ["a gap in words", text({ condition: { test: "!isValid(datum.n)", value: "[c]" }, ...n })],
    ["a stack", { mark: "bar", encoding: { y: n, color: area } }],
    ["shares of a stack", { mark: "bar", encoding: { y: { ...n, stack: "normalize" }, color: area } }],
    ["a pie", { mark: "arc", encoding: { theta: n, color: area } }],
    ["a histogram", { mark: "bar", encoding: { x: { ...n, bin: true }, y: { aggregate: "count" } } }],
    ["a sum of counts", { mark: "bar", encoding: { y: { ...n, aggregate: "sum" } } }],
    ["a median", { mark: "tick", encoding: { y: { field: "rate", type: "quantitative", aggregate: "median" } } }],
    ["a box plot", { mark: "boxplot", encoding: { y: { field: "rate", type: "quantitative" } } }],
    ["points on a logarithmic scale", { mark: "point", encoding: { x: area, y: { ...n, scale: { type: "log" } } } }],
    [
      "bars on one that is said",
      {
        mark: "bar",
        encoding: {
          x: area,
          y: { ...n, title: "Offences (log scale)", scale: { type: "log", domain: [1, 2000] } },
          y2: { datum: 1 },
        },
      },
    ],
    ["bars of a breadth of their own", { mark: "bar", encoding: { x: { field: "rate", type: "quantitative" }, y: n } }],
    [
      "one point alone, on a scale of nothing else",
      {
        transform: [{ filter: "datum.area == 'Kent'" }],
        mark: "point",
        encoding: { y: { ...n, scale: { zero: false } } },
      },
    ],
    ["points without zero", { mark: "point", encoding: { x: area, y: { ...n, scale: { zero: false } } } }],
    ["colours", { mark: "rect", encoding: { x: area, color: n } }],
    [
      "columns turned into rows",
      {
        transform: [{ fold: ["n", "rate"] }],
        mark: "bar",
        encoding: { x: area, y: { field: "value", type: "quantitative" }, color: { field: "key" } },
      },
    ],
    [
      "shares of columns turned into rows",
      {
        transform: [{ fold: ["n", "rate"] }],
        mark: "bar",
        encoding: {
          x: area,
          y: { field: "value", type: "quantitative", stack: "normalize" },
          color: { field: "key" },
        },
      },
    ],
    ["sizes", { mark: "point", encoding: { x: area, y: n, size: { field: "rate", type: "quantitative" } } }],
    ["radii", { mark: "arc", encoding: { theta: n, radius: n, color: area } }],
    [
      "rings of rates, in one another",
      {
        mark: "arc",
        encoding: {
          theta: { field: "rate", type: "quantitative", stack: false, scale: { domain: [0, 16], range: [0, 6] } },
          radius: { field: "area", type: "nominal" },
          color: area,
        },
      },
    ],
    ["bars that have room", { mark: { type: "bar", clip: true }, encoding: { x: area, y: n } }],
    [
      "bars on a scale that would end them",
      { mark: "bar", encoding: { x: area, y: { ...n, scale: { clamp: true, domain: [0, 1500] } } } },
    ],
    [
      "bars from date to date",
      {
        transform: [{ calculate: "toDate(datum.periodEnd)", as: "to" }],
        mark: "bar",
        encoding: { x: { field: "periodStart", type: "temporal" }, x2: { field: "to" }, y: area },
      },
    ],
    ...["%y", "Q%q %Y", "%I %p, %d %B", "week %U of %Y"].map((format): [string, object] => [
      `dates as ${format}`,
      { mark: "line", encoding: { x: { field: "periodStart", type: "temporal", axis: { format } }, y: n } },
    ]),
    [
      "classes",
      {
        mark: "rect",
        encoding: {
          x: area,
          color: { ...n, scale: { type: "threshold", domain: [200, 500], range: ["#fff", "#888", "#000"] } },
        },
      },
    ],
    ["classes of equal breadth", { mark: "rect", encoding: { x: area, color: { ...n, bin: true } } }],
    [
      "classes that are named",
      {
        mark: "rect",
        encoding: { x: area, color: { ...n, scale: { type: "bin-ordinal", bins: [0, 200, 500, 1500] } } },
      },
    ],
    ["small charts", { facet: area, spec: { mark: "bar", encoding: { x: { field: "period" }, y: n } } }],
    ["a base line", { layer: [bars, { mark: "rule", encoding: { y: { datum: 0 } } }] }],
    ["a title of a period", { ...bars, title: "Offences in 2018/19" }],
  ])("%s", async (_, spec) => {
    expect(await messages(spec)).toBe("");
  });

  test("a pie of which a piece is nothing", async () => {
    const pie = { mark: "arc", encoding: { theta: n, color: area } };
    expect(await messages(pie, { data: [{ area: "Devon", n: 0 }, ...rows] })).toBe("");
    const squared = calculated("datum.n * datum.n", { mark: "arc", encoding: { theta: made, color: area } });
    expect(await messages(squared, { data: [{ area: "Devon", n: 0 }, ...rows] })).toMatch(/angle of an arc/i);
  });

  test("in every recipe", async () => {
    for (const { name, spec, rows } of someOf(recipeSamples, inPart(recipeSamples.length, 48))) {
      const chart = await compileChart({ id: name, spec, fonts });
      expect((await chart.render(rows)).untraced, name).toEqual([]);
    }
  });

  test("where a spec says how to draw, or what to draw of the data", async () => {
    const specs = [
      trendSpec({ x: "period", y: "n", series: "area", format: ".1f", yTitle: "Offences" }),
      rankingSpec({ category: "area", value: "n", format: ",.2f" }),
      barSpec({ x: "area", y: "n" }),
    ];
    for (const spec of specs) expect(await messages(spec)).toBe("");
  });
});

describe("what stands beside a figure that is drawn is warned of", () => {
  async function beside(spec: object, lang = "en-GB"): Promise<readonly string[]> {
    const words = createWords({ language: findLanguage(lang) });
    const chart = await compileChart({ id: "years", spec, fonts, words });
    const { diagnostics } = await chart.render(rows, { meaningOf: (field) => meanings[field] });
    return diagnostics.flatMap(({ code, message }) => (code === "figure-affix" ? [message] : []));
  }
  const yAxis = (axis: object, y: object = n) => ({ mark: "bar", encoding: { x: area, y: { ...y, axis } } });
  const rate = { field: "rate", type: "quantitative" };
  const share = { field: "share", type: "quantitative" };

  test.each<[string, object]>([
    ["a prefix of SI", yAxis({ format: "~s" })],
    ["the same in words", yAxis({ labelExpr: "datum.value / 1000 + ' thousand'" })],
    ["the measure's own unit", yAxis({ labelExpr: "datum.label + ' offences'" })],
    ["a title of its own", yAxis({ title: "Offences by force" })],
    ["per cent of a share", yAxis({ format: ".0%", title: "Share (%)" }, share)],
    [
      "per cent of a stack to a whole",
      { mark: "bar", encoding: { y: { ...n, stack: "normalize", title: "Per cent of offences" }, color: area } },
    ],
    ["a rate by the name of its unit", yAxis({ title: "Offences per head" }, rate)],
    ["the words of a scale that is said", yAxis({ title: "Children and offences" })],
    [
      "per cent in the title of an axis of names",
      { mark: "bar", encoding: { x: { ...area, title: "Poorest %" }, y: n } },
    ],
  ])("but not %s", async (_, spec) => {
    expect(await beside(spec)).toEqual([]);
    expect(await messages(spec)).toBe("");
  });

  test("in the language of the chart", async () => {
    expect(await beside(yAxis({ title: "Offences (miliynau)" }), "cy")).toEqual([
      expect.stringContaining('"miliynau" in "Offences (miliynau)"'),
    ]);
  });

  test("once for an axis, with the figure", async () => {
    expect(await beside(yAxis({ labelExpr: "datum.label + ' million'" }))).toEqual([
      // "0 million" is 0.
      expect.stringMatching(/^"million" in "(\d+) million", a tick of the chart, .* is drawn: \1\.$/),
    ]);
  });
});

describe("a text that says another figure is told", () => {
  test("with its place and a way out", async () => {
    expect(await audit({ ...bars, title: "Up 140% in a year" })).toEqual([
      {
        code: "untraced-figure",
        message: 'The figure "140%" in "Up 140% in a year", a title of the chart, cannot be traced.',
        hint: 'Let the text write a field of its row, or a tick its own value; declare it with literals: ["140%"] if it is not a figure of the data.',
        source: { id: "years" },
      },
    ]);
  });

  test.each<[string, object]>([
    ["an axis", { ...bars, encoding: { x: area, y: { ...n, axis: { title: "of 140" } } } }],
    ["a field", { ...bars, encoding: { x: area, y: { ...n, title: "of 140" } } }],
    ["a legend", { ...bars, encoding: { ...bars.encoding, color: { ...area, legend: { title: ["a", "140"] } } } }],
    ["a subtitle", { ...bars, title: { text: "Title", subtitle: "140 more" } }],
    ["a title by expression", { ...bars, title: { text: { expr: "'Up ' + (100 + 40)" } } }],
    ["a text mark", { ...bars, mark: { type: "text", text: "140" } }],
    ["a text value", { mark: "text", encoding: { x: area, y: n, text: { value: 140 } } }],
    [
      "a condition",
      { mark: "text", encoding: { x: area, y: n, text: { ...n, condition: { test: "true", value: "140" } } } },
    ],
    ["an expression", { ...bars, mark: { type: "text", text: { expr: "'' + datum.n * 10" } } }],
    ["an expression without the data", { ...bars, mark: { type: "text", text: { expr: "'1' + '40'" } } }],
    [
      "a calculation",
      calculated("datum.n * 10", { mark: "text", encoding: { x: area, y: n, text: { field: "made" } } }),
    ],
    ["a parameter", { ...bars, params: [{ name: "p", value: 140 }], mark: { type: "text", text: { expr: "p" } } }],
    [
      "a figure of another field of the spec's rows",
      { layer: [bars, { data: { values: [{ at: 140 }] }, mark: "text", encoding: { text: { field: "at" } } }] },
    ],
    ["labels of an axis", { ...bars, encoding: { x: area, y: { ...n, axis: { labelExpr: "datum.value * 10" } } } }],
    [
      "labels of a legend",
      { mark: "rect", encoding: { x: area, color: { ...n, legend: { labelExpr: "datum.value * 10" } } } },
    ],
    [
      "labels of categories",
      { ...bars, encoding: { x: { ...area, axis: { labelExpr: "datum.label + ' 140'" } }, y: n } },
    ],
    [
      "a date's format",
      { mark: "line", encoding: { x: { field: "periodStart", type: "temporal", axis: { format: "%Y (140)" } }, y: n } },
    ],
    ["a percentage of a count", text({ ...n, format: ".0%" })],
    ["a percentage of a rate", text({ field: "rate", type: "quantitative", format: ".0%" })],
    ["a currency", text({ ...n, format: "$.0f" })],
    ["one digit", text({ ...n, format: ".1s" })],
    ["a year that is none of the periods'", text({ field: "periodStart", type: "temporal", format: "%Y, or 1999" })],
    [
      "a class that is none of the scale's",
      {
        mark: "rect",
        encoding: {
          x: area,
          color: {
            ...n,
            scale: { type: "threshold", domain: [200, 500], range: ["#fff", "#888", "#000"] },
            legend: { labelExpr: "datum.index == 1 ? '200 – 700' : datum.label" },
          },
        },
      },
    ],
    ["a rate without its decimals", text({ field: "rate", type: "quantitative", format: ".0f" })],
    ["a format for all", { ...text({ ...n, type: "quantitative" }), config: { numberFormat: ".1s" } }],
    [
      "a mean of rates",
      { mark: "text", encoding: { text: { field: "rate", type: "quantitative", aggregate: "mean", format: ".2f" } } },
    ],
    [
      "a sum of rates",
      { mark: "text", encoding: { text: { field: "rate", type: "quantitative", aggregate: "sum", format: ".2f" } } },
    ],
    [
      "a cumulated sum",
      {
        transform: [{ window: [{ op: "sum", field: "n", as: "made" }] }],
        mark: "text",
        encoding: { x: area, text: made },
      },
    ],
    [
      "numbers that come from nowhere",
      {
        layer: [
          bars,
          { data: { sequence: { start: 140, stop: 145 } }, mark: "text", encoding: { text: { field: "data" } } },
        ],
      },
    ],
  ])("%s", async (_, spec) => {
    expect(await messages(spec)).toMatch(/^The figure "/m);
  });

  test("unless a literal covers it, which covers no part of another figure", async () => {
    const figures = async (title: string, literals: readonly string[]) =>
      [...(await messages({ ...bars, title }, { literals })).matchAll(/^The figure "(.*?)"/gm)].map(
        ([, figure]) => figure,
      );
    expect(await figures("Per 100,000 women aged 16-17", ["100,000", "16-17"])).toEqual([]);
    expect(await figures("Per 100,000 of 1100,000", ["100,000"])).toEqual(["1100,000"]);
    expect(await figures("10 of 10.5", ["10"])).toEqual(["10.5"]);
  });

  test("the power of a unit of area is no figure, and any other superscript is one", async () => {
    const figures = async (title: string) =>
      [...(await messages({ ...bars, title })).matchAll(/^The figure "(.*?)"/gm)].map(([, figure]) => figure);
    expect(await figures("Offences by km², m2, ft³")).toEqual([]);
    expect(await figures("Offences in 12 km²")).toEqual(["12"]);
    for (const title of ["Offences²", "Kent ³", "km²⁷", "x2"]) expect(await figures(title)).toHaveLength(1);
  });
});

test("a mark is told by the texts of its row, three at most, and no empty one", async () => {
  const data = [
    { area: "Kent", note: "", state: "value", n: 100 },
    { area: "Essex", note: "", state: "value", n: 300 },
  ];
  const spec = calculated("datum.n * 1.5", { mark: "bar", encoding: { x: area, y: made } });
  expect(await messages(spec, { data })).toMatch(/^A rect of "Kent" stands at 150 on the scale y/);
  const many = data.map((row) => ({ ...row, a: "one", b: "two", c: "three" }));
  expect(await messages(spec, { data: many })).toMatch(/^A rect of "Kent", "one", "two" stands/);
});

test("a label at another place than its tick is told", async () => {
  const axis = (more: object) => ({ mark: "bar", encoding: { x: area, y: { ...n, axis: more } } });
  expect(await messages(axis({ labelOffset: 40 }))).toMatch(
    /^A label of the axis of the scale y stands at another place/,
  );
  expect(await messages(axis({ labelOffset: 8 }))).toBe("");
});

describe("a mark that is drawn otherwise is told", () => {
  const y = (scale: object) => ({ mark: "bar", encoding: { x: area, y: { ...n, scale } } });
  test.each<[string, object, RegExp]>([
    [
      "a calculated length",
      calculated("datum.n * 1.5", { mark: "bar", encoding: { x: area, y: made } }),
      /"Kent".* stands at 171 on the scale y/,
    ],
    [
      "a calculated position",
      calculated("datum.n + 100", { mark: "point", encoding: { x: area, y: made } }),
      /stands at 214/,
    ],
    [
      "a calculation under the same name",
      { transform: [{ calculate: "datum.n * 2", as: "n" }], ...bars },
      /stands at 228/,
    ],
    ["bars without zero", y({ zero: false, domain: [100, 1300] }), /begins at 100 and not at zero/],
    ["bars that are cut off", { ...y({ domain: [0, 500] }), mark: { type: "bar", clip: true } }, /cut off at the edge/],
    ["bars upside down", y({ reverse: true }), /grows downwards/],
    [
      "bars on a logarithmic scale",
      { mark: "bar", encoding: { x: area, y: { ...n, scale: { type: "log", domain: [1, 2000] } }, y2: { datum: 1 } } },
      /length on a scale that is log|begins at 1 /,
    ],
    [
      "bars that begin at a figure of nobody",
      { mark: "bar", encoding: { x: area, y: n, y2: { datum: 50 } } },
      /begins at 50 and not at zero/,
    ],
    [
      "bars that hang in the air, as long as they should be",
      calculated("datum.n + 100", { mark: "bar", encoding: { x: area, y: made, y2: { datum: 100 } } }),
      /stands at|begins at/,
    ],
    ["bars on a scale of two pieces", y({ domain: [0, 200, 1300], range: [200, 100, 0] }), /scale that is piecewise/],
    ["bars that end with their scale", y({ clamp: true, domain: [0, 100] }), /"Kent".* is cut off at the edge/],
    ["bars that begin with it", y({ clamp: true, zero: false, domain: [100, 1300] }), /begins at 100 and not at zero/],
    [
      "points that end with it",
      { mark: "point", encoding: { x: area, y: { ...n, scale: { clamp: true, domain: [0, 500] } } } },
      /"Essex".* is cut off at the edge/,
    ],
    [
      "points at one figure of nobody, on a scale of nothing else",
      calculated("140", { mark: "point", encoding: { x: area, y: { ...made, scale: { zero: false } } } }),
      /stands at 140/,
    ],
    [
      "points at another time",
      calculated("datetime(2001, 0, datum.n)", {
        mark: "point",
        encoding: { x: { field: "made", type: "temporal" }, y: n },
      }),
      /stands at 200\d-/,
    ],
    [
      "points at one time of nobody",
      calculated("datetime(2001, 0, 1)", {
        mark: "point",
        encoding: { x: { field: "made", type: "temporal" }, y: n },
      }),
      /stands at 200[01]-/,
    ],
    [
      "bars of another time",
      {
        transform: [
          { calculate: "datetime(2001, 0, 1)", as: "from" },
          { calculate: "datetime(2002, 0, 1)", as: "to" },
        ],
        mark: "bar",
        encoding: { x: { field: "from", type: "temporal" }, x2: { field: "to" }, y: area },
      },
      /stands at 200[012]-/,
    ],
    [
      "radii",
      calculated("datum.n * datum.n", { mark: "arc", encoding: { theta: n, radius: made, color: area } }),
      /size of an arc/i,
    ],
    ["bars on a root", y({ type: "sqrt" }), /length on a scale that is sqrt/],
    [
      "bars on a root that a label among them speaks of",
      {
        layer: [
          y({ type: "sqrt" }),
          { mark: "text", encoding: { x: area, text: { value: "Square root, sqrt scale" } } },
        ],
      },
      /length on a scale that is sqrt/,
    ],
    [
      "areas on a power",
      { mark: "area", encoding: { x: area, y: { ...n, scale: { type: "pow", exponent: 3 } } } },
      /length on a scale that is pow/,
    ],
    [
      "a mean of rates",
      { mark: "bar", encoding: { y: { field: "rate", type: "quantitative", aggregate: "mean" } } },
      /stands at 8\.71/,
    ],
    [
      "angles",
      calculated("datum.n * datum.n", { mark: "arc", encoding: { theta: made, color: area } }),
      /angle of an arc/i,
    ],
    [
      "sizes",
      calculated("datum.n * datum.n", { mark: "point", encoding: { x: area, size: made } }),
      /size of a symbol/i,
    ],
    [
      "colours",
      calculated("2000 - datum.n", { mark: "rect", encoding: { x: area, color: made } }),
      /colour of a rect/i,
    ],
    [
      "a rule that was typed",
      { layer: [bars, { mark: "rule", encoding: { y: { datum: 140 } } }] },
      /rule of .* stands at 140/i,
    ],
    [
      "a smoothed line",
      {
        transform: [{ loess: "n", on: "rate" }],
        mark: "line",
        encoding: { x: { field: "rate", type: "quantitative" }, y: n },
      },
      /no row of the data/,
    ],
    [
      "labels beside other bars",
      {
        transform: [
          {
            lookup: "area",
            from: {
              data: {
                values: [
                  { a: "Kent", to: "Essex" },
                  { a: "Essex", to: "Kent" },
                  { a: "Surrey", to: "Surrey" },
                ],
              },
              key: "a",
              fields: ["to"],
            },
          },
        ],
        encoding: { y: { field: "to", type: "nominal" } },
        layer: [
          { mark: "bar", encoding: { y: area, x: n } },
          { mark: "text", encoding: { text: n } },
        ],
      },
      /stands beside/,
    ],
  ])("%s", async (_, spec, message) => {
    expect(await messages(spec)).toMatch(message);
  });

  test("a layout", async () => {
    const force = {
      $schema: "https://vega.github.io/schema/vega/v6.json",
      width: 200,
      height: 100,
      data: [{ name: "data" }],
      marks: [
        {
          name: "nodes",
          type: "symbol",
          from: { data: "data" },
          encode: { enter: { size: { value: 20 } } },
          transform: [{ type: "force", static: true, iterations: 3, forces: [{ force: "collide", radius: 5 }] }],
        },
      ],
    };
    expect(await messages(force)).toMatch(/stands where a layout put it/);
  });
});
