import * as vega from "vega";
import { describe, expect, test } from "vitest";
import {
  type ChartRow,
  compileChart,
  type RenderedChart,
  rankingSpec,
  renderSpec,
  trendSpec,
} from "../../src/charts/index.ts";
import { createFontSet, type FontSet } from "../../src/fonts/index.ts";
import { failureOf } from "../support/diagnostics-of.ts";
import { someOf } from "../support/trials.ts";
import { fonts } from "./chart-fonts.ts";
import { recordingContext } from "./recording-context.ts";
import { areas, rankingRows, trendRows } from "./sample-rows.ts";

const { textMetrics } = vega as unknown as { textMetrics: { width: unknown } };
const trend = trendSpec({ x: "period", y: "offences", series: "area", yTitle: "Offences a year" });
const bars = { mark: "bar", encoding: { x: { field: "a", type: "nominal" }, y: { field: "n", type: "quantitative" } } };
const barRows: ChartRow[] = [{ a: "one", n: 1 }];

const failure = (run: Promise<unknown>) => failureOf(() => run);

describe("compiled once, run often", () => {
  test("areas from one chart are byte for byte those of charts compiled afresh", async () => {
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
  });

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

test("rows are those of the first plot, where all plots name their own data", async () => {
  const { encoding } = bars;
  const layer = ["first", "second"].map((name) => ({
    data: { name },
    mark: name === "first" ? "bar" : "tick",
    encoding,
  }));
  const chart = await compileChart({ id: "bars", spec: { layer }, fonts });
  const drawn = await chart.render(barRows, { datasets: { second: [{ a: "two", n: 2 }] } });
  expect(drawn.texts).toEqual(expect.arrayContaining(["one", "two"]));
  expect(drawn.untraced).toEqual([]);
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

  const inEachZone = async (draw: () => Promise<RenderedChart>): Promise<readonly RenderedChart[]> => {
    const before = process.env.TZ;
    const drawn: RenderedChart[] = [];
    for (const zone of zones) {
      process.env.TZ = zone;
      drawn.push(await draw());
    }
    process.env.TZ = before;
    return drawn;
  };
  const months = ["2019-04-01", "2019-05-01", "2019-06-01"];

  test.each([{ type: "temporal" }, {}, { type: "temporal", scale: { scheme: "blues" } }])(
    "months that are colours have their labels: %j",
    async (own) => {
      const color = { field: "date", timeUnit: "yearmonth", ...own };
      const spec = { mark: "point", encoding: { ...dates.encoding, color } };
      const [first, ...others] = await inEachZone(async () =>
        (await compileChart({ id: "colours", spec, fonts })).render(months.map((date, n) => ({ date, n }))),
      );
      expect(first?.untraced).toEqual([]);
      for (const other of others) expect([other.svg, other.untraced]).toEqual([first?.svg, []]);
    },
  );

  test.each([
    ["2019-04-01", (iso: string) => iso],
    ["2019-04-01T00:30Z", (iso: string) => `${iso}T00:30Z`],
    ["2019-04-01T00:30:00", (iso: string) => `${iso}T00:30:00`],
    ["2019-04-01 00:30", (iso: string) => `${iso} 00:30`],
    ["2019/04/01", (iso: string) => iso.replaceAll("-", "/")],
    ["Apr 1 2019", (iso: string) => `${["Apr", "May", "Jun"][Number(iso[6]) - 4]} 1 2019`],
    ["1 April 2019 12:10 AM", (iso: string) => `1 ${["April", "May", "June"][Number(iso[6]) - 4]} 2019 12:10 AM`],
  ])("dates such as %s are the days that they say, in rows and in a spec's own data", async (_, write) => {
    const rows = months.map((iso, n) => ({ date: write(iso), n }));
    const known = await (await compileChart({ id: "dates", spec: dates, fonts })).render(
      months.map((date, n) => ({ date, n })),
    );
    const given = await inEachZone(async () => {
      const chart = await compileChart({ id: "dates", spec: dates, fonts });
      expect(chart.diagnostics).toEqual([]);
      return chart.render(rows);
    });
    expect(given.map(({ untraced }) => untraced)).toEqual([[], [], []]);
    expect(given.map(({ texts }) => texts)).toEqual(zones.map(() => known.texts));
    expect(new Set(given.map(({ svg }) => svg)).size).toBe(1);
    const own = await inEachZone(() => renderSpec({ data: { values: rows }, ...dates }, { fonts }));
    expect(own.map(({ texts }) => texts)).toEqual(zones.map(() => known.texts));
    const parsed = { data: { values: rows, format: { parse: { date: "date" } } }, ...dates };
    expect((await inEachZone(() => renderSpec(parsed, { fonts }))).map(({ texts }) => texts)).toEqual(
      zones.map(() => known.texts),
    );
  });

  test("nor do dates that a spec says how to read", async () => {
    const values = months.map((iso, n) => ({ date: `${iso.slice(8)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`, n }));
    const spec = { data: { values, format: { parse: { date: "date:'%d.%m.%Y'" } } }, ...dates };
    const [first, ...others] = await inEachZone(() => renderSpec(spec, { fonts }));
    expect(first?.diagnostics).toEqual([]);
    expect(first?.texts).toContain("Apr 2019");
    for (const other of others) expect(other.svg).toBe(first?.svg);
  });

  test("an author's own expression that asks for the machine's zone is told", async () => {
    const transform = [{ calculate: "timeFormat(datum.date, '%H')", as: "hour" }];
    const { diagnostics } = await compileChart({ id: "dates", spec: { ...dates, transform }, fonts });
    expect(diagnostics).toMatchObject([{ code: "chart-local-time", severity: "warning" }]);
  });

  test.each([
    ["1/4/2019", "may be of two days"],
    ["Kent 2019", "cannot be read"],
  ])("%s is an error", async (date, message) => {
    const chart = await compileChart({ id: "dates", spec: dates, fonts });
    const { diagnostics } = await failure(chart.render([{ date, n: 1 }]));
    expect(diagnostics[0]).toMatchObject({ code: "chart-unclear-date", source: { id: "dates", field: "date" } });
    expect(diagnostics[0]?.message).toContain(message);
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
    expect(rendered.texts).toEqual(["Essex", "Kent", "12.00", "14.25"]);
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
