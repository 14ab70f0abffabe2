import { describe, expect, test } from "vitest";
import { type ChartRow, compileChart, smallMultiplesSpec, sparklinesSpec, trendSpec } from "../../src/charts/index.ts";
import { laterErrorsOf } from "../support/diagnostics-of.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";

const rowsOf = (areas: readonly string[], sexes: readonly string[]): readonly ChartRow[] =>
  areas.flatMap((area, at) =>
    sexes.flatMap((sex, on) =>
      [2018, 2019, 2020].map((year) => ({ area, sex, year: String(year), n: 40 + 7 * at + 3 * on + (year % 9) })),
    ),
  );
const draw = async (spec: object, rows: readonly ChartRow[]) =>
  (await compileChart({ id: "chart", spec, fonts })).render(rows);
const places = ["Ayr", "Bute", "Crail", "Dunoon", "Elgin", "Fife", "Govan"];

describe("a line", () => {
  const recipes = {
    trendSpec: trendSpec({ x: "year", y: "n", series: "area" }),
    smallMultiplesSpec: smallMultiplesSpec({ x: "year", y: "n", series: "area" }),
    sparklinesSpec: sparklinesSpec({ x: "year", y: "n", series: "area" }),
  };

  test.each(Object.entries(recipes))("of %s with several figures at one period is refused", async (recipe, spec) => {
    const [error, ...others] = await laterErrorsOf(() => draw(spec, rowsOf(places, ["men", "women"])));
    expect(others).toEqual([]);
    expect(error).toMatchObject({ code: "chart-several-figures", source: { field: "year" } });
    expect(error?.message).toContain(`${recipe} has several figures for "2018" of "Ayr"`);
    expect((await draw(spec, rowsOf(places, ["men"]))).alt).toContain("Ayr");
  });

  test("of all rows, where none of them is told apart, is refused, and told how it can be drawn", async () => {
    const [error] = await laterErrorsOf(() => draw(trendSpec({ x: "year", y: "n" }), rowsOf(places, ["men"])));
    expect(error?.hint).toContain('"series"');
  });

  test("that a spec draws through several figures of a period has no way from first to last", async () => {
    const spec = {
      mark: "line",
      encoding: { x: { field: "year", type: "ordinal" }, y: { field: "n", type: "quantitative" } },
    };
    expect((await draw(spec, rowsOf(places, ["men"]))).alt).not.toMatch(/rising|falling|unchanged/u);
    expect((await draw(spec, rowsOf(["Ayr"], ["men"]))).alt).toMatch(/rising/u);
  });
});
