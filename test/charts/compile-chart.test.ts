import * as vega from "vega";
import { describe, expect, test } from "vitest";
import { type ChartRow, compileChart, rankingSpec, trendSpec } from "../../src/charts/index.ts";
import { createFontSet, type FontSet } from "../../src/fonts/index.ts";
import { failureOf } from "../support/diagnostics-of.ts";
import { someOf, timeLimit } from "../support/trials.ts";
import { fonts } from "./chart-fonts.ts";
import { recordingContext } from "./recording-context.ts";
import { areas, rankingRows, trendRows } from "./sample-rows.ts";

const { textMetrics } = vega as unknown as { textMetrics: { width: unknown } };
const trend = trendSpec({ x: "period", y: "offences", series: "area", yTitle: "Offences a year" });
const bars = { mark: "bar", encoding: { x: { field: "a", type: "nominal" }, y: { field: "n", type: "quantitative" } } };
const barRows: ChartRow[] = [{ a: "one", n: 1 }];

const failure = (run: Promise<unknown>) => failureOf(() => run);

describe("compiled once, run often", () => {
  test(
    "areas from one chart are byte for byte those of charts compiled afresh",
    async () => {
      const clipped = { ...bars, mark: { type: "bar", clip: true }, encoding: bars.encoding };
      const cases = [
        { spec: trend, rows: trendRows },
        { spec: rankingSpec({ category: "area", value: "offences" }), rows: rankingRows },
        { spec: clipped, rows: (area: string) => [{ a: area, n: areas.indexOf(area) }] },
      ];
      for (const { spec, rows } of cases) {
        const shared = await compileChart({ id: "chart", spec, fonts });
        for (const area of someOf(areas, 6)) {
          const fresh = await compileChart({ id: "chart", spec, fonts });
          const [again, anew] = [await shared.render(rows(area)), await fresh.render(rows(area))];
          expect(again.svg).toBe(anew.svg);
          expect(again.alt).toBe(anew.alt);
          expect(again.texts).toEqual(anew.texts);
        }
      }
    },
    timeLimit(60_000),
  );

  test("charts rendered at once do not disturb one another", async () => {
    const chart = await compileChart({ id: "trend", spec: trend, fonts });
    const alone: string[] = [];
    for (const area of areas.slice(0, 8)) alone.push((await chart.render(trendRows(area))).svg);
    const together = await Promise.all(areas.slice(0, 8).map((area) => chart.render(trendRows(area))));
    expect(together.map(({ svg }) => svg)).toEqual(alone);
  });

  test("rows and spec are left as they were", async () => {
    const rows = Object.freeze(rankingRows("Kent").map((row) => Object.freeze(row)));
    const spec = deepFreeze(rankingSpec({ category: "area", value: "offences" }));
    const before = JSON.stringify([spec, rows]);
    await (await compileChart({ id: "ranking", spec, fonts })).render(rows);
    expect(JSON.stringify([spec, rows])).toBe(before);
    expect(Object.getOwnPropertySymbols(rows[0])).toEqual([]);
  });
});

describe("fonts", () => {
  const withMeasure = (scale: number): FontSet => ({
    ...fonts,
    measure: (text, style) => fonts.measure(text, style) * scale,
  });

  test("two font sets lay out their own charts, in turn and interleaved", async () => {
    const rows = rankingRows("Kent");
    const spec = rankingSpec({ category: "area", value: "offences" });
    const narrow = await compileChart({ id: "a", spec, fonts });
    const wide = await compileChart({ id: "a", spec, fonts: withMeasure(1.5) });
    const first = [await narrow.render(rows), await wide.render(rows)];
    expect(first[0]?.svg).not.toBe(first[1]?.svg);
    const again = await Promise.all([wide.render(rows), narrow.render(rows)]);
    expect(again[1]?.svg).toBe(first[0]?.svg);
    expect(again[0]?.svg).toBe(first[1]?.svg);
  });

  test("Vega's own text metrics are back after each call, also one that fails", async () => {
    const own = () => 7;
    const before = textMetrics.width;
    textMetrics.width = own;
    try {
      const chart = await compileChart({ id: "bars", spec: bars, fonts });
      const rendered = await chart.render(barRows);
      rendered.draw(recordingContext().context);
      expect(textMetrics.width).toBe(own);
      const broken: FontSet = {
        ...fonts,
        measure: () => {
          throw new Error("no such font");
        },
      };
      const failing = await compileChart({ id: "bars", spec: bars, fonts: broken });
      expect((await failure(failing.render(barRows))).message).toContain("no such font");
      expect(() => rendered.draw({ save() {}, restore() {} })).toThrow(/is not a function/);
      expect(textMetrics.width).toBe(own);
    } finally {
      textMetrics.width = before;
    }
  });

  test("a copy of Vega's scene graph that cannot be told our widths is an error, not a badly spaced chart", async () => {
    const own = Object.getOwnPropertyDescriptor(textMetrics, "width") as PropertyDescriptor;
    Object.defineProperty(textMetrics, "width", { get: () => () => 50, set: () => {}, configurable: true });
    try {
      const chart = await compileChart({ id: "bars", spec: bars, fonts });
      expect((await failure(chart.render(barRows))).diagnostics[0]?.code).toBe("chart-vega-copies");
    } finally {
      Object.defineProperty(textMetrics, "width", own);
    }
  });

  test("a character that no font has is an error that names it", async () => {
    const chart = await compileChart({ id: "bars", spec: bars, fonts });
    const { diagnostics } = await failure(chart.render([{ a: "鳥", n: 1 }]));
    expect(diagnostics[0]).toMatchObject({ code: "missing-glyph", source: { id: "bars" } });
    expect(diagnostics[0]?.message).toContain("U+9CE5");
  });

  test("any family name falls to the set's first, and a set needs no more than one face", async () => {
    const one = createFontSet([...fonts.faces].slice(0, 1));
    const spec = { ...bars, config: { axis: { labelFont: "Comic Sans MS" } } };
    const rendered = await (await compileChart({ id: "bars", spec, fonts: one })).render(barRows);
    expect(rendered.texts).toContain("one");
  });
});

describe("a time zone changes nothing", () => {
  const zones = ["UTC", "America/New_York", "Pacific/Auckland"];
  const dates = {
    mark: "line",
    encoding: {
      x: { field: "date", type: "temporal", timeUnit: "yearmonth" },
      y: { field: "n", type: "quantitative" },
    },
  };

  test.each(["2019-04-01", "2019-04-01T00:30Z"])("dates such as %s", async (date) => {
    const rows = [1, 2, 3].map((n) => ({ date: date.replace("04", `0${n + 3}`), n }));
    const svgs = new Set<string>();
    const before = process.env.TZ;
    for (const zone of zones) {
      process.env.TZ = zone;
      const chart = await compileChart({ id: "dates", spec: dates, fonts });
      expect(chart.diagnostics).toEqual([]);
      svgs.add((await chart.render(rows)).svg);
    }
    process.env.TZ = before;
    expect(svgs.size).toBe(1);
  });

  test("a date that would be read as local time is an error", async () => {
    const chart = await compileChart({ id: "dates", spec: dates, fonts });
    const { diagnostics } = await failure(chart.render([{ date: "1 April 2019", n: 1 }]));
    expect(diagnostics[0]).toMatchObject({ code: "chart-local-time", source: { id: "dates", field: "date" } });
  });
});

describe("what is wrong with a spec is said, all at once", () => {
  test.each([
    ["an unknown mark", { mark: "barr", encoding: {} }, "chart-unknown-mark", 'Did you mean "bar"?'],
    ["no mark", { encoding: {} }, "invalid-chart-spec", "mark"],
    ["not an object", "bar" as unknown as object, "invalid-chart-spec", "object"],
    ["a bad expression", { ...bars, transform: [{ calculate: "datum.", as: "b" }] }, "invalid-chart-spec", "compile"],
    [
      "data from the network",
      { ...bars, data: { url: "https://example.org/x.json" } },
      "chart-outside-data",
      "example.org",
    ],
    ["a file in a layer", { layer: [{ ...bars, data: { url: "/etc/passwd" } }] }, "chart-outside-data", "/etc/passwd"],
    ["a clock", { ...bars, transform: [{ filter: "datum.n < now()" }] }, "chart-not-reproducible", "now()"],
  ])("%s", async (_, spec, code, text) => {
    const error = await failure(compileChart({ id: "broken", spec, fonts, file: "broken.vl.json" }));
    const diagnostic = error.diagnostics.find((candidate) => candidate.code === code);
    expect(diagnostic?.source).toEqual({ id: "broken", file: "broken.vl.json" });
    expect(`${diagnostic?.message} ${diagnostic?.hint}`).toContain(text);
  });

  test("two faults are two diagnostics", async () => {
    const spec = { layer: [{ mark: "lin" }, { ...bars, data: { url: "x.csv" } }] };
    expect((await failure(compileChart({ id: "broken", spec, fonts }))).diagnostics).toHaveLength(2);
  });

  test("what Vega-Lite warns of is a warning", async () => {
    const spec = { ...bars, encoding: { ...bars.encoding, colour: { field: "a" } } };
    const chart = await compileChart({ id: "bars", spec, fonts });
    expect(chart.diagnostics).toMatchObject([
      { code: "chart-spec-warning", severity: "warning", source: { id: "bars" } },
    ]);
  });
});

describe("what is wrong with the rows is said", () => {
  test.each([
    ["no rows", [], "chart-no-data"],
    ["no figures", [{ a: "one", n: null }], "chart-no-data"],
    ["a field that no row has", [{ a: "one", m: 1 }], "chart-unknown-field"],
  ])("%s", async (_, rows, code) => {
    const chart = await compileChart({ id: "bars", spec: bars, fonts });
    const error = await failure(chart.render(rows as ChartRow[]));
    expect(error.diagnostics[0]).toMatchObject({ code, severity: "error", source: { id: "bars" } });
  });

  test("a mistyped field gets the nearest name", async () => {
    const chart = await compileChart({ id: "bars", spec: bars, fonts });
    const error = await failure(chart.render([{ a: "one", nn: 1 }]));
    expect(error.message).toContain('Did you mean "a"');
  });

  test("fields that the spec computes are not asked of the rows", async () => {
    const spec = {
      transform: [{ calculate: "datum.n * 2", as: "double" }, { fold: ["n", "double"] }],
      mark: "bar",
      encoding: { x: { field: "key", type: "nominal" }, y: { field: "value", type: "quantitative" } },
    };
    const rendered = await (await compileChart({ id: "fold", spec, fonts })).render(barRows);
    expect(rendered.texts).toContain("double");
  });

  test("field names with dots and quotes are names, not paths", async () => {
    const spec = rankingSpec({ category: "area.name", value: `rate "2018"` });
    const rows = [
      { "area.name": "Kent", 'rate "2018"': 12 },
      { "area.name": "Essex", 'rate "2018"': 14.25 },
    ];
    const rendered = await (await compileChart({ id: "names", spec, fonts })).render(rows);
    expect(rendered.texts).toEqual(["Essex", "Kent", "12", "14.25"]);
    expect(rendered.table.columns.map(({ id }) => id)).toEqual(["area.name", 'rate "2018"']);
  });
});

describe("datasets", () => {
  const rule = { data: { name: "target" }, mark: "rule", encoding: { y: { field: "t", type: "quantitative" } } };
  const spec = { layer: [bars, rule], data: { name: "counts" } };

  test("rows go into the dataset that the spec names, others by name", async () => {
    const chart = await compileChart({ id: "two", spec, fonts });
    const rendered = await chart.render(barRows, { datasets: { target: [{ t: 40 }] } });
    expect(rendered.texts).toContain("40");
  });

  test("a dataset without rows and a name that is not there are errors", async () => {
    const chart = await compileChart({ id: "two", spec, fonts });
    const { diagnostics } = await failure(chart.render(barRows, { datasets: { targets: [{ t: 40 }] } }));
    expect(diagnostics.map(({ code }) => code)).toEqual(["chart-unknown-dataset", "chart-no-data"]);
    expect(diagnostics[0]?.hint).toBe('Did you mean "target"?');
  });

  test("inline values are an example that the rows replace", async () => {
    const values = [{ a: "example", n: 9 }];
    for (const data of [{ data: { values } }, { data: { name: "x" }, datasets: { x: values } }]) {
      const rendered = await (await compileChart({ id: "bars", spec: { ...bars, ...data }, fonts })).render(barRows);
      expect(rendered.texts).toContain("one");
      expect(rendered.texts).not.toContain("example");
    }
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}
