import fc from "fast-check";
import { expect, test } from "vitest";
import { areaSpec, bumpSpec, type ChartRow, compileChart, heatSpec, trendSpec } from "../../src/charts/index.ts";
import { trials } from "../support/trials.ts";
import { fonts } from "./chart-fonts.ts";

const series = ["Kent", "Essex"];
const monthOf = (index: number) => new Date(Date.UTC(2000, index)).toLocaleString("en-GB", { month: "long" });

/** Names of periods that follow one another, the one of an index. */
const kinds: Readonly<Record<string, (index: number) => string>> = {
  months: (index) => `${monthOf(index)} ${2005 + Math.floor(index / 12)}`,
  quarters: (index) => `${2005 + Math.floor(index / 4)} Q${(index % 4) + 1}`,
  years: (index) => String(1890 + index),
  "financial years": (index) => `${1990 + index}/${String((1991 + index) % 100).padStart(2, "0")}`,
};

const recipes: Readonly<Record<string, object>> = {
  trendSpec: trendSpec({ x: "period", y: "n", series: "area" }),
  areaSpec: areaSpec({ x: "period", y: "n", series: "area" }),
  bumpSpec: bumpSpec({ x: "period", y: "n", series: "area" }),
  heatSpec: heatSpec({ row: "area", column: "period", value: "n" }),
};

test.each(Object.keys(recipes))("%s names the first and the last period of its axis", async (recipe) => {
  await fc.assert(
    fc.asyncProperty(
      // Columns of cells that are no years have room for all their names or are refused.
      fc.constantFrom(...(recipe === "heatSpec" ? ["years", "financial years"] : Object.keys(kinds))),
      fc.integer({ min: 2, max: recipe === "heatSpec" ? 36 : 130 }),
      fc.integer({ min: 0, max: 11 }),
      fc.constantFrom(340, 640, 900),
      async (kind, count, start, widthPx) => {
        const periods = Array.from({ length: count }, (_, index) => kinds[kind]?.(start + index) as string);
        const rows: readonly ChartRow[] = series.flatMap((area, place) =>
          periods.map((period, index) => ({
            area,
            period,
            n: recipe === "bumpSpec" ? ((index + place) % 2) + 1 : 10 + index,
            state: "value",
          })),
        );
        const chart = await compileChart({ id: "chart", spec: recipes[recipe] as object, fonts, widthPx });
        const { texts } = await chart.render(rows);
        const said = texts.map((text) => text.replaceAll("\n", " "));
        expect(said).toContain(periods.at(-1));
        expect(said).toContain(periods[0]);
      },
    ),
    { numRuns: trials(60, 18) },
  );
});

test.each([
  [12_400_000, ".3s", "12.4M", "10M"],
  [12_400, ".3s", "12.4k", "10k"],
  [12_400_000, ",", "12,400,000", "10m"],
])("the axis beside %i in %s has the unit of its figures", async (last, format, figure, tick) => {
  const rows = [2021, 2022, 2023].map((year, index) => ({ year: String(year), n: last - (2 - index) * 1000 }));
  const spec = trendSpec({ x: "year", y: "n", format });
  const { texts, untraced } = await (await compileChart({ id: "chart", spec, fonts })).render(rows);
  expect(untraced).toEqual([]);
  expect(texts).toEqual(expect.arrayContaining([figure, tick]));
});
