import { describe, expect, test } from "vitest";
import { barSpec, compileChart, defaultTheme, rankingSpec, trendSpec } from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";

/** The warnings about colour that a chart of so many series gets. */
async function warnings(spec: object, series: number, options: object = {}) {
  const { years = ["2018", "2019"], ...compiled } = options as { years?: readonly string[] };
  const chart = await compileChart({ id: "c", spec, fonts, ...compiled });
  const rows = Array.from({ length: series }, (_, index) =>
    years.map((year) => ({ year, n: index + 1, force: `Force ${String.fromCharCode(65 + index)}` })),
  ).flat();
  const { diagnostics } = await chart.render(rows);
  return diagnostics.filter(({ code }) => code === "chart-colour-alone").map(({ message }) => message);
}

const x = { field: "year", type: "ordinal" };
const y = { field: "n", type: "quantitative", stack: null };
const color = { field: "force", type: "nominal" };
const lines = (encoding: object) => ({ mark: "line", encoding: { x, y, ...encoding } });

describe("a legend of colours", () => {
  test("tells four lines apart, and no more", async () => {
    expect(await warnings(lines({ color }), 4)).toEqual([]);
    expect(await warnings(lines({ color }), 5)).toEqual([expect.stringContaining('the 5 series of "force"')]);
  });

  test("tells as many bars apart as the palette has colours", async () => {
    const bars = { mark: "bar", encoding: { x, y, xOffset: { field: "force" }, color } };
    expect(await warnings(bars, defaultTheme.palette.length)).toEqual([]);
    expect(await warnings(bars, 9)).toEqual([expect.stringContaining("palette 8 colours: some share one")]);
    expect(await warnings(bars, 3, { theme: { palette: ["#12436d", "#c2570c"] } })).toHaveLength(1);
  });

  test("is not alone where dashes, shapes, places or names at the lines tell the same", async () => {
    for (const other of [{ strokeDash: color }, { row: color }, { facet: { ...color, columns: 2 } }])
      expect(await warnings(lines({ color, ...other }), 6), JSON.stringify(other)).toEqual([]);
    const named = (text: object, transform: readonly object[] = []) => ({
      transform,
      encoding: { x, y, color },
      layer: [{ mark: "line" }, { mark: "text", encoding: { text } }],
    });
    expect(await warnings(named({ field: "force" }), 6)).toEqual([]);
    const label = { calculate: "datum.force + ' ' + datum.n", as: "label" };
    expect(await warnings(named({ field: "label" }, [label]), 6)).toEqual([]);
    expect(await warnings(named({ field: "n" }), 6)).toHaveLength(1);
  });

  test("with colours of its own may have more of them", async () => {
    const range = Array.from({ length: 10 }, (_, index) => `#${index}${index}4455`);
    const bars = { mark: "bar", encoding: { x, y, color: { ...color, scale: { range } } } };
    expect(await warnings(bars, 9)).toEqual([expect.stringContaining("Only colour tells the 9 series")]);
    expect(await warnings(bars, 8)).toEqual([]);
  });

  test("that is not there, or orders, is none of its business", async () => {
    expect(await warnings(lines({ color: { ...color, legend: null } }), 9)).toEqual([]);
    expect(await warnings(lines({ color: { ...color, type: "ordinal" } }), 9)).toEqual([]);
  });

  test.each([
    ["trend", trendSpec({ x: "year", y: "n", series: "force" }), 2],
    ["bars", barSpec({ x: "year", y: "n", series: "force" }), 3],
    ["ranking", rankingSpec({ category: "force", value: "n" }), 43],
  ])("is no matter in the recipes: %s", async (_, spec, series) => {
    // A ranking is of one period.
    expect(await warnings(spec, series, series === 43 ? { years: ["2019"] } : {})).toEqual([]);
  });
});
