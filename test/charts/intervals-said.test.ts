import { expect, test } from "vitest";
import { type ChartRow, compileChart, intervalSpec, trendSpec } from "../../src/charts/index.ts";
import { createWords, findLanguage, languages } from "../../src/language/index.ts";
import { fonts } from "./chart-fonts.ts";
import { overlaps } from "./text-boxes.ts";

const rows: readonly ChartRow[] = ["Kent", "Essex", "Dorset"].flatMap((area, index) =>
  ["2020", "2021", "2022"].map((period, at) => {
    const n = 20 + 7 * index + at;
    return { area, period, n, low: n - 4, high: n + 6, state: "value", highlight: area === "Kent" };
  }),
);
const last = rows.filter(({ period }) => period === "2022");
const named = { category: "area", value: "n", low: "low", high: "high" } as const;
const drawn = async (spec: object, given: readonly ChartRow[], more: object = {}, lang = "en-GB", widthPx = 340) => {
  const words = createWords({ language: findLanguage(lang, languages) });
  const chart = await (await compileChart({ id: "chart", spec, fonts, words, widthPx })).render(given, more);
  expect(overlaps(chart)).toEqual([]);
  return chart;
};

test.each([
  [0.95, "en-GB", "95% confidence interval", "Interval: 95% confidence interval."],
  [0.8, "cy", "cyfwng hyder 80%", "Cyfwng: cyfwng hyder 80%."],
  [
    "lowest and highest of all years",
    "en-GB",
    "lowest and highest of all years",
    "Interval: lowest and highest of all years.",
  ],
] as const)("a chart says what its intervals are: %s in %s", async (interval, lang, key, sentence) => {
  for (const widthPx of [340, 640]) {
    const chart = await drawn(intervalSpec({ ...named, interval }), last, {}, lang, widthPx);
    expect(chart.sentences.join(" ")).toContain(key);
    expect(chart.alt).toContain(sentence);
    expect([...chart.untraced, ...chart.diagnostics]).toEqual([]);
  }
});

test("where nobody has said it, nothing is made up, and it is asked for", async () => {
  for (const interval of [undefined, 95]) {
    const { texts, alt, diagnostics } = await drawn(intervalSpec({ ...named, ...(interval && { interval }) }), last);
    expect(diagnostics.map(({ code }) => code)).toEqual(["chart-interval-unsaid"]);
    expect(diagnostics[0]?.hint).toContain("interval: 0.95");
    expect(`${texts.join(" ")} ${alt}`).not.toMatch(/confidence|Interval:|%/);
  }
});

test("ends that are known to be of confidence intervals are called so, if all are", async () => {
  const all = await drawn(intervalSpec(named), last, { isConfidenceEnd: () => true });
  expect(all.texts).toContain("95% confidence interval");
  expect([...all.untraced, ...all.diagnostics]).toEqual([]);
  const some = await drawn(intervalSpec(named), last, {
    isConfidenceEnd: (_: ChartRow, field: string) => field === "low",
  });
  expect(some.texts).not.toContain("95% confidence interval");
  expect(some.diagnostics.map(({ code }) => code)).toEqual(["chart-interval-unsaid"]);
});

test("figures in words of the author's are not taken for the recipe's own", async () => {
  const { untraced } = await drawn(intervalSpec({ ...named, interval: "90% of samples" }), last);
  expect(untraced.map(({ code }) => code)).toContain("untraced-figure");
});

test.each([
  ["en-GB", undefined, "Likely range"],
  ["en-GB", 0.9, "Likely range (90% confidence interval)"],
  ["cy", 0.9, "Likely range (cyfwng hyder 90%)"],
])("a band has its name below the chart: in %s", async (lang, level, said) => {
  const band = { kind: "band", low: "low", high: "high", label: "Likely range", ...(level && { level }) } as const;
  const one = rows.filter(({ area }) => area === "Kent");
  for (const gaps of [[], ["2021"]]) {
    const given = one.map((row) =>
      gaps.includes(String(row.period)) ? { ...row, n: null, low: null, high: null, state: "suppressed" } : row,
    );
    const chart = await drawn(trendSpec({ x: "period", y: "n", annotations: [band] }), given, {}, lang);
    expect(chart.sentences.join(" ")).toContain(said);
    expect(chart.alt).toContain(said);
    expect([...chart.untraced, ...chart.diagnostics]).toEqual([]);
  }
});

test("bounds of a band are told with the decimals that its line is drawn with", async () => {
  const band = { kind: "band", low: "low", high: "high", label: "Likely range" } as const;
  const given = rows
    .filter(({ area }) => area === "Kent")
    .map((row, index) => ({ ...row, n: 11.6 + index, low: 11.04 + index, high: 12.2317 + index }));
  const { alt } = await drawn(trendSpec({ x: "period", y: "n", format: ".1f", annotations: [band] }), given);
  expect(alt).toContain("(11.0 to 12.2)");
});

test.each([
  [0.9, false],
  [0.1, true],
  [-0.4, true],
])("a scale of intervals begins at zero where some come near it: the lowest at %d", async (lowest, isFromZero) => {
  const given = last.map((row, index) => ({
    ...row,
    n: 1 + index / 20,
    low: lowest + index / 50,
    high: 1.1 + index / 50,
  }));
  const chart = await drawn(intervalSpec({ ...named, format: ".2f", interval: 0.95 }), given);
  expect(chart.untraced).toEqual([]);
  const ticks = chart.texts.filter((text) => /^[−\d.]+$/.test(text)).map((text) => Number(text.replace("−", "-")));
  expect(ticks.includes(0)).toBe(isFromZero);
  // A tick at either end.
  expect(Math.min(...ticks)).toBeLessThanOrEqual(lowest);
  expect(Math.max(...ticks)).toBeGreaterThanOrEqual(1.14);
});

test("intervals are described as the chart prints its figures", async () => {
  const shares = [
    { area: "Kent", n: 0.43998, low: 0.4208, high: 0.46, state: "value" },
    { area: "Essex", n: 0.88981, low: 0.877, high: 0.9, state: "value" },
  ];
  const { alt } = await drawn(intervalSpec({ ...named, format: ".0%", interval: 0.95 }), shares);
  expect(alt).toContain("Kent, 44%, from 42% to 46%");
  const exact = await drawn(intervalSpec({ ...named, format: ".1%", interval: 0.95 }), shares);
  expect(exact.alt).toContain("Essex, 89.0%, from 87.7% to 90.0%");
});

test("a narrow scale ends near its figures, and is in their currency", async () => {
  const pay = [
    { area: "Computer science and information systems", n: 53000, low: 39000, high: 70000, state: "value" },
    { area: "Psychology", n: 31500, low: 24000, high: 41000, state: "value" },
  ];
  const spec = intervalSpec({ ...named, format: "$,.0f", interval: "first and third quartile" });
  const { texts, untraced } = await drawn(spec, pay);
  expect(texts).toEqual(expect.arrayContaining(["$0", "$70,000"]));
  expect(texts).not.toContain("$100,000");
  expect(untraced).toEqual([]);
  const large = pay.map((row) => ({ ...row, n: row.n * 1000, low: row.low * 1000, high: row.high * 1000 }));
  expect((await drawn(spec, large)).texts).toEqual(expect.arrayContaining(["0", "$70m"]));
});

test("an interval of a share that no share could be in is told, and one that ends with the whole is not", async () => {
  const unit = (is: "number" | "percentage", isSigned = false) => ({
    meaningOf: () => ({
      unit: is,
      decimals: 1,
      additive: false,
      label: undefined,
      otherLabels: [],
      own: [],
      others: [],
      addsOver: () => true,
      spanMonths: () => undefined,
      isSigned,
    }),
  });
  const rowsOf = (low: number, high: number): readonly ChartRow[] => [
    { area: "Kent", n: 3, low, high: 8, state: "value" },
    { area: "Essex", n: 95, low: 90, high, state: "value" },
    { area: "Dorset", n: null, low: null, high: null, state: "suppressed" },
  ];
  const spec = intervalSpec({ ...named, interval: 0.95 });
  const codes = async (given: readonly ChartRow[], more: object) =>
    (await drawn(spec, given, more)).diagnostics.map(({ code, source }) => `${code} ${source?.field}`);
  const bandSpec = trendSpec({
    x: "period",
    y: "n",
    annotations: [{ kind: "band", low: "low", high: "high", label: "Likely range" }],
  });
  expect(await codes(rowsOf(-2, 99), unit("percentage"))).toEqual(["chart-interval-impossible low"]);
  expect(await codes(rowsOf(1, 101), unit("percentage"))).toEqual(["chart-interval-impossible high"]);
  const inTime = ["2020", "2021"].map((period) => ({ period, n: 3, low: -1, high: 8, state: "value" }));
  const { diagnostics } = await drawn(bandSpec, inTime, unit("percentage"));
  expect(diagnostics.map(({ code }) => code)).toEqual(["chart-interval-impossible"]);
  expect(await codes(rowsOf(0, 100), unit("percentage"))).toEqual([]);
  expect(await codes(rowsOf(-2, 101), unit("number"))).toEqual([]);
  expect(await codes(rowsOf(-2, 101), unit("percentage", true))).toEqual([]);
});
