import fc from "fast-check";
import { expect, test } from "vitest";
import {
  areaSpec,
  bumpSpec,
  type ChartRow,
  compileChart,
  heatSpec,
  histogramSpec,
  smallMultiplesSpec,
  trendSpec,
} from "../../src/charts/index.ts";
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

test.each(["trendSpec", "areaSpec", "smallMultiplesSpec"])(
  "the highest line of the grid of %s lies at the highest figure or above it",
  async (recipe) => {
    const spec =
      recipe === "smallMultiplesSpec" ? smallMultiplesSpec({ x: "period", y: "n", series: "area" }) : recipes[recipe];
    for (const highest of [78, 6.2, 16, 1234, 105]) {
      const areas = recipe === "areaSpec" ? ["Kent"] : series;
      const rows = areas.flatMap((area) =>
        [2001, 2002, 2003].map((year) => ({ area, period: String(year), n: year === 2002 ? highest : highest / 3 })),
      );
      const { texts } = await (await compileChart({ id: "chart", spec: spec as object, fonts })).render(rows);
      const ticks = texts.filter((text) => /^[\d,]+(?:\.5)?$/.test(text) && !/^200[123]$/.test(text));
      const highestTick = Math.max(...ticks.map((text) => Number(text.replace(",", ""))));
      expect(highestTick, texts.join(" | ")).toBeGreaterThanOrEqual(highest);
    }
  },
);

test.each(["trendSpec", "areaSpec"])(
  "and no more than a fifth above it, in %s, and no more than nine above zero",
  async (recipe) => {
    const areas = recipe === "areaSpec" ? ["Kent", "Essex"] : series;
    const chart = await compileChart({ id: "chart", spec: recipes[recipe] as object, fonts });
    for (const highest of [141_367, 12.6, 14.1, 21, 26, 51, 62, 80.1]) {
      const part = recipe === "areaSpec" ? areas.length : 1;
      const rows = areas.flatMap((area) =>
        [2001, 2002].map((year) => ({ area, period: String(year), n: (year === 2002 ? highest : highest / 3) / part })),
      );
      const { texts } = await chart.render(rows);
      const ticks = texts.filter((text) => /^[\d,]+(?:\.\d)?$/.test(text) && !/^200[12]$/.test(text));
      const figures = ticks.map((text) => Number(text.replace(",", "")));
      expect(Math.max(...figures), texts.join(" | ")).toBeLessThanOrEqual(highest / 0.8);
      expect(figures.length).toBeLessThanOrEqual(10);
    }
  },
);

test.each(["trendSpec", "areaSpec"])(
  "where steps are many, fewer have a line, as far apart as one another, in %s",
  async (recipe) => {
    const chart = await compileChart({ id: "chart", spec: recipes[recipe] as object, fonts });
    for (const highest of [16.9, 8.9, 84, 26.5, 1690, 0.87, 42_000]) {
      const part = recipe === "areaSpec" ? series.length : 1;
      const rows = series.flatMap((area) =>
        [2001, 2002].map((year) => ({ area, period: String(year), n: (year === 2002 ? highest : highest / 3) / part })),
      );
      const { texts, untraced } = await chart.render(rows);
      expect(untraced).toEqual([]);
      const ticks = texts.filter((text) => /^[\d,]+(?:\.\d)?$/.test(text) && !/^200[12]$/.test(text));
      const figures = ticks.map((text) => Number(text.replace(",", ""))).toSorted((a, b) => a - b);
      expect(figures.length, texts.join(" | ")).toBeLessThanOrEqual(8);
      expect(figures.length, texts.join(" | ")).toBeGreaterThanOrEqual(4);
      const steps = figures.slice(1).map((figure, index) => Math.round((figure - (figures[index] ?? 0)) * 1e6));
      expect(new Set(steps).size, texts.join(" | ")).toBe(1);
    }
  },
);

test("the periods that are written along an axis lie equally far apart where a step leads from the first to the last", async () => {
  const quarters = Array.from({ length: 27 }, (_, index) => `${2003 + Math.floor(index / 4)} Q${(index % 4) + 1}`);
  const rows = quarters.map((period, index) => ({ period, n: 10 + (index % 5) }));
  const spec = trendSpec({ x: "period", y: "n" });
  const { texts } = await (await compileChart({ id: "chart", spec, fonts, widthPx: 340 })).render(rows);
  const places = quarters.flatMap((quarter, index) => (texts.includes(quarter) ? [index] : []));
  expect(places).toEqual([0, 13, 26]);
});

test("a histogram has its ticks at limits of classes", async () => {
  const figures = Array.from(
    { length: 88 },
    (_, index) => 4.3 + ((index * 37) % 88) * 0.15 + (index % 9 === 0 ? 9 : 0),
  );
  const rows = figures.map((n, index) => ({ area: `County ${index}`, n }));
  const spec = histogramSpec({ category: "area", value: "n", format: ".1f" });
  for (const widthPx of [860, 340]) {
    const chart = await (await compileChart({ id: "chart", spec, fonts, widthPx })).render(rows);
    expect(chart.untraced).toEqual([]);
    const ticks = [...chart.svg.matchAll(/<line transform="translate\(([\d.]+),0\)" x2="0" y2="4"/g)].map(([, x]) =>
      Number(x),
    );
    const edges = [...chart.svg.matchAll(/<path[^>]* d="M([\d.]+),/g)].map(([, x]) => Number(x));
    expect(ticks.length).toBeGreaterThan(4);
    for (const tick of ticks)
      expect(Math.min(...edges.map((edge) => Math.abs(edge - tick)), Math.abs(tick - Math.max(...ticks)))).toBeLessThan(
        2,
      );
  }
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
