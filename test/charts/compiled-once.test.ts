import * as vegaLite from "vega-lite";
import { expect, test, vi } from "vitest";
import { compileChart, slopeSpec, trendSpec } from "../../src/charts/index.ts";
import { otherParams } from "../../src/charts/recipes/other-params.ts";
import { gapLayer } from "../../src/charts/vega/gap-marks.ts";
import { fonts } from "./chart-fonts.ts";

vi.mock("vega-lite", async (original) => {
  const module = await original<typeof vegaLite>();
  return { ...module, compile: vi.fn(module.compile) };
});

const id = "deaths";
const spec = trendSpec({ x: "period", y: "deaths" });
const rowsOf = (...periods: string[]) => periods.map((period, index) => ({ period, deaths: 20 + index }));

async function compilesFor(spec: object, ...periods: string[]): Promise<number> {
  vi.mocked(vegaLite.compile).mockClear();
  const chart = await compileChart({ id, spec, fonts });
  await chart.render(rowsOf(...periods), {});
  await chart.render(rowsOf(...periods), {});
  return vi.mocked(vegaLite.compile).mock.calls.length;
}

test("what a recipe made is compiled once, in the form that its rows ask for", async () => {
  expect(await compilesFor(spec, "2014", "2015", "2016")).toBe(1);
  expect(await compilesFor(spec, "2005", "2014", "2015", "2016")).toBe(1);
});

test("layers for gaps are compiled where the rows have some", async () => {
  const chart = await compileChart({ id, spec, fonts });
  const rows = rowsOf("2014", "2015", "2016");
  const gaps = rows.map((row, index) => (index === 1 ? { ...row, deaths: null, state: "suppressed" } : row));
  vi.mocked(vegaLite.compile).mockClear();
  const texts = [(await chart.render(rows, {})).texts, (await chart.render(gaps, {})).texts];
  const compiled = vi.mocked(vegaLite.compile).mock.calls.map(([each]) => JSON.stringify(each).includes(gapLayer));
  expect(compiled).toEqual([false, true]);
  expect(texts.map((each) => each.includes("[c]"))).toEqual([false, true]);
});

test("transforms that were added are compiled by themselves, and what they were added to once", async () => {
  const added = { ...spec, transform: [{ filter: "datum.deaths > 0" }, ...(spec.transform ?? [])] };
  expect(await compilesFor(added, "2014", "2015", "2016")).toBe(2);
  expect(await compilesFor(added, "2005", "2014", "2015", "2016")).toBe(2);
});

test("what was changed is compiled before its rows are known, and says what is wrong", async () => {
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
