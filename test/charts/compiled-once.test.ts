import * as vegaLite from "vega-lite";
import { describe, expect, test, vi } from "vitest";
import { type ChartRow, choroplethSpec, compileChart, slopeSpec, trendSpec } from "../../src/charts/index.ts";
import { otherParams } from "../../src/charts/recipes/other-params.ts";
import { gapLayer } from "../../src/charts/vega/gap-marks.ts";
import { createWords, findLanguage } from "../../src/language/index.ts";
import { fonts } from "./chart-fonts.ts";
import { recipeSamples } from "./recipe-samples.ts";

vi.mock("vega-lite", async (original) => {
  const module = await original<typeof vegaLite>();
  return { ...module, compile: vi.fn(module.compile) };
});

const id = "deaths";
let specs = 0;
/** Of no other test: what was compiled of a recipe's spec is kept for the next. */
const newSpec = () => trendSpec({ x: "period", y: "deaths", yTitle: `Deaths, ${++specs}` });
const rowsOf = (...periods: string[]) => periods.map((period, index) => ({ period, deaths: 20 + index }));

async function compilesFor(spec: object, ...periods: string[]): Promise<number> {
  vi.mocked(vegaLite.compile).mockClear();
  const chart = await compileChart({ id, spec, fonts });
  await chart.render(rowsOf(...periods), {});
  await chart.render(rowsOf(...periods), {});
  return vi.mocked(vegaLite.compile).mock.calls.length;
}

test("what a recipe made is compiled once, in the form that its rows ask for", async () => {
  const spec = newSpec();
  expect(await compilesFor(spec, "2014", "2015", "2016")).toBe(1);
  expect(await compilesFor(spec, "2005", "2014", "2015", "2016")).toBe(1);
});

test("layers for gaps are compiled where the rows have some", async () => {
  const chart = await compileChart({ id, spec: newSpec(), fonts });
  const rows = rowsOf("2014", "2015", "2016");
  const gaps = rows.map((row, index) => (index === 1 ? { ...row, deaths: null, state: "suppressed" } : row));
  vi.mocked(vegaLite.compile).mockClear();
  const texts = [(await chart.render(rows, {})).texts, (await chart.render(gaps, {})).texts];
  const compiled = vi.mocked(vegaLite.compile).mock.calls.map(([each]) => JSON.stringify(each).includes(gapLayer));
  expect(compiled).toEqual([false, true]);
  expect(texts.map((each) => each.includes("[c]"))).toEqual([false, true]);
});

test("transforms that were added are compiled by themselves, and what they were added to once", async () => {
  const spec = newSpec();
  const added = { ...spec, transform: [{ filter: "datum.deaths > 0" }, ...(spec.transform ?? [])] };
  expect(await compilesFor(added, "2014", "2015", "2016")).toBe(2);
  expect(await compilesFor(added, "2005", "2014", "2015", "2016")).toBe(2);
});

test("what was changed is compiled before its rows are known, and says what is wrong", async () => {
  const spec = newSpec();
  vi.mocked(vegaLite.compile).mockClear();
  await compileChart({ id, spec: { ...spec, title: "Deaths" }, fonts });
  expect(vegaLite.compile).toHaveBeenCalledTimes(1);
  await expect(compileChart({ id, spec: { ...spec, transform: [{ filter: "datum.(" }] }, fonts })).rejects.toThrow(
    "does not compile",
  );
});

test("a way to draw that differs in the values of parameters alone is not compiled again", async () => {
  const crowd = Array.from({ length: 18 }, (_, at) => [
    { town: `Town ${at}`, year: "1980", n: 30 + 4 * at },
    { town: `Town ${at}`, year: "2020", n: 70 + at },
  ]).flat();
  const slopes = await compileChart({
    id,
    spec: slopeSpec({ x: "year", y: "n", series: "town" }),
    fonts,
    widthPx: 860,
  });
  vi.mocked(vegaLite.compile).mockClear();
  // Higher than asked for, as the names crowd.
  expect((await slopes.render(crowd)).heightPx).toBeGreaterThan(500);
  expect(vegaLite.compile).toHaveBeenCalledTimes(1);
});

test.each([
  [{ width: 1, params: [{ name: "a", value: 2 }] }, { a: 2 }],
  [{ width: 1, params: [{ name: "a", value: 1 }], usermeta: {} }, {}],
  [{ width: 2, params: [{ name: "a", value: 2 }] }, undefined],
  [{ width: 1, params: [{ name: "b", value: 1 }] }, undefined],
  [{ width: 1, params: [{ name: "a", expr: "1" }] }, undefined],
  [{ width: 1 }, undefined],
] as const)("%o has other parameters alone: %o", (other, params) => {
  expect(otherParams({ width: 1, params: [{ name: "a", value: 1 }] }, other)).toEqual(params);
});

describe("a spec that a recipe makes again", () => {
  const draw = async (spec: object, rows: readonly ChartRow[] = rowsOf("2014", "2015", "2016")) =>
    (await compileChart({ id, spec, fonts })).render(rows);
  const compiles = () => vi.mocked(vegaLite.compile).mock.calls.length;
  const copyOf = (spec: object): object => structuredClone(spec);

  test("is drawn with other rows by what was compiled of it before", async () => {
    const spec = newSpec();
    await draw(spec);
    vi.mocked(vegaLite.compile).mockClear();
    const later = rowsOf("2017", "2018", "2019");
    const again = await draw(copyOf(spec), later);
    expect(compiles()).toBe(0);
    expect(again.svg.replaceAll(/Deaths, \d+/g, "")).toBe(
      (await draw(newSpec(), later)).svg.replaceAll(/Deaths, \d+/g, ""),
    );
    expect(compiles()).toBe(1);
  });

  test.each(recipeSamples.map(({ name, ...sample }) => [name, sample] as const))(
    "is kept of every recipe: %s",
    async (_, { spec, rows }) => {
      await draw(copyOf(spec), rows);
      vi.mocked(vegaLite.compile).mockClear();
      await draw(copyOf(spec), rows);
      expect(compiles()).toBe(0);
    },
  );

  test("is compiled anew in another theme", async () => {
    const spec = trendSpec({ x: "period", y: "deaths" });
    await draw(spec);
    vi.mocked(vegaLite.compile).mockClear();
    await (await compileChart({ id, spec, fonts, theme: { highlightColor: "#123456" } })).render(
      rowsOf("2014", "2015"),
    );
    expect(compiles()).toBe(1);
  });

  test("has the titles of the language that it is drawn in", async () => {
    const { usermeta } = newSpec();
    const counted = { x: { field: "period", type: "nominal" }, y: { aggregate: "count", type: "quantitative" } };
    const spec = { usermeta, data: { name: "data" }, mark: "bar", encoding: counted };
    const textsIn = async (tag: string) => {
      const words = createWords({ language: findLanguage(tag) });
      return (await (await compileChart({ id, spec, fonts, words })).render(rowsOf("2014", "2015"))).texts.join();
    };
    const texts = [await textsIn("en-GB"), await textsIn("cy"), await textsIn("en-GB")];
    expect(texts[0]).not.toBe(texts[1]);
    expect(texts[2]).toBe(texts[0]);
  });

  test.each([
    ["of some points", 30, 0],
    ["of very many points", 40_000, 1],
  ])("is compiled anew where it holds a map %s: %i, %i times", async (_, points, times) => {
    const turn = (2 * Math.PI) / points;
    const ring = Array.from({ length: points }, (_, at) => [Math.cos(at * turn), 50 - Math.sin(at * turn)]);
    const geometry = {
      type: "FeatureCollection",
      features: [
        {
          type: "Feature",
          properties: { name: "Arden" },
          geometry: { type: "Polygon", coordinates: [[...ring, ring[0]]] },
        },
      ],
    };
    const rows = [{ area: "Arden", rate: 3 }];
    const newMap = () => choroplethSpec({ area: "area", value: "rate", geometry, key: "name" });
    await draw(newMap(), rows);
    vi.mocked(vegaLite.compile).mockClear();
    await draw(newMap(), rows);
    expect(compiles()).toBe(times);
  });

  test("is compiled anew after a dozen others", async () => {
    const spec = newSpec();
    await draw(spec);
    for (let others = 0; others < 12; others += 1) await draw(newSpec());
    vi.mocked(vegaLite.compile).mockClear();
    await draw(copyOf(spec));
    expect(compiles()).toBe(1);
  });

  test("warns of the same each time", async () => {
    const spec = { ...newSpec(), transform: [{ calculate: "timeFormat(0, '%Y')", as: "year" }] };
    const warnings = async () => (await compileChart({ id, spec, fonts })).diagnostics.map(({ code }) => code);
    expect(await warnings()).toEqual(["chart-local-time"]);
    expect(await warnings()).toEqual(["chart-local-time"]);
  });
});
